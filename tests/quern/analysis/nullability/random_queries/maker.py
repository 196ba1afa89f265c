"""One random query, whose parts the modules beside this one make."""

from random import Random

from tests.quern.analysis.nullability.random_queries.changes import Changes
from tests.quern.analysis.nullability.random_queries.conditions import Conditions
from tests.quern.analysis.nullability.random_queries.expressions import Expressions
from tests.quern.analysis.nullability.random_queries.grouping import Grouping
from tests.quern.analysis.nullability.random_queries.scope import Query, Source
from tests.quern.analysis.nullability.random_queries.selects import Selects
from tests.quern.analysis.nullability.random_queries.sources import Sources
from tests.quern.analysis.nullability.random_queries.windows import Windows
from tests.quern.analysis.nullability.random_queries.with_queries import WithQueries
from tests.quern.analysis.nullability.random_schema import Schema

_KINDS = "iiittbbnndaaje"


class QueryMaker:
    """Makes one random query; use it once.

    :param version: the major version of the server
    :ivar with_list: the WITH queries that FROM may name
    :ivar values: for the parameters that the query has so far
    :ivar non_null: the numbers of those that are promised never to be NULL
    """

    def __init__(self, random: Random, schema: Schema, version: int) -> None:
        self.random = random
        self.schema = schema
        self.version = version
        self.with_list: list[Source] = []
        self.values: list[object] = []
        self.non_null: set[int] = set()
        self.selects = Selects(self)
        self.with_queries = WithQueries(self)
        self.changes = Changes(self)
        self.sources = Sources(self)
        self.grouping = Grouping(self)
        self.windows = Windows(self)
        self.conditions = Conditions(self)
        self.expressions = Expressions(self)
        # What most of the others need:
        self.expression = self.expressions.expression
        self.filled = self.expressions.filled
        self.maybe_null = self.expressions.maybe_null
        self.condition = self.conditions.condition
        self.aggregate = self.grouping.aggregate
        self._names = 0

    def make(self) -> Query:
        """Return the query."""
        random = self.random
        chance = random.random()
        clauses: list[str] = []
        recursive = ""
        for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
            clause, source = self.with_queries.common_table_expression()
            clauses.append(clause)
            self.with_list.append(source)
            if " UNION ALL SELECT r." in clause or " UNION SELECT r." in clause:
                recursive = "RECURSIVE "
        if chance < 0.7:
            body = self.selects.select(self.kinds(random.randint(1, 5)), [], 3)[0]
        elif chance < 0.8:
            body = self.selects.set_operation(self.kinds(random.randint(1, 4)), 2)
        else:
            body = self.changes.change()
        prefix = f"WITH {recursive}{', '.join(clauses)} " if clauses else ""
        return Query(prefix + body, self.values, frozenset(self.non_null))

    def kinds(self, count: int) -> str:
        """Return the letters of so many types."""
        return "".join(self.random.choice(_KINDS) for _ in range(count))

    def name(self, letter: str) -> str:
        """Return a name that the query does not have yet."""
        self._names += 1
        return f"{letter}{self._names}"
