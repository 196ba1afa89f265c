"""GROUP BY, HAVING and aggregates, at random."""

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref
from tests.quern.analysis.nullability.random_schema import literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class Grouping:
    """Makes target lists of grouped queries."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def grouped(self, kinds: str, refs: list[Ref], outer: list[Ref]) -> tuple[list[str], str]:
        random = self._maker.random
        scope = refs + outer
        keys = [ref for ref in refs if ref.kind not in "jp"]
        keys = random.sample(keys, min(len(keys), random.randint(1, 3)))
        if random.random() < 0.25:
            kind = random.choice("it")
            keys.append(Ref(f"({self._maker.expression(kind, refs, 1, False)})", kind))
        chance = random.random()
        if chance < 0.08:
            keys.append(Ref("(1::integer)", "i"))
        elif chance < 0.22:
            keys += [Ref(f"{key.sql}::varchar", "t") for key in keys if key.kind == "t"]
        own = [Ref(self.aggregate(kind, refs), kind) for kind in kinds if random.random() < 0.2]
        if not keys:
            return [self.aggregate(kind, scope) for kind in kinds], ""
        written = [key.sql for key in keys]
        chance = random.random()
        if chance < 0.5:
            clause = ", ".join(written)
        elif chance < 0.65:
            clause = f"ROLLUP ({', '.join(written)})"
        elif chance < 0.75:
            clause = f"CUBE ({', '.join(written[:2])})"
            keys = keys[:2]
        elif chance < 0.85:
            clause = f"{written[0]}, ROLLUP ({', '.join(written)})"
        else:
            sets = ["()"] if random.random() < 0.4 else []
            sets += [f"({w})" for w in written] + [f"({', '.join(written)})"]
            clause = f"GROUPING SETS ({', '.join(sets)})"
        items: list[str] = []
        for kind in kinds:
            fitting = [key for key in keys if key.kind == kind]
            if fitting and random.random() < 0.7:
                items.append(self._wrapped(kind, random.choice(fitting).sql, keys))
            elif random.random() < 0.3:
                items.append(self._maker.expression(kind, keys + own, 2, False))
            else:
                items.append(self.aggregate(kind, scope))
        having = f" HAVING {self.having(keys + 2 * own)}" if random.random() < 0.4 else ""
        return items, f" GROUP BY {clause}{having}"

    def _wrapped(self, kind: str, key: str, keys: list[Ref]) -> str:
        random = self._maker.random
        choice = random.random()
        if choice < 0.6:
            return key
        if choice < 0.8:
            return f"coalesce({key}, {self._maker.expression(kind, keys, 1, False)})"
        return f"CASE WHEN {self._maker.condition(keys, 1, False)} THEN {key} ELSE {key} END"

    def having(self, scope: list[Ref]) -> str:
        random = self._maker.random
        choice = random.random()
        if choice < 0.08:
            return f"(count(*) > 0 OR {self._maker.condition(scope, 1, False)})"
        if choice < 0.3:
            return random.choice(["count(*) > 0", "count(*) >= 1", "count(*) > 1", "count(*) >= 0"])
        if choice < 0.6:
            return f"{self.aggregate('i', scope)} IS NOT NULL"
        return self._maker.condition(scope, 1, False)

    def aggregate(self, kind: str, scope: list[Ref]) -> str:
        random = self._maker.random

        choices: dict[str, list[str]] = {
            "i": [
                "count(<t>)::integer",
                "max(<i>)",
                "sum(<i>)::integer",
                "min(<i>)",
                "bit_or(<i>)",
                "count(*)::integer",
                "mode() WITHIN GROUP (ORDER BY <i>)",
                "percentile_disc(0.5) WITHIN GROUP (ORDER BY <i>)",
                "percentile_disc(NULL::float8) WITHIN GROUP (ORDER BY <i>)",
            ],
            "t": ["string_agg(<t>, ',')", "max(<t>)", "min(<t>)"],
            "b": ["bool_and(<b>)", "bool_or(<b>)", "every(<b>)"],
            "n": [
                "sum(<n>)",
                "avg(<i>)",
                "stddev_samp(<n>)",
                "var_pop(<n>)",
                "stddev_pop(<n>)",
                "count(*)::numeric",
            ],
            "d": ["max(<d>)", "min(<d>)"],
            "a": ["array_agg(<i>)", "max(<a>)", "array_agg(DISTINCT <i>)"],
            "j": [
                "jsonb_agg(<i>)",
                "jsonb_agg(<t>)",
                "jsonb_object_agg(coalesce(<t>, 'k'), <i>)",
            ],
            "e": ["max(<e>)", "min(<e>)"],
        }
        made = random.choice(choices.get(kind, [f"<{kind}>"]))
        made = self._maker.filled(made, scope, 1, nested=False)
        if random.random() < 0.15 and made.endswith(")") and "WITHIN" not in made:
            made += f" FILTER (WHERE {self._maker.condition(scope, 1, False)})"
        elif random.random() < 0.15:
            made = f"coalesce({made}, {literal(random, kind)})"
        return made
