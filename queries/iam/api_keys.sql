-- name: create_api_key :one
-- Store a new key of the current user in a team.
--
-- For those who have the permission CreateApiKeys in it, or ManageMcpKeys for a key that is tied to
-- no assistant. An assistant is one that the current user sees, and that is of the same team or
-- shared with everyone; any other is refused. The application makes the key, shows it once, and
-- sends only its hash and first characters.
-- @returns ApiKey
-- @param prompt_id: assistant the key is tied to; None for a key without one, as for MCP
-- @param user_id: the current user; a key that acts for somebody else is refused
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
-- @param key_prefix: first characters of the key, at most eight
-- @param scopes: names the application defines; an empty list for everything
-- @param rate_limit: requests a minute; 0 for no limit of its own
-- @param quota: units in all; None for no limit
-- @param expires_at: from when on the key is refused; None for never
INSERT INTO iam.api_keys (
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    api_key,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    expires_at
)
VALUES (
    :prompt_id,
    :user_id,
    :team_id,
    :name,
    :description,
    :key_hash,
    :key_prefix,
    :scopes,
    :rate_limit,
    :quota,
    :expires_at
)
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at;

-- name: validate_api_key :one
-- Find the key a request brought, if it may be used now.
--
-- None unless the key is active, not deleted, not expired and has quota left, and the person it
-- acts for has an active account and still belongs to its team. `find_api_key_by_hash` tells
-- which of these failed.
-- @role system
-- @returns ApiKey
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
SELECT
    k.id,
    k.external_id,
    k.prompt_id,
    k.user_id,
    k.team_id,
    k.name,
    k.description,
    k.key_prefix,
    k.scopes,
    k.rate_limit,
    k.quota,
    k.used_quota,
    k.status,
    k.is_active,
    k.expires_at,
    k.last_used_at,
    k.deleted_at,
    k.created_at,
    k.updated_at
FROM iam.api_keys AS k
WHERE k.api_key = :key_hash
    AND k.is_active
    AND k.deleted_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > now())
    AND (k.quota IS NULL OR k.used_quota < k.quota)
    AND EXISTS (
        SELECT
        FROM iam.users AS u
        INNER JOIN iam.team_users AS tu
            ON tu.user_id = u.id
        WHERE u.id = k.user_id
            AND u.status = 'active'
            AND tu.team_id = k.team_id
    );

-- name: find_api_key_by_hash :one
-- Find a key by its hash, usable or not.
-- @role system
-- @returns ApiKey
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE api_key = :key_hash;

-- name: get_api_key :one
-- Get a key of a team of the current user.
-- @returns ApiKey
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE id = :api_key_id
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: get_api_key_by_external_id :one
-- Get a key of a team of the current user by the identifier shown outside.
-- @returns ApiKey
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE external_id = :external_id
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: list_api_keys :many
-- List the keys of a team of the current user that are not deleted, newest first.
-- @returns ApiKey
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = :team_id
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at DESC, id DESC;

-- name: list_my_prompt_api_keys :many
-- List the current user's own keys in a team that are tied to an assistant, newest first.
-- @returns ApiKey
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = :team_id
    AND user_id = iam.current_user_id()
    AND prompt_id IS NOT NULL
    AND deleted_at IS NULL
ORDER BY created_at DESC, id DESC;

-- name: list_mcp_api_keys :many
-- List the keys of a team of the current user that are tied to no assistant, newest first.
-- @returns ApiKey
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = :team_id
    AND prompt_id IS NULL
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at DESC, id DESC;

-- name: list_api_keys_by_prefix :many
-- List the keys of the current user's teams that begin like this, deleted ones too.
--
-- To find out which key turned up in a log or a repository.
-- @returns ApiKey
-- @param key_prefix: the whole stored prefix
SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE key_prefix = :key_prefix
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY id;

-- name: update_api_key :one
-- Replace the description and the limits of a key.
--
-- For the person it acts for, and for managers of its team. An active key of an assistant that the
-- current user does not see, or that is no longer shared with the key's team, is refused.
-- @returns ApiKey
-- @param scopes: names the application defines; an empty list for everything
-- @param rate_limit: requests a minute; 0 for no limit of its own
-- @param quota: units in all; None for no limit
-- @param expires_at: from when on the key is refused; None for never
UPDATE iam.api_keys
SET
    name = :name,
    description = :description,
    scopes = :scopes,
    rate_limit = :rate_limit,
    quota = :quota,
    expires_at = :expires_at
WHERE id = :api_key_id
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at;

-- name: rotate_api_key :one
-- Replace the key itself and keep everything else; the old key stops working at once.
--
-- For the person it acts for alone: whoever knows the new key acts for that person. None for a
-- revoked or deleted key, or one of somebody else. An active key of an assistant that is no longer
-- shared with the key's team is refused.
-- @returns ApiKey
-- @param key_hash: SHA-256 of the new key in lower-case hexadecimal, never the key
-- @param key_prefix: first characters of the new key, at most eight
UPDATE iam.api_keys
SET
    api_key = :key_hash,
    key_prefix = :key_prefix
WHERE id = :api_key_id
    AND status <> 'revoked'
    AND deleted_at IS NULL
    AND user_id = iam.current_user_id()
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at;

-- name: set_api_key_enabled :execrows
-- Switch a key on, or off for a time.
--
-- For the person it acts for, and for managers of its team. A revoked key stays revoked. One whose
-- assistant the current user does not see, or that is no longer shared with the key's team, can be
-- switched off, and is refused when switched on.
UPDATE iam.api_keys
SET status = CASE WHEN :enabled THEN 'active' ELSE 'disabled' END
WHERE id = :api_key_id
    AND status <> 'revoked'
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: revoke_api_key :execrows
-- Revoke a key for good; it stays in the list.
--
-- For the person it acts for, and for managers of its team.
UPDATE iam.api_keys
SET status = 'revoked'
WHERE id = :api_key_id
    AND status <> 'revoked'
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: archive_api_key :execrows
-- Revoke a key and take it out of the lists.
--
-- For the person it acts for, and for managers of its team. The row stays, and with it the history
-- that hangs on the key.
UPDATE iam.api_keys
SET
    status = 'revoked',
    deleted_at = now()
WHERE id = :api_key_id
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: delete_api_key :execrows
-- Delete a key, and the history that hangs on it.
--
-- For the person it acts for, and for managers of its team.
DELETE FROM iam.api_keys
WHERE id = :api_key_id
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    );

-- name: purge_archived_api_keys :execrows
-- Delete the keys of all teams that were archived before a moment.
-- @role system
DELETE FROM iam.api_keys
WHERE deleted_at < :deleted_before;

-- name: touch_api_key :execrows
-- Note that a key was used, at most once a minute.
--
-- 1 when noted, 0 when it was within the last minute: a busy key costs no write a request.
-- @role system
UPDATE iam.api_keys
SET last_used_at = now()
WHERE id = :api_key_id
    AND (last_used_at IS NULL OR last_used_at < now() - INTERVAL '1 minute');

-- name: deduct_api_key_quota :one
-- Charge a key for a request, if its quota allows.
--
-- None when it does not, and nothing is charged then: concurrent requests can never use more
-- than the quota.
-- @role system
-- @param cost: units, not negative
UPDATE iam.api_keys
SET used_quota = used_quota + :cost
WHERE id = :api_key_id
    AND :cost >= 0::bigint
    AND (quota IS NULL OR :cost <= quota - used_quota)
RETURNING
    id,
    quota,
    used_quota;

-- name: refund_api_key_quota :one
-- Give units charged before back to a key, down to none used.
-- @role system
-- @param cost: units, not negative
UPDATE iam.api_keys
SET used_quota = greatest(used_quota - :cost, 0)
WHERE id = :api_key_id
    AND :cost >= 0::bigint
RETURNING
    id,
    quota,
    used_quota;

-- name: reset_api_key_usage :execrows
-- Count a key's use from zero again.
-- @role system
UPDATE iam.api_keys
SET used_quota = 0
WHERE id = :api_key_id;
