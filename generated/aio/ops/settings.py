# Made by quern from queries/ops/settings.sql: do not edit.
"""Queries of queries/ops/settings.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...ops.settings import (
    DELETE_FEATURE_FLAG,
    DELETE_FEATURE_FLAG_OF_USER,
    DELETE_MY_SETTING,
    DELETE_SYSTEM_SETTING,
    GET_FEATURE_FLAG_OF_USER,
    GET_MY_FEATURE_FLAG,
    GET_MY_SETTING,
    GET_SYSTEM_SETTING,
    LIST_FEATURE_FLAGS,
    LIST_MY_FEATURE_FLAGS,
    LIST_MY_SETTINGS,
    LIST_SYSTEM_SETTINGS,
    LIST_SYSTEM_SETTINGS_FOR_ANYBODY,
    SET_FEATURE_FLAG,
    SET_FEATURE_FLAG_OF_USER,
    SET_MY_SETTING,
    SET_SYSTEM_SETTING,
    Setting,
)


async def get_system_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> Setting | None:
    """Get a setting of the installation; None when it was never set."""
    return await _runtime.aio.fetch_optional(conn, GET_SYSTEM_SETTING, (key,))


async def list_system_settings(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Setting]:
    """List the settings of the installation by key."""
    return await _runtime.aio.fetch_all(conn, LIST_SYSTEM_SETTINGS)


async def list_system_settings_for_anybody(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Setting]:
    """List the settings of the installation by key, where nobody is signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_SYSTEM_SETTINGS_FOR_ANYBODY)


async def set_system_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a setting of the installation.

    For administrators. Everybody signed in reads it: no secrets.
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_SYSTEM_SETTING,
        (key, _runtime.json_text(value)),
    )


async def delete_system_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> int:
    """Delete a setting of the installation.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_SYSTEM_SETTING, (key,))


async def get_my_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> Setting | None:
    """Get a preference of the current user; None when it was never set."""
    return await _runtime.aio.fetch_optional(conn, GET_MY_SETTING, (key,))


async def list_my_settings(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[Setting]:
    """List the preferences of the current user by key."""
    return await _runtime.aio.fetch_all(conn, LIST_MY_SETTINGS)


async def set_my_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a preference of the current user."""
    return await _runtime.aio.fetch_optional(conn, SET_MY_SETTING, (key, _runtime.json_text(value)))


async def delete_my_setting(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> int:
    """Delete a preference of the current user."""
    return await _runtime.aio.execute_count(conn, DELETE_MY_SETTING, (key,))


async def get_my_feature_flag(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> Setting | None:
    """Get a feature flag as it is for the current user: the user's own, or else that of everyone.

    None when neither was set.
    """
    return await _runtime.aio.fetch_optional(conn, GET_MY_FEATURE_FLAG, (key,))


async def list_my_feature_flags(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Setting]:
    """List the feature flags by key, each as it is for the current user."""
    return await _runtime.aio.fetch_all(conn, LIST_MY_FEATURE_FLAGS)


async def get_feature_flag_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    user_id: int,
) -> Setting | None:
    """Get a feature flag as it is for a person: that person's, or else that of everyone.

    None when neither was set.
    """
    return await _runtime.aio.fetch_optional(conn, GET_FEATURE_FLAG_OF_USER, (key, user_id))


async def list_feature_flags(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
    key: str | None = None,
) -> list[Setting]:
    """List the feature flags, those of everyone and of each person, in order of id, one page at a time.

    For administrators: others are given those of everyone, and their own.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    variant = LIST_FEATURE_FLAGS.variant(key is not None)
    return await _runtime.aio.fetch_all(conn, variant, variant.used((after_id, key, limit)))


async def set_feature_flag(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a feature flag for everyone who has none of their own.

    For administrators.
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_FEATURE_FLAG,
        (key, _runtime.json_text(value)),
    )


async def set_feature_flag_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a feature flag for one person, in place of that of everyone.

    For administrators. A foreign key violation when there is no such person.
    """
    return await _runtime.aio.fetch_optional(
        conn,
        SET_FEATURE_FLAG_OF_USER,
        (user_id, key, _runtime.json_text(value)),
    )


async def delete_feature_flag(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
) -> int:
    """Delete the feature flag of everyone; those of single persons stay.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_FEATURE_FLAG, (key,))


async def delete_feature_flag_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    key: str,
) -> int:
    """Delete the feature flag of one person, for whom that of everyone counts from then on.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_FEATURE_FLAG_OF_USER, (user_id, key))
