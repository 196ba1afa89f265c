"""Queries of one row at random: of exactly one, or such that a clause may take it away."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, columns_of
from tests.quern.analysis.nullability.random_schema import literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class SingleRows:
    """Makes queries of one row and one column."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def query(self, kind: str, outer: list[Ref]) -> str:
        """Return a query of a column of this type; mostly it has a row, and a value in it."""
        maker, random = self._maker, self._maker.random
        value, other = literal(random, kind), literal(random, kind)
        where = f" WHERE {maker.condition(outer, 1, False)}"
        chosen = random.choice(
            [
                f"SELECT {value}",
                f"SELECT {value}{where}",
                f"SELECT {value} LIMIT {random.choice(['0', '1', 'NULL'])}",
                f"SELECT {value} OFFSET {random.choice('01')}",
                f"VALUES ({value})",
                f"VALUES ({value}), ({other}) OFFSET 2",
                f"SELECT {value} FROM (VALUES (1)) AS z (z){where}",
                f"SELECT {value} FROM lenient(1) AS z",
                f"SELECT {value} FROM unnest({literal(random, 'a')}) AS z",
                f"SELECT {value} FROM (SELECT unnest({literal(random, 'a')})) AS z",
                f"SELECT {value} FROM generate_series(1, {random.randint(0, 1)}) AS z",
            ]
            + 2 * [self._grouped(value, outer)]
        )
        if kind not in "jp" and random.random() < 0.2:
            word = random.choice(["EXCEPT", "INTERSECT", "UNION"])
            return f"(SELECT {value}) {word} (SELECT {random.choice([value, other])}) LIMIT 1"
        return chosen

    def _grouped(self, value: str, outer: list[Ref]) -> str:
        """Return an aggregate's one row, unless there are groups or HAVING drops it."""
        maker, random = self._maker, self._maker.random
        table, alias = random.choice(maker.schema.tables), maker.name("q")
        scope = columns_of(table, alias)
        where = random.choice(["", f" WHERE {maker.condition(scope + outer, 1, False)}"])
        counted = f"CASE WHEN count(*) >= 0 THEN {value} END"
        item = random.choice([value, f"coalesce({counted}, {value})"])
        tail = random.choice(
            [
                " HAVING true",
                " HAVING count(*) > 0",
                " HAVING count(*) < 3",
                f" HAVING max({alias}.id) IS NOT NULL",
                f" GROUP BY {alias}.id LIMIT 1",
                " GROUP BY ()",
                f" GROUP BY GROUPING SETS ((), ({alias}.id)) LIMIT 1",
                " HAVING true OFFSET 1",
                " HAVING true LIMIT 0",
            ]
        )
        return f"SELECT {item} FROM {table.name} AS {alias}{where}{tail}"
