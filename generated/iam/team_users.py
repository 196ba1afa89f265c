# Made by quern from queries/iam/team_users.sql: do not edit.
"""Queries of queries/iam/team_users.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import Role
from .enums import read_role as _read_role


class TeamMembership(_runtime.Row):
    """A row of add_team_member and get_team_membership.

    :ivar user_id: The member.
    :ivar team_id: The team.
    :ivar roles: Roles of the member within this team.
    """

    user_id: int
    team_id: int
    roles: list[Role]


def _make_team_membership(values: Sequence[Any]) -> TeamMembership:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        TeamMembership,
        {
            "user_id": values[0],
            "team_id": values[1],
            "roles": _runtime.read_array(values[2], _read_role),
        },
    )


ADD_TEAM_MEMBER: Final[_runtime.Query[TeamMembership]] = _runtime.Query(
    name="iam.team_users.add_team_member",
    source="queries/iam/team_users.sql:1",
    sql="""INSERT INTO iam.team_users (user_id, team_id, roles)
VALUES ($1, $2, $3)
RETURNING
    user_id,
    team_id,
    roles""",
    row=_make_team_membership,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.team_users"}),
    rows="exactly_one",
)


def add_team_member(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    team_id: int,
    roles: Sequence[Role | None],
) -> TeamMembership:
    """Add a person to a team; a unique violation when the person is a member already.

    For managers of the team, who add people they may know of; others come in by an invitation. A
    team that everybody left is closed to its creator too.

    :param roles: TeamManager, Collaborator or both
    """
    return _runtime.fetch_one(conn, ADD_TEAM_MEMBER, (user_id, team_id, _runtime.array_text(roles)))


GET_TEAM_MEMBERSHIP: Final[_runtime.Query[TeamMembership]] = _runtime.Query(
    name="iam.team_users.get_team_membership",
    source="queries/iam/team_users.sql:15",
    sql="""SELECT
    user_id,
    team_id,
    roles
FROM iam.team_users
WHERE user_id = $1
    AND team_id = $2""",
    row=_make_team_membership,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_team_membership(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    team_id: int,
) -> TeamMembership | None:
    """Get a person's membership of a team of the current user; None when there is none."""
    return _runtime.fetch_optional(conn, GET_TEAM_MEMBERSHIP, (user_id, team_id))


class ListTeamMembersRow(_runtime.Row):
    """A row of list_team_members.

    :ivar id: Identifier of the person.
    :ivar team_id: The team.
    :ivar email: E-mail address, unique without regard to case.
    :ivar first_name: Given name.
    :ivar last_name: Family name.
    :ivar roles: Roles of the member within this team.
    """

    id: int
    team_id: int
    email: str
    first_name: str | None
    last_name: str | None
    roles: list[Role]


def _make_list_team_members_row(values: Sequence[Any]) -> ListTeamMembersRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListTeamMembersRow,
        {
            "id": values[0],
            "team_id": values[1],
            "email": values[2],
            "first_name": values[3],
            "last_name": values[4],
            "roles": _runtime.read_array(values[5], _read_role),
        },
    )


LIST_TEAM_MEMBERS: Final[_runtime.Query[ListTeamMembersRow]] = _runtime.Query(
    name="iam.team_users.list_team_members",
    source="queries/iam/team_users.sql:26",
    sql="""SELECT
    u.id,
    tu.team_id,
    u.email,
    u.first_name,
    u.last_name,
    tu.roles
FROM iam.team_users AS tu
INNER JOIN iam.users AS u
    ON u.id = tu.user_id
WHERE tu.team_id = $1
    AND tu.team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    )
ORDER BY lower(u.email)""",
    row=_make_list_team_members_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_team_members(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
) -> list[ListTeamMembersRow]:
    """List the members of a team of the current user, with their roles."""
    return _runtime.fetch_all(conn, LIST_TEAM_MEMBERS, (team_id,))


COUNT_TEAM_MEMBERS: Final[_runtime.Query[int]] = _runtime.Query(
    name="iam.team_users.count_team_members",
    source="queries/iam/team_users.sql:46",
    sql="""SELECT count(*) AS member_count
FROM iam.team_users
WHERE team_id = $1""",
    row=_runtime.scalar,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def count_team_members(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> int:
    """Number of members of a team of the current user; 0 for any other team."""
    return _runtime.fetch_one(conn, COUNT_TEAM_MEMBERS, (team_id,))


SET_TEAM_MEMBER_ROLES: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.team_users.set_team_member_roles",
    source="queries/iam/team_users.sql:52",
    sql="""UPDATE iam.team_users
SET roles = $1
WHERE user_id = $2
    AND team_id = $3
    AND team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.team_users"}),
    rows="none",
)


def set_team_member_roles(
    conn: Connection[Any] | _runtime.Runner,
    *,
    roles: Sequence[Role | None],
    user_id: int,
    team_id: int,
) -> int:
    """Replace the roles of a member of a team that the current user manages.

    :param roles: TeamManager, Collaborator or both
    """
    return _runtime.execute_count(
        conn,
        SET_TEAM_MEMBER_ROLES,
        (_runtime.array_text(roles), user_id, team_id),
    )


REMOVE_TEAM_MEMBER: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.team_users.remove_team_member",
    source="queries/iam/team_users.sql:65",
    sql="""DELETE FROM iam.team_users
WHERE user_id = $1
    AND team_id = $2
    AND team_id IN (
        SELECT mine.team_id
        FROM iam.team_users AS mine
        WHERE mine.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.team_users"}),
    rows="none",
)


def remove_team_member(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
    team_id: int,
) -> int:
    """Remove a person from a team that the current user manages, or the current user from any.

    The person's keys stay, but `validate_api_key` refuses them.
    """
    return _runtime.execute_count(conn, REMOVE_TEAM_MEMBER, (user_id, team_id))
