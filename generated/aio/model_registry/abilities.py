# Made by quern from queries/model_registry/abilities.sql: do not edit.
"""Queries of queries/model_registry/abilities.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...model_registry.abilities import (
    DELETE_ABILITY,
    FIND_ROUTE,
    FIND_ROUTE_OF_USER,
    GET_ABILITY,
    LIST_ABILITIES,
    LIST_ROUTABLE_MODELS,
    LIST_ROUTES,
    SET_ABILITY,
    SET_ABILITY_ENABLED,
    SET_CHANNEL_MODEL_ENABLED,
    SYNC_CHANNEL_ABILITIES,
    Ability,
    Route,
    SyncChannelAbilitiesRow,
)


async def find_route(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
    model: str,
) -> Route | None:
    """Find the channel through which a group may ask for a model.

    Of active channels that answer for the model, and that are enabled for the group, the one with
    the greatest priority; of equals the first by id. Its key: `channels.get_channel_secret`.
    """
    return await _runtime.aio.fetch_optional(conn, FIND_ROUTE, (group_id, model))


async def list_routes(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_ids: Sequence[int | None],
    model: str,
) -> list[Route]:
    """List the channels through which groups may ask for a model, best first as `find_route`.

    For the next one when the best fails. A channel that several of the groups may use is there once
    for each.

    :param group_ids: the groups of whoever asks
    """
    return await _runtime.aio.fetch_all(conn, LIST_ROUTES, (_runtime.array_text(group_ids), model))


async def find_route_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    model: str,
) -> Route | None:
    """Find the channel through which a person may ask for a model, by any group the person is in.

    As `find_route`; None for somebody whose account is not active.
    """
    return await _runtime.aio.fetch_optional(conn, FIND_ROUTE_OF_USER, (user_id, model))


async def list_routable_models(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_ids: Sequence[int | None],
) -> list[str]:
    """List by name the models that groups may ask for at present.

    :param group_ids: the groups of whoever asks
    """
    return await _runtime.aio.fetch_all(
        conn,
        LIST_ROUTABLE_MODELS,
        (_runtime.array_text(group_ids),),
    )


async def list_abilities(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
    group_id: int | None = None,
    channel_id: int | None = None,
    model: str | None = None,
) -> list[Ability]:
    """List what groups may use in order of id, one page at a time.

    For those with the permission SetupModels, as is all that persons do with abilities.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    :param group_id: abilities of one group alone
    :param channel_id: abilities through one channel alone
    :param model: abilities for one model alone
    """
    variant = LIST_ABILITIES.variant(
        group_id is not None,
        channel_id is not None,
        model is not None,
    )
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((after_id, group_id, channel_id, model, limit)),
    )


async def get_ability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    ability_id: int,
) -> Ability | None:
    """Get an ability.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.fetch_optional(conn, GET_ABILITY, (ability_id,))


async def set_ability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
    model: str,
    enabled: bool,
    rate_limit: int,
    channel_id: int,
) -> Ability | None:
    """Let a group ask for a model through a channel, or change how.

    For those with the permission SetupModels; None for others, and for a channel that is unknown or
    does not answer for the model.

    :param enabled: whether the channel is used for this group and model at present
    :param rate_limit: requests a minute; 0 for no limit of its own
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_ABILITY,
        (group_id, model, enabled, rate_limit, channel_id),
    )


async def set_ability_enabled(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    enabled: bool,
    ability_id: int,
) -> int:
    """Switch an ability on or off.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, SET_ABILITY_ENABLED, (enabled, ability_id))


async def delete_ability(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    ability_id: int,
) -> int:
    """Delete an ability.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_ABILITY, (ability_id,))


async def sync_channel_abilities(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_ids: Sequence[int | None],
    channel_id: int,
) -> SyncChannelAbilitiesRow:
    """Let some groups ask for all models of a channel through it, and no others.

    For those with the permission SetupModels. Abilities that stay keep their limit and whether they
    are enabled. Gives how many were added and removed, which is none for others.

    :param group_ids: all groups that shall use the channel; an empty list for none
    """
    return await _runtime.aio.fetch_one(
        conn,
        SYNC_CHANNEL_ABILITIES,
        (_runtime.array_text(group_ids), channel_id),
    )


async def set_channel_model_enabled(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    enabled: bool,
    channel_id: int,
    model: str,
) -> int:
    """Switch a model of a channel on or off for all groups, as when the channel stops answering for
    it.
    """
    return await _runtime.aio.execute_count(
        conn,
        SET_CHANNEL_MODEL_ENABLED,
        (enabled, channel_id, model),
    )
