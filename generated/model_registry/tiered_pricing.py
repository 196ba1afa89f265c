# Made by quern from queries/model_registry/tiered_pricing.sql: do not edit.
"""Queries of queries/model_registry/tiered_pricing.sql."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from psycopg import Connection

from .. import _runtime


class Tier(_runtime.Row):
    """A row of list_tiers and 3 other queries.

    :ivar id: Identifier of the tier.
    :ivar model_name: Name of the model, as in a request.
    :ivar tier_start: Tokens of input from which on the tier holds.
    :ivar tier_end: Tokens of input at which the tier no longer holds; NULL for no end.
    :ivar input_price: Nanounits (1e-9) of the currency per million tokens of input.
    :ivar output_price: Nanounits (1e-9) of the currency per million tokens of output.
    :ivar region: Region the tier holds in, as the provider names it; NULL for every region without
        tiers of its own.
    :ivar currency: Currency of the prices, as the three letters of ISO 4217.
    """

    id: int
    model_name: str
    tier_start: int
    tier_end: int | None
    input_price: int
    output_price: int
    region: str | None
    currency: str


def _make_tier(values: Sequence[Any]) -> Tier:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Tier,
        {
            "id": values[0],
            "model_name": values[1],
            "tier_start": values[2],
            "tier_end": values[3],
            "input_price": values[4],
            "output_price": values[5],
            "region": values[6],
            "currency": values[7],
        },
    )


LIST_TIERS: Final[_runtime.Query[Tier]] = _runtime.Query(
    name="model_registry.tiered_pricing.list_tiers",
    source="queries/model_registry/tiered_pricing.sql:1",
    sql="""SELECT
    id,
    model_name,
    tier_start,
    tier_end,
    input_price,
    output_price,
    region,
    currency
FROM model_registry.tiered_pricing
WHERE model_name = $1
    AND region IS NOT DISTINCT FROM $2
    AND currency = $3
ORDER BY tier_start""",
    row=_make_tier,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_tiers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
) -> list[Tier]:
    """List the tiers of a model in a region and a currency from the smallest, for anybody signed in.

    Of exactly these; `find_tier` falls back.

    :param region: None for the tiers of every region without tiers of its own
    :param currency: three capital letters
    """
    return _runtime.fetch_all(conn, LIST_TIERS, (model_name, region, currency))


LIST_ALL_TIERS: Final[_runtime.Variants[Tier]] = _runtime.Variants(
    name="model_registry.tiered_pricing.list_all_tiers",
    source="queries/model_registry/tiered_pricing.sql:24",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    model_name,
    tier_start,
    tier_end,
    input_price,
    output_price,
    region,
    currency
FROM model_registry.tiered_pricing
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
            """ORDER BY id
LIMIT $3""",
            uses=(3,),
        ),
    ),
    parameters=3,
    row=_make_tier,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_all_tiers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
    model_name: str | None = None,
) -> list[Tier]:
    """List the tiers of all models in order of id, one page at a time, for anybody signed in.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    :param model_name: tiers of one model alone, in all regions and currencies
    """
    variant = LIST_ALL_TIERS.variant(model_name is not None)
    return _runtime.fetch_all(conn, variant, variant.used((after_id, model_name, limit)))


HAS_TIERS: Final[_runtime.Query[bool]] = _runtime.Query(
    name="model_registry.tiered_pricing.has_tiers",
    source="queries/model_registry/tiered_pricing.sql:46",
    sql="""SELECT EXISTS (
    SELECT
    FROM model_registry.tiered_pricing
    WHERE model_name = $1
        AND currency = $2
) AS has_tiers""",
    row=_runtime.scalar,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def has_tiers(conn: Connection[Any] | _runtime.Runner, *, model_name: str, currency: str) -> bool:
    """Tell whether a model has tiers in a currency, in a region or all, for anybody signed in.

    :param currency: three capital letters
    """
    return _runtime.fetch_one(conn, HAS_TIERS, (model_name, currency))


FIND_TIER: Final[_runtime.Query[Tier]] = _runtime.Query(
    name="model_registry.tiered_pricing.find_tier",
    source="queries/model_registry/tiered_pricing.sql:56",
    sql="""SELECT
    t.id,
    t.model_name,
    t.tier_start,
    t.tier_end,
    t.input_price,
    t.output_price,
    t.region,
    t.currency
FROM model_registry.tiered_pricing AS t
WHERE t.model_name = $1
    AND t.currency = $2
    AND t.region IS NOT DISTINCT FROM (
        SELECT max(own.region)
        FROM model_registry.tiered_pricing AS own
        WHERE own.model_name = $1
            AND own.currency = $2
            AND own.region = $3
    )
    AND t.tier_start <= $4
    AND (t.tier_end > $4 OR t.tier_end IS NULL)
ORDER BY t.tier_start
LIMIT 1""",
    row=_make_tier,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_tier(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    currency: str,
    region: str | None,
    input_tokens: int,
) -> Tier | None:
    """Find the tier that a request falls into, for anybody signed in.

    Of the region's own tiers in the currency, or of the general ones where the region has none at
    all. None when the request is in none of them.

    :param currency: three capital letters
    :param region: None for the general tiers
    :param input_tokens: all tokens of input
    """
    return _runtime.fetch_optional(conn, FIND_TIER, (model_name, currency, region, input_tokens))


SET_TIER: Final[_runtime.Query[Tier]] = _runtime.Query(
    name="model_registry.tiered_pricing.set_tier",
    source="queries/model_registry/tiered_pricing.sql:90",
    sql="""INSERT INTO model_registry.tiered_pricing (
    model_name,
    region,
    currency,
    tier_start,
    tier_end,
    input_price,
    output_price
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7
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
    currency""",
    row=_make_tier,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    writes=frozenset({"model_registry.tiered_pricing"}),
    rows="exactly_one",
)


def set_tier(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
    tier_start: int,
    tier_end: int | None,
    input_price: int,
    output_price: int,
) -> Tier:
    """Set a tier of a model, replacing the one with the same start.

    For those with the permission SetupModels, as are all changes of tiers by persons. An overlap
    with another tier is an exclusion violation. Prices are nanounits (1e-9) of the currency per
    million tokens.

    :param region: None for every region without tiers of its own
    :param currency: three capital letters
    :param tier_start: tokens of input from which on the tier holds
    :param tier_end: tokens of input at which it no longer holds; None for no end
    """
    return _runtime.fetch_one(
        conn,
        SET_TIER,
        (model_name, region, currency, tier_start, tier_end, input_price, output_price),
    )


class SetTiersParams(NamedTuple):
    """The parameters of one run of set_tiers."""

    model_name: str
    region: str | None
    currency: str
    tier_start: int
    tier_end: int | None
    input_price: int
    output_price: int


SET_TIERS: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.tiered_pricing.set_tiers",
    source="queries/model_registry/tiered_pricing.sql:134",
    sql="""INSERT INTO model_registry.tiered_pricing (
    model_name,
    region,
    currency,
    tier_start,
    tier_end,
    input_price,
    output_price
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7
)
ON CONFLICT (model_name, region, currency, tier_start) DO UPDATE
    SET
        tier_end = excluded.tier_end,
        input_price = excluded.input_price,
        output_price = excluded.output_price""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    writes=frozenset({"model_registry.tiered_pricing"}),
    rows="none",
)


def set_tiers(conn: Connection[Any] | _runtime.Runner, rows: Iterable[SetTiersParams]) -> int:
    """Set tiers, each as `set_tier`; gives the number of tiers.

    For those with the permission SetupModels.
    """
    return _runtime.execute_batch(conn, SET_TIERS, rows)


REPLACE_TIERS: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.tiered_pricing.replace_tiers",
    source="queries/model_registry/tiered_pricing.sql:162",
    sql="""WITH deleted AS (
    DELETE FROM model_registry.tiered_pricing
    WHERE model_name = $1
        AND region IS NOT DISTINCT FROM $2
        AND currency = $3
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
    $1,
    $2,
    $3,
    n.tier_start,
    n.tier_end,
    n.input_price,
    n.output_price
FROM unnest(
    $4::bigint[],
    $5::bigint[],
    $6::bigint[],
    $7::bigint[]
) AS n (tier_start, tier_end, input_price, output_price)
-- Counted, so that all are deleted before the first is added.
WHERE (SELECT count(*) FROM deleted) >= 0""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.tiered_pricing"}),
    writes=frozenset({"model_registry.tiered_pricing"}),
    rows="none",
    role="system",
)


def replace_tiers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
    tier_starts: Sequence[int | None],
    tier_ends: Sequence[int | None],
    input_prices: Sequence[int | None],
    output_prices: Sequence[int | None],
) -> int:
    """Put the tiers that were fetched in place of all of a model in a region and a currency.

    Lists of the same length, in one order; gives the number of tiers. Empty ones delete the tiers.

    :param region: None for every region without tiers of its own
    :param currency: three capital letters
    :param tier_ends: None for no end
    """
    return _runtime.execute_count(
        conn,
        REPLACE_TIERS,
        (
            model_name,
            region,
            currency,
            _runtime.array_text(tier_starts),
            _runtime.array_text(tier_ends),
            _runtime.array_text(input_prices),
            _runtime.array_text(output_prices),
        ),
    )


DELETE_TIER: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.tiered_pricing.delete_tier",
    source="queries/model_registry/tiered_pricing.sql:204",
    sql="""DELETE FROM model_registry.tiered_pricing
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    writes=frozenset({"model_registry.tiered_pricing"}),
    rows="none",
)


def delete_tier(conn: Connection[Any] | _runtime.Runner, *, tier_id: int) -> int:
    """Delete a tier.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_TIER, (tier_id,))


DELETE_TIERS: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.tiered_pricing.delete_tiers",
    source="queries/model_registry/tiered_pricing.sql:211",
    sql="""DELETE FROM model_registry.tiered_pricing
WHERE model_name = $1
    AND region IS NOT DISTINCT FROM $2
    AND currency = $3""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.tiered_pricing",
        }
    ),
    writes=frozenset({"model_registry.tiered_pricing"}),
    rows="none",
)


def delete_tiers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_name: str,
    region: str | None,
    currency: str,
) -> int:
    """Delete the tiers of a model in a region and a currency.

    For those with the permission SetupModels.

    :param region: None for the tiers of every region without tiers of its own
    :param currency: three capital letters
    """
    return _runtime.execute_count(conn, DELETE_TIERS, (model_name, region, currency))
