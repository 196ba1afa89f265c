# Made by quern from queries/iam/invitations.sql: do not edit.
"""Queries of queries/iam/invitations.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import Role
from .enums import read_role as _read_role


class Invitation(_runtime.Row):
    """A row of create_invitation and 2 other queries.

    :ivar id: Identifier of the invitation.
    :ivar team_id: Team the person is invited to.
    :ivar email: E-mail address the invitation was sent to.
    :ivar first_name: Given name of the invited person.
    :ivar last_name: Family name of the invited person.
    :ivar roles: Roles the person gets in the team on accepting.
    :ivar created_at: When the invitation was made.
    """

    id: int
    team_id: int
    email: str
    first_name: str
    last_name: str
    roles: list[Role]
    created_at: datetime


def _make_invitation(values: Sequence[Any]) -> Invitation:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Invitation,
        {
            "id": values[0],
            "team_id": values[1],
            "email": values[2],
            "first_name": values[3],
            "last_name": values[4],
            "roles": _runtime.read_array(values[5], _read_role),
            "created_at": values[6],
        },
    )


CREATE_INVITATION: Final[_runtime.Query[Invitation]] = _runtime.Query(
    name="iam.invitations.create_invitation",
    source="queries/iam/invitations.sql:1",
    sql="""INSERT INTO iam.invitations (
    team_id,
    email,
    first_name,
    last_name,
    roles,
    invitation_selector,
    invitation_verifier_hash
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7
)
RETURNING
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at""",
    row=_make_invitation,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.invitations"}),
    rows="exactly_one",
)


def create_invitation(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
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


GET_INVITATION: Final[_runtime.Query[Invitation]] = _runtime.Query(
    name="iam.invitations.get_invitation",
    source="queries/iam/invitations.sql:38",
    sql="""SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at
FROM iam.invitations
WHERE id = $1
    AND (
        team_id IN (
            SELECT tu.team_id
            FROM iam.team_users AS tu
            WHERE tu.user_id = iam.current_user_id()
        )
        OR lower(email) = (
            SELECT lower(u.email)
            FROM iam.users AS u
            WHERE u.id = iam.current_user_id()
        )
    )""",
    row=_make_invitation,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_invitation(
    conn: Connection[Any] | _runtime.Runner,
    *,
    invitation_id: int,
) -> Invitation | None:
    """Get an invitation that the current user's team sent or that is addressed to the user."""
    return _runtime.fetch_optional(conn, GET_INVITATION, (invitation_id,))


LIST_INVITATIONS: Final[_runtime.Query[Invitation]] = _runtime.Query(
    name="iam.invitations.list_invitations",
    source="queries/iam/invitations.sql:64",
    sql="""SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    created_at
FROM iam.invitations
WHERE team_id = $1
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )
ORDER BY created_at, id""",
    row=_make_invitation,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_invitations(conn: Connection[Any] | _runtime.Runner, *, team_id: int) -> list[Invitation]:
    """List the open invitations of a team of the current user, oldest first."""
    return _runtime.fetch_all(conn, LIST_INVITATIONS, (team_id,))


class ListMyInvitationsRow(_runtime.Row):
    """A row of list_my_invitations.

    :ivar id: Identifier of the invitation.
    :ivar email: E-mail address the invitation was sent to.
    :ivar first_name: Given name of the invited person.
    :ivar last_name: Family name of the invited person.
    :ivar team_id: Team the person is invited to.
    :ivar roles: Roles the person gets in the team on accepting.
    :ivar created_at: When the invitation was made.
    """

    id: int
    email: str
    first_name: str
    last_name: str
    team_name: str | None
    team_id: int
    roles: list[Role]
    created_by: str | None
    created_at: datetime


def _make_list_my_invitations_row(values: Sequence[Any]) -> ListMyInvitationsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListMyInvitationsRow,
        {
            "id": values[0],
            "email": values[1],
            "first_name": values[2],
            "last_name": values[3],
            "team_name": values[4],
            "team_id": values[5],
            "roles": _runtime.read_array(values[6], _read_role),
            "created_by": values[7],
            "created_at": values[8],
        },
    )


LIST_MY_INVITATIONS: Final[_runtime.Query[ListMyInvitationsRow]] = _runtime.Query(
    name="iam.invitations.list_my_invitations",
    source="queries/iam/invitations.sql:84",
    sql="""SELECT
    i.id,
    i.email,
    i.first_name,
    i.last_name,
    (
        SELECT coalesce(t.name, 'Name not set')
        FROM iam.teams AS t
        WHERE t.id = i.team_id
    ) AS team_name,
    i.team_id,
    i.roles,
    (
        SELECT creator.email
        FROM iam.teams AS t
        INNER JOIN iam.users AS creator
            ON creator.id = t.created_by_user_id
        WHERE t.id = i.team_id
    ) AS created_by,
    i.created_at
FROM iam.invitations AS i
WHERE lower(i.email) = (
    SELECT lower(u.email)
    FROM iam.users AS u
    WHERE u.id = iam.current_user_id()
)
ORDER BY i.created_at, i.id""",
    row=_make_list_my_invitations_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    read_only=True,
    idempotent=True,
)


def list_my_invitations(conn: Connection[Any] | _runtime.Runner) -> list[ListMyInvitationsRow]:
    """List the invitations addressed to the current user, with the name of the team.

    Created by is the address of the team's creator; None when that account no longer exists.
    """
    return _runtime.fetch_all(conn, LIST_MY_INVITATIONS)


class InvitationSecret(_runtime.Row):
    """A row of find_invitation_secret.

    :ivar id: Identifier of the invitation.
    :ivar team_id: Team the person is invited to.
    :ivar email: E-mail address the invitation was sent to.
    :ivar first_name: Given name of the invited person.
    :ivar last_name: Family name of the invited person.
    :ivar roles: Roles the person gets in the team on accepting.
    :ivar invitation_selector: Public half of the link: finds the invitation, proves nothing.
    :ivar invitation_verifier_hash: SHA-256 of the secret half of the link; compared by the
        application in constant time.
    :ivar created_at: When the invitation was made.
    """

    id: int
    team_id: int
    email: str
    first_name: str
    last_name: str
    roles: list[Role]
    invitation_selector: str
    invitation_verifier_hash: str
    created_at: datetime


def _make_invitation_secret(values: Sequence[Any]) -> InvitationSecret:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        InvitationSecret,
        {
            "id": values[0],
            "team_id": values[1],
            "email": values[2],
            "first_name": values[3],
            "last_name": values[4],
            "roles": _runtime.read_array(values[5], _read_role),
            "invitation_selector": values[6],
            "invitation_verifier_hash": values[7],
            "created_at": values[8],
        },
    )


FIND_INVITATION_SECRET: Final[_runtime.Query[InvitationSecret]] = _runtime.Query(
    name="iam.invitations.find_invitation_secret",
    source="queries/iam/invitations.sql:116",
    sql="""SELECT
    id,
    team_id,
    email,
    first_name,
    last_name,
    roles,
    invitation_selector,
    invitation_verifier_hash,
    created_at
FROM iam.invitations
WHERE invitation_selector = $1""",
    row=_make_invitation_secret,
    reads=frozenset({"iam.invitations"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_invitation_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    invitation_selector: str,
) -> InvitationSecret | None:
    """Find the invitation a link leads to, with the hash to check the link's verifier against.

    Compare in constant time, before anything is shown or done.

    :param invitation_selector: public half of the link
    """
    return _runtime.fetch_optional(conn, FIND_INVITATION_SECRET, (invitation_selector,))


class AcceptInvitationRow(_runtime.Row):
    """A row of accept_invitation."""

    user_id: int
    team_id: int
    roles: list[Role | None]


def _make_accept_invitation_row(values: Sequence[Any]) -> AcceptInvitationRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        AcceptInvitationRow,
        {
            "user_id": values[0],
            "team_id": values[1],
            "roles": _runtime.read_array(values[2], _read_role),
        },
    )


ACCEPT_INVITATION: Final[_runtime.Query[AcceptInvitationRow]] = _runtime.Query(
    name="iam.invitations.accept_invitation",
    source="queries/iam/invitations.sql:136",
    sql="""SELECT
    user_id,
    team_id,
    roles
FROM iam.accept_invitation($1)
LIMIT 1""",
    row=_make_accept_invitation_row,
    reads=frozenset({"iam.invitations", "iam.team_users", "iam.teams", "iam.users"}),
    writes=frozenset({"iam.invitations", "iam.team_users"}),
    rows="at_most_one",
)


def accept_invitation(
    conn: Connection[Any] | _runtime.Runner,
    *,
    invitation_id: int,
) -> AcceptInvitationRow | None:
    """Accept an invitation addressed to the current user and become a member of its team.

    The invitation is used up in the same statement, so that it works once. Somebody who is a
    member already keeps the roles held and gets the new ones too. None when there is no such
    invitation for the current user.
    """
    return _runtime.fetch_optional(conn, ACCEPT_INVITATION, (invitation_id,))


DELETE_INVITATION: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.invitations.delete_invitation",
    source="queries/iam/invitations.sql:149",
    sql="""DELETE FROM iam.invitations
WHERE id = $1
    AND team_id = $2
    AND team_id IN (
        SELECT tu.team_id
        FROM iam.team_users AS tu
        WHERE tu.user_id = iam.current_user_id()
    )""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.invitations"}),
    rows="none",
)


def delete_invitation(
    conn: Connection[Any] | _runtime.Runner,
    *,
    invitation_id: int,
    team_id: int,
) -> int:
    """Withdraw an invitation of a team of the current user.

    For those who have the permission InvitePeopleToTeam in it.
    """
    return _runtime.execute_count(conn, DELETE_INVITATION, (invitation_id, team_id))


DELETE_INVITATIONS_TO: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.invitations.delete_invitations_to",
    source="queries/iam/invitations.sql:162",
    sql="""DELETE FROM iam.invitations
WHERE lower(email) = lower($1)
    AND team_id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {"iam.invitations", "iam.roles_permissions", "iam.team_users", "iam.teams", "iam.users"}
    ),
    writes=frozenset({"iam.invitations"}),
    rows="none",
)


def delete_invitations_to(
    conn: Connection[Any] | _runtime.Runner,
    *,
    email: str,
    team_id: int,
) -> int:
    """Delete every invitation of a team to one address, ignoring case.

    For the person at that address, who declines or has joined, and for those who have the
    permission InvitePeopleToTeam in the team.
    """
    return _runtime.execute_count(conn, DELETE_INVITATIONS_TO, (email, team_id))


DELETE_STALE_INVITATIONS: Final[_runtime.Query[None]] = _runtime.Query(
    name="iam.invitations.delete_stale_invitations",
    source="queries/iam/invitations.sql:171",
    sql="""DELETE FROM iam.invitations
WHERE created_at < $1""",
    row=_runtime.no_row,
    reads=frozenset({"iam.invitations"}),
    writes=frozenset({"iam.invitations"}),
    rows="none",
    role="system",
)


def delete_stale_invitations(
    conn: Connection[Any] | _runtime.Runner,
    *,
    created_before: datetime,
) -> int:
    """Delete the invitations of all teams that were made before a moment."""
    return _runtime.execute_count(conn, DELETE_STALE_INVITATIONS, (created_before,))
