"""The rules that say what each part of a query does with the values in it.

The rules of comparisons, which only give names, are in
:mod:`~quern.analysis.parameters.comparisons`.
"""

from collections.abc import Callable, Mapping

from quern.analysis.catalog.catalog import Attribute, Catalog, Relation
from quern.analysis.nullability.level import Level
from quern.analysis.parameters.column_sources import (
    behind_casts,
    column_of,
    is_cast,
    is_given,
    plain_name,
)
from quern.analysis.parameters.comparisons import Comparisons
from quern.analysis.parameters.uses import Effect, Fit, Use, Uses
from quern.analysis.tree.node_enums import BooleanTestType, CommandType
from quern.analysis.tree.nodetree import Node, Value

_ASSIGNING = frozenset({CommandType.UPDATE, CommandType.INSERT})
_UNKNOWN_TESTS = frozenset({BooleanTestType.IS_UNKNOWN, BooleanTestType.IS_NOT_UNKNOWN})
#: Nodes without an expression below them.
_LEAVES = frozenset(
    {
        *("VAR", "CONST", "ALIAS", "RTEPERMISSIONINFO", "RANGETBLREF", "SORTGROUPCLAUSE"),
        *("CASETESTEXPR", "SETTODEFAULT", "ROWMARKCLAUSE"),
    }
)


def gather_uses(query: Node, catalog: Catalog, uses: Uses) -> None:
    """Add the uses of the parameters in all of a query, from the outside in.

    Sub-queries, WITH and sublinks are queries of their own, a level further in.
    """
    rules = _Rules(catalog, uses)
    waiting = [(query, Level(query))]
    while waiting:
        node, level = waiting.pop()
        rule = _RULES.get(node.tag)
        if rule is not None:
            rule(rules, node, level)
        waiting += [
            (child, Level(child, level) if child.tag == "QUERY" else level)
            for child in reversed(_below(node))
        ]


def _below(node: Node) -> list[Node]:
    """Return the nodes right below one that may hold parameters.

    Most of a tree cannot, and this is most of the work here.
    """
    found: list[Node] = []
    for value in node.fields.values():
        if isinstance(value, Node):
            if value.tag not in _LEAVES:
                found.append(value)
        elif isinstance(value, tuple):
            _add_nodes(value, found)
    return found


def _add_nodes(values: tuple[Value, ...], found: list[Node]) -> None:
    for value in values:
        if isinstance(value, Node):
            if value.tag not in _LEAVES:
                found.append(value)
        elif isinstance(value, tuple):
            _add_nodes(value, found)


class _Rules:
    """The rules, each for nodes of one kind."""

    def __init__(self, catalog: Catalog, uses: Uses) -> None:
        self._catalog = catalog
        self._uses = uses
        self._comparisons = Comparisons(catalog, uses)

    def query(self, query: Node, level: Level) -> None:
        """Apply the rules to what a query limits, assigns and gives."""
        self._limits(query, level)
        command = query.number("commandType")
        relation = self._result_relation(level)
        if relation is not None:
            if command in _ASSIGNING:
                self._assign(query.nodes("targetList"), level, relation)
            conflict = query.node("onConflict")
            if conflict is not None:
                self._assign(conflict.nodes("onConflictSet"), level, relation)
            for action in query.nodes("mergeActionList"):
                self._assign(action.nodes("targetList"), level, relation)
        given = "targetList" if command == CommandType.SELECT else "returningList"
        for target in query.nodes(given):
            self._output(target)

    def parameter(self, node: Node, level: Level) -> None:
        """Expect a value where no other rule says anything; a domain may refuse NULL itself."""
        if not is_given(node):
            return
        self._uses.add(node, Use(Effect.EXPECTS_VALUE, "used as a value"))
        self._refused_by_domain(node, node.number("paramtype") or 0, level)

    def domain(self, node: Node, level: Level) -> None:
        """Refuse NULL where a cast to a domain does."""
        self._refused_by_domain(node.node("arg"), node.number("resulttype") or 0, level)

    def null_test(self, node: Node, level: Level) -> None:
        """``$1 IS NULL``: the author has thought of NULL."""
        self._uses.trace(node.node("arg"), level, Use(Effect.PROVIDES, "tested with IS NULL"))

    def boolean_test(self, node: Node, level: Level) -> None:
        """``$1 IS UNKNOWN`` is IS NULL for a boolean; IS TRUE and IS FALSE say nothing of NULL."""
        if node.number("booltesttype") in _UNKNOWN_TESTS:
            use = Use(Effect.PROVIDES, "tested with IS UNKNOWN")
            self._uses.trace(node.node("arg"), level, use)

    def coalesce(self, node: Node, level: Level) -> None:
        """COALESCE gives another argument for NULL; what stands beside a parameter names it."""
        use = Use(Effect.EXPECTS_VALUE, "an argument of COALESCE")
        self._uses.trace(node, level, use.named_after(column_of(node, level), Fit.COALESCED))

    def call(self, node: Node, level: Level) -> None:
        """Name a function's argument as the function does.

        Most functions are strict, and what the others do with NULL is not known.
        """
        oid = next(filter(None, map(node.number, ("funcid", "aggfnoid", "winfnoid"))), 0)
        function = self._catalog.functions.get(oid)
        if function is None or is_cast(node):
            return
        use = Use(Effect.EXPECTS_VALUE, f"an argument of {function.name}")
        for position, argument in enumerate(node.nodes("args")):
            value = argument.node("expr") if argument.tag == "TARGETENTRY" else argument
            name = _argument_name(argument, position, function.argument_names)
            if name:
                named = Use(use.effect, use.why, name, Fit.ARGUMENT)
                self._uses.trace(value, level, named)
            elif value is not None and is_given(given := behind_casts(value)):
                self._uses.add(given, use)

    def operator(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.operator(node, level)

    def distinct(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.distinct(node, level)

    def row_comparison(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.rows(node, level)

    def array_comparison(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.array(node, level)

    def sublink(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.sublink(node, level)

    def condition(self, node: Node, level: Level) -> None:
        """See :class:`Comparisons`."""
        self._comparisons.bounds(node, level)

    def _limits(self, query: Node, level: Level) -> None:
        """LIMIT and OFFSET name what they take; NULL would be no limit at all."""
        for part, name in (("limitCount", "limit"), ("limitOffset", "offset")):
            use = Use(Effect.EXPECTS_VALUE, f"{name.upper()} takes it", name, Fit.LIMIT)
            self._uses.trace(query.node(part), level, use)

    def _result_relation(self, level: Level) -> Relation | None:
        """Return the table that a query changes."""
        entry = level.entry(level.result_relation)
        return self._catalog.relations.get(entry.number("relid") or 0) if entry else None

    def _assign(self, targets: tuple[Node, ...], level: Level, relation: Relation) -> None:
        """Let the column in which a value is stored say whether NULL fails."""
        for target in targets:
            number = target.number("resno") or 0
            attribute = relation.attributes.get(number)
            if attribute is not None and not target.flag("resjunk"):
                use = _assignment(relation, number, attribute)
                self._uses.trace(target.node("expr"), level, use)

    def _output(self, target: Node) -> None:
        """Use the name under which a value is given back, if it is not only that of its type."""
        expression = target.node("expr")
        if expression is None or not is_given(given := behind_casts(expression)):
            return
        why = "the query gives it back"
        name = plain_name(target.text("resname") or "")
        known = self._catalog.types.get(given.number("paramtype") or 0)
        if not name or (known is not None and known.name == name):
            self._uses.add(given, Use(Effect.EXPECTS_VALUE, why))
        else:
            self._uses.add(given, Use(Effect.EXPECTS_VALUE, why, name, Fit.OUTPUT))

    def _refused_by_domain(self, expression: Node | None, oid: int, level: Level) -> None:
        if oid in self._catalog.not_null_domains:
            known = self._catalog.types.get(oid)
            name = known.display if known else "it is of"
            use = Use(Effect.REFUSES, f"the domain {name} is NOT NULL")
            self._uses.trace(expression, level, use)


def _assignment(relation: Relation, number: int, attribute: Attribute) -> Use:
    refuses = attribute.refuses_null
    constraint = "is NOT NULL" if refuses else "may be NULL"
    return Use(
        effect=Effect.REFUSES if refuses else Effect.PROVIDES,
        why=f"assigned to {relation.name}.{attribute.name}, which {constraint}",
        name=attribute.name,
        fit=Fit.ASSIGNED,
        origin=(relation.oid, number),
    )


def _argument_name(argument: Node, position: int, names: tuple[str, ...]) -> str | None:
    """Return the name of an argument: as the call writes it, else as the function does."""
    if argument.tag == "NAMEDARGEXPR":
        return plain_name(argument.text("name") or "")
    return names[position] if position < len(names) else None


_RULES: Mapping[str, Callable[[_Rules, Node, Level], None]] = {
    "QUERY": _Rules.query,
    "PARAM": _Rules.parameter,
    "COERCETODOMAIN": _Rules.domain,
    "NULLTEST": _Rules.null_test,
    "BOOLEANTEST": _Rules.boolean_test,
    "COALESCEEXPR": _Rules.coalesce,
    "FUNCEXPR": _Rules.call,
    "AGGREF": _Rules.call,
    "WINDOWFUNC": _Rules.call,
    "OPEXPR": _Rules.operator,
    "NULLIFEXPR": _Rules.operator,
    "DISTINCTEXPR": _Rules.distinct,
    "ROWCOMPAREEXPR": _Rules.row_comparison,
    "SCALARARRAYOPEXPR": _Rules.array_comparison,
    "SUBLINK": _Rules.sublink,
    "BOOLEXPR": _Rules.condition,
}
