"""The calls: each runs one query on a connection, or hands itself to a runner, which has one."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar

from psycopg import AsyncConnection

from ..core import NoRowError, Query, TooManyRowsError
from .cursors import AsyncQueryCursor, take_cursor

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
    if not isinstance(conn, AsyncConnection):
        return await run(
            conn, query, lambda lent: fetch_optional(lent, query, parameters, first=first)
        )
    cursor: AsyncQueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        await cursor.run(parameters)
        row = await cursor.fetchone()
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one at most is expected")
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return row


async def fetch_one(
    conn: Conn, query: Query[R], parameters: Sequence[Any] = (), *, first: bool = False
) -> R:
    """Return the row of a query that must give exactly one.

    :param first: whether to take the first of several rows
    :raises NoRowError: if there is none
    :raises TooManyRowsError: if there is more than one, unless the first is asked for
    """
    if not isinstance(conn, AsyncConnection):
        return await run(conn, query, lambda lent: fetch_one(lent, query, parameters, first=first))
    cursor: AsyncQueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        await cursor.run(parameters)
        rows = await cursor.fetchmany(1)
        if not rows:
            raise NoRowError("no row where one is expected")
        if cursor.rowcount > 1 and not first:
            raise TooManyRowsError(f"{cursor.rowcount} rows where one is expected")
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return rows[0]


async def fetch_all(conn: Conn, query: Query[R], parameters: Sequence[Any] = ()) -> list[R]:
    """Return all rows of a query."""
    if not isinstance(conn, AsyncConnection):
        return await run(conn, query, lambda lent: fetch_all(lent, query, parameters))
    cursor: AsyncQueryCursor[R] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        await cursor.run(parameters)
        rows = await cursor.fetchall()
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return rows


async def execute(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> None:
    """Run a query whose rows, if any, nobody reads; in pipeline mode, without waiting for it."""
    if not isinstance(conn, AsyncConnection):
        return await run(conn, query, lambda lent: execute(lent, query, parameters))
    cursor: AsyncQueryCursor[Any] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        await cursor.run(parameters)
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return None


async def execute_count(conn: Conn, query: Query[Any], parameters: Sequence[Any] = ()) -> int:
    """Run a query, and return how many rows it changed or gave."""
    if not isinstance(conn, AsyncConnection):
        return await run(conn, query, lambda lent: execute_count(lent, query, parameters))
    cursor: AsyncQueryCursor[Any] | None = None
    try:
        kept, cursor = take_cursor(conn, query)
        await cursor.run(parameters)
        if cursor.pgresult is None:  # pipeline mode: a nested one waits for what was sent
            async with conn.pipeline():
                pass
        count = cursor.rowcount
        kept.put_back(query, cursor, parameters)
    except Exception as error:
        _explain(error, query, cursor)
        raise
    return count


async def run(
    conn: Conn, query: Query[Any], fetch: Callable[[AsyncConnection[Any]], Awaitable[T]]
) -> T:
    """Call ``fetch`` with a connection, or let a runner do so; errors say which query it is."""
    try:
        if isinstance(conn, AsyncConnection):
            return await fetch(conn)
        return await conn.run_query(query, fetch)
    except Exception as error:
        _say_where(error, query)
        raise


def _say_where(error: Exception, query: Query[Any]) -> None:
    """Add to an error, once, which query it comes from and where that is written."""
    note = f"in {query.place}"
    if note not in getattr(error, "__notes__", ()):
        error.add_note(note)


def _explain(error: Exception, query: Query[Any], cursor: AsyncQueryCursor[Any] | None) -> None:
    """Add to an error which column of the rows cannot be read, if so, and where the query is."""
    if cursor is not None:
        cursor.note_column(error)
    _say_where(error, query)
