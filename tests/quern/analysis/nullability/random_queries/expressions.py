"""Expressions of a type, at random."""

# ruff: noqa: S608 - to make SQL at random is what this is for

import re
from typing import TYPE_CHECKING

from tests.quern.analysis.nullability.random_queries.scope import Ref, columns_of
from tests.quern.analysis.nullability.random_schema import TYPES, literal

if TYPE_CHECKING:
    from tests.quern.analysis.nullability.random_queries.maker import QueryMaker

_PLACE = re.compile(r"<([itbndajep?])>")


class Expressions:
    """Makes expressions."""

    def __init__(self, maker: "QueryMaker") -> None:
        self._maker = maker

    def expression(self, kind: str, scope: list[Ref], depth: int, nested: bool = True) -> str:
        """Return an expression of a type."""
        random = self._maker.random
        fitting = [ref.sql for ref in scope if ref.kind == kind]
        if kind == "p" and not fitting:
            return f"ROW({self.maybe_null('i')}, 'x')::pair"
        if depth <= 0 or kind == "p" or random.random() < 0.45:
            if fitting and random.random() < 0.85:
                return random.choice(fitting)
            return self.maybe_null(kind)
        choice = random.random()

        def of(other: str) -> str:
            return self.expression(other, scope, depth - 1, nested)

        if fitting and random.random() < 0.3:
            # The same again and again: that is what conditions are about.
            scope = scope + 4 * [random.choice([ref for ref in scope if ref.kind == kind])]
        if choice < 0.12:
            return f"coalesce({of(kind)}, {of(kind)})"
        if choice < 0.2:
            otherwise = f" ELSE {of(kind)}" if random.random() < 0.7 else ""
            condition = self._maker.condition(scope, depth - 1, nested)
            more = (
                f" WHEN {self._maker.condition(scope, depth - 1, nested)} THEN {of(kind)}"
                if random.random() < 0.3
                else ""
            )
            return f"CASE WHEN {condition} THEN {of(kind)}{more}{otherwise} END"
        if choice < 0.22:
            return f"CASE WHEN {of(kind)} IS NULL THEN {of(kind)} ELSE {of(kind)} END"
        if choice < 0.24 and fitting:
            return self._if_present(kind, random.choice(fitting), scope)
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
        if choice < 0.45 and self._maker.version >= 15:
            return self._parameter(kind)
        return self._particular(kind, scope, depth - 1, nested)

    def _particular(self, kind: str, scope: list[Ref], depth: int, nested: bool) -> str:
        random = self._maker.random
        pairs = [ref.sql for ref in scope if ref.kind == "p"]
        same = self.expression("i", scope, 0, nested) if kind == "b" else ""
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
                "sure(<i>)",
                "body0(<i>)",
                "body1(<i>, <i>)",
                "body2(<i>, <i>)",
                "num_nulls(VARIADIC <a>)",
                "(a_pair(<i>)).two::integer",
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
                "<t>::varchar",
                "concat(VARIADIC <a>)",
                "concat_ws(',', VARIADIC <a>)",
                "CASE <t> WHEN 'a' THEN <t> WHEN <t> THEN <t> ELSE 'b' END",
                "trim(<t>)",
                "json_build_array(<t>)::text",
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
                "(<i>, <t>) < (<i>, <t>)",
                "(<t> IS NOT NULL AND <t> = <t>)",
                f"({same} IS NULL OR {same} > 1)",
                f"({same} IS NOT NULL OR {same} > 1)",
                f"({same} IS NOT NULL AND {same} > 1)",
                "(<?> AND <?>)",
                "(<?> OR <?>)",
                "(tsrange(<d>, NULL) @> <d>)",
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
                "ARRAY[<a>, <a>]",
                "ARRAY(SELECT <a>)",
                "nullif(<a>, '{}')",
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
                "jsonb_build_array(VARIADIC <a>)",
                *self._json_constructors(),
            ],
            "e": ["(<e>::text)::mood", "enum_first(<e>)"],
        }
        return self.filled(f"({random.choice(choices[kind])})", scope, depth, nested=nested)

    def filled(self, template: str, scope: list[Ref], depth: int, *, nested: bool) -> str:
        """Fill a template: an expression for each ``<letter>``, a condition for ``<?>``."""

        def fill(match: re.Match[str]) -> str:
            if match[1] == "?":
                return self._maker.condition(scope, depth, nested)
            return self.expression(match[1], scope, depth, nested)

        return _PLACE.sub(fill, template)

    def _if_present(self, kind: str, name: str, scope: list[Ref]) -> str:
        """Return a column, if another one of its row is not NULL."""
        alias = name.split(".")[0] + "."
        others = [ref.sql for ref in scope if ref.sql.startswith(alias) and "(" not in ref.sql]
        other = self._maker.random.choice(others or [name])
        otherwise = literal(self._maker.random, kind)
        return f"CASE WHEN {other} IS NOT NULL THEN {name} ELSE {otherwise} END"

    def _json_constructors(self) -> list[str]:
        """Return what the SQL standard has for JSON, as far as the server knows it."""
        found: list[str] = []
        if self._maker.version >= 16:
            found += [
                "JSON_OBJECT('k': <i> ABSENT ON NULL RETURNING jsonb)",
                "JSON_ARRAY(<i>, <t> RETURNING jsonb)",
                "JSON_ARRAY(SELECT <i> RETURNING jsonb)",
            ]
        if self._maker.version >= 17:
            found += [
                "JSON_QUERY(<j>, '$.a')",
                "JSON_QUERY(<j>, '$.a' EMPTY ARRAY ON EMPTY)",
                "to_jsonb(JSON_VALUE(<j>, '$.b' RETURNING integer DEFAULT 1 ON EMPTY))",
                "to_jsonb(JSON_EXISTS(<j>, '$.b'))",
                "JSON_SCALAR(<i>)::jsonb",
            ]
        return found

    def _scalar(self, kind: str, scope: list[Ref]) -> str:
        random = self._maker.random
        if random.random() < 0.2:
            return f"({self._maker.single_rows.query(kind, scope)})"
        referring = [ref for ref in scope if ref.target is not None]
        if referring and random.random() < 0.4:
            return self.referred(kind, random.choice(referring))
        table = random.choice(self._maker.schema.tables)
        alias = self._maker.name("q")
        inner = columns_of(table, alias)
        keys = [ref for ref in scope if ref.sql.split(".")[-1] in {"r0", "r1", "id"}]
        choice = random.random()
        if choice < 0.35:
            value = self._maker.aggregate(kind, inner + scope if random.random() < 0.1 else inner)
            where = self._maker.condition(inner + scope, 1, False)
            return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where})"
        value = self.expression(kind, inner + scope, 1, False)
        if choice < 0.7 and keys:
            limit = "" if table.has_key and not table.children else " LIMIT 1"
            where = f"{alias}.id = {random.choice(keys).sql}{limit}"
            return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where})"
        if choice < 0.8:
            return f"(SELECT {self.expression(kind, scope, 1, False)})"
        where = self._maker.condition(inner + scope, 1, False)
        return f"(SELECT {value} FROM {table.name} AS {alias} WHERE {where} LIMIT 1)"

    def referred(self, kind: str, key: Ref) -> str:
        """Return a value of the row that a column refers to, unless something keeps it out."""
        random = self._maker.random
        if key.target is None:
            return self.maybe_null(kind)
        alias = self._maker.name("q")
        value = self.expression(kind, columns_of(key.target, alias), 0, False)
        sample = " TABLESAMPLE BERNOULLI (50)" if random.random() < 0.1 else ""
        name = random.choice([key.target.name] * 5 + key.target.partitions)
        plain = f"SELECT {value} FROM {name} AS {alias}{sample} WHERE {alias}.id = {key.sql}"
        more = f" AND {alias}.id < 3" if random.random() < 0.1 else ""
        clauses = ["", "", "", "", " LIMIT 1", " OFFSET 0", " OFFSET 1", " LIMIT 0"]
        # Of a table with children there may be several rows.
        tail = " LIMIT 1" if key.target.children else random.choice(clauses)
        return f"({plain}{more}{tail})"

    def _parameter(self, kind: str) -> str:
        values: dict[str, object] = {"i": 1, "t": "a", "b": True}
        if kind not in values:
            return self.maybe_null(kind)
        known = [n for n, k in enumerate(self._maker.parameter_kinds, 1) if k == kind]
        if known and self._maker.random.random() < 0.5:
            return f"${self._maker.random.choice(known)}::{TYPES[kind]}"
        self._maker.parameter_kinds += kind
        given = self._maker.random.random() < 0.5
        self._maker.values.append(values[kind] if given else None)
        number = len(self._maker.values)
        if given and self._maker.random.random() < 0.6:
            self._maker.non_null.add(number)
        return f"${number}::{TYPES[kind]}"

    def maybe_null(self, kind: str) -> str:
        if self._maker.random.random() < 0.25:
            return f"NULL::{TYPES[kind]}"
        return literal(self._maker.random, kind)
