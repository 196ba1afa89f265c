"""Whether a scalar sub-query always finds a value."""

from typing import TYPE_CHECKING

from quern.analysis.nullability.level import Context, Level, column_key
from quern.analysis.nullability.verdict import Verdict, doubtful, proven
from quern.analysis.tree.node_enums import CommandType, RteKind
from quern.analysis.tree.nodetree import Node

if TYPE_CHECKING:
    from quern.analysis.nullability.prover import Prover


class Sublinks:
    """Finds the verdict on scalar sub-queries."""

    def __init__(self, prover: "Prover") -> None:
        self._prover = prover

    def scalar(self, query: Node, level: Level, context: Context) -> Verdict:
        """Return whether ``(SELECT ...)`` can be NULL: no row gives NULL, and so may its value."""
        outputs = self._prover.outputs(query, level, context)
        if not outputs:
            return doubtful("a sub-query without columns")
        if self._prover.row_counts.query_always_has_a_row(query, level):
            return outputs[0]
        key = None if _sees_changes(level) else self._foreign_key(query, level, context)
        if key is None:
            return doubtful("the sub-query may have no row")
        if not outputs[0].never_null:
            return outputs[0]
        return proven(f"foreign key {key} makes sure that the sub-query has a row")

    def _foreign_key(self, query: Node, level: Level, context: Context) -> str | None:
        """Return the foreign key that makes sure of a row: ``(SELECT ... WHERE t.id = o.t_id)``.

        The sub-query must ask for nothing but the columns of the key, of one plain table without
        policies, and the row that refers must be there, with values in its columns.
        """
        tree = query.node("jointree")
        if tree is None or not _is_plain(query) or len(tree.nodes("fromlist")) != 1:
            return None
        target_entry = Level(query, level).entry(1)
        condition = tree.node("quals")
        if target_entry is None or condition is None or len(query.items("rtable")) != 1:
            return None
        target = self._prover.relation_of(target_entry)
        if (
            target is None
            or target.kind not in {"r", "p"}
            or target.row_security
            or target_entry.items("securityQuals")
            or target_entry.fields.get("tablesample") is not None
            or (target.kind == "p" and not target_entry.flag("inh"))
        ):
            return None
        found = _pairs_with_outer(condition, level)
        if found is None:
            return None
        number, pairs = found
        entry = level.entry(number)
        referring = self._prover.relation_of(entry)
        if entry is None or referring is None or entry.number("rtekind") != RteKind.RELATION:
            return None
        if level.nulling.get(number, frozenset({("?",)})):
            return None
        if referring.kind == "r" and referring.has_children and entry.flag("inh"):
            return None
        if context.grouped or referring.kind not in {"r", "p"}:
            return None
        has_values = all(
            referring.not_null(own) or column_key(number, own) in level.facts for own, _, _ in pairs
        )
        keys = (
            key.name
            for key in referring.foreign_keys
            if has_values and key.target == target.oid and key.pairs == pairs
        )
        return next(keys, None)


def _sees_changes(level: Level) -> bool:
    """Tell whether rows may be newer than what sub-queries see.

    RETURNING shows rows that this statement stored. UPDATE and FOR UPDATE may come upon a row that
    another transaction changed since (Postgres manual, "Read Committed Isolation Level").
    """
    is_change = level.query.number("commandType") != CommandType.SELECT
    return is_change or bool(level.query.items("rowMarks"))


def _is_plain(query: Node) -> bool:
    """Tell whether a query is nothing but SELECT ... FROM ... WHERE, ordered perhaps."""
    if query.number("commandType") != CommandType.SELECT or query.flag("hasTargetSRFs"):
        return False
    if query.flag("hasAggs") or query.flag("hasWindowFuncs"):
        return False
    clauses = (
        *("groupClause", "groupingSets", "havingQual", "limitOffset", "limitCount"),
        *("setOperations", "rowMarks"),
    )
    return not any(query.fields.get(clause) for clause in clauses)


def _pairs_with_outer(
    condition: Node, level: Level
) -> tuple[int, frozenset[tuple[int, int, int]]] | None:
    """Read a condition that is nothing but ``own column = column of the query around`` AND ...

    :returns: the number of the outer relation, and for each pair its column, the own column and
        the operator
    """
    is_and = condition.tag == "BOOLEXPR" and condition.text("boolop") == "and"
    outer_number: int | None = None
    pairs: set[tuple[int, int, int]] = set()
    for comparison in condition.nodes("args") if is_and else (condition,):
        sides = comparison.nodes("args")
        if comparison.tag != "OPEXPR" or len(sides) != 2 or any(s.tag != "VAR" for s in sides):
            return None
        own, outer = sides
        if own.number("varlevelsup") == 1:
            own, outer = outer, own
        if own.number("varlevelsup") != 0 or outer.number("varlevelsup") != 1:
            return None
        resolved = level.resolve(Node("VAR", {**outer.fields, "varlevelsup": "0"}))
        if resolved.tag != "VAR" or resolved.number("varlevelsup") != 0:
            return None
        number = resolved.number("varno") or 0
        if outer_number not in {None, number}:
            return None
        outer_number = number
        attributes = resolved.number("varattno") or 0, own.number("varattno") or 0
        if min(attributes) <= 0:
            return None
        pairs.add((*attributes, comparison.number("opno") or 0))
    return None if outer_number is None else (outer_number, frozenset(pairs))
