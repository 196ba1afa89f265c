-- name: get_team :one
-- Get a team the current user is a member of.
--
-- This is the check that a team id taken from a request is one the person may use.
-- @returns Team
SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE id = :team_id
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: find_team_by_slug :one
-- Find a team the current user is a member of by its slug.
-- @returns Team
SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE slug = :slug
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: find_team_id_by_slug :one
-- Find the id of the team with a slug, if the current user may know of it.
--
-- Members do, and those who are invited: use `find_team_by_slug` for a slug taken from a request.
SELECT id
FROM iam.teams
WHERE slug = :slug;

-- name: get_primary_team :one
-- Get the first team a person created, of those that the current user may know of.
--
-- Those still exist, and the current user is a member of them or is invited.
-- @returns Team
SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE created_by_user_id = :user_id
ORDER BY id
LIMIT 1;

-- name: list_teams_of_user :many
-- List the teams a person shares with the current user, with the person's roles and the owner.
--
-- All of the person's teams when asked about oneself. The owner is the address of the team's
-- creator, who may have left it; None when that account no longer exists.
SELECT
    t.id,
    t.name AS team_name,
    t.slug AS team_slug,
    tu.roles,
    owner.email AS team_owner
FROM iam.team_users AS tu
INNER JOIN iam.teams AS t
    ON t.id = tu.team_id
LEFT JOIN iam.users AS owner
    ON owner.id = t.created_by_user_id
WHERE tu.user_id = :user_id
ORDER BY lower(t.name), t.id;

-- name: list_my_teams :many
-- List the teams the current user is a member of.
-- @returns Team
SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE id IN (
    SELECT tu.team_id
    FROM iam.team_users AS tu
    WHERE tu.user_id = iam.current_user_id()
)
ORDER BY lower(name), id;

-- name: create_team :one
-- Create a team of the current user, who becomes its manager and first collaborator.
--
-- A not-null violation when nobody is signed in.
-- @returns Team
-- @param name?
-- @param name: None for a team named later; its slug then comes from the creator's address
SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.create_team(:name)
LIMIT 1;

-- name: rename_team :one
-- Rename a team that the current user manages; its slug follows the name.
--
-- None when the current user is no manager of it. The slug of a team whose name is removed comes
-- from its creator's address, or is "team" when that account no longer exists.
-- @returns Team
UPDATE iam.teams
SET name = :name
WHERE id = :team_id
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    name,
    created_by_user_id,
    slug;

-- name: delete_team :execrows
-- Delete a team that the current user manages with everything that belongs to it.
DELETE FROM iam.teams
WHERE id = :team_id
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );
