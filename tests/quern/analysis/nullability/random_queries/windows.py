"""Window functions and sets in the target list, at random."""

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref
from tests.quern.analysis.nullability.random_schema import TYPES

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class Windows:
    """Makes items of a target list that look at several rows, or give several."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def window(self, kind: str, scope: list[Ref]) -> str:
        random = self._maker.random

        same = self._maker.expression(kind, scope, random.randint(0, 1), False)
        calls = [
            f"first_value({same})",
            f"last_value({same})",
            f"lag({same})",
            f"lead({same}, 1, {same})",
            f"lag({same}, 1, <{kind}>)",
            f"nth_value({same}, {random.choice([1, 2])})",
        ]
        if kind in "itnde":
            calls += [f"max({same})", f"min({same})"]
        if kind == "n":
            calls += [
                f"sum({same})",
                f"avg({same})",
                "rank()",
                "row_number()",
                "cume_dist()::numeric",
            ]
        if kind == "i":
            calls += ["count(*)", "count(<t>)", "ntile(2)", "ntile(<i>)"]
        call = random.choice(calls)
        if random.random() < 0.1 and call.split("(")[0] in {"max", "min", "sum", "avg", "count"}:
            call += f" FILTER (WHERE {self._maker.condition(scope, 1, False)})"
        order = "ORDER BY <i>"
        frames = [
            "",
            "",
            "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
            "ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
            "ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING",
            "ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING",
            "GROUPS BETWEEN 1 PRECEDING AND CURRENT ROW",
            "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW",
            "RANGE BETWEEN 1 PRECEDING AND 1 FOLLOWING",
            "ROWS CURRENT ROW EXCLUDE TIES",
            "RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING EXCLUDE GROUP",
        ]
        partition = f"PARTITION BY <{random.choice('itb')}> " if random.random() < 0.4 else ""
        made = f"{call} OVER ({partition}{order} {random.choice(frames)})"
        if random.random() < 0.3:
            condition = random.choice(
                [self._maker.condition(scope, 1, False), f"({same}) IS NOT NULL"]
            )
            made = f"CASE WHEN {condition} THEN ({made})::{TYPES[kind]} ELSE {same} END"
        return self._maker.filled(f"({made})::{TYPES[kind]}", scope, 1, nested=False)

    def set_returning(self, scope: list[Ref]) -> str:
        array = "<a>"
        made = self._maker.random.choice(
            [
                f"unnest({array})",
                "generate_series(1, 2)",
                f"unnest({array}) + 1",
                "several(2)",
                "unnest(ARRAY(SELECT <i>))",
            ]
        )
        if self._maker.random.random() < 0.3:
            made = f"generate_series(1, 3) + {made}"
        return self._maker.filled(made, scope, 1, nested=False)
