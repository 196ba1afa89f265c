# Made by quern from queries/iam/permissions.sql: do not edit.
"""Queries of queries/iam/permissions.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import Permission, Role
from .enums import read_permission as _read_permission
from .models import RolesPermission
from .models import make_roles_permission as _make_roles_permission

LIST_ROLES_PERMISSIONS: Final[_runtime.Query[RolesPermission]] = _runtime.Query(
    name="iam.permissions.list_roles_permissions",
    source="queries/iam/permissions.sql:1",
    sql="""SELECT
    role,
    permission
FROM iam.roles_permissions
ORDER BY role, permission""",
    row=_make_roles_permission,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_roles_permissions(conn: Connection[Any] | _runtime.Runner) -> list[RolesPermission]:
    """List every role with every permission it carries, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_ROLES_PERMISSIONS)


def _list_permissions_of_role_value(values: Sequence[Any]) -> Permission:
    """Make the value of a row of what the server sends."""
    return _read_permission(values[0])


LIST_PERMISSIONS_OF_ROLE: Final[_runtime.Query[Permission]] = _runtime.Query(
    name="iam.permissions.list_permissions_of_role",
    source="queries/iam/permissions.sql:9",
    sql="""SELECT permission
FROM iam.roles_permissions
WHERE role = $1
ORDER BY permission""",
    row=_list_permissions_of_role_value,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_permissions_of_role(
    conn: Connection[Any] | _runtime.Runner,
    *,
    role: Role,
) -> list[Permission]:
    """List the permissions a role carries, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_PERMISSIONS_OF_ROLE, (role,))


def _list_user_permissions_value(values: Sequence[Any]) -> Permission:
    """Make the value of a row of what the server sends."""
    return _read_permission(values[0])


LIST_USER_PERMISSIONS: Final[_runtime.Query[Permission]] = _runtime.Query(
    name="iam.permissions.list_user_permissions",
    source="queries/iam/permissions.sql:16",
    sql="""SELECT DISTINCT rp.permission
FROM iam.roles_permissions AS rp
WHERE rp.role IN (
    SELECT unnest(tu.roles)
    FROM iam.team_users AS tu
    INNER JOIN iam.users AS u
        ON u.id = tu.user_id
    WHERE tu.user_id = $1
        AND tu.team_id = $2
        AND u.status = 'active'
    UNION ALL
    SELECT 'SystemAdministrator'
    FROM iam.users AS u
    WHERE u.id = $1
        AND u.system_admin
        AND u.status = 'active'
)
ORDER BY rp.permission""",
    row=_list_user_permissions_value,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_user_permissions(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    team_id: int,
) -> list[Permission]:
    """List what a person may do in a team of the current user.

    The permissions of the roles held in the team, and those of a system administrator when the
    person is one, in any team. None at all for an account that is not active. Of a team that is
    not the current user's, memberships are not seen, even by an administrator.
    """
    return _runtime.fetch_all(conn, LIST_USER_PERMISSIONS, (user_id, team_id))


def _list_my_permissions_value(values: Sequence[Any]) -> Permission:
    """Make the value of a row of what the server sends."""
    return _read_permission(values[0])


LIST_MY_PERMISSIONS: Final[_runtime.Query[Permission]] = _runtime.Query(
    name="iam.permissions.list_my_permissions",
    source="queries/iam/permissions.sql:41",
    sql="""SELECT DISTINCT rp.permission
FROM iam.roles_permissions AS rp
WHERE rp.role IN (
    SELECT held.role
    FROM iam.current_roles($1) AS held (role)
)
ORDER BY rp.permission""",
    row=_list_my_permissions_value,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_my_permissions(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
) -> list[Permission]:
    """List what the current user may do in a team.

    As `list_user_permissions`, for the person on whose behalf the transaction runs.
    """
    return _runtime.fetch_all(conn, LIST_MY_PERMISSIONS, (team_id,))


HAS_PERMISSION: Final[_runtime.Query[bool]] = _runtime.Query(
    name="iam.permissions.has_permission",
    source="queries/iam/permissions.sql:53",
    sql="""SELECT iam.has_permission($1, $2) AS has_permission""",
    row=_runtime.scalar,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def has_permission(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
    permission: Permission,
) -> bool:
    """Whether the current user has one permission in a team."""
    return _runtime.fetch_one(conn, HAS_PERMISSION, (team_id, permission))
