# Made by quern from queries/shop/crlf.sql: do not edit.
"""Queries of queries/shop/crlf.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...shop.crlf import GET_LINES, GET_MORE, GetLinesRow


async def get_lines(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    value: str,
) -> GetLinesRow:
    """Two lines,
    and CRLF.
    """
    return await _runtime.aio.fetch_one(conn, GET_LINES, (value,))


async def get_more(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[int]:
    """Run the query get_more."""
    return await _runtime.aio.fetch_all(conn, GET_MORE)
