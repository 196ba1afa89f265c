-- name: get_protocol_config :one
-- Get how to speak with a kind of service in a version, for anybody signed in.
-- @returns ProtocolConfig
-- @param channel_type: kind of service, such as openai
-- @param api_version: as the service names it
SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE channel_type = :channel_type
    AND api_version = :api_version;

-- name: get_default_protocol_config :one
-- Get how to speak with a kind of service without a version, for anybody signed in.
-- @returns ProtocolConfig
-- @param channel_type: kind of service, such as openai
SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE channel_type = :channel_type
    AND is_default;

-- name: find_protocol_config_of_channel :one
-- Find how to speak with a channel: in its version, or in the default one if it names none.
-- @role system
-- @returns ProtocolConfig
SELECT
    p.id,
    p.channel_type,
    p.api_version,
    p.is_default,
    p.chat_endpoint,
    p.embed_endpoint,
    p.models_endpoint,
    p.request_mapping,
    p.response_mapping,
    p.detection_rules,
    p.created_at,
    p.updated_at
FROM model_registry.channels AS c
INNER JOIN model_registry.protocol_configs AS p
    ON p.channel_type = c.channel_type
    AND CASE
        WHEN c.api_version IS NULL THEN p.is_default
        ELSE p.api_version = c.api_version
    END
WHERE c.id = :channel_id
ORDER BY p.id
LIMIT 1;

-- name: list_protocol_configs :many
-- List all configurations by kind of service and version, for anybody signed in.
-- @returns ProtocolConfig
-- @param channel_type: those of one kind of service alone
SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE true
    AND channel_type = :channel_type -- @if channel_type
ORDER BY channel_type, api_version;

-- name: set_protocol_config :one
-- Set how to speak with a kind of service in a version, replacing what is there.
--
-- For those with the permission SetupModels, as are all changes of these. Whether it is the default
-- stays as it is: `set_default_protocol_config`.
-- @returns ProtocolConfig
-- @param chat_endpoint: path below the address of a channel; None when there is none, as the others
-- @param request_mapping: a JSON object, as are response_mapping and detection_rules
INSERT INTO model_registry.protocol_configs (
    channel_type,
    api_version,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules
)
VALUES (
    :channel_type,
    :api_version,
    :chat_endpoint,
    :embed_endpoint,
    :models_endpoint,
    :request_mapping,
    :response_mapping,
    :detection_rules
)
ON CONFLICT (channel_type, api_version) DO UPDATE
    SET
        chat_endpoint = excluded.chat_endpoint,
        embed_endpoint = excluded.embed_endpoint,
        models_endpoint = excluded.models_endpoint,
        request_mapping = excluded.request_mapping,
        response_mapping = excluded.response_mapping,
        detection_rules = excluded.detection_rules
RETURNING
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at;

-- name: set_default_protocol_config :one
-- Make a version the default of its kind of service, in place of the one that is.
--
-- For those with the permission SetupModels. None when there is no such version, and then the
-- default stays.
-- @returns ProtocolConfig
WITH former AS (
    UPDATE model_registry.protocol_configs AS f
    SET is_default = false
    WHERE f.channel_type = :channel_type
        AND f.api_version <> :api_version
        AND f.is_default
        AND EXISTS (
            SELECT
            FROM model_registry.protocol_configs AS p
            WHERE p.channel_type = :channel_type
                AND p.api_version = :api_version
        )
    RETURNING f.id
)

UPDATE model_registry.protocol_configs
SET is_default = true
WHERE channel_type = :channel_type
    AND api_version = :api_version
    -- Counted, so that there is no other default at any moment.
    AND (SELECT count(*) FROM former) >= 0
RETURNING
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at;

-- name: delete_protocol_config :execrows
-- Delete how to speak with a kind of service in a version.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.protocol_configs
WHERE channel_type = :channel_type
    AND api_version = :api_version;
