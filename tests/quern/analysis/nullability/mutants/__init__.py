"""Mutants of the rules of nullability: each has to be noticed by a case, and by random queries.

- :mod:`.joins`: what outer joins null, and what WHERE and ON prove of them
- :mod:`.row_counts`: rows that are sure
- :mod:`.conditions`: what conditions prove
- :mod:`.grouping`: GROUP BY, grouping sets and HAVING
- :mod:`.aggregates`: aggregates and window functions
- :mod:`.expressions`: expressions
- :mod:`.arguments`: calls, by what they are given
- :mod:`.elements`: the elements of arrays
- :mod:`.sql_functions`: functions written in SQL, and :mod:`.function_bodies`: reading them
- :mod:`.columns`: columns, by the relation that they come from
- :mod:`.sublinks`: sub-queries in expressions
- :mod:`.statements`: set operations, WITH and RETURNING
- :mod:`.catalog`: what is asked of the catalogue
"""

from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.nullability.mutants import (
    aggregates,
    arguments,
    catalog,
    columns,
    conditions,
    elements,
    expressions,
    function_bodies,
    grouping,
    joins,
    row_counts,
    sql_functions,
    statements,
    sublinks,
)

MUTANTS: tuple[Mutant, ...] = (
    *joins.MUTANTS,
    *row_counts.MUTANTS,
    *conditions.MUTANTS,
    *grouping.MUTANTS,
    *aggregates.MUTANTS,
    *expressions.MUTANTS,
    *arguments.MUTANTS,
    *elements.MUTANTS,
    *sql_functions.MUTANTS,
    *function_bodies.MUTANTS,
    *columns.MUTANTS,
    *sublinks.MUTANTS,
    *statements.MUTANTS,
    *catalog.MUTANTS,
)
