import pytest
from psycopg import errors

from generated.iam import api_keys, invitations, team_users, teams, users
from generated.iam.enums import Role
from generated.iam.team_users import TeamMembership
from generated.iam.teams import ListTeamsOfUserRow, Team
from tests.queries.caller import Caller
from tests.queries.iam.invited import invite
from tests.queries.iam.keys import create_key, hash_of
from tests.queries.iam.people import create_people, create_person, delete_account, set_status
from tests.queries.iam.tenants import (
    become,
    create_team,
    join_team,
    leave_team,
    member_count,
    membership,
)
from tests.queries.ordering import move_to_end
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1


@pytest.fixture
def team(call: Caller) -> Team:
    """A team of somebody who is no longer the person on whose behalf calls run."""
    found = create_team(call, create_person(call))
    call.as_user(None)
    return found


def still(call: Caller, team: Team) -> bool:
    """Tell whether a team is as it was, as the owner sees it."""
    return call.as_owner(teams.get_primary_team, user_id=team.created_by_user_id) == team


# get_team


def test_get_team_gives_a_team_to_its_member(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.get_team, team_id=team.id) == team


def test_get_team_gives_none_to_a_stranger(call: Caller, team: Team) -> None:
    call.as_user(create_person(call, "mallory").id)
    assert call(teams.get_team, team_id=team.id) is None


def test_get_team_gives_none_to_an_administrator_who_is_no_member(call: Caller) -> None:
    root, ada = create_people(call, "root", "ada")
    team = create_team(call, ada)
    call.as_user(root.id)
    assert call(teams.get_team, team_id=team.id) is None


def test_get_team_gives_none_when_nobody_is_set(call: Caller, team: Team) -> None:
    assert call(teams.get_team, team_id=team.id) is None


def test_get_team_gives_none_to_a_former_member(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    call(team_users.remove_team_member, user_id=team.created_by_user_id, team_id=team.id)
    assert call(teams.get_team, team_id=team.id) is None


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_get_team_gives_none_to_a_member_whose_account_is_not_active(
    call: Caller, team: Team, status: str
) -> None:
    call.as_user(team.created_by_user_id)
    set_status(call, call.one(users.get_current_user), status)
    assert call(teams.get_team, team_id=team.id) is None


def test_get_team_gives_none_for_an_unknown_id(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.get_team, team_id=LARGEST_ID) is None


def test_get_team_refuses_an_id_beyond_an_integer(call: Caller) -> None:
    with pytest.raises(errors.NumericValueOutOfRange):
        call(teams.get_team, team_id=-(2**31) - 1)


# find_team_by_slug, find_team_id_by_slug


def test_find_team_by_slug_gives_a_team_to_its_member(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.find_team_by_slug, slug=team.slug) == team


@pytest.mark.parametrize("slug", ["", "weavers", "WEAVERS--1", "%"])
def test_find_team_by_slug_takes_nothing_but_the_exact_slug(
    call: Caller, team: Team, slug: str
) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.find_team_by_slug, slug=slug) is None


def test_find_team_by_slug_gives_none_to_a_stranger(call: Caller, team: Team) -> None:
    call.as_user(create_person(call, "mallory").id)
    assert call(teams.find_team_by_slug, slug=team.slug) is None


def test_find_team_by_slug_gives_none_when_nobody_is_set(call: Caller, team: Team) -> None:
    assert call(teams.find_team_by_slug, slug=team.slug) is None


def test_find_team_id_by_slug_gives_the_id_to_a_member(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.find_team_id_by_slug, slug=team.slug) == team.id


def test_find_team_id_by_slug_gives_the_id_to_somebody_who_is_invited(
    call: Caller, team: Team
) -> None:
    grace = create_person(call, "grace")
    with call.acting_as(team.created_by_user_id):
        invite(call, team, grace.email)
    call.as_user(grace.id)
    assert call(teams.find_team_id_by_slug, slug=team.slug) == team.id
    assert call(teams.find_team_by_slug, slug=team.slug) is None


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_find_team_id_by_slug_gives_none_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(teams.find_team_id_by_slug, slug=team.slug) is None


def test_find_team_id_by_slug_gives_none_for_an_unknown_slug(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    assert call(teams.find_team_id_by_slug, slug=f"{team.slug}0") is None


# get_primary_team


def test_get_primary_team_gives_none_to_somebody_who_created_none(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    join_team(call, grace, create_team(call, ada))
    call.as_user(grace.id)
    assert call(teams.get_primary_team, user_id=grace.id) is None


def test_get_primary_team_gives_the_team_of_a_mate(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team)
    call.as_user(grace.id)
    assert call(teams.get_primary_team, user_id=team.created_by_user_id) == team


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_primary_team_gives_none_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(teams.get_primary_team, user_id=team.created_by_user_id) is None


def test_get_primary_team_gives_the_first_of_several(call: Caller) -> None:
    ada = create_person(call)
    first, _ = create_team(call, ada, "Zebras"), create_team(call, ada, "Ants")
    move_to_end(call, "iam.teams", first.id)
    assert call(teams.get_primary_team, user_id=ada.id) == first


def test_get_primary_team_gives_the_next_one_when_the_first_is_deleted(call: Caller) -> None:
    ada = create_person(call)
    first, second = create_team(call, ada), create_team(call, ada)
    call(teams.delete_team, team_id=first.id)
    assert call(teams.get_primary_team, user_id=ada.id) == second


def test_get_primary_team_gives_a_team_to_somebody_who_is_invited(call: Caller, team: Team) -> None:
    grace = create_person(call, "grace")
    with call.acting_as(team.created_by_user_id):
        invite(call, team, grace.email)
    call.as_user(grace.id)
    assert call(teams.get_primary_team, user_id=team.created_by_user_id) == team


@pytest.mark.parametrize("others", [[], ["grace"]])
def test_get_primary_team_gives_its_creator_no_team_left(call: Caller, others: list[str]) -> None:
    ada = create_person(call)
    team = create_team(call, ada)
    for other in create_people(call, *others):
        join_team(call, other, team)
    leave_team(call, ada, team)
    assert call(teams.get_primary_team, user_id=ada.id) is None
    assert still(call, team)


# list_teams_of_user


def test_list_teams_of_user_gives_an_empty_list_to_somebody_without_team(call: Caller) -> None:
    ada = create_person(call)
    call.as_user(ada.id)
    assert call(teams.list_teams_of_user, user_id=ada.id) == []


def test_list_teams_of_user_gives_those_shared_with_the_current_user(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    shared, _ = create_team(call, ada, "Shared"), create_team(call, ada, "Other")
    join_team(call, grace, shared)
    call.as_user(grace.id)
    assert [row.id for row in call(teams.list_teams_of_user, user_id=ada.id)] == [shared.id]


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_list_teams_of_user_gives_an_empty_list_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(teams.list_teams_of_user, user_id=team.created_by_user_id) == []


def test_list_teams_of_user_gives_roles_and_the_address_of_the_owner(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team, [Role.COLLABORATOR, Role.TEAM_MANAGER])
    assert call(teams.list_teams_of_user, user_id=grace.id) == [
        ListTeamsOfUserRow(
            id=team.id,
            team_name="Weavers",
            team_slug=team.slug,
            roles=[Role.COLLABORATOR, Role.TEAM_MANAGER],
            team_owner="ada@example.org",
        )
    ]


def test_list_teams_of_user_orders_by_name_without_case_and_unnamed_last(call: Caller) -> None:
    ada = create_person(call)
    names = (None, "beta", "Alpha", "GAMMA", "alpha")
    made = {name: create_team(call, ada, name) for name in names}
    move_to_end(call, "iam.teams", made["Alpha"].id)
    found = [row.team_name for row in call(teams.list_teams_of_user, user_id=ada.id)]
    assert found == ["Alpha", "alpha", "beta", "GAMMA", None]


def test_list_teams_of_user_gives_no_owner_when_that_account_is_gone(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    join_team(call, grace, create_team(call, ada))
    delete_account(call, ada)
    call.as_user(grace.id)
    (row,) = call(teams.list_teams_of_user, user_id=grace.id)
    assert row.team_owner is None


def test_list_teams_of_user_gives_the_owner_who_left(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team)
    leave_team(call, ada, team)
    call.as_user(grace.id)
    (row,) = call(teams.list_teams_of_user, user_id=grace.id)
    assert row.team_owner == ada.email


def test_list_teams_of_user_gives_an_empty_list_of_roles(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    join_team(call, grace, create_team(call, ada), [])
    (row,) = call(teams.list_teams_of_user, user_id=grace.id)
    assert row.roles == []


# list_my_teams


def test_list_my_teams_gives_the_teams_of_the_current_user_alone(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    theirs = create_team(call, ada, "Theirs")
    mine = create_team(call, grace, "mine")
    join_team(call, grace, theirs)
    inviting = create_team(call, ada, "Not mine")
    invite(call, inviting, grace.email)
    call.as_user(grace.id)
    assert call(teams.list_my_teams) == [mine, theirs]


def test_list_my_teams_orders_by_name_without_case_and_then_by_id(call: Caller) -> None:
    ada = create_person(call)
    beta, first, second = (create_team(call, ada, name) for name in ("beta", "Alpha", "alpha"))
    move_to_end(call, "iam.teams", first.id)
    assert call(teams.list_my_teams) == [first, second, beta]


def test_list_my_teams_gives_an_empty_list_when_nobody_is_set(call: Caller, team: Team) -> None:
    assert still(call, team)
    assert call(teams.list_my_teams) == []


# create_team


def test_create_team_names_the_current_user_as_creator(call: Caller) -> None:
    ada = create_person(call)
    call.as_user(ada.id)
    assert call.one(teams.create_team, name="Weavers").created_by_user_id == ada.id


def test_create_team_makes_its_creator_the_manager_and_a_collaborator(call: Caller) -> None:
    _, ada = create_people(call, "root", "ada")
    call.as_user(ada.id)
    team = call.one(teams.create_team, name="Weavers")
    roles = [Role.TEAM_MANAGER, Role.COLLABORATOR]
    founder = TeamMembership(user_id=ada.id, team_id=team.id, roles=roles)
    assert membership(call, ada, team) == founder
    assert member_count(call, team) == 1


def test_create_team_refuses_when_nobody_is_set(call: Caller) -> None:
    ada = create_person(call)
    for user_id in (None, 0, LARGEST_ID):
        call.as_user(user_id)
        with pytest.raises(errors.NotNullViolation, match="created_by_user_id"):
            call(teams.create_team, name="Weavers")
    assert call.as_owner(teams.get_primary_team, user_id=ada.id) is None


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_create_team_refuses_an_account_that_is_not_active(call: Caller, status: str) -> None:
    ada = create_person(call)
    set_status(call, ada, status)
    call.as_user(ada.id)
    with pytest.raises(errors.NotNullViolation, match="created_by_user_id"):
        call(teams.create_team, name="Weavers")
    assert call.as_owner(teams.get_primary_team, user_id=ada.id) is None


def test_create_team_takes_the_slug_from_the_name(call: Caller) -> None:
    call.as_user(create_person(call).id)
    team = call.one(teams.create_team, name="The Weavers!")
    assert team.slug == f"the-weavers--{team.id}"


def test_create_team_takes_the_slug_from_the_creator_when_there_is_no_name(call: Caller) -> None:
    call.as_user(create_person(call, "ada.lovelace").id)
    team = call.one(teams.create_team, name=None)
    assert (team.name, team.slug) == (None, f"ada-lovelace--{team.id}")


def test_create_team_stores_names_as_they_are(call: Caller) -> None:
    ada = create_person(call)
    for text in TRICKY:
        team = create_team(call, ada, text)
        assert call.one(teams.get_team, team_id=team.id).name == text


# rename_team


def test_rename_team_changes_the_name_and_the_slug(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    renamed = call.one(teams.rename_team, name="Spinners", team_id=team.id)
    assert (renamed.name, renamed.slug) == ("Spinners", f"spinners--{team.id}")
    assert call(teams.get_team, team_id=team.id) == renamed


def test_rename_team_removes_the_name(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    renamed = call.one(teams.rename_team, name=None, team_id=team.id)
    assert (renamed.name, renamed.slug) == (None, f"ada--{team.id}")


def test_rename_team_takes_the_slug_from_a_creator_who_left(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team, [Role.TEAM_MANAGER])
    leave_team(call, ada, team)
    call.as_user(grace.id)
    assert call.one(teams.rename_team, name=None, team_id=team.id).slug == f"ada--{team.id}"


def test_rename_team_takes_no_slug_from_a_creator_whose_account_is_gone(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team, [Role.TEAM_MANAGER])
    delete_account(call, ada)
    call.as_user(grace.id)
    assert call.one(teams.rename_team, name=None, team_id=team.id).slug == f"team--{team.id}"


def test_rename_team_lets_two_teams_have_one_name(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    other = call.one(teams.create_team, name=team.name)
    assert other.slug != team.slug


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_rename_team_changes_nothing_for_others(
    call: Caller, team: Team, other: str | None
) -> None:
    become(call, other, team)
    assert call(teams.rename_team, name="Mine", team_id=team.id) is None
    assert still(call, team)


# delete_team


def test_delete_team_deletes_the_team_alone(call: Caller, team: Team) -> None:
    call.as_user(team.created_by_user_id)
    other = create_team(call, call.one(users.get_current_user))
    assert call(teams.delete_team, team_id=team.id) == 1
    assert call(teams.list_my_teams) == [other]


def test_delete_team_deletes_what_belongs_to_it(call: Caller) -> None:
    ada = create_person(call)
    team = create_team(call, ada)
    create_key(call, ada, team)
    invite(call, team, selector="link")
    assert call(teams.delete_team, team_id=team.id) == 1
    assert membership(call, ada, team) is None
    assert call(api_keys.find_api_key_by_hash, key_hash=hash_of("secret")) is None
    assert call(invitations.find_invitation_secret, invitation_selector="link") is None


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_delete_team_deletes_nothing_for_others(
    call: Caller, team: Team, other: str | None
) -> None:
    become(call, other, team)
    assert call(teams.delete_team, team_id=team.id) == 0
    assert still(call, team)
