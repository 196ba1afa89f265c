"""Conditions at random, mostly such that say something of NULL."""

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, columns_of
from tests.quern.analysis.nullability.random_schema import literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker

_COMPARABLE = "itbndae"
_COMPARISONS = ("=", "=", "=", "<", ">", "<=", ">=", "<>")


class Conditions:
    """Makes conditions."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def condition(self, scope: list[Ref], depth: int, nested: bool = True) -> str:
        """Return a condition, mostly one that says something of NULL."""
        random = self._maker.random
        if depth <= 0:
            return self._simple_condition(scope, min(depth, 1), nested)
        choice = random.random()
        if choice < 0.25:
            word = random.choice(["AND", "OR"])
            one, other = (self.condition(scope, depth - 1, nested) for _ in range(2))
            return f"({one} {word} {other})"
        if choice < 0.35:
            return f"NOT ({self.condition(scope, depth - 1, nested)})"
        if choice < 0.45:
            test = random.choice(
                ["TRUE", "NOT TRUE", "FALSE", "NOT FALSE", "UNKNOWN", "NOT UNKNOWN"]
            )
            return f"({self.condition(scope, depth - 1, nested)}) IS {test}"
        if choice < 0.52:
            condition = self.condition(scope, depth - 1, nested)
            return f"coalesce({condition}, {random.choice(['false', 'true', 'NULL'])})"
        if choice < 0.6:
            one, other = (self.condition(scope, depth - 1, nested) for _ in range(2))
            last = random.choice(["false", "true", other, "NULL"])
            return f"CASE WHEN {one} THEN {random.choice(['true', other])} ELSE {last} END"
        return self._simple_condition(scope, min(depth, 1), nested)

    def _simple_condition(self, scope: list[Ref], depth: int, nested: bool) -> str:
        random = self._maker.random
        kind = random.choice(_COMPARABLE)
        named = [ref.kind for ref in scope if ref.kind in _COMPARABLE]
        if named and random.random() < 0.5:
            kind = random.choice(named)
        one = other = f"<{kind}>"
        constant, comparison = literal(random, kind), random.choice(_COMPARISONS)
        # An array of arrays has the elements of those.
        array, element = f"ARRAY[{one}, {other}]", "<i>" if kind == "a" else one
        choices = [
            f"{one} IS NOT NULL",
            f"{one} IS NOT NULL",
            f"{one} IS NULL",
            f"{one} {random.choice(_COMPARISONS)} {other}",
            f"{one} {random.choice(_COMPARISONS)} {other}",
            f"{one} IS DISTINCT FROM {other}",
            f"{one} IS NOT DISTINCT FROM {other}",
            f"{one} IS DISTINCT FROM NULL",
            f"{one} IS NOT DISTINCT FROM {literal(random, kind)}",
            f"{one} IN ({other}, {literal(random, kind)})",
            f"{one} NOT IN ({other}, {literal(random, kind)})",
            f"{element} = ANY ({array})",
            f"{element} <> ALL ({array})",
            f"({one}, 1) {random.choice(['=', '<', '<>'])} ({other}, 1)",
            f"({one}, <i>) {random.choice(['<', '>='])} ({other}, <i>)",
            f"coalesce({one}, {constant}) {comparison} {constant}",
            f"CASE WHEN <b> THEN {one} ELSE {random.choice(['NULL', other])} END "
            f"{comparison} {other}",
            f"ROW({one}, {other}) IS NOT NULL",
            f"NOT (ROW({one}, {other}) IS NULL)",
            f"{one} BETWEEN {other} AND {other}",
            f"num_nulls({one}, {other}) = 0",
        ]
        aliases = [ref.sql.split(".")[0] for ref in scope if "." in ref.sql and "(" not in ref.sql]
        if aliases:
            row = random.choice(aliases)
            choices += [f"{row} IS NOT NULL", f"NOT ({row} IS NULL)", f"{row}.* IS NOT NULL"]
        if kind == "i":
            numbers = "<a>"
            choices += [
                f"{one} = ANY ({numbers})",
                f"{one} <> ALL ({numbers})",
                f"picky({one}) = 1",
                f"lenient({one}) > 1",
                f"wild({one}) IS NOT NULL",
                f"{one} === {other}",
                f"{one} === ANY ({numbers})",
                f"{one} <> ALL (ARRAY[{numbers}, '{{}}'::integer[]])",
                f"{one} = ANY (ARRAY['{{}}'::integer[]])",
                f"{one} <> ALL ('{{}}'::integer[])",
                "true",
            ]
        if kind == "t":
            choices += [f"{one} LIKE {other}", f"starts_with({one}, {other})"]
        if kind == "b":
            choices += [one, f"NOT {one}"]
        if nested:
            choices += ["<sub>"] * 3
        chosen = random.choice(choices)
        if chosen == "<sub>":
            scope = _without_missing_rows(scope)
            chosen = self._sub_condition(kind, one, scope)
        return self._maker.filled(chosen, scope, depth, nested=nested)

    def _sub_condition(self, kind: str, one: str, scope: list[Ref]) -> str:
        random = self._maker.random
        table = random.choice(self._maker.schema.tables)
        alias = self._maker.name("q")
        inner = columns_of(table, alias)
        where = self.condition(inner + scope, 1, False)
        outside, inside = ([ref.sql for ref in refs if ref.kind == "i"] for refs in (scope, inner))
        if outside and random.random() < 0.4:
            where = f"{random.choice(inside)} = {random.choice(outside)}"
        body = f"FROM {table.name} AS {alias} WHERE {where}"
        value = "<value>"
        last = random.choice(
            [
                *("", "", "", " HAVING true", " HAVING count(*) >= 0", " LIMIT 1"),
                *(" GROUP BY ()", f" GROUP BY ROLLUP ({alias}.id)", f" GROUP BY {alias}.id"),
            ]
        )
        select = random.choice(["SELECT 1", "SELECT count(*)"])
        chosen = random.choice(
            [
                f"EXISTS ({select} {body}{last})",
                f"NOT EXISTS (SELECT 1 {body})",
                f"{one} IN (SELECT {value} {body})",
                f"{one} NOT IN (SELECT {value} {body})",
                f"{one} = ANY (SELECT {value} {body})",
                f"{one} <> ALL (SELECT {value} {body})",
                f"({one}, 1) IN (SELECT {value}, 1 {body})",
            ]
        )
        if value in chosen:
            chosen = chosen.replace(value, self._maker.expression(kind, inner + scope, 1, False))
        return chosen


def _without_missing_rows(scope: list[Ref]) -> list[Ref]:
    """Leave out the columns of OLD and NEW.

    PostgreSQL 18 (18.4 still does) crashes over a row that is not there on the left of IN, ANY or
    ALL: ``INSERT INTO t VALUES (1) RETURNING old.id IN (SELECT 1)``, and over NEW of DELETE.
    """
    return [ref for ref in scope if not ref.sql.startswith(("old.", "new."))]
