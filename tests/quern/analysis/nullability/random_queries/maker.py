"""One random query, whose parts the modules beside this one make."""

import re
from random import Random

from tests.quern.analysis.nullability.random_queries.changes import Changes
from tests.quern.analysis.nullability.random_queries.conditions import Conditions
from tests.quern.analysis.nullability.random_queries.expressions import Expressions
from tests.quern.analysis.nullability.random_queries.grouping import Grouping
from tests.quern.analysis.nullability.random_queries.scope import Query, Ref, Source
from tests.quern.analysis.nullability.random_queries.selects import Selects
from tests.quern.analysis.nullability.random_queries.single_rows import SingleRows
from tests.quern.analysis.nullability.random_queries.sources import Sources
from tests.quern.analysis.nullability.random_queries.windows import Windows
from tests.quern.analysis.nullability.random_queries.with_queries import WithQueries
from tests.quern.analysis.nullability.random_schema import Schema

_PARAMETER = re.compile(r"\$(\d+)")
_KINDS = "iiittbbnndaaje"


class QueryMaker:
    """Makes one random query; use it once.

    :param version: the major version of the server
    :ivar with_list: the WITH queries that FROM may name
    :ivar values: for the parameters that the query has so far
    :ivar parameter_kinds: the letters of their types
    :ivar non_null: the numbers of those that are promised never to be NULL
    """

    def __init__(self, random: Random, schema: Schema, version: int) -> None:
        self.random = random
        self.schema = schema
        self.version = version
        self.with_list: list[Source] = []
        self.values: list[object] = []
        self.parameter_kinds = ""
        self.non_null: set[int] = set()
        self.selects = Selects(self)
        self.with_queries = WithQueries(self)
        self.changes = Changes(self)
        self.sources = Sources(self)
        self.grouping = Grouping(self)
        self.windows = Windows(self)
        self.single_rows = SingleRows(self)
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
        if chance < 0.01:
            body = self.selects.casts()
        elif chance < 0.6:
            kinds, depth = self.kinds(random.randint(1, 4)), random.randint(1, 3)
            body = self.selects.select(kinds, [], depth)[0]
        elif chance < 0.7:
            body = self.selects.set_operation(self.kinds(random.randint(1, 4)), 2)
        else:
            body = self.changes.change()
        prefix = f"WITH {recursive}{', '.join(clauses)} " if clauses else ""
        return self._with_parameters(prefix + body)

    def _with_parameters(self, sql: str) -> Query:
        """Number the parameters anew: some are of expressions that were not chosen."""
        used = sorted({int(match[1]) for match in _PARAMETER.finditer(sql)})
        return Query(
            _PARAMETER.sub(lambda match: f"${used.index(int(match[1])) + 1}", sql),
            [self.values[number - 1] for number in used],
            frozenset(n for n, number in enumerate(used, 1) if number in self.non_null),
        )

    def favourites(self, refs: list[Ref]) -> list[Ref]:
        """Return expressions to be used again and again, often in a condition and in the result."""
        if not refs or self.random.random() < 0.5:
            return []
        kind = self.random.choice("iii" + _KINDS)
        template = "(wild(<i>))" if kind == "i" and self.random.random() < 0.3 else f"<{kind}>"
        made = self.filled(template, refs, 1, nested=False)
        return [Ref(made, kind)]

    def kinds(self, count: int) -> str:
        """Return the letters of so many types."""
        return "".join(self.random.choice(_KINDS) for _ in range(count))

    def name(self, letter: str) -> str:
        """Return a name that the query does not have yet."""
        self._names += 1
        return f"{letter}{self._names}"
