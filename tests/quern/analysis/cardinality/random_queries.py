"""Random queries on a random schema, most of which fix the columns of some key."""

# ruff: noqa: S608 - made of constants

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.quern.analysis.cardinality.random_schema import PREDICATES, TYPES, VALUES, Schema


@dataclass(frozen=True)
class Source:
    """Something in FROM.

    :ivar columns: its columns, those of a table or some of them
    :ivar keys: columns that may be worth fixing together
    """

    alias: str
    text: str
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


class RandomQueries:
    """Makes queries up."""

    def __init__(self, random: Random, schema: Schema) -> None:
        self._random = random
        self._schema = schema
        self._aliases = 0

    def query(self) -> str:
        """Make up a statement."""
        return self._pick(
            *[lambda: self._select(2)] * 7,
            lambda: self._set_operation(2),
            self._with_query,
            self._update,
            self._delete,
            self._insert,
        )

    # SELECT

    def _select(self, depth: int, outer: tuple[Source, ...] = (), columns: int = 0) -> str:
        """Make up a SELECT.

        :param outer: what its conditions may name besides
        :param columns: how many columns of type integer it must have; 0 for any
        """
        sources, text = self._from(depth, outer)
        where = self._where(sources, outer, depth)
        targets = self._targets(sources, columns)
        match self._random.random():
            case r if r < 0.5 or columns > 1:
                head, tail = f"SELECT {targets}", ""
            case r if r < 0.6:
                having = self._maybe(0.3, " HAVING count(*) > 1")
                head, tail = f"SELECT max({self._column(sources, 'integer')}) AS a", having
            case r if r < 0.7 and not columns:
                grouped = ", ".join(self._some_columns(sources))
                sets = self._maybe(0.15, "ROLLUP ")
                head, tail = "SELECT count(*) AS a", f" GROUP BY {sets}({grouped})"
            case r if r < 0.8:
                head, tail = f"SELECT DISTINCT {targets}", ""
            case r if r < 0.85 and not columns:
                on = ", ".join(self._some_columns(sources))
                head, tail = f"SELECT DISTINCT ON ({on}) {targets}", ""
            case r if r < 0.9 and not columns:
                head, tail = "SELECT generate_series(1, 2) AS a", ""
            case _:
                head, tail = f"SELECT {targets}", ""
        return f"{head} FROM {text}{where}{tail}{self._limit(targets)}"

    def _limit(self, targets: str) -> str:
        match self._random.random():
            case r if r < 0.08:
                return f" LIMIT {self._random.choice((0, 1, 1, 2))}"
            case r if r < 0.11:
                return f" OFFSET {self._random.choice((0, 1))}"
            case r if r < 0.14 and targets:
                return " ORDER BY 1 FETCH FIRST 1 ROW WITH TIES"
            case _:
                return ""

    def _targets(self, sources: tuple[Source, ...], columns: int) -> str:
        if columns:
            names = ("a", "b")[:columns]
            return ", ".join(f"{self._column(sources, 'integer')} AS {name}" for name in names)
        source = self._random.choice(sources)
        return ", ".join(f"{source.alias}.{column}" for column in source.columns)

    def _set_operation(self, depth: int) -> str:
        operator = self._random.choice(("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "EXCEPT ALL"))
        arms = f"({self._select(depth - 1, columns=2)}) {operator} "
        return f"{arms}({self._select(depth - 1, columns=2)}){self._limit('a')}"

    def _with_query(self) -> str:
        name = self._alias()
        body = self._pick(
            lambda: self._select(1, columns=2), lambda: self._insert("a, b"), lambda: self._update()
        )
        columns = ("a", "b")
        source = Source(name, name, columns, (columns, ("a",)))
        table = self._table()
        condition = " AND ".join(
            f"{table.alias}.{column} = {name}.{self._random.choice(columns)}"
            for column in self._random.choice(table.keys)
            if column in columns
        )
        if self._random.random() < 0.3:
            return f"WITH {name} (a, b) AS ({body}) SELECT a FROM {name}"
        where = self._where((source, table), (), 1)
        return (
            f"WITH {name} (a, b) AS ({body}) "
            f"SELECT {name}.a FROM {name} JOIN {table.text} ON {condition or 'true'}{where}"
        )

    # FROM

    def _from(self, depth: int, outer: tuple[Source, ...]) -> tuple[tuple[Source, ...], str]:
        first = self._source(depth, ())
        sources: tuple[Source, ...] = (first,)
        text = first.text
        for _ in range(self._random.choice((0, 0, 1, 1, 2))):
            if self._random.random() < 0.2:
                more, joined = self._from(0, ())
                joined = f"({joined})" if len(more) > 1 else joined
            else:
                source = self._source(depth, sources)
                more, joined = (source,), source.text
            kind = self._random.choice(("", "", "LEFT ", "LEFT ", "RIGHT ", "FULL "))
            if "LATERAL" in joined and kind in {"RIGHT ", "FULL "}:
                kind = "LEFT "
            condition = self._join_condition(sources, more, outer, depth)
            if kind == "FULL ":  # it can only be merged or hashed
                column = f"{self._column(sources, 'integer')} = {self._column(more, 'integer')}"
                condition = column
            text = f"{text} {kind}JOIN {joined} ON {condition}"
            sources += more
        return sources, text

    def _join_condition(
        self,
        left: tuple[Source, ...],
        right: tuple[Source, ...],
        outer: tuple[Source, ...],
        depth: int,
    ) -> str:
        if self._random.random() < 0.1:
            return self._random.choice(("true", self._condition((*left, *right), outer, depth)))
        return self._fix(self._random.choice(right), (*left, *outer), depth)

    def _source(self, depth: int, left: tuple[Source, ...]) -> Source:
        if depth <= 0 or self._random.random() < 0.7:
            return self._table()
        alias = self._alias()
        columns = ("a", "b")
        lateral = self._maybe(0.4, "LATERAL ") if left else ""
        body = self._pick(
            *[lambda: self._select(depth - 1, left if lateral else (), columns=2)] * 4,
            lambda: self._set_operation(depth - 1),
            lambda: "VALUES (1, 2)",
            lambda: "VALUES (1, 2), (1, 1)",
            lambda: f"SELECT {self._maybe(0.5, 'DISTINCT ')}a, max(b) FROM t0 GROUP BY a",
            lambda: "SELECT nextval('numbers')::integer % 3, 1",
            lambda: "SELECT 1, generate_series(1, 2)",
        )
        text = f"{lateral}({body}) AS {alias} (a, b)"
        return Source(alias, text, columns, (("a",), ("b",), columns))

    def _table(self) -> Source:
        table = self._random.choice(self._schema.tables)
        alias = self._alias()
        only = self._maybe(0.1, "ONLY ") if table.name.startswith("t") else ""
        return Source(alias, f"{only}{table.name} AS {alias}", tuple(VALUES), table.keys)

    # WHERE

    def _where(self, sources: tuple[Source, ...], outer: tuple[Source, ...], depth: int) -> str:
        conditions = [
            self._fix(source, (*sources, *outer), depth)
            for source in sources
            if self._random.random() < (0.8 if source is sources[0] else 0.2)
        ]
        if self._random.random() < 0.15:
            conditions.append(self._condition(sources, outer, depth))
        return f" WHERE {' AND '.join(conditions)}" if conditions else ""

    def _fix(self, source: Source, others: tuple[Source, ...], depth: int) -> str:
        """Compare the columns of what may be a key, most of the time all of them."""
        others = tuple(other for other in others if other is not source)
        columns = list(self._random.choice(source.keys))
        if len(columns) > 1 and self._random.random() < 0.1:
            columns.pop()
        conditions = [self._equality(source, c, others, depth) for c in columns]
        if self._random.random() < 0.2:  # what a partial key may be limited to
            column, predicate = self._random.choice(PREDICATES)
            if column in source.columns:
                conditions.append(predicate.replace(column, f"{source.alias}.{column}", 1))
        return " AND ".join(conditions)

    def _equality(self, source: Source, column: str, others: tuple[Source, ...], depth: int) -> str:
        kind, name = TYPES[column], f"{source.alias}.{column}"
        if self._random.random() < 0.1:  # what a key may be over
            name = f"coalesce({name}, {VALUES[column][0]})"
        value = self._value(kind, others, depth)
        match self._random.random():
            case r if r < 0.72:
                return f"{name} = {value}"
            case r if r < 0.8:
                return f"{name} IS NOT DISTINCT FROM {value}"
            case r if r < 0.86:
                return f"{name} IS NULL"
            case r if r < 0.89:
                return f"({name} = {value} OR {name} = {self._value(kind, others, depth)})"
            case r if r < 0.93 and kind == "integer":
                return f"{name} IN ({self._select(depth - 1, (source, *others), columns=1)})"
            case r if r < 0.95 and kind == "integer":
                return f"{name} = {source.alias}.{self._random.choice('ab')}"
            case _ if kind == "boolean":
                return self._random.choice((name, f"NOT {name}", f"{name} IS TRUE"))
            case _:
                return f"{name} >= {value}"

    def _value(self, kind: str, others: tuple[Source, ...], depth: int) -> str:
        known = [f"{o.alias}.{c}" for o in others for c in o.columns if TYPES[c] == kind]
        match self._random.random():
            case r if r < 0.45 and known:
                return self._random.choice(known)
            case r if r < 0.55 and kind == "integer":
                return "$1::integer"
            case r if r < 0.6 and kind == "integer":
                inner = self._select(depth - 1, others, columns=1) if depth > 0 else "SELECT 1"
                return f"(SELECT min(s.a) FROM ({inner}) AS s (a))"
            case r if r < 0.62 and kind == "integer" and known:
                return f"coalesce({self._random.choice(known)}, 1)"
            case r if r < 0.64 and kind == "integer" and known:
                return f"abs({self._random.choice(known)})"
            case r if r < 0.66 and kind == "integer":
                return "nextval('numbers')::integer % 3"
            case r if r < 0.68 and kind == "numeric" and known:
                return f"trunc({self._random.choice(known)})"
            case _:
                column = next(c for c, found in TYPES.items() if found == kind)
                return self._random.choice(VALUES[column])

    def _condition(self, sources: tuple[Source, ...], outer: tuple[Source, ...], depth: int) -> str:
        source = self._random.choice(sources)
        return self._pick(
            lambda: f"{self._column(sources, 'integer')} IS NOT NULL",
            lambda: f"EXISTS ({self._select(min(depth, 1) - 1, (*sources, *outer))})",
            lambda: f"({self._fix(source, sources, depth)} OR $1::integer IS NULL)",
            lambda: f"NOT ({self._fix(source, sources, depth)})",
            lambda: "false",
        )

    # Changes

    def _update(self) -> str:
        table, text = self._changed()
        setting = f"b = {self._random.choice(('1', table.alias + '.a'))}"
        other = self._table()
        joined = self._maybe(0.4, f" FROM {other.text}")
        where = self._where((table, other) if joined else (table,), (), 1)
        returned = f"{table.alias}.a, {table.alias}.b"
        return f"UPDATE {text} SET {setting}{joined}{where} RETURNING {returned}"

    def _delete(self) -> str:
        table, text = self._changed()
        other = self._table()
        joined = self._maybe(0.4, f" USING {other.text}")
        where = self._where((table, other) if joined else (table,), (), 1)
        return f"DELETE FROM {text}{joined}{where} RETURNING {table.alias}.a"

    def _changed(self) -> tuple[Source, str]:
        table = self._table()
        return table, table.text

    def _insert(self, returned: str = "a") -> str:
        table = self._random.choice(self._schema.tables)
        row = f"({', '.join(self._random.choice(values) for values in VALUES.values())})"
        rows = self._pick(
            lambda: f"VALUES {row}",
            lambda: f"VALUES {row}",
            lambda: f"VALUES {row}, {row}",
            lambda: f"SELECT s.a, s.b FROM ({self._select(1, columns=2)}) AS s (a, b)",
            lambda: "VALUES (generate_series(1, 2))",
        )
        columns = self._random.choice(table.keys)
        conflict = self._pick(
            lambda: "",
            lambda: "",
            lambda: " ON CONFLICT DO NOTHING",
            lambda: f" ON CONFLICT ({', '.join(columns)}) DO UPDATE SET b = 1",
            lambda: f" ON CONFLICT ({', '.join(columns)}) DO UPDATE SET b = 1 WHERE excluded.d",
        )
        return f"INSERT INTO {table.name} AS x {rows}{conflict} RETURNING {returned}"

    # Parts

    def _column(self, sources: tuple[Source, ...], kind: str) -> str:
        source = self._random.choice(sources)
        return (
            f"{source.alias}.{self._random.choice([c for c in source.columns if TYPES[c] == kind])}"
        )

    def _some_columns(self, sources: tuple[Source, ...]) -> list[str]:
        source = self._random.choice(sources)
        if self._random.random() < 0.6:
            return [f"{source.alias}.{column}" for column in self._random.choice(source.keys)]
        return [f"{source.alias}.{self._random.choice(source.columns)}"]

    def _alias(self) -> str:
        self._aliases += 1
        return f"s{self._aliases}"

    def _maybe(self, chance: float, text: str) -> str:
        return text if self._random.random() < chance else ""

    def _pick(self, *makers: Callable[[], str]) -> str:
        return self._random.choice(makers)()
