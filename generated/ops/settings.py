# Made by quern from queries/ops/settings.sql: do not edit.
"""Queries of queries/ops/settings.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime


class Setting(_runtime.Row):
    """A row of get_system_setting and 12 other queries.

    :ivar id: Identifier of the setting.
    :ivar scope: system, for the installation; user, a preference of its owner; or feature_flag, for
        everyone or, with an owner, for that person in place of it.
    :ivar owner_user_id: Person the setting is for; NULL for everyone.
    :ivar key: Name of the setting.
    :ivar value: The value, any JSON; the JSON null is a value, too.
    :ivar updated_at: When the setting last changed.
    """

    id: int
    scope: str
    owner_user_id: int | None
    key: str
    value: JsonValue
    updated_at: datetime


def _make_setting(values: Sequence[Any]) -> Setting:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Setting,
        {
            "id": values[0],
            "scope": values[1],
            "owner_user_id": values[2],
            "key": values[3],
            "value": _runtime.read_json(values[4]),
            "updated_at": values[5],
        },
    )


GET_SYSTEM_SETTING: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.get_system_setting",
    source="queries/ops/settings.sql:1",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
    AND owner_user_id IS NULL
    AND key = $1""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_system_setting(conn: Connection[Any] | _runtime.Runner, *, key: str) -> Setting | None:
    """Get a setting of the installation; None when it was never set."""
    return _runtime.fetch_optional(conn, GET_SYSTEM_SETTING, (key,))


LIST_SYSTEM_SETTINGS: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.list_system_settings",
    source="queries/ops/settings.sql:16",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
ORDER BY key""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
)


def list_system_settings(conn: Connection[Any] | _runtime.Runner) -> list[Setting]:
    """List the settings of the installation by key."""
    return _runtime.fetch_all(conn, LIST_SYSTEM_SETTINGS)


LIST_SYSTEM_SETTINGS_FOR_ANYBODY: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.list_system_settings_for_anybody",
    source="queries/ops/settings.sql:30",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'system'
ORDER BY key""",
    row=_make_setting,
    reads=frozenset({"ops.settings"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_system_settings_for_anybody(conn: Connection[Any] | _runtime.Runner) -> list[Setting]:
    """List the settings of the installation by key, where nobody is signed in."""
    return _runtime.fetch_all(conn, LIST_SYSTEM_SETTINGS_FOR_ANYBODY)


SET_SYSTEM_SETTING: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.set_system_setting",
    source="queries/ops/settings.sql:45",
    sql="""INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('system', NULL, $1, $2)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="at_most_one",
)


def set_system_setting(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a setting of the installation.

    For administrators. Everybody signed in reads it: no secrets.
    """
    return _runtime.fetch_optional(conn, SET_SYSTEM_SETTING, (key, _runtime.json_text(value)))


DELETE_SYSTEM_SETTING: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.settings.delete_system_setting",
    source="queries/ops/settings.sql:62",
    sql="""DELETE FROM ops.settings
WHERE scope = 'system'
    AND key = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="none",
)


def delete_system_setting(conn: Connection[Any] | _runtime.Runner, *, key: str) -> int:
    """Delete a setting of the installation.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_SYSTEM_SETTING, (key,))


GET_MY_SETTING: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.get_my_setting",
    source="queries/ops/settings.sql:70",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
    AND key = $1""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_my_setting(conn: Connection[Any] | _runtime.Runner, *, key: str) -> Setting | None:
    """Get a preference of the current user; None when it was never set."""
    return _runtime.fetch_optional(conn, GET_MY_SETTING, (key,))


LIST_MY_SETTINGS: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.list_my_settings",
    source="queries/ops/settings.sql:85",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
ORDER BY key""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
)


def list_my_settings(conn: Connection[Any] | _runtime.Runner) -> list[Setting]:
    """List the preferences of the current user by key."""
    return _runtime.fetch_all(conn, LIST_MY_SETTINGS)


SET_MY_SETTING: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.set_my_setting",
    source="queries/ops/settings.sql:100",
    sql="""INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('user', iam.current_user_id(), $1, $2)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="at_most_one",
)


def set_my_setting(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a preference of the current user."""
    return _runtime.fetch_optional(conn, SET_MY_SETTING, (key, _runtime.json_text(value)))


DELETE_MY_SETTING: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.settings.delete_my_setting",
    source="queries/ops/settings.sql:115",
    sql="""DELETE FROM ops.settings
WHERE scope = 'user'
    AND owner_user_id = iam.current_user_id()
    AND key = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="none",
)


def delete_my_setting(conn: Connection[Any] | _runtime.Runner, *, key: str) -> int:
    """Delete a preference of the current user."""
    return _runtime.execute_count(conn, DELETE_MY_SETTING, (key,))


GET_MY_FEATURE_FLAG: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.get_my_feature_flag",
    source="queries/ops/settings.sql:122",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND key = $1
    AND (owner_user_id = iam.current_user_id() OR owner_user_id IS NULL)
ORDER BY owner_user_id NULLS LAST
LIMIT 1""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_my_feature_flag(conn: Connection[Any] | _runtime.Runner, *, key: str) -> Setting | None:
    """Get a feature flag as it is for the current user: the user's own, or else that of everyone.

    None when neither was set.
    """
    return _runtime.fetch_optional(conn, GET_MY_FEATURE_FLAG, (key,))


LIST_MY_FEATURE_FLAGS: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.list_my_feature_flags",
    source="queries/ops/settings.sql:141",
    sql="""SELECT DISTINCT ON (key)
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND (owner_user_id = iam.current_user_id() OR owner_user_id IS NULL)
ORDER BY key, owner_user_id NULLS LAST""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
)


def list_my_feature_flags(conn: Connection[Any] | _runtime.Runner) -> list[Setting]:
    """List the feature flags by key, each as it is for the current user."""
    return _runtime.fetch_all(conn, LIST_MY_FEATURE_FLAGS)


GET_FEATURE_FLAG_OF_USER: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.get_feature_flag_of_user",
    source="queries/ops/settings.sql:156",
    sql="""SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND key = $1
    AND (owner_user_id = $2 OR owner_user_id IS NULL)
ORDER BY owner_user_id NULLS LAST
LIMIT 1""",
    row=_make_setting,
    reads=frozenset({"ops.settings"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_feature_flag_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
    user_id: int,
) -> Setting | None:
    """Get a feature flag as it is for a person: that person's, or else that of everyone.

    None when neither was set.
    """
    return _runtime.fetch_optional(conn, GET_FEATURE_FLAG_OF_USER, (key, user_id))


LIST_FEATURE_FLAGS: Final[_runtime.Variants[Setting]] = _runtime.Variants(
    name="ops.settings.list_feature_flags",
    source="queries/ops/settings.sql:176",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at
FROM ops.settings
WHERE scope = 'feature_flag'
    AND id > coalesce($1, 0)
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND key = $2  -- @if key
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """ORDER BY id
LIMIT $3""",
            uses=(3,),
        ),
    ),
    parameters=3,
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    read_only=True,
    idempotent=True,
)


def list_feature_flags(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, variant, variant.used((after_id, key, limit)))


SET_FEATURE_FLAG: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.set_feature_flag",
    source="queries/ops/settings.sql:198",
    sql="""INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('feature_flag', NULL, $1, $2)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="at_most_one",
)


def set_feature_flag(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a feature flag for everyone who has none of their own.

    For administrators.
    """
    return _runtime.fetch_optional(conn, SET_FEATURE_FLAG, (key, _runtime.json_text(value)))


SET_FEATURE_FLAG_OF_USER: Final[_runtime.Query[Setting]] = _runtime.Query(
    name="ops.settings.set_feature_flag_of_user",
    source="queries/ops/settings.sql:215",
    sql="""INSERT INTO ops.settings (scope, owner_user_id, key, value)
VALUES ('feature_flag', $1, $2, $3)
ON CONFLICT (scope, owner_user_id, key) DO UPDATE
SET value = EXCLUDED.value
RETURNING
    id,
    scope,
    owner_user_id,
    key,
    value,
    updated_at""",
    row=_make_setting,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="at_most_one",
)


def set_feature_flag_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    key: str,
    value: JsonValue,
) -> Setting | None:
    """Set a feature flag for one person, in place of that of everyone.

    For administrators. A foreign key violation when there is no such person.
    """
    return _runtime.fetch_optional(
        conn,
        SET_FEATURE_FLAG_OF_USER,
        (user_id, key, _runtime.json_text(value)),
    )


DELETE_FEATURE_FLAG: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.settings.delete_feature_flag",
    source="queries/ops/settings.sql:233",
    sql="""DELETE FROM ops.settings
WHERE scope = 'feature_flag'
    AND owner_user_id IS NULL
    AND key = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="none",
)


def delete_feature_flag(conn: Connection[Any] | _runtime.Runner, *, key: str) -> int:
    """Delete the feature flag of everyone; those of single persons stay.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_FEATURE_FLAG, (key,))


DELETE_FEATURE_FLAG_OF_USER: Final[_runtime.Query[None]] = _runtime.Query(
    name="ops.settings.delete_feature_flag_of_user",
    source="queries/ops/settings.sql:242",
    sql="""DELETE FROM ops.settings
WHERE scope = 'feature_flag'
    AND owner_user_id = $1
    AND key = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "ops.settings"}
    ),
    writes=frozenset({"ops.settings"}),
    rows="none",
)


def delete_feature_flag_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    key: str,
) -> int:
    """Delete the feature flag of one person, for whom that of everyone counts from then on.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_FEATURE_FLAG_OF_USER, (user_id, key))
