"""Teams and memberships for tests, made by the generated functions."""

from collections.abc import Sequence

from generated.iam import team_users, teams
from generated.iam.enums import Role
from generated.iam.team_users import TeamMembership
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.people import create_person


def create_team(call: Caller, owner: User, name: str | None = "Weavers") -> Team:
    """Create a team with its creator in it, on whose behalf calls run from now on."""
    call.as_user(owner.id)
    return call.one(teams.create_team, name=name)


def join_team(
    call: Caller, person: User, team: Team, roles: Sequence[Role] = (Role.COLLABORATOR,)
) -> TeamMembership:
    """Make a person a member of a team, whoever calls run on behalf of."""
    member = call.as_owner(
        team_users.add_team_member, user_id=person.id, team_id=team.id, roles=roles
    )
    assert member is not None
    return member


def leave_team(call: Caller, person: User, team: Team) -> None:
    """Let a person leave a team, whoever calls run on behalf of."""
    with call.acting_as(person.id):
        assert call(team_users.remove_team_member, user_id=person.id, team_id=team.id) == 1


def membership(call: Caller, person: User, team: Team) -> TeamMembership | None:
    """Return a membership, as the owner sees it."""
    return call.as_owner(team_users.get_team_membership, user_id=person.id, team_id=team.id)


def member_count(call: Caller, team: Team) -> int:
    """Return the number of members of a team, as the owner sees it."""
    return call.as_owner(team_users.count_team_members, team_id=team.id)


def become(call: Caller, other: str | None, team: Team) -> None:
    """Run calls on behalf of somebody new, or of nobody.

    :param other: the name of a stranger to the team, or ``member`` for one with no more rights
    """
    person = create_person(call, other) if other else None
    if person and other == "member":
        join_team(call, person, team)
    call.as_user(person.id if person else None)
