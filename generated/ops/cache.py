# Made by quern from queries/ops/cache.sql: do not edit.
"""Queries of queries/ops/cache.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class GetCacheEntryRow(_runtime.Row):
    """A row of get_cache_entry.

    :ivar value: The value, as the application encodes it.
    :ivar content_type: Media type of the value.
    :ivar tags: Names by which entries are thrown away together.
    :ivar expires_at: From when on the entry counts as absent.
    """

    value: bytes
    content_type: str
    tags: list[str]
    expires_at: datetime


def _make_get_cache_entry_row(values: Sequence[Any]) -> GetCacheEntryRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetCacheEntryRow,
        {
            "value": values[0],
            "content_type": values[1],
            "tags": values[2],
            "expires_at": values[3],
        },
    )


GET_CACHE_ENTRY: Final[_runtime.Query[GetCacheEntryRow]] = _runtime.Query(
    name="ops.cache.get_cache_entry",
    source="queries/ops/cache.sql:1",
    sql="""SELECT
    value,
    content_type,
    tags,
    expires_at
FROM ops.cache
WHERE key = $1
    AND expires_at > now()""",
    row=_make_get_cache_entry_row,
    reads=frozenset({"ops.cache"}),
    rows="at_most_one",
    role="system",
)


def get_cache_entry(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
) -> GetCacheEntryRow | None:
    """Get what is kept under a key; None when there is nothing, or it has expired."""
    return _runtime.fetch_optional(conn, GET_CACHE_ENTRY, (key,))


SET_CACHE_ENTRY: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.cache.set_cache_entry",
    source="queries/ops/cache.sql:13",
    sql="""INSERT INTO ops.cache (key, value, content_type, tags, expires_at)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (key) DO UPDATE
SET
    value = EXCLUDED.value,
    content_type = EXCLUDED.content_type,
    tags = EXCLUDED.tags,
    expires_at = EXCLUDED.expires_at""",
    row=_runtime.no_row,
    reads=frozenset({"ops.cache"}),
    writes=frozenset({"ops.cache"}),
    rows="none",
    role="system",
)


def set_cache_entry(
    conn: Connection[Any] | _runtime.Runner,
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
    _runtime.execute(
        conn,
        SET_CACHE_ENTRY,
        (key, value, content_type, _runtime.array_text(tags), expires_at),
    )


DELETE_CACHE_ENTRY: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.cache.delete_cache_entry",
    source="queries/ops/cache.sql:28",
    sql="""DELETE FROM ops.cache
WHERE key = $1""",
    row=_runtime.no_row,
    reads=frozenset({"ops.cache"}),
    writes=frozenset({"ops.cache"}),
    rows="none",
    role="system",
)


def delete_cache_entry(conn: Connection[Any] | _runtime.Runner, *, key: str) -> int:
    """Throw away what is kept under a key, expired or not."""
    return _runtime.execute_count(conn, DELETE_CACHE_ENTRY, (key,))


DELETE_CACHE_ENTRIES_BY_TAG: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.cache.delete_cache_entries_by_tag",
    source="queries/ops/cache.sql:34",
    sql="""DELETE FROM ops.cache
WHERE tags @> ARRAY[$1]""",
    row=_runtime.no_row,
    reads=frozenset({"ops.cache"}),
    writes=frozenset({"ops.cache"}),
    rows="none",
    role="system",
)


def delete_cache_entries_by_tag(conn: Connection[Any] | _runtime.Runner, *, tag: str) -> int:
    """Throw away all that is kept with a tag."""
    return _runtime.execute_count(conn, DELETE_CACHE_ENTRIES_BY_TAG, (tag,))


PURGE_EXPIRED_CACHE: Final[_runtime.Query[int]] = _runtime.Query(
    name="ops.cache.purge_expired_cache",
    source="queries/ops/cache.sql:40",
    sql="""SELECT ops.purge_expired_cache() AS purged""",
    row=_runtime.scalar,
    reads=frozenset({"ops.cache"}),
    writes=frozenset({"ops.cache"}),
    rows="exactly_one",
    role="system",
)


def purge_expired_cache(conn: Connection[Any] | _runtime.Runner) -> int:
    """Delete what has expired, and give how many entries it was."""
    return _runtime.fetch_one(conn, PURGE_EXPIRED_CACHE)
