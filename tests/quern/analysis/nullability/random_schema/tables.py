"""Tables at random: keys, checks, partitions, children, policies."""

from tests.quern.analysis.nullability.random_schema.columns import random_column
from tests.quern.analysis.nullability.random_schema.parts import Column, Schema, Table
from tests.quern.analysis.nullability.random_schema.triggers import add_triggers


def add_table(schema: Schema, name: str) -> None:
    """Add a table of a name to a schema."""
    random = schema.random
    table = Table(name)
    partitioned = random.random() < 0.2
    table.has_key = partitioned or random.random() < 0.85
    table.columns.append(Column("id", "i", not_null=table.has_key))
    words = ["id integer" + (" PRIMARY KEY" if table.has_key else "")]
    for number in range(random.randint(2, 5)):
        made = random_column(schema, f"c{number}", table, partitioned=partitioned)
        table.columns.append(made.column)
        words.append(made.definition)
    words += _foreign_keys(schema, table, partitioned=partitioned)
    schema.before.append(
        f"CREATE TABLE {name} ({', '.join(words)})"
        + (" PARTITION BY HASH (id)" if partitioned else "")
    )
    if partitioned:
        table.partitions = [f"{name}_{part}" for part in range(2)]
        schema.before += [
            f"CREATE TABLE {part} PARTITION OF {name} "
            f"FOR VALUES WITH (MODULUS 2, REMAINDER {remainder})"
            for remainder, part in enumerate(table.partitions)
        ]
    elif random.random() < 0.25:
        _add_child(schema, table)
    schema.before += [add for _, add in schema.unchecked if f"TABLE {name} " in add]
    if random.random() < 0.2:
        schema.before += [
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
            f"CREATE POLICY hides ON {name} USING ({random.choice(['false', 'id % 2 = 0'])}) "
            "WITH CHECK (true)",
        ]
        table.secured = True
        schema.afterwards.append(f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY")
    add_triggers(random, schema, table)
    schema.tables.append(table)


def _foreign_keys(schema: Schema, table: Table, *, partitioned: bool) -> list[str]:
    """Add columns that refer to other tables, or to the table itself."""
    random = schema.random
    targets = [t for t in schema.real() if t.has_key]
    if table.has_key and not partitioned:
        targets.append(table)
    words: list[str] = []
    for number in range(random.randint(0, 3) if targets else 0):
        target = random.choice(targets)
        column = Column(f"r{number}", "i", not_null=random.random() < 0.6, target=target)
        column.late = random.random() < 0.2
        column.unchecked = not column.late and not partitioned and random.random() < 0.15
        table.columns.append(column)
        reference = f"REFERENCES {target.name} (id)"
        reference += " DEFERRABLE INITIALLY DEFERRED" if column.late else ""
        if column.unchecked:
            schema.add_unchecked(
                table.name, f"{column.name}_key", f"FOREIGN KEY ({column.name}) {reference}"
            )
            reference = ""
        null = "NOT NULL" if column.not_null else ""
        words.append(f"{column.name} integer {null} {reference}")
    return words


def _add_child(schema: Schema, table: Table) -> None:
    """Let a table inherit from one; it may compute a column in another way, and may lack checks."""
    random = schema.random
    name = f"{table.name}_child"
    words = [
        f"{c.name} {c.type} GENERATED ALWAYS AS (NULL) {'VIRTUAL' if c.virtual else 'STORED'}"
        for c in table.columns
        if c.generated and schema.version >= 16 and random.random() < 0.6
    ]
    schema.before.append(f"CREATE TABLE {name} ({', '.join(words)}) INHERITS ({table.name})")
    if schema.version < 18:
        schema.before += [
            f"ALTER TABLE {name} ALTER {c.name} DROP NOT NULL"
            for c in table.columns
            if c.nullable_in_children and random.random() < 0.3
        ]
    table.children.append(name)
