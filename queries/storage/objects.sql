-- name: create_object :one
-- Store a file of the current user in a team, and give what is known of it.
--
-- For members of the team; any other team is refused. Whoever it shall be shown to sees it through
-- a document or an icon.
-- @returns ObjectInfo
-- @param object_name: name under which the application keeps the file, at most 100 characters
-- @param object_data: the contents; None when they are kept elsewhere
-- @param file_size: size of the contents in bytes
-- @param file_hash: MD5 of the contents in hexadecimal
INSERT INTO storage.objects (
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by
)
VALUES (
    :team_id,
    :object_name,
    :object_data,
    :mime_type,
    :file_name,
    :file_size,
    :file_hash,
    iam.current_user_id()
)
RETURNING
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at;

-- name: get_object :one
-- Get a file with its contents.
--
-- For the person who uploaded it, and for whoever sees it through a document or an icon.
-- @returns Object
SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = :object_id;

-- name: get_team_object :one
-- Get a file with its contents, if it belongs to a team.
--
-- For those who see it, as `get_object`.
-- @returns Object
SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = :object_id
    AND team_id = :team_id;

-- name: get_object_info :one
-- Get what is known of a file, without its contents.
--
-- For those who see it, as `get_object`.
-- @returns ObjectInfo
SELECT
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = :object_id;

-- name: list_my_objects :many
-- List the files that the current user uploaded, in order of id, one page at a time.
--
-- Of the teams that the person is still in.
-- @returns ObjectInfo
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
-- @param team_id: the files of one team alone
-- @param file_hash: the files with the same contents alone
SELECT
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE created_by = iam.current_user_id()
    AND team_id IN (SELECT iam.current_team_ids())
    AND id > coalesce(:after_id, 0)
    AND team_id = :team_id -- @if team_id
    AND file_hash = :file_hash -- @if file_hash
ORDER BY id
LIMIT :limit;

-- name: delete_object :execrows
-- Delete a file, and with it what attaches it to a chat; documents and prompts lose it.
--
-- For the person who uploaded it, while a member of its team.
DELETE FROM storage.objects
WHERE id = :object_id;

-- name: get_object_for_worker :one
-- Get a file with its contents, whoever it belongs to.
-- @role system
-- @returns Object
SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = :object_id;

-- name: delete_unused_objects :execrows
-- Delete files that no document, chat or prompt uses, the oldest first.
--
-- A file that is put to use at the same moment may be lost: leave those alone that are new.
-- @role system
-- @param created_before: only files from before this time
-- @param limit: how many at most
DELETE FROM storage.objects
WHERE id IN (
    SELECT o.id
    FROM storage.objects AS o
    WHERE o.created_at < :created_before
        AND NOT EXISTS (
            SELECT
            FROM rag.documents AS d
            WHERE d.team_id = o.team_id
                AND d.object_id = o.id
        )
        AND NOT EXISTS (
            SELECT
            FROM llm.chats_attachments AS a
            WHERE a.team_id = o.team_id
                AND a.object_id = o.id
        )
        AND NOT EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.team_id = o.team_id
                AND p.image_icon_object_id = o.id
        )
    ORDER BY o.created_at, o.id
    LIMIT :limit
);
