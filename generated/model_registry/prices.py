# Made by quern from queries/model_registry/prices.sql: do not edit.
"""Queries of queries/model_registry/prices.sql."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from psycopg import Connection

from .. import _runtime


class Price(_runtime.Row):
    """A row of get_price and 5 other queries.

    :ivar id: Identifier of the price.
    :ivar model_name: Name of the model, as in a request.
    :ivar input_price: Nanounits of the currency per million tokens of input.
    :ivar output_price: Nanounits of the currency per million tokens of output.
    :ivar cache_read_price: Nanounits of the currency per million tokens of input read from the
        provider's cache; NULL when they cost what other input does.
    :ivar cache_create_price: Nanounits of the currency per million tokens of input written to the
        provider's cache; NULL when they cost what other input does.
    :ivar batch_input_price: Nanounits of the currency per million tokens of input of a request in a
        batch; NULL when they cost what other input does.
    :ivar batch_output_price: Nanounits of the currency per million tokens of output of a request in
        a batch; NULL when they cost what other output does.
    :ivar priority_input_price: Nanounits of the currency per million tokens of input of a request
        that is served first; NULL when they cost what other input does.
    :ivar priority_output_price: Nanounits of the currency per million tokens of output of a request
        that is served first; NULL when they cost what other output does.
    :ivar audio_input_price: Nanounits of the currency per million tokens of input that is audio;
        NULL when they cost what other input does.
    :ivar audio_output_price: Nanounits of the currency per million tokens of output that is audio;
        NULL when they cost what other output does.
    :ivar region: Region the price holds in, as the provider names it; NULL for every region without
        a price of its own.
    :ivar currency: Currency of the price, as the three letters of ISO 4217.
    """

    id: int
    model_name: str
    input_price: int
    output_price: int
    cache_read_price: int | None
    cache_create_price: int | None
    batch_input_price: int | None
    batch_output_price: int | None
    priority_input_price: int | None
    priority_output_price: int | None
    audio_input_price: int | None
    audio_output_price: int | None
    region: str | None
    currency: str


def _make_price(values: Sequence[Any]) -> Price:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Price,
        {
            "id": values[0],
            "model_name": values[1],
            "input_price": values[2],
            "output_price": values[3],
            "cache_read_price": values[4],
            "cache_create_price": values[5],
            "batch_input_price": values[6],
            "batch_output_price": values[7],
            "priority_input_price": values[8],
            "priority_output_price": values[9],
            "audio_input_price": values[10],
            "audio_output_price": values[11],
            "region": values[12],
            "currency": values[13],
        },
    )


GET_PRICE: Final[_runtime.Query[Price]] = _runtime.Query(
    name="model_registry.prices.get_price",
    source="queries/model_registry/prices.sql:1",
    sql="""SELECT
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
WHERE model_name = $1
    AND region IS NOT DISTINCT FROM $2
    AND currency = $3""",
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_price(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
) -> Price | None:
    """Get the price of a model in a region and a currency, for anybody signed in.

    None when there is none for exactly these; `find_price` falls back.

    :param region: None for the price of every region without one of its own
    :param currency: three capital letters
    """
    return _runtime.fetch_optional(conn, GET_PRICE, (model_name, region, currency))


FIND_PRICE: Final[_runtime.Query[Price]] = _runtime.Query(
    name="model_registry.prices.find_price",
    source="queries/model_registry/prices.sql:29",
    sql="""SELECT
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
WHERE model_name = $1
    AND (region = $2 OR region IS NULL)
    AND (currency = $3 OR currency = 'USD')
ORDER BY (currency = $3) DESC, (region IS NOT NULL) DESC
LIMIT 1""",
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_price(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
) -> Price | None:
    """Find the price that holds for a model in a region, for anybody signed in.

    In the currency the region's own, else the general one; else the same in USD. The row says which
    region and currency it is for. None when there is none of these.

    :param region: None to find general prices only
    :param currency: three capital letters
    """
    return _runtime.fetch_optional(conn, FIND_PRICE, (model_name, region, currency))


LIST_PRICES: Final[_runtime.Variants[Price]] = _runtime.Variants(
    name="model_registry.prices.list_prices",
    source="queries/model_registry/prices.sql:60",
    parts=(
        _runtime.Part(
            """SELECT
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
WHERE id > coalesce($1, 0)
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND model_name = $2 -- @if model_name
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND region = $3 -- @if region
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """    AND currency = $4 -- @if currency
""",
            uses=(4,),
            condition=2,
        ),
        _runtime.Part(
            """ORDER BY id
LIMIT $5""",
            uses=(5,),
        ),
    ),
    parameters=5,
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_prices(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
    model_name: str | None = None,
    region: str | None = None,
    currency: str | None = None,
) -> list[Price]:
    """List prices in order of id, one page at a time, for anybody signed in.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    :param model_name: prices of one model alone
    :param region: prices of one region alone
    :param currency: prices in one currency alone
    """
    variant = LIST_PRICES.variant(model_name is not None, region is not None, currency is not None)
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used((after_id, model_name, region, currency, limit)),
    )


SET_PRICE: Final[_runtime.Query[Price]] = _runtime.Query(
    name="model_registry.prices.set_price",
    source="queries/model_registry/prices.sql:92",
    sql="""INSERT INTO model_registry.prices (
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
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    $9,
    $10,
    $11,
    $12,
    $13
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
    currency""",
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    writes=frozenset({"model_registry.prices"}),
    rows="exactly_one",
)


def set_price(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
    input_price: int,
    output_price: int,
    cache_read_price: int | None,
    cache_create_price: int | None,
    batch_input_price: int | None,
    batch_output_price: int | None,
    priority_input_price: int | None,
    priority_output_price: int | None,
    audio_input_price: int | None,
    audio_output_price: int | None,
) -> Price:
    """Set the price of a model in a region and a currency, replacing the one that is there.

    For those with the permission SetupModels, as are all changes of prices by persons. Prices are
    nanounits (1e-9) of the currency per million tokens.

    :param region: None for every region without a price of its own
    :param currency: three capital letters
    :param cache_read_price: None when it costs what other input does
    :param cache_create_price: None when it costs what other input does
    :param batch_input_price: None when it costs what other input does
    :param batch_output_price: None when it costs what other output does
    :param priority_input_price: None when it costs what other input does
    :param priority_output_price: None when it costs what other output does
    :param audio_input_price: None when it costs what other input does
    :param audio_output_price: None when it costs what other output does
    """
    return _runtime.fetch_one(
        conn,
        SET_PRICE,
        (
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
            audio_output_price,
        ),
    )


class SetPricesParams(NamedTuple):
    """The parameters of one run of set_prices."""

    model_name: str
    region: str | None
    currency: str
    input_price: int
    output_price: int
    cache_read_price: int | None
    cache_create_price: int | None
    batch_input_price: int | None
    batch_output_price: int | None
    priority_input_price: int | None
    priority_output_price: int | None
    audio_input_price: int | None
    audio_output_price: int | None


SET_PRICES: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.prices.set_prices",
    source="queries/model_registry/prices.sql:166",
    sql="""INSERT INTO model_registry.prices (
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
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    $9,
    $10,
    $11,
    $12,
    $13
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
        audio_output_price = excluded.audio_output_price""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.prices"}),
    writes=frozenset({"model_registry.prices"}),
    rows="none",
    role="system",
)


def set_prices(conn: Connection[Any] | _runtime.Runner, rows: Iterable[SetPricesParams]) -> int:
    """Set the prices that were fetched, as `set_price`; gives the number of prices."""
    return _runtime.execute_batch(conn, SET_PRICES, rows)


SET_CACHE_PRICES: Final[_runtime.Query[Price]] = _runtime.Query(
    name="model_registry.prices.set_cache_prices",
    source="queries/model_registry/prices.sql:212",
    sql="""UPDATE model_registry.prices
SET
    cache_read_price = $1,
    cache_create_price = $2
WHERE id = $3
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
    currency""",
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    writes=frozenset({"model_registry.prices"}),
    rows="at_most_one",
)


def set_cache_prices(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cache_read_price: int | None,
    cache_create_price: int | None,
    price_id: int,
) -> Price | None:
    """Set what input costs that goes through the provider's cache; None when there is no such price.

    For those with the permission SetupModels.

    :param cache_read_price: None when it costs what other input does
    :param cache_create_price: None when it costs what other input does
    """
    return _runtime.fetch_optional(
        conn,
        SET_CACHE_PRICES,
        (cache_read_price, cache_create_price, price_id),
    )


SET_BATCH_PRICES: Final[_runtime.Query[Price]] = _runtime.Query(
    name="model_registry.prices.set_batch_prices",
    source="queries/model_registry/prices.sql:240",
    sql="""UPDATE model_registry.prices
SET
    batch_input_price = $1,
    batch_output_price = $2
WHERE id = $3
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
    currency""",
    row=_make_price,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    writes=frozenset({"model_registry.prices"}),
    rows="at_most_one",
)


def set_batch_prices(
    conn: Connection[Any] | _runtime.Runner,
    *,
    batch_input_price: int | None,
    batch_output_price: int | None,
    price_id: int,
) -> Price | None:
    """Set what a request in a batch costs; None when there is no such price.

    For those with the permission SetupModels.

    :param batch_input_price: None when it costs what other input does
    :param batch_output_price: None when it costs what other output does
    """
    return _runtime.fetch_optional(
        conn,
        SET_BATCH_PRICES,
        (batch_input_price, batch_output_price, price_id),
    )


DELETE_PRICE: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.prices.delete_price",
    source="queries/model_registry/prices.sql:268",
    sql="""DELETE FROM model_registry.prices
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    writes=frozenset({"model_registry.prices"}),
    rows="none",
)


def delete_price(conn: Connection[Any] | _runtime.Runner, *, price_id: int) -> int:
    """Delete a price.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_PRICE, (price_id,))


DELETE_PRICES_OF_MODEL: Final[_runtime.Variants[None]] = _runtime.Variants(
    name="model_registry.prices.delete_prices_of_model",
    source="queries/model_registry/prices.sql:275",
    parts=(
        _runtime.Part(
            """DELETE FROM model_registry.prices
WHERE model_name = $1
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND region = $2 -- @if region
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND currency = $3""",
            uses=(3,),
            condition=1,
        ),
    ),
    parameters=3,
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
        }
    ),
    writes=frozenset({"model_registry.prices"}),
    rows="none",
)


def delete_prices_of_model(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None = None,
    currency: str | None = None,
) -> int:
    """Delete the prices of a model, or only those of a region or a currency.

    For those with the permission SetupModels.

    :param region: prices of one region alone
    :param currency: prices in one currency alone
    """
    variant = DELETE_PRICES_OF_MODEL.variant(region is not None, currency is not None)
    return _runtime.execute_count(conn, variant, variant.used((model_name, region, currency)))


class RequestCost(_runtime.Row):
    """A row of get_request_cost.

    :ivar currency: Currency of the price, as the three letters of ISO 4217.
    :ivar price_id: Identifier of the price.
    :ivar tier_id: Identifier of the tier.
    """

    cost: int
    currency: str
    price_id: int
    tier_id: int | None


def _make_request_cost(values: Sequence[Any]) -> RequestCost:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        RequestCost,
        {
            "cost": values[0],
            "currency": values[1],
            "price_id": values[2],
            "tier_id": values[3],
        },
    )


GET_REQUEST_COST: Final[_runtime.Query[RequestCost]] = _runtime.Query(
    name="model_registry.prices.get_request_cost",
    source="queries/model_registry/prices.sql:286",
    sql="""WITH request AS (
    SELECT
        $1::bigint::numeric AS input_tokens,
        $2::bigint::numeric AS output_tokens,
        $3::bigint::numeric AS cache_read_tokens,
        $4::bigint::numeric AS cache_create_tokens,
        $5::bigint::numeric AS audio_input_tokens,
        $6::bigint::numeric AS audio_output_tokens
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
    WHERE f.model_name = $7
        AND (f.region = $8 OR f.region IS NULL)
        AND (f.currency = $9 OR f.currency = 'USD')
    ORDER BY (f.currency = $9) DESC, (f.region IS NOT NULL) DESC
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
                AND own.region = $8
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
            CASE $10
                WHEN 'batch' THEN p.batch_input_price
                WHEN 'priority' THEN p.priority_input_price
            END,
            t.input_price,
            p.input_price
        ) AS input_price,
        coalesce(
            CASE $10
                WHEN 'batch' THEN p.batch_output_price
                WHEN 'priority' THEN p.priority_output_price
            END,
            t.output_price,
            p.output_price
        ) AS output_price
) AS unit
WHERE $10 IN ('standard', 'batch', 'priority')
    AND least(
        r.input_tokens,
        r.output_tokens,
        r.cache_read_tokens,
        r.cache_create_tokens,
        r.audio_input_tokens,
        r.audio_output_tokens
    ) >= 0""",
    row=_make_request_cost,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.prices",
            "model_registry.tiered_pricing",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_request_cost(
    conn: Connection[Any] | _runtime.Runner,
    *,
    input_tokens: int,
    output_tokens: int,
    cache_read_tokens: int,
    cache_create_tokens: int,
    audio_input_tokens: int,
    audio_output_tokens: int,
    model_name: str,
    region: str | None,
    currency: str,
    service: str,
) -> RequestCost | None:
    """Work out what a request costs, for anybody signed in.

    The price is that of `find_price`. Where the model has tiers in the currency of that price, for
    the region or else for all, the tier that the input falls into takes the place of the plain input
    and output prices, for all tokens and not only for those above its start. Then a batch or a
    priority price, if there is one, takes the place of both. Tokens of the cache and of audio cost
    what their own price says, or what other input or output of the request does. The sum is rounded
    once, half up. None when the model has no price, when a number of tokens is negative, and for
    another service.

    :param input_tokens: all tokens of input; those of the cache and of audio are among them
    :param output_tokens: all tokens of output; those of audio are among them
    :param cache_read_tokens: tokens of input that the provider read from its cache
    :param cache_create_tokens: tokens of input that the provider put into its cache
    :param audio_input_tokens: tokens of input that are audio and not of the cache
    :param audio_output_tokens: tokens of output that are audio
    :param region: None for general prices only
    :param currency: three capital letters; the row says which one the cost is in
    :param service: standard, batch or priority
    """
    return _runtime.fetch_optional(
        conn,
        GET_REQUEST_COST,
        (
            input_tokens,
            output_tokens,
            cache_read_tokens,
            cache_create_tokens,
            audio_input_tokens,
            audio_output_tokens,
            model_name,
            region,
            currency,
            service,
        ),
    )
