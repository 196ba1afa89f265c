from datetime import UTC, datetime, timedelta

import pytest
from psycopg import errors

from generated.iam import invitations, team_users, users
from generated.iam.enums import Role
from generated.iam.invitations import (
    AcceptInvitationRow,
    Invitation,
    InvitationSecret,
    ListMyInvitationsRow,
)
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.invited import invite
from tests.queries.iam.people import create_people, create_person, delete_account
from tests.queries.iam.tenants import become, create_team, join_team, member_count, membership
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1


@pytest.fixture
def ada(call: Caller) -> User:
    """The manager of the team that invites."""
    return create_person(call)


@pytest.fixture
def team(call: Caller, ada: User) -> Team:
    """The team that invites, of ada, on whose behalf calls run."""
    return create_team(call, ada)


@pytest.fixture
def grace(call: Caller, ada: User) -> User:
    """The person at the address that is invited."""
    assert ada.email != "grace@example.org"
    return create_person(call, "grace")


def backdate(call: Caller, invitation: Invitation, age: timedelta) -> None:
    call.connection.execute(
        "UPDATE iam.invitations SET created_at = now() - %s WHERE id = %s", [age, invitation.id]
    )


def remaining(call: Caller, *selectors: str) -> list[str]:
    """Return those of the selectors that still lead to an invitation, whoever asks."""
    found = [
        call(invitations.find_invitation_secret, invitation_selector=selector)
        for selector in selectors
    ]
    return [row.invitation_selector for row in found if row]


# create_invitation


@pytest.mark.parametrize("roles", [[], [Role.COLLABORATOR], [Role.COLLABORATOR, Role.TEAM_MANAGER]])
def test_create_invitation_stores_the_roles(call: Caller, team: Team, roles: list[Role]) -> None:
    invitation = invite(call, team, roles=roles)
    assert invitation.roles == roles
    assert call(invitations.get_invitation, invitation_id=invitation.id) == invitation


def test_create_invitation_makes_no_system_administrator(call: Caller, team: Team) -> None:
    with pytest.raises(errors.CheckViolation, match="invitations_roles_check"):
        invite(call, team, roles=[Role.COLLABORATOR, Role.SYSTEM_ADMINISTRATOR])


def test_create_invitation_refuses_a_selector_that_is_taken(call: Caller, team: Team) -> None:
    invite(call, team, "one@example.org", selector="same")
    with pytest.raises(errors.UniqueViolation, match="invitations_invitation_selector_key"):
        invite(call, team, "two@example.org", selector="same")


def test_create_invitation_refuses_an_unknown_team(call: Caller, team: Team) -> None:
    unknown = team.model_copy(update={"id": LARGEST_ID})
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        invite(call, unknown)


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_create_invitation_refuses_whoever_may_not_invite(
    call: Caller, team: Team, other: str | None
) -> None:
    become(call, other, team)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        invite(call, team)


def test_create_invitation_stores_texts_as_they_are(call: Caller, team: Team) -> None:
    for text in TRICKY:
        call(
            invitations.create_invitation,
            team_id=team.id,
            email=text,
            first_name=text,
            last_name=text,
            roles=[],
            invitation_selector=text,
            invitation_verifier_hash=text,
        )
        found = call.one(invitations.find_invitation_secret, invitation_selector=text)
        texts = (found.email, found.first_name, found.last_name, found.invitation_verifier_hash)
        assert texts == (text,) * 4


# get_invitation


def test_get_invitation_gives_it_to_a_member_of_the_team(call: Caller, team: Team) -> None:
    invitation = invite(call, team)
    assert call(invitations.get_invitation, invitation_id=invitation.id) == invitation


@pytest.mark.parametrize("email", ["grace@example.org", "GRACE@Example.Org"])
def test_get_invitation_gives_it_to_the_addressee(
    call: Caller, team: Team, grace: User, email: str
) -> None:
    invitation = invite(call, team, email)
    call.as_user(grace.id)
    assert call(invitations.get_invitation, invitation_id=invitation.id) == invitation


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_invitation_gives_none_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    invitation = invite(call, team)
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(invitations.get_invitation, invitation_id=invitation.id) is None


def test_get_invitation_gives_none_for_an_unknown_id(call: Caller, team: Team) -> None:
    invite(call, team)
    assert call(invitations.get_invitation, invitation_id=LARGEST_ID) is None


# list_invitations


def test_list_invitations_gives_an_empty_list_when_there_are_none(call: Caller, team: Team) -> None:
    assert call(invitations.list_invitations, team_id=team.id) == []


def test_list_invitations_gives_those_of_the_team_oldest_first(
    call: Caller, ada: User, team: Team
) -> None:
    second, first = (invite(call, team, f"{name}@example.org") for name in ("a", "b"))
    invite(call, create_team(call, ada, "Other"))
    backdate(call, first, timedelta(days=1))
    found = call(invitations.list_invitations, team_id=team.id)
    assert [invitation.id for invitation in found] == [first.id, second.id]


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_list_invitations_gives_an_empty_list_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    invite(call, team)
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(invitations.list_invitations, team_id=team.id) == []


def test_list_invitations_gives_an_empty_list_to_the_addressee(
    call: Caller, team: Team, grace: User
) -> None:
    invite(call, team, grace.email)
    call.as_user(grace.id)
    assert call(invitations.list_invitations, team_id=team.id) == []


# list_my_invitations


def test_list_my_invitations_gives_the_name_and_the_creator_of_the_team(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    invitation = invite(call, team, "Grace@example.org", [Role.TEAM_MANAGER])
    call.as_user(grace.id)
    assert call(invitations.list_my_invitations) == [
        ListMyInvitationsRow(
            id=invitation.id,
            email="Grace@example.org",
            first_name="Grace",
            last_name="Hopper",
            team_name="Weavers",
            team_id=team.id,
            roles=[Role.TEAM_MANAGER],
            created_by=ada.email,
            created_at=invitation.created_at,
        )
    ]


def test_list_my_invitations_gives_those_of_all_teams_oldest_first(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    second, first = invite(call, team), invite(call, create_team(call, ada, "Other"))
    backdate(call, first, timedelta(hours=1))
    call.as_user(grace.id)
    found = [row.id for row in call(invitations.list_my_invitations)]
    assert found == [first.id, second.id]


def test_list_my_invitations_says_so_when_the_team_has_no_name(
    call: Caller, ada: User, grace: User
) -> None:
    invite(call, create_team(call, ada, None))
    call.as_user(grace.id)
    (row,) = call(invitations.list_my_invitations)
    assert row.team_name == "Name not set"


def test_list_my_invitations_gives_no_creator_when_that_account_is_gone(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    invite(call, team)
    delete_account(call, ada)
    call.as_user(grace.id)
    (row,) = call(invitations.list_my_invitations)
    assert row.created_by is None


def test_list_my_invitations_leaves_out_those_to_others(
    call: Caller, team: Team, grace: User
) -> None:
    invite(call, team, "not-grace@example.org")
    call.as_user(grace.id)
    assert call(invitations.list_my_invitations) == []


def test_list_my_invitations_gives_an_empty_list_when_nobody_is_set(
    call: Caller, team: Team
) -> None:
    invite(call, team)
    call.as_user(None)
    assert call(invitations.list_my_invitations) == []


# find_invitation_secret


def test_find_invitation_secret_gives_the_hash_to_whoever_asks(call: Caller, team: Team) -> None:
    invitation = invite(call, team, selector="link")
    call.as_user(None)
    expected = InvitationSecret(
        id=invitation.id,
        team_id=team.id,
        email="grace@example.org",
        first_name="Grace",
        last_name="Hopper",
        roles=[Role.COLLABORATOR],
        invitation_selector="link",
        invitation_verifier_hash="verifier hash",
        created_at=invitation.created_at,
    )
    assert call(invitations.find_invitation_secret, invitation_selector="link") == expected


@pytest.mark.parametrize("selector", ["LINK", "lin%", ""])
def test_find_invitation_secret_takes_nothing_but_the_exact_selector(
    call: Caller, team: Team, selector: str
) -> None:
    invite(call, team, selector="link")
    assert call(invitations.find_invitation_secret, invitation_selector=selector) is None


# accept_invitation


def test_accept_invitation_makes_a_member_with_the_roles(
    call: Caller, team: Team, grace: User
) -> None:
    invitation = invite(call, team, "Grace@example.org", [Role.COLLABORATOR])
    call.as_user(grace.id)
    accepted = call(invitations.accept_invitation, invitation_id=invitation.id)
    assert accepted == AcceptInvitationRow(
        user_id=grace.id, team_id=team.id, roles=[Role.COLLABORATOR]
    )
    found = membership(call, grace, team)
    assert found is not None
    assert found.roles == [Role.COLLABORATOR]


def test_accept_invitation_takes_an_invitation_without_roles(
    call: Caller, team: Team, grace: User
) -> None:
    invitation = invite(call, team, roles=[])
    call.as_user(grace.id)
    assert call.one(invitations.accept_invitation, invitation_id=invitation.id).roles == []


def test_accept_invitation_works_once(call: Caller, team: Team, grace: User) -> None:
    invitation = invite(call, team, selector="link")
    call.as_user(grace.id)
    call(invitations.accept_invitation, invitation_id=invitation.id)
    assert call(invitations.accept_invitation, invitation_id=invitation.id) is None
    assert remaining(call, "link") == []


def test_accept_invitation_uses_up_that_invitation_alone(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    invitation = invite(call, team, selector="first")
    invite(call, create_team(call, ada, "Other"), selector="second")
    call.as_user(grace.id)
    call(invitations.accept_invitation, invitation_id=invitation.id)
    assert remaining(call, "first", "second") == ["second"]


def test_accept_invitation_adds_the_new_roles_to_those_held(
    call: Caller, team: Team, grace: User
) -> None:
    join_team(call, grace, team, [Role.COLLABORATOR])
    invitation = invite(call, team, roles=[Role.TEAM_MANAGER, Role.COLLABORATOR])
    call.as_user(grace.id)
    accepted = call.one(invitations.accept_invitation, invitation_id=invitation.id)
    assert accepted.roles == [Role.TEAM_MANAGER, Role.COLLABORATOR]


def test_accept_invitation_keeps_the_roles_held(call: Caller, team: Team, grace: User) -> None:
    join_team(call, grace, team, [Role.TEAM_MANAGER])
    invitation = invite(call, team, roles=[])
    call.as_user(grace.id)
    accepted = call.one(invitations.accept_invitation, invitation_id=invitation.id)
    assert accepted.roles == [Role.TEAM_MANAGER]


def test_accept_invitation_gives_none_to_the_team_that_invites(call: Caller, team: Team) -> None:
    invitation = invite(call, team, selector="link")
    assert call(invitations.accept_invitation, invitation_id=invitation.id) is None
    assert remaining(call, "link") == ["link"]


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_accept_invitation_gives_none_to_others(
    call: Caller, team: Team, stranger: str | None
) -> None:
    invitation = invite(call, team, selector="link")
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(invitations.accept_invitation, invitation_id=invitation.id) is None
    assert remaining(call, "link") == ["link"]
    assert member_count(call, team) == 1


def test_accept_invitation_gives_none_when_another_request_is_first(
    call: Caller, team: Team, grace: User
) -> None:
    invitation = invite(call, team)
    call.as_user(grace.id)
    call.connection.execute("BEGIN")
    call.connection.execute("SELECT set_config('app.user_id', %s, true)", [str(grace.id)])
    first = invitations.accept_invitation(call.connection, invitation_id=invitation.id)
    with committed_when_waited_for(call.connection):
        second = call(invitations.accept_invitation, invitation_id=invitation.id)
    assert first is not None
    assert second is None


# delete_invitation


def test_delete_invitation_withdraws_that_invitation_alone(call: Caller, team: Team) -> None:
    invitation = invite(call, team, selector="first")
    invite(call, team, selector="second")
    deleted = call(invitations.delete_invitation, invitation_id=invitation.id, team_id=team.id)
    assert (deleted, remaining(call, "first", "second")) == (1, ["second"])


def test_delete_invitation_changes_no_row_for_another_team_of_the_user(
    call: Caller, ada: User, team: Team
) -> None:
    invitation = invite(call, team, selector="link")
    other = create_team(call, ada, "Other")
    deleted = call(invitations.delete_invitation, invitation_id=invitation.id, team_id=other.id)
    assert (deleted, remaining(call, "link")) == (0, ["link"])


@pytest.mark.parametrize("other", ["member", "grace", "mallory", None])
def test_delete_invitation_changes_nothing_for_others(
    call: Caller, team: Team, other: str | None
) -> None:
    invitation = invite(call, team, selector="link")
    become(call, other, team)
    deleted = call(invitations.delete_invitation, invitation_id=invitation.id, team_id=team.id)
    assert (deleted, remaining(call, "link")) == (0, ["link"])


# delete_invitations_to, delete_stale_invitations


def test_delete_invitations_to_deletes_all_to_the_address_ignoring_case(
    call: Caller, team: Team
) -> None:
    invite(call, team, "grace@example.org", selector="one")
    invite(call, team, "GRACE@example.org", selector="two")
    invite(call, team, "ada@example.org", selector="three")
    deleted = call(invitations.delete_invitations_to, email="Grace@Example.org", team_id=team.id)
    assert (deleted, remaining(call, "one", "two", "three")) == (2, ["three"])


def test_delete_invitations_to_deletes_none_of_another_team(
    call: Caller, ada: User, team: Team
) -> None:
    invite(call, team, selector="link")
    other = create_team(call, ada, "Other")
    deleted = call(invitations.delete_invitations_to, email="grace@example.org", team_id=other.id)
    assert (deleted, remaining(call, "link")) == (0, ["link"])


def test_delete_invitations_to_lets_the_addressee_decline(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    invite(call, team, grace.email, selector="one")
    invite(call, team, "edsger@example.org", selector="two")
    invite(call, create_team(call, ada, "Other"), grace.email, selector="three")
    call.as_user(grace.id)
    email = "GRACE@example.org"
    assert call(invitations.delete_invitations_to, email=email, team_id=team.id) == 1
    assert remaining(call, "one", "two", "three") == ["two", "three"]


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_delete_invitations_to_changes_nothing_for_others(
    call: Caller, team: Team, other: str | None
) -> None:
    invite(call, team, "grace@example.org", selector="link")
    become(call, other, team)
    email = "grace@example.org"
    assert call(invitations.delete_invitations_to, email=email, team_id=team.id) == 0
    assert remaining(call, "link") == ["link"]


def test_delete_stale_invitations_deletes_those_of_all_teams_made_before(
    call: Caller, ada: User, team: Team
) -> None:
    for selector, place, age in [
        ("old", team, timedelta(days=8)),
        ("old too", create_team(call, ada, "Other"), timedelta(days=7, seconds=5)),
        ("fresh", team, timedelta(days=6)),
    ]:
        backdate(call, invite(call, place, selector=selector), age)
    moment = datetime.now(UTC) - timedelta(days=7)
    assert call(invitations.delete_stale_invitations, created_before=moment) == 2
    assert remaining(call, "old", "old too", "fresh") == ["fresh"]


def test_delete_stale_invitations_keeps_one_made_at_that_very_moment(
    call: Caller, team: Team
) -> None:
    invitation = invite(call, team)
    moment = invitation.created_at
    assert call(invitations.delete_stale_invitations, created_before=moment) == 0
    assert (
        call(
            invitations.delete_stale_invitations,
            created_before=moment + timedelta(microseconds=1),
        )
        == 1
    )


def test_accepting_needs_the_address_of_now(
    call: Caller, ada: User, team: Team, grace: User
) -> None:
    invitation = invite(call, team, grace.email)
    moved = call(
        users.update_user,
        username=None,
        email="elsewhere@example.org",
        first_name=None,
        last_name=None,
        user_id=grace.id,
    )
    assert (ada.system_admin, moved is None) == (True, False)
    call.as_user(grace.id)
    assert call(invitations.accept_invitation, invitation_id=invitation.id) is None


def test_two_people_accept_their_own_invitations(call: Caller, ada: User, team: Team) -> None:
    people = create_people(call, "grace", "edsger")
    for person in people:
        invitation = invite(call, team, person.email)
        call.as_user(person.id)
        call.one(invitations.accept_invitation, invitation_id=invitation.id)
        call.as_user(ada.id)
    assert call(team_users.count_team_members, team_id=team.id) == 3
