"""One level of a query: its range table, what nulls its relations, what its conditions prove."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from quern.analysis.nullability.verdict import Verdict
from quern.analysis.tree.node_enums import RteKind
from quern.analysis.tree.nodetree import Node, Value

#: An expression (of this level, unless a number says otherwise) without what tells nothing of its
#: value, such as locations: two of one key have one value, unless they are volatile.
Key: TypeAlias = tuple[object, ...]
Facts: TypeAlias = frozenset[Key]

NO_FACTS: Facts = frozenset()

#: Fields that do not change what an expression gives, such as whether a cast was written out: the
#: server does not look at them either when it looks for an expression of GROUP BY.
_IGNORED = frozenset(
    {
        *("location", "stmt_location", "stmt_len", "list_start", "list_end"),
        *("varnosyn", "varattnosyn", "varnullingrels", "name_location"),
        *("funcformat", "relabelformat", "coerceformat", "convertformat", "coercionformat"),
        "row_format",
    }
)


@dataclass(frozen=True)
class Context:
    """Where in a query an expression stands.

    :ivar facts: expressions known to be non-null there, say in a branch of CASE
    :ivar grouped: whether it is computed after grouping
    :ivar in_aggregate: whether it is an argument of an aggregate
    :ivar case_value: what ``CASE value WHEN`` compares
    :ivar sublink_outputs: for each column of the sub-select of ``x = ANY (SELECT)``, whether it
        is never NULL
    """

    facts: Facts = NO_FACTS
    grouped: bool = False
    in_aggregate: bool = False
    case_value: Node | None = None
    sublink_outputs: tuple[bool, ...] | None = None

    def knowing(self, facts: Facts) -> "Context":
        """Return the context with further facts."""
        return replace(self, facts=self.facts | facts) if facts else self


@dataclass
class Level:
    """A query, or sub-query, with what is known of it.

    :ivar parent: the level around it, and in which context it stands there
    :ivar facts: expressions that WHERE and inner joins prove non-null for each row
    :ivar having_facts: the same, of HAVING, after grouping
    :ivar nulling: for each relation, by number, the joins that can null it
    :ivar group_nullable: expressions that a grouping set leaves out, and so makes NULL
    :ivar group_lookalikes: those of them whose key others may have that are not left out
    :ivar empty_group: whether a grouping set has no column, so that its group may have no row
    :ivar having_counts_rows: whether HAVING drops groups without rows
    :ivar returning: for each column of the table that RETURNING shows, whether it is never NULL
    :ivar excluded: the same for ``excluded`` of ON CONFLICT, by the number of its relation
    :ivar set_returning: how many set-returning functions the target list has
    :ivar column_override: answers for columns of a generated column's expression
    :ivar known_columns: verdicts found before, by relation and column
    :ivar known_outputs: verdicts on columns of sub-queries found before
    """

    query: Node
    parent: "Level | None" = None
    parent_context: Context | None = None
    facts: Facts = NO_FACTS
    having_facts: Facts = NO_FACTS
    nulling: dict[int, frozenset[Key]] = field(default_factory=dict)
    group_nullable: Facts = NO_FACTS
    group_lookalikes: Facts = NO_FACTS
    empty_group: bool = False
    having_counts_rows: bool = False
    returning: dict[int, bool] | None = None
    excluded: tuple[int, dict[int, bool]] | None = None
    set_returning: int = 0
    column_override: Callable[[int], bool] | None = None
    known_columns: dict[tuple[int, int], Verdict] = field(default_factory=dict)
    known_outputs: dict[object, tuple[Verdict, ...]] = field(default_factory=dict)

    @property
    def result_relation(self) -> int:
        """The number of the table that the query changes, or 0."""
        return self.query.number("resultRelation") or 0

    @property
    def always_one_group(self) -> bool:
        """Whether there is a group even when no row is left: without GROUP BY, or over ()."""
        query = self.query
        if self.having_counts_rows:
            return False
        if query.items("groupingSets"):
            return self.empty_group
        if query.items("groupClause"):
            return False
        return query.flag("hasAggs") or query.fields.get("havingQual") is not None

    def facts_hold(self, context: Context) -> bool:
        """Tell whether what WHERE proves holds in a context.

        After grouping it does not if there may be a group without rows.
        """
        return not (context.grouped and not context.in_aggregate and self.always_one_group)

    def entry(self, number: int) -> Node | None:
        """Return an entry of the range table."""
        entries = self.query.items("rtable")
        found = entries[number - 1] if 0 < number <= len(entries) else None
        return found if isinstance(found, Node) else None

    def above(self, levels: int) -> "Level | None":
        """Return the level so many levels up."""
        level: Level | None = self
        for _ in range(levels):
            level = level.parent if level is not None else None
        return level

    def with_query(self, entry: Node) -> "tuple[Level, Node] | None":
        """Return the WITH query that an entry of the range table names, and where it is written."""
        owner = self.above(entry.number("ctelevelsup") or 0)
        for expression in owner.query.nodes("cteList") if owner is not None else ():
            if owner is not None and expression.text("ctename") == entry.text("ctename"):
                return owner, expression
        return None

    def resolve(self, variable: Node) -> Node:
        """Return what a variable of this level stands for, through columns of joins and groups."""
        for _ in range(50):
            if variable.tag != "VAR" or variable.number("varlevelsup") != 0:
                return variable
            entry = self.entry(variable.number("varno") or 0)
            attribute = variable.number("varattno") or 0
            if entry is None or attribute <= 0:
                return variable
            kind = entry.number("rtekind")
            if kind == RteKind.JOIN:
                columns = entry.items("joinaliasvars")
            elif kind == RteKind.GROUP:
                columns = entry.items("groupexprs")
            else:
                return variable
            column = columns[attribute - 1] if attribute <= len(columns) else None
            if not isinstance(column, Node):
                return variable
            variable = column
        return variable

    def key(self, value: Value) -> Key:
        """Return the key of an expression of this level.

        That of another type which is given to it is left out: it is the same value.
        """
        while isinstance(value, Node):
            resolved = self.resolve(value)
            if resolved.tag == "RELABELTYPE":
                value = resolved.fields.get("arg")
            elif resolved is not value:
                value = resolved
            else:
                break
        return self._key_with_types(value)

    def _key_with_types(self, value: Value) -> Key:
        """Return the key of what an expression holds; a polymorphic function sees the types."""
        if isinstance(value, Node):
            if value.tag == "VAR":
                resolved = self.resolve(value)
                if resolved is not value:
                    return self._key_with_types(resolved)
                return _variable_key(value)
            if value.tag == "QUERY":
                return _plain_key(value)  # its variables belong to a level of its own
            fields = [(name, v) for name, v in value.fields.items() if name not in _IGNORED]
            return (value.tag, *((name, self._key_with_types(v)) for name, v in fields))
        if isinstance(value, tuple):
            return tuple(self._key_with_types(item) for item in value)
        return (value,)


def column_key(relation: int, attribute: int, levels_up: int = 0) -> Key:
    """Return the key of a column."""
    return ("VAR", levels_up, relation, attribute, "0")


#: The number of no column: a fact about it says only that the relation's row is there.
_NO_COLUMN = -100


def row_key(relation: int, levels_up: int = 0) -> Key:
    """Return the key of "the row of a relation is there", not null-extended by an outer join."""
    return column_key(relation, _NO_COLUMN, levels_up)


def parameter_key(number: int) -> Key:
    """Return the key of a parameter."""
    return ("PARAMETER", number)


def one_level_up(facts: Facts) -> Facts:
    """Return what facts of a sub-query say of the columns of the query around it."""
    return frozenset(
        ("VAR", levels - 1, *rest)
        for _, levels, *rest in (fact for fact in facts if fact[0] == "VAR")
        if isinstance(levels, int) and levels > 0
    )


def _variable_key(variable: Node) -> Key:
    return (
        "VAR",
        variable.number("varlevelsup") or 0,
        variable.number("varno") or 0,
        variable.number("varattno") or 0,
        variable.text("varreturningtype") or "0",
    )


def _plain_key(value: Value) -> Key:
    if isinstance(value, Node):
        fields = value.fields.items()
        return (value.tag, *((name, _plain_key(v)) for name, v in fields if name not in _IGNORED))
    if isinstance(value, tuple):
        return tuple(_plain_key(item) for item in value)
    return (value,)
