"""What is known of a query, as plain data."""

from dataclasses import dataclass

from quern.analysis.cardinality.cardinality import Cardinality
from quern.analysis.catalog.catalog import PgType
from quern.analysis.commands.copying import CopyObstacle, CopyTarget
from quern.analysis.effects.effects import Effects
from quern.source.query import Command, SourceQuery


@dataclass(frozen=True)
class Column:
    """A result column.

    :ivar declared: the type of the table's column that it is: a domain, of which the server tells
        clients only what it is over; else the same
    :ivar nullable: False only when it is proven that no row has NULL in it
    :ivar why: the rule that decided that, in words
    :ivar elements_nullable: of an array: False only when it is proven to have no NULL element;
        None for what is no array
    :ivar dimensions: of an array: how many the table's column was declared with, or 1
    :ivar origin: the table's column that it is, unchanged, such as ``iam.users.email``
    :ivar comment: of that column
    :ivar table: the OID of that column's table, and ``attribute`` its number there; or 0
    :ivar python_type: the Python type that ``-- @column`` names, such as ``app.settings.Settings``
    """

    name: str
    type: PgType
    declared: PgType
    nullable: bool
    why: str
    elements_nullable: bool | None
    dimensions: int
    origin: str | None
    comment: str | None
    table: int = 0
    attribute: int = 0
    python_type: str | None = None


@dataclass(frozen=True)
class EmbeddedRow:
    """Columns next to each other that are one nested row.

    :ivar relation: the relation's name or alias, as the query writes it
    :ivar first: the number of its first column, from 0
    :ivar end: the number after its last column
    :ivar nullable: whether an outer join may leave the row out
    :ivar witness: the number of a column that is NULL only where the row is left out; None: the
        row counts as left out where all of its columns are NULL
    """

    relation: str
    first: int
    end: int
    nullable: bool
    witness: int | None


@dataclass(frozen=True)
class QueryParameter:
    """A parameter, in the order of ``$n``.

    :ivar name: as the query writes it; made of what it goes with when the query writes ``$1``
    :ivar nullable: whether the caller may give None
    :ivar why: the rule that decided that, in words
    :ivar text: its documentation
    :ivar stored_in: the table's column that it is stored in as it is, such as ``iam.users.email``
    :ivar dimensions: of an array: how many that column was declared with, or 1
    :ivar optional: whether it decides on a part of the statement, which is left out without it
    """

    name: str
    type: PgType
    nullable: bool
    why: str
    text: str
    stored_in: str | None = None
    dimensions: int = 1
    optional: bool = False


@dataclass(frozen=True)
class AnalysedQuery:
    """A query, with what the server says of it.

    :ivar columns: those of an embedded row as they are where the row is there
    :ivar embedded: in the order of their columns
    :ivar stream_obstacle: what keeps a ``:stream`` from reading it by a cursor, in words
    :ivar copy: of a ``:copy``: what COPY loads, or what keeps it from that
    """

    source: SourceQuery
    columns: tuple[Column, ...]
    parameters: tuple[QueryParameter, ...]
    effects: Effects
    cardinality: Cardinality
    embedded: tuple[EmbeddedRow, ...] = ()
    stream_obstacle: str | None = None
    copy: CopyTarget | CopyObstacle | None = None

    @property
    def gives_rows(self) -> bool:
        """Whether its function returns rows: ``:batch`` does where the statement does."""
        command = self.source.command
        return command.returns_rows or (command is Command.BATCH and bool(self.columns))
