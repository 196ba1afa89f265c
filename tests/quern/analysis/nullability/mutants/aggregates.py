"""Mutants of aggregates and window functions."""

from quern.analysis.nullability import aggregates
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant(
        "FILTER leaves rows",
        aggregates.Aggregates,
        "aggregate",
        'if node.fields.get("aggfilter") is not None:',
        "if False:",
    ),
    Mutant(
        "each group has a row",
        aggregates.Aggregates,
        "_group_has_a_row",
        'return bool(query.items("groupClause"))',
        "return True",
    ),
    Mutant(
        "no group has a row",
        aggregates.Aggregates,
        "_group_has_a_row",
        'return bool(query.items("groupClause"))',
        "return False",
        proves_less=True,
    ),
    Mutant(
        "grouping sets have rows",
        aggregates.Aggregates,
        "_group_has_a_row",
        "return not level.empty_group",
        "return True",
    ),
    Mutant(
        "each aggregate needs a value only",
        aggregates.Aggregates,
        "aggregate",
        "if name not in _FOR_A_VALUE:",
        "if False:",
    ),
    Mutant(
        "aggregates skip no NULL",
        aggregates.Aggregates,
        "aggregate",
        'if not found.never_null:\n        return doubtful(f"{name}: {found.why}")',
        "if False:\n        pass",
    ),
    Mutant(
        "fractions are there",
        aggregates.Aggregates,
        "aggregate",
        "if name in _PERCENTILES:",
        "if False:",
    ),
    Mutant(
        "lag has a default", aggregates.Aggregates, "window", "if len(arguments) != 3:", "if False:"
    ),
    Mutant(
        "each frame has the current row",
        aggregates.Aggregates,
        "window",
        "if not _frame_has_current_row(options):",
        "if False:",
    ),
    Mutant(
        "EXCLUDE leaves nothing out",
        aggregates,
        "_frame_has_current_row",
        " or options & (_EXCLUDE_CURRENT | _EXCLUDE_GROUP)",
        "",
    ),
    Mutant(
        "RANGE has the current row",
        aggregates,
        "_frame_has_current_row",
        "return not (options & _RANGE and",
        "return not (False and",
    ),
    Mutant(
        "window FILTER leaves rows",
        aggregates.Aggregates,
        "window",
        'if node.fields.get("aggfilter") is not None:',
        "if False:",
    ),
    Mutant(
        "a branch of CASE speaks of other rows",
        aggregates.Aggregates,
        "window",
        "if name in _OF_OTHER_ROWS:",
        "if False:",
    ),
)
