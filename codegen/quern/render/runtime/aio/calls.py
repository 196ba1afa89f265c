"""The calls: each runs one query on a connection, or hands it to a runner."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeVar

from psycopg import AsyncConnection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import AsyncQueryCursor, new_cursor

R = TypeVar("R")
T = TypeVar("T")


class AsyncRunner(Protocol):
    """Runs queries on a connection of its choice."""

    async def run_query(
        self, query: Query[Any], fetch: Callable[[AsyncConnection[Any]], Awaitable[T]]
    ) -> T:
        """Call ``fetch`` with a connection that suits the query, and return what it returns."""
        ...


async def fetch_optional(
    conn: AsyncConnection[Any] | AsyncRunner, query: Query[R], parameters: Sequence[Any] = ()
) -> R | None:
    """Return the row of a query, or None if there is none.

    :raises TooManyRowsError: if there is more than one
    """

    async def fetch(connection: AsyncConnection[Any]) -> R | None:
        async with await _execute(connection, query, parameters) as cursor:
            row = await cursor.fetchone()
            if cursor.rowcount > 1:
                raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
            return row

    return await _run(conn, query, fetch)


async def fetch_one(
    conn: AsyncConnection[Any] | AsyncRunner, query: Query[R], parameters: Sequence[Any] = ()
) -> R:
    """Return the row of a query that always has exactly one.

    :raises NoRowError: if there is none: the schema is not the one that was generated for
    :raises TooManyRowsError: if there is more than one, for the same reason
    """

    async def fetch(connection: AsyncConnection[Any]) -> R:
        async with await _execute(connection, query, parameters) as cursor:
            rows = await cursor.fetchall()
            if not rows:
                raise NoRowError("no row where there is always one")
            if len(rows) > 1:
                raise TooManyRowsError(f"{len(rows)} rows where there is always one")
            return rows[0]

    return await _run(conn, query, fetch)


async def fetch_all(
    conn: AsyncConnection[Any] | AsyncRunner, query: Query[R], parameters: Sequence[Any] = ()
) -> list[R]:
    """Return all rows of a query."""

    async def fetch(connection: AsyncConnection[Any]) -> list[R]:
        async with await _execute(connection, query, parameters) as cursor:
            return await cursor.fetchall()

    return await _run(conn, query, fetch)


async def execute(
    conn: AsyncConnection[Any] | AsyncRunner, query: Query[Any], parameters: Sequence[Any] = ()
) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""

    async def fetch(connection: AsyncConnection[Any]) -> None:
        async with await _execute(connection, query, parameters):
            pass

    await _run(conn, query, fetch)


async def execute_count(
    conn: AsyncConnection[Any] | AsyncRunner, query: Query[Any], parameters: Sequence[Any] = ()
) -> int:
    """Run a query, and return how many rows it changed or gave."""

    async def fetch(connection: AsyncConnection[Any]) -> int:
        async with await _execute(connection, query, parameters) as cursor:
            if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
                async with connection.pipeline():
                    pass
            return cursor.rowcount

    return await _run(conn, query, fetch)


async def _run(
    conn: AsyncConnection[Any] | AsyncRunner,
    query: Query[Any],
    fetch: Callable[[AsyncConnection[Any]], Awaitable[T]],
) -> T:
    try:
        if isinstance(conn, AsyncConnection):
            return await fetch(conn)
        return await conn.run_query(query, fetch)
    except Exception as error:
        error.add_note(f"in {query.place}")
        raise


async def _execute(
    connection: AsyncConnection[Any], query: Query[R], parameters: Sequence[Any]
) -> AsyncQueryCursor[R]:
    return await new_cursor(connection, query).execute(query.sql, parameters)
