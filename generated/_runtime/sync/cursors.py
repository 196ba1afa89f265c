# Made by quern from its own runtime: do not edit.
"""Cursors that nothing an application does to its connection can change."""

from collections.abc import Sequence
from typing import Any, TypeVar

from psycopg import Connection, RawCursor
from psycopg.adapt import AdaptersMap

from ..core import Query
from ..kept import KeptCursors, Session, kept_cursors
from ..unreadable import note_column
from ..values import ADAPTERS

R = TypeVar("R")


class QueryCursor(RawCursor[R]):
    """A cursor that takes ``$n``, and whose adapters nobody else can change.

    :ivar session: the settings that its loaders were made for
    """

    session: Session

    @property
    def adapters(self) -> AdaptersMap:
        """Ours, and not those of the connection."""
        return ADAPTERS

    def fetchone(self) -> R | None:
        """Return the next row; an error says which column cannot be read."""
        try:
            return super().fetchone()
        except Exception as error:
            self._note_column(error)
            raise

    def fetchmany(self, size: int = 0) -> list[R]:
        """Return the next rows; an error says which column cannot be read."""
        try:
            return super().fetchmany(size)
        except Exception as error:
            self._note_column(error)
            raise

    def fetchall(self) -> list[R]:
        """Return the rows that are left; an error says which column cannot be read."""
        try:
            return super().fetchall()
        except Exception as error:
            self._note_column(error)
            raise

    def _note_column(self, error: Exception) -> None:
        note_column(error, self, self.pgresult, self.row_factory(self))


def new_cursor(connection: Connection[Any], query: Query[R]) -> QueryCursor[R]:
    """Return a cursor that makes the rows of a query.

    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept_cursors(connection).check()
    return _make_cursor(connection, query)


def execute_kept(
    connection: Connection[Any], query: Query[R], parameters: Sequence[Any]
) -> tuple[KeptCursors[Any], QueryCursor[R]]:
    """Run a query on the cursor that is kept for it.

    :returns: where to put the cursor back when its rows are fetched, and the cursor
    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept: KeptCursors[QueryCursor[R]] = kept_cursors(connection)
    cursor = kept.take(query)
    if cursor is None:
        cursor = _make_cursor(connection, query)
        cursor.session = kept.session()
    cursor.execute(query.sql, parameters)
    return kept, cursor


def _make_cursor(connection: Connection[Any], query: Query[R]) -> QueryCursor[R]:
    return QueryCursor(connection, row_factory=lambda _: query.row)
