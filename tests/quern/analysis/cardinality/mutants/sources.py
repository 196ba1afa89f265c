"""Mutants of which relations of FROM give one row."""

from quern.analysis.cardinality import single_rows
from tests.quern.analysis.mutant import Mutant

MUTANTS = (
    Mutant(
        "sets have a row",
        single_rows.SingleRows,
        "_examine",
        'if any(n.flag("funcretset") or n.flag("opretset") for n in entry.walk()):',
        "if False:",
    ),
    Mutant(
        "functions have several rows",
        single_rows.SingleRows,
        "_examine",
        'if any(n.flag("funcretset") or n.flag("opretset") for n in entry.walk()):',
        "if True:",
        proves_less=True,
    ),
    Mutant("VALUES has one row", single_rows.SingleRows, "_examine", "if count == 1:", "if True:"),
    Mutant(
        "VALUES has several rows",
        single_rows.SingleRows,
        "_examine",
        "if count == 1:",
        "if False:",
        proves_less=True,
    ),
    Mutant(
        "LATERAL is computed once",
        single_rows.SingleRows,
        "_examine",
        'if entry.flag("lateral") and not',
        "if False and not",
    ),
    Mutant(
        "LATERAL is computed for each row",
        single_rows.SingleRows,
        "_takes_what_is_fixed",
        "return all(",
        "return False and all(",
        proves_less=True,
    ),
    Mutant(
        "WITH gives several rows",
        single_rows.SingleRows,
        "_with_query",
        "return self._sub_query(number, query, owner)",
        'return Most(None, "")',
        proves_less=True,
    ),
    Mutant(
        "conditions do not reach sub-queries",
        single_rows.SingleRows,
        "_sub_query",
        "if relation == number and fixings",
        "if False",
        proves_less=True,
    ),
    Mutant(
        "a locked row is the same again",
        single_rows.SingleRows,
        "_is_repeatable",
        " and not locks_rows(part)",
        "",
    ),
    Mutant(
        "a volatile row is the same again",
        single_rows.SingleRows,
        "_is_repeatable",
        "is_stable(part, catalog) and ",
        "",
    ),
    Mutant(
        "one row is of no use to others",
        single_rows.SingleRows,
        "_solve",
        "self._fixed.add_single(fresh)",
        "pass",
        proves_less=True,
    ),
)
