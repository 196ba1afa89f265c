"""Random schemas, with rows for them: NULL wherever the schema lets it."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from dataclasses import dataclass, field
from random import Random

#: Types by the letter that the generators use: what a column of it is declared as.
TYPES = {
    "i": "integer",
    "t": "text",
    "b": "boolean",
    "n": "numeric",
    "d": "timestamp",
    "a": "integer[]",
    "j": "jsonb",
    "e": "mood",
    "p": "pair",
}
_LITERALS = {
    "i": ("0", "1", "2", "3", "-1"),
    "t": ("''", "'a'", "'b'", "'ab'", "'1'"),
    "b": ("true", "false"),
    "n": ("0", "1.5", "'NaN'", "-2"),
    "d": ("'2020-01-01'", "'infinity'", "'-infinity'", "'2021-06-07 08:09:10'"),
    "a": ("'{}'", "'{1,2}'", "'{NULL}'", "'{0,NULL,3}'", "'{{1,2},{3,4}}'"),
    "j": ("'null'", "'{}'", "'[]'", "'[1, null]'", """'{"a": null, "b": 2}'""", "'3'"),
    "e": ("'glad'", "'sad'"),
    "p": ("'(1,x)'", "'(,)'", "'(,y)'"),
}
_PRELUDE = """
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE pair AS (one integer, two text);
CREATE DOMAIN given AS integer NOT NULL;
CREATE DOMAIN small AS integer CHECK (VALUE < 1000);
CREATE FUNCTION lenient(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN coalesce($1, 7);
CREATE FUNCTION picky(integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN nullif($1, 1);
CREATE FUNCTION exact(integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN $1 + 1;
CREATE FUNCTION wild(integer) RETURNS integer
    LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN CASE WHEN random() < 0.5 THEN $1 END; END';
CREATE FUNCTION several(integer) RETURNS SETOF integer
    LANGUAGE sql STABLE AS 'SELECT nullif(i, 1) FROM generate_series(1, $1) AS i';
"""


def literal(random: Random, kind: str) -> str:
    """Return a value other than NULL, with its type."""
    return f"{random.choice(_LITERALS[kind])}::{TYPES[kind]}"


@dataclass
class Column:
    """A column of a table or view.

    :ivar kind: the letter of its type
    :ivar target: the table that its foreign key refers to
    """

    name: str
    kind: str
    not_null: bool = False
    generated: bool = False
    target: "Table | None" = None
    late: bool = False
    unchecked: bool = False


@dataclass
class Table:
    """A table or view.

    :ivar has_key: whether ``id`` is its primary key
    """

    name: str
    columns: list[Column] = field(default_factory=list)
    is_view: bool = False
    has_key: bool = True
    secured: bool = False
    children: list[str] = field(default_factory=list)


@dataclass
class Schema:
    """A random schema.

    :ivar before: statements that make it
    :ivar afterwards: statements for when the queries were described: what a run may find otherwise
    :ivar unchecked: foreign keys that are NOT VALID: drop and add
    """

    random: Random
    tables: list[Table] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    afterwards: list[str] = field(default_factory=list)
    unchecked: list[tuple[str, str]] = field(default_factory=list)

    def views(self) -> list[Table]:
        """Return the views."""
        return [table for table in self.tables if table.is_view]

    def real(self) -> list[Table]:
        """Return the tables that are no views."""
        return [table for table in self.tables if not table.is_view]

    def rows(self, richness: float) -> list[str]:
        """Return statements that fill the tables anew.

        :param richness: how full they get, from 0 (empty)
        """
        tables = self.real()
        statements = ["TRUNCATE " + ", ".join(t.name for t in tables) + " CASCADE"]
        statements += [drop for drop, _ in self.unchecked]
        keys: dict[str, list[int]] = {}
        for table in tables:
            keys[table.name] = []
            count = 0 if self.random.random() > richness + 0.3 else self.random.randint(0, 6)
            for number in range(count):
                values = {
                    c.name: self._value(table, c, number, keys)
                    for c in table.columns
                    if not c.generated
                }
                if None in values.values():
                    continue
                names = ", ".join(values)
                into = self.random.choice([table.name, table.name, *table.children])
                row = ", ".join(value or "" for value in values.values())
                statements.append(f"INSERT INTO {into} ({names}) VALUES ({row})")
                if into == table.name:
                    keys[table.name].append(number)
        return statements + [add for _, add in self.unchecked]

    def breakers(self) -> list[str]:
        """Return statements that break the keys that are checked only at the end."""
        return [
            f"UPDATE {table.name} SET {column.name} = 4242"
            for table in self.real()
            for column in table.columns
            if column.late
        ]

    def _value(
        self, table: Table, column: Column, number: int, keys: dict[str, list[int]]
    ) -> str | None:
        if column.name == "id" and table.has_key:
            return str(number)
        if not column.not_null and self.random.random() < 0.4:
            return "NULL"
        if column.target is not None:
            if column.unchecked and self.random.random() < 0.5:
                return "77"
            candidates = keys.get(column.target.name, [])
            if candidates:
                return str(self.random.choice(candidates))
            return None if column.not_null else "NULL"
        return self.random.choice(_LITERALS[column.kind])


def make_schema(random: Random) -> Schema:
    """Make a random schema."""
    schema = Schema(random)
    schema.before.append(_PRELUDE)
    for number in range(random.randint(4, 6)):
        _add_table(schema, f"t{number}")
    for number in range(random.randint(1, 3)):
        _add_view(schema, f"v{number}")
    return schema


def _add_table(schema: Schema, name: str) -> None:
    random = schema.random
    table = Table(name)
    partitioned = random.random() < 0.15
    table.has_key = partitioned or random.random() < 0.85
    key = Column("id", "i", not_null=table.has_key)
    table.columns.append(key)
    words = ["id integer" + (" PRIMARY KEY" if table.has_key else "")]
    for number in range(random.randint(2, 5)):
        column, definition = _column(random, f"c{number}", table)
        table.columns.append(column)
        words.append(definition)
    targets = [t for t in schema.real() if t.has_key]
    for number in range(random.randint(0, 2) if targets else 0):
        target = random.choice(targets)
        column = Column(f"r{number}", "i", not_null=random.random() < 0.6, target=target)
        column.late = random.random() < 0.2
        column.unchecked = not column.late and not partitioned and random.random() < 0.15
        table.columns.append(column)
        reference = f"REFERENCES {target.name} (id)"
        reference += " DEFERRABLE INITIALLY DEFERRED" if column.late else ""
        if column.unchecked:
            constraint = f"ALTER TABLE {name} ADD CONSTRAINT {column.name}_key FOREIGN KEY"
            schema.unchecked.append(
                (
                    f"ALTER TABLE {name} DROP CONSTRAINT IF EXISTS {column.name}_key",
                    f"{constraint} ({column.name}) {reference} NOT VALID",
                )
            )
            reference = ""
        null = "NOT NULL" if column.not_null else ""
        words.append(f"{column.name} integer {null} {reference}")
    schema.before.append(
        f"CREATE TABLE {name} ({', '.join(words)})"
        + (" PARTITION BY HASH (id)" if partitioned else "")
    )
    if partitioned:
        schema.before += [
            f"CREATE TABLE {name}_{part} PARTITION OF {name} "
            f"FOR VALUES WITH (MODULUS 2, REMAINDER {part})"
            for part in range(2)
        ]
    elif random.random() < 0.2:
        schema.before.append(f"CREATE TABLE {name}_child () INHERITS ({name})")
        table.children.append(f"{name}_child")
    if random.random() < 0.2:
        schema.before += [
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY hides ON {name} USING ({random.choice(['false', 'id % 2 = 0'])}) "
            "WITH CHECK (true)",
        ]
        table.secured = True
        schema.afterwards.append(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
    if random.random() < 0.25:
        free = [c for c in table.columns if not c.not_null and not c.generated]
        if free:
            victim = random.choice(free).name
            event = random.choice(["INSERT", "UPDATE", "INSERT OR UPDATE"])
            on = random.choice([name, *table.children, *([f"{name}_0"] if partitioned else [])])
            schema.before += [
                f"CREATE FUNCTION forget_{name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"'BEGIN NEW.{victim} := NULL; RETURN NEW; END'",
                f"CREATE TRIGGER forget BEFORE {event} ON {on} "
                f"FOR EACH ROW EXECUTE FUNCTION forget_{name}()",
            ]
    schema.tables.append(table)


def _column(random: Random, name: str, table: Table) -> tuple[Column, str]:
    kind = random.choice("iiitttbbnndaajep")
    column = Column(name, kind)
    chance = random.random()
    plain = [c for c in table.columns if not c.generated]
    if chance < 0.3:
        column.not_null = True
        return column, f"{name} {TYPES[kind]} NOT NULL"
    if chance < 0.4 and kind != "p":
        column.not_null = True
        return column, f"{name} {TYPES[kind]} CHECK ({name} IS NOT NULL)"
    if chance < 0.5 and kind == "i":
        domain = random.choice(["given", "small"])
        column.not_null = domain == "given"
        return column, f"{name} {domain}"
    if chance < 0.6 and (base := [c for c in plain if c.kind in "it"]):
        column.generated = True
        of = random.choice(base)
        column.kind = "i" if of.kind == "i" else "t"
        expression = {
            "i": [f"{of.name} + 1", f"coalesce({of.name}, 0)", f"nullif({of.name}, 1)"],
            "t": [f"{of.name} || 'x'", f"coalesce({of.name}, '')", f"nullif({of.name}, 'a')"],
        }[column.kind]
        chosen = random.choice(expression)
        return column, f"{name} {TYPES[column.kind]} GENERATED ALWAYS AS ({chosen}) STORED"
    if chance < 0.7 and kind == "i":
        return column, f"{name} integer DEFAULT 1"
    if chance < 0.75 and kind == "a":
        return column, f"{name} integer[] CHECK (array_ndims({name}) > 1 OR true)"
    return column, f"{name} {TYPES[kind]}"


def _add_view(schema: Schema, name: str) -> None:
    random = schema.random
    one, other = random.choice(schema.real()), random.choice(schema.real())
    barrier = random.choice(["", "", " WITH (security_barrier)"])
    view = Table(name, is_view=True, has_key=False)
    if random.random() < 0.5:
        condition = f" WHERE {random.choice(one.columns).name} IS NOT NULL"
        picked = one.columns
        query = f"SELECT {', '.join(c.name for c in picked)} FROM {one.name}{condition}"
        view.columns = [Column(c.name, c.kind) for c in picked]
    else:
        mine, others = random.sample(one.columns, 2), random.sample(other.columns, 2)
        names = [f"a.{c.name} AS m{n}" for n, c in enumerate(mine)]
        names += [f"b.{c.name} AS o{n}" for n, c in enumerate(others)]
        kind = random.choice(["JOIN", "LEFT JOIN", "FULL JOIN"])
        query = (
            f"SELECT a.id, {', '.join(names)} FROM {one.name} AS a "
            f"{kind} {other.name} AS b ON a.id = b.id"
        )
        view.columns = [Column("id", "i")]
        view.columns += [Column(f"m{n}", c.kind) for n, c in enumerate(mine)]
        view.columns += [Column(f"o{n}", c.kind) for n, c in enumerate(others)]
    schema.before.append(f"CREATE VIEW {name}{barrier} AS {query}")
    schema.tables.append(view)
