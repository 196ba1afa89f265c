# Made by quern from queries/iam/api_keys.sql: do not edit.
"""Queries of queries/iam/api_keys.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from .. import _runtime


class ApiKey(_runtime.Row):
    """A row of create_api_key and 10 other queries.

    :ivar id: Identifier of the key.
    :ivar external_id: Identifier to show outside, which tells nothing about the number of keys.
    :ivar prompt_id: Assistant the key is tied to; NULL for a key that is not, as for MCP.
    :ivar user_id: Person the key acts for.
    :ivar team_id: Team the key acts in.
    :ivar name: Name given by the person.
    :ivar description: What the key is for.
    :ivar key_prefix: First characters of the key, at most eight, to recognise it by; NULL when they
        were not kept.
    :ivar scopes: What the key is good for, as names the application defines; empty for everything.
    :ivar rate_limit: Requests allowed per minute; 0 for no limit of its own.
    :ivar quota: Units the key may use in all; NULL for no limit.
    :ivar used_quota: Units used so far.
    :ivar status: active; disabled for a time; or revoked for good.
    :ivar is_active: Whether the status is active; generated.
    :ivar expires_at: From when on the key is refused; NULL for never.
    :ivar last_used_at: When the key was last used, to the minute.
    :ivar deleted_at: When the key was taken out of sight, its history kept; NULL while it is in
        use.
    :ivar created_at: When the key was made.
    :ivar updated_at: When the key last changed; using it is not a change.
    """

    id: int
    external_id: UUID
    prompt_id: int | None
    user_id: int
    team_id: int
    name: str
    description: str | None
    key_prefix: str | None
    scopes: list[str]
    rate_limit: int
    quota: int | None
    used_quota: int
    status: str
    is_active: bool
    expires_at: datetime | None
    last_used_at: datetime | None
    deleted_at: datetime | None
    created_at: datetime
    updated_at: datetime


def _make_api_key(values: Sequence[Any]) -> ApiKey:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ApiKey,
        {
            "id": values[0],
            "external_id": values[1],
            "prompt_id": values[2],
            "user_id": values[3],
            "team_id": values[4],
            "name": values[5],
            "description": values[6],
            "key_prefix": values[7],
            "scopes": values[8],
            "rate_limit": values[9],
            "quota": values[10],
            "used_quota": values[11],
            "status": values[12],
            "is_active": values[13],
            "expires_at": values[14],
            "last_used_at": values[15],
            "deleted_at": values[16],
            "created_at": values[17],
            "updated_at": values[18],
        },
    )


CREATE_API_KEY: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.create_api_key",
    source="queries/iam/api_keys.sql:1",
    sql="""INSERT INTO iam.api_keys (
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    api_key,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    expires_at
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
    $9,
    $10,
    $11
)
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at""",
    row=_make_api_key,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="exactly_one",
)


def create_api_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    prompt_id: int | None,
    user_id: int,
    team_id: int,
    name: str,
    description: str | None,
    key_hash: str,
    key_prefix: str | None,
    scopes: Sequence[str | None],
    rate_limit: int,
    quota: int | None,
    expires_at: datetime | None,
) -> ApiKey:
    """Store a new key of the current user in a team.

    For those who have the permission CreateApiKeys in it, or ManageMcpKeys for a key that is tied to
    no assistant. An assistant is one that the current user sees, and that is of the same team or
    shared with everyone; any other is refused. The application makes the key, shows it once, and
    sends only its hash and first characters.

    :param prompt_id: assistant the key is tied to; None for a key without one, as for MCP
    :param user_id: the current user; a key that acts for somebody else is refused
    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    :param key_prefix: first characters of the key, at most eight
    :param scopes: names the application defines; an empty list for everything
    :param rate_limit: requests a minute; 0 for no limit of its own
    :param quota: units in all; None for no limit
    :param expires_at: from when on the key is refused; None for never
    """
    return _runtime.fetch_one(
        conn,
        CREATE_API_KEY,
        (
            prompt_id,
            user_id,
            team_id,
            name,
            description,
            key_hash,
            key_prefix,
            _runtime.array_text(scopes),
            rate_limit,
            quota,
            expires_at,
        ),
    )


VALIDATE_API_KEY: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.validate_api_key",
    source="queries/iam/api_keys.sql:64",
    sql="""SELECT
    k.id,
    k.external_id,
    k.prompt_id,
    k.user_id,
    k.team_id,
    k.name,
    k.description,
    k.key_prefix,
    k.scopes,
    k.rate_limit,
    k.quota,
    k.used_quota,
    k.status,
    k.is_active,
    k.expires_at,
    k.last_used_at,
    k.deleted_at,
    k.created_at,
    k.updated_at
FROM iam.api_keys AS k
WHERE k.api_key = $1
    AND k.is_active
    AND k.deleted_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > now())
    AND (k.quota IS NULL OR k.used_quota < k.quota)
    AND EXISTS (
        SELECT
        FROM iam.users AS u
        INNER JOIN iam.team_users AS tu
            ON tu.user_id = u.id
        WHERE u.id = k.user_id
            AND u.status = 'active'
            AND tu.team_id = k.team_id
    )""",
    row=_make_api_key,
    reads=frozenset({"iam.api_keys", "iam.team_users", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def validate_api_key(conn: Connection[Any] | _runtime.Runner, *, key_hash: str) -> ApiKey | None:
    """Find the key a request brought, if it may be used now.

    None unless the key is active, not deleted, not expired and has quota left, and the person it
    acts for has an active account and still belongs to its team. `find_api_key_by_hash` tells
    which of these failed.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return _runtime.fetch_optional(conn, VALIDATE_API_KEY, (key_hash,))


FIND_API_KEY_BY_HASH: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.find_api_key_by_hash",
    source="queries/iam/api_keys.sql:109",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE api_key = $1""",
    row=_make_api_key,
    reads=frozenset({"iam.api_keys"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_api_key_by_hash(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
) -> ApiKey | None:
    """Find a key by its hash, usable or not.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return _runtime.fetch_optional(conn, FIND_API_KEY_BY_HASH, (key_hash,))


GET_API_KEY: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.get_api_key",
    source="queries/iam/api_keys.sql:137",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE id = $1
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_api_key(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> ApiKey | None:
    """Get a key of a team of the current user."""
    return _runtime.fetch_optional(conn, GET_API_KEY, (api_key_id,))


GET_API_KEY_BY_EXTERNAL_ID: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.get_api_key_by_external_id",
    source="queries/iam/api_keys.sql:168",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE external_id = $1
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_api_key_by_external_id(
    conn: Connection[Any] | _runtime.Runner,
    *,
    external_id: UUID,
) -> ApiKey | None:
    """Get a key of a team of the current user by the identifier shown outside."""
    return _runtime.fetch_optional(conn, GET_API_KEY_BY_EXTERNAL_ID, (external_id,))


LIST_API_KEYS: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.list_api_keys",
    source="queries/iam/api_keys.sql:199",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = $1
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at DESC, id DESC""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_api_keys(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> list[ApiKey]:
    """List the keys of a team of the current user that are not deleted, newest first."""
    return _runtime.fetch_all(conn, LIST_API_KEYS, (team_id,))


LIST_MY_PROMPT_API_KEYS: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.list_my_prompt_api_keys",
    source="queries/iam/api_keys.sql:232",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = $1
    AND user_id = iam.current_user_id()
    AND prompt_id IS NOT NULL
    AND deleted_at IS NULL
ORDER BY created_at DESC, id DESC""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_my_prompt_api_keys(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
) -> list[ApiKey]:
    """List the current user's own keys in a team that are tied to an assistant, newest first."""
    return _runtime.fetch_all(conn, LIST_MY_PROMPT_API_KEYS, (team_id,))


LIST_MCP_API_KEYS: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.list_mcp_api_keys",
    source="queries/iam/api_keys.sql:262",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE team_id = $1
    AND prompt_id IS NULL
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at DESC, id DESC""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_mcp_api_keys(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> list[ApiKey]:
    """List the keys of a team of the current user that are tied to no assistant, newest first."""
    return _runtime.fetch_all(conn, LIST_MCP_API_KEYS, (team_id,))


LIST_API_KEYS_BY_PREFIX: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.list_api_keys_by_prefix",
    source="queries/iam/api_keys.sql:296",
    sql="""SELECT
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at
FROM iam.api_keys
WHERE key_prefix = $1
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY id""",
    row=_make_api_key,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_api_keys_by_prefix(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_prefix: str,
) -> list[ApiKey]:
    """List the keys of the current user's teams that begin like this, deleted ones too.

    To find out which key turned up in a log or a repository.

    :param key_prefix: the whole stored prefix
    """
    return _runtime.fetch_all(conn, LIST_API_KEYS_BY_PREFIX, (key_prefix,))


UPDATE_API_KEY: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.update_api_key",
    source="queries/iam/api_keys.sql:331",
    sql="""UPDATE iam.api_keys
SET
    name = $1,
    description = $2,
    scopes = $3,
    rate_limit = $4,
    quota = $5,
    expires_at = $6
WHERE id = $7
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at""",
    row=_make_api_key,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="at_most_one",
)


def update_api_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    description: str | None,
    scopes: Sequence[str | None],
    rate_limit: int,
    quota: int | None,
    expires_at: datetime | None,
    api_key_id: int,
) -> ApiKey | None:
    """Replace the description and the limits of a key.

    For the person it acts for, and for managers of its team. An active key of an assistant that the
    current user does not see, or that is no longer shared with the key's team, is refused.

    :param scopes: names the application defines; an empty list for everything
    :param rate_limit: requests a minute; 0 for no limit of its own
    :param quota: units in all; None for no limit
    :param expires_at: from when on the key is refused; None for never
    """
    return _runtime.fetch_optional(
        conn,
        UPDATE_API_KEY,
        (name, description, _runtime.array_text(scopes), rate_limit, quota, expires_at, api_key_id),
    )


ROTATE_API_KEY: Final[_runtime.Query[ApiKey]] = _runtime.Query(
    name="iam.api_keys.rotate_api_key",
    source="queries/iam/api_keys.sql:377",
    sql="""UPDATE iam.api_keys
SET
    api_key = $1,
    key_prefix = $2
WHERE id = $3
    AND status <> 'revoked'
    AND deleted_at IS NULL
    AND user_id = iam.current_user_id()
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    external_id,
    prompt_id,
    user_id,
    team_id,
    name,
    description,
    key_prefix,
    scopes,
    rate_limit,
    quota,
    used_quota,
    status,
    is_active,
    expires_at,
    last_used_at,
    deleted_at,
    created_at,
    updated_at""",
    row=_make_api_key,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="at_most_one",
)


def rotate_api_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
    key_prefix: str | None,
    api_key_id: int,
) -> ApiKey | None:
    """Replace the key itself and keep everything else; the old key stops working at once.

    For the person it acts for alone: whoever knows the new key acts for that person. None for a
    revoked or deleted key, or one of somebody else. An active key of an assistant that is no longer
    shared with the key's team is refused.

    :param key_hash: SHA-256 of the new key in lower-case hexadecimal, never the key
    :param key_prefix: first characters of the new key, at most eight
    """
    return _runtime.fetch_optional(conn, ROTATE_API_KEY, (key_hash, key_prefix, api_key_id))


SET_API_KEY_ENABLED: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.set_api_key_enabled",
    source="queries/iam/api_keys.sql:420",
    sql="""UPDATE iam.api_keys
SET status = CASE WHEN $1 THEN 'active' ELSE 'disabled' END
WHERE id = $2
    AND status <> 'revoked'
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
)


def set_api_key_enabled(
    conn: Connection[Any] | _runtime.Runner,
    *,
    enabled: bool,
    api_key_id: int,
) -> int:
    """Switch a key on, or off for a time.

    For the person it acts for, and for managers of its team. A revoked key stays revoked. One whose
    assistant the current user does not see, or that is no longer shared with the key's team, can be
    switched off, and is refused when switched on.
    """
    return _runtime.execute_count(conn, SET_API_KEY_ENABLED, (enabled, api_key_id))


REVOKE_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.revoke_api_key",
    source="queries/iam/api_keys.sql:437",
    sql="""UPDATE iam.api_keys
SET status = 'revoked'
WHERE id = $1
    AND status <> 'revoked'
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
)


def revoke_api_key(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> int:
    """Revoke a key for good; it stays in the list.

    For the person it acts for, and for managers of its team.
    """
    return _runtime.execute_count(conn, REVOKE_API_KEY, (api_key_id,))


ARCHIVE_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.archive_api_key",
    source="queries/iam/api_keys.sql:451",
    sql="""UPDATE iam.api_keys
SET
    status = 'revoked',
    deleted_at = now()
WHERE id = $1
    AND deleted_at IS NULL
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.api_keys",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
)


def archive_api_key(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> int:
    """Revoke a key and take it out of the lists.

    For the person it acts for, and for managers of its team. The row stays, and with it the history
    that hangs on the key.
    """
    return _runtime.execute_count(conn, ARCHIVE_API_KEY, (api_key_id,))


DELETE_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.delete_api_key",
    source="queries/iam/api_keys.sql:468",
    sql="""DELETE FROM iam.api_keys
WHERE id = $1
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.api_keys", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
)


def delete_api_key(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> int:
    """Delete a key, and the history that hangs on it.

    For the person it acts for, and for managers of its team.
    """
    return _runtime.execute_count(conn, DELETE_API_KEY, (api_key_id,))


PURGE_ARCHIVED_API_KEYS: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.purge_archived_api_keys",
    source="queries/iam/api_keys.sql:480",
    sql="""DELETE FROM iam.api_keys
WHERE deleted_at < $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.api_keys"}),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
    role="system",
)


def purge_archived_api_keys(
    conn: Connection[Any] | _runtime.Runner,
    *,
    deleted_before: datetime,
) -> int:
    """Delete the keys of all teams that were archived before a moment."""
    return _runtime.execute_count(conn, PURGE_ARCHIVED_API_KEYS, (deleted_before,))


TOUCH_API_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.touch_api_key",
    source="queries/iam/api_keys.sql:486",
    sql="""UPDATE iam.api_keys
SET last_used_at = now()
WHERE id = $1
    AND (last_used_at IS NULL OR last_used_at < now() - INTERVAL '1 minute')""",
    row=_runtime.no_row,
    reads=frozenset({"iam.api_keys"}),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
    role="system",
)


def touch_api_key(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> int:
    """Note that a key was used, at most once a minute.

    1 when noted, 0 when it was within the last minute: a busy key costs no write a request.
    """
    return _runtime.execute_count(conn, TOUCH_API_KEY, (api_key_id,))


class DeductApiKeyQuotaRow(_runtime.Row):
    """A row of deduct_api_key_quota.

    :ivar id: Identifier of the key.
    :ivar quota: Units the key may use in all; NULL for no limit.
    :ivar used_quota: Units used so far.
    """

    id: int
    quota: int | None
    used_quota: int


def _make_deduct_api_key_quota_row(values: Sequence[Any]) -> DeductApiKeyQuotaRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        DeductApiKeyQuotaRow,
        {
            "id": values[0],
            "quota": values[1],
            "used_quota": values[2],
        },
    )


DEDUCT_API_KEY_QUOTA: Final[_runtime.Query[DeductApiKeyQuotaRow]] = _runtime.Query(
    name="iam.api_keys.deduct_api_key_quota",
    source="queries/iam/api_keys.sql:496",
    sql="""UPDATE iam.api_keys
SET used_quota = used_quota + $1
WHERE id = $2
    AND $1 >= 0::bigint
    AND (quota IS NULL OR $1 <= quota - used_quota)
RETURNING
    id,
    quota,
    used_quota""",
    row=_make_deduct_api_key_quota_row,
    reads=frozenset({"iam.api_keys"}),
    writes=frozenset({"iam.api_keys"}),
    rows="at_most_one",
    role="system",
)


def deduct_api_key_quota(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cost: int,
    api_key_id: int,
) -> DeductApiKeyQuotaRow | None:
    """Charge a key for a request, if its quota allows.

    None when it does not, and nothing is charged then: concurrent requests can never use more
    than the quota.

    :param cost: units, not negative
    """
    return _runtime.fetch_optional(conn, DEDUCT_API_KEY_QUOTA, (cost, api_key_id))


class RefundApiKeyQuotaRow(_runtime.Row):
    """A row of refund_api_key_quota.

    :ivar id: Identifier of the key.
    :ivar quota: Units the key may use in all; NULL for no limit.
    :ivar used_quota: Units used so far.
    """

    id: int
    quota: int | None
    used_quota: int


def _make_refund_api_key_quota_row(values: Sequence[Any]) -> RefundApiKeyQuotaRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        RefundApiKeyQuotaRow,
        {
            "id": values[0],
            "quota": values[1],
            "used_quota": values[2],
        },
    )


REFUND_API_KEY_QUOTA: Final[_runtime.Query[RefundApiKeyQuotaRow]] = _runtime.Query(
    name="iam.api_keys.refund_api_key_quota",
    source="queries/iam/api_keys.sql:513",
    sql="""UPDATE iam.api_keys
SET used_quota = greatest(used_quota - $1, 0)
WHERE id = $2
    AND $1 >= 0::bigint
RETURNING
    id,
    quota,
    used_quota""",
    row=_make_refund_api_key_quota_row,
    reads=frozenset({"iam.api_keys"}),
    writes=frozenset({"iam.api_keys"}),
    rows="at_most_one",
    role="system",
)


def refund_api_key_quota(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cost: int,
    api_key_id: int,
) -> RefundApiKeyQuotaRow | None:
    """Give units charged before back to a key, down to none used.

    :param cost: units, not negative
    """
    return _runtime.fetch_optional(conn, REFUND_API_KEY_QUOTA, (cost, api_key_id))


RESET_API_KEY_USAGE: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.api_keys.reset_api_key_usage",
    source="queries/iam/api_keys.sql:526",
    sql="""UPDATE iam.api_keys
SET used_quota = 0
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.api_keys"}),
    writes=frozenset({"iam.api_keys"}),
    rows="none",
    role="system",
)


def reset_api_key_usage(conn: Connection[Any] | _runtime.Runner, *, api_key_id: int) -> int:
    """Count a key's use from zero again."""
    return _runtime.execute_count(conn, RESET_API_KEY_USAGE, (api_key_id,))
