-- name: get_active_config :one
-- Get the version of a configuration that is in use.
--
-- None when there is no such configuration, or none of its versions was activated.
-- @role system
-- @returns Config
SELECT
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = :name
    AND is_active;

-- name: get_config_version :one
-- Get one version of a configuration.
--
-- For administrators.
-- @returns Config
SELECT
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = :name
    AND version = :version;

-- name: list_configs :many
-- List the configurations by name, with the version in use and the newest one.
--
-- For administrators. The active version is None while there is none.
SELECT
    name,
    max(version) FILTER (WHERE is_active) AS active_version,
    max(version) AS newest_version
FROM ops.configs
GROUP BY name
ORDER BY name;

-- name: list_config_versions :many
-- List the versions of a configuration, newest first, without what they say.
--
-- For administrators; one page at a time.
-- @param after_version?
-- @param after_version: the last version of the page before; None for the first page
-- @param limit: rows a page
SELECT
    id,
    name,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = :name
    AND version < coalesce(:after_version, 2147483648)
ORDER BY version DESC
LIMIT :limit;

-- name: create_config_version :one
-- Store a new version of a configuration, numbered one above the newest; it is not in use yet.
--
-- For administrators. Of two at the same moment one is a unique violation: it may be tried again.
-- @returns Config
-- @param yaml_config: the configuration as YAML; no secrets
INSERT INTO ops.configs (name, yaml_config, version)
SELECT
    :name,
    :yaml_config,
    coalesce(max(c.version), 0) + 1
FROM ops.configs AS c
WHERE c.name = :name
RETURNING
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at;

-- name: activate_config :exec
-- Put a version of a configuration in use, and the one that was in use aside.
--
-- For administrators. An error (SQLSTATE P0002), and no change, when there is no such version for
-- the current user.
SELECT ops.activate_config(:name, :version);
