# Made by quern from queries/model_registry/abilities.sql: do not edit.
"""Queries of queries/model_registry/abilities.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime


class Route(_runtime.Row):
    """A row of find_route and 2 other queries.

    :ivar ability_id: Identifier of the ability.
    :ivar group_id: The group.
    :ivar rate_limit: Requests allowed per minute; 0 for no limit of its own.
    :ivar channel_id: Identifier of the channel.
    :ivar channel_name: Name given by an administrator.
    :ivar channel_type: Kind of service, as protocol_configs names it: openai, anthropic.
    :ivar base_url: Address of the service, without the path of a single operation; NULL for the
        usual one of its kind.
    :ivar api_version: Version of the service's protocol; NULL for the default one of its kind.
    :ivar priority: Of several channels the one with the greatest number is taken.
    :ivar config: Settings that this kind of service needs besides, by name, none of them secret; an
        empty object for none.
    """

    ability_id: int
    group_id: int
    rate_limit: int
    channel_id: int
    channel_name: str
    channel_type: str
    base_url: str | None
    api_version: str | None
    priority: int
    config: JsonValue


def _make_route(values: Sequence[Any]) -> Route:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Route,
        {
            "ability_id": values[0],
            "group_id": values[1],
            "rate_limit": values[2],
            "channel_id": values[3],
            "channel_name": values[4],
            "channel_type": values[5],
            "base_url": values[6],
            "api_version": values[7],
            "priority": values[8],
            "config": _runtime.read_json(values[9]),
        },
    )


FIND_ROUTE: Final[_runtime.Query[Route]] = _runtime.Query(
    name="model_registry.abilities.find_route",
    source="queries/model_registry/abilities.sql:1",
    sql="""SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = $1
    AND a.model = $2
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id
LIMIT 1""",
    row=_make_route,
    reads=frozenset({"model_registry.abilities", "model_registry.channels"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_route(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_id: int,
    model: str,
) -> Route | None:
    """Find the channel through which a group may ask for a model.

    Of active channels that answer for the model, and that are enabled for the group, the one with
    the greatest priority; of equals the first by id. Its key: `channels.get_channel_secret`.
    """
    return _runtime.fetch_optional(conn, FIND_ROUTE, (group_id, model))


LIST_ROUTES: Final[_runtime.Query[Route]] = _runtime.Query(
    name="model_registry.abilities.list_routes",
    source="queries/model_registry/abilities.sql:30",
    sql="""SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = ANY ($1)
    AND a.model = $2
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id, a.group_id""",
    row=_make_route,
    reads=frozenset({"model_registry.abilities", "model_registry.channels"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_routes(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_ids: Sequence[int | None],
    model: str,
) -> list[Route]:
    """List the channels through which groups may ask for a model, best first as `find_route`.

    For the next one when the best fails. A channel that several of the groups may use is there once
    for each.

    :param group_ids: the groups of whoever asks
    """
    return _runtime.fetch_all(conn, LIST_ROUTES, (_runtime.array_text(group_ids), model))


FIND_ROUTE_OF_USER: Final[_runtime.Query[Route]] = _runtime.Query(
    name="model_registry.abilities.find_route_of_user",
    source="queries/model_registry/abilities.sql:59",
    sql="""SELECT
    a.id AS ability_id,
    a.group_id,
    a.rate_limit,
    c.id AS channel_id,
    c.name AS channel_name,
    c.channel_type,
    c.base_url,
    c.api_version,
    c.priority,
    c.config
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id IN (
        SELECT gm.group_id
        FROM iam.group_members AS gm
        INNER JOIN iam.users AS u
            ON u.id = gm.user_id
        WHERE gm.user_id = $1
            AND u.status = 'active'
    )
    AND a.model = $2
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
ORDER BY c.priority DESC, c.id, a.group_id
LIMIT 1""",
    row=_make_route,
    reads=frozenset(
        {"iam.group_members", "iam.users", "model_registry.abilities", "model_registry.channels"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_route_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    model: str,
) -> Route | None:
    """Find the channel through which a person may ask for a model, by any group the person is in.

    As `find_route`; None for somebody whose account is not active.
    """
    return _runtime.fetch_optional(conn, FIND_ROUTE_OF_USER, (user_id, model))


LIST_ROUTABLE_MODELS: Final[_runtime.Query[str]] = _runtime.Query(
    name="model_registry.abilities.list_routable_models",
    source="queries/model_registry/abilities.sql:94",
    sql="""SELECT a.model
FROM model_registry.abilities AS a
INNER JOIN model_registry.channels AS c
    ON c.id = a.channel_id
WHERE a.group_id = ANY ($1)
    AND a.enabled
    AND c.status = 'active'
    AND a.model = ANY (c.models)
GROUP BY a.model
ORDER BY a.model""",
    row=_runtime.scalar,
    reads=frozenset({"model_registry.abilities", "model_registry.channels"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_routable_models(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_ids: Sequence[int | None],
) -> list[str]:
    """List by name the models that groups may ask for at present.

    :param group_ids: the groups of whoever asks
    """
    return _runtime.fetch_all(conn, LIST_ROUTABLE_MODELS, (_runtime.array_text(group_ids),))


class Ability(_runtime.Row):
    """A row of list_abilities and 2 other queries.

    :ivar id: Identifier of the ability.
    :ivar group_id: The group.
    :ivar model: Name of the model, as in a request.
    :ivar channel_id: The channel that answers.
    :ivar enabled: Whether the channel is used for this group and model at present.
    :ivar rate_limit: Requests allowed per minute; 0 for no limit of its own.
    """

    id: int
    group_id: int
    model: str
    channel_id: int
    enabled: bool
    rate_limit: int


def _make_ability(values: Sequence[Any]) -> Ability:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Ability,
        {
            "id": values[0],
            "group_id": values[1],
            "model": values[2],
            "channel_id": values[3],
            "enabled": values[4],
            "rate_limit": values[5],
        },
    )


LIST_ABILITIES: Final[_runtime.Variants[Ability]] = _runtime.Variants(
    name="model_registry.abilities.list_abilities",
    source="queries/model_registry/abilities.sql:109",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit
FROM model_registry.abilities
WHERE id > coalesce($1, 0)
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND group_id = $2 -- @if group_id
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND channel_id = $3 -- @if channel_id
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """    AND model = $4 -- @if model
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
    row=_make_ability,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_abilities(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used((after_id, group_id, channel_id, model, limit)),
    )


GET_ABILITY: Final[_runtime.Query[Ability]] = _runtime.Query(
    name="model_registry.abilities.get_ability",
    source="queries/model_registry/abilities.sql:135",
    sql="""SELECT
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit
FROM model_registry.abilities
WHERE id = $1""",
    row=_make_ability,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_ability(conn: Connection[Any] | _runtime.Runner, *, ability_id: int) -> Ability | None:
    """Get an ability.

    For those with the permission SetupModels.
    """
    return _runtime.fetch_optional(conn, GET_ABILITY, (ability_id,))


SET_ABILITY: Final[_runtime.Query[Ability]] = _runtime.Query(
    name="model_registry.abilities.set_ability",
    source="queries/model_registry/abilities.sql:150",
    sql="""INSERT INTO model_registry.abilities (group_id, model, channel_id, enabled, rate_limit)
SELECT
    $1,
    $2,
    c.id,
    $3,
    $4
FROM model_registry.channels AS c
WHERE c.id = $5
    AND $2 = ANY (c.models)
ON CONFLICT (group_id, model, channel_id) DO UPDATE
    SET
        enabled = excluded.enabled,
        rate_limit = excluded.rate_limit
RETURNING
    id,
    group_id,
    model,
    channel_id,
    enabled,
    rate_limit""",
    row=_make_ability,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.abilities"}),
    rows="at_most_one",
)


def set_ability(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
        conn,
        SET_ABILITY,
        (group_id, model, enabled, rate_limit, channel_id),
    )


SET_ABILITY_ENABLED: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.abilities.set_ability_enabled",
    source="queries/model_registry/abilities.sql:180",
    sql="""UPDATE model_registry.abilities
SET enabled = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
        }
    ),
    writes=frozenset({"model_registry.abilities"}),
    rows="none",
)


def set_ability_enabled(
    conn: Connection[Any] | _runtime.Runner,
    *,
    enabled: bool,
    ability_id: int,
) -> int:
    """Switch an ability on or off.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, SET_ABILITY_ENABLED, (enabled, ability_id))


DELETE_ABILITY: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.abilities.delete_ability",
    source="queries/model_registry/abilities.sql:188",
    sql="""DELETE FROM model_registry.abilities
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
        }
    ),
    writes=frozenset({"model_registry.abilities"}),
    rows="none",
)


def delete_ability(conn: Connection[Any] | _runtime.Runner, *, ability_id: int) -> int:
    """Delete an ability.

    For those with the permission SetupModels.
    """
    return _runtime.execute_count(conn, DELETE_ABILITY, (ability_id,))


class SyncChannelAbilitiesRow(_runtime.Row):
    """A row of sync_channel_abilities."""

    added: int
    removed: int


def _make_sync_channel_abilities_row(values: Sequence[Any]) -> SyncChannelAbilitiesRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        SyncChannelAbilitiesRow,
        {
            "added": values[0],
            "removed": values[1],
        },
    )


SYNC_CHANNEL_ABILITIES: Final[_runtime.Query[SyncChannelAbilitiesRow]] = _runtime.Query(
    name="model_registry.abilities.sync_channel_abilities",
    source="queries/model_registry/abilities.sql:195",
    sql="""WITH wanted AS (
    SELECT
        g.group_id,
        m.model,
        c.id AS channel_id
    FROM model_registry.channels AS c
    CROSS JOIN unnest(c.models) AS m (model)
    CROSS JOIN unnest($1::integer[]) AS g (group_id)
    WHERE c.id = $2
    -- Either list may name something twice.
    GROUP BY g.group_id, m.model, c.id
),

removed AS (
    DELETE FROM model_registry.abilities AS a
    WHERE a.channel_id = $2
        AND NOT EXISTS (
            SELECT
            FROM wanted AS w
            WHERE w.group_id = a.group_id
                AND w.model = a.model
        )
    RETURNING a.id
),

added AS (
    INSERT INTO model_registry.abilities (group_id, model, channel_id)
    SELECT
        w.group_id,
        w.model,
        w.channel_id
    FROM wanted AS w
    ON CONFLICT (group_id, model, channel_id) DO NOTHING
    RETURNING id
)

SELECT
    (SELECT count(*) FROM added) AS added,
    (SELECT count(*) FROM removed) AS removed""",
    row=_make_sync_channel_abilities_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.abilities",
            "model_registry.channels",
        }
    ),
    writes=frozenset({"model_registry.abilities"}),
    rows="exactly_one",
)


def sync_channel_abilities(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_ids: Sequence[int | None],
    channel_id: int,
) -> SyncChannelAbilitiesRow:
    """Let some groups ask for all models of a channel through it, and no others.

    For those with the permission SetupModels. Abilities that stay keep their limit and whether they
    are enabled. Gives how many were added and removed, which is none for others.

    :param group_ids: all groups that shall use the channel; an empty list for none
    """
    return _runtime.fetch_one(
        conn,
        SYNC_CHANNEL_ABILITIES,
        (_runtime.array_text(group_ids), channel_id),
    )


SET_CHANNEL_MODEL_ENABLED: Final[_runtime.Query[None]] = _runtime.Query(
    name="model_registry.abilities.set_channel_model_enabled",
    source="queries/model_registry/abilities.sql:241",
    sql="""UPDATE model_registry.abilities
SET enabled = $1
WHERE channel_id = $2
    AND model = $3
    AND enabled <> $1""",
    row=_runtime.no_row,
    reads=frozenset({"model_registry.abilities"}),
    writes=frozenset({"model_registry.abilities"}),
    rows="none",
    role="system",
)


def set_channel_model_enabled(
    conn: Connection[Any] | _runtime.Runner,
    *,
    enabled: bool,
    channel_id: int,
    model: str,
) -> int:
    """Switch a model of a channel on or off for all groups, as when the channel stops answering for
    it.
    """
    return _runtime.execute_count(conn, SET_CHANNEL_MODEL_ENABLED, (enabled, channel_id, model))
