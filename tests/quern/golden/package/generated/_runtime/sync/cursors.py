# Made by quern from its own runtime: do not edit.
"""Cursors that nothing an application does to its connection can change."""

from collections.abc import Sequence
from typing import Any, TypeVar

from psycopg import Connection, RawCursor
from psycopg.adapt import AdaptersMap

from ..core import Query
from ..direct import DirectQuery
from ..kept import KeptCursors, Session, kept_cursors
from ..unreadable import note_column
from ..values import ADAPTERS

R = TypeVar("R")


class QueryCursor(RawCursor[R]):
    """A cursor that takes ``$n``, and whose adapters nobody else can change.

    :ivar statement: what it runs, if it is kept: one object, whose hash psycopg computes but once
    :ivar session: the settings that its loaders were made for
    :ivar holds_parameters: whether it holds on to those that it ran with last
    """

    statement: bytes
    session: Session
    holds_parameters = True

    @property
    def adapters(self) -> AdaptersMap:
        """Ours, and not those of the connection."""
        return ADAPTERS

    def run(self, parameters: Sequence[Any]) -> None:
        """Run the statement that it is kept for."""
        self.execute(self.statement, parameters)

    def note_column(self, error: Exception, before: int = 0) -> None:
        """Add to an error which column of the rows cannot be read, if that is what failed.

        :param before: how many rows of the query came in earlier results
        """
        note_column(error, self, self.pgresult, self.row_factory(self), before)


class DirectCursor(QueryCursor[R]):
    """A cursor that sends its statement itself when psycopg has prepared it."""

    def __init__(self, connection: Connection[Any], query: Query[R]) -> None:
        super().__init__(connection, row_factory=lambda _: query.row)
        self._lender = connection
        self._direct = DirectQuery(self, query.row)

    def run(self, parameters: Sequence[Any]) -> None:
        """Run the statement that it is kept for."""
        lender, direct = self._lender, self._direct
        with lender.lock:
            answer = direct.send(self.statement, parameters)
            if answer is not None:
                self.pgresult = direct.receive(lender.wait(answer))
                self.holds_parameters = False
                return
        self.holds_parameters = True
        super().run(parameters)

    @property
    def rowcount(self) -> int:
        """How many rows the statement gave or changed."""
        count = self._direct.count
        return super().rowcount if count is None else count

    def fetchone(self) -> R | None:
        """Return the first row."""
        direct = self._direct
        if direct.rows:
            return direct.load_row(0, direct.make)
        return None if direct.rows == 0 else super().fetchone()

    def fetchmany(self, size: int = 0) -> list[R]:
        """Return the first rows."""
        rows = self._direct.rows
        if rows is None:
            return super().fetchmany(size)
        return self._direct.load_rows(min(size, rows))

    def fetchall(self) -> list[R]:
        """Return the rows."""
        rows = self._direct.rows
        return super().fetchall() if rows is None else self._direct.load_rows(rows)


def new_cursor(connection: Connection[Any], query: Query[R]) -> QueryCursor[R]:
    """Return a cursor that makes the rows of a query.

    Whoever reads them calls ``note_column`` with the error when that fails.

    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept_cursors(connection).check()
    return _make_cursor(connection, query)


def take_cursor(
    connection: Connection[Any], query: Query[R]
) -> tuple[KeptCursors[Any], QueryCursor[R]]:
    """Return the cursor that is kept for a query, with its statement, or a new one.

    :returns: where to put the cursor back when its rows are fetched, and the cursor
    :raises QueryError: if the rows of a COPY that occupies the connection ask for it
    """
    kept: KeptCursors[QueryCursor[R]] = kept_cursors(connection)
    cursor = kept.take(query)
    if cursor is None:
        cursor = _make_cursor(connection, query)
        if kept.direct:
            cursor = DirectCursor(connection, query)
        cursor.session = kept.session()
        cursor.statement = query.sql.encode(connection.info.encoding)
    return kept, cursor


def _make_cursor(connection: Connection[Any], query: Query[R]) -> QueryCursor[R]:
    return QueryCursor(connection, row_factory=lambda _: query.row)
