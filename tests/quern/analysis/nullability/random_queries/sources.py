"""FROM at random: joins of tables, sub-queries, VALUES and functions."""

from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, Source, columns_of
from tests.quern.analysis.nullability.random_schema import Table

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker


class Sources:
    """Makes FROM lists."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def from_list(self, outer: list[Ref], depth: int) -> tuple[str, list[Ref], bool]:
        """Return a FROM list, what it offers, and whether its rows can be locked."""
        random = self._maker.random
        joined = self._by_foreign_key() if random.random() < 0.2 else None
        if joined is not None:
            sql, sources = joined
            refs = [ref for source in sources for ref in source.refs]
        else:
            first = self._source(outer, depth)
            sql, sources = first.sql, [first]
            refs = list(first.refs)
        table = sources[0].table
        lockable = table is not None and not table.is_view
        for _ in range(random.choice([0, 0, 1, 1, 1, 2, 3]) - (joined is not None)):
            kind = random.choice(
                ["JOIN", "LEFT JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS"]
            )
            lateral = kind in {"JOIN", "LEFT JOIN", "CROSS"} and random.random() < 0.25
            other = self._referred(sources) or self._source(
                outer + refs if lateral else outer, depth, lateral=lateral
            )
            lockable = lockable and kind in {"JOIN", "CROSS", "LEFT JOIN"} and bool(other.table)
            if kind == "CROSS":
                sql = f"{sql} CROSS JOIN {other.sql}"
            else:
                sql, merged = self._join(sql, sources, kind, other)
                refs += merged
            refs += other.refs
            sources.append(other)
        if random.random() < 0.1:
            other = self._source(outer, depth)
            sql = f"{sql}, {other.sql}"
            refs += other.refs
        return sql, refs, lockable and len(sources) == 1

    def _join(
        self, sql: str, sources: list[Source], kind: str, other: Source
    ) -> tuple[str, list[Ref]]:
        random = self._maker.random
        chance = random.random()
        has_id = [s for s in (sources[0], other) if any(r.sql == f"{s.alias}.id" for r in s.refs)]
        if chance < 0.15 and len(has_id) == 2 and len(sources) == 1:
            alias = self._maker.name("u")
            on = f"USING (id) AS {alias}"
            return f"{sql} {kind} {other.sql} {on}", [Ref(f"{alias}.id", "i")]
        scope = [ref for source in sources for ref in source.refs] + other.refs
        keys = [
            f"{other.alias}.id = {source.alias}.{column.name}"
            for source in sources
            if source.table is not None
            for column in source.table.columns
            if column.target is not None and column.target is other.table
        ]
        if other.single and chance < 0.8:
            on = "true"
        elif keys and chance < 0.8:
            on = random.choice(keys)
            if random.random() < 0.15:
                on += f" AND {self._maker.condition(scope, 1)}"
        elif chance < 0.85:
            mine = [r.sql for s in sources for r in s.refs if r.kind == "i"]
            others = [r.sql for r in other.refs if r.kind == "i"]
            on = f"{random.choice(mine)} = {random.choice(others)}" if mine and others else "true"
        elif chance < 0.9 or kind == "FULL JOIN":
            on = "true"
        else:
            on = self._maker.condition(scope, 1)
        if random.random() < 0.15 and kind != "RIGHT JOIN":
            # Nest it to the right: other LEFT JOIN more, joined as a whole.
            more = self._source([], 1)
            inner = random.choice(["JOIN", "LEFT JOIN"])
            condition = self._equality(other, more)
            return (
                f"{sql} {kind} ({other.sql} {inner} {more.sql} ON {condition}) ON {on}",
                more.refs,
            )
        return f"{sql} {kind} {other.sql} ON {on}", []

    def _by_foreign_key(self) -> tuple[str, list[Source]] | None:
        """Return a table joined with what it refers to, if there is one that does."""
        random = self._maker.random
        pairs = [(t, c) for t in self._maker.schema.real() for c in t.columns if c.target]
        if not pairs:
            return None
        table, column = random.choice(pairs)
        if column.target is None:
            return None
        one = self._table(self._maker.name("s"), table)
        other = self._table(self._maker.name("s"), column.target)
        if random.random() < 0.1:
            other.sql += " TABLESAMPLE BERNOULLI (50)" * ("TABLESAMPLE" not in other.sql)
        word = random.choice(["LEFT JOIN", "LEFT JOIN", "JOIN"])
        condition = f"{other.alias}.id = {one.alias}.{column.name}"
        # What it finds is looked at more than the rest.
        other.refs = [*other.refs, *columns_of(column.target, other.alias)]
        return f"{one.sql} {word} {other.sql} ON {condition}", [one, other]

    def _referred(self, sources: list[Source]) -> Source | None:
        """Return a table that a column of another one refers to, sometimes."""
        targets = [
            column.target
            for source in sources
            if source.table is not None
            for column in source.table.columns
            if column.target is not None
        ]
        if not targets or self._maker.random.random() < 0.6:
            return None
        return self._table(self._maker.name("s"), self._maker.random.choice(targets))

    def _equality(self, one: Source, other: Source) -> str:
        mine = [r.sql for r in one.refs if r.kind == "i"]
        others = [r.sql for r in other.refs if r.kind == "i"]
        if not mine or not others:
            return "true"
        return f"{self._maker.random.choice(mine)} = {self._maker.random.choice(others)}"

    def _source(self, outer: list[Ref], depth: int, *, lateral: bool = False) -> Source:
        random = self._maker.random
        alias = self._maker.name("s")
        chance = random.random()
        if random.random() < 0.1:
            kind = self._maker.kinds(1)
            body = self._maker.single_rows.query(kind, outer if lateral else [])
            word = "LATERAL " if lateral else ""
            sql = f"{word}({body}) AS {alias} (k0)"
            return Source(sql, alias, [Ref(f"{alias}.k0", kind)], single=True)
        if lateral or (chance < 0.15 and depth > 1):
            kinds = self._maker.kinds(random.randint(1, 3))
            if lateral and random.random() < 0.35:
                return self._function(alias, outer)
            body, names = self._maker.selects.select(kinds, outer if lateral else [], depth - 1)
            word = "LATERAL " if lateral else ""
            refs = [Ref(f"{alias}.{n}", k) for n, k in zip(names, kinds, strict=True)]
            return Source(f"{word}({body}) AS {alias}", alias, refs)
        if chance < 0.35 and self._maker.with_list:
            made = random.choice(self._maker.with_list)
            refs = [Ref(f"{alias}.{r.sql}", r.kind) for r in made.refs]
            return Source(f"{made.sql} AS {alias}", alias, refs)
        if chance < 0.4:
            kinds = self._maker.kinds(random.randint(1, 3))
            rows = ", ".join(
                "(" + ", ".join(self._maker.maybe_null(kind) for kind in kinds) + ")"
                for _ in range(random.randint(1, 3))
            )
            columns = ", ".join(f"k{n}" for n in range(len(kinds)))
            refs = [Ref(f"{alias}.k{n}", k) for n, k in enumerate(kinds)]
            return Source(f"(VALUES {rows}) AS {alias} ({columns})", alias, refs)
        if chance < 0.47:
            return self._function(alias, [])
        return self._table(alias, random.choice(self._maker.schema.tables))

    def _table(self, alias: str, table: Table) -> Source:
        random = self._maker.random
        refs = columns_of(table, alias)
        if table.is_view:
            return Source(f"{table.name} AS {alias}", alias, refs, table)
        sample = " TABLESAMPLE BERNOULLI (50)" if random.random() < 0.07 else ""
        only = "ONLY " if random.random() < 0.05 else ""
        name = random.choice([table.name] * 4 + table.partitions)
        return Source(f"{only}{name} AS {alias}{sample}", alias, refs, table)

    def _function(self, alias: str, outer: list[Ref]) -> Source:
        random = self._maker.random
        number, array, json = "<i>", "<a>", "<j>"
        choices: list[tuple[str, str, str]] = [
            (f"generate_series(1, least({number}, 3))", "k0", "i"),
            ("generate_series(1, 2) WITH ORDINALITY", "k0, k1", "in"),
            (f"unnest({array})", "k0", "i"),
            (f"unnest({array}) WITH ORDINALITY", "k0, k1", "in"),
            (f"ROWS FROM (unnest({array}), generate_series(1, 2))", "k0, k1", "ii"),
            (
                f"ROWS FROM (unnest({array}), generate_series(1, 2)) WITH ORDINALITY",
                "k0, k1, k2",
                "iin",
            ),
            (f"unnest({array}, ARRAY[1, 2])", "k0, k1", "ii"),
            (f"lenient({number})", "k0", "i"),
            (f"picky({number})", "k0", "i"),
            ("several(2)", "k0", "i"),
            (f"body0({number})", "k0", "i"),
            (f"one_single({number})", "k0", "i"),
            (f"a_pair({number})", "k0, k1", "it"),
            ("pairs(2)", "k0, k1", "it"),
            ("ROWS FROM (pairs(2), several(3))", "k0, k1, k2", "iti"),
            (f"abs({number})", "k0", "i"),
            (f"jsonb_array_elements(jsonb_build_array({json}, {number}))", "k0", "j"),
            (f"jsonb_each(jsonb_build_object('x', {json}))", "k0, k1", "tj"),
            (f"jsonb_each_text(jsonb_build_object('x', {json}))", "k0, k1", "tt"),
            ("string_to_table(<t>, 'a')", "k0", "t"),
            ("string_to_table('a,b', ',', 'a')", "k0", "t"),
            ("regexp_split_to_table(<t>, 'a')", "k0", "t"),
            (f"jsonb_populate_record(NULL::pair, {json})", "k0, k1", "it"),
            (f"jsonb_to_record({json}) AS", "k0 integer", "i"),
        ]
        if self._maker.version >= 17:
            nested = """'[{"b": [1, 2]}, {}]'::jsonb"""
            columns = (
                "k0 FOR ORDINALITY, k1 text PATH '$', "
                "NESTED PATH '$.b[*]' COLUMNS (k2 FOR ORDINALITY)"
            )
            choices += [
                (f"JSON_TABLE({of}, '$[*]' COLUMNS ({columns}))", "k0, k1, k2", "iti")
                for of in (json, nested)
            ]
        sql, columns, kinds = random.choice(choices)
        sql = self._maker.filled(sql, outer, 1, nested=False)
        names = [c.split()[0] for c in columns.split(", ")]
        # An ordinality is a bigint.
        refs = [Ref(f"{alias}.{n}", k) for n, k in zip(names, kinds, strict=True)]
        word = "AS " if not sql.endswith(" AS") else ""
        return Source(f"{sql} {word}{alias} ({columns})", alias, refs)
