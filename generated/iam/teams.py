# Made by quern from queries/iam/teams.sql: do not edit.
"""Queries of queries/iam/teams.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import Role
from .enums import read_role as _read_role


class Team(_runtime.Row):
    """A row of get_team and 5 other queries.

    :ivar id: Identifier of the team.
    :ivar name: Name shown to people; NULL until somebody names the team.
    :ivar created_by_user_id: Person who created the team. Not a foreign key: the team outlives the
        person's account.
    :ivar slug: Name of the team in addresses, made by a trigger from its name and id.
    """

    id: int
    name: str | None
    created_by_user_id: int
    slug: str


def _make_team(values: Sequence[Any]) -> Team:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Team,
        {
            "id": values[0],
            "name": values[1],
            "created_by_user_id": values[2],
            "slug": values[3],
        },
    )


GET_TEAM: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.get_team",
    source="queries/iam/teams.sql:1",
    sql="""SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE id = $1
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_team(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> Team | None:
    """Get a team the current user is a member of.

    This is the check that a team id taken from a request is one the person may use.
    """
    return _runtime.fetch_optional(conn, GET_TEAM, (team_id,))


FIND_TEAM_BY_SLUG: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.find_team_by_slug",
    source="queries/iam/teams.sql:19",
    sql="""SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE slug = $1
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_team_by_slug(conn: Connection[Any] | _runtime.Runner, *, slug: str) -> Team | None:
    """Find a team the current user is a member of by its slug."""
    return _runtime.fetch_optional(conn, FIND_TEAM_BY_SLUG, (slug,))


FIND_TEAM_ID_BY_SLUG: Final[_runtime.Query[int]] = _runtime.Query(
    name="iam.teams.find_team_id_by_slug",
    source="queries/iam/teams.sql:35",
    sql="""SELECT id
FROM iam.teams
WHERE slug = $1""",
    row=_runtime.scalar,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_team_id_by_slug(conn: Connection[Any] | _runtime.Runner, *, slug: str) -> int | None:
    """Find the id of the team with a slug, if the current user may know of it.

    Members do, and those who are invited: use `find_team_by_slug` for a slug taken from a request.
    """
    return _runtime.fetch_optional(conn, FIND_TEAM_ID_BY_SLUG, (slug,))


GET_PRIMARY_TEAM: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.get_primary_team",
    source="queries/iam/teams.sql:43",
    sql="""SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE created_by_user_id = $1
ORDER BY id
LIMIT 1""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_primary_team(conn: Connection[Any] | _runtime.Runner, *, user_id: int) -> Team | None:
    """Get the first team a person created, of those that the current user may know of.

    Those still exist, and the current user is a member of them or is invited.
    """
    return _runtime.fetch_optional(conn, GET_PRIMARY_TEAM, (user_id,))


class ListTeamsOfUserRow(_runtime.Row):
    """A row of list_teams_of_user.

    :ivar id: Identifier of the team.
    :ivar team_name: Name shown to people; NULL until somebody names the team.
    :ivar team_slug: Name of the team in addresses, made by a trigger from its name and id.
    :ivar roles: Roles of the member within this team.
    :ivar team_owner: E-mail address, unique without regard to case.
    """

    id: int
    team_name: str | None
    team_slug: str
    roles: list[Role]
    team_owner: str | None


def _make_list_teams_of_user_row(values: Sequence[Any]) -> ListTeamsOfUserRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListTeamsOfUserRow,
        {
            "id": values[0],
            "team_name": values[1],
            "team_slug": values[2],
            "roles": _runtime.read_array(values[3], _read_role),
            "team_owner": values[4],
        },
    )


LIST_TEAMS_OF_USER: Final[_runtime.Query[ListTeamsOfUserRow]] = _runtime.Query(
    name="iam.teams.list_teams_of_user",
    source="queries/iam/teams.sql:58",
    sql="""SELECT
    t.id,
    t.name AS team_name,
    t.slug AS team_slug,
    tu.roles,
    owner.email AS team_owner
FROM iam.team_users AS tu
INNER JOIN iam.teams AS t
    ON t.id = tu.team_id
LEFT JOIN iam.users AS owner
    ON owner.id = t.created_by_user_id
WHERE tu.user_id = $1
ORDER BY lower(t.name), t.id""",
    row=_make_list_teams_of_user_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_teams_of_user(
    conn: Connection[Any] | _runtime.Runner,
    *,
    user_id: int,
) -> list[ListTeamsOfUserRow]:
    """List the teams a person shares with the current user, with the person's roles and the owner.

    All of the person's teams when asked about oneself. The owner is the address of the team's
    creator, who may have left it; None when that account no longer exists.
    """
    return _runtime.fetch_all(conn, LIST_TEAMS_OF_USER, (user_id,))


LIST_MY_TEAMS: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.list_my_teams",
    source="queries/iam/teams.sql:77",
    sql="""SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.teams
WHERE id IN (
    SELECT tu.team_id
    FROM iam.team_users AS tu
    WHERE tu.user_id = iam.current_user_id()
)
ORDER BY lower(name), id""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_my_teams(conn: Connection[Any] | _runtime.Runner) -> list[Team]:
    """List the teams the current user is a member of."""
    return _runtime.fetch_all(conn, LIST_MY_TEAMS)


CREATE_TEAM: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.create_team",
    source="queries/iam/teams.sql:93",
    sql="""SELECT
    id,
    name,
    created_by_user_id,
    slug
FROM iam.create_team($1)
LIMIT 1""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.team_users", "iam.teams"}),
    rows="at_most_one",
)


def create_team(conn: Connection[Any] | _runtime.Runner, *, name: str | None) -> Team | None:
    """Create a team of the current user, who becomes its manager and first collaborator.

    A not-null violation when nobody is signed in.

    :param name: None for a team named later; its slug then comes from the creator's address
    """
    return _runtime.fetch_optional(conn, CREATE_TEAM, (name,))


RENAME_TEAM: Final[_runtime.Query[Team]] = _runtime.Query(
    name="iam.teams.rename_team",
    source="queries/iam/teams.sql:108",
    sql="""UPDATE iam.teams
SET name = $1
WHERE id = $2
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
RETURNING
    id,
    name,
    created_by_user_id,
    slug""",
    row=_make_team,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.teams"}),
    rows="at_most_one",
)


def rename_team(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str | None,
    team_id: int,
) -> Team | None:
    """Rename a team that the current user manages; its slug follows the name.

    None when the current user is no manager of it. The slug of a team whose name is removed comes
    from its creator's address, or is "team" when that account no longer exists.
    """
    return _runtime.fetch_optional(conn, RENAME_TEAM, (name, team_id))


DELETE_TEAM: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.teams.delete_team",
    source="queries/iam/teams.sql:128",
    sql="""DELETE FROM iam.teams
WHERE id = $1
    AND id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.teams"}),
    rows="none",
)


def delete_team(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> int:
    """Delete a team that the current user manages with everything that belongs to it."""
    return _runtime.execute_count(conn, DELETE_TEAM, (team_id,))
