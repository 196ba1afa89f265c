"""Random queries over a random schema: typed, so that the server takes most of them."""

# ruff: noqa: S608 - to make SQL at random is what this is for

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.quern.analysis.nullability.fuzz_schema import TYPES, Column, Schema, Table, literal

_KINDS = "iiittbbnndaaje"
_COMPARABLE = "itbndae"
_PLACE = re.compile(r"<([itbndajep?])>")
_COMPARISONS = ("=", "=", "=", "<", ">", "<=", ">=", "<>")


@dataclass(frozen=True)
class Ref:
    """Something that an expression may name.

    :ivar sql: how it is written
    :ivar kind: the letter of its type
    """

    sql: str
    kind: str


@dataclass
class Source:
    """An item of FROM.

    :ivar refs: its columns
    :ivar table: the table that it is, if it is one
    """

    sql: str
    alias: str
    refs: list[Ref]
    table: Table | None = None

    def ref(self, name: str) -> str:
        """Return how a column of it is written."""
        return f"{self.alias}.{name}"


@dataclass
class Query:
    """A query with the values for its parameters.

    :ivar non_null: the numbers of the parameters that are promised never to be NULL
    """

    sql: str
    values: list[object] = field(default_factory=list)
    non_null: frozenset[int] = frozenset()


class QueryMaker:
    """Makes one random query; use it once."""

    def __init__(self, random: Random, schema: Schema, version: int) -> None:
        self._random = random
        self._schema = schema
        self._version = version
        self._names = 0
        self._values: list[object] = []
        self._non_null: set[int] = set()
        self._with: list[Source] = []

    def make(self) -> Query:
        """Return the query."""
        random = self._random
        chance = random.random()
        clauses: list[str] = []
        recursive = ""
        for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
            clause, source = self._common_table_expression()
            clauses.append(clause)
            self._with.append(source)
            if " UNION ALL SELECT r." in clause or " UNION SELECT r." in clause:
                recursive = "RECURSIVE "
        if chance < 0.7:
            body = self.select(self._kinds(random.randint(1, 5)), [], 3)[0]
        elif chance < 0.8:
            body = self._set_operation(self._kinds(random.randint(1, 4)), 2)
        else:
            body = self._change()
        prefix = f"WITH {recursive}{', '.join(clauses)} " if clauses else ""
        return Query(prefix + body, self._values, frozenset(self._non_null))

    # -- queries

    def select(self, kinds: str, outer: list[Ref], depth: int) -> tuple[str, list[str]]:
        """Return a SELECT of columns of these types, and their names."""
        random = self._random
        if depth <= 0 or random.random() < 0.08:
            names = [f"k{n}" for n in range(len(kinds))]
            constants = ", ".join(
                f"{self.expression(kind, outer, 1)} AS {name}"
                for kind, name in zip(kinds, names, strict=True)
            )
            return f"SELECT {constants}", names
        sql, refs, lockable = self._from(outer, depth)
        scope = refs + outer
        where = f" WHERE {self.condition(scope, 2)}" if random.random() < 0.6 else ""
        names = [f"k{n}" for n in range(len(kinds))]
        chance = random.random()
        tail = ""
        if chance < 0.22:
            items, tail = self._grouped(kinds, refs, outer)
        elif chance < 0.3:
            items = [
                self._aggregate(kind, refs if random.random() < 0.9 else scope) for kind in kinds
            ]
            tail = f" HAVING {self._having(scope)}" if random.random() < 0.2 else ""
        elif chance < 0.42:
            items = [
                self._window(kind, scope)
                if random.random() < 0.5
                else self.expression(kind, scope, 2)
                for kind in kinds
            ]
            lockable = False
        else:
            items = [self.expression(kind, scope, 3) for kind in kinds]
            if random.random() < 0.1 and "i" in kinds:
                items[kinds.index("i")] = self._set_returning(scope)
                lockable = False
            distinct = random.random()
            if distinct < 0.08:
                items[0] = f"DISTINCT {items[0]}"
                lockable = False
                if "j" in kinds or "p" in kinds:
                    items[0] = items[0].removeprefix("DISTINCT ")
            elif lockable and distinct < 0.13:
                tail = random.choice([" FOR UPDATE", " FOR SHARE"])
        listed = ", ".join(f"{item} AS {name}" for item, name in zip(items, names, strict=True))
        limit = ""
        if random.random() < 0.08 and not tail:
            limit = random.choice([" LIMIT 1", " LIMIT 2 OFFSET 1", " LIMIT 0", " OFFSET 0"])
        return f"SELECT {listed} FROM {sql}{where}{tail}{limit}", names

    def _set_operation(self, kinds: str, depth: int) -> str:
        kinds = kinds.replace("j", "i")
        left = self._arm(kinds, depth)
        right = self._arm(kinds, depth)
        word = self._random.choice(["UNION", "UNION ALL", "UNION ALL", "INTERSECT", "EXCEPT"])
        if self._random.random() < 0.2:
            left = f"({left} {self._random.choice(['UNION', 'INTERSECT', 'EXCEPT'])} {right})"
            right = self._arm(kinds, depth)
        return f"{left} {word} {right}"

    def _arm(self, kinds: str, depth: int) -> str:
        if self._random.random() < 0.15:
            row = ", ".join(self._maybe_null(kind) for kind in kinds)
            return f"(VALUES ({row}))"
        return f"({self.select(kinds, [], depth - 1)[0]})"

    def _common_table_expression(self) -> tuple[str, Source]:
        random = self._random
        name = self._name("w")
        chance = random.random()
        kinds = self._kinds(random.randint(1, 3))
        columns = [f"k{n}" for n in range(len(kinds))]
        if chance < 0.25:
            kinds = "i" + kinds.replace("j", "i")
            columns = [f"k{n}" for n in range(len(kinds))]
            start = self.select(kinds, [], 1)[0]
            refs = [Ref(f"r.{c}", k) for c, k in zip(columns, kinds, strict=True)]
            parts = ["r.k0 + 1", *(self.expression(k, refs, 1, False) for k in kinds[1:])]
            other = ""
            condition = "r.k0 < 3"
            if random.random() < 0.3:
                table = random.choice(self._schema.tables)
                alias = self._name("x")
                join = random.choice(["JOIN", "LEFT JOIN"])
                other = f" {join} {table.name} AS {alias} ON {alias}.id = r.k0"
                extra = [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]
                parts = ["r.k0 + 1"]
                parts += [self.expression(k, refs + extra, 1, False) for k in kinds[1:]]
            word = random.choice(["UNION ALL", "UNION"])
            body = (
                f"({start} LIMIT 3) {word} SELECT {', '.join(parts)} "
                f"FROM {name} AS r{other} WHERE {condition}"
            )
            # The list of columns stands for the names of the first arm.
            sql = f"{name} ({', '.join(columns)}) AS ({body})"
        elif chance < 0.5:
            change, returned = self._returning_change(kinds)
            sql = f"{name} ({', '.join(columns)}) AS ({change})"
            kinds = returned
        elif chance < 0.6:
            kinds = kinds.replace("j", "i")
            sql = f"{name} ({', '.join(columns)}) AS ({self._set_operation(kinds, 1)})"
        else:
            word = random.choice(["", "MATERIALIZED ", "NOT MATERIALIZED "])
            sql = f"{name} AS {word}({self.select(kinds, [], 2)[0]})"
        refs = [Ref(c, k) for c, k in zip(columns, kinds, strict=True)]
        return sql, Source(name, name, refs)

    # -- changes

    def _change(self) -> str:
        return self._returning_change(self._kinds(self._random.randint(1, 4)))[0]

    def _returning_change(self, kinds: str) -> tuple[str, str]:
        """Return INSERT, UPDATE, DELETE or MERGE, and the types of what it returns."""
        random = self._random
        table = random.choice(self._schema.real())
        makers: list[Callable[[Table, str], str]] = [self._insert, self._update, self._delete]
        if self._version >= 17:
            makers.append(self._merge)
        return random.choice(makers)(table, kinds), kinds

    def _returning(self, kinds: str, refs: list[Ref]) -> str:
        items = [self._own_column(kind, refs) for kind in kinds]
        return " RETURNING " + ", ".join(f"{sql} AS k{n}" for n, sql in enumerate(items))

    def _own_column(self, kind: str, refs: list[Ref]) -> str:
        """Return a column as it is, where there is one: that is what RETURNING is for."""
        fitting = [ref.sql for ref in refs if ref.kind == kind]
        if fitting and self._random.random() < 0.7:
            return self._random.choice(fitting)
        return self.expression(kind, refs, 1)

    def _refs(self, table: Table, alias: str) -> list[Ref]:
        return [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]

    def _changed_refs(self, table: Table, alias: str) -> list[Ref]:
        refs = self._refs(table, alias)
        if self._version >= 18:
            for word in ("old", "new"):
                refs += [Ref(f"{word}.{c.name}", c.kind) for c in table.columns]
        return refs

    def _stored(self, column: Column, refs: list[Ref]) -> str:
        if column.name == "id":
            return str(self._random.randint(50, 99))
        if self._random.random() < 0.15:
            return "DEFAULT"
        value = self.expression(column.kind, refs, 1)
        if column.not_null and self._random.random() < 0.7:
            return f"coalesce({value}, {literal(self._random, column.kind)})"
        return value

    def _insert(self, table: Table, kinds: str) -> str:
        random = self._random
        columns = [
            c
            for c in table.columns
            if not c.generated and (c.not_null or c.name == "id" or random.random() < 0.7)
        ]
        names = ", ".join(c.name for c in columns)
        if random.random() < 0.7:
            rows = ", ".join(
                "(" + ", ".join(self._stored(c, []) for c in columns) + ")"
                for _ in range(random.choice([1, 1, 1, 2]))
            )
            source = f"VALUES {rows}"
        else:
            source = self.select("".join(c.kind for c in columns), [], 1)[0]
        conflict = ""
        if table.has_key and random.random() < 0.4:
            if random.random() < 0.4:
                conflict = " ON CONFLICT DO NOTHING"
            else:
                settable = [c for c in columns if c.name != "id"]
                refs = self._refs(table, "o") + [
                    Ref(f"excluded.{c.name}", c.kind) for c in table.columns
                ]
                sets = ", ".join(
                    f"{c.name} = {self.expression(c.kind, refs, 1)}"
                    for c in random.sample(settable, min(2, len(settable)))
                )
                conflict = f" ON CONFLICT (id) DO UPDATE SET {sets}" if sets else ""
                existing = str(random.randint(0, 5))
                source = source.replace("VALUES (", f"VALUES ({existing} + 0 * ", 1)
        returning = self._returning(kinds, self._changed_refs(table, "o"))
        return f"INSERT INTO {table.name} AS o ({names}) {source}{conflict}{returning}"

    def _update(self, table: Table, kinds: str) -> str:
        random = self._random
        refs = self._refs(table, "o")
        other = ""
        extra: list[Ref] = []
        if random.random() < 0.5:
            sql, extra, _ = self._from([], 1)
            other = f" FROM {sql}"
        free = [c for c in table.columns if not c.generated and c.name != "id"]
        chosen = random.sample(free, min(len(free), random.randint(1, 2)))
        if not chosen:
            return self._delete(table, kinds)
        sets = ", ".join(f"{c.name} = {self._stored(c, refs + extra)}" for c in chosen)
        where = f" WHERE {self.condition(refs + extra, 1)}" if random.random() < 0.7 else ""
        returning = self._returning(kinds, self._changed_refs(table, "o") + extra)
        return f"UPDATE {table.name} AS o SET {sets}{other}{where}{returning}"

    def _delete(self, table: Table, kinds: str) -> str:
        refs = self._refs(table, "o")
        other = ""
        extra: list[Ref] = []
        if self._random.random() < 0.5:
            sql, extra, _ = self._from([], 1)
            other = f" USING {sql}"
        where = f" WHERE {self.condition(refs + extra, 1)}"
        returning = self._returning(kinds, self._changed_refs(table, "o") + extra)
        return f"DELETE FROM {table.name} AS o{other}{where}{returning}"

    def _merge(self, table: Table, kinds: str) -> str:
        random = self._random
        refs = self._refs(table, "o")
        sql, extra, _ = self._from([], 1)
        free = [c for c in table.columns if not c.generated and c.name != "id"]
        actions: list[str] = []
        if random.random() < 0.7 and free:
            column = random.choice(free)
            value = self._stored(column, refs + extra)
            actions.append(f"WHEN MATCHED THEN UPDATE SET {column.name} = {value}")
        elif random.random() < 0.5:
            actions.append("WHEN MATCHED THEN DELETE")
        if random.random() < 0.4 and free:
            column = random.choice(free)
            value = self._stored(column, refs)
            actions.append(
                f"WHEN NOT MATCHED BY SOURCE THEN UPDATE SET {column.name} = {value}"
                if random.random() < 0.7
                else "WHEN NOT MATCHED BY SOURCE THEN DELETE"
            )
        if random.random() < 0.5 or not actions:
            columns = [c for c in table.columns if not c.generated]
            names = ", ".join(c.name for c in columns)
            values = ", ".join(self._stored(c, extra) for c in columns)
            actions.append(f"WHEN NOT MATCHED THEN INSERT ({names}) VALUES ({values})")
        source = random.choice([ref.sql for ref in extra if ref.kind == "i"] or ["1"])
        returning = self._returning(kinds, self._changed_refs(table, "o") + extra)
        return (
            f"MERGE INTO {table.name} AS o USING {sql} ON o.id = {source} "
            f"{' '.join(actions)}{returning}"
        )

    # -- FROM

    def _from(self, outer: list[Ref], depth: int) -> tuple[str, list[Ref], bool]:
        """Return a FROM list, what it offers, and whether its rows can be locked."""
        random = self._random
        first = self._source(outer, depth)
        sql, sources = first.sql, [first]
        refs = list(first.refs)
        lockable = first.table is not None and not first.table.is_view
        for _ in range(random.choice([0, 0, 1, 1, 1, 2, 3])):
            kind = random.choice(
                ["JOIN", "LEFT JOIN", "LEFT JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS"]
            )
            lateral = kind in {"JOIN", "LEFT JOIN", "CROSS"} and random.random() < 0.25
            other = self._source(outer + refs if lateral else outer, depth, lateral=lateral)
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
        random = self._random
        chance = random.random()
        has_id = [s for s in (sources[0], other) if any(r.sql == f"{s.alias}.id" for r in s.refs)]
        if chance < 0.15 and len(has_id) == 2 and len(sources) == 1:
            alias = self._name("u")
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
        if keys and chance < 0.6:
            on = random.choice(keys)
            if random.random() < 0.15:
                on += f" AND {self.condition(scope, 1)}"
        elif chance < 0.75:
            mine = [r.sql for s in sources for r in s.refs if r.kind == "i"]
            others = [r.sql for r in other.refs if r.kind == "i"]
            on = f"{random.choice(mine)} = {random.choice(others)}" if mine and others else "true"
        elif chance < 0.85 or kind == "FULL JOIN":
            on = "true"
        else:
            on = self.condition(scope, 1)
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

    def _equality(self, one: Source, other: Source) -> str:
        mine = [r.sql for r in one.refs if r.kind == "i"]
        others = [r.sql for r in other.refs if r.kind == "i"]
        if not mine or not others:
            return "true"
        return f"{self._random.choice(mine)} = {self._random.choice(others)}"

    def _source(self, outer: list[Ref], depth: int, *, lateral: bool = False) -> Source:
        random = self._random
        alias = self._name("s")
        chance = random.random()
        if lateral or (chance < 0.15 and depth > 1):
            kinds = self._kinds(random.randint(1, 3))
            if lateral and random.random() < 0.35:
                return self._function(alias, outer)
            body, names = self.select(kinds, outer if lateral else [], depth - 1)
            word = "LATERAL " if lateral else ""
            refs = [Ref(f"{alias}.{n}", k) for n, k in zip(names, kinds, strict=True)]
            return Source(f"{word}({body}) AS {alias}", alias, refs)
        if chance < 0.22 and self._with:
            made = random.choice(self._with)
            refs = [Ref(f"{alias}.{r.sql}", r.kind) for r in made.refs]
            return Source(f"{made.sql} AS {alias}", alias, refs)
        if chance < 0.28:
            kinds = self._kinds(random.randint(1, 3))
            rows = ", ".join(
                "(" + ", ".join(self._maybe_null(kind) for kind in kinds) + ")"
                for _ in range(random.randint(1, 3))
            )
            columns = ", ".join(f"k{n}" for n in range(len(kinds)))
            refs = [Ref(f"{alias}.k{n}", k) for n, k in enumerate(kinds)]
            return Source(f"(VALUES {rows}) AS {alias} ({columns})", alias, refs)
        if chance < 0.36:
            return self._function(alias, [])
        table = random.choice(self._schema.tables)
        sample = ""
        if not table.is_view and random.random() < 0.05:
            sample = " TABLESAMPLE BERNOULLI (50)"
        only = "ONLY " if not table.is_view and random.random() < 0.05 else ""
        refs = [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]
        return Source(f"{only}{table.name} AS {alias}{sample}", alias, refs, table)

    def _function(self, alias: str, outer: list[Ref]) -> Source:
        random = self._random
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
            (f"abs({number})", "k0", "i"),
            (f"jsonb_array_elements(jsonb_build_array({json}, {number}))", "k0", "j"),
            (f"jsonb_each(jsonb_build_object('x', {json}))", "k0, k1", "tj"),
            (f"jsonb_each_text(jsonb_build_object('x', {json}))", "k0, k1", "tt"),
            ("string_to_table(<t>, 'a')", "k0", "t"),
            (f"jsonb_to_record({json}) AS", "k0 integer", "i"),
        ]
        if self._version >= 17:
            choices.append(
                (
                    f"JSON_TABLE({json}, '$[*]' COLUMNS (k0 FOR ORDINALITY, k1 text PATH '$', "
                    "NESTED PATH '$.b[*]' COLUMNS (k2 FOR ORDINALITY)))",
                    "k0, k1, k2",
                    "iti",
                )
            )
        sql, columns, kinds = random.choice(choices)
        sql = self._filled(sql, outer, 1, nested=False)
        names = [c.split()[0] for c in columns.split(", ")]
        # An ordinality is a bigint.
        refs = [Ref(f"{alias}.{n}", k) for n, k in zip(names, kinds, strict=True)]
        word = "AS " if not sql.endswith(" AS") else ""
        return Source(f"{sql} {word}{alias} ({columns})", alias, refs)

    # -- grouping

    def _grouped(self, kinds: str, refs: list[Ref], outer: list[Ref]) -> tuple[list[str], str]:
        random = self._random
        scope = refs + outer
        keys = [ref for ref in refs if ref.kind not in "jp"]
        keys = random.sample(keys, min(len(keys), random.randint(1, 3)))
        if random.random() < 0.25:
            kind = random.choice("it")
            keys.append(Ref(f"({self.expression(kind, refs, 1, False)})", kind))
        keys = [key for key in keys if key.sql]
        if not keys:
            return [self._aggregate(kind, scope) for kind in kinds], ""
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
                items.append(self.expression(kind, keys, 2, False))
            else:
                items.append(self._aggregate(kind, scope))
        having = f" HAVING {self._having(keys)}" if random.random() < 0.3 else ""
        return items, f" GROUP BY {clause}{having}"

    def _wrapped(self, kind: str, key: str, keys: list[Ref]) -> str:
        random = self._random
        choice = random.random()
        if choice < 0.6:
            return key
        if choice < 0.8:
            return f"coalesce({key}, {self.expression(kind, keys, 1, False)})"
        return f"CASE WHEN {self.condition(keys, 1, False)} THEN {key} ELSE {key} END"

    def _having(self, scope: list[Ref]) -> str:
        random = self._random
        choice = random.random()
        if choice < 0.3:
            return random.choice(["count(*) > 0", "count(*) >= 1", "count(*) > 1", "count(*) >= 0"])
        if choice < 0.6:
            return f"{self._aggregate('i', scope)} IS NOT NULL"
        return self.condition(scope, 1, False)

    def _aggregate(self, kind: str, scope: list[Ref]) -> str:
        random = self._random

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
        made = self._filled(made, scope, 1, nested=False)
        if random.random() < 0.15 and made.endswith(")") and "WITHIN" not in made:
            made += f" FILTER (WHERE {self.condition(scope, 1, False)})"
        elif random.random() < 0.15:
            made = f"coalesce({made}, {literal(random, kind)})"
        return made

    def _window(self, kind: str, scope: list[Ref]) -> str:
        random = self._random

        same = self.expression(kind, scope, 1, False)
        calls = [
            f"first_value({same})",
            f"last_value({same})",
            f"lag({same})",
            f"lead({same}, 1, {same})",
            f"lag({same}, 1, <{kind}>)",
            f"nth_value({same}, 2)",
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
            call += f" FILTER (WHERE {self.condition(scope, 1, False)})"
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
            condition = self.condition(scope, 1, False)
            made = f"CASE WHEN {condition} THEN ({made})::{TYPES[kind]} ELSE {same} END"
        return self._filled(f"({made})::{TYPES[kind]}", scope, 1, nested=False)

    def _set_returning(self, scope: list[Ref]) -> str:
        array = "<a>"
        made = self._random.choice(
            [
                f"unnest({array})",
                "generate_series(1, 2)",
                f"unnest({array}) + 1",
                "several(2)",
                "unnest(ARRAY(SELECT <i>))",
            ]
        )
        if self._random.random() < 0.3:
            made = f"generate_series(1, 3) + {made}"
        return self._filled(made, scope, 1, nested=False)

    # -- expressions

    def condition(self, scope: list[Ref], depth: int, nested: bool = True) -> str:
        """Return a condition, mostly one that says something of NULL."""
        random = self._random
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
        random = self._random
        kind = random.choice(_COMPARABLE)
        one = other = f"<{kind}>"
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
            f"ROW({one}, {other}) IS NOT NULL",
            f"NOT (ROW({one}, {other}) IS NULL)",
            f"{one} BETWEEN {other} AND {other}",
            f"num_nulls({one}, {other}) = 0",
        ]
        if kind == "i":
            numbers = "<a>"
            choices += [
                f"{one} = ANY ({numbers})",
                f"{one} <> ALL ({numbers})",
                f"picky({one}) = 1",
                f"lenient({one}) > 1",
                f"wild({one}) IS NOT NULL",
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
            chosen = self._sub_condition(kind, one, scope)
        return self._filled(chosen, scope, depth, nested=nested)

    def _sub_condition(self, kind: str, one: str, scope: list[Ref]) -> str:
        random = self._random
        table = random.choice(self._schema.tables)
        alias = self._name("q")
        inner = [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]
        where = self.condition(inner + scope, 1, False)
        body = f"FROM {table.name} AS {alias} WHERE {where}"
        value = "<value>"
        last = random.choice(["", "", "", " HAVING true", " HAVING count(*) > 0", " LIMIT 1"])
        select = "SELECT 1" if not last.startswith(" HAVING") else "SELECT count(*)"
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
            chosen = chosen.replace(value, self.expression(kind, inner + scope, 1, False))
        return chosen

    def expression(self, kind: str, scope: list[Ref], depth: int, nested: bool = True) -> str:
        """Return an expression of a type."""
        random = self._random
        fitting = [ref.sql for ref in scope if ref.kind == kind]
        if kind == "p" and not fitting:
            return f"ROW({self._maybe_null('i')}, 'x')::pair"
        if depth <= 0 or kind == "p" or random.random() < 0.45:
            if fitting and random.random() < 0.85:
                return random.choice(fitting)
            return self._maybe_null(kind)
        choice = random.random()

        def of(other: str) -> str:
            return self.expression(other, scope, depth - 1, nested)

        if choice < 0.12:
            return f"coalesce({of(kind)}, {of(kind)})"
        if choice < 0.2:
            otherwise = f" ELSE {of(kind)}" if random.random() < 0.7 else ""
            condition = self.condition(scope, depth - 1, nested)
            more = (
                f" WHEN {self.condition(scope, depth - 1, nested)} THEN {of(kind)}"
                if random.random() < 0.3
                else ""
            )
            return f"CASE WHEN {condition} THEN {of(kind)}{more}{otherwise} END"
        if choice < 0.25 and kind != "j":
            return (
                f"CASE {of(kind)} WHEN {literal(random, kind)} THEN {of(kind)} ELSE {of(kind)} END"
            )
        if choice < 0.28 and kind != "j":
            return f"nullif({of(kind)}, {literal(random, kind)})"
        if choice < 0.31 and kind in "itnd":
            return f"{random.choice(['greatest', 'least'])}({of(kind)}, {of(kind)})"
        if choice < 0.42 and nested:
            return self._scalar(kind, scope)
        if choice < 0.45 and self._version >= 15:
            return self._parameter(kind)
        return self._particular(kind, scope, depth - 1, nested)

    def _particular(self, kind: str, scope: list[Ref], depth: int, nested: bool) -> str:
        random = self._random
        pairs = [ref.sql for ref in scope if ref.kind == "p"]
        choices: dict[str, list[str]] = {
            "i": [
                "<i> + <i>",
                "abs(<i>)",
                "length(<t>)",
                "cardinality(<a>)",
                "lenient(<i>)",
                "picky(<i>)",
                "exact(<i>)",
                "wild(<i>)",
                "array_length(<a>, 1)",
                "(<a>)[1]",
                "(<j> ->> 'b')::integer",
                "num_nulls(<i>, <t>)",
                "jsonb_array_length(jsonb_build_array(<j>))",
                "array_position(<a>, <i>)",
                "strpos(<t>, 'a')",
                "extract(year FROM <d>)::integer",
                "(ROW(<i>, <t>)::pair).one",
                *(f"({p}).one" for p in pairs),
            ],
            "t": [
                "<t> || <t>",
                "lower(<t>)",
                "concat(<t>, <i>)",
                "concat_ws(<t>, <t>)",
                "format('%s', <i>)",
                "substring(<t> FROM 'b')",
                "substring(<t> FROM 1 FOR 2)",
                "<i>::text",
                "<j> ->> 'a'",
                "to_char(<d>, 'YYYY')",
                "split_part(<t>, 'a', 1)",
                "<a>::text",
                "array_to_string(<a>, ',')",
                "jsonb_typeof(<j>)",
                "quote_nullable(<t>)",
                "CAST(<t> AS varchar(2))",
                "left(<t>, 1)",
            ],
            "b": [
                "<i> = <i>",
                "(<b> AND <b>)",
                "(<b> OR <b>)",
                "NOT <b>",
                "<t> IS NULL",
                "<t> LIKE 'a%'",
                "<i> = ANY (<a>)",
                "<j> ? 'a'",
                "<i> IS DISTINCT FROM <i>",
                "(<b>) IS TRUE",
                "<a> @> <a>",
                "isfinite(<d>)",
                "<?>",
            ],
            "n": [
                "<n> + <n>",
                "round(<n>, 1)",
                "<i>::numeric",
                "abs(<n>)",
                "extract(epoch FROM <d>)",
                "scale(<n>)::numeric",
            ],
            "d": [
                "<d> + interval '1 day'",
                "date_trunc('day', <d>)",
                "<d>::date::timestamp",
                "<d> - interval '1 month'",
                "now()::timestamp",
                "date_trunc('day', <d>) + <d>::time",
            ],
            "a": [
                "ARRAY[<i>, <i>]",
                "array_append(<a>, <i>)",
                "<a> || <a>",
                "ARRAY(SELECT <i>)",
                "array_remove(<a>, <i>)",
                "(<a>)[1:2]",
                "string_to_array(<t>, 'a')::integer[]",
                "array_cat(<a>, <a>)",
            ],
            "j": [
                "to_jsonb(<i>)",
                "jsonb_build_object('k', <i>)",
                "<j> || <j>",
                "<j> -> 'a'",
                "jsonb_build_array(<t>)",
                "jsonb_strip_nulls(<j>)",
                "jsonb_set(<j>, '{a}', <j>)",
                "to_jsonb(<t>)",
            ],
            "e": ["(<e>::text)::mood", "enum_first(<e>)"],
        }
        return self._filled(f"({random.choice(choices[kind])})", scope, depth, nested=nested)

    def _filled(self, template: str, scope: list[Ref], depth: int, *, nested: bool) -> str:
        """Fill a template: an expression for each ``<letter>``, a condition for ``<?>``."""

        def fill(match: re.Match[str]) -> str:
            if match[1] == "?":
                return self.condition(scope, depth, nested)
            return self.expression(match[1], scope, depth, nested)

        return _PLACE.sub(fill, template)

    def _scalar(self, kind: str, scope: list[Ref]) -> str:
        random = self._random
        table = random.choice(self._schema.tables)
        alias = self._name("q")
        inner = [Ref(f"{alias}.{c.name}", c.kind) for c in table.columns]
        keys = [ref for ref in scope if ref.sql.split(".")[-1] in {"r0", "r1", "id"}]
        choice = random.random()
        if choice < 0.35:
            value = self._aggregate(kind, inner + scope if random.random() < 0.1 else inner)
            where = self.condition(inner + scope, 1, False)
            return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where})"
        value = self.expression(kind, inner + scope, 1, False)
        if choice < 0.7 and keys:
            limit = "" if table.has_key and not table.children else " LIMIT 1"
            where = f"{alias}.id = {random.choice(keys).sql}{limit}"
            return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where})"
        if choice < 0.8:
            return f"(SELECT {self.expression(kind, scope, 1, False)})"
        where = self.condition(inner + scope, 1, False)
        return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where} LIMIT 1)"

    def _parameter(self, kind: str) -> str:
        values: dict[str, object] = {"i": 1, "t": "a", "b": True}
        if kind not in values:
            return self._maybe_null(kind)
        given = self._random.random() < 0.5
        self._values.append(values[kind] if given else None)
        number = len(self._values)
        if given and self._random.random() < 0.6:
            self._non_null.add(number)
        return f"${number}::{TYPES[kind]}"

    def _maybe_null(self, kind: str) -> str:
        if self._random.random() < 0.25:
            return f"NULL::{TYPES[kind]}"
        return literal(self._random, kind)

    def _kinds(self, count: int) -> str:
        return "".join(self._random.choice(_KINDS) for _ in range(count))

    def _name(self, letter: str) -> str:
        self._names += 1
        return f"{letter}{self._names}"
