# Made by quern from queries/iam/permission_grants.sql: do not edit.
"""Queries of queries/iam/permission_grants.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...iam.enums import Role
from ...iam.permission_grants import (
    GET_PERMISSION_GRANT,
    GRANT_PERMISSION_TO_ROLE,
    GRANT_PERMISSION_TO_USER,
    IS_ACTION_GRANTED,
    LIST_EFFECTIVE_PERMISSION_GRANTS,
    LIST_PERMISSION_GRANTS,
    LIST_PERMISSION_GRANTS_OF_ROLE,
    LIST_PERMISSION_GRANTS_OF_USER,
    LIST_PERMISSION_GRANTS_ON_RESOURCE,
    REVOKE_PERMISSION_FROM_ROLE,
    REVOKE_PERMISSION_FROM_USER,
    REVOKE_PERMISSION_GRANT,
    PermissionGrant,
)


async def grant_permission_to_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int | None,
    resource: str,
    action: str,
    conditions: JsonValue,
) -> PermissionGrant:
    """Let a person act on a resource; the same grant given twice is one.

    For administrators.

    :param resource: what may be acted on, by the name the application gives it
    :param action: Read, Write, Update, Delete, or Admin for all of them
    :param conditions: keys and values the context must equal; an empty object for none
    """
    return await _runtime.aio.fetch_one(
        conn,
        GRANT_PERMISSION_TO_USER,
        (user_id, resource, action, _runtime.json_text(conditions)),
    )


async def grant_permission_to_role(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    role: Role | None,
    resource: str,
    action: str,
    conditions: JsonValue,
) -> PermissionGrant:
    """Let everybody of a role act on a resource; the same grant given twice is one.

    For administrators.

    :param resource: what may be acted on, by the name the application gives it
    :param action: Read, Write, Update, Delete, or Admin for all of them
    :param conditions: keys and values the context must equal; an empty object for none
    """
    return await _runtime.aio.fetch_one(
        conn,
        GRANT_PERMISSION_TO_ROLE,
        (role, resource, action, _runtime.json_text(conditions)),
    )


async def get_permission_grant(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    permission_grant_id: int,
) -> PermissionGrant | None:
    """Get a grant by id, if the current user may see it.

    An administrator sees every grant; others see their own and those of roles they hold.
    """
    return await _runtime.aio.fetch_optional(conn, GET_PERMISSION_GRANT, (permission_grant_id,))


async def list_permission_grants(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    after_id: int | None,
    limit: int,
) -> list[PermissionGrant]:
    """List the grants that the current user may see in order of id, one page at a time.

    All of them for an administrator; others see their own and those of roles they hold.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_PERMISSION_GRANTS, (after_id, limit))


async def list_permission_grants_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> list[PermissionGrant]:
    """List the grants given to a person directly.

    For administrators, and about oneself: others see none. `list_effective_permission_grants` adds
    those of the roles held.
    """
    return await _runtime.aio.fetch_all(conn, LIST_PERMISSION_GRANTS_OF_USER, (user_id,))


async def list_permission_grants_of_role(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    role: Role,
) -> list[PermissionGrant]:
    """List the grants given to a role.

    For administrators, and whoever holds the role: others see none.
    """
    return await _runtime.aio.fetch_all(conn, LIST_PERMISSION_GRANTS_OF_ROLE, (role,))


async def list_permission_grants_on_resource(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    resource: str,
) -> list[PermissionGrant]:
    """List who was given what on a resource.

    All of it for administrators; others see their own grants and those of roles they hold.
    """
    return await _runtime.aio.fetch_all(conn, LIST_PERMISSION_GRANTS_ON_RESOURCE, (resource,))


async def list_effective_permission_grants(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[PermissionGrant]:
    """List the grants that hold for the current user in a team.

    The person's own grants and those of the roles held: the roles in the team, and system
    administrator when the person is one. None at all for an account that is not active. The
    conditions are not looked at.
    """
    return await _runtime.aio.fetch_all(conn, LIST_EFFECTIVE_PERMISSION_GRANTS, (team_id,))


async def is_action_granted(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    resource: str,
    action: str,
    context: JsonValue,
    team_id: int,
) -> bool:
    """Whether some grant lets the current user, in a team and a context, do an action on a resource.

    A grant of Admin allows every action. Each key of a grant's conditions must be in the context
    with an equal value; keys of the context that no condition names do not matter.

    :param action: Read, Write, Update, Delete or Admin
    :param context: what is known of the request, as an object
    """
    return await _runtime.aio.fetch_one(
        conn,
        IS_ACTION_GRANTED,
        (resource, action, _runtime.json_text(context), team_id),
    )


async def revoke_permission_grant(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    permission_grant_id: int,
) -> int:
    """Take one grant back.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, REVOKE_PERMISSION_GRANT, (permission_grant_id,))


async def revoke_permission_from_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    resource: str,
    action: str,
) -> int:
    """Take every grant of an action on a resource back from a person, whatever its conditions.

    For administrators. What the person may do through a role stays.
    """
    return await _runtime.aio.execute_count(
        conn,
        REVOKE_PERMISSION_FROM_USER,
        (user_id, resource, action),
    )


async def revoke_permission_from_role(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    role: Role,
    resource: str,
    action: str,
) -> int:
    """Take every grant of an action on a resource back from a role, whatever its conditions.

    For administrators.
    """
    return await _runtime.aio.execute_count(
        conn,
        REVOKE_PERMISSION_FROM_ROLE,
        (role, resource, action),
    )
