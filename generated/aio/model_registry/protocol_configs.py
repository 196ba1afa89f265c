# Made by quern from queries/model_registry/protocol_configs.sql: do not edit.
"""Queries of queries/model_registry/protocol_configs.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...model_registry.protocol_configs import (
    DELETE_PROTOCOL_CONFIG,
    FIND_PROTOCOL_CONFIG_OF_CHANNEL,
    GET_DEFAULT_PROTOCOL_CONFIG,
    GET_PROTOCOL_CONFIG,
    LIST_PROTOCOL_CONFIGS,
    SET_DEFAULT_PROTOCOL_CONFIG,
    SET_PROTOCOL_CONFIG,
    ProtocolConfig,
)


async def get_protocol_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str,
    api_version: str,
) -> ProtocolConfig | None:
    """Get how to speak with a kind of service in a version, for anybody signed in.

    :param channel_type: kind of service, such as openai
    :param api_version: as the service names it
    """
    return await _runtime.aio.fetch_optional(conn, GET_PROTOCOL_CONFIG, (channel_type, api_version))


async def get_default_protocol_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str,
) -> ProtocolConfig | None:
    """Get how to speak with a kind of service without a version, for anybody signed in.

    :param channel_type: kind of service, such as openai
    """
    return await _runtime.aio.fetch_optional(conn, GET_DEFAULT_PROTOCOL_CONFIG, (channel_type,))


async def find_protocol_config_of_channel(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_id: int,
) -> ProtocolConfig | None:
    """Find how to speak with a channel: in its version, or in the default one if it names none."""
    return await _runtime.aio.fetch_optional(conn, FIND_PROTOCOL_CONFIG_OF_CHANNEL, (channel_id,))


async def list_protocol_configs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str | None = None,
) -> list[ProtocolConfig]:
    """List all configurations by kind of service and version, for anybody signed in.

    :param channel_type: those of one kind of service alone
    """
    variant = LIST_PROTOCOL_CONFIGS.variant(channel_type is not None)
    return await _runtime.aio.fetch_all(conn, variant, variant.used((channel_type,)))


async def set_protocol_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str,
    api_version: str,
    chat_endpoint: str | None,
    embed_endpoint: str | None,
    models_endpoint: str | None,
    request_mapping: JsonValue,
    response_mapping: JsonValue,
    detection_rules: JsonValue,
) -> ProtocolConfig | None:
    """Set how to speak with a kind of service in a version, replacing what is there.

    For those with the permission SetupModels, as are all changes of these. Whether it is the default
    stays as it is: `set_default_protocol_config`.

    :param chat_endpoint: path below the address of a channel; None when there is none, as the
        others
    :param request_mapping: a JSON object, as are response_mapping and detection_rules
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_PROTOCOL_CONFIG,
        (
            channel_type,
            api_version,
            chat_endpoint,
            embed_endpoint,
            models_endpoint,
            _runtime.json_text(request_mapping),
            _runtime.json_text(response_mapping),
            _runtime.json_text(detection_rules),
        ),
    )


async def set_default_protocol_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str,
    api_version: str,
) -> ProtocolConfig | None:
    """Make a version the default of its kind of service, in place of the one that is.

    For those with the permission SetupModels. None when there is no such version, and then the
    default stays.
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_DEFAULT_PROTOCOL_CONFIG,
        (channel_type, api_version),
    )


async def delete_protocol_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    channel_type: str,
    api_version: str,
) -> int:
    """Delete how to speak with a kind of service in a version.

    For those with the permission SetupModels.
    """
    return await _runtime.aio.execute_count(
        conn,
        DELETE_PROTOCOL_CONFIG,
        (channel_type, api_version),
    )
