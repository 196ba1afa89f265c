-- name: get_channel :one
-- Get a channel, without its key.
--
-- For those with the permission SetupModels, as is all that persons do with channels.
-- @returns Channel
SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE id = :channel_id;

-- name: list_channels :many
-- List channels in order of id, one page at a time.
--
-- For those with the permission SetupModels.
-- @returns Channel
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
-- @param status: active, disabled or failed channels alone
-- @param channel_type: channels to one kind of service alone
-- @param model: channels that answer for a model alone
SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE id > coalesce(:after_id, 0)
    AND status = :status -- @if status
    AND channel_type = :channel_type -- @if channel_type
    AND :model = ANY (models) -- @if model
ORDER BY id
LIMIT :limit;

-- name: reserve_channel_id :one
-- Take the id of a channel about to be created.
--
-- The application binds the encrypted key to the row's id, so it needs the id first.
-- @column channel_id!
SELECT nextval(pg_get_serial_sequence('model_registry.channels', 'id'))::integer AS channel_id;

-- name: create_channel :one
-- Add an active channel under an id taken by `reserve_channel_id`.
--
-- For those with the permission SetupModels. Nobody may use it before `sync_channel_abilities`.
-- @returns Channel
-- @param base_url: None for the usual address of its kind of service
-- @param api_key: ciphertext made by the application, never the key; None when none is needed
-- @param api_version: None for the default one of its kind of service
-- @param models: names of the models that it answers for
-- @param priority: of several channels the one with the greatest number is taken
-- @param config: a JSON object without secrets
INSERT INTO model_registry.channels (
    id,
    name,
    channel_type,
    base_url,
    api_key,
    api_version,
    models,
    priority,
    config
)
VALUES (
    :channel_id,
    :name,
    :channel_type,
    :base_url,
    :api_key,
    :api_version,
    :models,
    :priority,
    :config
)
RETURNING
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at;

-- name: update_channel :one
-- Change a channel, but not its key and status; None when there is no such channel.
--
-- For those with the permission SetupModels. What groups may use changes with
-- `sync_channel_abilities`; a model that is no longer named is no longer routed here at once.
-- @returns Channel
-- @param base_url: None for the usual address of its kind of service
-- @param api_version: None for the default one of its kind of service
-- @param models: names of the models that it answers for
-- @param priority: of several channels the one with the greatest number is taken
-- @param config: a JSON object without secrets
UPDATE model_registry.channels
SET
    name = :name,
    channel_type = :channel_type,
    base_url = :base_url,
    api_version = :api_version,
    models = :models,
    priority = :priority,
    config = :config
WHERE id = :channel_id
RETURNING
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at;

-- name: set_channel_api_key :execrows
-- Replace the key of a channel.
--
-- For those with the permission SetupModels.
-- @param api_key: ciphertext made by the application, never the key; None when none is needed
UPDATE model_registry.channels
SET api_key = :api_key
WHERE id = :channel_id;

-- name: set_channel_status :execrows
-- Disable a channel, or make it active again.
--
-- For those with the permission SetupModels.
-- @param status: active, disabled or failed
UPDATE model_registry.channels
SET status = :status
WHERE id = :channel_id;

-- name: delete_channel :execrows
-- Delete a channel, with what groups may use through it.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.channels
WHERE id = :channel_id;

-- name: fail_channel :execrows
-- Switch a channel off after errors; no row unless it is active.
-- @role system
UPDATE model_registry.channels
SET status = 'failed'
WHERE id = :channel_id
    AND status = 'active';

-- name: recover_channel :execrows
-- Switch a channel on again that failed; no row for one that was disabled meanwhile.
-- @role system
UPDATE model_registry.channels
SET status = 'active'
WHERE id = :channel_id
    AND status = 'failed';

-- name: list_failed_channels :many
-- List the channels that failed in order of id, to try them again.
-- @role system
-- @returns Channel
SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE status = 'failed'
ORDER BY id;

-- name: get_channel_secret :one
-- Get the encrypted key of a channel, whatever its status.
-- @role system
-- @returns ChannelSecret
SELECT
    id,
    api_key
FROM model_registry.channels
WHERE id = :channel_id;

-- name: list_channel_secrets :many
-- List channels with their keys in order of id, to encrypt them under a new key.
-- @role system
-- @returns ChannelSecret
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    api_key
FROM model_registry.channels
WHERE id > coalesce(:after_id, 0)
    AND api_key IS NOT NULL
ORDER BY id
LIMIT :limit;

-- name: reencrypt_channel_api_key :execrows
-- Replace the ciphertext of a key by a new one of the same key.
--
-- No row when it is no longer the old one: then somebody set another key meanwhile.
-- @role system
-- @param old_api_key: the ciphertext so far
-- @param new_api_key: the ciphertext from now on
UPDATE model_registry.channels
SET api_key = :new_api_key
WHERE id = :channel_id
    AND api_key = :old_api_key;
