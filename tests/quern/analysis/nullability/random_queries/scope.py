"""What the parts of a random query may name."""

from dataclasses import dataclass, field

from tests.quern.analysis.nullability.random_schema import Table


@dataclass(frozen=True)
class Ref:
    """Something that an expression may name.

    :ivar sql: how it is written
    :ivar kind: the letter of its type
    :ivar target: the table that it refers to
    """

    sql: str
    kind: str
    target: Table | None = None


def columns_of(table: Table, alias: str) -> list[Ref]:
    """Return what a table offers under an alias."""
    return [Ref(f"{alias}.{c.name}", c.kind, c.target) for c in table.columns]


@dataclass
class Source:
    """An item of FROM.

    :ivar refs: its columns
    :ivar table: the table that it is, if it is one
    :ivar single: whether it is made to have one row
    """

    sql: str
    alias: str
    refs: list[Ref]
    table: Table | None = None
    single: bool = False


@dataclass
class Query:
    """A query with the values for its parameters.

    :ivar non_null: the numbers of the parameters that are promised never to be NULL
    """

    sql: str
    values: list[object] = field(default_factory=list)
    non_null: frozenset[int] = frozenset()
