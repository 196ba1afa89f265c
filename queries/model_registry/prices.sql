-- name: get_price :one
-- Get the price of a model in a region and a currency, for anybody signed in.
--
-- None when there is none for exactly these; `find_price` falls back.
-- @returns Price
-- @param region?
-- @param region: None for the price of every region without one of its own
-- @param currency: three capital letters
SELECT
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency
FROM model_registry.prices
WHERE model_name = :model_name
    AND region IS NOT DISTINCT FROM :region
    AND currency = :currency;

-- name: find_price :one
-- Find the price that holds for a model in a region, for anybody signed in.
--
-- In the currency the region's own, else the general one; else the same in USD. The row says which
-- region and currency it is for. None when there is none of these.
-- @returns Price
-- @param region?
-- @param region: None to find general prices only
-- @param currency: three capital letters
SELECT
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency
FROM model_registry.prices
WHERE model_name = :model_name
    AND (region = :region OR region IS NULL)
    AND (currency = :currency OR currency = 'USD')
ORDER BY (currency = :currency) DESC, (region IS NOT NULL) DESC
LIMIT 1;

-- name: list_prices :many
-- List prices in order of id, one page at a time, for anybody signed in.
-- @returns Price
-- @param after_id?
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: rows a page
-- @param model_name: prices of one model alone
-- @param region: prices of one region alone
-- @param currency: prices in one currency alone
SELECT
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency
FROM model_registry.prices
WHERE id > coalesce(:after_id, 0)
    AND model_name = :model_name -- @if model_name
    AND region = :region -- @if region
    AND currency = :currency -- @if currency
ORDER BY id
LIMIT :limit;

-- name: set_price :one
-- Set the price of a model in a region and a currency, replacing the one that is there.
--
-- For those with the permission SetupModels, as are all changes of prices by persons. Prices are
-- nanounits (1e-9) of the currency per million tokens.
-- @returns Price
-- @param region: None for every region without a price of its own
-- @param currency: three capital letters
-- @param cache_read_price: None when it costs what other input does
-- @param cache_create_price: None when it costs what other input does
-- @param batch_input_price: None when it costs what other input does
-- @param batch_output_price: None when it costs what other output does
-- @param priority_input_price: None when it costs what other input does
-- @param priority_output_price: None when it costs what other output does
-- @param audio_input_price: None when it costs what other input does
-- @param audio_output_price: None when it costs what other output does
INSERT INTO model_registry.prices (
    model_name,
    region,
    currency,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price
)
VALUES (
    :model_name,
    :region,
    :currency,
    :input_price,
    :output_price,
    :cache_read_price,
    :cache_create_price,
    :batch_input_price,
    :batch_output_price,
    :priority_input_price,
    :priority_output_price,
    :audio_input_price,
    :audio_output_price
)
ON CONFLICT (model_name, region, currency) DO UPDATE
    SET
        input_price = excluded.input_price,
        output_price = excluded.output_price,
        cache_read_price = excluded.cache_read_price,
        cache_create_price = excluded.cache_create_price,
        batch_input_price = excluded.batch_input_price,
        batch_output_price = excluded.batch_output_price,
        priority_input_price = excluded.priority_input_price,
        priority_output_price = excluded.priority_output_price,
        audio_input_price = excluded.audio_input_price,
        audio_output_price = excluded.audio_output_price
RETURNING
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency;

-- name: set_prices :batch
-- Set the prices that were fetched, as `set_price`; gives the number of prices.
-- @role system
INSERT INTO model_registry.prices (
    model_name,
    region,
    currency,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price
)
VALUES (
    :model_name,
    :region,
    :currency,
    :input_price,
    :output_price,
    :cache_read_price,
    :cache_create_price,
    :batch_input_price,
    :batch_output_price,
    :priority_input_price,
    :priority_output_price,
    :audio_input_price,
    :audio_output_price
)
ON CONFLICT (model_name, region, currency) DO UPDATE
    SET
        input_price = excluded.input_price,
        output_price = excluded.output_price,
        cache_read_price = excluded.cache_read_price,
        cache_create_price = excluded.cache_create_price,
        batch_input_price = excluded.batch_input_price,
        batch_output_price = excluded.batch_output_price,
        priority_input_price = excluded.priority_input_price,
        priority_output_price = excluded.priority_output_price,
        audio_input_price = excluded.audio_input_price,
        audio_output_price = excluded.audio_output_price;

-- name: set_cache_prices :one
-- Set what input costs that goes through the provider's cache; None when there is no such price.
--
-- For those with the permission SetupModels.
-- @returns Price
-- @param cache_read_price: None when it costs what other input does
-- @param cache_create_price: None when it costs what other input does
UPDATE model_registry.prices
SET
    cache_read_price = :cache_read_price,
    cache_create_price = :cache_create_price
WHERE id = :price_id
RETURNING
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency;

-- name: set_batch_prices :one
-- Set what a request in a batch costs; None when there is no such price.
--
-- For those with the permission SetupModels.
-- @returns Price
-- @param batch_input_price: None when it costs what other input does
-- @param batch_output_price: None when it costs what other output does
UPDATE model_registry.prices
SET
    batch_input_price = :batch_input_price,
    batch_output_price = :batch_output_price
WHERE id = :price_id
RETURNING
    id,
    model_name,
    input_price,
    output_price,
    cache_read_price,
    cache_create_price,
    batch_input_price,
    batch_output_price,
    priority_input_price,
    priority_output_price,
    audio_input_price,
    audio_output_price,
    region,
    currency;

-- name: delete_price :execrows
-- Delete a price.
--
-- For those with the permission SetupModels.
DELETE FROM model_registry.prices
WHERE id = :price_id;

-- name: delete_prices_of_model :execrows
-- Delete the prices of a model, or only those of a region or a currency.
--
-- For those with the permission SetupModels.
-- @param region: prices of one region alone
-- @param currency: prices in one currency alone
DELETE FROM model_registry.prices
WHERE model_name = :model_name
    AND region = :region -- @if region
    AND currency = :currency; -- @if currency

-- name: get_request_cost :one
-- Work out what a request costs, for anybody signed in.
--
-- The price is that of `find_price`. Where the model has tiers in the currency of that price, for
-- the region or else for all, the tier that the input falls into takes the place of the plain input
-- and output prices, for all tokens and not only for those above its start. Then a batch or a
-- priority price, if there is one, takes the place of both. Tokens of the cache and of audio cost
-- what their own price says, or what other input or output of the request does. The sum is rounded
-- once, half up. None when the model has no price, when a number of tokens is negative, and for
-- another service.
-- @returns RequestCost
-- @param region?
-- @param region: None for general prices only
-- @param currency: three capital letters; the row says which one the cost is in
-- @param service: standard, batch or priority
-- @param input_tokens!
-- @param input_tokens: all tokens of input; those of the cache and of audio are among them
-- @param output_tokens!
-- @param output_tokens: all tokens of output; those of audio are among them
-- @param cache_read_tokens!
-- @param cache_read_tokens: tokens of input that the provider read from its cache
-- @param cache_create_tokens!
-- @param cache_create_tokens: tokens of input that the provider put into its cache
-- @param audio_input_tokens!
-- @param audio_input_tokens: tokens of input that are audio and not of the cache
-- @param audio_output_tokens!
-- @param audio_output_tokens: tokens of output that are audio
WITH request AS (
    SELECT
        :input_tokens::bigint::numeric AS input_tokens,
        :output_tokens::bigint::numeric AS output_tokens,
        :cache_read_tokens::bigint::numeric AS cache_read_tokens,
        :cache_create_tokens::bigint::numeric AS cache_create_tokens,
        :audio_input_tokens::bigint::numeric AS audio_input_tokens,
        :audio_output_tokens::bigint::numeric AS audio_output_tokens
)

SELECT
    round(
        (
            greatest(
                r.input_tokens
                - r.cache_read_tokens
                - r.cache_create_tokens
                - r.audio_input_tokens,
                0
            ) * unit.input_price
            + r.cache_read_tokens * coalesce(p.cache_read_price, unit.input_price)
            + r.cache_create_tokens * coalesce(p.cache_create_price, unit.input_price)
            + r.audio_input_tokens * coalesce(p.audio_input_price, unit.input_price)
            + greatest(r.output_tokens - r.audio_output_tokens, 0) * unit.output_price
            + r.audio_output_tokens * coalesce(p.audio_output_price, unit.output_price)
        )
        -- A price is per million tokens; a product is exact where a quotient is not.
        * 0.000001
    )::bigint AS cost,
    p.currency,
    p.id AS price_id,
    t.id AS tier_id
FROM request AS r
CROSS JOIN (
    SELECT
        f.id,
        f.model_name,
        f.currency,
        f.input_price,
        f.output_price,
        f.cache_read_price,
        f.cache_create_price,
        f.batch_input_price,
        f.batch_output_price,
        f.priority_input_price,
        f.priority_output_price,
        f.audio_input_price,
        f.audio_output_price
    FROM model_registry.prices AS f
    WHERE f.model_name = :model_name
        AND (f.region = :region OR f.region IS NULL)
        AND (f.currency = :currency OR f.currency = 'USD')
    ORDER BY (f.currency = :currency) DESC, (f.region IS NOT NULL) DESC
    LIMIT 1
) AS p
LEFT JOIN LATERAL (
    SELECT
        f.id,
        f.input_price,
        f.output_price
    FROM model_registry.tiered_pricing AS f
    WHERE f.model_name = p.model_name
        AND f.currency = p.currency
        AND f.region IS NOT DISTINCT FROM (
            SELECT max(own.region)
            FROM model_registry.tiered_pricing AS own
            WHERE own.model_name = p.model_name
                AND own.currency = p.currency
                AND own.region = :region
        )
        AND f.tier_start <= r.input_tokens
        AND (f.tier_end > r.input_tokens OR f.tier_end IS NULL)
    ORDER BY f.tier_start
    LIMIT 1
) AS t
    ON true
CROSS JOIN LATERAL (
    SELECT
        coalesce(
            CASE :service
                WHEN 'batch' THEN p.batch_input_price
                WHEN 'priority' THEN p.priority_input_price
            END,
            t.input_price,
            p.input_price
        ) AS input_price,
        coalesce(
            CASE :service
                WHEN 'batch' THEN p.batch_output_price
                WHEN 'priority' THEN p.priority_output_price
            END,
            t.output_price,
            p.output_price
        ) AS output_price
) AS unit
WHERE :service IN ('standard', 'batch', 'priority')
    AND least(
        r.input_tokens,
        r.output_tokens,
        r.cache_read_tokens,
        r.cache_create_tokens,
        r.audio_input_tokens,
        r.audio_output_tokens
    ) >= 0;
