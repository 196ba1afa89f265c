-- name: list_roles_permissions :many
-- List every role with every permission it carries, for anybody signed in.
SELECT
    role,
    permission
FROM iam.roles_permissions
ORDER BY role, permission;

-- name: list_permissions_of_role :many
-- List the permissions a role carries, for anybody signed in.
SELECT permission
FROM iam.roles_permissions
WHERE role = :role
ORDER BY permission;

-- name: list_user_permissions :many
-- List what a person may do in a team of the current user.
--
-- The permissions of the roles held in the team, and those of a system administrator when the
-- person is one, in any team. None at all for an account that is not active. Of a team that is
-- not the current user's, memberships are not seen, even by an administrator.
SELECT DISTINCT rp.permission
FROM iam.roles_permissions AS rp
WHERE rp.role IN (
    SELECT unnest(tu.roles)
    FROM iam.team_users AS tu
    INNER JOIN iam.users AS u
        ON u.id = tu.user_id
    WHERE tu.user_id = :user_id
        AND tu.team_id = :team_id
        AND u.status = 'active'
    UNION ALL
    SELECT 'SystemAdministrator'
    FROM iam.users AS u
    WHERE u.id = :user_id
        AND u.system_admin
        AND u.status = 'active'
)
ORDER BY rp.permission;

-- name: list_my_permissions :many
-- List what the current user may do in a team.
--
-- As `list_user_permissions`, for the person on whose behalf the transaction runs.
SELECT DISTINCT rp.permission
FROM iam.roles_permissions AS rp
WHERE rp.role IN (
    SELECT held.role
    FROM iam.current_roles(:team_id) AS held (role)
)
ORDER BY rp.permission;

-- name: has_permission :one
-- Whether the current user has one permission in a team.
SELECT iam.has_permission(:team_id, :permission) AS has_permission;
