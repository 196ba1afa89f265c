from collections.abc import Callable

import psycopg
import pytest
from psycopg import errors

from generated.iam import (
    api_keys,
    groups,
    permission_grants,
    team_users,
    teams,
    users,
)
from generated.iam.enums import Role
from generated.iam.users import User, UserCredentials
from tests.queries.caller import Caller
from tests.queries.iam.invited import invite
from tests.queries.iam.keys import create_key, hash_of
from tests.queries.iam.people import (
    create_administrator,
    create_people,
    create_person,
    create_person_with_password,
    promote,
    set_status,
    stored,
)
from tests.queries.iam.tenants import create_team, join_team, leave_team, member_count
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1


def ids(people: list[User]) -> list[int]:
    return [person.id for person in people]


# get_user


def test_get_user_gives_the_person_to_an_administrator(call: Caller) -> None:
    create_administrator(call)
    grace = create_person(call, "grace")
    assert call(users.get_user, user_id=grace.id) == grace


def test_get_user_gives_oneself(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    assert call(users.get_user, user_id=grace.id) == grace


def test_get_user_gives_those_who_share_a_team(call: Caller) -> None:
    _, ada, grace = create_people(call, "root", "ada", "grace")
    join_team(call, grace, create_team(call, ada))
    assert call(users.get_user, user_id=grace.id) == grace
    call.as_user(grace.id)
    assert call(users.get_user, user_id=ada.id) == ada


def test_get_user_gives_the_founders_of_teams_who_left(call: Caller) -> None:
    _, ada, grace, edsger = create_people(call, "root", "ada", "grace", "edsger")
    team = create_team(call, ada)
    join_team(call, grace, team)
    invite(call, team, edsger.email)
    leave_team(call, ada, team)
    for person in (grace, edsger):
        call.as_user(person.id)
        assert call(users.get_user, user_id=ada.id) == ada
    assert call(users.get_user, user_id=grace.id) is None


@pytest.mark.parametrize("stranger", ["mallory", None])
def test_get_user_gives_none_to_others(call: Caller, stranger: str | None) -> None:
    ada = create_person(call)
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(users.get_user, user_id=ada.id) is None


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_get_user_gives_nothing_to_an_account_that_is_not_active(call: Caller, status: str) -> None:
    root = create_administrator(call)
    set_status(call, root, status)
    assert call(users.get_user, user_id=root.id) is None


@pytest.mark.parametrize("user_id", [0, -1, LARGEST_ID])
def test_get_user_gives_none_for_an_unknown_id(call: Caller, user_id: int) -> None:
    create_administrator(call)
    assert call(users.get_user, user_id=user_id) is None


def test_get_user_refuses_an_id_beyond_an_integer(call: Caller) -> None:
    with pytest.raises(errors.NumericValueOutOfRange):
        call(users.get_user, user_id=LARGEST_ID + 1)


# get_current_user


def test_get_current_user_gives_the_person_set(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    assert call(users.get_current_user) == grace


def test_get_current_user_gives_none_when_nobody_is_set(call: Caller) -> None:
    create_person(call)
    assert call(users.get_current_user) is None


def test_get_current_user_gives_none_after_the_person_was_unset(call: Caller) -> None:
    ada = create_person(call)
    call.as_user(ada.id)
    call.as_user(None)
    assert call(users.get_current_user) is None


def test_get_current_user_gives_none_when_the_account_is_gone(call: Caller) -> None:
    ada = create_person(call)
    call.as_user(ada.id)
    assert call(users.delete_user, user_id=ada.id) == 1
    assert call(users.get_current_user) is None


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_get_current_user_gives_none_for_an_account_that_is_not_active(
    call: Caller, status: str
) -> None:
    ada = create_person(call)
    set_status(call, ada, status)
    call.as_user(ada.id)
    assert call(users.get_current_user) is None


# find_user_by_openid_sub


def test_find_user_by_openid_sub_gives_the_person(call: Caller) -> None:
    ada, _ = create_people(call, "ada", "grace")
    assert call(users.find_user_by_openid_sub, openid_sub=ada.openid_sub) == ada


@pytest.mark.parametrize("openid_sub", ["SUB-ADA", "sub-ad_", "sub-ada ", ""])
def test_find_user_by_openid_sub_takes_nothing_but_the_exact_subject(
    call: Caller, openid_sub: str
) -> None:
    create_person(call)
    assert call(users.find_user_by_openid_sub, openid_sub=openid_sub) is None


# find_user_by_email


@pytest.mark.parametrize("email", ["ada@example.org", "ADA@EXAMPLE.ORG", "Ada@Example.org"])
def test_find_user_by_email_ignores_case(call: Caller, email: str) -> None:
    ada, _ = create_people(call, "ada", "grace")
    assert call(users.find_user_by_email, email=email) == ada


def test_find_user_by_email_ignores_case_beyond_ascii(call: Caller) -> None:
    person = create_person(call, "Émilie")
    assert call(users.find_user_by_email, email="éMILIE@example.org") == person


@pytest.mark.parametrize("email", ["", "%", "a_a@example.org", " ada@example.org"])
def test_find_user_by_email_takes_no_other_address(call: Caller, email: str) -> None:
    create_person(call)
    assert call(users.find_user_by_email, email=email) is None


# find_user_by_username


def test_find_user_by_username_gives_the_person(call: Caller) -> None:
    ada = create_person_with_password(call, "ada")
    assert call(users.find_user_by_username, username="ada") == ada


@pytest.mark.parametrize("username", ["Ada", "", "grace"])
def test_find_user_by_username_takes_nothing_but_the_exact_name(
    call: Caller, username: str
) -> None:
    create_person_with_password(call, "ada")
    create_person(call, "grace")  # who has no username
    assert call(users.find_user_by_username, username=username) is None


# create_user


def test_create_user_makes_the_first_person_system_administrator(call: Caller) -> None:
    assert create_person(call).system_admin


def test_create_user_makes_nobody_but_the_first_system_administrator(call: Caller) -> None:
    _, *others = create_people(call, "ada", "grace", "edsger")
    assert [person.system_admin for person in others] == [False, False]


def test_create_user_makes_an_active_account_without_a_username(call: Caller) -> None:
    ada = create_person(call)
    assert (ada.status, ada.username) == ("active", None)


def test_create_user_takes_a_person_without_names(call: Caller) -> None:
    person = call.one(
        users.create_user, openid_sub="s", email="e@x.org", first_name=None, last_name=None
    )
    assert (person.first_name, person.last_name) == (None, None)


def test_create_user_stores_texts_as_they_are(call: Caller) -> None:
    for number, text in enumerate(TRICKY):
        person = call.one(
            users.create_user,
            openid_sub=f"{number}{text}",
            email=f"{number}{text}",
            first_name=text,
            last_name=text,
        )
        found = stored(call, person)
        texts = (found.openid_sub, found.email, found.first_name, found.last_name)
        assert texts == (f"{number}{text}", f"{number}{text}", text, text)


def test_create_user_refuses_a_zero_byte(call: Caller) -> None:
    with pytest.raises(psycopg.DataError):
        call(users.create_user, openid_sub="\0", email="e", first_name=None, last_name=None)


def test_create_user_refuses_a_subject_that_is_taken(call: Caller) -> None:
    ada = create_person(call)
    with pytest.raises(errors.UniqueViolation, match="users_openid_sub_key"):
        call(
            users.create_user,
            openid_sub=ada.openid_sub,
            email="other@example.org",
            first_name=None,
            last_name=None,
        )


def test_create_user_refuses_an_address_taken_in_another_case(call: Caller) -> None:
    create_person(call)
    with pytest.raises(errors.UniqueViolation, match="users_email_lower_key"):
        call(
            users.create_user,
            openid_sub="other",
            email="ADA@example.org",
            first_name=None,
            last_name=None,
        )


# create_local_user


def test_create_local_user_gives_each_account_a_subject_of_its_own(call: Caller) -> None:
    ada = create_person_with_password(call, "ada")
    grace = create_person_with_password(call, "grace")
    assert ada.openid_sub.startswith("local:")
    assert grace.openid_sub.startswith("local:")
    assert ada.openid_sub != grace.openid_sub


def test_create_local_user_stores_the_username_and_the_hash(call: Caller) -> None:
    ada = create_person_with_password(call, "ada", "$argon2id$v=19$m=65536")
    credentials = call.one(users.get_user_credentials, user_id=ada.id)
    assert (ada.username, credentials.password_hash) == ("ada", "$argon2id$v=19$m=65536")


def test_create_local_user_takes_none_for_all_that_may_be_missing(call: Caller) -> None:
    person = call.one(
        users.create_local_user,
        username=None,
        password_hash=None,
        email="e@example.org",
        first_name=None,
        last_name=None,
    )
    assert (person.username, person.first_name, person.last_name) == (None, None, None)


def test_create_local_user_lets_many_accounts_have_no_username(call: Caller) -> None:
    for email in ("a@example.org", "b@example.org"):
        call.one(
            users.create_local_user,
            username=None,
            password_hash=None,
            email=email,
            first_name=None,
            last_name=None,
        )
    assert call(users.count_users) == 2


def test_create_local_user_refuses_a_username_that_is_taken(call: Caller) -> None:
    create_person_with_password(call, "ada")
    with pytest.raises(errors.UniqueViolation, match="users_username_key"):
        call(
            users.create_local_user,
            username="ada",
            password_hash=None,
            email="other@example.org",
            first_name=None,
            last_name=None,
        )


def test_create_local_user_makes_the_first_person_system_administrator(call: Caller) -> None:
    assert create_person_with_password(call, "ada").system_admin


# sign_in_user


def sign_in(
    call: Caller,
    openid_sub: str = "sub-ada",
    email: str = "ada@example.org",
    first_name: str | None = "Ada",
    last_name: str | None = None,
) -> User:
    return call.one(
        users.sign_in_user,
        openid_sub=openid_sub,
        email=email,
        first_name=first_name,
        last_name=last_name,
    )


def test_sign_in_user_creates_the_account_of_somebody_new(call: Caller) -> None:
    person = sign_in(call)
    call.as_user(person.id)
    assert call(users.get_current_user) == person


def test_sign_in_user_makes_the_first_person_system_administrator(call: Caller) -> None:
    assert sign_in(call).system_admin


def test_sign_in_user_gives_the_same_account_the_second_time(call: Caller) -> None:
    assert sign_in(call) == sign_in(call)


def test_sign_in_user_takes_over_the_address_and_the_names(call: Caller) -> None:
    create_person(call, "ada")
    person = sign_in(call, "sub-ada", "lovelace@example.org", "Augusta", "King")
    now = (person.email, person.first_name, person.last_name)
    assert now == ("lovelace@example.org", "Augusta", "King")


def test_sign_in_user_keeps_a_name_the_provider_does_not_give(call: Caller) -> None:
    sign_in(call, first_name="Ada", last_name="Lovelace")
    person = sign_in(call, first_name=None, last_name=None)
    assert (person.first_name, person.last_name) == ("Ada", "Lovelace")


def test_sign_in_user_takes_over_an_address_in_another_case(call: Caller) -> None:
    ada = create_person(call, "ada")
    person = sign_in(call, "sub-ada", "ADA@example.org")
    assert (person.id, person.email) == (ada.id, "ADA@example.org")


def test_sign_in_user_refuses_the_address_of_another_account(call: Caller) -> None:
    create_people(call, "ada", "grace")
    with pytest.raises(errors.UniqueViolation):
        sign_in(call, "sub-grace", "Ada@example.org")


def test_sign_in_user_refuses_somebody_new_with_the_address_of_an_account(call: Caller) -> None:
    create_person_with_password(call, "ada")
    with pytest.raises(errors.UniqueViolation):
        sign_in(call, "somebody-else", "ada@example.org")


def test_sign_in_user_leaves_a_suspended_account_suspended(call: Caller) -> None:
    ada = create_person(call, "ada")
    set_status(call, ada, "suspended")
    assert sign_in(call, ada.openid_sub, ada.email).status == "suspended"


def test_sign_in_user_makes_one_account_of_two_first_requests_at_once(call: Caller) -> None:
    create_person(call, "root")
    call.connection.execute("BEGIN")
    call.connection.execute(
        "INSERT INTO iam.users (openid_sub, email) VALUES ('sub-ada', 'ada@example.org')"
    )
    with committed_when_waited_for(call.connection):
        person = sign_in(call)
    assert call(users.find_user_by_openid_sub, openid_sub="sub-ada") == person


# list_users


def test_list_users_gives_an_empty_list_when_nobody_is_set(call: Caller) -> None:
    create_person(call)
    assert call(users.list_users, after_id=None, limit=10) == []


def test_list_users_gives_an_administrator_the_people_by_id(call: Caller) -> None:
    people = create_people(call, "zoe", "ada", "mia")
    call.as_user(people[0].id)
    move_to_end(call, "iam.users", people[0].id)
    assert call(users.list_users, after_id=None, limit=10) == people


def test_list_users_gives_others_themselves_and_those_who_share_a_team(call: Caller) -> None:
    _, ada, grace, _ = create_people(call, "root", "ada", "grace", "mallory")
    join_team(call, grace, create_team(call, ada))
    assert call(users.list_users, after_id=None, limit=10) == [ada, grace]


def test_list_users_gives_every_person_once_over_its_pages(call: Caller) -> None:
    people = create_people(call, "a", "b", "c", "d", "e")
    call.as_user(people[0].id)
    found = pages(
        lambda after_id: call(users.list_users, after_id=after_id, limit=2),
        lambda person: person.id,
    )
    assert found == [people[:2], people[2:4], people[4:]]


def test_list_users_gives_nothing_for_a_limit_of_zero(call: Caller) -> None:
    create_administrator(call)
    assert call(users.list_users, after_id=None, limit=0) == []


def test_list_users_refuses_a_negative_limit(call: Caller) -> None:
    with pytest.raises(errors.InvalidRowCountInLimitClause):
        call(users.list_users, after_id=None, limit=-1)


def test_list_users_gives_nothing_after_the_largest_id(call: Caller) -> None:
    create_administrator(call)
    assert call(users.list_users, after_id=LARGEST_ID, limit=10) == []


# list_users_by_status


def test_list_users_by_status_gives_the_people_of_that_status(call: Caller) -> None:
    ada, grace, edsger = create_people(call, "ada", "grace", "edsger")
    for person in (edsger, grace):
        set_status(call, person, "suspended")
    call.as_user(ada.id)
    found = call(users.list_users_by_status, status="suspended", after_id=None, limit=10)
    assert ids(found) == [grace.id, edsger.id]
    found = call(users.list_users_by_status, status="active", after_id=None, limit=10)
    assert ids(found) == [ada.id]


def test_list_users_by_status_goes_on_after_the_last_id(call: Caller) -> None:
    people = create_people(call, "a", "b", "c")
    call.as_user(people[0].id)
    found = call(users.list_users_by_status, status="active", after_id=people[0].id, limit=1)
    assert ids(found) == [people[1].id]


@pytest.mark.parametrize("status", ["deactivated", "Active", ""])
def test_list_users_by_status_gives_an_empty_list_where_nobody_is(
    call: Caller, status: str
) -> None:
    create_administrator(call)
    assert call(users.list_users_by_status, status=status, after_id=None, limit=10) == []


# list_system_admins


def test_list_system_admins_gives_an_empty_list_when_nobody_is_set(call: Caller) -> None:
    create_person(call)
    assert call(users.list_system_admins) == []


def test_list_system_admins_gives_an_empty_list_to_somebody_who_sees_none(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    assert call(users.list_system_admins) == []


def test_list_system_admins_leaves_out_who_is_none(call: Caller) -> None:
    ada, _ = create_people(call, "ada", "grace")
    call.as_user(ada.id)
    assert call(users.list_system_admins) == [ada]


def test_list_system_admins_gives_administrators_of_any_status(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    promote(call, grace)
    set_status(call, ada, "suspended")
    call.as_user(grace.id)
    assert ids(call(users.list_system_admins)) == [ada.id, grace.id]


# count_users, count_users_by_status, has_admin


def test_count_users_gives_zero_when_there_is_nobody(call: Caller) -> None:
    assert call(users.count_users) == 0


def test_count_users_counts_accounts_of_any_status(call: Caller) -> None:
    ada, *_ = create_people(call, "ada", "grace", "edsger")
    set_status(call, ada, "deactivated")
    assert call(users.count_users) == 3


def test_count_users_by_status_gives_an_empty_list_when_nobody_is_set(call: Caller) -> None:
    create_person(call)
    assert call(users.count_users_by_status) == []


def test_count_users_by_status_counts_those_whom_the_current_user_sees(call: Caller) -> None:
    _, grace, _ = create_people(call, "ada", "grace", "edsger")
    call.as_user(grace.id)
    assert [row.user_count for row in call(users.count_users_by_status)] == [1]


def test_count_users_by_status_counts_each_status_that_occurs(call: Caller) -> None:
    ada, grace, _ = create_people(call, "ada", "grace", "edsger")
    set_status(call, grace, "suspended")
    call.as_user(ada.id)
    counts = [(row.status, row.user_count) for row in call(users.count_users_by_status)]
    assert counts == [("active", 2), ("suspended", 1)]


def test_count_users_by_status_orders_by_status(call: Caller) -> None:
    ada, grace, edsger = create_people(call, "ada", "grace", "edsger")
    set_status(call, grace, "suspended")
    set_status(call, edsger, "deactivated")
    call.as_user(ada.id)
    statuses = [row.status for row in call(users.count_users_by_status)]
    assert statuses == ["active", "deactivated", "suspended"]


def test_has_admin_is_false_when_there_is_nobody(call: Caller) -> None:
    assert call(users.has_admin) is False


def test_has_admin_is_true_with_an_active_administrator(call: Caller) -> None:
    create_person(call)
    assert call(users.has_admin) is True


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_has_admin_is_false_when_no_administrator_may_sign_in(call: Caller, status: str) -> None:
    ada, _ = create_people(call, "ada", "grace")
    set_status(call, ada, status)
    assert call(users.has_admin) is False


# update_user


def update(
    call: Caller,
    person: User,
    *,
    username: str | None = None,
    email: str | None = None,
    first_name: str | None = None,
    last_name: str | None = None,
) -> User | None:
    """Replace a profile: by nothing where nothing is given, but for the address, which stays."""
    return call(
        users.update_user,
        username=username,
        email=person.email if email is None else email,
        first_name=first_name,
        last_name=last_name,
        user_id=person.id,
    )


def test_update_user_replaces_the_profile(call: Caller) -> None:
    create_administrator(call)
    person = call.one(
        users.update_user,
        username="countess",
        email="new@example.org",
        first_name="Augusta",
        last_name="King",
        user_id=create_person(call, "ada").id,
    )
    profile = (person.username, person.email, person.first_name, person.last_name)
    assert profile == ("countess", "new@example.org", "Augusta", "King")


def test_update_user_takes_none_for_all_that_may_be_missing(call: Caller) -> None:
    create_administrator(call)
    person = update(call, create_person_with_password(call, "ada"))
    assert person is not None
    assert (person.username, person.first_name, person.last_name) == (None, None, None)


def test_update_user_changes_nobody_else(call: Caller) -> None:
    create_administrator(call)
    ada, grace = create_people(call, "ada", "grace")
    assert update(call, ada, email="new@example.org") is not None
    assert call(users.get_user, user_id=grace.id) == grace


def test_update_user_notes_when_the_profile_changed(call: Caller) -> None:
    ada = create_administrator(call)
    person = update(call, ada, first_name="Augusta")
    assert person is not None
    assert person.updated_at > ada.updated_at


def test_update_user_with_the_same_profile_is_no_change(call: Caller) -> None:
    ada = create_administrator(call)
    person = call(
        users.update_user,
        username=ada.username,
        email=ada.email,
        first_name=ada.first_name,
        last_name=ada.last_name,
        user_id=ada.id,
    )
    assert person == ada


def test_update_user_lets_a_person_change_the_own_names(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    assert update(call, grace, first_name="Amazing") == stored(call, grace)
    assert stored(call, grace).first_name == "Amazing"


@pytest.mark.parametrize(
    ("username", "email"),
    [("other", None), (None, "new@example.org"), (None, "Grace@example.org")],
)
def test_update_user_refuses_another_address_or_username_of_ones_own(
    call: Caller, username: str | None, email: str | None
) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    with pytest.raises(errors.InsufficientPrivilege, match="only an administrator"):
        update(call, grace, username=username, email=email)
    assert stored(call, grace) == grace


@pytest.mark.parametrize("other", ["mate", "mallory", None])
def test_update_user_changes_nothing_for_others(call: Caller, other: str | None) -> None:
    _, ada = create_people(call, "root", "ada")
    if other:
        person = create_person(call, other)
        if other == "mate":
            join_team(call, person, create_team(call, ada), [Role.TEAM_MANAGER])
        call.as_user(person.id)
    else:
        call.as_user(None)
    assert update(call, ada, first_name="Mine") is None
    assert stored(call, ada) == ada


def test_update_user_gives_none_for_an_unknown_person(call: Caller) -> None:
    root = create_administrator(call)
    nobody = root.model_copy(update={"id": LARGEST_ID, "email": "e@example.org"})
    assert update(call, nobody) is None


@pytest.mark.parametrize(
    ("username", "email"), [("ada", "new@example.org"), (None, "ADA@example.org")]
)
def test_update_user_refuses_what_belongs_to_another(
    call: Caller, username: str | None, email: str
) -> None:
    create_administrator(call)
    create_person_with_password(call, "ada")
    grace = create_person(call, "grace")
    with pytest.raises(errors.UniqueViolation):
        update(call, grace, username=username, email=email)


# set_user_name


def test_set_user_name_sets_the_own_names(call: Caller) -> None:
    _, ada = create_people(call, "root", "ada")
    call.as_user(ada.id)
    changed = call(users.set_user_name, first_name="Ädá", last_name="O'K", user_id=ada.id)
    person = call.one(users.get_current_user)
    assert (changed, person.first_name, person.last_name) == (1, "Ädá", "O'K")


def test_set_user_name_removes_the_names(call: Caller) -> None:
    ada = create_person(call)
    call.as_user(ada.id)
    call(users.set_user_name, first_name=None, last_name=None, user_id=ada.id)
    person = call.one(users.get_current_user)
    assert (person.first_name, person.last_name) == (None, None)


def test_set_user_name_lets_an_administrator_name_anybody(call: Caller) -> None:
    create_administrator(call)
    ada = create_person(call)
    assert call(users.set_user_name, first_name="x", last_name="y", user_id=ada.id) == 1


def test_set_user_name_changes_no_row_for_an_unknown_person(call: Caller) -> None:
    create_administrator(call)
    assert call(users.set_user_name, first_name="x", last_name="y", user_id=LARGEST_ID) == 0


# set_user_status


@pytest.mark.parametrize("status", ["active", "suspended", "deactivated"])
def test_set_user_status_sets_the_status(call: Caller, status: str) -> None:
    create_administrator(call)
    ada = create_person(call)
    assert call(users.set_user_status, status=status, user_id=ada.id) == 1
    assert call.one(users.get_user, user_id=ada.id).status == status


@pytest.mark.parametrize("status", ["", "ACTIVE", "banned"])
def test_set_user_status_refuses_any_other_status(call: Caller, status: str) -> None:
    ada = create_administrator(call)
    with pytest.raises(errors.CheckViolation, match="users_status_check"):
        call(users.set_user_status, status=status, user_id=ada.id)


def test_set_user_status_refuses_the_own_status(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    with pytest.raises(errors.InsufficientPrivilege, match="only an administrator"):
        call(users.set_user_status, status="deactivated", user_id=grace.id)


def test_set_user_status_changes_no_row_for_an_unknown_person(call: Caller) -> None:
    create_administrator(call)
    assert call(users.set_user_status, status="active", user_id=LARGEST_ID) == 0


# what administrators alone do


ADMINISTRATORS_CHANGES: list[tuple[Callable[..., int], dict[str, str | None]]] = [
    (users.set_user_name, {"first_name": "Mine", "last_name": None}),
    (users.set_user_status, {"status": "suspended"}),
    (users.grant_system_admin, {}),
    (users.revoke_system_admin, {}),
    (users.delete_user, {}),
]


@pytest.mark.parametrize("stranger", ["mallory", None])
@pytest.mark.parametrize(("change", "values"), ADMINISTRATORS_CHANGES)
def test_others_change_nothing(
    call: Caller,
    change: Callable[..., int],
    values: dict[str, str | None],
    stranger: str | None,
) -> None:
    _, ada = create_people(call, "root", "ada")
    if change is users.revoke_system_admin:
        promote(call, ada)
    before = stored(call, ada)
    call.as_user(create_person(call, stranger).id if stranger else None)
    assert call(change, **values, user_id=ada.id) == 0
    assert stored(call, ada) == before


# grant_system_admin, revoke_system_admin


def test_grant_system_admin_makes_an_administrator(call: Caller) -> None:
    create_administrator(call)
    grace = create_person(call, "grace")
    assert call(users.grant_system_admin, user_id=grace.id) == 1
    assert call.one(users.get_user, user_id=grace.id).system_admin


def test_grant_system_admin_refuses_to_promote_oneself(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    with pytest.raises(errors.InsufficientPrivilege, match="only an administrator"):
        call(users.grant_system_admin, user_id=grace.id)


def test_grant_system_admin_changes_no_row_for_an_administrator(call: Caller) -> None:
    ada = create_administrator(call)
    assert call(users.grant_system_admin, user_id=ada.id) == 0


def test_grant_system_admin_changes_no_row_for_an_unknown_person(call: Caller) -> None:
    create_administrator(call)
    assert call(users.grant_system_admin, user_id=LARGEST_ID) == 0


def test_revoke_system_admin_takes_the_right_when_another_remains(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    promote(call, grace)
    call.as_user(grace.id)
    assert call(users.revoke_system_admin, user_id=ada.id) == 1
    assert ids(call(users.list_system_admins)) == [grace.id]


def test_revoke_system_admin_takes_the_own_right_when_another_remains(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    promote(call, grace)
    call.as_user(ada.id)
    assert call(users.revoke_system_admin, user_id=ada.id) == 1
    assert not stored(call, ada).system_admin


def test_revoke_system_admin_leaves_the_last_administrator(call: Caller) -> None:
    ada, _ = create_people(call, "ada", "grace")
    call.as_user(ada.id)
    assert call(users.revoke_system_admin, user_id=ada.id) == 0
    assert call(users.list_system_admins) == [ada]


def test_revoke_system_admin_leaves_the_last_one_who_may_sign_in(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    promote(call, grace)
    set_status(call, grace, "suspended")
    call.as_user(ada.id)
    assert call(users.revoke_system_admin, user_id=ada.id) == 0


def test_revoke_system_admin_changes_no_row_for_somebody_who_is_none(call: Caller) -> None:
    ada, grace, edsger = create_people(call, "ada", "grace", "edsger")
    promote(call, edsger)
    call.as_user(ada.id)
    assert call(users.revoke_system_admin, user_id=grace.id) == 0


def test_revoke_system_admin_leaves_one_of_two_who_revoke_each_other_at_once(
    call: Caller,
) -> None:
    ada, grace = create_people(call, "ada", "grace")
    promote(call, grace)
    call.as_user(ada.id)
    call.connection.execute("BEGIN")
    call.as_owner(users.revoke_system_admin, user_id=ada.id)
    with committed_when_waited_for(call.connection):
        changed = call(users.revoke_system_admin, user_id=grace.id)
    assert changed == 0
    assert (stored(call, ada).system_admin, stored(call, grace).system_admin) == (False, True)


def test_revoke_system_admin_refuses_somebody_whose_right_is_revoked_meanwhile(
    call: Caller,
) -> None:
    ada, grace, edsger = create_people(call, "ada", "grace", "edsger")
    for person in (grace, edsger):
        promote(call, person)
    call.as_user(ada.id)
    call.connection.execute("BEGIN")
    call.as_owner(users.revoke_system_admin, user_id=ada.id)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="only an administrator"),
        committed_when_waited_for(call.connection),
    ):
        call(users.revoke_system_admin, user_id=grace.id)
    assert stored(call, grace).system_admin


# delete_user


def test_delete_user_deletes_the_account_alone(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    call.as_user(ada.id)
    assert call(users.delete_user, user_id=grace.id) == 1
    assert call(users.list_users, after_id=None, limit=10) == [ada]


def test_delete_user_deletes_not_even_oneself_for_others(call: Caller) -> None:
    _, grace = create_people(call, "ada", "grace")
    call.as_user(grace.id)
    assert call(users.delete_user, user_id=grace.id) == 0
    assert call(users.get_current_user) == grace


def test_delete_user_changes_no_row_for_an_unknown_person(call: Caller) -> None:
    create_administrator(call)
    assert call(users.delete_user, user_id=LARGEST_ID) == 0


def test_delete_user_deletes_memberships_and_keys(call: Caller) -> None:
    ada, grace = create_people(call, "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team)
    create_key(call, grace, team)
    assert call(users.delete_user, user_id=grace.id) == 1
    assert call(team_users.count_team_members, team_id=team.id) == 1
    assert call(api_keys.find_api_key_by_hash, key_hash=hash_of("secret")) is None


def test_delete_user_deletes_what_an_administrator_may_not_see(call: Caller) -> None:
    root, ada, grace = create_people(call, "root", "ada", "grace")
    team = create_team(call, ada)
    join_team(call, grace, team)
    call.as_user(root.id)
    assert call(users.delete_user, user_id=grace.id) == 1
    assert member_count(call, team) == 1


def test_delete_user_deletes_grants_and_leaves_groups(call: Caller) -> None:
    create_administrator(call)
    grace = create_person(call, "grace")
    group = call.one(groups.create_group, name="g", description=None)
    assert call(groups.add_group_member, group_id=group.id, user_id=grace.id) == 1
    call.one(
        permission_grants.grant_permission_to_user,
        user_id=grace.id,
        resource="r",
        action="Read",
        conditions={},
    )
    assert call(users.delete_user, user_id=grace.id) == 1
    assert call(permission_grants.list_permission_grants, after_id=None, limit=10) == []
    assert call(groups.list_group_members, group_id=group.id, after_id=None, limit=10) == []
    assert call(groups.list_groups) == [group]


def test_delete_user_leaves_the_teams_the_person_created(call: Caller) -> None:
    root, grace = create_people(call, "root", "grace")
    team = create_team(call, grace)
    join_team(call, root, team)
    call.as_user(root.id)
    assert call(users.delete_user, user_id=grace.id) == 1
    assert call(teams.get_primary_team, user_id=grace.id) == team


# credentials


def test_get_user_credentials_gives_status_and_hash(call: Caller) -> None:
    ada = create_person_with_password(call, "ada", "hash")
    expected = UserCredentials(id=ada.id, status="active", password_hash="hash")  # noqa: S106
    assert call(users.get_user_credentials, user_id=ada.id) == expected


def test_get_user_credentials_gives_no_hash_for_an_account_without_password(
    call: Caller,
) -> None:
    ada = create_person(call)
    assert call.one(users.get_user_credentials, user_id=ada.id).password_hash is None


def test_get_user_credentials_gives_none_for_an_unknown_person(call: Caller) -> None:
    assert call(users.get_user_credentials, user_id=LARGEST_ID) is None


def test_find_user_credentials_by_username_gives_status_and_hash(call: Caller) -> None:
    ada = create_person_with_password(call, "ada", "hash")
    set_status(call, ada, "suspended")
    expected = UserCredentials(id=ada.id, status="suspended", password_hash="hash")  # noqa: S106
    assert call(users.find_user_credentials_by_username, username="ada") == expected


@pytest.mark.parametrize("username", ["ADA", "grace", ""])
def test_find_user_credentials_by_username_takes_nothing_but_the_exact_name(
    call: Caller, username: str
) -> None:
    create_person_with_password(call, "ada")
    create_person(call, "grace")
    assert call(users.find_user_credentials_by_username, username=username) is None


def test_find_user_credentials_by_email_ignores_case(call: Caller) -> None:
    ada = create_person_with_password(call, "ada", "hash")
    expected = UserCredentials(id=ada.id, status="active", password_hash="hash")  # noqa: S106
    assert call(users.find_user_credentials_by_email, email="ADA@Example.ORG") == expected


def test_find_user_credentials_by_email_gives_no_hash_for_an_account_without_password(
    call: Caller,
) -> None:
    ada = create_person(call)
    assert call.one(users.find_user_credentials_by_email, email=ada.email).password_hash is None


def test_find_user_credentials_by_email_gives_none_for_an_unknown_address(call: Caller) -> None:
    create_person(call)
    assert call(users.find_user_credentials_by_email, email="%@example.org") is None


def test_set_password_hash_sets_the_hash(call: Caller) -> None:
    ada = create_person(call)
    assert call(users.set_password_hash, password_hash="new", user_id=ada.id) == 1  # noqa: S106
    assert call.one(users.get_user_credentials, user_id=ada.id).password_hash == "new"  # noqa: S105


def test_set_password_hash_removes_the_hash(call: Caller) -> None:
    ada = create_person_with_password(call, "ada")
    assert call(users.set_password_hash, password_hash=None, user_id=ada.id) == 1
    assert call.one(users.get_user_credentials, user_id=ada.id).password_hash is None


def test_set_password_hash_changes_no_row_for_an_unknown_person(call: Caller) -> None:
    assert call(users.set_password_hash, password_hash=None, user_id=LARGEST_ID) == 0
