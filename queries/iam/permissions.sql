-- name: list_roles_permissions :many
-- List every role with every permission it carries.
SELECT
    role,
    permission
FROM iam.roles_permissions
ORDER BY role, permission;

-- name: list_permissions_of_role :many
-- List the permissions a role carries.
SELECT permission
FROM iam.roles_permissions
WHERE role = :role
ORDER BY permission;

-- name: list_user_permissions :many
-- List what a person may do in a team.
--
-- The permissions of the roles held in the team, and those of a system administrator when the
-- person is one, in any team. None at all for an account that is not active.
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
    SELECT unnest(tu.roles)
    FROM iam.team_users AS tu
    INNER JOIN iam.users AS u
        ON u.id = tu.user_id
    WHERE tu.user_id = iam.current_user_id()
        AND tu.team_id = :team_id
        AND u.status = 'active'
    UNION ALL
    SELECT 'SystemAdministrator'
    FROM iam.users AS u
    WHERE u.id = iam.current_user_id()
        AND u.system_admin
        AND u.status = 'active'
)
ORDER BY rp.permission;

-- name: has_permission :one
-- Whether the current user has one permission in a team.
SELECT EXISTS (
    SELECT
    FROM iam.roles_permissions AS rp
    WHERE rp.permission = :permission
        AND rp.role IN (
            SELECT unnest(tu.roles)
            FROM iam.team_users AS tu
            INNER JOIN iam.users AS u
                ON u.id = tu.user_id
            WHERE tu.user_id = iam.current_user_id()
                AND tu.team_id = :team_id
                AND u.status = 'active'
            UNION ALL
            SELECT 'SystemAdministrator'
            FROM iam.users AS u
            WHERE u.id = iam.current_user_id()
                AND u.system_admin
                AND u.status = 'active'
        )
) AS has_permission;
