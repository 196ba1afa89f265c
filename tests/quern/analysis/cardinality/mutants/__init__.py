"""Mutants of the rules of cardinality: each has to be noticed by a case, and by random queries.

- :mod:`.keys`: unique keys
- :mod:`.equalities`: what conditions make equal
- :mod:`.fixed_columns`: what is the same in all rows
- :mod:`.joins`: where conditions of joins hold
- :mod:`.sources`: which relations of FROM give one row
- :mod:`.clauses`: LIMIT, GROUP BY, DISTINCT and set operations
- :mod:`.changes`: RETURNING, and rows that are sure
"""

from tests.quern.analysis.cardinality.mutants import (
    changes,
    clauses,
    equalities,
    fixed_columns,
    joins,
    keys,
    sources,
)
from tests.quern.analysis.mutant import Mutant

MUTANTS: tuple[Mutant, ...] = (
    *keys.MUTANTS,
    *equalities.MUTANTS,
    *fixed_columns.MUTANTS,
    *joins.MUTANTS,
    *sources.MUTANTS,
    *clauses.MUTANTS,
    *changes.MUTANTS,
)
