"""What the parts of a random query may name."""

from dataclasses import dataclass, field

from tests.quern.analysis.nullability.random_schema import Table


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


@dataclass
class Query:
    """A query with the values for its parameters.

    :ivar non_null: the numbers of the parameters that are promised never to be NULL
    """

    sql: str
    values: list[object] = field(default_factory=list)
    non_null: frozenset[int] = frozenset()
