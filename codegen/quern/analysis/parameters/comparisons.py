"""What comparisons say of parameters: mostly the names of the columns they are compared with."""

from collections.abc import Iterator
from dataclasses import replace

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.level import Key, Level
from quern.analysis.parameters.column_sources import (
    NamedColumn,
    behind_casts,
    column_of,
    is_given,
    outputs,
)
from quern.analysis.parameters.uses import Effect, Fit, Use, Uses
from quern.analysis.tree.node_enums import ParameterKind
from quern.analysis.tree.nodetree import Node

#: OID of boolean.
_BOOL = 16
#: The same condition with its sides swapped.
_SWAPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_FROM_BELOW = frozenset({">", ">="})


class Comparisons:
    """The rules for operators.

    Comparing with NULL gives NULL and finds nothing: all but one of them expect a value.
    """

    def __init__(self, catalog: Catalog, uses: Uses) -> None:
        self._catalog = catalog
        self._uses = uses

    def operator(self, node: Node, level: Level) -> None:
        """``nick = $1`` names it ``nick``, and so does ``nick || $1``."""
        operands = node.nodes("args")
        if len(operands) == 2:
            left, right = operands
            compares = node.tag == "NULLIFEXPR" or node.number("opresulttype") == _BOOL
            self._operands(left, right, level, compares=compares)

    def distinct(self, node: Node, level: Level) -> None:
        """IS DISTINCT FROM is how one compares with what may be NULL."""
        left, right = node.nodes("args")
        for operand, other in ((left, right), (right, left)):
            use = Use(Effect.PROVIDES, "IS DISTINCT FROM compares NULL too")
            named = use.named_after(column_of(other, level), Fit.COMPARED)
            self._uses.trace(operand, level, named)

    def rows(self, node: Node, level: Level) -> None:
        """Compare column by column, as ``(a, b) < ($1, $2)`` does."""
        for left, right in zip(node.nodes("largs"), node.nodes("rargs"), strict=False):
            self._operands(left, right, level, compares=True)

    def array(self, node: Node, level: Level) -> None:
        """``id = ANY ($1)`` takes several ids, ``$1 = ANY (tags)`` one tag.

        ``id IN ($1, $2)`` is ``id = ANY (ARRAY[$1, $2])``.
        """
        scalar, array = node.nodes("args")
        use = _compared(column_of(scalar, level))
        listed = behind_casts(array)
        if listed.tag == "ARRAYEXPR":
            for element in listed.nodes("elements"):
                self._uses.trace(element, level, use)
        else:
            self._uses.trace(array, level, use.of_each())
        self._uses.trace(scalar, level, _compared(column_of(array, level)).of_element())

    def sublink(self, node: Node, level: Level) -> None:
        """``x IN (SELECT y)`` compares x with y."""
        test, query = node.node("testexpr"), node.node("subselect")
        if test is None or query is None:
            return
        for comparison in test.walk():
            operands = comparison.nodes("args")
            if comparison.tag != "OPEXPR" or len(operands) != 2:
                continue
            outer, inner = operands[0], behind_casts(operands[1])
            if inner.tag != "PARAM" or inner.number("paramkind") != ParameterKind.SUBLINK:
                continue
            use = _compared(column_of(outer, level))
            for found, found_level in outputs(Level(query, level), inner.number("paramid") or 0):
                self._uses.trace(found, found_level, use)
                self._uses.trace(outer, level, _compared(column_of(found, found_level)))

    def bounds(self, node: Node, level: Level) -> None:
        """``x BETWEEN $1 AND $2`` takes where x starts and where it ends.

        For the server that is ``x >= $1 AND x <= $2``, and NOT BETWEEN ``x < $1 OR x > $2``.
        """
        found: dict[Key, dict[str, tuple[Node, Node]]] = {}
        for key, operator, value, bound in self._inequalities(node, level):
            starts = (operator in _FROM_BELOW) == (node.text("boolop") == "and")
            found.setdefault(key, {}).setdefault("from" if starts else "to", (value, bound))
        for ends in found.values():
            if len({bound.number("paramid") for _, bound in ends.values()}) < 2:
                continue
            for end, (value, bound) in ends.items():
                column = column_of(value, level)
                if column is not None:
                    use = _compared(column).named_after(column, Fit.BOUND)
                    self._uses.add(bound, replace(use, name=f"{column.name}_{end}"))

    def _inequalities(self, node: Node, level: Level) -> Iterator[tuple[Key, str, Node, Node]]:
        """Yield what is compared with a bound, the operator, what is compared, and the bound."""
        for condition in node.nodes("args"):
            function = self._catalog.functions.get(condition.number("opfuncid") or 0)
            operator = function.operator if function else None
            operands = condition.nodes("args")
            if condition.tag != "OPEXPR" or operator not in _SWAPPED or len(operands) != 2:
                continue
            left, right = map(behind_casts, operands)
            if is_given(right):
                yield level.key(left), operator, left, right
            elif is_given(left):
                yield level.key(right), _SWAPPED[operator], right, left

    def _operands(self, left: Node, right: Node, level: Level, *, compares: bool) -> None:
        for operand, other in ((left, right), (right, left)):
            column = column_of(other, level)
            if compares:
                self._uses.trace(operand, level, _compared(column))
            elif is_given(given := behind_casts(operand)):
                # Chains such as a || b || c nest: only what stands right here is looked at.
                why = f"computed with {column.name if column else 'something else'}"
                use = Use(Effect.EXPECTS_VALUE, why).named_after(column, Fit.COMPARED)
                self._uses.add(given, use)
        # Of lower(nick) = lower($1), nick is compared with $1.
        left, right = behind_casts(left), behind_casts(right)
        same = left.number("funcid") == right.number("funcid")
        if left.tag == right.tag == "FUNCEXPR" and same:
            for pair in zip(left.nodes("args"), right.nodes("args"), strict=False):
                self._operands(*pair, level, compares=compares)


def _compared(column: NamedColumn | None) -> Use:
    why = f"compared with {column.name if column else 'something else'}"
    return Use(Effect.EXPECTS_VALUE, why).named_after(column, Fit.COMPARED)
