import pytest
from psycopg import errors

from generated.iam import api_keys, team_users
from generated.iam.enums import Role
from generated.iam.team_users import ListTeamMembersRow, TeamMembership
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.invited import invite
from tests.queries.iam.keys import create_key, hash_of
from tests.queries.iam.people import create_people, create_person, set_status, stored
from tests.queries.iam.tenants import (
    become,
    create_team,
    join_team,
    leave_team,
    member_count,
    membership,
)

LARGEST_ID = 2**31 - 1

#: That the one to be added is not known is another refusal, which names its policy.
NO_MANAGER = 'row-level security policy for table "team_users"'


@pytest.fixture
def ada(call: Caller) -> User:
    """A person."""
    return create_person(call)


@pytest.fixture
def team(call: Caller, ada: User) -> Team:
    """A team of that person, on whose behalf calls run."""
    return create_team(call, ada)


# add_team_member


@pytest.mark.parametrize(
    "roles",
    [
        [],
        [Role.COLLABORATOR],
        [Role.COLLABORATOR, Role.TEAM_MANAGER],
        [Role.COLLABORATOR, Role.COLLABORATOR],
    ],
)
def test_add_team_member_stores_the_roles_as_they_are(
    call: Caller, team: Team, roles: list[Role]
) -> None:
    grace = create_person(call, "grace")
    added = call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=roles)
    assert added == TeamMembership(user_id=grace.id, team_id=team.id, roles=roles)
    found = call(team_users.get_team_membership, user_id=grace.id, team_id=team.id)
    assert found == added


def test_add_team_member_refuses_null_among_roles(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    roles = [None, Role.COLLABORATOR]
    with pytest.raises(errors.CheckViolation, match="team_users_roles_no_null_check"):
        call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=roles)


def test_add_team_member_refuses_a_member(call: Caller, ada: User, team: Team) -> None:
    with pytest.raises(errors.UniqueViolation, match="team_users_pkey"):
        call(team_users.add_team_member, user_id=ada.id, team_id=team.id, roles=[])


@pytest.mark.parametrize(
    "roles", [[Role.SYSTEM_ADMINISTRATOR], [Role.COLLABORATOR, Role.SYSTEM_ADMINISTRATOR]]
)
def test_add_team_member_makes_no_system_administrator(
    call: Caller, team: Team, roles: list[Role]
) -> None:
    grace = create_person(call, "grace")
    with pytest.raises(errors.CheckViolation, match="team_users_roles_check"):
        call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=roles)


def test_add_team_member_refuses_an_unknown_person(call: Caller, team: Team) -> None:
    with pytest.raises(errors.InsufficientPrivilege, match="person_is_seen"):
        call(team_users.add_team_member, user_id=LARGEST_ID, team_id=team.id, roles=[])


@pytest.fixture
def manager(call: Caller, team: Team) -> User:
    """A manager of the team who is no administrator, on whose behalf calls run."""
    person = create_person(call, "manager")
    assert not person.system_admin
    join_team(call, person, team, [Role.TEAM_MANAGER])
    call.as_user(person.id)
    return person


def test_add_team_member_takes_a_mate_from_another_team(call: Caller, manager: User) -> None:
    team, other = (create_team(call, manager, name) for name in ("Weavers", "Other"))
    grace = create_person(call, "grace")
    join_team(call, grace, other)
    added = call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=[])
    assert added == TeamMembership(user_id=grace.id, team_id=team.id, roles=[])


def test_add_team_member_takes_back_a_founder_who_left(
    call: Caller, ada: User, team: Team, manager: User
) -> None:
    leave_team(call, ada, team)
    call.as_user(manager.id)
    added = call(team_users.add_team_member, user_id=ada.id, team_id=team.id, roles=[])
    assert added == membership(call, ada, team)


def test_add_team_member_refuses_whom_the_manager_does_not_know(
    call: Caller, team: Team, manager: User
) -> None:
    grace = create_person(call, "grace")
    assert membership(call, manager, team)
    with pytest.raises(errors.InsufficientPrivilege, match="person_is_seen"):
        call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=[])
    invite(call, team, grace.email)
    with pytest.raises(errors.InsufficientPrivilege, match="person_is_seen"):
        call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=[])


def test_add_team_member_refuses_an_unknown_team(call: Caller, ada: User) -> None:
    call.as_user(ada.id)
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(team_users.add_team_member, user_id=ada.id, team_id=LARGEST_ID, roles=[])


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_add_team_member_refuses_whoever_is_no_manager(
    call: Caller, team: Team, other: str | None
) -> None:
    newcomer = create_person(call, "newcomer")
    become(call, other, team)
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(team_users.add_team_member, user_id=newcomer.id, team_id=team.id, roles=[])


def test_add_team_member_refuses_a_stranger_who_wants_to_join(call: Caller, team: Team) -> None:
    mallory = create_person(call, "mallory")
    call.as_user(mallory.id)
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(team_users.add_team_member, user_id=mallory.id, team_id=team.id, roles=[])


def test_add_team_member_refuses_a_manager_whose_account_is_not_active(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    set_status(call, ada, "suspended")
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(team_users.add_team_member, user_id=grace.id, team_id=team.id, roles=[])


def test_add_team_member_lets_nobody_join_an_empty_team_not_even_its_founder(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    call(team_users.remove_team_member, user_id=ada.id, team_id=team.id)
    for person in (ada, grace):
        call.as_user(person.id)
        for roles in ([], [Role.TEAM_MANAGER]):
            with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
                call(team_users.add_team_member, user_id=person.id, team_id=team.id, roles=roles)
    assert member_count(call, team) == 0


def test_add_team_member_lets_no_founder_return_who_is_invited(
    call: Caller, ada: User, team: Team
) -> None:
    join_team(call, create_person(call, "grace"), team)
    invite(call, team, ada.email)
    leave_team(call, ada, team)
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(
            team_users.add_team_member,
            user_id=ada.id,
            team_id=team.id,
            roles=[Role.TEAM_MANAGER],
        )


def test_add_team_member_lets_nobody_join_an_empty_team_who_is_invited(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    invite(call, team, grace.email)
    leave_team(call, ada, team)
    call.as_user(grace.id)
    with pytest.raises(errors.InsufficientPrivilege, match=NO_MANAGER):
        call(
            team_users.add_team_member,
            user_id=grace.id,
            team_id=team.id,
            roles=[Role.TEAM_MANAGER],
        )


# get_team_membership


def test_get_team_membership_gives_none_for_somebody_who_is_no_member(
    call: Caller, team: Team
) -> None:
    grace = create_person(call, "grace")
    assert call(team_users.get_team_membership, user_id=grace.id, team_id=team.id) is None


def test_get_team_membership_gives_that_of_a_mate(call: Caller, ada: User, team: Team) -> None:
    become(call, "member", team)
    found = call(team_users.get_team_membership, user_id=ada.id, team_id=team.id)
    assert found == membership(call, ada, team)


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_team_membership_gives_none_to_others(
    call: Caller, ada: User, team: Team, stranger: str | None
) -> None:
    become(call, stranger, team)
    assert call(team_users.get_team_membership, user_id=ada.id, team_id=team.id) is None


def test_get_team_membership_is_of_that_team_alone(call: Caller, ada: User, team: Team) -> None:
    other = create_team(call, ada, "Other")
    grace = create_person(call, "grace")
    join_team(call, grace, other)
    assert call(team_users.get_team_membership, user_id=grace.id, team_id=team.id) is None


# list_team_members


def test_list_team_members_gives_the_members_by_address(call: Caller) -> None:
    root, zoe, ada = create_people(call, "root", "Zoe", "ada")
    team = create_team(call, zoe)
    join_team(call, ada, team, [Role.COLLABORATOR, Role.TEAM_MANAGER])
    create_team(call, root)
    call.as_user(ada.id)
    assert call(team_users.list_team_members, team_id=team.id) == [
        ListTeamMembersRow(
            id=ada.id,
            team_id=team.id,
            email="ada@example.org",
            first_name="Ada",
            last_name=None,
            roles=[Role.COLLABORATOR, Role.TEAM_MANAGER],
        ),
        ListTeamMembersRow(
            id=zoe.id,
            team_id=team.id,
            email="Zoe@example.org",
            first_name="Zoe",
            last_name=None,
            roles=[Role.TEAM_MANAGER, Role.COLLABORATOR],
        ),
    ]


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_list_team_members_gives_an_empty_list_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(team_users.list_team_members, team_id=team.id) == []


# count_team_members


def test_count_team_members_counts_the_members_of_that_team(
    call: Caller, ada: User, team: Team
) -> None:
    grace, edsger = create_people(call, "grace", "edsger")
    join_team(call, grace, team)
    join_team(call, edsger, create_team(call, ada, "Other"))
    assert call(team_users.count_team_members, team_id=team.id) == 2


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_count_team_members_gives_zero_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    become(call, stranger, team)
    assert call(team_users.count_team_members, team_id=team.id) == 0


def test_count_team_members_gives_zero_for_an_unknown_team(call: Caller) -> None:
    assert call(team_users.count_team_members, team_id=LARGEST_ID) == 0


# set_team_member_roles


@pytest.mark.parametrize("roles", [[], [Role.TEAM_MANAGER], [Role.COLLABORATOR] * 2])
def test_set_team_member_roles_replaces_the_roles(
    call: Caller, team: Team, roles: list[Role]
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    changed = call(team_users.set_team_member_roles, roles=roles, user_id=grace.id, team_id=team.id)
    found = call.one(team_users.get_team_membership, user_id=grace.id, team_id=team.id)
    assert (changed, found.roles) == (1, roles)


def test_set_team_member_roles_changes_no_other_member(call: Caller, ada: User, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    before = membership(call, ada, team)
    assert before is not None
    assert before.roles
    call(team_users.set_team_member_roles, roles=[], user_id=grace.id, team_id=team.id)
    assert call(team_users.get_team_membership, user_id=ada.id, team_id=team.id) == before


def test_set_team_member_roles_makes_no_system_administrator(
    call: Caller, ada: User, team: Team
) -> None:
    with pytest.raises(errors.CheckViolation, match="team_users_roles_check"):
        call(
            team_users.set_team_member_roles,
            roles=[Role.SYSTEM_ADMINISTRATOR],
            user_id=ada.id,
            team_id=team.id,
        )


def test_set_team_member_roles_changes_no_row_for_somebody_who_is_no_member(
    call: Caller, team: Team
) -> None:
    grace = create_person(call, "grace")
    changed = call(team_users.set_team_member_roles, roles=[], user_id=grace.id, team_id=team.id)
    assert changed == 0


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_set_team_member_roles_changes_nothing_for_others(
    call: Caller, ada: User, team: Team, other: str | None
) -> None:
    before = membership(call, ada, team)
    become(call, other, team)
    changed = call(team_users.set_team_member_roles, roles=[], user_id=ada.id, team_id=team.id)
    assert (changed, membership(call, ada, team)) == (0, before)


def test_set_team_member_roles_lets_no_member_become_a_manager(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    before = join_team(call, grace, team)
    call.as_user(grace.id)
    changed = call(
        team_users.set_team_member_roles,
        roles=[Role.TEAM_MANAGER],
        user_id=grace.id,
        team_id=team.id,
    )
    assert (changed, membership(call, grace, team)) == (0, before)


# remove_team_member


def test_remove_team_member_removes_that_member_alone(call: Caller, ada: User, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    assert call(team_users.remove_team_member, user_id=grace.id, team_id=team.id) == 1
    assert [row.id for row in call(team_users.list_team_members, team_id=team.id)] == [ada.id]


def test_remove_team_member_leaves_the_account(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    call(team_users.remove_team_member, user_id=grace.id, team_id=team.id)
    assert stored(call, grace) == grace


def test_remove_team_member_leaves_keys_that_are_refused(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    key = create_key(call, grace, team)
    assert call(api_keys.validate_api_key, key_hash=hash_of("secret")) == key
    call(team_users.remove_team_member, user_id=grace.id, team_id=team.id)
    assert call(api_keys.find_api_key_by_hash, key_hash=hash_of("secret")) == key
    assert call(api_keys.validate_api_key, key_hash=hash_of("secret")) is None


def test_remove_team_member_changes_no_row_for_somebody_who_is_no_member(
    call: Caller, team: Team
) -> None:
    grace = create_person(call, "grace")
    assert call(team_users.remove_team_member, user_id=grace.id, team_id=team.id) == 0


def test_remove_team_member_lets_a_member_leave(call: Caller, ada: User, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    call.as_user(grace.id)
    assert call(team_users.remove_team_member, user_id=grace.id, team_id=team.id) == 1
    assert (membership(call, grace, team), member_count(call, team)) == (None, 1)
    assert ada.id == team.created_by_user_id


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_remove_team_member_changes_nothing_for_others(
    call: Caller, ada: User, team: Team, other: str | None
) -> None:
    before = membership(call, ada, team)
    become(call, other, team)
    assert call(team_users.remove_team_member, user_id=ada.id, team_id=team.id) == 0
    assert membership(call, ada, team) == before
