# Made by quern from queries/iam/team_users.sql: do not edit.
"""Queries of queries/iam/team_users.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.enums import Role
from ...iam.team_users import (
    ADD_TEAM_MEMBER,
    COUNT_TEAM_MEMBERS,
    GET_TEAM_MEMBERSHIP,
    LIST_TEAM_MEMBERS,
    REMOVE_TEAM_MEMBER,
    SET_TEAM_MEMBER_ROLES,
    ListTeamMembersRow,
    TeamMembership,
)


async def add_team_member(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
        conn,
        ADD_TEAM_MEMBER,
        (user_id, team_id, _runtime.array_text(roles)),
    )


async def get_team_membership(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    team_id: int,
) -> TeamMembership | None:
    """Get a person's membership of a team of the current user; None when there is none."""
    return await _runtime.aio.fetch_optional(conn, GET_TEAM_MEMBERSHIP, (user_id, team_id))


async def list_team_members(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[ListTeamMembersRow]:
    """List the members of a team of the current user, with their roles."""
    return await _runtime.aio.fetch_all(conn, LIST_TEAM_MEMBERS, (team_id,))


async def count_team_members(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> int:
    """Number of members of a team of the current user; 0 for any other team."""
    return await _runtime.aio.fetch_one(conn, COUNT_TEAM_MEMBERS, (team_id,))


async def set_team_member_roles(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    roles: Sequence[Role | None],
    user_id: int,
    team_id: int,
) -> int:
    """Replace the roles of a member of a team that the current user manages.

    :param roles: TeamManager, Collaborator or both
    """
    return await _runtime.aio.execute_count(
        conn,
        SET_TEAM_MEMBER_ROLES,
        (_runtime.array_text(roles), user_id, team_id),
    )


async def remove_team_member(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
    team_id: int,
) -> int:
    """Remove a person from a team that the current user manages, or the current user from any.

    The person's keys stay, but `validate_api_key` refuses them.
    """
    return await _runtime.aio.execute_count(conn, REMOVE_TEAM_MEMBER, (user_id, team_id))
