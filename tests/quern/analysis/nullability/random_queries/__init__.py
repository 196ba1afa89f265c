"""Random queries over a random schema: typed, so that the server takes most of them.

- :mod:`.maker`: a query, made of what the others make
- :mod:`.scope`: what its parts may name
- :mod:`.selects`: SELECT and set operations
- :mod:`.with_queries`: WITH
- :mod:`.changes`: INSERT, UPDATE, DELETE, MERGE
- :mod:`.sources`: FROM
- :mod:`.grouping`: GROUP BY, HAVING, aggregates
- :mod:`.windows`: window functions, sets in the target list
- :mod:`.conditions`: conditions
- :mod:`.expressions`: expressions
"""

from tests.quern.analysis.nullability.random_queries.maker import QueryMaker
from tests.quern.analysis.nullability.random_queries.scope import Query

__all__ = ["Query", "QueryMaker"]
