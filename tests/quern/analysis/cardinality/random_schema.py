"""Random tables with unique keys of all sorts, and rows that repeat whatever they let repeat."""

# ruff: noqa: S608 - made of constants

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

#: The columns of every table, and values for them.
VALUES = {
    "a": ("0", "1", "1", "2"),
    "b": ("0", "1", "1", "2"),
    "c": ("'x'", "'x'", "'y'"),
    "d": ("true", "true", "false"),
    "n": ("0", "1", "1.0", "1.00"),
}
TYPES = {"a": "integer", "b": "integer", "c": "text", "d": "boolean", "n": "numeric"}
_TABLES = ("t0", "t1", "t2", "t3", "p0")
_ROWS = 14
#: What partial keys are limited to, and the column that it is about.
PREDICATES = (("a", "a > 0"), ("d", "d"), ("c", "c IS NOT NULL"))

_DROP_ROW = """
CREATE FUNCTION drop_row() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN IF NEW.a = 1 THEN RETURN NULL; END IF; RETURN NEW; END'
"""


@dataclass(frozen=True)
class Table:
    """A table or view.

    :ivar keys: the columns of what may be its keys, whether they hold or not
    """

    name: str
    keys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Schema:
    """A schema.

    :ivar definitions: the statements that make it
    :ivar rows: the statements that fill it; they may fail
    """

    tables: tuple[Table, ...]
    definitions: tuple[str, ...]
    rows: tuple[str, ...]


def random_schema(random: Random) -> Schema:
    """Make up a schema."""
    tables: list[Table] = []
    definitions = [_DROP_ROW, "CREATE SEQUENCE numbers"]
    rows: list[str] = []
    for name in _TABLES:
        required = [column for column in VALUES if random.random() < 0.4]
        definitions.append(_table(name, required))
        keys = [_columns(random, name) for _ in range(random.randint(1, 3))]
        definitions += (_key(random, name, key, i) for i, key in enumerate(keys))
        rows += (_insert(random, name, required) for _ in range(_ROWS))
        if name != "p0" and random.random() < 0.2:
            definitions.append(f"CREATE TABLE {name}_child () INHERITS ({name})")
            rows += (_insert(random, f"{name}_child", required) for _ in range(3))
        if random.random() < 0.2:
            definitions.append(
                f"CREATE TRIGGER guard BEFORE {random.choice(('INSERT', 'UPDATE'))} ON {name} "
                "FOR EACH ROW EXECUTE FUNCTION drop_row()"
            )
        if random.random() < 0.2:
            definitions += _policy(name)
        tables.append(Table(name, tuple(keys)))
    seen = random.choice(tables)
    definitions.append(f"CREATE VIEW v0 AS SELECT * FROM {seen.name} WHERE a IS NOT NULL")
    tables.append(Table("v0", seen.keys))
    return Schema(tuple(tables), tuple(definitions), tuple(rows))


def _table(name: str, required: list[str]) -> str:
    columns = ", ".join(
        f"{column} {kind}{' NOT NULL' if column in required else ''}"
        for column, kind in TYPES.items()
    )
    if name.startswith("p"):
        return (
            f"CREATE TABLE {name} ({columns}) PARTITION BY LIST (a);"
            f"CREATE TABLE {name}_one PARTITION OF {name} FOR VALUES IN (1);"
            f"CREATE TABLE {name}_rest PARTITION OF {name} DEFAULT"
        )
    return f"CREATE TABLE {name} ({columns})"


def _columns(random: Random, name: str) -> tuple[str, ...]:
    columns = random.sample(list(VALUES), random.choice((1, 1, 2, 2, 3)))
    if name.startswith("p") and "a" not in columns:
        columns.append("a")  # a key of a partitioned table holds what it is partitioned by
    return tuple(columns)


def _key(random: Random, table: str, columns: tuple[str, ...], number: int) -> str:
    name, listed = f"{table}_key_{number}", ", ".join(columns)
    first, rest = columns[0], ", ".join(columns[1:])
    by_pattern = ", ".join(f"{c} text_pattern_ops" if c == "c" else c for c in columns)
    constraint = f"ALTER TABLE {table} ADD CONSTRAINT {name}"
    index = f"CREATE UNIQUE INDEX {name} ON {table}"
    kinds = [
        *[f"{constraint} UNIQUE ({listed})"] * 3,
        *[f"{constraint} UNIQUE NULLS NOT DISTINCT ({listed})"] * 2,
        f"{constraint} UNIQUE ({listed}) DEFERRABLE INITIALLY DEFERRED",
        f"{index} ({by_pattern})",
        f"CREATE INDEX {name} ON {table} ({listed})",
    ]
    if number == 0:
        kinds += [f"{constraint} PRIMARY KEY ({listed})"] * 4
    if not table.startswith("p"):
        kinds += [
            f"{index} ({listed}) WHERE {random.choice(PREDICATES)[1]}",
            f"{index} (coalesce({first}, {VALUES[first][0]}){', ' + rest if rest else ''})",
            f"{index} ({first}) INCLUDE ({rest or 'd'})",
        ]
    return random.choice(kinds)


def _policy(name: str) -> Iterator[str]:
    yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY hide ON {name} USING (b IS DISTINCT FROM 2) WITH CHECK (true)"


def _insert(random: Random, name: str, required: list[str]) -> str:
    values = ", ".join(
        "NULL" if column not in required and random.random() < 0.2 else random.choice(choices)
        for column, choices in VALUES.items()
    )
    return f"INSERT INTO {name} VALUES ({values})"
