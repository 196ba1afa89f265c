# Made by quern from queries/iam/permission_grants.sql: do not edit.
"""Queries of queries/iam/permission_grants.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime
from .enums import Role
from .enums import read_role as _read_role


class PermissionGrant(_runtime.Row):
    """A row of grant_permission_to_user and 7 other queries.

    :ivar id: Identifier of the grant.
    :ivar user_id: Person the grant is given to; NULL when it is given to a role.
    :ivar role: Role the grant is given to; NULL when it is given to a person.
    :ivar resource: What may be acted on, by the name the application gives it.
    :ivar action: What may be done: Read, Write (insert), Update, Delete, or Admin for all of them.
    :ivar conditions: Keys and values that the context of the request must equal, all of them; an
        empty object for no condition.
    :ivar created_at: When the grant was given.
    """

    id: int
    user_id: int | None
    role: Role | None
    resource: str
    action: str
    conditions: JsonValue
    created_at: datetime


def _make_permission_grant(values: Sequence[Any]) -> PermissionGrant:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        PermissionGrant,
        {
            "id": values[0],
            "user_id": values[1],
            "role": None if values[2] is None else _read_role(values[2]),
            "resource": values[3],
            "action": values[4],
            "conditions": _runtime.read_json(values[5]),
            "created_at": values[6],
        },
    )


GRANT_PERMISSION_TO_USER: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.grant_permission_to_user",
    source="queries/iam/permission_grants.sql:1",
    sql="""INSERT INTO iam.permission_grants (user_id, resource, action, conditions)
VALUES ($1, $2, $3, $4)
-- An update that changes nothing, because DO NOTHING would return no row.
ON CONFLICT ON CONSTRAINT permission_grants_key DO UPDATE
SET resource = EXCLUDED.resource
RETURNING
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.permission_grants"}),
    rows="exactly_one",
)


def grant_permission_to_user(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
        conn,
        GRANT_PERMISSION_TO_USER,
        (user_id, resource, action, _runtime.json_text(conditions)),
    )


GRANT_PERMISSION_TO_ROLE: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.grant_permission_to_role",
    source="queries/iam/permission_grants.sql:23",
    sql="""INSERT INTO iam.permission_grants (role, resource, action, conditions)
VALUES ($1, $2, $3, $4)
-- An update that changes nothing, because DO NOTHING would return no row.
ON CONFLICT ON CONSTRAINT permission_grants_key DO UPDATE
SET resource = EXCLUDED.resource
RETURNING
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.permission_grants"}),
    rows="exactly_one",
)


def grant_permission_to_role(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
        conn,
        GRANT_PERMISSION_TO_ROLE,
        (role, resource, action, _runtime.json_text(conditions)),
    )


GET_PERMISSION_GRANT: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.get_permission_grant",
    source="queries/iam/permission_grants.sql:45",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE id = $1""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_permission_grant(
    conn: Connection[Any] | _runtime.Runner,
    *,
    permission_grant_id: int,
) -> PermissionGrant | None:
    """Get a grant by id, if the current user may see it.

    An administrator sees every grant; others see their own and those of roles they hold.
    """
    return _runtime.fetch_optional(conn, GET_PERMISSION_GRANT, (permission_grant_id,))


LIST_PERMISSION_GRANTS: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.list_permission_grants",
    source="queries/iam/permission_grants.sql:61",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE id > coalesce($1, 0)
ORDER BY id
LIMIT $2""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_permission_grants(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
) -> list[PermissionGrant]:
    """List the grants that the current user may see in order of id, one page at a time.

    All of them for an administrator; others see their own and those of roles they hold.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_PERMISSION_GRANTS, (after_id, limit))


LIST_PERMISSION_GRANTS_OF_USER: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.list_permission_grants_of_user",
    source="queries/iam/permission_grants.sql:82",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE user_id = $1
ORDER BY resource, action, id""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_permission_grants_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
) -> list[PermissionGrant]:
    """List the grants given to a person directly.

    For administrators, and about oneself: others see none. `list_effective_permission_grants` adds
    those of the roles held.
    """
    return _runtime.fetch_all(conn, LIST_PERMISSION_GRANTS_OF_USER, (user_id,))


LIST_PERMISSION_GRANTS_OF_ROLE: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.list_permission_grants_of_role",
    source="queries/iam/permission_grants.sql:100",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE role = $1
ORDER BY resource, action, id""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_permission_grants_of_role(
    conn: Connection[Any] | _runtime.Runner,
    *,
    role: Role,
) -> list[PermissionGrant]:
    """List the grants given to a role.

    For administrators, and whoever holds the role: others see none.
    """
    return _runtime.fetch_all(conn, LIST_PERMISSION_GRANTS_OF_ROLE, (role,))


LIST_PERMISSION_GRANTS_ON_RESOURCE: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.list_permission_grants_on_resource",
    source="queries/iam/permission_grants.sql:117",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE resource = $1
ORDER BY action, id""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_permission_grants_on_resource(
    conn: Connection[Any] | _runtime.Runner,
    *,
    resource: str,
) -> list[PermissionGrant]:
    """List who was given what on a resource.

    All of it for administrators; others see their own grants and those of roles they hold.
    """
    return _runtime.fetch_all(conn, LIST_PERMISSION_GRANTS_ON_RESOURCE, (resource,))


LIST_EFFECTIVE_PERMISSION_GRANTS: Final[_runtime.Query[PermissionGrant]] = _runtime.Query(
    name="iam.permission_grants.list_effective_permission_grants",
    source="queries/iam/permission_grants.sql:134",
    sql="""SELECT
    id,
    user_id,
    role,
    resource,
    action,
    conditions,
    created_at
FROM iam.permission_grants
WHERE (SELECT iam.is_signed_in())
    AND (
        user_id = iam.current_user_id()
        OR role IN (
            SELECT held.role
            FROM iam.current_roles($1) AS held (role)
        )
    )
ORDER BY resource, action, id""",
    row=_make_permission_grant,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_effective_permission_grants(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
) -> list[PermissionGrant]:
    """List the grants that hold for the current user in a team.

    The person's own grants and those of the roles held: the roles in the team, and system
    administrator when the person is one. None at all for an account that is not active. The
    conditions are not looked at.
    """
    return _runtime.fetch_all(conn, LIST_EFFECTIVE_PERMISSION_GRANTS, (team_id,))


IS_ACTION_GRANTED: Final[_runtime.Query[bool]] = _runtime.Query(
    name="iam.permission_grants.is_action_granted",
    source="queries/iam/permission_grants.sql:160",
    sql="""SELECT iam.is_granted($1, $2, $3, $4) AS is_granted""",
    row=_runtime.scalar,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def is_action_granted(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
        conn,
        IS_ACTION_GRANTED,
        (resource, action, _runtime.json_text(context), team_id),
    )


REVOKE_PERMISSION_GRANT: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.permission_grants.revoke_permission_grant",
    source="queries/iam/permission_grants.sql:169",
    sql="""DELETE FROM iam.permission_grants
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.permission_grants"}),
    rows="none",
)


def revoke_permission_grant(
    conn: Connection[Any] | _runtime.Runner,
    *,
    permission_grant_id: int,
) -> int:
    """Take one grant back.

    For administrators.
    """
    return _runtime.execute_count(conn, REVOKE_PERMISSION_GRANT, (permission_grant_id,))


REVOKE_PERMISSION_FROM_USER: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.permission_grants.revoke_permission_from_user",
    source="queries/iam/permission_grants.sql:176",
    sql="""DELETE FROM iam.permission_grants
WHERE user_id = $1
    AND resource = $2
    AND action = $3""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.permission_grants"}),
    rows="none",
)


def revoke_permission_from_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    resource: str,
    action: str,
) -> int:
    """Take every grant of an action on a resource back from a person, whatever its conditions.

    For administrators. What the person may do through a role stays.
    """
    return _runtime.execute_count(conn, REVOKE_PERMISSION_FROM_USER, (user_id, resource, action))


REVOKE_PERMISSION_FROM_ROLE: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.permission_grants.revoke_permission_from_role",
    source="queries/iam/permission_grants.sql:185",
    sql="""DELETE FROM iam.permission_grants
WHERE role = $1
    AND resource = $2
    AND action = $3""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.permission_grants", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.permission_grants"}),
    rows="none",
)


def revoke_permission_from_role(
    conn: Connection[Any] | _runtime.Runner,
    *,
    role: Role,
    resource: str,
    action: str,
) -> int:
    """Take every grant of an action on a resource back from a role, whatever its conditions.

    For administrators.
    """
    return _runtime.execute_count(conn, REVOKE_PERMISSION_FROM_ROLE, (role, resource, action))
