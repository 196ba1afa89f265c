# Made by quern from queries/iam/groups.sql: do not edit.
"""Queries of queries/iam/groups.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class Group(_runtime.Row):
    """A row of create_group and 5 other queries.

    :ivar id: Identifier of the group.
    :ivar name: Name of the group, unique.
    :ivar description: What the group is for.
    :ivar created_at: When the group was made.
    """

    id: int
    name: str
    description: str | None
    created_at: datetime


def _make_group(values: Sequence[Any]) -> Group:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Group,
        {
            "id": values[0],
            "name": values[1],
            "description": values[2],
            "created_at": values[3],
        },
    )


CREATE_GROUP: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.create_group",
    source="queries/iam/groups.sql:1",
    sql="""INSERT INTO iam.groups (name, description)
VALUES ($1, $2)
RETURNING
    id,
    name,
    description,
    created_at""",
    row=_make_group,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.groups"}),
    rows="exactly_one",
)


def create_group(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    description: str | None,
) -> Group:
    """Create a group; a unique violation when the name is taken.

    For administrators, as are all changes of groups and their members.
    """
    return _runtime.fetch_one(conn, CREATE_GROUP, (name, description))


GET_GROUP: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.get_group",
    source="queries/iam/groups.sql:14",
    sql="""SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE id = $1""",
    row=_make_group,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_group(conn: Connection[Any] | _runtime.Runner, *, group_id: int) -> Group | None:
    """Get a group by id, for anybody signed in."""
    return _runtime.fetch_optional(conn, GET_GROUP, (group_id,))


FIND_GROUP_BY_NAME: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.find_group_by_name",
    source="queries/iam/groups.sql:25",
    sql="""SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE name = $1""",
    row=_make_group,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_group_by_name(conn: Connection[Any] | _runtime.Runner, *, name: str) -> Group | None:
    """Find a group by its exact name, for anybody signed in."""
    return _runtime.fetch_optional(conn, FIND_GROUP_BY_NAME, (name,))


LIST_GROUPS: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.list_groups",
    source="queries/iam/groups.sql:36",
    sql="""SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
ORDER BY name""",
    row=_make_group,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_groups(conn: Connection[Any] | _runtime.Runner) -> list[Group]:
    """List all groups by name, for anybody signed in."""
    return _runtime.fetch_all(conn, LIST_GROUPS)


LIST_GROUPS_OF_USER: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.list_groups_of_user",
    source="queries/iam/groups.sql:47",
    sql="""SELECT
    id,
    name,
    description,
    created_at
FROM iam.groups
WHERE id IN (
    SELECT gm.group_id
    FROM iam.group_members AS gm
    WHERE gm.user_id = $1
)
ORDER BY name""",
    row=_make_group,
    reads=frozenset(
        {
            "iam.group_members",
            "iam.groups",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_groups_of_user(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> list[Group]:
    """List the groups a person is in, by name.

    For administrators, and about oneself: of others, memberships are not seen.
    """
    return _runtime.fetch_all(conn, LIST_GROUPS_OF_USER, (user_id,))


RENAME_GROUP: Final[_runtime.Query[Group]] = _runtime.Query(
    name="iam.groups.rename_group",
    source="queries/iam/groups.sql:65",
    sql="""UPDATE iam.groups
SET name = $1
WHERE id = $2
RETURNING
    id,
    name,
    description,
    created_at""",
    row=_make_group,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.groups"}),
    rows="at_most_one",
)


def rename_group(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    group_id: int,
) -> Group | None:
    """Rename a group; None when there is no such group.

    For administrators.
    """
    return _runtime.fetch_optional(conn, RENAME_GROUP, (name, group_id))


SET_GROUP_DESCRIPTION: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.groups.set_group_description",
    source="queries/iam/groups.sql:79",
    sql="""UPDATE iam.groups
SET description = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.groups"}),
    rows="none",
)


def set_group_description(
    conn: Connection[Any] | _runtime.Runner,
    *,
    description: str | None,
    group_id: int,
) -> int:
    """Say what a group is for.

    For administrators.
    """
    return _runtime.execute_count(conn, SET_GROUP_DESCRIPTION, (description, group_id))


DELETE_GROUP: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.groups.delete_group",
    source="queries/iam/groups.sql:87",
    sql="""DELETE FROM iam.groups
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.groups", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.groups"}),
    rows="none",
)


def delete_group(conn: Connection[Any] | _runtime.Runner, *, group_id: int) -> int:
    """Delete a group; the accounts of its members stay.

    For administrators.
    """
    return _runtime.execute_count(conn, DELETE_GROUP, (group_id,))


ADD_GROUP_MEMBER: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.groups.add_group_member",
    source="queries/iam/groups.sql:94",
    sql="""INSERT INTO iam.group_members (group_id, user_id)
VALUES ($1, $2)
ON CONFLICT (group_id, user_id) DO NOTHING""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.group_members", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.group_members"}),
    rows="none",
)


def add_group_member(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_id: int,
    user_id: int,
) -> int:
    """Put a person into a group; no row when the person is in it already.

    For administrators.
    """
    return _runtime.execute_count(conn, ADD_GROUP_MEMBER, (group_id, user_id))


REMOVE_GROUP_MEMBER: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.groups.remove_group_member",
    source="queries/iam/groups.sql:102",
    sql="""DELETE FROM iam.group_members
WHERE group_id = $1
    AND user_id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.group_members", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.group_members"}),
    rows="none",
)


def remove_group_member(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_id: int,
    user_id: int,
) -> int:
    """Take a person out of a group.

    For administrators.
    """
    return _runtime.execute_count(conn, REMOVE_GROUP_MEMBER, (group_id, user_id))


class ListGroupMembersRow(_runtime.Row):
    """A row of list_group_members.

    :ivar id: Identifier of the person.
    :ivar email: E-mail address, unique without regard to case.
    :ivar first_name: Given name.
    :ivar last_name: Family name.
    :ivar status: active; suspended by an administrator; or deactivated, closed but kept for
        history.
    """

    id: int
    email: str
    first_name: str | None
    last_name: str | None
    status: str


def _make_list_group_members_row(values: Sequence[Any]) -> ListGroupMembersRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListGroupMembersRow,
        {
            "id": values[0],
            "email": values[1],
            "first_name": values[2],
            "last_name": values[3],
            "status": values[4],
        },
    )


LIST_GROUP_MEMBERS: Final[_runtime.Query[ListGroupMembersRow]] = _runtime.Query(
    name="iam.groups.list_group_members",
    source="queries/iam/groups.sql:110",
    sql="""SELECT
    id,
    email,
    first_name,
    last_name,
    status
FROM iam.users
WHERE id IN (
        SELECT gm.user_id
        FROM iam.group_members AS gm
        WHERE gm.group_id = $1
    )
    AND id > coalesce($2, 0)
ORDER BY id
LIMIT $3""",
    row=_make_list_group_members_row,
    reads=frozenset(
        {"iam.group_members", "iam.invitations", "iam.team_users", "iam.teams", "iam.users"}
    ),
    read_only=True,
    idempotent=True,
)


def list_group_members(
    conn: Connection[Any] | _runtime.Runner,
    *,
    group_id: int,
    after_id: int | None,
    limit: int,
) -> list[ListGroupMembersRow]:
    """List the people in a group in order of id, one page at a time.

    For administrators; others see no member but themselves.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return _runtime.fetch_all(conn, LIST_GROUP_MEMBERS, (group_id, after_id, limit))
