# Made by quern from its own runtime: do not edit.
"""The calls: each runs one query on a connection, or hands it to a runner."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from psycopg import Connection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import execute_kept

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

    def fetch(connection: Connection[Any]) -> R | None:
        kept, cursor = execute_kept(connection, query, parameters)
        row = cursor.fetchone()
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
        kept.put_back(query, cursor, parameters)
        return row

    return run(conn, query, fetch)


def fetch_one(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R:
    """Return the row of a query that must give exactly one.

    :param first: whether to take the first of several rows
    :raises NoRowError: if there is none
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """

    def fetch(connection: Connection[Any]) -> R:
        kept, cursor = execute_kept(connection, query, parameters)
        rows = cursor.fetchmany(1)
        if not rows:
            raise NoRowError("no row where one is expected")
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one is expected")
        kept.put_back(query, cursor, parameters)
        return rows[0]

    return run(conn, query, fetch)


def fetch_all(conn: Conn, query: Query[R], parameters: Sequence[Any] = ()) -> list[R]:
    """Return all rows of a query."""

    def fetch(connection: Connection[Any]) -> list[R]:
        kept, cursor = execute_kept(connection, query, parameters)
        rows = cursor.fetchall()
        kept.put_back(query, cursor, parameters)
        return rows

    return run(conn, query, fetch)


def execute(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""

    def fetch(connection: Connection[Any]) -> None:
        kept, cursor = execute_kept(connection, query, parameters)
        kept.put_back(query, cursor, parameters)

    run(conn, query, fetch)


def execute_count(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> int:
    """Run a query, and return how many rows it changed or gave."""

    def fetch(connection: Connection[Any]) -> int:
        kept, cursor = execute_kept(connection, query, parameters)
        if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
            with connection.pipeline():
                pass
        count = cursor.rowcount
        kept.put_back(query, cursor, parameters)
        return count

    return run(conn, query, fetch)


def run(conn: Conn, query: Query[Any], fetch: Callable[[Connection[Any]], T]) -> T:
    """Call ``fetch`` with a connection, or let a runner do so; errors say which query it is."""
    try:
        if isinstance(conn, Connection):
            return fetch(conn)
        return conn.run_query(query, fetch)
    except Exception as error:
        error.add_note(f"in {query.place}")
        raise
