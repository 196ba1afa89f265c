-- name: grant_permission_to_user :one
-- Let a person act on a resource; the same grant given twice is one.
-- @returns PermissionGrant
-- @param resource: what may be acted on, by the name the application gives it
-- @param action: Read, Write, Update, Delete, or Admin for all of them
-- @param conditions: keys and values the context must equal; an empty object for none
INSERT INTO iam.permission_grants (user_id, resource, action, conditions)
VALUES (:user_id, :resource, :action, :conditions)
-- An update that changes nothing, because DO NOTHING would return no row.
ON CONFLICT ON CONSTRAINT permission_grants_key DO UPDATE
SET resource = EXCLUDED.resource
RETURNING
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at;

-- name: grant_permission_to_role :one
-- Let everybody of a role act on a resource; the same grant given twice is one.
-- @returns PermissionGrant
-- @param resource: what may be acted on, by the name the application gives it
-- @param action: Read, Write, Update, Delete, or Admin for all of them
-- @param conditions: keys and values the context must equal; an empty object for none
INSERT INTO iam.permission_grants (role, resource, action, conditions)
VALUES (:role, :resource, :action, :conditions)
-- An update that changes nothing, because DO NOTHING would return no row.
ON CONFLICT ON CONSTRAINT permission_grants_key DO UPDATE
SET resource = EXCLUDED.resource
RETURNING
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at;

-- name: get_permission_grant :one
-- Get a grant by id.
-- @returns PermissionGrant
SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE id = :permission_grant_id;

-- name: list_permission_grants :many
-- List all grants in order of id, one page at a time.
-- @returns PermissionGrant
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE id > coalesce(:after_id, 0)
ORDER BY id
LIMIT :limit;

-- name: list_permission_grants_of_user :many
-- List the grants given to a person directly.
--
-- `list_effective_permission_grants` adds those of the roles held.
-- @returns PermissionGrant
SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE user_id = :user_id
ORDER BY resource, action, id;

-- name: list_permission_grants_of_role :many
-- List the grants given to a role.
-- @returns PermissionGrant
SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE role = :role
ORDER BY resource, action, id;

-- name: list_permission_grants_on_resource :many
-- List who was given what on a resource.
-- @returns PermissionGrant
SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE resource = :resource
ORDER BY action, id;

-- name: list_effective_permission_grants :many
-- List the grants that hold for a person in a team.
--
-- The person's own grants and those of the roles held: the roles in the team, and system
-- administrator when the person is one. None at all for an account that is not active. The
-- conditions are not looked at.
-- @returns PermissionGrant
SELECT
    g.id,
    g.user_id,
    g.role,
    g.resource,
    g.action,
    g.conditions,
    g.created_at
FROM iam.permission_grants AS g
WHERE EXISTS (
        SELECT
        FROM iam.users AS u
        WHERE u.id = :user_id
            AND u.status = 'active'
    )
    AND (
        g.user_id = :user_id
        OR g.role IN (
            SELECT unnest(tu.roles)
            FROM iam.team_users AS tu
            WHERE tu.user_id = :user_id
                AND tu.team_id = :team_id
            UNION ALL
            SELECT 'SystemAdministrator'
            FROM iam.users AS u
            WHERE u.id = :user_id
                AND u.system_admin
        )
    )
ORDER BY g.resource, g.action, g.id;

-- name: is_action_granted :one
-- Whether some grant lets a person, in a team and a context, do an action on a resource.
--
-- A grant of Admin allows every action. Each key of a grant's conditions must be in the context
-- with an equal value; keys of the context that no condition names do not matter.
-- @param action: Read, Write, Update, Delete or Admin
-- @param context: what is known of the request, as an object
SELECT EXISTS (
    SELECT
    FROM iam.permission_grants AS g
    WHERE g.resource = :resource
        AND g.action IN (:action, 'Admin')
        AND EXISTS (
            SELECT
            FROM iam.users AS u
            WHERE u.id = :user_id
                AND u.status = 'active'
        )
        AND (
            g.user_id = :user_id
            OR g.role IN (
                SELECT unnest(tu.roles)
                FROM iam.team_users AS tu
                WHERE tu.user_id = :user_id
                    AND tu.team_id = :team_id
                UNION ALL
                SELECT 'SystemAdministrator'
                FROM iam.users AS u
                WHERE u.id = :user_id
                    AND u.system_admin
            )
        )
        AND NOT EXISTS (
            SELECT
            FROM jsonb_each(g.conditions) AS c (key, value)
            WHERE (:context::jsonb -> c.key) IS DISTINCT FROM c.value
        )
) AS is_granted;

-- name: revoke_permission_grant :execrows
-- Take one grant back.
DELETE FROM iam.permission_grants
WHERE id = :permission_grant_id;

-- name: revoke_permission_from_user :execrows
-- Take every grant of an action on a resource back from a person, whatever its conditions.
--
-- What the person may do through a role stays.
DELETE FROM iam.permission_grants
WHERE user_id = :user_id
    AND resource = :resource
    AND action = :action;

-- name: revoke_permission_from_role :execrows
-- Take every grant of an action on a resource back from a role, whatever its conditions.
DELETE FROM iam.permission_grants
WHERE role = :role
    AND resource = :resource
    AND action = :action;
