# Made by quern from queries/ops/configs.sql: do not edit.
"""Queries of queries/ops/configs.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from .. import _runtime


class Config(_runtime.Row):
    """A row of get_active_config and 2 other queries.

    :ivar id: Identifier of the version.
    :ivar name: Name of the configuration, which its versions share.
    :ivar yaml_config: The configuration as YAML; holds no secrets.
    :ivar version: Number of the version within its name, from 1.
    :ivar is_active: Whether this is the version in use; true for at most one of a name.
    :ivar created_at: When the version was stored.
    :ivar updated_at: When the version was last activated or put aside.
    """

    id: UUID
    name: str
    yaml_config: str
    version: int
    is_active: bool
    created_at: datetime
    updated_at: datetime


def _make_config(values: Sequence[Any]) -> Config:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Config,
        {
            "id": values[0],
            "name": values[1],
            "yaml_config": values[2],
            "version": values[3],
            "is_active": values[4],
            "created_at": values[5],
            "updated_at": values[6],
        },
    )


GET_ACTIVE_CONFIG: Final[_runtime.Query[Config]] = _runtime.Query(
    name="ops.configs.get_active_config",
    source="queries/ops/configs.sql:1",
    sql="""SELECT
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = $1
    AND is_active""",
    row=_make_config,
    reads=frozenset({"ops.configs"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_active_config(conn: Connection[Any] | _runtime.Runner, *, name: str) -> Config | None:
    """Get the version of a configuration that is in use.

    None when there is no such configuration, or none of its versions was activated.
    """
    return _runtime.fetch_optional(conn, GET_ACTIVE_CONFIG, (name,))


GET_CONFIG_VERSION: Final[_runtime.Query[Config]] = _runtime.Query(
    name="ops.configs.get_config_version",
    source="queries/ops/configs.sql:19",
    sql="""SELECT
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = $1
    AND version = $2""",
    row=_make_config,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.configs"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_config_version(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    version: int,
) -> Config | None:
    """Get one version of a configuration.

    For administrators.
    """
    return _runtime.fetch_optional(conn, GET_CONFIG_VERSION, (name, version))


class ListConfigsRow(_runtime.Row):
    """A row of list_configs.

    :ivar name: Name of the configuration, which its versions share.
    """

    name: str
    active_version: int | None
    newest_version: int


def _make_list_configs_row(values: Sequence[Any]) -> ListConfigsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListConfigsRow,
        {
            "name": values[0],
            "active_version": values[1],
            "newest_version": values[2],
        },
    )


LIST_CONFIGS: Final[_runtime.Query[ListConfigsRow]] = _runtime.Query(
    name="ops.configs.list_configs",
    source="queries/ops/configs.sql:36",
    sql="""SELECT
    name,
    max(version) FILTER (WHERE is_active) AS active_version,
    max(version) AS newest_version
FROM ops.configs
GROUP BY name
ORDER BY name""",
    row=_make_list_configs_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.configs"}),
    read_only=True,
    idempotent=True,
)


def list_configs(conn: Connection[Any] | _runtime.Runner) -> list[ListConfigsRow]:
    """List the configurations by name, with the version in use and the newest one.

    For administrators. The active version is None while there is none.
    """
    return _runtime.fetch_all(conn, LIST_CONFIGS)


class ListConfigVersionsRow(_runtime.Row):
    """A row of list_config_versions.

    :ivar id: Identifier of the version.
    :ivar name: Name of the configuration, which its versions share.
    :ivar version: Number of the version within its name, from 1.
    :ivar is_active: Whether this is the version in use; true for at most one of a name.
    :ivar created_at: When the version was stored.
    :ivar updated_at: When the version was last activated or put aside.
    """

    id: UUID
    name: str
    version: int
    is_active: bool
    created_at: datetime
    updated_at: datetime


def _make_list_config_versions_row(values: Sequence[Any]) -> ListConfigVersionsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListConfigVersionsRow,
        {
            "id": values[0],
            "name": values[1],
            "version": values[2],
            "is_active": values[3],
            "created_at": values[4],
            "updated_at": values[5],
        },
    )


LIST_CONFIG_VERSIONS: Final[_runtime.Query[ListConfigVersionsRow]] = _runtime.Query(
    name="ops.configs.list_config_versions",
    source="queries/ops/configs.sql:48",
    sql="""SELECT
    id,
    name,
    version,
    is_active,
    created_at,
    updated_at
FROM ops.configs
WHERE name = $1
    AND version < coalesce($2, 2147483648)
ORDER BY version DESC
LIMIT $3""",
    row=_make_list_config_versions_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.configs"}),
    read_only=True,
    idempotent=True,
)


def list_config_versions(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, LIST_CONFIG_VERSIONS, (name, after_version, limit))


CREATE_CONFIG_VERSION: Final[_runtime.Query[Config]] = _runtime.Query(
    name="ops.configs.create_config_version",
    source="queries/ops/configs.sql:68",
    sql="""INSERT INTO ops.configs (name, yaml_config, version)
SELECT
    $1,
    $2,
    coalesce(max(c.version), 0) + 1
FROM ops.configs AS c
WHERE c.name = $1
RETURNING
    id,
    name,
    yaml_config,
    version,
    is_active,
    created_at,
    updated_at""",
    row=_make_config,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.configs"}),
    writes=frozenset({"ops.configs"}),
    rows="exactly_one",
)


def create_config_version(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    yaml_config: str,
) -> Config:
    """Store a new version of a configuration, numbered one above the newest; it is not in use yet.

    For administrators. Of two at the same moment one is a unique violation: it may be tried again.

    :param yaml_config: the configuration as YAML; no secrets
    """
    return _runtime.fetch_one(conn, CREATE_CONFIG_VERSION, (name, yaml_config))


ACTIVATE_CONFIG: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.configs.activate_config",
    source="queries/ops/configs.sql:90",
    sql="""SELECT ops.activate_config($1, $2)""",
    row=_runtime.no_row,
    opaque=True,
    rows="exactly_one",
)


def activate_config(conn: Connection[Any] | _runtime.Runner, *, name: str, version: int) -> None:
    """Put a version of a configuration in use, and the one that was in use aside.

    For administrators. An error (SQLSTATE P0002), and no change, when there is no such version for
    the current user.
    """
    _runtime.execute(conn, ACTIVATE_CONFIG, (name, version))
