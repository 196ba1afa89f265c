# Made by quern from queries/shop/nested.sql: do not edit.
"""Queries of queries/shop/nested.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection
from typing_extensions import deprecated

from ... import _runtime
from ...shop.models import EveryType
from ...shop.nested import GET_THING, GET_THINGS, GetThingsRow


@deprecated("use search_things")
async def get_things(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[GetThingsRow]:
    """Things, with what goes with them."""
    return await _runtime.aio.fetch_all(conn, GET_THINGS)


async def get_thing(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    id: int,
) -> EveryType | None:
    """Run the query get_thing."""
    return await _runtime.aio.fetch_optional(conn, GET_THING, (id,))
