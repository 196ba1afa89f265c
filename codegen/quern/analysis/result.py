"""What is known of a query, as plain data."""

from dataclasses import dataclass

from quern.analysis.cardinality.cardinality import Cardinality
from quern.analysis.catalog.catalog import PgType
from quern.analysis.effects.effects import Effects
from quern.source.query import SourceQuery


@dataclass(frozen=True)
class Column:
    """A result column.

    :ivar nullable: False only when it is proven that no row has NULL in it
    :ivar why: the rule that decided that, in words
    :ivar elements_nullable: of an array: False only when it is proven to have no NULL element;
        None for what is no array
    :ivar origin: the table's column that it is, unchanged, such as ``iam.users.email``
    :ivar comment: of that column
    """

    name: str
    type: PgType
    nullable: bool
    why: str
    elements_nullable: bool | None
    origin: str | None
    comment: str | None


@dataclass(frozen=True)
class QueryParameter:
    """A parameter, in the order of ``$n``.

    :ivar name: as the query writes it; made of what it goes with when the query writes ``$1``
    :ivar nullable: whether the caller may give None
    :ivar why: the rule that decided that, in words
    :ivar text: its documentation
    """

    name: str
    type: PgType
    nullable: bool
    why: str
    text: str


@dataclass(frozen=True)
class AnalysedQuery:
    """A query, with what the server says of it."""

    source: SourceQuery
    columns: tuple[Column, ...]
    parameters: tuple[QueryParameter, ...]
    effects: Effects
    cardinality: Cardinality
