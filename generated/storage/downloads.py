# Made by quern from queries/storage/downloads.sql: do not edit.
"""Queries of queries/storage/downloads.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime


class Download(_runtime.Row):
    """A row of add_download and 5 other queries.

    :ivar gid: Identifier that the downloader gave; another one once the download is resumed.
    :ivar uris: Addresses that the file is offered at, as an array of texts.
    :ivar download_dir: Directory that the file goes to; NULL for the usual one.
    :ivar filename: Name of the file; NULL until it is known.
    :ivar status: waiting, active, paused, complete, error, or removed by a person.
    :ivar total: Size of the file in bytes; NULL until it is known.
    :ivar completed: Bytes that have arrived.
    :ivar speed: Bytes a second at the last report.
    :ivar created_at: When the download was asked for.
    :ivar updated_at: When the download last changed, progress included.
    """

    gid: str
    uris: JsonValue
    download_dir: str | None
    filename: str | None
    status: str
    total: int | None
    completed: int
    speed: int
    created_at: datetime
    updated_at: datetime


def _make_download(values: Sequence[Any]) -> Download:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Download,
        {
            "gid": values[0],
            "uris": _runtime.read_json(values[1]),
            "download_dir": values[2],
            "filename": values[3],
            "status": values[4],
            "total": values[5],
            "completed": values[6],
            "speed": values[7],
            "created_at": values[8],
            "updated_at": values[9],
        },
    )


ADD_DOWNLOAD: Final[_runtime.Query[Download]] = _runtime.Query(
    name="storage.downloads.add_download",
    source="queries/storage/downloads.sql:1",
    sql="""INSERT INTO storage.downloads (gid, uris, download_dir, filename, total)
VALUES ($1, $2, $3, $4, $5)
RETURNING
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at""",
    row=_make_download,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    writes=frozenset({"storage.downloads"}),
    rows="exactly_one",
)


def add_download(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
        conn,
        ADD_DOWNLOAD,
        (gid, _runtime.json_text(uris), download_dir, filename, total),
    )


GET_DOWNLOAD: Final[_runtime.Query[Download]] = _runtime.Query(
    name="storage.downloads.get_download",
    source="queries/storage/downloads.sql:25",
    sql="""SELECT
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at
FROM storage.downloads
WHERE gid = $1""",
    row=_make_download,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_download(conn: Connection[Any] | _runtime.Runner, *, gid: str) -> Download | None:
    """Get a download.

    For administrators.
    """
    return _runtime.fetch_optional(conn, GET_DOWNLOAD, (gid,))


LIST_DOWNLOADS: Final[_runtime.Variants[Download]] = _runtime.Variants(
    name="storage.downloads.list_downloads",
    source="queries/storage/downloads.sql:44",
    parts=(
        _runtime.Part(
            """SELECT
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at
FROM storage.downloads
WHERE true
""",
        ),
        _runtime.Part(
            """    AND status = $1 -- @if status
""",
            uses=(1,),
            condition=0,
        ),
        _runtime.Part(
            """    AND (created_at, gid) < ($2, $3) -- @if after_created_at, after_gid
""",
            uses=(2, 3),
            condition=1,
        ),
        _runtime.Part(
            """ORDER BY created_at DESC, gid DESC
LIMIT $4""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_download,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    read_only=True,
    idempotent=True,
)


def list_downloads(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used((status, after_created_at, after_gid, limit)),
    )


LIST_DOWNLOAD_HISTORY: Final[_runtime.Variants[Download]] = _runtime.Variants(
    name="storage.downloads.list_download_history",
    source="queries/storage/downloads.sql:71",
    parts=(
        _runtime.Part(
            """SELECT
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at
FROM storage.downloads
WHERE status IN ('complete', 'error', 'removed')
""",
        ),
        _runtime.Part(
            """    AND (updated_at, gid) < ($1, $2) -- @if after_updated_at, after_gid
""",
            uses=(1, 2),
            condition=0,
        ),
        _runtime.Part(
            """ORDER BY updated_at DESC, gid DESC
LIMIT $3""",
            uses=(3,),
        ),
    ),
    parameters=3,
    row=_make_download,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    read_only=True,
    idempotent=True,
)


def list_download_history(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, variant, variant.used((after_updated_at, after_gid, limit)))


SET_DOWNLOAD_STATUS: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.set_download_status",
    source="queries/storage/downloads.sql:96",
    sql="""UPDATE storage.downloads
SET
    status = $1,
    speed = 0
WHERE gid = $2
    AND status NOT IN ('complete', 'removed')
    AND $1 IN ('paused', 'waiting', 'removed')""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    writes=frozenset({"storage.downloads"}),
    rows="none",
)


def set_download_status(conn: Connection[Any] | _runtime.Runner, *, status: str, gid: str) -> int:
    """Pause a download, let it wait again, or remove it; one that is complete or removed stays so.

    For administrators.

    :param status: paused, waiting or removed; no row is changed for another one
    """
    return _runtime.execute_count(conn, SET_DOWNLOAD_STATUS, (status, gid))


DELETE_DOWNLOAD: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.delete_download",
    source="queries/storage/downloads.sql:109",
    sql="""DELETE FROM storage.downloads
WHERE gid = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "storage.downloads"}
    ),
    writes=frozenset({"storage.downloads"}),
    rows="none",
)


def delete_download(conn: Connection[Any] | _runtime.Runner, *, gid: str) -> int:
    """Forget a download, whatever its status; the file stays.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_DOWNLOAD, (gid,))


LIST_UNFINISHED_DOWNLOADS: Final[_runtime.Query[Download]] = _runtime.Query(
    name="storage.downloads.list_unfinished_downloads",
    source="queries/storage/downloads.sql:116",
    sql="""SELECT
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at
FROM storage.downloads
WHERE status IN ('waiting', 'active')
ORDER BY created_at, gid""",
    row=_make_download,
    reads=frozenset({"storage.downloads"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_unfinished_downloads(conn: Connection[Any] | _runtime.Runner) -> list[Download]:
    """List the downloads that wait or run, the oldest first, to go on with when the downloader
    starts.
    """
    return _runtime.fetch_all(conn, LIST_UNFINISHED_DOWNLOADS)


REPORT_DOWNLOAD_PROGRESS: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.report_download_progress",
    source="queries/storage/downloads.sql:135",
    sql="""UPDATE storage.downloads
SET
    status = 'active',
    completed = $1,
    speed = $2,
    total = coalesce($3, total),
    filename = coalesce($4, filename)
WHERE gid = $5
    AND status IN ('waiting', 'active')""",
    row=_runtime.no_row,
    reads=frozenset({"storage.downloads"}),
    writes=frozenset({"storage.downloads"}),
    rows="none",
    role="system",
)


def report_download_progress(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.execute_count(
        conn,
        REPORT_DOWNLOAD_PROGRESS,
        (completed, speed, total, filename, gid),
    )


COMPLETE_DOWNLOAD: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.complete_download",
    source="queries/storage/downloads.sql:156",
    sql="""UPDATE storage.downloads
SET
    status = 'complete',
    completed = $1,
    total = $1,
    speed = 0
WHERE gid = $2
    AND status NOT IN ('complete', 'removed')""",
    row=_runtime.no_row,
    reads=frozenset({"storage.downloads"}),
    writes=frozenset({"storage.downloads"}),
    rows="none",
    role="system",
)


def complete_download(conn: Connection[Any] | _runtime.Runner, *, total: int, gid: str) -> int:
    """Note that all of a file has arrived; no row when its download was removed or is complete already.

    :param total: size of the file in bytes
    """
    return _runtime.execute_count(conn, COMPLETE_DOWNLOAD, (total, gid))


FAIL_DOWNLOAD: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.fail_download",
    source="queries/storage/downloads.sql:169",
    sql="""UPDATE storage.downloads
SET
    status = 'error',
    speed = 0
WHERE gid = $1
    AND status IN ('waiting', 'active')""",
    row=_runtime.no_row,
    reads=frozenset({"storage.downloads"}),
    writes=frozenset({"storage.downloads"}),
    rows="none",
    role="system",
)


def fail_download(conn: Connection[Any] | _runtime.Runner, *, gid: str) -> int:
    """Note that a download failed; no row unless it was waiting or active."""
    return _runtime.execute_count(conn, FAIL_DOWNLOAD, (gid,))


RESUME_DOWNLOAD: Final[_runtime.Query[Download]] = _runtime.Query(
    name="storage.downloads.resume_download",
    source="queries/storage/downloads.sql:179",
    sql="""UPDATE storage.downloads
SET
    gid = $1,
    status = 'waiting',
    speed = 0
WHERE gid = $2
    AND status NOT IN ('complete', 'removed')
RETURNING
    gid,
    uris,
    download_dir,
    filename,
    status,
    total,
    completed,
    speed,
    created_at,
    updated_at""",
    row=_make_download,
    reads=frozenset({"storage.downloads"}),
    writes=frozenset({"storage.downloads"}),
    rows="at_most_one",
    role="system",
)


def resume_download(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(conn, RESUME_DOWNLOAD, (new_gid, gid))


PURGE_DOWNLOAD_HISTORY: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.downloads.purge_download_history",
    source="queries/storage/downloads.sql:207",
    sql="""DELETE FROM storage.downloads
WHERE status IN ('complete', 'error', 'removed')
    AND updated_at < $1""",
    row=_runtime.no_row,
    reads=frozenset({"storage.downloads"}),
    writes=frozenset({"storage.downloads"}),
    rows="none",
    role="system",
)


def purge_download_history(
    conn: Connection[Any] | _runtime.Runner,
    *,
    updated_before: datetime,
) -> int:
    """Forget the downloads that are over, and that have not changed since a time."""
    return _runtime.execute_count(conn, PURGE_DOWNLOAD_HISTORY, (updated_before,))
