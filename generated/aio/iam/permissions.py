# Made by quern from queries/iam/permissions.sql: do not edit.
"""Queries of queries/iam/permissions.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.enums import Permission, Role
from ...iam.models import RolesPermission
from ...iam.permissions import (
    HAS_PERMISSION,
    LIST_MY_PERMISSIONS,
    LIST_PERMISSIONS_OF_ROLE,
    LIST_ROLES_PERMISSIONS,
    LIST_USER_PERMISSIONS,
)


async def list_roles_permissions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[RolesPermission]:
    """List every role with every permission it carries, for anybody signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_ROLES_PERMISSIONS)


async def list_permissions_of_role(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    role: Role,
) -> list[Permission]:
    """List the permissions a role carries, for anybody signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_PERMISSIONS_OF_ROLE, (role,))


async def list_user_permissions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    team_id: int,
) -> list[Permission]:
    """List what a person may do in a team of the current user.

    The permissions of the roles held in the team, and those of a system administrator when the
    person is one, in any team. None at all for an account that is not active. Of a team that is
    not the current user's, memberships are not seen, even by an administrator.
    """
    return await _runtime.aio.fetch_all(conn, LIST_USER_PERMISSIONS, (user_id, team_id))


async def list_my_permissions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[Permission]:
    """List what the current user may do in a team.

    As `list_user_permissions`, for the person on whose behalf the transaction runs.
    """
    return await _runtime.aio.fetch_all(conn, LIST_MY_PERMISSIONS, (team_id,))


async def has_permission(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
    permission: Permission,
) -> bool:
    """Whether the current user has one permission in a team."""
    return await _runtime.aio.fetch_one(conn, HAS_PERMISSION, (team_id, permission))
