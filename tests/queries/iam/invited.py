"""Invitations for tests, made by the generated functions."""

from collections.abc import Sequence

from generated.iam import invitations
from generated.iam.enums import Role
from generated.iam.invitations import Invitation
from generated.iam.teams import Team
from tests.queries.caller import Caller


def invite(
    call: Caller,
    team: Team,
    email: str = "grace@example.org",
    roles: Sequence[Role] = (Role.COLLABORATOR,),
    *,
    selector: str | None = None,
) -> Invitation:
    """Invite an address to a team; the selector is made of both unless given."""
    return call.one(
        invitations.create_invitation,
        team_id=team.id,
        email=email,
        first_name="Grace",
        last_name="Hopper",
        roles=roles,
        invitation_selector=selector or f"{team.id}-{email}",
        invitation_verifier_hash="verifier hash",
    )
