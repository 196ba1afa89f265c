# Made by quern from its own runtime: do not edit.
"""The calls: each runs one query on a connection, or hands it to a runner."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from psycopg import Connection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import QueryCursor, new_cursor

R = TypeVar("R")
T = TypeVar("T")


class Runner(Protocol):
    """Runs queries on a connection of its choice."""

    def run_query(self, query: Query[Any], fetch: Callable[[Connection[Any]], T]) -> T:
        """Call ``fetch`` with a connection that suits the query, and return what it returns."""
        ...


def fetch_optional(
    conn: Connection[Any] | Runner, query: Query[R], parameters: Sequence[Any] = ()
) -> R | None:
    """Return the row of a query, or None if there is none.

    :raises TooManyRowsError: if there is more than one
    """

    def fetch(connection: Connection[Any]) -> R | None:
        with _execute(connection, query, parameters) as cursor:
            row = cursor.fetchone()
            if cursor.rowcount > 1:
                raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
            return row

    return _run(conn, query, fetch)


def fetch_one(conn: Connection[Any] | Runner, query: Query[R], parameters: Sequence[Any] = ()) -> R:
    """Return the row of a query that always has exactly one.

    :raises NoRowError: if there is none: the schema is not the one that was generated for
    :raises TooManyRowsError: if there is more than one, for the same reason
    """

    def fetch(connection: Connection[Any]) -> R:
        with _execute(connection, query, parameters) as cursor:
            rows = cursor.fetchall()
            if not rows:
                raise NoRowError("no row where there is always one")
            if len(rows) > 1:
                raise TooManyRowsError(f"{len(rows)} rows where there is always one")
            return rows[0]

    return _run(conn, query, fetch)


def fetch_all(
    conn: Connection[Any] | Runner, query: Query[R], parameters: Sequence[Any] = ()
) -> list[R]:
    """Return all rows of a query."""

    def fetch(connection: Connection[Any]) -> list[R]:
        with _execute(connection, query, parameters) as cursor:
            return cursor.fetchall()

    return _run(conn, query, fetch)


def execute(
    conn: Connection[Any] | Runner, query: Query[Any], parameters: Sequence[Any] = ()
) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""

    def fetch(connection: Connection[Any]) -> None:
        with _execute(connection, query, parameters):
            pass

    _run(conn, query, fetch)


def execute_count(
    conn: Connection[Any] | Runner, query: Query[Any], parameters: Sequence[Any] = ()
) -> int:
    """Run a query, and return how many rows it changed or gave."""

    def fetch(connection: Connection[Any]) -> int:
        with _execute(connection, query, parameters) as cursor:
            if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
                with connection.pipeline():
                    pass
            return cursor.rowcount

    return _run(conn, query, fetch)


def _run(
    conn: Connection[Any] | Runner,
    query: Query[Any],
    fetch: Callable[[Connection[Any]], T],
) -> T:
    try:
        if isinstance(conn, Connection):
            return fetch(conn)
        return conn.run_query(query, fetch)
    except Exception as error:
        error.add_note(f"in {query.place}")
        raise


def _execute(
    connection: Connection[Any], query: Query[R], parameters: Sequence[Any]
) -> QueryCursor[R]:
    return new_cursor(connection, query).execute(query.sql, parameters)
