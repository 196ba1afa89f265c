-- name: list_audit_entries :many
-- List who did what, newest first, one page at a time.
--
-- For those who have the permission ViewAuditTrail: what happened in the teams where they have it,
-- and everything for administrators. The address is None for the system, for an account that is
-- gone and for one that the current user may not know of. `get_audit_entry` tells what changed.
-- @returns AuditEntry
-- @param since?
-- @param since: the earliest moment to list; None for no limit
-- @param until?
-- @param until: the moment before which to list; None for no limit
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param user_id: the person who acted; 0 for the system
-- @param entity_type: table of what was acted on, with its schema
-- @param entity_id: its primary key; an id of any table, when there is no entity_type
-- @param limit: rows a page
SELECT
    a.id,
    a.user_id,
    u.email,
    a.team_id,
    a.access_type,
    a.action,
    a.operation,
    a.entity_type,
    a.entity_id,
    a.client_ip,
    a.severity,
    a.result,
    a.created_at
FROM ops.audit_trail AS a
LEFT JOIN iam.users AS u
    ON u.id = a.user_id
WHERE a.id < coalesce(:after_id, 2147483648)
    AND a.created_at >= coalesce(:since, '-infinity'::timestamp with time zone)
    AND a.created_at < coalesce(:until, 'infinity'::timestamp with time zone)
    AND a.user_id = :user_id  -- @if user_id
    AND a.team_id = :team_id  -- @if team_id
    AND a.action = :action  -- @if action
    AND a.access_type = :access_type  -- @if access_type
    AND a.entity_type = :entity_type  -- @if entity_type
    AND a.entity_id = :entity_id  -- @if entity_id
ORDER BY a.id DESC
LIMIT :limit;

-- name: get_audit_entry :one
-- Get an entry of the audit trail, with the row as it was and as it became.
--
-- For those who have the permission ViewAuditTrail, as in `list_audit_entries`. The rows are
-- without secrets and content: before is None for one that was added, after for one deleted.
SELECT
    a.id,
    a.user_id,
    u.email,
    a.team_id,
    a.access_type,
    a.action,
    a.operation,
    a.entity_type,
    a.entity_id,
    a.role,
    a.client_ip,
    a.severity,
    a.result,
    a.before_value,
    a.after_value,
    a.request_id,
    a.session_id,
    a.extra,
    a.created_at
FROM ops.audit_trail AS a
LEFT JOIN iam.users AS u
    ON u.id = a.user_id
WHERE a.id = :audit_entry_id;
