import pytest
from psycopg import errors

from generated.iam import groups, users
from generated.iam.groups import Group, ListGroupMembersRow
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.people import (
    create_administrator,
    create_people,
    create_person,
    set_status,
)
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run."""
    return create_administrator(call)


def create_group(call: Caller, name: str, description: str | None = None) -> Group:
    return call.one(groups.create_group, name=name, description=description)


def become(call: Caller, other: str | None, group: Group) -> None:
    """Run calls on behalf of a member of a group, of somebody else, or of nobody."""
    person = create_person(call, other) if other else None
    if person and other == "member":
        assert call(groups.add_group_member, group_id=group.id, user_id=person.id) == 1
    call.as_user(person.id if person else None)


# create_group


@pytest.mark.parametrize("description", [None, "", "for tests"])
def test_create_group_gives_the_stored_row(call: Caller, description: str | None) -> None:
    group = create_group(call, "beta", description)
    assert (group.name, group.description) == ("beta", description)
    assert call(groups.get_group, group_id=group.id) == group


def test_create_group_stores_texts_as_they_are(call: Caller) -> None:
    for text in TRICKY:
        group = create_group(call, text, text)
        assert call(groups.find_group_by_name, name=text) == group
        assert (group.name, group.description) == (text, text)


def test_create_group_refuses_a_name_that_is_taken(call: Caller) -> None:
    create_group(call, "beta")
    with pytest.raises(errors.UniqueViolation, match="groups_name_key"):
        create_group(call, "beta", "another")


# get_group, find_group_by_name, list_groups


def test_get_group_gives_none_for_an_unknown_id(call: Caller) -> None:
    create_group(call, "beta")
    assert call(groups.get_group, group_id=LARGEST_ID) is None


@pytest.mark.parametrize("name", ["Beta", "", "beta "])
def test_find_group_by_name_takes_nothing_but_the_exact_name(call: Caller, name: str) -> None:
    create_group(call, "beta")
    assert call(groups.find_group_by_name, name=name) is None


def test_list_groups_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    assert call(groups.list_groups) == []


def test_list_groups_gives_all_by_name(call: Caller) -> None:
    gamma, alpha, beta = (create_group(call, name) for name in ("gamma", "alpha", "beta"))
    assert call(groups.list_groups) == [alpha, beta, gamma]


def test_everybody_signed_in_sees_groups(call: Caller) -> None:
    group = create_group(call, "beta")
    call.as_user(create_person(call, "ada").id)
    assert call(groups.list_groups) == [group]
    assert call(groups.get_group, group_id=group.id) == group
    assert call(groups.find_group_by_name, name=group.name) == group


def test_nobody_else_sees_groups(call: Caller, root: User) -> None:
    group = create_group(call, "beta")
    set_status(call, root, "suspended")
    for user_id in (root.id, None):
        call.as_user(user_id)
        assert call(groups.list_groups) == []
        assert call(groups.get_group, group_id=group.id) is None
        assert call(groups.find_group_by_name, name=group.name) is None


# what administrators alone do


@pytest.mark.parametrize("other", ["member", None])
def test_create_group_refuses_others(call: Caller, other: str | None) -> None:
    become(call, other, create_group(call, "alpha"))
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        create_group(call, "beta")


@pytest.mark.parametrize("other", ["member", None])
def test_changing_a_group_changes_nothing_for_others(call: Caller, other: str | None) -> None:
    group = create_group(call, "beta", "what for")
    become(call, other, group)
    assert call(groups.rename_group, name="mine", group_id=group.id) is None
    assert call(groups.set_group_description, description="mine", group_id=group.id) == 0
    assert call(groups.delete_group, group_id=group.id) == 0
    assert call.as_owner(groups.list_groups) == [group]


@pytest.mark.parametrize("other", ["member", "mallory", None])
def test_add_group_member_refuses_others(call: Caller, other: str | None) -> None:
    group, ada = create_group(call, "beta"), create_person(call, "ada")
    become(call, other, group)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        call(groups.add_group_member, group_id=group.id, user_id=ada.id)


def test_remove_group_member_removes_not_even_oneself_for_others(call: Caller) -> None:
    group, ada = create_group(call, "beta"), create_person(call, "ada")
    assert call(groups.add_group_member, group_id=group.id, user_id=ada.id) == 1
    call.as_user(ada.id)
    assert call(groups.remove_group_member, group_id=group.id, user_id=ada.id) == 0
    assert call(groups.list_groups_of_user, user_id=ada.id) == [group]


def test_a_member_of_a_group_sees_no_other_member(call: Caller, root: User) -> None:
    group, ada = create_group(call, "beta"), create_person(call, "ada")
    for person in (root, ada):
        assert call(groups.add_group_member, group_id=group.id, user_id=person.id) == 1
    call.as_user(ada.id)
    members = call(groups.list_group_members, group_id=group.id, after_id=None, limit=10)
    assert [member.id for member in members] == [ada.id]
    assert call(groups.list_groups_of_user, user_id=root.id) == []


# rename_group, set_group_description, delete_group


def test_rename_group_changes_the_name_alone(call: Caller) -> None:
    group = create_group(call, "beta", "what for")
    renamed = call.one(groups.rename_group, name="gamma", group_id=group.id)
    assert renamed == group.model_copy(update={"name": "gamma"})
    assert call(groups.list_groups) == [renamed]


def test_rename_group_gives_none_for_an_unknown_id(call: Caller) -> None:
    assert call(groups.rename_group, name="gamma", group_id=LARGEST_ID) is None


def test_rename_group_refuses_a_name_that_is_taken(call: Caller) -> None:
    create_group(call, "beta")
    gamma = create_group(call, "gamma")
    with pytest.raises(errors.UniqueViolation, match="groups_name_key"):
        call(groups.rename_group, name="beta", group_id=gamma.id)


@pytest.mark.parametrize("description", [None, "", "Größe: 'L'"])
def test_set_group_description_replaces_it(call: Caller, description: str | None) -> None:
    group = create_group(call, "beta", "old")
    changed = call(groups.set_group_description, description=description, group_id=group.id)
    found = call.one(groups.get_group, group_id=group.id)
    assert (changed, found.description) == (1, description)


def test_set_group_description_changes_no_row_for_an_unknown_id(call: Caller) -> None:
    assert call(groups.set_group_description, description="x", group_id=LARGEST_ID) == 0


def test_delete_group_deletes_that_group_alone(call: Caller) -> None:
    alpha, beta = create_group(call, "alpha"), create_group(call, "beta")
    assert call(groups.delete_group, group_id=alpha.id) == 1
    assert call(groups.list_groups) == [beta]


def test_delete_group_leaves_its_members(call: Caller) -> None:
    ada, group = create_person(call), create_group(call, "beta")
    call(groups.add_group_member, group_id=group.id, user_id=ada.id)
    call(groups.delete_group, group_id=group.id)
    assert call(users.get_user, user_id=ada.id) == ada


def test_delete_group_changes_no_row_for_an_unknown_id(call: Caller) -> None:
    assert call(groups.delete_group, group_id=LARGEST_ID) == 0


# members


def test_add_group_member_puts_a_person_into_a_group(call: Caller) -> None:
    ada, group = create_person(call), create_group(call, "beta")
    assert call(groups.add_group_member, group_id=group.id, user_id=ada.id) == 1
    assert call(groups.list_groups_of_user, user_id=ada.id) == [group]


def test_add_group_member_changes_no_row_the_second_time(call: Caller) -> None:
    ada, group = create_person(call), create_group(call, "beta")
    call(groups.add_group_member, group_id=group.id, user_id=ada.id)
    assert call(groups.add_group_member, group_id=group.id, user_id=ada.id) == 0


def test_add_group_member_refuses_an_unknown_person(call: Caller) -> None:
    group = create_group(call, "beta")
    with pytest.raises(errors.ForeignKeyViolation, match="group_members_user_id_fkey"):
        call(groups.add_group_member, group_id=group.id, user_id=LARGEST_ID)


def test_add_group_member_refuses_an_unknown_group(call: Caller) -> None:
    ada = create_person(call)
    with pytest.raises(errors.ForeignKeyViolation, match="group_members_group_id_fkey"):
        call(groups.add_group_member, group_id=LARGEST_ID, user_id=ada.id)


def test_remove_group_member_removes_that_member_alone(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    group = create_group(call, "beta")
    for person in (ada, grace):
        call(groups.add_group_member, group_id=group.id, user_id=person.id)
    assert call(groups.remove_group_member, group_id=group.id, user_id=ada.id) == 1
    members = call(groups.list_group_members, group_id=group.id, after_id=None, limit=10)
    assert [member.id for member in members] == [grace.id]


def test_remove_group_member_changes_no_row_for_somebody_who_is_no_member(call: Caller) -> None:
    ada, group = create_person(call), create_group(call, "beta")
    assert call(groups.remove_group_member, group_id=group.id, user_id=ada.id) == 0


def test_list_groups_of_user_gives_an_empty_list_to_somebody_in_none(call: Caller) -> None:
    create_group(call, "beta")
    assert call(groups.list_groups_of_user, user_id=create_person(call).id) == []


def test_list_groups_of_user_gives_the_groups_by_name(call: Caller) -> None:
    ada = create_person(call)
    gamma, alpha, _ = (create_group(call, name) for name in ("gamma", "alpha", "beta"))
    for group in (gamma, alpha):
        call(groups.add_group_member, group_id=group.id, user_id=ada.id)
    assert call(groups.list_groups_of_user, user_id=ada.id) == [alpha, gamma]


def test_list_group_members_gives_what_is_known_of_a_member(call: Caller) -> None:
    ada, group = create_person(call), create_group(call, "beta")
    call(groups.add_group_member, group_id=group.id, user_id=ada.id)
    assert call(groups.list_group_members, group_id=group.id, after_id=None, limit=1) == [
        ListGroupMembersRow(
            id=ada.id,
            email="ada@example.org",
            first_name="Ada",
            last_name=None,
            status="active",
        )
    ]


def test_list_group_members_gives_every_member_once_over_its_pages(call: Caller) -> None:
    people = create_people(call, "a", "b", "c", "d", "e", "f")
    group = create_group(call, "beta")
    for person in reversed(people[:5]):
        call(groups.add_group_member, group_id=group.id, user_id=person.id)
    move_to_end(call, "iam.users", people[0].id)
    found = pages(
        lambda after_id: call(
            groups.list_group_members, group_id=group.id, after_id=after_id, limit=2
        ),
        lambda member: member.id,
    )
    a, b, c, d, e, _ = (person.id for person in people)
    assert [[member.id for member in page] for page in found] == [[a, b], [c, d], [e]]


def test_list_group_members_gives_an_empty_list_for_an_unknown_group(call: Caller) -> None:
    create_person(call)
    found = call(groups.list_group_members, group_id=LARGEST_ID, after_id=None, limit=10)
    assert found == []
