# Made by quern from queries/storage/downloads.sql: do not edit.
"""Queries of queries/storage/downloads.sql, for asyncio."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...storage.downloads import (
    ADD_DOWNLOAD,
    COMPLETE_DOWNLOAD,
    DELETE_DOWNLOAD,
    FAIL_DOWNLOAD,
    GET_DOWNLOAD,
    LIST_DOWNLOAD_HISTORY,
    LIST_DOWNLOADS,
    LIST_UNFINISHED_DOWNLOADS,
    PURGE_DOWNLOAD_HISTORY,
    REPORT_DOWNLOAD_PROGRESS,
    RESUME_DOWNLOAD,
    SET_DOWNLOAD_STATUS,
    Download,
)


async def add_download(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    gid: str,
    uris: JsonValue,
    download_dir: str | None,
    filename: str | None,
    total: int | None,
) -> Download:
    """Note a download that was asked for; a unique violation when the identifier is taken.

    For administrators, as is what else persons do with downloads.

    :param gid: identifier that the downloader gave
    :param uris: addresses that the file is offered at, as a list of texts
    :param download_dir: None for the usual directory
    :param filename: None until it is known
    :param total: size of the file in bytes; None until it is known
    """
    return await _runtime.aio.fetch_one(
        conn,
        ADD_DOWNLOAD,
        (gid, _runtime.json_text(uris), download_dir, filename, total),
    )


async def get_download(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    gid: str,
) -> Download | None:
    """Get a download.

    For administrators.
    """
    return await _runtime.aio.fetch_optional(conn, GET_DOWNLOAD, (gid,))


async def list_downloads(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
    status: str | None = None,
    after_created_at: datetime | None = None,
    after_gid: str | None = None,
) -> list[Download]:
    """List downloads, the newest first, one page at a time.

    For administrators.

    :param limit: rows a page
    :param status: those in this status alone
    :param after_created_at: created_at of the last row of the page before, with after_gid
    :param after_gid: its gid
    """
    variant = LIST_DOWNLOADS.variant(
        status is not None,
        _runtime.together(after_created_at=after_created_at, after_gid=after_gid),
    )
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((status, after_created_at, after_gid, limit)),
    )


async def list_download_history(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
    after_updated_at: datetime | None = None,
    after_gid: str | None = None,
) -> list[Download]:
    """List downloads that are over, the last one to end first, one page at a time.

    For administrators. Over are those that are complete, failed or removed.

    :param limit: rows a page
    :param after_updated_at: updated_at of the last row of the page before, with after_gid
    :param after_gid: its gid
    """
    variant = LIST_DOWNLOAD_HISTORY.variant(
        _runtime.together(after_updated_at=after_updated_at, after_gid=after_gid),
    )
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((after_updated_at, after_gid, limit)),
    )


async def set_download_status(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    status: str,
    gid: str,
) -> int:
    """Pause a download, let it wait again, or remove it; one that is complete or removed stays so.

    For administrators.

    :param status: paused, waiting or removed; no row is changed for another one
    """
    return await _runtime.aio.execute_count(conn, SET_DOWNLOAD_STATUS, (status, gid))


async def delete_download(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    gid: str,
) -> int:
    """Forget a download, whatever its status; the file stays.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_DOWNLOAD, (gid,))


async def list_unfinished_downloads(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Download]:
    """List the downloads that wait or run, the oldest first, to go on with when the downloader
    starts.
    """
    return await _runtime.aio.fetch_all(conn, LIST_UNFINISHED_DOWNLOADS)


async def report_download_progress(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    completed: int,
    speed: int,
    total: int | None,
    filename: str | None,
    gid: str,
) -> int:
    """Note how far a download is, which is active then.

    No row when it was paused, removed or ended meanwhile: the downloader is to stop.

    :param completed: bytes that have arrived
    :param speed: bytes a second
    :param total: size of the file in bytes; None while it is not known, which leaves it as it was
    :param filename: None while it is not known, which leaves it as it was
    """
    return await _runtime.aio.execute_count(
        conn,
        REPORT_DOWNLOAD_PROGRESS,
        (completed, speed, total, filename, gid),
    )


async def complete_download(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    total: int,
    gid: str,
) -> int:
    """Note that all of a file has arrived; no row when its download was removed or is complete already.

    :param total: size of the file in bytes
    """
    return await _runtime.aio.execute_count(conn, COMPLETE_DOWNLOAD, (total, gid))


async def fail_download(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner, *, gid: str) -> int:
    """Note that a download failed; no row unless it was waiting or active."""
    return await _runtime.aio.execute_count(conn, FAIL_DOWNLOAD, (gid,))


async def resume_download(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    new_gid: str,
    gid: str,
) -> Download | None:
    """Note that a download waits again, under the identifier that the downloader gave it now.

    What has arrived counts on. None when it is complete, removed or unknown; a unique violation when
    the new identifier is another download's.

    :param new_gid: the identifier from now on; the same one is fine
    :param gid: the identifier so far
    """
    return await _runtime.aio.fetch_optional(conn, RESUME_DOWNLOAD, (new_gid, gid))


async def purge_download_history(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    updated_before: datetime,
) -> int:
    """Forget the downloads that are over, and that have not changed since a time."""
    return await _runtime.aio.execute_count(conn, PURGE_DOWNLOAD_HISTORY, (updated_before,))
