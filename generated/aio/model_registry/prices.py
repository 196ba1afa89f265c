# Made by quern from queries/model_registry/prices.sql: do not edit.
"""Queries of queries/model_registry/prices.sql, for asyncio."""

from collections.abc import Iterable
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.prices import (
    DELETE_PRICE,
    DELETE_PRICES_OF_MODEL,
    FIND_PRICE,
    GET_PRICE,
    GET_REQUEST_COST,
    LIST_PRICES,
    SET_BATCH_PRICES,
    SET_CACHE_PRICES,
    SET_PRICE,
    SET_PRICES,
    Price,
    RequestCost,
    SetPricesParams,
)


async def get_price(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(conn, GET_PRICE, (model_name, region, currency))


async def find_price(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(conn, FIND_PRICE, (model_name, region, currency))


async def list_prices(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((after_id, model_name, region, currency, limit)),
    )


async def set_price(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
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


async def set_prices(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[SetPricesParams],
) -> int:
    """Set the prices that were fetched, as `set_price`; gives the number of prices."""
    return await _runtime.aio.execute_batch(conn, SET_PRICES, rows)


async def set_cache_prices(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        SET_CACHE_PRICES,
        (cache_read_price, cache_create_price, price_id),
    )


async def set_batch_prices(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        SET_BATCH_PRICES,
        (batch_input_price, batch_output_price, price_id),
    )


async def delete_price(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    price_id: int,
) -> int:
    """Delete a price.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_PRICE, (price_id,))


async def delete_prices_of_model(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(
        conn,
        variant,
        variant.used((model_name, region, currency)),
    )


async def get_request_cost(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
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
