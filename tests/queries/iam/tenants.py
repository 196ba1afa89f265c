"""Teams and memberships for tests, made by the generated functions."""

from collections.abc import Sequence

from generated.iam import team_users, teams
from generated.iam.enums import Role
from generated.iam.team_users import TeamMembership
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller


def create_team(call: Caller, owner: User, name: str | None = "Weavers") -> Team:
    """Create a team with its creator as manager, on whose behalf calls run from now on."""
    call.as_user(owner.id)
    team = call.one(teams.create_team, name=name)
    join_team(call, owner, team, [Role.TEAM_MANAGER])
    return team


def join_team(
    call: Caller, person: User, team: Team, roles: Sequence[Role] = (Role.COLLABORATOR,)
) -> TeamMembership:
    """Make a person a member of a team."""
    return call.one(team_users.add_team_member, user_id=person.id, team_id=team.id, roles=roles)
