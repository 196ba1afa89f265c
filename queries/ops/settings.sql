-- name: get_system_setting :one
-- Get a setting of the installation; None when it was never set.
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
    AND owner_user_id IS NULL
    AND key = :key;

-- name: list_system_settings :many
-- List the settings of the installation by key.
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
ORDER BY key;

-- name: list_system_settings_for_anybody :many
-- List the settings of the installation by key, where nobody is signed in.
-- @role system
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
ORDER BY key;

-- name: set_system_setting :one
-- Set a setting of the installation.
--
-- For administrators. Everybody signed in reads it: no secrets.
-- @returns Setting
INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('system', NULL, :key, :value)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at;

-- name: delete_system_setting :execrows
-- Delete a setting of the installation.
--
-- For administrators.
DELETE FROM ops.settings
WHERE scope = 'system'
    AND key = :key;

-- name: get_my_setting :one
-- Get a preference of the current user; None when it was never set.
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
    AND key = :key;

-- name: list_my_settings :many
-- List the preferences of the current user by key.
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
ORDER BY key;

-- name: set_my_setting :one
-- Set a preference of the current user.
-- @returns Setting
INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('user', iam.current_user_id(), :key, :value)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at;

-- name: delete_my_setting :execrows
-- Delete a preference of the current user.
DELETE FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
    AND key = :key;

-- name: get_my_feature_flag :one
-- Get a feature flag as it is for the current user: the user's own, or else that of everyone.
--
-- None when neither was set.
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND key = :key
    AND (owner_user_id = iam.current_user_id() OR owner_user_id IS NULL)
ORDER BY owner_user_id NULLS LAST
LIMIT 1;

-- name: list_my_feature_flags :many
-- List the feature flags by key, each as it is for the current user.
-- @returns Setting
SELECT DISTINCT ON (key)
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND (owner_user_id = iam.current_user_id() OR owner_user_id IS NULL)
ORDER BY key, owner_user_id NULLS LAST;

-- name: get_feature_flag_of_user :one
-- Get a feature flag as it is for a person: that person's, or else that of everyone.
--
-- None when neither was set.
-- @role system
-- @returns Setting
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND key = :key
    AND (owner_user_id = :user_id OR owner_user_id IS NULL)
ORDER BY owner_user_id NULLS LAST
LIMIT 1;

-- name: list_feature_flags :many
-- List the feature flags, those of everyone and of each person, in order of id, one page at a time.
--
-- For administrators: others are given those of everyone, and their own.
-- @returns Setting
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND id > coalesce(:after_id, 0)
    AND key = :key  -- @if key
ORDER BY id
LIMIT :limit;

-- name: set_feature_flag :one
-- Set a feature flag for everyone who has none of their own.
--
-- For administrators.
-- @returns Setting
INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('feature_flag', NULL, :key, :value)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at;

-- name: set_feature_flag_of_user :one
-- Set a feature flag for one person, in place of that of everyone.
--
-- For administrators. A foreign key violation when there is no such person.
-- @returns Setting
-- @param user_id!
INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('feature_flag', :user_id, :key, :value)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at;

-- name: delete_feature_flag :execrows
-- Delete the feature flag of everyone; those of single persons stay.
--
-- For administrators.
DELETE FROM ops.settings
WHERE scope = 'feature_flag'
    AND owner_user_id IS NULL
    AND key = :key;

-- name: delete_feature_flag_of_user :execrows
-- Delete the feature flag of one person, for whom that of everyone counts from then on.
--
-- For administrators.
DELETE FROM ops.settings
WHERE scope = 'feature_flag'
    AND owner_user_id = :user_id
    AND key = :key;
