# Made by quern from its own runtime: do not edit.
"""Cursors that nothing an application does to its connection can change."""

from typing import Any, TypeVar

from psycopg import AsyncConnection, AsyncRawCursor
from psycopg.adapt import AdaptersMap

from ..core import Query
from ..kept import KeptCursors, Session, kept_cursors
from ..unreadable import note_column
from ..values import ADAPTERS

R = TypeVar("R")


class AsyncQueryCursor(AsyncRawCursor[R]):
    """A cursor that takes ``$n``, and whose adapters nobody else can change.

    :ivar statement: what it runs, if it is kept: one object, whose hash psycopg computes but once
    :ivar session: the settings that its loaders were made for
    """

    statement: bytes
    session: Session

    @property
    def adapters(self) -> AdaptersMap:
        """Ours, and not those of the connection."""
        return ADAPTERS

    def note_column(self, error: Exception, before: int = 0) -> None:
        """Add to an error which column of the rows cannot be read, if that is what failed.

        :param before: how many rows of the query came in earlier results
        """
        note_column(error, self, self.pgresult, self.row_factory(self), before)


def new_cursor(connection: AsyncConnection[Any], query: Query[R]) -> AsyncQueryCursor[R]:
    """Return a cursor that makes the rows of a query.

    Whoever reads them calls ``note_column`` with the error when that fails.

    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept_cursors(connection).check()
    return _make_cursor(connection, query)


def take_cursor(
    connection: AsyncConnection[Any], query: Query[R]
) -> tuple[KeptCursors[Any], AsyncQueryCursor[R]]:
    """Return the cursor that is kept for a query, with its statement, or a new one.

    :returns: where to put the cursor back when its rows are fetched, and the cursor
    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept: KeptCursors[AsyncQueryCursor[R]] = kept_cursors(connection)
    cursor = kept.take(query)
    if cursor is None:
        cursor = _make_cursor(connection, query)
        cursor.session = kept.session()
        cursor.statement = query.sql.encode(connection.info.encoding)
    return kept, cursor


def _make_cursor(connection: AsyncConnection[Any], query: Query[R]) -> AsyncQueryCursor[R]:
    return AsyncQueryCursor(connection, row_factory=lambda _: query.row)
