from datetime import UTC, datetime, timedelta

import pytest

from generated.iam import licences
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.people import create_people, create_person


def registered_before(call: Caller, person: User, age: timedelta) -> None:
    call.connection.execute(
        "UPDATE iam.users SET created_at = now() - %s WHERE id = %s", [age, person.id]
    )


def test_get_first_registration_gives_none_twice_while_there_is_no_account(call: Caller) -> None:
    found = call.one(licences.get_first_registration)
    assert (found.first_registered_at, found.days_since) == (None, None)


def test_get_first_registration_gives_when_the_only_account_was_made(call: Caller) -> None:
    ada = create_person(call)
    assert call.one(licences.get_first_registration).first_registered_at == ada.created_at


def test_get_first_registration_gives_the_oldest_of_several(call: Caller) -> None:
    _, grace, _ = create_people(call, "ada", "grace", "edsger")
    registered_before(call, grace, timedelta(days=400))
    assert call.one(licences.get_first_registration).days_since == 400


@pytest.mark.parametrize(
    ("age", "days"),
    [
        (timedelta(0), 0),
        (timedelta(hours=23, minutes=59), 0),
        (timedelta(hours=24), 1),
        (timedelta(days=3, hours=23), 3),
        (timedelta(days=10_000), 10_000),
    ],
)
def test_get_first_registration_counts_whole_days(call: Caller, age: timedelta, days: int) -> None:
    ada = create_person(call)
    registered_before(call, ada, age)
    assert call.one(licences.get_first_registration).days_since == days


def test_get_first_registration_gives_a_time_with_its_zone(call: Caller) -> None:
    create_person(call)
    registered = call.one(licences.get_first_registration).first_registered_at
    assert registered is not None
    assert timedelta(0) <= datetime.now(UTC) - registered < timedelta(minutes=5)
