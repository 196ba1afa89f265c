# Made by quern from queries/shop/search.sql: do not edit.
"""Queries of queries/shop/search.sql, for asyncio."""

from datetime import date
from typing import Any, Literal

from psycopg import AsyncConnection

from ... import _runtime
from ...shop.search import SEARCH_THINGS, SearchThingsRow


async def search_things(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
    title: str | None = None,
    since: date | None = None,
    until: date | None = None,
    order: Literal["newest", "title"] = "newest",
) -> list[SearchThingsRow]:
    """Things that fit, by the filters that are given.

    :param title: part of the title
    :param order: what the rows are sorted by
    """
    variant = SEARCH_THINGS.variant(
        title is not None,
        _runtime.together(since=since, until=until),
        order=order,
    )
    return await _runtime.aio.fetch_all(conn, variant, variant.used((title, since, until, limit)))
