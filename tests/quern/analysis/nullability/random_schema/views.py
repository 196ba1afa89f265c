"""Views at random: plain ones that can be changed through, and joins."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from random import Random

from tests.quern.analysis.nullability.random_schema.parts import Column, Schema, Table
from tests.quern.analysis.nullability.random_schema.triggers import add_instead_trigger


def add_view(schema: Schema, name: str) -> None:
    """Add a view of a name to a schema."""
    random = schema.random
    barrier = random.choice(["", "", " WITH (security_barrier)"])
    if random.random() < 0.5:
        view, query = _plain(random, schema, name)
        view.changeable = True
    else:
        view, query = _join(random, schema, name)
    schema.before.append(f"CREATE VIEW {name}{barrier} AS {query}")
    if random.random() < 0.3:
        add_instead_trigger(random, schema, view)
        view.changeable = True
    schema.tables.append(view)


def _plain(random: Random, schema: Schema, name: str) -> tuple[Table, str]:
    table = random.choice(schema.real())
    view = Table(name, is_view=True, has_key=False)
    view.columns = [Column(c.name, c.kind, generated=c.generated) for c in table.columns]
    condition = f" WHERE {random.choice(table.columns).name} IS NOT NULL"
    query = f"SELECT {', '.join(c.name for c in table.columns)} FROM {table.name}{condition}"
    return view, query


def _join(random: Random, schema: Schema, name: str) -> tuple[Table, str]:
    one, other = random.choice(schema.real()), random.choice(schema.real())
    view = Table(name, is_view=True, has_key=False)
    mine, others = random.sample(one.columns, 2), random.sample(other.columns, 2)
    names = [f"a.{c.name} AS m{n}" for n, c in enumerate(mine)]
    names += [f"b.{c.name} AS o{n}" for n, c in enumerate(others)]
    kind = random.choice(["JOIN", "LEFT JOIN", "FULL JOIN"])
    view.columns = [Column("id", "i")]
    view.columns += [Column(f"m{n}", c.kind) for n, c in enumerate(mine)]
    view.columns += [Column(f"o{n}", c.kind) for n, c in enumerate(others)]
    return view, (
        f"SELECT a.id, {', '.join(names)} FROM {one.name} AS a "
        f"{kind} {other.name} AS b ON a.id = b.id"
    )
