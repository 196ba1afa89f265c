# Made by quern from its own runtime: do not edit.
"""The calls: each runs one query on a connection, or hands itself to a runner, which has one."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from psycopg import Connection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import QueryCursor, take_cursor

R = TypeVar("R")
T = TypeVar("T")


class Runner(Protocol):
    """Runs queries on a connection of its choice."""

    def run_query(self, query: Query[Any], fetch: Callable[[Connection[Any]], T]) -> T:
        """Call ``fetch`` with a connection that suits the query, and return what it returns.

        What ``fetch`` raises says already which query it comes from. After a failure it may be
        called again where the query may: ``query.idempotent`` tells.
        """
        ...


Conn: TypeAlias = Connection[Any] | Runner


def fetch_optional(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R | None:
    """Return the row of a query, or None if there is none.

    :param first: whether to take the first of several rows
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """
    if not isinstance(conn, Connection):
        return run(conn, query, lambda lent: fetch_optional(lent, query, parameters, first=first))
    cursor: QueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        cursor.run(parameters)
        row = cursor.fetchone()
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return row


def fetch_one(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R:
    """Return the row of a query that must give exactly one.

    :param first: whether to take the first of several rows
    :raises NoRowError: if there is none
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """
    if not isinstance(conn, Connection):
        return run(conn, query, lambda lent: fetch_one(lent, query, parameters, first=first))
    cursor: QueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        cursor.run(parameters)
        rows = cursor.fetchmany(1)
        if not rows:
            raise NoRowError("no row where one is expected")
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one is expected")
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return rows[0]


def fetch_all(conn: Conn, query: Query[R], parameters: Sequence[Any] = ()) -> list[R]:
    """Return all rows of a query."""
    if not isinstance(conn, Connection):
        return run(conn, query, lambda lent: fetch_all(lent, query, parameters))
    cursor: QueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        cursor.run(parameters)
        rows = cursor.fetchall()
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return rows


def execute(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""
    if not isinstance(conn, Connection):
        return run(conn, query, lambda lent: execute(lent, query, parameters))
    cursor: QueryCursor[Any] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        cursor.run(parameters)
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return None


def execute_count(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> int:
    """Run a query, and return how many rows it changed or gave."""
    if not isinstance(conn, Connection):
        return run(conn, query, lambda lent: execute_count(lent, query, parameters))
    cursor: QueryCursor[Any] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        cursor.run(parameters)
        if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
            with conn.pipeline():
                pass
        count = cursor.rowcount
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return count


def run(conn: Conn, query: Query[Any], fetch: Callable[[Connection[Any]], T]) -> T:
    """Call ``fetch`` with a connection, or let a runner do so; errors say which query it is."""
    try:
        if isinstance(conn, Connection):
            return fetch(conn)
        return conn.run_query(query, fetch)
    except Exception as error:
        _say_where(error, query)
        raise


def _say_where(error: Exception, query: Query[Any]) -> None:
    """Add to an error, once, which query it comes from and where that is written."""
    note = f"in {query.place}"
    if note not in getattr(error, "__notes__", ()):
        error.add_note(note)


def _explain(error: Exception, query: Query[Any], cursor: QueryCursor[Any] | None) -> None:
    """Add to an error which column of the rows cannot be read, if so, and where the query is."""
    if cursor is not None:
        cursor.note_column(error)
    _say_where(error, query)
