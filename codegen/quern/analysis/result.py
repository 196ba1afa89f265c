"""What is known of a query, as plain data."""

from dataclasses import dataclass

from quern.analysis.catalog import PgType
from quern.source.query import SourceQuery


@dataclass(frozen=True)
class Column:
    """A result column.

    :ivar nullable: False only when it is proven that no row has NULL in it
    :ivar comment: of the table's column that it comes from, unchanged
    """

    name: str
    type: PgType
    nullable: bool
    comment: str | None


@dataclass(frozen=True)
class QueryParameter:
    """A parameter, in the order of ``$n``.

    :ivar nullable: whether the caller may give None
    :ivar text: its documentation
    """

    name: str
    type: PgType
    nullable: bool
    text: str


@dataclass(frozen=True)
class AnalysedQuery:
    """A query, with what the server says of it."""

    source: SourceQuery
    columns: tuple[Column, ...]
    parameters: tuple[QueryParameter, ...]
