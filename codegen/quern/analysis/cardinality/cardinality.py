"""How many rows a query gives.

Anything but "many" is proven, whatever the tables hold; what no rule knows is "many".

- :mod:`~quern.analysis.cardinality.single_rows`: which relations of FROM give at most one row
- :mod:`~quern.analysis.cardinality.fixed_columns`: what is the same in all rows
- :mod:`~quern.analysis.cardinality.join_conditions`,
  :mod:`~quern.analysis.cardinality.equalities`: what conditions say
- :mod:`~quern.analysis.nullability.row_counts`: what always has a row
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from quern.analysis.cardinality.equalities import Fixing
from quern.analysis.cardinality.fixed_columns import Outputs
from quern.analysis.cardinality.single_rows import Most, SingleRows
from quern.analysis.nullability.joins import UnknownNodeError
from quern.analysis.nullability.level import Level
from quern.analysis.nullability.prover import Prover
from quern.analysis.tree.constants import constant_integer
from quern.analysis.tree.node_enums import CommandType, GroupingSetKind, SetOperation
from quern.analysis.tree.nodetree import Node

Rows: TypeAlias = Literal["none", "exactly_one", "at_most_one", "many"]

_NO_OUTPUTS: Outputs = {}
#: ``LimitOption``.
_WITH_TIES = 1


@dataclass(frozen=True)
class Cardinality:
    """How many rows a query gives, and the rule that decided that, in words."""

    rows: Rows
    why: str


def find_cardinality(query: Node, prover: Prover) -> Cardinality:
    """Return how many rows the client gets from a query.

    :param query: of the rewritten tree
    """
    try:
        most = _Counter(prover).most(query, None, _NO_OUTPUTS)
        if most.rows == 1 and prover.row_counts.query_always_has_a_row(query, None):
            return Cardinality("exactly_one", most.why)
    except UnknownNodeError as error:
        return Cardinality("many", f"a node of an unknown kind: {error}")
    except RecursionError:
        return Cardinality("many", "the query is nested too deeply")
    match most.rows:
        case 0:
            return Cardinality("none", most.why)
        case 1 if query.number("commandType") == CommandType.INSERT:
            unless = "unless a trigger, a conflict or a condition keeps it out"
            return Cardinality("at_most_one", f"{most.why}, {unless}")
        case 1:
            return Cardinality("at_most_one", most.why)
        case None:
            return Cardinality("many", most.why)


class _Counter:
    """Counts the rows of queries and sub-queries."""

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        #: A WITH query may be named twice by each of a chain of others.
        self._known: dict[tuple[int, frozenset[tuple[int, frozenset[Fixing]]]], Most] = {}

    def most(self, query: Node, parent: Level | None, outputs: Outputs) -> Most:
        """Return how many rows a query gives at most.

        :param outputs: how the columns that it returns are fixed by conditions around it; then
            only rows that agree with that count
        """
        memo = id(query), frozenset(outputs.items())
        if memo not in self._known:
            self._known[memo] = self._count(query, parent, outputs)
        return self._known[memo]

    def _count(self, query: Node, parent: Level | None, outputs: Outputs) -> Most:
        level = Level(query, parent)
        match query.number("commandType"):
            case CommandType.SELECT:
                return self._limited(level, outputs)
            case CommandType.INSERT | CommandType.UPDATE | CommandType.DELETE | CommandType.MERGE:
                if not query.items("returningList"):
                    return Most(0, "there is no RETURNING")
                return self._changed(level)
            case _:
                return Most(None, "a utility statement may give any number of rows")

    def _limited(self, level: Level, outputs: Outputs) -> Most:
        """LIMIT and FETCH FIRST; WITH TIES may give more than they say."""
        limit = level.query.node("limitCount")
        count = constant_integer(limit) if limit is not None else None
        if count == 0:
            return Most(0, "LIMIT 0")
        operation = level.query.node("setOperations")
        if operation is not None:
            most = self._set_operation(operation, level, outputs)
        else:
            most = self._selected(level, outputs)
        if most.rows is None and count == 1:
            if level.query.number("limitOption") != _WITH_TIES:
                return Most(1, "LIMIT 1")
            return Most(None, "WITH TIES may give further rows")
        return most

    def _selected(self, level: Level, outputs: Outputs) -> Most:
        """SELECT without set operations: FROM and WHERE, GROUP BY, the target list, DISTINCT."""
        query = level.query
        if query.flag("hasTargetSRFs"):
            return Most(None, "a set-returning function is in the target list")
        if query.items("groupingSets"):
            if _is_one_empty_set(query):
                return Most(1, "GROUP BY () makes one group")
            return Most(None, "each grouping set gives rows of its own")
        grouping = query.nodes("groupClause")
        if not grouping and query.flag("hasAggs"):
            return Most(1, "an aggregate without GROUP BY")
        if not grouping and query.node("havingQual") is not None:
            return Most(1, "HAVING without GROUP BY")
        rows = SingleRows(level, self._prover, self.most, outputs)
        most = rows.most
        if most.rows is not None:
            return most
        if grouping and self._is_fixed(grouping, level, rows, outputs):
            return Most(1, "the columns of GROUP BY are fixed")
        distinct = query.nodes("distinctClause")
        if distinct and self._is_fixed(distinct, level, rows, outputs):
            return Most(1, "the columns of DISTINCT are fixed")
        if grouping:
            return Most(None, "GROUP BY may make several groups")
        return most

    def _is_fixed(
        self, clauses: tuple[Node, ...], level: Level, rows: SingleRows, outputs: Outputs
    ) -> bool:
        """Tell whether all that GROUP BY or DISTINCT tells rows apart by is fixed."""
        targets = {
            target.number("ressortgroupref"): target for target in level.query.nodes("targetList")
        }
        for clause in clauses:
            target = targets.get(clause.number("tleSortGroupRef"))
            expression = target.node("expr") if target is not None else None
            if target is None or expression is None:
                return False
            families = self._prover.catalog.equality.get(clause.number("eqop") or 0, frozenset())
            collation = _collation(level.resolve(expression))
            known = () if target.flag("resjunk") else outputs.get(target.number("resno") or 0, ())
            if any(f.is_same and f.implies(families, collation) for f in known):
                continue
            if not rows.is_fixed(expression, families, collation):
                return False
        return True

    def _set_operation(self, node: Node, level: Level, outputs: Outputs) -> Most:
        """EXCEPT gives rows of its left side; INTERSECT of both; UNION those of either."""
        if node.tag == "RANGETBLREF":
            entry = level.entry(node.number("rtindex") or 0)
            query = entry.node("subquery") if entry is not None else None
            if query is None:
                raise UnknownNodeError(node.tag)
            return self.most(query, level, outputs)
        left_node, right_node = node.node("larg"), node.node("rarg")
        if left_node is None or right_node is None:
            raise UnknownNodeError(node.tag)
        union = node.number("op") == SetOperation.UNION
        # Of equal rows the others repeat the first one, to the letter.
        left = self._set_operation(left_node, level, outputs if union else _NO_OUTPUTS)
        right = self._set_operation(right_node, level, outputs if union else _NO_OUTPUTS)
        match node.number("op"):
            case SetOperation.EXCEPT:
                return left
            case SetOperation.INTERSECT:
                return left if left.rows == 0 or right.rows is None else right
            case SetOperation.UNION:
                if 0 in {left.rows, right.rows}:
                    return right if left.rows == 0 else left
                return Most(None, "UNION gives the rows of both sides")
            case _:
                return Most(None, "an unknown set operation")

    def _changed(self, level: Level) -> Most:
        """Count RETURNING: a row for each that is inserted, updated or deleted, or fewer.

        A row of a table is changed only once, however many rows it is joined with (Postgres
        manual, UPDATE, "Notes"). Triggers may drop some; of a view's trigger no more is known.
        """
        query = level.query
        if query.number("commandType") == CommandType.MERGE:
            return Most(None, "MERGE may change several rows")
        if query.flag("hasTargetSRFs"):
            return Most(None, "a set-returning function is in the target list")
        rows = SingleRows(level, self._prover, self.most, _NO_OUTPUTS)
        most = rows.most
        if query.number("commandType") == CommandType.INSERT:
            tree = query.node("jointree")
            is_one = most.rows == 1 and tree is not None and not tree.items("fromlist")
            return Most(1, "one row is inserted") if is_one else most
        number = level.result_relation
        relation = self._prover.relation_of(level.entry(number))
        if most.rows is None and relation is not None and relation.kind in {"r", "p"}:
            if number in rows.found:
                return Most(1, rows.found[number])
            return Most(None, rows.doubt(number))
        return most


def _is_one_empty_set(query: Node) -> bool:
    sets = query.nodes("groupingSets")
    return len(sets) == 1 and sets[0].number("kind") == GroupingSetKind.EMPTY


def _collation(expression: Node) -> int:
    """Return the collation of an expression, as far as it can be told; -1 is none of all."""
    fields = {
        "VAR": "varcollid",
        "RELABELTYPE": "resultcollid",
        "COLLATEEXPR": "collOid",
        "FUNCEXPR": "funccollid",
        "OPEXPR": "opcollid",
    }
    found = expression.number(fields.get(expression.tag, ""))
    return -1 if found is None else found
