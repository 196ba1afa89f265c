"""Which arrays can have no NULL among their elements."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quern.analysis.nullability.builtins import never_null_rule
from quern.analysis.nullability.level import NO_FACTS, Context, Level
from quern.analysis.tree.constants import constant_bytes
from quern.analysis.tree.expression_types import is_scalar, type_of
from quern.analysis.tree.node_enums import SublinkType
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover

#: ``array_agg(anynonarray)``.
_ARRAY_AGG_OF_VALUES = 2335


class Elements:
    """Finds out about elements of arrays."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover

    def never_null(self, array: Node, level: Level, context: Context) -> bool:
        """Tell whether an array, when it is there, is proven to have no NULL element."""
        match array.tag:
            case "VAR":
                return self._prover.columns.variable(array, level, context).no_null_elements
            case "COALESCEEXPR":
                arms = array.nodes("args")
                return all(self.never_null(arm, level, context) for arm in arms)
            case "RELABELTYPE" | "COLLATEEXPR":
                return self._argument(array, level, context)
            case "ARRAYCOERCEEXPR":
                return self._keeps_values(array) and self._argument(array, level, context)
            case "ARRAYEXPR":
                return self._constructor(array, level, context)
            case "CONST":
                # Length, dimensions, then the offset of the bitmap of NULLs: 0 without any.
                content = constant_bytes(array)
                return len(content) >= 12 and not any(content[8:12])
            case "FUNCEXPR":
                function = self._prover.catalog.functions.get(array.number("funcid") or 0)
                if function is None or not function.built_in:
                    return False
                splits = function.name == "string_to_array" and len(array.nodes("args")) == 2
                return splits or function.name == "regexp_split_to_array"
            case "AGGREF":
                return self._aggregate(array, level, context)
            case "SUBLINK" if array.number("subLinkType") == SublinkType.ARRAY:
                return self._sub_query(array, level, context)
            case _:
                return False

    def _argument(self, node: Node, level: Level, context: Context) -> bool:
        argument = node.node("arg")
        return argument is not None and self.never_null(argument, level, context)

    def _keeps_values(self, coercion: Node) -> bool:
        """Tell whether each element's cast gives a value for a value."""
        cast = coercion.node("elemexpr")
        if cast is None:
            return False
        for node in cast.walk():
            if node.tag in {"FUNCEXPR", "OPEXPR"}:
                oid = node.number("funcid") or node.number("opfuncid") or 0
                function = self._prover.catalog.functions.get(oid)
                if function is None or never_null_rule(function) != "strict":
                    return False
        return True

    def _constructor(self, array: Node, level: Level, context: Context) -> bool:
        elements = array.nodes("elements")
        if array.flag("multidims"):
            return all(self.never_null(element, level, context) for element in elements)
        return all(self._prover.verdict(e, level, context).never_null for e in elements)

    def _aggregate(self, aggregate: Node, level: Level, context: Context) -> bool:
        function = self._prover.catalog.functions.get(aggregate.number("aggfnoid") or 0)
        # Its namesake puts arrays together, whose elements may be NULL.
        if function is None or function.oid != _ARRAY_AGG_OF_VALUES:
            return False
        argument = aggregate.nodes("args")[0].node("expr")
        # A branch of CASE speaks of one row of the group; what is equal to it may differ in scale.
        every_row = replace(context, facts=NO_FACTS)
        return self._prover.aggregates.argument(argument, level, every_row).never_null

    def _sub_query(self, array: Node, level: Level, context: Context) -> bool:
        """``ARRAY(SELECT x)``; where ``x`` is an array itself, its elements may be NULL."""
        query = array.node("subselect")
        target = next(iter(query.nodes("targetList")), None) if query is not None else None
        expression = target.node("expr") if target is not None else None
        if query is None or expression is None:
            return False
        if not is_scalar(type_of(expression), self._prover.catalog):
            return False
        outputs = self._prover.outputs(query, level, context)
        return bool(outputs) and outputs[0].never_null
