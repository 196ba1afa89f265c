-- name: grant_permission_to_user :one
-- Let a person act on a resource; the same grant given twice is one.
--
-- For administrators.
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
--
-- For administrators.
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
-- Get a grant by id, if the current user may see it.
--
-- An administrator sees every grant; others see their own and those of roles they hold.
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
-- List the grants that the current user may see in order of id, one page at a time.
--
-- All of them for an administrator; others see their own and those of roles they hold.
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
-- For administrators, and about oneself: others see none. `list_effective_permission_grants` adds
-- those of the roles held.
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
--
-- For administrators, and whoever holds the role: others see none.
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
--
-- All of it for administrators; others see their own grants and those of roles they hold.
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
-- List the grants that hold for the current user in a team.
--
-- The person's own grants and those of the roles held: the roles in the team, and system
-- administrator when the person is one. None at all for an account that is not active. The
-- conditions are not looked at.
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
WHERE (SELECT iam.is_signed_in())
    AND (
        user_id = iam.current_user_id()
        OR role IN (
            SELECT held.role
            FROM iam.current_roles(:team_id) AS held (role)
        )
    )
ORDER BY resource, action, id;

-- name: is_action_granted :one
-- Whether some grant lets the current user, in a team and a context, do an action on a resource.
--
-- A grant of Admin allows every action. Each key of a grant's conditions must be in the context
-- with an equal value; keys of the context that no condition names do not matter.
-- @param action: Read, Write, Update, Delete or Admin
-- @param context: what is known of the request, as an object
SELECT iam.is_granted(:resource, :action, :context, :team_id) AS is_granted;

-- name: revoke_permission_grant :execrows
-- Take one grant back.
--
-- For administrators.
DELETE FROM iam.permission_grants
WHERE id = :permission_grant_id;

-- name: revoke_permission_from_user :execrows
-- Take every grant of an action on a resource back from a person, whatever its conditions.
--
-- For administrators. What the person may do through a role stays.
DELETE FROM iam.permission_grants
WHERE user_id = :user_id
    AND resource = :resource
    AND action = :action;

-- name: revoke_permission_from_role :execrows
-- Take every grant of an action on a resource back from a role, whatever its conditions.
--
-- For administrators.
DELETE FROM iam.permission_grants
WHERE role = :role
    AND resource = :resource
    AND action = :action;
