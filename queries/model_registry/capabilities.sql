-- name: list_model_capabilities :many
-- List what a model can do, for anybody signed in.
-- @returns CapabilityOfModel
SELECT
    model_id,
    capability,
    value
FROM model_registry.model_capabilities
WHERE model_id = :model_id
ORDER BY capability;

-- name: list_capabilities_of_models :many
-- List what several models can do, in order of model, for anybody signed in.
-- @returns CapabilityOfModel
SELECT
    model_id,
    capability,
    value
FROM model_registry.model_capabilities
WHERE model_id = ANY (:model_ids)
ORDER BY model_id, capability;

-- name: has_model_capability :one
-- Tell whether a model can do something, for anybody signed in; False for an unknown model.
SELECT EXISTS (
    SELECT
    FROM model_registry.model_capabilities
    WHERE model_id = :model_id
        AND capability = :capability
) AS has_capability;

-- name: set_model_capability :one
-- Say that a model can do something, with a detail; what was said of it before is replaced.
--
-- For those with the permission SetupModels.
-- @returns CapabilityOfModel
-- @param value: the detail, such as the guard of a guarded model; None when there is none
INSERT INTO model_registry.model_capabilities (model_id, capability, value)
VALUES (:model_id, :capability, :value)
ON CONFLICT (model_id, capability) DO UPDATE
    SET value = excluded.value
RETURNING
    model_id,
    capability,
    value;

-- name: delete_model_capability :execrows
-- Say that a model cannot do something.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.model_capabilities
WHERE model_id = :model_id
    AND capability = :capability;

-- name: delete_model_capabilities :execrows
-- Delete all that a model can do.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.model_capabilities
WHERE model_id = :model_id;

-- name: add_capabilities_by_model_name :execrows
-- Say of all models of a name that they can do some things, leaving what is said of them already.
-- @role system
-- @param name: the exact name by which the models are asked for
INSERT INTO model_registry.model_capabilities (model_id, capability)
SELECT
    m.id,
    c.capability
FROM model_registry.models AS m
CROSS JOIN unnest(:capabilities::model_registry.model_capability[]) AS c (capability)
WHERE m.name = :name
    AND c.capability IS NOT NULL
ON CONFLICT (model_id, capability) DO NOTHING;
