"""Which relations of FROM give at most one row, when the conditions are counted in.

A table does if its conditions fix a unique key: its columns equal what is the same in all rows,
such as parameters, or columns of relations that give one row themselves. So relations are found
one after the other, until no more follow.

On the missing side of an outer join, one row means one row or none: the join gives one row for
each of the other side, with a partner or without.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from quern.analysis.cardinality.equalities import Fixing, Nulls, Scope, conjuncts
from quern.analysis.cardinality.fixed_columns import FixedColumns, Outputs
from quern.analysis.cardinality.join_conditions import read_joins
from quern.analysis.cardinality.stability import is_stable, locks_rows, variables
from quern.analysis.cardinality.terms import ColumnId
from quern.analysis.catalog.catalog import Relation
from quern.analysis.catalog.unique_keys import KeyExpression, UniqueKey
from quern.analysis.nullability.level import Level
from quern.analysis.nullability.prover import Prover
from quern.analysis.tree.node_enums import NullTestType, RteKind
from quern.analysis.tree.nodetree import Node

_ANYWHERE: Scope = frozenset()
_NOT_FIXED: frozenset[Fixing] = frozenset()


@dataclass(frozen=True)
class Most:
    """How many rows there can be at most.

    :ivar rows: None for no limit
    """

    rows: Literal[0, 1] | None
    why: str


#: Tells how many rows a sub-query of a level gives.
CountRows: TypeAlias = Callable[[Node, Level, Outputs], Most]


class SingleRows:
    """Finds the relations of a level that give at most one row.

    :param outputs: how the columns that the level's query returns are fixed from around it
    :ivar found: for each relation that gives at most one row, why
    :raises UnknownNodeError: if the join tree holds a node of an unknown kind
    """

    def __init__(
        self, level: Level, prover: Prover, count_rows: CountRows, outputs: Outputs
    ) -> None:
        self.found: dict[int, str] = {}
        self._level = level
        self._prover = prover
        self._count_rows = count_rows
        self._joins = read_joins(level, prover.catalog, prover.joins)
        self._fixed = FixedColumns(
            level,
            prover.catalog,
            self._joins,
            lambda query: count_rows(query, level, {}).rows is not None,
            self._is_repeatable,
            outputs,
        )
        self._doubts: dict[int, str] = {}
        self._counted: dict[tuple[int, frozenset[tuple[int, frozenset[Fixing]]]], Most] = {}
        self._solve()

    @property
    def most(self) -> Most:
        """How many rows FROM and WHERE give at most."""
        if self._joins.empty:
            return Most(0, "a condition is never true")
        if self._doubts:
            return Most(None, self._doubts[min(self._doubts)])
        if not self._joins.is_regular:
            return Most(None, "a full join gives unmatched rows of both sides")
        reasons = dict.fromkeys(self.found[number] for number in sorted(self.found))
        return Most(1, " and ".join(reasons) or "there is no FROM")

    def doubt(self, relation: int) -> str:
        """Return why a relation may give several rows."""
        return self._doubts.get(relation, "a relation that is not in FROM")

    def is_fixed(self, expression: Node, families: frozenset[int], collation: int) -> bool:
        """Tell whether an expression has but one value, by the equality that groups rows."""
        if self._fixed.value(expression, _ANYWHERE) == Nulls.SAME:
            return True
        column = self._joins.terms.column_of(expression)
        fixings = self._fixings(column, _ANYWHERE) if column is not None else _NOT_FIXED
        return any(f.is_same and f.implies(families, collation) for f in fixings)

    def _solve(self) -> None:
        """Find relations, until no more follow from those that are found."""
        waiting = set(self._joins.scopes)
        while waiting:
            fresh: set[int] = set()
            for number in waiting:
                most = self._examine(number)
                if most.rows is None:
                    self._doubts[number] = most.why
                else:
                    self._doubts.pop(number, None)
                    self.found[number] = most.why
                    fresh.add(number)
            if not fresh:
                break
            waiting -= fresh
            self._fixed.add_single(fresh)

    def _examine(self, number: int) -> Most:
        """Return how many rows a relation gives, by what is known so far."""
        entry = self._level.entry(number)
        if entry is None:
            return Most(None, "a relation that is not known")
        if entry.flag("lateral") and not self._takes_what_is_fixed(number, entry):
            return Most(None, f"{_alias(entry)} is computed for each row of the others")
        match entry.number("rtekind"):
            case RteKind.RELATION:
                return self._table(number, entry)
            case RteKind.SUBQUERY:
                query = entry.node("subquery")
                if query is None:
                    return Most(None, "a sub-query that is not known")
                return self._sub_query(number, query, self._level)
            case RteKind.CTE:
                return self._with_query(number, entry)
            case RteKind.VALUES:
                count = len(entry.items("values_lists"))
                if count == 1:
                    return Most(1, "VALUES has 1 row")
                return Most(None, f"VALUES has {count} rows")
            case RteKind.FUNCTION:
                if any(n.flag("funcretset") or n.flag("opretset") for n in entry.walk()):
                    return Most(None, f"{_alias(entry)} is a set-returning function")
                return Most(1, f"{_alias(entry)} is a function that returns no set")
            case RteKind.RESULT:
                return Most(1, "there is no FROM")
            case RteKind.TABLE_FUNCTION:
                return Most(None, f"{_alias(entry)} gives any number of rows")
            case _:
                return Most(None, "a relation of an unknown kind")

    def _takes_what_is_fixed(self, number: int, entry: Node) -> bool:
        """Tell whether what a relation takes from those to its left (LATERAL) is fixed.

        Else it has a row for each of theirs, and its columns tell nothing of their values.
        """
        scope = self._joins.scopes[number]
        return all(
            self._fixed.value(variable, scope) == Nulls.SAME
            for part in _contents(entry)
            for variable in variables(part)
        )

    def _is_repeatable(self, number: int) -> bool:
        """Tell whether a relation of one row gives the same one when it is computed again.

        A WITH query that may not is computed once (``SS_process_ctes`` in ``subselect.c``).
        """
        entry = self._level.entry(number)
        catalog = self._prover.catalog
        return entry is not None and all(
            is_stable(part, catalog) and not locks_rows(part) for part in _contents(entry)
        )

    def _sub_query(self, number: int, query: Node, level: Level) -> Most:
        """Count the rows of a sub-query that are left by conditions on what it returns."""
        columns = self._fixed.columns(self._joins.scopes[number])
        outputs = {
            attribute: frozenset(fixings)
            for (relation, attribute), fixings in columns.items()
            if relation == number and fixings
        }
        memo = number, frozenset(outputs.items())
        if memo not in self._counted:
            self._counted[memo] = self._count_rows(query, level, outputs)
        return self._counted[memo]

    def _with_query(self, number: int, entry: Node) -> Most:
        found = self._level.with_query(entry)
        if found is None:
            return Most(None, "a WITH query that is not known")
        owner, expression = found
        query = expression.node("ctequery")
        if query is None or expression.flag("cterecursive"):
            return Most(None, f"WITH query {_alias(entry)} is recursive")
        return self._sub_query(number, query, owner)

    def _table(self, number: int, entry: Node) -> Most:
        """Look for a unique key that is fixed.

        A unique key of a table does not bind the tables that inherit from it, but one of a
        partitioned table binds its partitions.
        """
        relation = self._prover.relation_of(entry)
        if relation is None or relation.kind not in {"r", "p", "m"}:
            return Most(None, f"nothing is promised of {_alias(entry)}")
        if relation.kind == "r" and relation.has_children and entry.flag("inh"):
            return Most(None, f"tables that inherit from {_alias(entry)} may repeat its keys")
        free: list[tuple[UniqueKey, list[str]]] = []
        unmet: str | None = None
        for key in relation.unique_keys:
            missing = self._free_columns(number, relation, key)
            if not missing and (key.predicate is None or self._is_met(key.predicate, number)):
                return Most(1, f"unique key {key.name} is fixed")
            if key.predicate is None:
                free.append((key, missing))
            elif not missing:
                unmet = f"unique key {key.name} holds only where {key.predicate.text}"
        if unmet is not None:
            return Most(None, unmet)
        if not free:
            return Most(None, f"{_alias(entry)} has no unique key that holds at every moment")
        key, missing = min(free, key=lambda found: len(found[1]))
        words = " and ".join(missing)
        return Most(None, f"unique key {key.name} is not fixed: nothing fixes {words}")

    def _free_columns(self, number: int, relation: Relation, key: UniqueKey) -> list[str]:
        """Return the names of the columns of a key that are not fixed."""
        scope = self._joins.scopes[number]
        return [
            column.expression.text
            if column.expression is not None
            else relation.attributes[column.attribute].name
            for column in key.columns
            if not any(
                fixing.implies({column.family}, column.collation)
                and _rules_out_nulls(fixing, relation, key, column.attribute)
                for fixing in self._fixings(self._joins.terms.of_key(number, column), scope)
            )
        ]

    def _is_met(self, predicate: KeyExpression, number: int) -> bool:
        """Tell whether a partial key holds for all rows of a relation that are left.

        Each part of its predicate must be a condition itself, word by word, or say that something
        is not NULL which conditions fix to a value.
        """
        scope = self._joins.scopes[number]
        terms = self._joins.terms
        known = {terms.key(found) for found, where in self._joins.conditions if where <= scope}
        return all(
            terms.key_in(number, part) in known or self._has_value(part, number)
            for part in conjuncts(predicate.tree)
        )

    def _has_value(self, part: Node, number: int) -> bool:
        """Tell whether a part of a predicate is ``x IS NOT NULL``, for a column with a value.

        Of a row it says that none of its fields is NULL.
        """
        tested = part.node("arg")
        if part.tag != "NULLTEST" or tested is None or tested.tag != "VAR":
            return False
        if part.flag("argisrow"):
            return False
        if part.number("nulltesttype") != NullTestType.IS_NOT_NULL:
            return False
        column = number, tested.number("varattno") or 0
        return any(
            f.nulls == Nulls.NEVER for f in self._fixings(column, self._joins.scopes[number])
        )

    def _fixings(self, column: ColumnId, scope: Scope) -> frozenset[Fixing]:
        return frozenset(self._fixed.columns(scope).get(column, ()))


def _rules_out_nulls(fixing: Fixing, relation: Relation, key: UniqueKey, attribute: int) -> bool:
    """Tell whether no more than one row has what a column of a key is fixed to.

    A unique key lets NULL repeat, unless it is NULLS NOT DISTINCT.
    """
    if fixing.nulls == Nulls.NEVER or relation.not_null(attribute):
        return True
    return key.nulls_not_distinct and fixing.nulls == Nulls.SAME


def _contents(entry: Node) -> tuple[Node, ...]:
    """Return what is computed for an entry of the range table."""
    query = entry.node("subquery")
    values = (n for row in entry.items("values_lists") if isinstance(row, tuple) for n in row)
    return (
        *((query,) if query is not None else ()),
        *entry.nodes("functions"),
        *(value for value in values if isinstance(value, Node)),
    )


def _alias(entry: Node) -> str:
    """Return what a query calls an entry of its range table."""
    names = entry.node("eref")
    return (names.text("aliasname") or "it").replace("\\", "") if names is not None else "it"
