import pytest
from psycopg import errors

from generated.iam import permissions
from generated.iam.enums import Permission, Role
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.people import create_person, set_status
from tests.queries.iam.tenants import create_team, join_team

MANAGER = [
    Permission.INVITE_PEOPLE_TO_TEAM,
    Permission.VIEW_INTEGRATIONS,
    Permission.MANAGE_INTEGRATIONS,
    Permission.MANAGE_MCP_KEYS,
    Permission.MANAGE_PROJECTS,
]
COLLABORATOR = [
    Permission.VIEW_CURRENT_TEAM,
    Permission.VIEW_PROMPTS,
    Permission.VIEW_DATASETS,
    Permission.MANAGE_DATASETS,
    Permission.CREATE_API_KEYS,
    Permission.DELETE_CHAT,
    Permission.MAKE_ASSISTANT_PUBLIC,
    Permission.VIEW_SYSTEM_PROMPT,
    Permission.VIEW_INTEGRATIONS,
    Permission.VIEW_CHATS,
    Permission.MANAGE_DOCUMENT_PIPELINES,
    Permission.VIEW_CHAT_HISTORY,
    Permission.MANAGE_PROJECTS,
]
ADMINISTRATOR = [
    Permission.VIEW_AUDIT_TRAIL,
    Permission.SETUP_MODELS,
    Permission.VIEW_INTEGRATIONS,
    Permission.MANAGE_INTEGRATIONS,
    Permission.MANAGE_MCP_KEYS,
    Permission.MANAGE_PROJECTS,
]
BY_ROLE = {
    Role.TEAM_MANAGER: MANAGER,
    Role.COLLABORATOR: COLLABORATOR,
    Role.SYSTEM_ADMINISTRATOR: ADMINISTRATOR,
}

LARGEST_ID = 2**31 - 1


@pytest.fixture
def root(call: Caller) -> User:
    """The system administrator, who is in no team."""
    return create_person(call, "root")


@pytest.fixture
def team(call: Caller, root: User) -> Team:
    """A team whose manager, its creator, is no administrator."""
    assert root.system_admin
    found = create_team(call, create_person(call, "owner"))
    call.as_user(None)
    return found


@pytest.fixture
def member_of_none(call: Caller, root: User) -> User:
    """A person in no team and no administrator, on whose behalf calls run."""
    assert root.system_admin
    person = create_person(call, "loner")
    call.as_user(person.id)
    return person


def member(call: Caller, team: Team, *roles: Role) -> User:
    person = create_person(call, "member")
    join_team(call, person, team, roles)
    return person


# list_roles_permissions, list_permissions_of_role


def move_first_to_end(call: Caller, role: Role) -> None:
    """Write a role's first permission again, so that Postgres gives it last if nobody orders."""
    statement = "UPDATE iam.roles_permissions SET role = role WHERE (role, permission) = (%s, %s)"
    call.connection.execute(statement, [role.value, BY_ROLE[role][0].value])


def test_list_roles_permissions_gives_every_role_with_its_permissions(
    call: Caller, member_of_none: User
) -> None:
    assert not member_of_none.system_admin
    for role in Role:
        move_first_to_end(call, role)
    rows = [(row.role, row.permission) for row in call(permissions.list_roles_permissions)]
    assert rows == [(role, granted) for role, carried in BY_ROLE.items() for granted in carried]


def test_list_roles_permissions_gives_an_empty_list_when_nobody_is_set(
    call: Caller, member_of_none: User
) -> None:
    for user_id in (None, LARGEST_ID):
        call.as_user(user_id)
        assert call(permissions.list_roles_permissions) == []
    set_status(call, member_of_none, "suspended")
    call.as_user(member_of_none.id)
    assert call(permissions.list_roles_permissions) == []


@pytest.mark.parametrize("role", list(Role))
def test_list_permissions_of_role_gives_what_the_role_carries(
    call: Caller, member_of_none: User, role: Role
) -> None:
    assert not member_of_none.system_admin
    move_first_to_end(call, role)
    assert call(permissions.list_permissions_of_role, role=role) == BY_ROLE[role]


def test_list_permissions_of_role_gives_an_empty_list_for_a_role_that_carries_none(
    call: Caller, member_of_none: User
) -> None:
    assert not member_of_none.system_admin
    call.connection.execute("DELETE FROM iam.roles_permissions WHERE role = 'Collaborator'")
    assert call(permissions.list_permissions_of_role, role=Role.COLLABORATOR) == []


# list_user_permissions and list_my_permissions give the same, by different ways


def both(call: Caller, person: User, team: Team) -> list[Permission]:
    """Return what the two queries say to a person that the person may do in a team."""
    call.as_user(person.id)
    found = call(permissions.list_user_permissions, user_id=person.id, team_id=team.id)
    assert call(permissions.list_my_permissions, team_id=team.id) == found
    return found


@pytest.mark.parametrize("role", [Role.TEAM_MANAGER, Role.COLLABORATOR])
def test_permissions_in_a_team_are_those_of_the_role(call: Caller, team: Team, role: Role) -> None:
    assert both(call, member(call, team, role), team) == BY_ROLE[role]


def test_permissions_of_two_roles_are_each_given_once(call: Caller, team: Team) -> None:
    found = both(call, member(call, team, Role.TEAM_MANAGER, Role.COLLABORATOR), team)
    assert found == [p for p in Permission if p in {*MANAGER, *COLLABORATOR}]


def test_a_member_without_roles_has_no_permissions(call: Caller, team: Team) -> None:
    assert both(call, member(call, team), team) == []


def test_a_stranger_has_no_permissions(call: Caller, team: Team) -> None:
    assert both(call, create_person(call, "mallory"), team) == []


def test_a_role_held_in_another_team_gives_no_permissions(call: Caller, team: Team) -> None:
    person = create_person(call, "grace")
    create_team(call, person, "Other")
    assert both(call, person, team) == []


def test_an_administrator_has_the_permissions_of_one_in_any_team(
    call: Caller, root: User, team: Team
) -> None:
    assert both(call, root, team) == ADMINISTRATOR


def test_an_administrator_who_is_a_member_has_those_of_both(
    call: Caller, root: User, team: Team
) -> None:
    join_team(call, root, team, [Role.TEAM_MANAGER])
    assert both(call, root, team) == [p for p in Permission if p in {*MANAGER, *ADMINISTRATOR}]


def test_an_administrator_has_the_permissions_of_one_even_without_a_team(
    call: Caller, root: User
) -> None:
    call.as_user(root.id)
    found = call(permissions.list_user_permissions, user_id=root.id, team_id=LARGEST_ID)
    assert found == ADMINISTRATOR


def test_list_user_permissions_gives_those_of_a_mate(call: Caller, team: Team) -> None:
    person = member(call, team, Role.COLLABORATOR)
    call.as_user(team.created_by_user_id)
    found = call(permissions.list_user_permissions, user_id=person.id, team_id=team.id)
    assert found == COLLABORATOR


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_list_user_permissions_gives_an_empty_list_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    person = member(call, team, Role.COLLABORATOR)
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(permissions.list_user_permissions, user_id=person.id, team_id=team.id) == []


def test_list_user_permissions_tells_an_administrator_nothing_of_other_teams(
    call: Caller, root: User, team: Team
) -> None:
    person = member(call, team, Role.COLLABORATOR)
    call.as_user(root.id)
    assert call(permissions.list_user_permissions, user_id=person.id, team_id=team.id) == []


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_a_member_whose_account_is_not_active_has_no_permissions(
    call: Caller, team: Team, status: str
) -> None:
    person = member(call, team, Role.COLLABORATOR)
    set_status(call, person, status)
    assert both(call, person, team) == []


def test_an_administrator_whose_account_is_not_active_has_no_permissions(
    call: Caller, root: User, team: Team
) -> None:
    set_status(call, root, "suspended")
    assert both(call, root, team) == []


def test_list_my_permissions_gives_an_empty_list_when_nobody_is_set(
    call: Caller, team: Team
) -> None:
    assert call(permissions.list_my_permissions, team_id=team.id) == []


# has_permission


def test_has_permission_agrees_with_the_list(call: Caller, team: Team) -> None:
    call.as_user(member(call, team, Role.COLLABORATOR).id)
    had = [
        permission
        for permission in Permission
        if call.one(permissions.has_permission, permission=permission, team_id=team.id)
    ]
    assert had == COLLABORATOR == call(permissions.list_my_permissions, team_id=team.id)


def test_has_permission_is_true_for_an_administrator_in_any_team(
    call: Caller, root: User, team: Team
) -> None:
    call.as_user(root.id)
    asked = Permission.VIEW_AUDIT_TRAIL
    assert call(permissions.has_permission, permission=asked, team_id=team.id) is True


def test_has_permission_is_false_for_a_stranger(call: Caller, team: Team) -> None:
    call.as_user(create_person(call, "mallory").id)
    asked = Permission.VIEW_PROMPTS
    assert call(permissions.has_permission, permission=asked, team_id=team.id) is False


def test_has_permission_is_false_when_nobody_is_set(call: Caller, team: Team) -> None:
    asked = Permission.MANAGE_PROJECTS
    assert call(permissions.has_permission, permission=asked, team_id=team.id) is False


def test_has_permission_is_false_for_an_account_that_is_not_active(
    call: Caller, team: Team
) -> None:
    person = member(call, team, Role.COLLABORATOR)
    set_status(call, person, "suspended")
    call.as_user(person.id)
    asked = Permission.VIEW_PROMPTS
    assert call(permissions.has_permission, permission=asked, team_id=team.id) is False


def test_has_permission_is_false_for_an_administrator_whose_account_is_not_active(
    call: Caller, root: User, team: Team
) -> None:
    set_status(call, root, "suspended")
    call.as_user(root.id)
    asked = Permission.VIEW_AUDIT_TRAIL
    assert call(permissions.has_permission, permission=asked, team_id=team.id) is False


def test_has_permission_refuses_a_label_the_server_does_not_know(call: Caller, team: Team) -> None:
    unknown: Permission = "ViewEverything"  # type: ignore[assignment]  # what a careless caller sends  # pyright: ignore[reportAssignmentType]
    with pytest.raises(errors.InvalidTextRepresentation):
        call(permissions.has_permission, permission=unknown, team_id=team.id)
