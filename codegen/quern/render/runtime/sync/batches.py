"""One query with many parameters: all is sent before the answers are waited for.

A batch is done as a whole or not at all: in autocommit mode it is a transaction of its own.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeVar

from psycopg import Connection
from psycopg.pq import PipelineStatus, TransactionStatus

from ..bulk import Counted, GivenRows, is_from_server
from ..core import NoRowError, Query, TooManyRowsError
from .calls import Conn, run
from .cursors import QueryCursor, new_cursor

R = TypeVar("R")

Rows = Iterable[Sequence[Any]]


def execute_batch(conn: Conn, query: Query[Any], rows: Rows) -> int:
    """Run a query for each of the rows, and return how many rows it changed in all."""
    given = GivenRows(query, rows)

    def fetch(connection: Connection[Any]) -> int:
        changed = 0

        def take(cursor: QueryCursor[Any]) -> None:
            nonlocal changed
            changed += cursor.rowcount

        _run_batch(connection, query, given, take)
        return changed

    return run(conn, query, fetch)


def fetch_batch_all(conn: Conn, query: Query[R], rows: Rows) -> list[list[R]]:
    """Run a query for each of the rows, and return the rows that each run gives."""
    given = GivenRows(query, rows)

    def fetch(connection: Connection[Any]) -> list[list[R]]:
        found: list[list[R]] = []

        def take(cursor: QueryCursor[R]) -> None:
            found.append(cursor.fetchall())

        _run_batch(connection, query, given, take)
        return found

    return run(conn, query, fetch)


def fetch_batch(conn: Conn, query: Query[R], rows: Rows) -> list[R]:
    """Run a query for each of the rows, and return the rows of all runs, in order."""
    return [row for found in fetch_batch_all(conn, query, rows) for row in found]


def fetch_batch_optional(
    conn: Conn, query: Query[R], rows: Rows, *, first: bool = False
) -> list[R | None]:
    """Run a query for each of the rows, and return the row that each gives, or None.

    :param first: whether to take the first of several rows
    :raises TooManyRowsError: if one gives more, unless the first is asked for
    """
    given = GivenRows(query, rows)

    def fetch(connection: Connection[Any]) -> list[R | None]:
        found: list[R | None] = []

        def take(cursor: QueryCursor[R]) -> None:
            found.append(cursor.fetchone())
            if cursor.rowcount > 1 and not first:
                raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")

        _run_batch(connection, query, given, take)
        return found

    return run(conn, query, fetch)


def fetch_batch_one(conn: Conn, query: Query[R], rows: Rows) -> list[R]:
    """Run a query that always gives a row for each of the rows, and return what they give.

    :raises NoRowError: if there is none: the schema is not the one that was generated for
    :raises TooManyRowsError: if there is more than one, for the same reason
    """
    given = GivenRows(query, rows)

    def fetch(connection: Connection[Any]) -> list[R]:
        found: list[R] = []

        def take(cursor: QueryCursor[R]) -> None:
            rows = cursor.fetchmany(1)
            if not rows:
                raise NoRowError("no row where one is expected")
            if cursor.rowcount > 1:
                raise TooManyRowsError(f"{cursor.rowcount} rows where one is expected")
            found.append(rows[0])

        _run_batch(connection, query, given, take)
        return found

    return run(conn, query, fetch)


def _run_batch(
    connection: Connection[Any],
    query: Query[R],
    given: GivenRows,
    take: Callable[[QueryCursor[R]], None],
) -> None:
    """Send the rows, and call ``take`` with a cursor at the result of each, in order."""
    if connection.info.pipeline_status != PipelineStatus.OFF:
        # What was sent before must not fail here, and be taken for one of ours.
        with connection.pipeline():
            pass
    with _whole(connection):
        for chunk in given.chunks():
            cursor = _send(connection, query, given, chunk)
            for index in range(len(chunk)):
                try:
                    take(cursor)
                except Exception as error:
                    cursor.note_column(error)
                    given.note(error, index)
                    raise
                cursor.nextset()


def _whole(connection: Connection[Any]) -> AbstractContextManager[object]:
    """Return a transaction if there is none, nor one to be begun by the first statement."""
    if connection.autocommit and connection.info.transaction_status == TransactionStatus.IDLE:
        return connection.transaction()
    return nullcontext()


def _send(
    connection: Connection[Any],
    query: Query[R],
    given: GivenRows,
    chunk: Sequence[Sequence[Any]],
) -> QueryCursor[R]:
    """Run a query for each row of a chunk; return a cursor at the first result."""
    cursor = new_cursor(connection, query)
    rows = Counted(chunk)
    try:
        # Without the results (returning) nobody could tell at which row it failed.
        cursor.executemany(query.sql, rows, returning=True)
    except Exception as error:
        given.note(error, _results(cursor) if is_from_server(error) else rows.taken - 1)
        raise
    return cursor


def _results(cursor: QueryCursor[Any]) -> int:
    """Return how many results a cursor has: those of the rows before the one that failed."""
    if cursor.pgresult is None:
        return 0
    number = 1
    while cursor.nextset():
        number += 1
    return number
