-- name: get_model :one
-- Get a model, for anybody signed in, as are all of its queries that change nothing.
-- @returns Model
SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE id = :model_id;

-- name: list_models :many
-- List all models in order of id, or those that are suited.
-- @returns Model
-- @param model_type: what the models shall make
-- @param name: the exact name by which the models are asked for; several may have it
-- @param min_context_size: tokens that the models shall take in at least
-- @param capabilities: all that the models shall be able to do; an empty list asks for nothing
SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models AS m
WHERE true
    AND m.model_type = :model_type -- @if model_type
    AND m.name = :name -- @if name
    AND m.context_size >= :min_context_size -- @if min_context_size
    -- @if capabilities
    AND NOT EXISTS (
        SELECT
        FROM unnest(:capabilities::model_registry.model_capability[]) AS wanted (capability)
        WHERE NOT EXISTS (
            SELECT
            FROM model_registry.model_capabilities AS mc
            WHERE mc.model_id = m.id
                AND mc.capability = wanted.capability
        )
    )
    -- @end
ORDER BY m.id;

-- name: get_system_model :one
-- Get the oldest model that makes text: the one for the system's own work; None when there is none.
-- @returns Model
SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE model_type = 'LLM'
ORDER BY created_at, id
LIMIT 1;

-- name: get_system_embeddings_model :one
-- Get the oldest model that makes embeddings; None when there is none.
-- @returns Model
SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE model_type = 'Embeddings'
ORDER BY created_at, id
LIMIT 1;

-- name: find_model_of_chat :one
-- Find the model of the assistant that a turn of a conversation asks.
--
-- For the person whose conversation it is, while the assistant is shown to them.
-- @returns Model
SELECT
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit
FROM model_registry.models
WHERE id = (
    SELECT p.model_id
    FROM llm.chats AS c
    INNER JOIN assistants.prompts AS p
        ON p.id = c.prompt_id
    WHERE c.id = :chat_id
);

-- name: list_models_with_prompt :many
-- List all models in order of id, each with the assistant that stands for the bare model.
--
-- It is the first by id of type Model that the current user sees; where there is none, the model's
-- own name is shown, and the other columns of it are None.
-- @returns ModelWithPrompt
SELECT
    m.id,
    m.model_type,
    m.name,
    m.base_url,
    m.context_size,
    m.created_at,
    m.updated_at,
    m.tpm_limit,
    m.rpm_limit,
    coalesce(p.name, m.name) AS display_name,
    p.description,
    p.disclaimer,
    p.id AS prompt_id,
    p.example1,
    p.example2,
    p.example3,
    p.example4
FROM model_registry.models AS m
LEFT JOIN LATERAL (
    SELECT
        pr.id,
        pr.name,
        pr.description,
        pr.disclaimer,
        pr.example1,
        pr.example2,
        pr.example3,
        pr.example4
    FROM assistants.prompts AS pr
    WHERE pr.model_id = m.id
        AND pr.prompt_type = 'Model'
    ORDER BY pr.id
    LIMIT 1
) AS p
    ON true
ORDER BY m.id;

-- name: get_model_with_prompt :one
-- Get a model with the assistant that stands for the bare model, as `list_models_with_prompt`.
-- @returns ModelWithPrompt
SELECT
    m.id,
    m.model_type,
    m.name,
    m.base_url,
    m.context_size,
    m.created_at,
    m.updated_at,
    m.tpm_limit,
    m.rpm_limit,
    coalesce(p.name, m.name) AS display_name,
    p.description,
    p.disclaimer,
    p.id AS prompt_id,
    p.example1,
    p.example2,
    p.example3,
    p.example4
FROM model_registry.models AS m
LEFT JOIN LATERAL (
    SELECT
        pr.id,
        pr.name,
        pr.description,
        pr.disclaimer,
        pr.example1,
        pr.example2,
        pr.example3,
        pr.example4
    FROM assistants.prompts AS pr
    WHERE pr.model_id = m.id
        AND pr.prompt_type = 'Model'
    ORDER BY pr.id
    LIMIT 1
) AS p
    ON true
WHERE m.id = :model_id;

-- name: get_model_context_size :one
-- Get the number of tokens that a model takes in, prompt and answer together.
SELECT context_size
FROM model_registry.models
WHERE id = :model_id;

-- name: reserve_model_id :one
-- Take the id of a model about to be created.
--
-- The application binds the encrypted key to the row's id, so it needs the id first.
-- @column model_id!
SELECT nextval(pg_get_serial_sequence('model_registry.models', 'id'))::integer AS model_id;

-- name: create_model :one
-- Add a model under an id taken by `reserve_model_id`.
--
-- For those with the permission SetupModels, as are all changes of models.
-- @returns Model
-- @param api_key: ciphertext made by the application, never the key; None when none is needed
-- @param context_size: tokens; 0 where it does not apply
-- @param tpm_limit: tokens allowed per minute
-- @param rpm_limit: requests allowed per minute
INSERT INTO model_registry.models (
    id,
    model_type,
    name,
    base_url,
    api_key,
    context_size,
    tpm_limit,
    rpm_limit
)
VALUES (
    :model_id,
    :model_type,
    :name,
    :base_url,
    :api_key,
    :context_size,
    :tpm_limit,
    :rpm_limit
)
RETURNING
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit;

-- name: update_model :one
-- Change a model, but not its key; None when there is no such model.
--
-- For those with the permission SetupModels.
-- @returns Model
-- @param context_size: tokens; 0 where it does not apply
-- @param tpm_limit: tokens allowed per minute
-- @param rpm_limit: requests allowed per minute
UPDATE model_registry.models
SET
    model_type = :model_type,
    name = :name,
    base_url = :base_url,
    context_size = :context_size,
    tpm_limit = :tpm_limit,
    rpm_limit = :rpm_limit
WHERE id = :model_id
RETURNING
    id,
    model_type,
    name,
    base_url,
    context_size,
    created_at,
    updated_at,
    tpm_limit,
    rpm_limit;

-- name: set_model_api_key :execrows
-- Replace the key of a model's service.
--
-- For those with the permission SetupModels.
-- @param api_key: ciphertext made by the application, never the key; None when none is needed
UPDATE model_registry.models
SET api_key = :api_key
WHERE id = :model_id;

-- name: delete_model :execrows
-- Delete a model, with every assistant that asks it and every dataset that is embedded with it.
--
-- For those with the permission SetupModels, in whatever team those are.
DELETE FROM model_registry.models
WHERE id = :model_id;

-- name: get_model_secret :one
-- Get what a request to a model needs, the encrypted key included.
-- @role system
-- @returns ModelSecret
SELECT
    id,
    name,
    base_url,
    api_key
FROM model_registry.models
WHERE id = :model_id;

-- name: list_model_secrets :many
-- List models with their keys in order of id, to encrypt them under a new key.
-- @role system
-- @returns ModelSecret
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    name,
    base_url,
    api_key
FROM model_registry.models
WHERE id > coalesce(:after_id, 0)
    AND api_key IS NOT NULL
ORDER BY id
LIMIT :limit;

-- name: reencrypt_model_api_key :execrows
-- Replace the ciphertext of a key by a new one of the same key.
--
-- No row when it is no longer the old one: then somebody set another key meanwhile.
-- @role system
-- @param old_api_key: the ciphertext so far
-- @param new_api_key: the ciphertext from now on
UPDATE model_registry.models
SET api_key = :new_api_key
WHERE id = :model_id
    AND api_key = :old_api_key;
