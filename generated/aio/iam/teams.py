# Made by quern from queries/iam/teams.sql: do not edit.
"""Queries of queries/iam/teams.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.teams import (
    CREATE_TEAM,
    DELETE_TEAM,
    FIND_TEAM_BY_SLUG,
    FIND_TEAM_ID_BY_SLUG,
    GET_PRIMARY_TEAM,
    GET_TEAM,
    LIST_MY_TEAMS,
    LIST_TEAMS_OF_USER,
    RENAME_TEAM,
    ListTeamsOfUserRow,
    Team,
)


async def get_team(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> Team | None:
    """Get a team the current user is a member of.

    This is the check that a team id taken from a request is one the person may use.
    """
    return await _runtime.aio.fetch_optional(conn, GET_TEAM, (team_id,))


async def find_team_by_slug(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    slug: str,
) -> Team | None:
    """Find a team the current user is a member of by its slug."""
    return await _runtime.aio.fetch_optional(conn, FIND_TEAM_BY_SLUG, (slug,))


async def find_team_id_by_slug(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    slug: str,
) -> int | None:
    """Find the id of the team with a slug, if the current user may know of it.

    Members do, and those who are invited: use `find_team_by_slug` for a slug taken from a request.
    """
    return await _runtime.aio.fetch_optional(conn, FIND_TEAM_ID_BY_SLUG, (slug,))


async def get_primary_team(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> Team | None:
    """Get the first team a person created, of those that the current user may know of.

    Those still exist, and the current user is a member of them or is invited.
    """
    return await _runtime.aio.fetch_optional(conn, GET_PRIMARY_TEAM, (user_id,))


async def list_teams_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> list[ListTeamsOfUserRow]:
    """List the teams a person shares with the current user, with the person's roles and the owner.

    All of the person's teams when asked about oneself. The owner is the address of the team's
    creator, who may have left it; None when that account no longer exists.
    """
    return await _runtime.aio.fetch_all(conn, LIST_TEAMS_OF_USER, (user_id,))


async def list_my_teams(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[Team]:
    """List the teams the current user is a member of."""
    return await _runtime.aio.fetch_all(conn, LIST_MY_TEAMS)


async def create_team(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str | None,
) -> Team | None:
    """Create a team of the current user, who becomes its manager and first collaborator.

    A not-null violation when nobody is signed in.

    :param name: None for a team named later; its slug then comes from the creator's address
    """
    return await _runtime.aio.fetch_optional(conn, CREATE_TEAM, (name,))


async def rename_team(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str | None,
    team_id: int,
) -> Team | None:
    """Rename a team that the current user manages; its slug follows the name.

    None when the current user is no manager of it. The slug of a team whose name is removed comes
    from its creator's address, or is "team" when that account no longer exists.
    """
    return await _runtime.aio.fetch_optional(conn, RENAME_TEAM, (name, team_id))


async def delete_team(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> int:
    """Delete a team that the current user manages with everything that belongs to it."""
    return await _runtime.aio.execute_count(conn, DELETE_TEAM, (team_id,))
