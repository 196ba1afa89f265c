"""How precise is the analysis on queries that its rules were not written for?

Each column is judged by a person, a NULL is shown by running the query, and the share of columns
on which the analysis agrees is held to a bar. The rules are developed on
:mod:`tests.quern.analysis.nullability.cases`, not on these.

- :mod:`query`: what a query of the set is
- :mod:`schema`: what they run on
- :mod:`joins`, :mod:`grouping`, :mod:`expressions`, :mod:`nesting`, :mod:`statements`: the queries
"""

from tests.quern.analysis.nullability.precision.expressions import EXPRESSIONS
from tests.quern.analysis.nullability.precision.grouping import GROUPING
from tests.quern.analysis.nullability.precision.joins import JOINS
from tests.quern.analysis.nullability.precision.nesting import NESTING
from tests.quern.analysis.nullability.precision.query import TrickyQuery
from tests.quern.analysis.nullability.precision.statements import STATEMENTS

TRICKY_QUERIES = (*JOINS, *GROUPING, *EXPRESSIONS, *NESTING, *STATEMENTS)

__all__ = ["TRICKY_QUERIES", "TrickyQuery"]
