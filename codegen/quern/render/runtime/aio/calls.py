"""The calls: each runs one query on a connection, or hands it to a runner."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from psycopg import AsyncConnection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import execute_kept

R = TypeVar("R")
T = TypeVar("T")


class AsyncRunner(Protocol):
    """Runs queries on a connection of its choice."""

    async def run_query(
        self, query: Query[Any], fetch: Callable[[AsyncConnection[Any]], Awaitable[T]]
    ) -> T:
        """Call ``fetch`` with a connection that suits the query, and return what it returns.

        What ``fetch`` raises says already which query it comes from. After a failure it may be
        called again where the query may: ``query.idempotent`` tells.
        """
        ...


Conn: TypeAlias = AsyncConnection[Any] | AsyncRunner


async def fetch_optional(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R | None:
    """Return the row of a query, or None if there is none.

    :param first: whether to take the first of several rows
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """

    async def fetch(connection: AsyncConnection[Any]) -> R | None:
        kept, cursor = await execute_kept(connection, query, parameters)
        row = await cursor.fetchone()
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
        kept.put_back(query, cursor, parameters)
        return row

    return await run(conn, query, fetch)


async def fetch_one(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R:
    """Return the row of a query that must give exactly one.

    :param first: whether to take the first of several rows
    :raises NoRowError: if there is none
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """

    async def fetch(connection: AsyncConnection[Any]) -> R:
        kept, cursor = await execute_kept(connection, query, parameters)
        rows = await cursor.fetchmany(1)
        if not rows:
            raise NoRowError("no row where one is expected")
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one is expected")
        kept.put_back(query, cursor, parameters)
        return rows[0]

    return await run(conn, query, fetch)


async def fetch_all(conn: Conn, query: Query[R], parameters: Sequence[Any] = ()) -> list[R]:
    """Return all rows of a query."""

    async def fetch(connection: AsyncConnection[Any]) -> list[R]:
        kept, cursor = await execute_kept(connection, query, parameters)
        rows = await cursor.fetchall()
        kept.put_back(query, cursor, parameters)
        return rows

    return await run(conn, query, fetch)


async def execute(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""

    async def fetch(connection: AsyncConnection[Any]) -> None:
        kept, cursor = await execute_kept(connection, query, parameters)
        kept.put_back(query, cursor, parameters)

    await run(conn, query, fetch)


async def execute_count(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> int:
    """Run a query, and return how many rows it changed or gave."""

    async def fetch(connection: AsyncConnection[Any]) -> int:
        kept, cursor = await execute_kept(connection, query, parameters)
        if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
            async with connection.pipeline():
                pass
        count = cursor.rowcount
        kept.put_back(query, cursor, parameters)
        return count

    return await run(conn, query, fetch)


async def run(
    conn: Conn, query: Query[Any], fetch: Callable[[AsyncConnection[Any]], Awaitable[T]]
) -> T:
    """Call ``fetch`` with a connection, or let a runner do so; errors say which query it is."""
    try:
        if isinstance(conn, AsyncConnection):
            return await fetch(conn)
        return await conn.run_query(query, fetch)
    except Exception as error:
        error.add_note(f"in {query.place}")
        raise
