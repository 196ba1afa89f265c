"""Mutants of where conditions of joins hold."""

from quern.analysis.cardinality import join_conditions, single_rows
from tests.quern.analysis.mutant import Mutant

_WALK = join_conditions._Walk  # pyright: ignore[reportPrivateUsage]  # its rules are what is edited

MUTANTS = (
    Mutant(
        "a left join finds a partner",
        _WALK,
        "_visit_join",
        "right_scope = scope | {number}",
        "right_scope = scope",
    ),
    Mutant(
        "a right join finds a partner",
        _WALK,
        "_visit_join",
        "left_scope = scope | {-number}",
        "left_scope = scope",
    ),
    Mutant(
        "a full join is regular",
        _WALK,
        "_visit_join",
        "is_full = left_scope != scope and right_scope != scope",
        "is_full = False",
    ),
    Mutant(
        "unmatched rows do not count",
        single_rows.SingleRows,
        "most",
        "if not self._joins.is_regular:",
        "if False:",
    ),
    Mutant(
        "no join is reduced",
        _WALK,
        "_may_be_missing",
        "return not any(",
        "return True or not any(",
        proves_less=True,
    ),
    Mutant(
        "ON fixes nothing",
        _WALK,
        "_visit_join",
        "self._take_conditions(node, left_scope | right_scope)",
        "pass",
        proves_less=True,
    ),
    Mutant(
        "WHERE fixes nothing",
        _WALK,
        "visit",
        "self._take_conditions(node, scope)",
        "pass",
        proves_less=True,
    ),
    Mutant(
        "false is not seen",
        _WALK,
        "_take_conditions",
        "if is_false_or_null(condition) and not scope:",
        "if False:",
        proves_less=True,
    ),
    Mutant("ON false leaves no row", _WALK, "_take_conditions", " and not scope", ""),
)
