# Made by quern from queries/model_registry/tiered_pricing.sql: do not edit.
"""Queries of queries/model_registry/tiered_pricing.sql, for asyncio."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.tiered_pricing import (
    DELETE_TIER,
    DELETE_TIERS,
    FIND_TIER,
    HAS_TIERS,
    LIST_ALL_TIERS,
    LIST_TIERS,
    REPLACE_TIERS,
    SET_TIER,
    SET_TIERS,
    SetTiersParams,
    Tier,
)


async def list_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(conn, LIST_TIERS, (model_name, region, currency))


async def list_all_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(conn, variant, variant.used((after_id, model_name, limit)))


async def has_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_name: str,
    currency: str,
) -> bool:
    """Tell whether a model has tiers in a currency, in a region or all, for anybody signed in.

    :param currency: three capital letters
    """
    return await _runtime.aio.fetch_one(conn, HAS_TIERS, (model_name, currency))


async def find_tier(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        FIND_TIER,
        (model_name, currency, region, input_tokens),
    )


async def set_tier(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
        conn,
        SET_TIER,
        (model_name, region, currency, tier_start, tier_end, input_price, output_price),
    )


async def set_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[SetTiersParams],
) -> int:
    """Set tiers, each as `set_tier`; gives the number of tiers.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_batch(conn, SET_TIERS, rows)


async def replace_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(
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


async def delete_tier(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    tier_id: int,
) -> int:
    """Delete a tier.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_TIER, (tier_id,))


async def delete_tiers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(conn, DELETE_TIERS, (model_name, region, currency))
