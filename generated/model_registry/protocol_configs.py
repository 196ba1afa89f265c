# Made by quern from queries/model_registry/protocol_configs.sql: do not edit.
"""Queries of queries/model_registry/protocol_configs.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime


class ProtocolConfig(_runtime.Row):
    """A row of get_protocol_config and 5 other queries.

    :ivar id: Identifier of the configuration.
    :ivar channel_type: Kind of service, as channels name it.
    :ivar api_version: Version of the protocol, as the service names it.
    :ivar is_default: Whether channels of this kind without a version speak this one; at most one a
        kind.
    :ivar chat_endpoint: Path for chats, below the address of the channel; NULL when the service
        offers none.
    :ivar embed_endpoint: Path for embeddings, below the address of the channel; NULL when the
        service offers none.
    :ivar models_endpoint: Path that lists the models, below the address of the channel; NULL when
        the service offers none.
    :ivar request_mapping: Names of a request's fields, ours to theirs; an empty object for no
        difference.
    :ivar response_mapping: Names of an answer's fields, theirs to ours; an empty object for no
        difference.
    :ivar detection_rules: What in an answer tells that a service speaks this version; an empty
        object for nothing.
    :ivar created_at: When the configuration was added.
    :ivar updated_at: When the configuration last changed.
    """

    id: int
    channel_type: str
    api_version: str
    is_default: bool
    chat_endpoint: str | None
    embed_endpoint: str | None
    models_endpoint: str | None
    request_mapping: JsonValue
    response_mapping: JsonValue
    detection_rules: JsonValue
    created_at: datetime
    updated_at: datetime


def _make_protocol_config(values: Sequence[Any]) -> ProtocolConfig:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ProtocolConfig,
        {
            "id": values[0],
            "channel_type": values[1],
            "api_version": values[2],
            "is_default": values[3],
            "chat_endpoint": values[4],
            "embed_endpoint": values[5],
            "models_endpoint": values[6],
            "request_mapping": _runtime.read_json(values[7]),
            "response_mapping": _runtime.read_json(values[8]),
            "detection_rules": _runtime.read_json(values[9]),
            "created_at": values[10],
            "updated_at": values[11],
        },
    )


GET_PROTOCOL_CONFIG: Final[_runtime.Query[ProtocolConfig]] = _runtime.Query(
    name="model_registry.protocol_configs.get_protocol_config",
    source="queries/model_registry/protocol_configs.sql:1",
    sql="""SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE channel_type = $1
    AND api_version = $2""",
    row=_make_protocol_config,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_protocol_config(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_type: str,
    api_version: str,
) -> ProtocolConfig | None:
    """Get how to speak with a kind of service in a version, for anybody signed in.

    :param channel_type: kind of service, such as openai
    :param api_version: as the service names it
    """
    return _runtime.fetch_optional(conn, GET_PROTOCOL_CONFIG, (channel_type, api_version))


GET_DEFAULT_PROTOCOL_CONFIG: Final[_runtime.Query[ProtocolConfig]] = _runtime.Query(
    name="model_registry.protocol_configs.get_default_protocol_config",
    source="queries/model_registry/protocol_configs.sql:23",
    sql="""SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE channel_type = $1
    AND is_default""",
    row=_make_protocol_config,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_default_protocol_config(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_type: str,
) -> ProtocolConfig | None:
    """Get how to speak with a kind of service without a version, for anybody signed in.

    :param channel_type: kind of service, such as openai
    """
    return _runtime.fetch_optional(conn, GET_DEFAULT_PROTOCOL_CONFIG, (channel_type,))


FIND_PROTOCOL_CONFIG_OF_CHANNEL: Final[_runtime.Query[ProtocolConfig]] = _runtime.Query(
    name="model_registry.protocol_configs.find_protocol_config_of_channel",
    source="queries/model_registry/protocol_configs.sql:44",
    sql="""SELECT
    p.id,
    p.channel_type,
    p.api_version,
    p.is_default,
    p.chat_endpoint,
    p.embed_endpoint,
    p.models_endpoint,
    p.request_mapping,
    p.response_mapping,
    p.detection_rules,
    p.created_at,
    p.updated_at
FROM model_registry.channels AS c
INNER JOIN model_registry.protocol_configs AS p
    ON p.channel_type = c.channel_type
    AND CASE
        WHEN c.api_version IS NULL THEN p.is_default
        ELSE p.api_version = c.api_version
    END
WHERE c.id = $1
ORDER BY p.id
LIMIT 1""",
    row=_make_protocol_config,
    reads=frozenset({"model_registry.channels", "model_registry.protocol_configs"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_protocol_config_of_channel(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_id: int,
) -> ProtocolConfig | None:
    """Find how to speak with a channel: in its version, or in the default one if it names none."""
    return _runtime.fetch_optional(conn, FIND_PROTOCOL_CONFIG_OF_CHANNEL, (channel_id,))


LIST_PROTOCOL_CONFIGS: Final[_runtime.Variants[ProtocolConfig]] = _runtime.Variants(
    name="model_registry.protocol_configs.list_protocol_configs",
    source="queries/model_registry/protocol_configs.sql:72",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at
FROM model_registry.protocol_configs
WHERE true
""",
        ),
        _runtime.Part(
            """    AND channel_type = $1 -- @if channel_type
""",
            uses=(1,),
            condition=0,
        ),
        _runtime.Part(
            """ORDER BY channel_type, api_version""",
        ),
    ),
    parameters=1,
    row=_make_protocol_config,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_protocol_configs(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_type: str | None = None,
) -> list[ProtocolConfig]:
    """List all configurations by kind of service and version, for anybody signed in.

    :param channel_type: those of one kind of service alone
    """
    variant = LIST_PROTOCOL_CONFIGS.variant(channel_type is not None)
    return _runtime.fetch_all(conn, variant, variant.used((channel_type,)))


SET_PROTOCOL_CONFIG: Final[_runtime.Query[ProtocolConfig]] = _runtime.Query(
    name="model_registry.protocol_configs.set_protocol_config",
    source="queries/model_registry/protocol_configs.sql:94",
    sql="""INSERT INTO model_registry.protocol_configs (
    channel_type,
    api_version,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8
)
ON CONFLICT (channel_type, api_version) DO UPDATE
    SET
        chat_endpoint = excluded.chat_endpoint,
        embed_endpoint = excluded.embed_endpoint,
        models_endpoint = excluded.models_endpoint,
        request_mapping = excluded.request_mapping,
        response_mapping = excluded.response_mapping,
        detection_rules = excluded.detection_rules
RETURNING
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at""",
    row=_make_protocol_config,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    writes=frozenset({"model_registry.protocol_configs"}),
    rows="at_most_one",
)


def set_protocol_config(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
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


SET_DEFAULT_PROTOCOL_CONFIG: Final[_runtime.Query[ProtocolConfig]] = _runtime.Query(
    name="model_registry.protocol_configs.set_default_protocol_config",
    source="queries/model_registry/protocol_configs.sql:144",
    sql="""WITH former AS (
    UPDATE model_registry.protocol_configs AS f
    SET is_default = false
    WHERE f.channel_type = $1
        AND f.api_version <> $2
        AND f.is_default
        AND EXISTS (
            SELECT
            FROM model_registry.protocol_configs AS p
            WHERE p.channel_type = $1
                AND p.api_version = $2
        )
    RETURNING f.id
)

UPDATE model_registry.protocol_configs
SET is_default = true
WHERE channel_type = $1
    AND api_version = $2
    -- Counted, so that there is no other default at any moment.
    AND (SELECT count(*) FROM former) >= 0
RETURNING
    id,
    channel_type,
    api_version,
    is_default,
    chat_endpoint,
    embed_endpoint,
    models_endpoint,
    request_mapping,
    response_mapping,
    detection_rules,
    created_at,
    updated_at""",
    row=_make_protocol_config,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    writes=frozenset({"model_registry.protocol_configs"}),
    rows="at_most_one",
)


def set_default_protocol_config(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_type: str,
    api_version: str,
) -> ProtocolConfig | None:
    """Make a version the default of its kind of service, in place of the one that is.

    For those with the permission SetupModels. None when there is no such version, and then the
    default stays.
    """
    return _runtime.fetch_optional(conn, SET_DEFAULT_PROTOCOL_CONFIG, (channel_type, api_version))


DELETE_PROTOCOL_CONFIG: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.protocol_configs.delete_protocol_config",
    source="queries/model_registry/protocol_configs.sql:185",
    sql="""DELETE FROM model_registry.protocol_configs
WHERE channel_type = $1
    AND api_version = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.protocol_configs",
        }
    ),
    writes=frozenset({"model_registry.protocol_configs"}),
    rows="none",
)


def delete_protocol_config(
    conn: Connection[Any] | _runtime.Runner,
    *,
    channel_type: str,
    api_version: str,
) -> int:
    """Delete how to speak with a kind of service in a version.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_PROTOCOL_CONFIG, (channel_type, api_version))
