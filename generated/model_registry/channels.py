# Made by quern from queries/model_registry/channels.sql: do not edit.
"""Queries of queries/model_registry/channels.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime


class Channel(_runtime.Row):
    """A row of get_channel and 4 other queries.

    :ivar id: Identifier of the channel.
    :ivar name: Name given by an administrator.
    :ivar channel_type: Kind of service, as protocol_configs names it: openai, anthropic.
    :ivar base_url: Address of the service, without the path of a single operation; NULL for the
        usual one of its kind.
    :ivar api_version: Version of the service's protocol; NULL for the default one of its kind.
    :ivar models: Names of the models that the channel answers for; abilities say to whom.
    :ivar priority: Of several channels the one with the greatest number is taken.
    :ivar status: active; disabled by an administrator; or failed, switched off by the application
        after errors.
    :ivar config: Settings that this kind of service needs besides, by name, none of them secret; an
        empty object for none.
    :ivar created_at: When the channel was added.
    :ivar updated_at: When the channel last changed.
    """

    id: int
    name: str
    channel_type: str
    base_url: str | None
    api_version: str | None
    models: list[str]
    priority: int
    status: str
    config: JsonValue
    created_at: datetime
    updated_at: datetime


def _make_channel(values: Sequence[Any]) -> Channel:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Channel,
        {
            "id": values[0],
            "name": values[1],
            "channel_type": values[2],
            "base_url": values[3],
            "api_version": values[4],
            "models": values[5],
            "priority": values[6],
            "status": values[7],
            "config": _runtime.read_json(values[8]),
            "created_at": values[9],
            "updated_at": values[10],
        },
    )


GET_CHANNEL: Final[_runtime.Query[Channel]] = _runtime.Query(
    name="model_registry.channels.get_channel",
    source="queries/model_registry/channels.sql:1",
    sql="""SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE id = $1""",
    row=_make_channel,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_channel(conn: Connection[Any] | _runtime.Runner, *, channel_id: int) -> Channel | None:
    """Get a channel, without its key.

    For those with the permission SetupModels, as is all that persons do with channels.
    """
    return _runtime.fetch_optional(conn, GET_CHANNEL, (channel_id,))


LIST_CHANNELS: Final[_runtime.Variants[Channel]] = _runtime.Variants(
    name="model_registry.channels.list_channels",
    source="queries/model_registry/channels.sql:21",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE id > coalesce($1, 0)
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND status = $2 -- @if status
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND channel_type = $3 -- @if channel_type
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """    AND $4 = ANY (models) -- @if model
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
    row=_make_channel,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_channels(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used((after_id, status, channel_type, model, limit)),
    )


RESERVE_CHANNEL_ID: Final[_runtime.Query[int]] = _runtime.Query(
    name="model_registry.channels.reserve_channel_id",
    source="queries/model_registry/channels.sql:52",
    sql="""SELECT nextval(pg_get_serial_sequence('model_registry.channels', 'id'))::integer AS channel_id""",
    row=_runtime.scalar,
    rows="exactly_one",
)


def reserve_channel_id(conn: Connection[Any] | _runtime.Runner) -> int:
    """Take the id of a channel about to be created.

    The application binds the encrypted key to the row's id, so it needs the id first.
    """
    return _runtime.fetch_one(conn, RESERVE_CHANNEL_ID)


CREATE_CHANNEL: Final[_runtime.Query[Channel]] = _runtime.Query(
    name="model_registry.channels.create_channel",
    source="queries/model_registry/channels.sql:59",
    sql="""INSERT INTO model_registry.channels (
    id,
    name,
    channel_type,
    base_url,
    api_key,
    api_version,
    models,
    priority,
    config
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
    $9
)
RETURNING
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at""",
    row=_make_channel,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.channels"}),
    rows="exactly_one",
)


def create_channel(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
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


UPDATE_CHANNEL: Final[_runtime.Query[Channel]] = _runtime.Query(
    name="model_registry.channels.update_channel",
    source="queries/model_registry/channels.sql:105",
    sql="""UPDATE model_registry.channels
SET
    name = $1,
    channel_type = $2,
    base_url = $3,
    api_version = $4,
    models = $5,
    priority = $6,
    config = $7
WHERE id = $8
RETURNING
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at""",
    row=_make_channel,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.channels"}),
    rows="at_most_one",
)


def update_channel(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
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


SET_CHANNEL_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.set_channel_api_key",
    source="queries/model_registry/channels.sql:139",
    sql="""UPDATE model_registry.channels
SET api_key = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
)


def set_channel_api_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    api_key: str | None,
    channel_id: int,
) -> int:
    """Replace the key of a channel.

    For those with the permission SetupModels.

    :param api_key: ciphertext made by the application, never the key; None when none is needed
    """
    return _runtime.execute_count(conn, SET_CHANNEL_API_KEY, (api_key, channel_id))


SET_CHANNEL_STATUS: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.set_channel_status",
    source="queries/model_registry/channels.sql:148",
    sql="""UPDATE model_registry.channels
SET status = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
)


def set_channel_status(
    conn: Connection[Any] | _runtime.Runner,
    *,
    status: str,
    channel_id: int,
) -> int:
    """Disable a channel, or make it active again.

    For those with the permission SetupModels.

    :param status: active, disabled or failed
    """
    return _runtime.execute_count(conn, SET_CHANNEL_STATUS, (status, channel_id))


DELETE_CHANNEL: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.delete_channel",
    source="queries/model_registry/channels.sql:157",
    sql="""DELETE FROM model_registry.channels
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
)


def delete_channel(conn: Connection[Any] | _runtime.Runner, *, channel_id: int) -> int:
    """Delete a channel, with what groups may use through it.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_CHANNEL, (channel_id,))


FAIL_CHANNEL: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.fail_channel",
    source="queries/model_registry/channels.sql:164",
    sql="""UPDATE model_registry.channels
SET status = 'failed'
WHERE id = $1
    AND status = 'active'""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.channels"}),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
    role="system",
)


def fail_channel(conn: Connection[Any] | _runtime.Runner, *, channel_id: int) -> int:
    """Switch a channel off after errors; no row unless it is active."""
    return _runtime.execute_count(conn, FAIL_CHANNEL, (channel_id,))


RECOVER_CHANNEL: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.recover_channel",
    source="queries/model_registry/channels.sql:172",
    sql="""UPDATE model_registry.channels
SET status = 'active'
WHERE id = $1
    AND status = 'failed'""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.channels"}),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
    role="system",
)


def recover_channel(conn: Connection[Any] | _runtime.Runner, *, channel_id: int) -> int:
    """Switch a channel on again that failed; no row for one that was disabled meanwhile."""
    return _runtime.execute_count(conn, RECOVER_CHANNEL, (channel_id,))


LIST_FAILED_CHANNELS: Final[_runtime.Query[Channel]] = _runtime.Query(
    name="model_registry.channels.list_failed_channels",
    source="queries/model_registry/channels.sql:180",
    sql="""SELECT
    id,
    name,
    channel_type,
    base_url,
    api_version,
    models,
    priority,
    status,
    config,
    created_at,
    updated_at
FROM model_registry.channels
WHERE status = 'failed'
ORDER BY id""",
    row=_make_channel,
    reads=frozenset({"model_registry.channels"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_failed_channels(conn: Connection[Any] | _runtime.Runner) -> list[Channel]:
    """List the channels that failed in order of id, to try them again."""
    return _runtime.fetch_all(conn, LIST_FAILED_CHANNELS)


class ChannelSecret(_runtime.Row):
    """A row of get_channel_secret and list_channel_secrets.

    :ivar id: Identifier of the channel.
    :ivar api_key: Key of the service, encrypted by the application before it is sent here; NULL
        when none is needed.
    """

    id: int
    api_key: str | None


def _make_channel_secret(values: Sequence[Any]) -> ChannelSecret:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ChannelSecret,
        {
            "id": values[0],
            "api_key": values[1],
        },
    )


GET_CHANNEL_SECRET: Final[_runtime.Query[ChannelSecret]] = _runtime.Query(
    name="model_registry.channels.get_channel_secret",
    source="queries/model_registry/channels.sql:200",
    sql="""SELECT
    id,
    api_key
FROM model_registry.channels
WHERE id = $1""",
    row=_make_channel_secret,
    reads=frozenset({"model_registry.channels"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_channel_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_id: int,
) -> ChannelSecret | None:
    """Get the encrypted key of a channel, whatever its status."""
    return _runtime.fetch_optional(conn, GET_CHANNEL_SECRET, (channel_id,))


LIST_CHANNEL_SECRETS: Final[_runtime.Query[ChannelSecret]] = _runtime.Query(
    name="model_registry.channels.list_channel_secrets",
    source="queries/model_registry/channels.sql:210",
    sql="""SELECT
    id,
    api_key
FROM model_registry.channels
WHERE id > coalesce($1, 0)
    AND api_key IS NOT NULL
ORDER BY id
LIMIT $2""",
    row=_make_channel_secret,
    reads=frozenset({"model_registry.channels"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_channel_secrets(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
) -> list[ChannelSecret]:
    """List channels with their keys in order of id, to encrypt them under a new key.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_CHANNEL_SECRETS, (after_id, limit))


REENCRYPT_CHANNEL_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.channels.reencrypt_channel_api_key",
    source="queries/model_registry/channels.sql:226",
    sql="""UPDATE model_registry.channels
SET api_key = $1
WHERE id = $2
    AND api_key = $3""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.channels"}),
    writes=frozenset({"model_registry.channels"}),
    rows="none",
    role="system",
)


def reencrypt_channel_api_key(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.execute_count(
        conn,
        REENCRYPT_CHANNEL_API_KEY,
        (new_api_key, channel_id, old_api_key),
    )
