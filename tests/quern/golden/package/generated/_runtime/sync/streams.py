# Made by quern from its own runtime: do not edit.
"""Rows one after the other, of which only some are in memory at a time.

A cursor of the server gives them. Unlike psycopg's ``stream()`` it leaves the connection free for
other queries while the rows are worked on, and leaving it early cancels nothing. In a transaction
the server makes the rows as they are asked for. Without one, in autocommit mode, it makes all of
them at once and keeps them aside (WITH HOLD): no transaction stays open meanwhile, and what else
the connection does is committed as it always is.
"""

from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from types import TracebackType
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from psycopg import Connection, RawCursor
from psycopg.errors import InvalidCursorName, OperationalError
from psycopg.pq import TransactionStatus
from psycopg.rows import tuple_row

from ..core import Query
from ..kept import kept_cursors
from .cursors import new_cursor

R = TypeVar("R")

#: So many rows are in memory at a time.
_CHUNK = 1000
_numbers = count(1)


class StreamRunner(Protocol):
    """Lends connections to streams."""

    def stream_query(self, query: Query[Any]) -> AbstractContextManager[Connection[Any]]:
        """Lend a connection that suits the query, until its last row has been read."""
        ...


StreamConn: TypeAlias = Connection[Any] | StreamRunner


def stream(conn: StreamConn, query: Query[R], parameters: Sequence[Any] = ()) -> Generator[R]:
    """Yield the rows of a query, of which 1000 at most are in memory.

    The query runs when the first row is asked for. A stream that is left early frees what the
    server holds for it when it is closed or collected.
    """
    try:
        with _lend(conn, query) as connection, _Portal(connection, query) as portal:
            portal.open(parameters)
            try:
                while rows := portal.fetch():
                    yield from rows
            except GeneratorExit:  # left early, which is no failure to whoever lent the connection
                return
    except Exception as error:
        error.add_note(f"in {query.place}")
        raise


def _lend(conn: StreamConn, query: Query[Any]) -> AbstractContextManager[Connection[Any]]:
    if isinstance(conn, Connection):
        return nullcontext(conn)
    return conn.stream_query(query)


class _Portal(Generic[R]):
    """A cursor of the server, freed at the end."""

    def __init__(self, connection: Connection[Any], query: Query[R]) -> None:
        self._connection = connection
        self._query = query
        self._name = f"quern_{next(_numbers)}"
        # In a transaction, the cursor ends with it; without one, it needs to outlive its own.
        status = connection.info.transaction_status
        self._holds = connection.autocommit and status != TransactionStatus.INTRANS
        self._is_open = False
        self._fetched = 0

    def __enter__(self) -> "_Portal[R]":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if self._is_open and self._is_there():
                self._control(f"CLOSE {self._name}")
        except OperationalError:
            # A stream that is collected ends at some later moment: the connection may end then too.
            if not self._connection.closed:
                raise

    def open(self, parameters: Sequence[Any]) -> None:
        """Let the server start the query."""
        kind = "NO SCROLL CURSOR WITH HOLD" if self._holds else "NO SCROLL CURSOR"
        cursor = new_cursor(self._connection, self._query)
        statement = f"DECLARE {self._name} {kind} FOR {self._query.sql}"
        encoding = self._connection.info.encoding
        cursor.execute(statement.encode(encoding), parameters, prepare=False)
        self._is_open = True

    def fetch(self) -> list[R]:
        """Return the next rows; none at the end."""
        if not self._is_open:
            return []
        cursor = new_cursor(self._connection, self._query)
        statement = f"FETCH FORWARD {_CHUNK} FROM {self._name}"
        try:
            cursor.execute(statement.encode(), prepare=False)
            rows = cursor.fetchall()
        except InvalidCursorName as error:
            error.add_note("a stream ends with the transaction that it was begun in")
            raise
        except Exception as error:
            cursor.note_column(error, before=self._fetched)
            raise
        self._fetched += len(rows)
        if len(rows) < _CHUNK:
            self._control(f"CLOSE {self._name}")
            self._is_open = False
        return rows

    def _is_there(self) -> bool:
        """Tell whether there is anything to close: an end of the transaction has done it already.

        To try would make an error, and with it an end of whatever transaction there is now.
        """
        connection = self._connection
        status = connection.info.transaction_status
        if connection.closed or status == TransactionStatus.INERROR:
            return False
        if kept_cursors(connection).is_occupied():  # by a COPY whose rows came from here
            return False
        if not self._holds and status == TransactionStatus.IDLE:
            return False
        found = "SELECT 1 FROM pg_catalog.pg_cursors WHERE name = $1"
        cursor = self._control(found, (self._name,))
        return cursor.fetchone() is not None

    def _control(
        self, statement: str, parameters: Sequence[Any] = ()
    ) -> RawCursor[tuple[Any, ...]]:
        # Names are never used again, so that nothing is gained by preparing what has one in it.
        cursor = RawCursor(self._connection, row_factory=tuple_row)
        return cursor.execute(statement.encode(), parameters, prepare=False)
