"""What a parameter is used for, and how a use reaches it through what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.level import Level
from quern.analysis.parameters.column_sources import (
    NamedColumn,
    cast_argument,
    is_cast,
    is_given,
    multiple_assignment,
    outputs,
    sources,
)
from quern.analysis.parameters.names import plural, singular
from quern.analysis.tree.node_enums import ParameterKind, SublinkType
from quern.analysis.tree.nodetree import Node

#: The field that holds the type of an expression, by tag.
_TYPE_FIELDS = {
    "PARAM": "paramtype",
    "VAR": "vartype",
    "CONST": "consttype",
    "FUNCEXPR": "funcresulttype",
    "OPEXPR": "opresulttype",
    "RELABELTYPE": "resulttype",
    "COERCEVIAIO": "resulttype",
    "COERCETODOMAIN": "resulttype",
    "COALESCEEXPR": "coalescetype",
    "CASEEXPR": "casetype",
}


class Effect(Enum):
    """What a use says of NULL; the first counts for more than the second, and so on."""

    REFUSES = "NULL fails there"
    PROVIDES = "NULL means something there"
    EXPECTS_VALUE = "nothing is said of NULL"


class Fit(IntEnum):
    """How well a name goes with a parameter; the lowest is the best."""

    ASSIGNED = 0
    COALESCED = 1
    BOUND = 2
    COMPARED = 3
    LIMIT = 4
    ARGUMENT = 5
    COMPUTED = 6
    OUTPUT = 7
    NONE = 8


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a value.

    :ivar why: the use in words
    :ivar name: what the value could be called
    :ivar origin: the table column that it goes with: OID and number
    """

    effect: Effect
    why: str
    name: str | None = None
    fit: Fit = Fit.NONE
    origin: tuple[int, int] | None = None

    def named_after(self, column: NamedColumn | None, fit: Fit) -> "Use":
        """Return the use with the name and the origin of a column, if there is one."""
        if column is None:
            return self
        return replace(self, name=column.name, fit=fit, origin=column.origin)

    def computed(self, why: str) -> "Use":
        """Return what this is for a value of which another is made first.

        The name is that of the other then, which fits less well.
        """
        fit = max(self.fit, Fit.COMPUTED)
        return replace(self, effect=Effect.EXPECTS_VALUE, why=why, fit=fit)

    def coalesced(self, *, last: bool) -> "Use":
        """Return what this is for an argument of COALESCE: NULL goes on to the next."""
        if last:
            why = "nothing stands in for the last argument of COALESCE"
            return replace(self, effect=Effect.EXPECTS_VALUE, why=why)
        why = "COALESCE gives something else for NULL"
        return replace(self, effect=Effect.PROVIDES, why=why)

    def conditional(self) -> "Use":
        """Return what this is for a branch of CASE, which may not be taken."""
        if self.effect is not Effect.REFUSES:
            return self
        return replace(self, effect=Effect.EXPECTS_VALUE, why=f"if CASE says so, {self.why}")

    def partial(self) -> "Use":
        """Return what this is for an element or a field of what is assigned.

        The rest of the column stays as it is, and the column itself is there.
        """
        return replace(self, effect=Effect.PROVIDES, why="only a part of the column is assigned")

    def of_each(self) -> "Use":
        """Return what this is for an array whose elements are used so.

        Whether an element may be NULL says nothing about the array.
        """
        name = plural(self.name) if self.name else None
        why = f"each element is {self.why}"
        return replace(self, effect=Effect.EXPECTS_VALUE, why=why, name=name)

    def of_element(self) -> "Use":
        """Return what this is for one that is looked for among several."""
        return replace(self, name=singular(self.name) if self.name else None)


@dataclass
class Uses:
    """Gathers the uses of each parameter.

    :ivar found: in the order in which they were met, by number
    """

    catalog: Catalog
    found: dict[int, list[Use]] = field(default_factory=dict)

    def add(self, parameter: Node, use: Use) -> None:
        """Note a use of a parameter."""
        self.found.setdefault(parameter.number("paramid") or 0, []).append(use)

    def trace(self, expression: Node | None, level: Level, use: Use) -> None:
        """Note the use of an expression for the parameters that its value comes from."""
        if expression is None:
            return
        waiting: list[tuple[Node, Level, Use]] = [(expression, level, use)]
        followed: set[tuple[int, Effect, Fit]] = set()
        while waiting:
            node, node_level, node_use = waiting.pop()
            if is_given(node):
                self.add(node, node_use)
                continue
            if node.tag == "VAR":  # a recursive query names itself
                mark = id(node), node_use.effect, node_use.fit
                if mark in followed:
                    continue
                followed.add(mark)
            waiting.extend(reversed(list(self._behind(node, node_level, node_use))))

    def _behind(self, node: Node, level: Level, use: Use) -> Iterator[tuple[Node, Level, Use]]:
        """Yield what the value of an expression comes from, with what the use is for that."""
        if (argument := cast_argument(node)) is not None and self._keeps_null(node):
            yield argument, level, use
            return
        match node.tag:
            case "VAR":
                # IS NULL on the outer side of a join asks whether there is a row.
                if node.numbers("varnullingrels"):
                    use = use.computed("an outer join may leave it out")
                yield from ((found, inner, use) for found, inner in sources(node, level))
            case "PARAM" if node.number("paramkind") == ParameterKind.MULTIPLE:
                for found, inner in multiple_assignment(node, level):
                    yield found, inner, use
            case "COALESCEEXPR":
                arguments = node.nodes("args")
                for argument in arguments:
                    yield argument, level, use.coalesced(last=argument is arguments[-1])
            case "CASEEXPR":
                branches = [when.node("result") for when in node.nodes("args")]
                for branch in (*branches, node.node("defresult")):
                    if branch is not None:
                        yield branch, level, use.conditional()
            case "SUBLINK" if node.number("subLinkType") == SublinkType.EXPRESSION:
                query = node.node("subselect")
                if query is not None:
                    for found, inner in outputs(Level(query, level), 1):
                        yield found, inner, use
            case "SUBSCRIPTINGREF" if (element := node.node("refassgnexpr")) is not None:
                part = use.partial()
                is_slice = bool(node.items("reflowerindexpr"))
                yield element, level, part if is_slice else part.of_element()
            case "FIELDSTORE":
                for value in node.nodes("newvals"):
                    yield value, level, use.partial()
            case "FUNCEXPR":
                name = self._function(node)
                why = f"an argument of {name}"
                made = use.of_each() if name == "unnest" else use.computed(why)
                for argument in node.nodes("args"):
                    yield argument, level, made
            case "OPEXPR":
                made = use.computed(f"an operand of {self._operator(node)}")
                for argument in node.nodes("args"):
                    if _same_type(argument, node):
                        yield argument, level, made
            case "NULLIFEXPR":
                yield node.nodes("args")[0], level, use.computed("NULLIF compares it")
            case "MINMAXEXPR":
                for argument in node.nodes("args"):
                    yield argument, level, use.computed("the greatest or least is chosen")
            case _:
                pass

    def _function(self, call: Node) -> str:
        function = self.catalog.functions.get(call.number("funcid") or 0)
        return function.name if function is not None else "a function"

    def _operator(self, node: Node) -> str:
        function = self.catalog.functions.get(node.number("opfuncid") or 0)
        return (function.operator if function is not None else None) or "an operator"

    def _keeps_null(self, cast: Node) -> bool:
        """Tell whether a coercion gives NULL for NULL; a function behind one need not."""
        if not is_cast(cast):
            return True
        function = self.catalog.functions.get(cast.number("funcid") or 0)
        return function is not None and function.strict


def _same_type(argument: Node, result: Node) -> bool:
    """Tell whether what an operator gives is like its argument.

    In ``'%' || $1`` it is, and one name may serve for both; in ``now() - $1`` it is not.
    """
    type_field = _TYPE_FIELDS.get(argument.tag)
    return type_field is not None and argument.number(type_field) == result.number("opresulttype")
