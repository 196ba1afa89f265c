# Made by quern from queries/ops/cache.sql: do not edit.
"""Queries of queries/ops/cache.sql, for asyncio."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...ops.cache import (
    DELETE_CACHE_ENTRIES_BY_TAG,
    DELETE_CACHE_ENTRY,
    GET_CACHE_ENTRY,
    PURGE_EXPIRED_CACHE,
    SET_CACHE_ENTRY,
    GetCacheEntryRow,
)


async def get_cache_entry(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> GetCacheEntryRow | None:
    """Get what is kept under a key; None when there is nothing, or it has expired."""
    return await _runtime.aio.fetch_optional(conn, GET_CACHE_ENTRY, (key,))


async def set_cache_entry(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    value: bytes,
    content_type: str,
    tags: Sequence[str | None],
    expires_at: datetime,
) -> None:
    """Keep a value under a key until a moment, in place of what is kept there.

    :param value: as the application encodes it
    :param content_type: media type of the value
    :param tags: names by which `delete_cache_entries_by_tag` throws it away
    """
    await _runtime.aio.execute(
        conn,
        SET_CACHE_ENTRY,
        (key, value, content_type, _runtime.array_text(tags), expires_at),
    )


async def delete_cache_entry(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> int:
    """Throw away what is kept under a key, expired or not."""
    return await _runtime.aio.execute_count(conn, DELETE_CACHE_ENTRY, (key,))


async def delete_cache_entries_by_tag(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    tag: str,
) -> int:
    """Throw away all that is kept with a tag."""
    return await _runtime.aio.execute_count(conn, DELETE_CACHE_ENTRIES_BY_TAG, (tag,))


async def purge_expired_cache(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Delete what has expired, and give how many entries it was."""
    return await _runtime.aio.fetch_one(conn, PURGE_EXPIRED_CACHE)
