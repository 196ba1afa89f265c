-- name: add_team_member :one
-- Add a person to a team; a unique violation when the person is a member already.
--
-- For managers of the team, who add people they may know of; others come in by an invitation. A
-- team that everybody left is closed to its creator too.
-- @returns TeamMembership
-- @param roles: TeamManager, Collaborator or both
INSERT INTO iam.team_users (user_id, team_id, roles)
VALUES (:user_id, :team_id, :roles)
RETURNING
    user_id,
    team_id,
    roles;

-- name: get_team_membership :one
-- Get a person's membership of a team of the current user; None when there is none.
-- @returns TeamMembership
SELECT
    user_id,
    team_id,
    roles
FROM iam.team_users
WHERE user_id = :user_id
    AND team_id = :team_id;

-- name: list_team_members :many
-- List the members of a team of the current user, with their roles.
SELECT
    u.id,
    tu.team_id,
    u.email,
    u.first_name,
    u.last_name,
    tu.roles
FROM iam.team_users AS tu
INNER JOIN iam.users AS u
    ON u.id = tu.user_id
WHERE tu.team_id = :team_id
    AND tu.team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    )
ORDER BY lower(u.email);

-- name: count_team_members :one
-- Number of members of a team of the current user; 0 for any other team.
SELECT count(*) AS member_count
FROM iam.team_users
WHERE team_id = :team_id;

-- name: set_team_member_roles :execrows
-- Replace the roles of a member of a team that the current user manages.
-- @param roles: TeamManager, Collaborator or both
UPDATE iam.team_users
SET roles = :roles
WHERE user_id = :user_id
    AND team_id = :team_id
    AND team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    );

-- name: remove_team_member :execrows
-- Remove a person from a team that the current user manages, or the current user from any.
--
-- The person's keys stay, but `validate_api_key` refuses them.
DELETE FROM iam.team_users
WHERE user_id = :user_id
    AND team_id = :team_id
    AND team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    );
