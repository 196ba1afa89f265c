# Made by quern from queries/iam/api_keys.sql: do not edit.
"""Queries of queries/iam/api_keys.sql, for asyncio."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.api_keys import (
    ARCHIVE_API_KEY,
    CREATE_API_KEY,
    DEDUCT_API_KEY_QUOTA,
    DELETE_API_KEY,
    FIND_API_KEY_BY_HASH,
    GET_API_KEY,
    GET_API_KEY_BY_EXTERNAL_ID,
    LIST_API_KEYS,
    LIST_API_KEYS_BY_PREFIX,
    LIST_MCP_API_KEYS,
    LIST_MY_PROMPT_API_KEYS,
    PURGE_ARCHIVED_API_KEYS,
    REFUND_API_KEY_QUOTA,
    RESET_API_KEY_USAGE,
    REVOKE_API_KEY,
    ROTATE_API_KEY,
    SET_API_KEY_ENABLED,
    TOUCH_API_KEY,
    UPDATE_API_KEY,
    VALIDATE_API_KEY,
    ApiKey,
    DeductApiKeyQuotaRow,
    RefundApiKeyQuotaRow,
)


async def create_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
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


async def validate_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
) -> ApiKey | None:
    """Find the key a request brought, if it may be used now.

    None unless the key is active, not deleted, not expired and has quota left, and the person it
    acts for has an active account and still belongs to its team. `find_api_key_by_hash` tells
    which of these failed.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(conn, VALIDATE_API_KEY, (key_hash,))


async def find_api_key_by_hash(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
) -> ApiKey | None:
    """Find a key by its hash, usable or not.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(conn, FIND_API_KEY_BY_HASH, (key_hash,))


async def get_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> ApiKey | None:
    """Get a key of a team of the current user."""
    return await _runtime.aio.fetch_optional(conn, GET_API_KEY, (api_key_id,))


async def get_api_key_by_external_id(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    external_id: UUID,
) -> ApiKey | None:
    """Get a key of a team of the current user by the identifier shown outside."""
    return await _runtime.aio.fetch_optional(conn, GET_API_KEY_BY_EXTERNAL_ID, (external_id,))


async def list_api_keys(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[ApiKey]:
    """List the keys of a team of the current user that are not deleted, newest first."""
    return await _runtime.aio.fetch_all(conn, LIST_API_KEYS, (team_id,))


async def list_my_prompt_api_keys(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[ApiKey]:
    """List the current user's own keys in a team that are tied to an assistant, newest first."""
    return await _runtime.aio.fetch_all(conn, LIST_MY_PROMPT_API_KEYS, (team_id,))


async def list_mcp_api_keys(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[ApiKey]:
    """List the keys of a team of the current user that are tied to no assistant, newest first."""
    return await _runtime.aio.fetch_all(conn, LIST_MCP_API_KEYS, (team_id,))


async def list_api_keys_by_prefix(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_prefix: str,
) -> list[ApiKey]:
    """List the keys of the current user's teams that begin like this, deleted ones too.

    To find out which key turned up in a log or a repository.

    :param key_prefix: the whole stored prefix
    """
    return await _runtime.aio.fetch_all(conn, LIST_API_KEYS_BY_PREFIX, (key_prefix,))


async def update_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_API_KEY,
        (name, description, _runtime.array_text(scopes), rate_limit, quota, expires_at, api_key_id),
    )


async def rotate_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        ROTATE_API_KEY,
        (key_hash, key_prefix, api_key_id),
    )


async def set_api_key_enabled(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    enabled: bool,
    api_key_id: int,
) -> int:
    """Switch a key on, or off for a time.

    For the person it acts for, and for managers of its team. A revoked key stays revoked. One whose
    assistant the current user does not see, or that is no longer shared with the key's team, can be
    switched off, and is refused when switched on.
    """
    return await _runtime.aio.execute_count(conn, SET_API_KEY_ENABLED, (enabled, api_key_id))


async def revoke_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> int:
    """Revoke a key for good; it stays in the list.

    For the person it acts for, and for managers of its team.
    """
    return await _runtime.aio.execute_count(conn, REVOKE_API_KEY, (api_key_id,))


async def archive_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> int:
    """Revoke a key and take it out of the lists.

    For the person it acts for, and for managers of its team. The row stays, and with it the history
    that hangs on the key.
    """
    return await _runtime.aio.execute_count(conn, ARCHIVE_API_KEY, (api_key_id,))


async def delete_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> int:
    """Delete a key, and the history that hangs on it.

    For the person it acts for, and for managers of its team.
    """
    return await _runtime.aio.execute_count(conn, DELETE_API_KEY, (api_key_id,))


async def purge_archived_api_keys(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    deleted_before: datetime,
) -> int:
    """Delete the keys of all teams that were archived before a moment."""
    return await _runtime.aio.execute_count(conn, PURGE_ARCHIVED_API_KEYS, (deleted_before,))


async def touch_api_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> int:
    """Note that a key was used, at most once a minute.

    1 when noted, 0 when it was within the last minute: a busy key costs no write a request.
    """
    return await _runtime.aio.execute_count(conn, TOUCH_API_KEY, (api_key_id,))


async def deduct_api_key_quota(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    cost: int,
    api_key_id: int,
) -> DeductApiKeyQuotaRow | None:
    """Charge a key for a request, if its quota allows.

    None when it does not, and nothing is charged then: concurrent requests can never use more
    than the quota.

    :param cost: units, not negative
    """
    return await _runtime.aio.fetch_optional(conn, DEDUCT_API_KEY_QUOTA, (cost, api_key_id))


async def refund_api_key_quota(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    cost: int,
    api_key_id: int,
) -> RefundApiKeyQuotaRow | None:
    """Give units charged before back to a key, down to none used.

    :param cost: units, not negative
    """
    return await _runtime.aio.fetch_optional(conn, REFUND_API_KEY_QUOTA, (cost, api_key_id))


async def reset_api_key_usage(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    api_key_id: int,
) -> int:
    """Count a key's use from zero again."""
    return await _runtime.aio.execute_count(conn, RESET_API_KEY_USAGE, (api_key_id,))
