-- name: list_providers :many
-- List the providers in order of id, for anybody signed in.
-- @returns Provider
SELECT
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
FROM model_registry.providers
ORDER BY id;

-- name: get_provider :one
-- Get a provider, for anybody signed in.
-- @returns Provider
SELECT
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
FROM model_registry.providers
WHERE id = :provider_id;

-- name: create_provider :one
-- Add a provider.
--
-- For those with the permission SetupModels, as are all changes of providers.
-- @returns Provider
-- @param svg_logo: an SVG document
-- @param default_model_name: None when no model is proposed, as for the other names
-- @param default_model_context_size: tokens; 0 when it is not known
-- @param api_key_optional: whether the provider answers without a key too
INSERT INTO model_registry.providers (
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
)
VALUES (
    :name,
    :svg_logo,
    :default_model_name,
    :default_model_display_name,
    :default_model_context_size,
    :default_model_description,
    :base_url,
    :api_key_optional,
    :default_embeddings_model_name,
    :default_embeddings_model_display_name,
    :default_embeddings_model_context_size,
    :default_embeddings_model_description
)
RETURNING
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description;

-- name: update_provider :one
-- Change a provider; None when there is no such provider.
--
-- For those with the permission SetupModels.
-- @returns Provider
-- @param svg_logo: an SVG document
-- @param default_model_name: None when no model is proposed, as for the other names
-- @param default_model_context_size: tokens; 0 when it is not known
-- @param api_key_optional: whether the provider answers without a key too
UPDATE model_registry.providers
SET
    name = :name,
    svg_logo = :svg_logo,
    default_model_name = :default_model_name,
    default_model_display_name = :default_model_display_name,
    default_model_context_size = :default_model_context_size,
    default_model_description = :default_model_description,
    base_url = :base_url,
    api_key_optional = :api_key_optional,
    default_embeddings_model_name = :default_embeddings_model_name,
    default_embeddings_model_display_name = :default_embeddings_model_display_name,
    default_embeddings_model_context_size = :default_embeddings_model_context_size,
    default_embeddings_model_description = :default_embeddings_model_description
WHERE id = :provider_id
RETURNING
    id,
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    created_at,
    updated_at,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description;

-- name: delete_provider :execrows
-- Delete a provider; models that were added from it stay.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.providers
WHERE id = :provider_id;
