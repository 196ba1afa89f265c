-- name: create_group :one
-- Create a group; a unique violation when the name is taken.
--
-- For administrators, as are all changes of groups and their members.
-- @returns Group
INSERT INTO iam.groups (name, description)
VALUES (:name, :description)
RETURNING
    id,
    name,
    description,
    created_at;

-- name: get_group :one
-- Get a group by id, for anybody signed in.
-- @returns Group
SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE id = :group_id;

-- name: find_group_by_name :one
-- Find a group by its exact name, for anybody signed in.
-- @returns Group
SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE name = :name;

-- name: list_groups :many
-- List all groups by name, for anybody signed in.
-- @returns Group
SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
ORDER BY name;

-- name: list_groups_of_user :many
-- List the groups a person is in, by name.
--
-- For administrators, and about oneself: of others, memberships are not seen.
-- @returns Group
SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE id IN (
    SELECT gm.group_id
    FROM iam.group_members AS gm
    WHERE gm.user_id = :user_id
)
ORDER BY name;

-- name: rename_group :one
-- Rename a group; None when there is no such group.
--
-- For administrators.
-- @returns Group
UPDATE iam.groups
SET name = :name
WHERE id = :group_id
RETURNING
    id,
    name,
    description,
    created_at;

-- name: set_group_description :execrows
-- Say what a group is for.
--
-- For administrators.
UPDATE iam.groups
SET description = :description
WHERE id = :group_id;

-- name: delete_group :execrows
-- Delete a group; the accounts of its members stay.
--
-- For administrators.
DELETE FROM iam.groups
WHERE id = :group_id;

-- name: add_group_member :execrows
-- Put a person into a group; no row when the person is in it already.
--
-- For administrators.
INSERT INTO iam.group_members (group_id, user_id)
VALUES (:group_id, :user_id)
ON CONFLICT (group_id, user_id) DO NOTHING;

-- name: remove_group_member :execrows
-- Take a person out of a group.
--
-- For administrators.
DELETE FROM iam.group_members
WHERE group_id = :group_id
    AND user_id = :user_id;

-- name: list_group_members :many
-- List the people in a group in order of id, one page at a time.
--
-- For administrators; others see no member but themselves.
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    email,
    first_name,
    last_name,
    status
FROM iam.users
WHERE id IN (
        SELECT gm.user_id
        FROM iam.group_members AS gm
        WHERE gm.group_id = :group_id
    )
    AND id > coalesce(:after_id, 0)
ORDER BY id
LIMIT :limit;
