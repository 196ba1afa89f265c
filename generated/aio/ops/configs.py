# Made by quern from queries/ops/configs.sql: do not edit.
"""Queries of queries/ops/configs.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...ops.configs import (
    ACTIVATE_CONFIG,
    CREATE_CONFIG_VERSION,
    GET_ACTIVE_CONFIG,
    GET_CONFIG_VERSION,
    LIST_CONFIG_VERSIONS,
    LIST_CONFIGS,
    Config,
    ListConfigsRow,
    ListConfigVersionsRow,
)


async def get_active_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
) -> Config | None:
    """Get the version of a configuration that is in use.

    None when there is no such configuration, or none of its versions was activated.
    """
    return await _runtime.aio.fetch_optional(conn, GET_ACTIVE_CONFIG, (name,))


async def get_config_version(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    version: int,
) -> Config | None:
    """Get one version of a configuration.

    For administrators.
    """
    return await _runtime.aio.fetch_optional(conn, GET_CONFIG_VERSION, (name, version))


async def list_configs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ListConfigsRow]:
    """List the configurations by name, with the version in use and the newest one.

    For administrators. The active version is None while there is none.
    """
    return await _runtime.aio.fetch_all(conn, LIST_CONFIGS)


async def list_config_versions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    after_version: int | None,
    limit: int,
) -> list[ListConfigVersionsRow]:
    """List the versions of a configuration, newest first, without what they say.

    For administrators; one page at a time.

    :param after_version: the last version of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_CONFIG_VERSIONS, (name, after_version, limit))


async def create_config_version(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    yaml_config: str,
) -> Config:
    """Store a new version of a configuration, numbered one above the newest; it is not in use yet.

    For administrators. Of two at the same moment one is a unique violation: it may be tried again.

    :param yaml_config: the configuration as YAML; no secrets
    """
    return await _runtime.aio.fetch_one(conn, CREATE_CONFIG_VERSION, (name, yaml_config))


async def activate_config(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    version: int,
) -> None:
    """Put a version of a configuration in use, and the one that was in use aside.

    For administrators. An error (SQLSTATE P0002), and no change, when there is no such version for
    the current user.
    """
    await _runtime.aio.execute(conn, ACTIVATE_CONFIG, (name, version))
