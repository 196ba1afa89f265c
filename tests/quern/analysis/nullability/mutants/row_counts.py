"""Mutants of rows that are sure."""

from quern.analysis.nullability import row_counts
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant(
        "HAVING keeps the row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'query.fields.get("havingQual") is not None or ',
        "",
    ),
    Mutant(
        "OFFSET keeps the row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'query.fields.get("limitOffset") is not None or ',
        "",
    ),
    Mutant(
        "LIMIT keeps the row",
        row_counts,
        "_limit_leaves_a_row",
        "number is not None and number > 0",
        "True",
    ),
    Mutant(
        "groups are sure",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'if query.items("groupingSets") or query.items("groupClause"):',
        "if False:",
    ),
    Mutant(
        "an aggregate is not sure",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'if query.flag("hasAggs"):',
        "if False:",
        proves_less=True,
    ),
    Mutant(
        "WHERE keeps the row",
        row_counts.RowCounts,
        "_from_has_a_row",
        'is_true_constant(tree.node("quals"))',
        "True",
    ),
    Mutant(
        "a set has a row",
        row_counts.RowCounts,
        "query_always_has_a_row",
        'or query.flag("hasTargetSRFs")',
        "",
    ),
    Mutant(
        "EXCEPT has a row",
        row_counts.RowCounts,
        "_set_operation_has_a_row",
        'if operation.number("op") != _UNION:',
        "if False:",
    ),
)
