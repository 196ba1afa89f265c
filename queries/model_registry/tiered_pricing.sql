-- name: list_tiers :many
-- List the tiers of a model in a region and a currency from the smallest, for anybody signed in.
--
-- Of exactly these; `find_tier` falls back.
-- @returns Tier
-- @param region?
-- @param region: None for the tiers of every region without tiers of its own
-- @param currency: three capital letters
SELECT
    id,
    model_name,
    tier_start,
    tier_end,
    input_price,
    output_price,
    region,
    currency
FROM model_registry.tiered_pricing
WHERE model_name = :model_name
    AND region IS NOT DISTINCT FROM :region
    AND currency = :currency
ORDER BY tier_start;

-- name: list_all_tiers :many
-- List the tiers of all models in order of id, one page at a time, for anybody signed in.
-- @returns Tier
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
-- @param model_name: tiers of one model alone, in all regions and currencies
SELECT
    id,
    model_name,
    tier_start,
    tier_end,
    input_price,
    output_price,
    region,
    currency
FROM model_registry.tiered_pricing
WHERE id > coalesce(:after_id, 0)
    AND model_name = :model_name -- @if model_name
ORDER BY id
LIMIT :limit;

-- name: has_tiers :one
-- Tell whether a model has tiers in a currency, in a region or all, for anybody signed in.
-- @param currency: three capital letters
SELECT EXISTS (
    SELECT
    FROM model_registry.tiered_pricing
    WHERE model_name = :model_name
        AND currency = :currency
) AS has_tiers;

-- name: find_tier :one
-- Find the tier that a request falls into, for anybody signed in.
--
-- Of the region's own tiers in the currency, or of the general ones where the region has none at
-- all. None when the request is in none of them.
-- @returns Tier
-- @param region?
-- @param region: None for the general tiers
-- @param currency: three capital letters
-- @param input_tokens: all tokens of input
SELECT
    t.id,
    t.model_name,
    t.tier_start,
    t.tier_end,
    t.input_price,
    t.output_price,
    t.region,
    t.currency
FROM model_registry.tiered_pricing AS t
WHERE t.model_name = :model_name
    AND t.currency = :currency
    AND t.region IS NOT DISTINCT FROM (
        SELECT max(own.region)
        FROM model_registry.tiered_pricing AS own
        WHERE own.model_name = :model_name
            AND own.currency = :currency
            AND own.region = :region
    )
    AND t.tier_start <= :input_tokens
    AND (t.tier_end > :input_tokens OR t.tier_end IS NULL)
ORDER BY t.tier_start
LIMIT 1;

-- name: set_tier :one
-- Set a tier of a model, replacing the one with the same start.
--
-- For those with the permission SetupModels, as are all changes of tiers by persons. An overlap
-- with another tier is an exclusion violation. Prices are nanounits (1e-9) of the currency per
-- million tokens.
-- @returns Tier
-- @param tier_start: tokens of input from which on the tier holds
-- @param tier_end: tokens of input at which it no longer holds; None for no end
-- @param region: None for every region without tiers of its own
-- @param currency: three capital letters
INSERT INTO model_registry.tiered_pricing (
    model_name,
    region,
    currency,
    tier_start,
    tier_end,
    input_price,
    output_price
)
VALUES (
    :model_name,
    :region,
    :currency,
    :tier_start,
    :tier_end,
    :input_price,
    :output_price
)
ON CONFLICT (model_name, region, currency, tier_start) DO UPDATE
    SET
        tier_end = excluded.tier_end,
        input_price = excluded.input_price,
        output_price = excluded.output_price
RETURNING
    id,
    model_name,
    tier_start,
    tier_end,
    input_price,
    output_price,
    region,
    currency;

-- name: set_tiers :batch
-- Set tiers, each as `set_tier`; gives the number of tiers.
--
-- For those with the permission SetupModels.
INSERT INTO model_registry.tiered_pricing (
    model_name,
    region,
    currency,
    tier_start,
    tier_end,
    input_price,
    output_price
)
VALUES (
    :model_name,
    :region,
    :currency,
    :tier_start,
    :tier_end,
    :input_price,
    :output_price
)
ON CONFLICT (model_name, region, currency, tier_start) DO UPDATE
    SET
        tier_end = excluded.tier_end,
        input_price = excluded.input_price,
        output_price = excluded.output_price;

-- name: replace_tiers :execrows
-- Put the tiers that were fetched in place of all of a model in a region and a currency.
--
-- Lists of the same length, in one order; gives the number of tiers. Empty ones delete the tiers.
-- @role system
-- @param region: None for every region without tiers of its own
-- @param currency: three capital letters
-- @param tier_ends: None for no end
WITH deleted AS (
    DELETE FROM model_registry.tiered_pricing
    WHERE model_name = :model_name
        AND region IS NOT DISTINCT FROM :region
        AND currency = :currency
    RETURNING id
)

INSERT INTO model_registry.tiered_pricing (
    model_name,
    region,
    currency,
    tier_start,
    tier_end,
    input_price,
    output_price
)
SELECT
    :model_name,
    :region,
    :currency,
    n.tier_start,
    n.tier_end,
    n.input_price,
    n.output_price
FROM unnest(
    :tier_starts::bigint[],
    :tier_ends::bigint[],
    :input_prices::bigint[],
    :output_prices::bigint[]
) AS n (tier_start, tier_end, input_price, output_price)
-- Counted, so that all are deleted before the first is added.
WHERE (SELECT count(*) FROM deleted) >= 0;

-- name: delete_tier :execrows
-- Delete a tier.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.tiered_pricing
WHERE id = :tier_id;

-- name: delete_tiers :execrows
-- Delete the tiers of a model in a region and a currency.
--
-- For those with the permission SetupModels.
-- @param region?
-- @param region: None for the tiers of every region without tiers of its own
-- @param currency: three capital letters
DELETE FROM model_registry.tiered_pricing
WHERE model_name = :model_name
    AND region IS NOT DISTINCT FROM :region
    AND currency = :currency;
