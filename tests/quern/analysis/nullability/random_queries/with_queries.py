"""WITH queries, at random: recursive ones, changes, and plain ones."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, Source
from tests.quern.analysis.nullability.random_schema import TYPES, literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class WithQueries:
    """Makes queries of WITH."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def common_table_expression(self) -> tuple[str, Source]:
        random = self._maker.random
        name = self._maker.name("w")
        chance = random.random()
        kinds = self._maker.kinds(random.randint(1, 3))
        columns = [f"k{n}" for n in range(len(kinds))]
        if chance < 0.25:
            kinds = "i" + kinds.replace("j", "i")
            columns = [f"k{n}" for n in range(len(kinds))]
            start = self._maker.selects.select(kinds, [], 1)[0]
            if random.random() < 0.5:
                values = ", ".join(literal(random, kind) for kind in kinds[1:])
                start = f"SELECT 0{', ' if values else ''}{values}"
            refs = [Ref(f"r.{c}", k) for c, k in zip(columns, kinds, strict=True)]
            parts = [
                "r.k0 + 1",
                *(self._maker.expression(k, refs, 1, False) for k in kinds[1:]),
            ]
            other = ""
            condition = "r.k0 < 3"
            if random.random() < 0.4:
                parts = ["r.k0 + 1", *self._moved(kinds)]
            elif random.random() < 0.3:
                table = random.choice(self._maker.schema.tables)
                alias = self._maker.name("x")
                join = random.choice(["JOIN", "LEFT JOIN"])
                other = f" {join} {table.name} AS {alias} ON {alias}.id = r.k0"
                extra = [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]
                parts = ["r.k0 + 1"]
                parts += [self._maker.expression(k, refs + extra, 1, False) for k in kinds[1:]]
            word = random.choice(["UNION ALL", "UNION"])
            body = (
                f"({start} LIMIT 3) {word} SELECT {', '.join(parts)} "
                f"FROM {name} AS r{other} WHERE {condition}"
            )
            # The list of columns stands for the names of the first arm.
            sql = f"{name} ({', '.join(columns)}) AS ({body})"
        elif chance < 0.5:
            change, returned = self._maker.changes.returning_change(kinds)
            sql = f"{name} ({', '.join(columns)}) AS ({change})"
            kinds = returned
        elif chance < 0.6:
            kinds = kinds.replace("j", "i")
            sql = (
                f"{name} ({', '.join(columns)}) AS ({self._maker.selects.set_operation(kinds, 1)})"
            )
        else:
            word = random.choice(["", "MATERIALIZED ", "NOT MATERIALIZED "])
            sql = f"{name} AS {word}({self._maker.selects.select(kinds, [], 2)[0]})"
        refs = [Ref(c, k) for c, k in zip(columns, kinds, strict=True)]
        return sql, Source(name, name, refs)

    def _moved(self, kinds: str) -> list[str]:
        """Return the columns of the recursion, each from the next of its type, the last NULL."""
        found: list[str] = []
        for number, kind in enumerate(kinds[1:], 1):
            following = kinds.find(kind, number + 1)
            found.append(f"r.k{following}" if following > 0 else f"NULL::{TYPES[kind]}")
        return found
