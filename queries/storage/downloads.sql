-- name: add_download :one
-- Note a download that was asked for; a unique violation when the identifier is taken.
--
-- For administrators, as is what else persons do with downloads.
-- @returns Download
-- @param gid: identifier that the downloader gave
-- @param uris: addresses that the file is offered at, as a list of texts
-- @param download_dir: None for the usual directory
-- @param filename: None until it is known
-- @param total: size of the file in bytes; None until it is known
INSERT INTO storage.downloads (gid, uris, download_dir, filename, total)
VALUES (:gid, :uris, :download_dir, :filename, :total)
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
    updated_at;

-- name: get_download :one
-- Get a download.
--
-- For administrators.
-- @returns Download
SELECT
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
WHERE gid = :gid;

-- name: list_downloads :many
-- List downloads, the newest first, one page at a time.
--
-- For administrators.
-- @returns Download
-- @param status: those in this status alone
-- @param after_created_at: created_at of the last row of the page before, with after_gid
-- @param after_gid: its gid
-- @param limit: rows a page
SELECT
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
    AND status = :status -- @if status
    AND (created_at, gid) < (:after_created_at, :after_gid) -- @if after_created_at, after_gid
ORDER BY created_at DESC, gid DESC
LIMIT :limit;

-- name: list_download_history :many
-- List downloads that are over, the last one to end first, one page at a time.
--
-- For administrators. Over are those that are complete, failed or removed.
-- @returns Download
-- @param after_updated_at: updated_at of the last row of the page before, with after_gid
-- @param after_gid: its gid
-- @param limit: rows a page
SELECT
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
    AND (updated_at, gid) < (:after_updated_at, :after_gid) -- @if after_updated_at, after_gid
ORDER BY updated_at DESC, gid DESC
LIMIT :limit;

-- name: set_download_status :execrows
-- Pause a download, let it wait again, or remove it; one that is complete or removed stays so.
--
-- For administrators.
-- @param status: paused, waiting or removed; no row is changed for another one
UPDATE storage.downloads
SET
    status = :status,
    speed = 0
WHERE gid = :gid
    AND status NOT IN ('complete', 'removed')
    AND :status IN ('paused', 'waiting', 'removed');

-- name: delete_download :execrows
-- Forget a download, whatever its status; the file stays.
--
-- For administrators.
DELETE FROM storage.downloads
WHERE gid = :gid;

-- name: list_unfinished_downloads :many
-- List the downloads that wait or run, the oldest first, to go on with when the downloader starts.
-- @role system
-- @returns Download
SELECT
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
ORDER BY created_at, gid;

-- name: report_download_progress :execrows
-- Note how far a download is, which is active then.
--
-- No row when it was paused, removed or ended meanwhile: the downloader is to stop.
-- @role system
-- @param total: size of the file in bytes; None while it is not known, which leaves it as it was
-- @param filename: None while it is not known, which leaves it as it was
-- @param total?
-- @param filename?
-- @param completed: bytes that have arrived
-- @param speed: bytes a second
UPDATE storage.downloads
SET
    status = 'active',
    completed = :completed,
    speed = :speed,
    total = coalesce(:total, total),
    filename = coalesce(:filename, filename)
WHERE gid = :gid
    AND status IN ('waiting', 'active');

-- name: complete_download :execrows
-- Note that all of a file has arrived; no row when its download was removed or is complete already.
-- @role system
-- @param total: size of the file in bytes
UPDATE storage.downloads
SET
    status = 'complete',
    completed = :total,
    total = :total,
    speed = 0
WHERE gid = :gid
    AND status NOT IN ('complete', 'removed');

-- name: fail_download :execrows
-- Note that a download failed; no row unless it was waiting or active.
-- @role system
UPDATE storage.downloads
SET
    status = 'error',
    speed = 0
WHERE gid = :gid
    AND status IN ('waiting', 'active');

-- name: resume_download :one
-- Note that a download waits again, under the identifier that the downloader gave it now.
--
-- What has arrived counts on. None when it is complete, removed or unknown; a unique violation when
-- the new identifier is another download's.
-- @role system
-- @returns Download
-- @param gid: the identifier so far
-- @param new_gid: the identifier from now on; the same one is fine
UPDATE storage.downloads
SET
    gid = :new_gid,
    status = 'waiting',
    speed = 0
WHERE gid = :gid
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
    updated_at;

-- name: purge_download_history :execrows
-- Forget the downloads that are over, and that have not changed since a time.
-- @role system
DELETE FROM storage.downloads
WHERE status IN ('complete', 'error', 'removed')
    AND updated_at < :updated_before;
