# Made by quern from queries/model_registry/channels.sql: do not edit.
"""Queries of queries/model_registry/channels.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...model_registry.channels import (
    CREATE_CHANNEL,
    DELETE_CHANNEL,
    FAIL_CHANNEL,
    GET_CHANNEL,
    GET_CHANNEL_SECRET,
    LIST_CHANNEL_SECRETS,
    LIST_CHANNELS,
    LIST_FAILED_CHANNELS,
    RECOVER_CHANNEL,
    REENCRYPT_CHANNEL_API_KEY,
    RESERVE_CHANNEL_ID,
    SET_CHANNEL_API_KEY,
    SET_CHANNEL_STATUS,
    UPDATE_CHANNEL,
    Channel,
    ChannelSecret,
)


async def get_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> Channel | None:
    """Get a channel, without its key.

    For those with the permission SetupModels, as is all that persons do with channels.
    """
    return await _runtime.aio.fetch_optional(conn, GET_CHANNEL, (channel_id,))


async def list_channels(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
    status: str | None = None,
    channel_type: str | None = None,
    model: str | None = None,
) -> list[Channel]:
    """List channels in order of id, one page at a time.

    For those with the permission SetupModels.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    :param status: active, disabled or failed channels alone
    :param channel_type: channels to one kind of service alone
    :param model: channels that answer for a model alone
    """
    variant = LIST_CHANNELS.variant(status is not None, channel_type is not None, model is not None)
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((after_id, status, channel_type, model, limit)),
    )


async def reserve_channel_id(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Take the id of a channel about to be created.

    The application binds the encrypted key to the row's id, so it needs the id first.
    """
    return await _runtime.aio.fetch_one(conn, RESERVE_CHANNEL_ID)


async def create_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
    name: str,
    channel_type: str,
    base_url: str | None,
    api_key: str | None,
    api_version: str | None,
    models: Sequence[str | None],
    priority: int,
    config: JsonValue,
) -> Channel:
    """Add an active channel under an id taken by `reserve_channel_id`.

    For those with the permission SetupModels. Nobody may use it before `sync_channel_abilities`.

    :param base_url: None for the usual address of its kind of service
    :param api_key: ciphertext made by the application, never the key; None when none is needed
    :param api_version: None for the default one of its kind of service
    :param models: names of the models that it answers for
    :param priority: of several channels the one with the greatest number is taken
    :param config: a JSON object without secrets
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_CHANNEL,
        (
            channel_id,
            name,
            channel_type,
            base_url,
            api_key,
            api_version,
            _runtime.array_text(models),
            priority,
            _runtime.json_text(config),
        ),
    )


async def update_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    channel_type: str,
    base_url: str | None,
    api_version: str | None,
    models: Sequence[str | None],
    priority: int,
    config: JsonValue,
    channel_id: int,
) -> Channel | None:
    """Change a channel, but not its key and status; None when there is no such channel.

    For those with the permission SetupModels. What groups may use changes with
    `sync_channel_abilities`; a model that is no longer named is no longer routed here at once.

    :param base_url: None for the usual address of its kind of service
    :param api_version: None for the default one of its kind of service
    :param models: names of the models that it answers for
    :param priority: of several channels the one with the greatest number is taken
    :param config: a JSON object without secrets
    """
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_CHANNEL,
        (
            name,
            channel_type,
            base_url,
            api_version,
            _runtime.array_text(models),
            priority,
            _runtime.json_text(config),
            channel_id,
        ),
    )


async def set_channel_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key: str | None,
    channel_id: int,
) -> int:
    """Replace the key of a channel.

    For those with the permission SetupModels.

    :param api_key: ciphertext made by the application, never the key; None when none is needed
    """
    return await _runtime.aio.execute_count(conn, SET_CHANNEL_API_KEY, (api_key, channel_id))


async def set_channel_status(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    status: str,
    channel_id: int,
) -> int:
    """Disable a channel, or make it active again.

    For those with the permission SetupModels.

    :param status: active, disabled or failed
    """
    return await _runtime.aio.execute_count(conn, SET_CHANNEL_STATUS, (status, channel_id))


async def delete_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> int:
    """Delete a channel, with what groups may use through it.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(conn, DELETE_CHANNEL, (channel_id,))


async def fail_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> int:
    """Switch a channel off after errors; no row unless it is active."""
    return await _runtime.aio.execute_count(conn, FAIL_CHANNEL, (channel_id,))


async def recover_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> int:
    """Switch a channel on again that failed; no row for one that was disabled meanwhile."""
    return await _runtime.aio.execute_count(conn, RECOVER_CHANNEL, (channel_id,))


async def list_failed_channels(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Channel]:
    """List the channels that failed in order of id, to try them again."""
    return await _runtime.aio.fetch_all(conn, LIST_FAILED_CHANNELS)


async def get_channel_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> ChannelSecret | None:
    """Get the encrypted key of a channel, whatever its status."""
    return await _runtime.aio.fetch_optional(conn, GET_CHANNEL_SECRET, (channel_id,))


async def list_channel_secrets(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
) -> list[ChannelSecret]:
    """List channels with their keys in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_CHANNEL_SECRETS, (after_id, limit))


async def reencrypt_channel_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    new_api_key: str | None,
    channel_id: int,
    old_api_key: str,
) -> int:
    """Replace the ciphertext of a key by a new one of the same key.

    No row when it is no longer the old one: then somebody set another key meanwhile.

    :param new_api_key: the ciphertext from now on
    :param old_api_key: the ciphertext so far
    """
    return await _runtime.aio.execute_count(
        conn,
        REENCRYPT_CHANNEL_API_KEY,
        (new_api_key, channel_id, old_api_key),
    )
