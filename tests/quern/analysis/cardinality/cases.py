"""All hand-written cases."""

from tests.quern.analysis.cardinality import (
    changes,
    clauses,
    joins,
    keys,
    no_keys,
    same_rows,
    sources,
)
from tests.quern.analysis.cardinality.case import Case

CASES: list[Case] = [
    *keys.CASES,
    *no_keys.CASES,
    *joins.CASES,
    *same_rows.CASES,
    *sources.CASES,
    *clauses.CASES,
    *changes.CASES,
]
