"""Mutants of RETURNING, and rows that are sure."""

from quern.analysis.cardinality import cardinality
from quern.analysis.nullability import row_counts
from tests.quern.analysis.mutant import Mutant

_COUNTER = cardinality._Counter  # pyright: ignore[reportPrivateUsage]  # its rules are what is edited

MUTANTS = (
    Mutant(
        "a change without RETURNING gives rows",
        _COUNTER,
        "_count",
        'if not query.items("returningList"):',
        "if False:",
        proves_less=True,
    ),
    Mutant(
        "MERGE changes one row",
        _COUNTER,
        "_changed",
        'if query.number("commandType") == CommandType.MERGE:',
        "if False:",
        since=17,
    ),
    Mutant(
        "sets in RETURNING have one row",
        _COUNTER,
        "_changed",
        'if query.flag("hasTargetSRFs"):',
        "if False:",
    ),
    Mutant(
        "a row is changed for each that it is joined with",
        _COUNTER,
        "_changed",
        "if number in rows.found:",
        "if False:",
        proves_less=True,
    ),
    Mutant(
        "a row is there",
        cardinality,
        "find_cardinality",
        "if most.rows == 1 and prover.row_counts.query_always_has_a_row(query, None):",
        "if most.rows == 1:",
    ),
    Mutant(
        "no row is sure",
        cardinality,
        "find_cardinality",
        "if most.rows == 1 and prover.row_counts.query_always_has_a_row(query, None):",
        "if False:",
        proves_less=True,
    ),
    Mutant(
        "triggers let each row in",
        row_counts.RowCounts,
        "_insert_has_a_row",
        " or relation.changed_on_insert",
        "",
    ),
    Mutant(
        "ON CONFLICT stores the row",
        row_counts.RowCounts,
        "_insert_has_a_row",
        'conflict.number("action") != _ON_CONFLICT_UPDATE',
        "False",
    ),
    Mutant(
        "DO UPDATE stores the row",
        row_counts.RowCounts,
        "_insert_has_a_row",
        'or conflict.node("onConflictWhere") is not None',
        "",
    ),
    Mutant(
        "triggers let each update of a conflict through",
        row_counts.RowCounts,
        "_insert_has_a_row",
        "or relation.changed_on_update",
        "",
    ),
    Mutant(
        "INSERT stores no row",
        row_counts.RowCounts,
        "_insert_has_a_row",
        "return has_result and self._from_has_a_row(level)",
        "return False",
        proves_less=True,
    ),
    Mutant(
        "a locked row is there",
        row_counts.RowCounts,
        "query_always_has_a_row",
        ' or query.items("rowMarks")',
        "",
    ),
)
