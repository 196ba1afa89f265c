-- name: find_route :one
-- Find the channel through which a group may ask for a model.
--
-- Of active channels that answer for the model, and that are enabled for the group, the one with
-- the greatest priority; of equals the first by id. Its key: `channels.get_channel_secret`.
-- @role system
-- @returns Route
SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = :group_id
    AND a.model = :model
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id
LIMIT 1;

-- name: list_routes :many
-- List the channels through which groups may ask for a model, best first as `find_route`.
--
-- For the next one when the best fails. A channel that several of the groups may use is there once
-- for each.
-- @role system
-- @returns Route
-- @param group_ids: the groups of whoever asks
SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = ANY (:group_ids)
    AND a.model = :model
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id, a.group_id;

-- name: find_route_of_user :one
-- Find the channel through which a person may ask for a model, by any group the person is in.
--
-- As `find_route`; None for somebody whose account is not active.
-- @role system
-- @returns Route
SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id IN (
        SELECT gm.group_id
        FROM iam.group_members AS gm
        INNER JOIN iam.users AS u
            ON u.id = gm.user_id
        WHERE gm.user_id = :user_id
            AND u.status = 'active'
    )
    AND a.model = :model
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id, a.group_id
LIMIT 1;

-- name: list_routable_models :many
-- List by name the models that groups may ask for at present.
-- @role system
-- @param group_ids: the groups of whoever asks
SELECT a.model
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = ANY (:group_ids)
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
GROUP BY a.model
ORDER BY a.model;

-- name: list_abilities :many
-- List what groups may use in order of id, one page at a time.
--
-- For those with the permission SetupModels, as is all that persons do with abilities.
-- @returns Ability
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
-- @param group_id: abilities of one group alone
-- @param channel_id: abilities through one channel alone
-- @param model: abilities for one model alone
SELECT
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit
FROM model_registry.abilities
WHERE id > coalesce(:after_id, 0)
    AND group_id = :group_id -- @if group_id
    AND channel_id = :channel_id -- @if channel_id
    AND model = :model -- @if model
ORDER BY id
LIMIT :limit;

-- name: get_ability :one
-- Get an ability.
--
-- For those with the permission SetupModels.
-- @returns Ability
SELECT
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit
FROM model_registry.abilities
WHERE id = :ability_id;

-- name: set_ability :one
-- Let a group ask for a model through a channel, or change how.
--
-- For those with the permission SetupModels; None for others, and for a channel that is unknown or
-- does not answer for the model.
-- @returns Ability
-- @param enabled: whether the channel is used for this group and model at present
-- @param rate_limit: requests a minute; 0 for no limit of its own
INSERT INTO model_registry.abilities (group_id, model, channel_id, enabled, rate_limit)
SELECT
    :group_id,
    :model,
    c.id,
    :enabled,
    :rate_limit
FROM model_registry.channels AS c
WHERE c.id = :channel_id
    AND :model = ANY (c.models)
ON CONFLICT (group_id, model, channel_id) DO UPDATE
    SET
        enabled = excluded.enabled,
        rate_limit = excluded.rate_limit
RETURNING
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit;

-- name: set_ability_enabled :execrows
-- Switch an ability on or off.
--
-- For those with the permission SetupModels.
UPDATE model_registry.abilities
SET enabled = :enabled
WHERE id = :ability_id;

-- name: delete_ability :execrows
-- Delete an ability.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.abilities
WHERE id = :ability_id;

-- name: sync_channel_abilities :one
-- Let some groups ask for all models of a channel through it, and no others.
--
-- For those with the permission SetupModels. Abilities that stay keep their limit and whether they
-- are enabled. Gives how many were added and removed, which is none for others.
-- @param group_ids: all groups that shall use the channel; an empty list for none
WITH wanted AS (
    SELECT
        g.group_id,
        m.model,
        c.id AS channel_id
    FROM model_registry.channels AS c
    CROSS JOIN unnest(c.models) AS m (model)
    CROSS JOIN unnest(:group_ids::integer[]) AS g (group_id)
    WHERE c.id = :channel_id
    -- Either list may name something twice.
    GROUP BY g.group_id, m.model, c.id
),

removed AS (
    DELETE FROM model_registry.abilities AS a
    WHERE a.channel_id = :channel_id
        AND NOT EXISTS (
            SELECT
            FROM wanted AS w
            WHERE w.group_id = a.group_id
                AND w.model = a.model
        )
    RETURNING a.id
),

added AS (
    INSERT INTO model_registry.abilities (group_id, model, channel_id)
    SELECT
        w.group_id,
        w.model,
        w.channel_id
    FROM wanted AS w
    ON CONFLICT (group_id, model, channel_id) DO NOTHING
    RETURNING id
)

SELECT
    (SELECT count(*) FROM added) AS added,
    (SELECT count(*) FROM removed) AS removed;

-- name: set_channel_model_enabled :execrows
-- Switch a model of a channel on or off for all groups, as when the channel stops answering for it.
-- @role system
UPDATE model_registry.abilities
SET enabled = :enabled
WHERE channel_id = :channel_id
    AND model = :model
    AND enabled <> :enabled;
