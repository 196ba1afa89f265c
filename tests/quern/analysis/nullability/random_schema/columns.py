"""Columns at random, and what is promised of them, or only seems to be."""

from dataclasses import dataclass
from random import Random

from tests.quern.analysis.nullability.random_schema.parts import Column, Schema, Table


@dataclass(frozen=True)
class MadeColumn:
    """A column, and how it is declared."""

    column: Column
    definition: str


def random_column(schema: Schema, name: str, table: Table, *, partitioned: bool) -> MadeColumn:
    """Make a column."""
    random = schema.random
    kind = random.choice("iiitttbbnndaajep")
    column = Column(name, kind)
    chance = random.random()
    if chance < 0.3:
        column.not_null = column.nullable_in_children = True
        return MadeColumn(column, f"{name} {column.type} NOT NULL")
    if chance < 0.45 and kind != "p":
        return _checked(schema, table, column, partitioned=partitioned)
    if chance < 0.52 and kind == "i":
        domain = random.choice(["given", "given_again", "small"])
        column.not_null = domain != "small"
        column.of_domain = True
        return MadeColumn(column, f"{name} {domain}")
    base = [c for c in table.columns if not c.generated and c.kind in "it"]
    if chance < 0.65 and base:
        return _generated(random, column, random.choice(base), schema.version)
    if chance < 0.72 and kind in "it":
        default = {"i": "1", "t": "'a'"}[kind]
        return MadeColumn(column, f"{name} {column.type} DEFAULT {default}")
    if chance < 0.76 and kind == "a":
        return MadeColumn(column, f"{name} integer[] CHECK (array_ndims({name}) > 1 OR true)")
    if chance < 0.82 and kind == "a":
        check = f"CHECK (array_position({name}, NULL) IS NULL)"
        return MadeColumn(column, f"{name} integer[] {check}")
    return MadeColumn(column, f"{name} {column.type}")


def _checked(schema: Schema, table: Table, column: Column, *, partitioned: bool) -> MadeColumn:
    """Promise that a column is not NULL by a constraint, which may not hold for all rows."""
    random, name = schema.random, column.name
    declared = f"{name} {column.type}"
    check, chance = f"CHECK ({name} IS NOT NULL)", random.random()
    if partitioned or chance < 0.5:
        column.not_null = True
        return MadeColumn(column, f"{declared} {check}")
    if chance < 0.65:
        column.not_null = column.nullable_in_children = True
        return MadeColumn(column, f"{declared} {check} NO INHERIT")
    if chance < 0.8 or schema.version < 18:
        schema.add_unchecked(table.name, f"{name}_given", check)
        return MadeColumn(column, declared)
    if chance < 0.9:
        schema.add_unchecked(table.name, f"{name}_given", f"NOT NULL {name}")
        return MadeColumn(column, declared)
    return MadeColumn(column, f"{declared} {check} NOT ENFORCED")


def _generated(random: Random, column: Column, of: Column, version: int) -> MadeColumn:
    column.generated = True
    column.kind = of.kind
    expression = {
        "i": [f"{of.name} + 1", f"coalesce({of.name}, 0)", f"nullif({of.name}, 1)"],
        "t": [f"{of.name} || 'x'", f"coalesce({of.name}, '')", f"nullif({of.name}, 'a')"],
    }[column.kind]
    column.virtual = version >= 18 and not of.of_domain and random.random() < 0.5
    how = "VIRTUAL" if column.virtual else "STORED"
    chosen = random.choice(expression)
    generated = f"GENERATED ALWAYS AS ({chosen}) {how}"
    return MadeColumn(column, f"{column.name} {column.type} {generated}")
