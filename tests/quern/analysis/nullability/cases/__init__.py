"""Queries written by hand over the database of :mod:`..schema`, and what is to be said of them.

- :mod:`.case`: what a case is
- :mod:`.columns`: columns, by the relation that they come from
- :mod:`.joins`: outer joins, and when they null nothing
- :mod:`.conditions`: what WHERE and its like prove
- :mod:`.expressions`: expressions, sets in the target list, elements of arrays
- :mod:`.functions`: functions written in SQL
- :mod:`.grouping`: grouping, aggregates, window functions
- :mod:`.arguments`: what is never NULL because of what it is given
- :mod:`.statements`: scalar sub-queries, set operations, WITH, RETURNING
"""

from tests.quern.analysis.nullability.cases import (
    arguments,
    columns,
    conditions,
    expressions,
    functions,
    grouping,
    joins,
    statements,
)
from tests.quern.analysis.nullability.cases.case import Case

CASES: tuple[Case, ...] = (
    *columns.CASES,
    *joins.CASES,
    *conditions.CASES,
    *expressions.CASES,
    *functions.CASES,
    *grouping.CASES,
    *statements.CASES,
    *arguments.CASES,
)

__all__ = ["CASES", "Case"]
