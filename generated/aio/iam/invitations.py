# Made by quern from queries/iam/invitations.sql: do not edit.
"""Queries of queries/iam/invitations.sql, for asyncio."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.enums import Role
from ...iam.invitations import (
    ACCEPT_INVITATION,
    CREATE_INVITATION,
    DELETE_INVITATION,
    DELETE_INVITATIONS_TO,
    DELETE_STALE_INVITATIONS,
    FIND_INVITATION_SECRET,
    GET_INVITATION,
    LIST_INVITATIONS,
    LIST_MY_INVITATIONS,
    AcceptInvitationRow,
    Invitation,
    InvitationSecret,
    ListMyInvitationsRow,
)


async def create_invitation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
    email: str,
    first_name: str,
    last_name: str,
    roles: Sequence[Role | None],
    invitation_selector: str,
    invitation_verifier_hash: str,
) -> Invitation:
    """Invite somebody to a team.

    For those who have the permission InvitePeopleToTeam in it. The link holds two random halves made
    by the application: a selector, which finds the invitation, and a verifier, of which only the
    SHA-256 is sent here.

    :param roles: roles the person gets on accepting
    :param invitation_selector: public half of the link
    :param invitation_verifier_hash: SHA-256 of the secret half of the link
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_INVITATION,
        (
            team_id,
            email,
            first_name,
            last_name,
            _runtime.array_text(roles),
            invitation_selector,
            invitation_verifier_hash,
        ),
    )


async def get_invitation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    invitation_id: int,
) -> Invitation | None:
    """Get an invitation that the current user's team sent or that is addressed to the user."""
    return await _runtime.aio.fetch_optional(conn, GET_INVITATION, (invitation_id,))


async def list_invitations(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[Invitation]:
    """List the open invitations of a team of the current user, oldest first."""
    return await _runtime.aio.fetch_all(conn, LIST_INVITATIONS, (team_id,))


async def list_my_invitations(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ListMyInvitationsRow]:
    """List the invitations addressed to the current user, with the name of the team.

    Created by is the address of the team's creator; None when that account no longer exists.
    """
    return await _runtime.aio.fetch_all(conn, LIST_MY_INVITATIONS)


async def find_invitation_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    invitation_selector: str,
) -> InvitationSecret | None:
    """Find the invitation a link leads to, with the hash to check the link's verifier against.

    Compare in constant time, before anything is shown or done.

    :param invitation_selector: public half of the link
    """
    return await _runtime.aio.fetch_optional(conn, FIND_INVITATION_SECRET, (invitation_selector,))


async def accept_invitation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    invitation_id: int,
) -> AcceptInvitationRow | None:
    """Accept an invitation addressed to the current user and become a member of its team.

    The invitation is used up in the same statement, so that it works once. Somebody who is a
    member already keeps the roles held and gets the new ones too. None when there is no such
    invitation for the current user.
    """
    return await _runtime.aio.fetch_optional(conn, ACCEPT_INVITATION, (invitation_id,))


async def delete_invitation(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    invitation_id: int,
    team_id: int,
) -> int:
    """Withdraw an invitation of a team of the current user.

    For those who have the permission InvitePeopleToTeam in it.
    """
    return await _runtime.aio.execute_count(conn, DELETE_INVITATION, (invitation_id, team_id))


async def delete_invitations_to(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    email: str,
    team_id: int,
) -> int:
    """Delete every invitation of a team to one address, ignoring case.

    For the person at that address, who declines or has joined, and for those who have the
    permission InvitePeopleToTeam in the team.
    """
    return await _runtime.aio.execute_count(conn, DELETE_INVITATIONS_TO, (email, team_id))


async def delete_stale_invitations(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    created_before: datetime,
) -> int:
    """Delete the invitations of all teams that were made before a moment."""
    return await _runtime.aio.execute_count(conn, DELETE_STALE_INVITATIONS, (created_before,))
