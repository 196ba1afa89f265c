from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Any

import pytest

from generated.iam.enums import Role
from generated.iam.users import User
from generated.ops import audit_trail
from generated.ops.enums import AuditAccessType, AuditAction
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, delete_account, set_status
from tests.queries.iam.tenants import create_team, join_team
from tests.queries.ops.entries import create_entry, forget_entries
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, on whose behalf calls run; the trail is empty at first."""
    person = create_administrator(call)
    forget_entries(call)
    return person


def listed(call: Caller, **filters: Any) -> list[int]:
    """Return the ids of the entries that a filter lets through."""
    values: dict[str, Any] = {
        "after_id": None,
        "since": None,
        "until": None,
        "limit": 100,
        **filters,
    }
    return [entry.id for entry in call(audit_trail.list_audit_entries, **values)]


# list_audit_entries


def test_list_audit_entries_is_empty_when_nobody_did_anything(call: Caller) -> None:
    assert listed(call) == []


def test_list_audit_entries_tells_who_did_what(call: Caller, root: User) -> None:
    full = create_entry(
        call,
        user_id=root.id,
        team_id=7,
        access_type="UserInterface",
        action="CreateTeam",
        created_at=NOON,
        operation="Create",
        entity_type="iam.teams",
        entity_id="7",
        client_ip="2001:db8::1",
        severity="High",
        result="Partial",
    )
    bare = create_entry(call)
    first, second = call(
        audit_trail.list_audit_entries, after_id=None, since=None, until=None, limit=10
    )
    assert (first.id, second.id) == (bare, full)
    assert (second.user_id, second.email, second.team_id) == (root.id, root.email, 7)
    assert (second.access_type, second.action) == (
        AuditAccessType.USER_INTERFACE,
        AuditAction.CREATE_TEAM,
    )
    assert (second.operation, second.entity_type, second.entity_id) == ("Create", "iam.teams", "7")
    assert (second.client_ip, second.created_at) == (ip_address("2001:db8::1"), NOON)
    assert (second.severity, second.result) == ("High", "Partial")
    assert (first.user_id, first.email, first.team_id) == (0, None, None)
    assert (first.entity_type, first.entity_id, first.client_ip) == (None, None, None)


def test_list_audit_entries_pages_from_the_newest_on(call: Caller) -> None:
    ids = [create_entry(call) for _ in range(5)]
    move_to_end(call, "ops.audit_trail", ids[2])
    found = pages(lambda after_id: listed(call, after_id=after_id, limit=2), lambda id_: id_)
    assert found == [ids[:2:-1], ids[2:0:-1], ids[:1]]
    assert listed(call, limit=0) == []


def test_the_first_page_begins_with_the_largest_id(call: Caller) -> None:
    create_entry(call, id=LARGEST_ID)
    first = create_entry(call, id=1)
    assert listed(call) == [LARGEST_ID, first]
    assert listed(call, after_id=LARGEST_ID) == [first]
    assert listed(call, after_id=1) == []


FILTERS: list[tuple[str, object, object]] = [
    ("user_id", 5, 6),
    ("user_id", 0, 6),
    ("team_id", 5, 6),
    ("action", AuditAction.DELETE_TEAM, AuditAction.CREATE_TEAM),
    ("access_type", AuditAccessType.USER_INTERFACE, AuditAccessType.API),
    ("entity_type", "iam.teams", "iam.Teams"),
    ("entity_id", "1/2", "1"),
]


@pytest.mark.parametrize(("column", "wanted", "other"), FILTERS)
def test_a_filter_lets_through_what_is_equal(
    call: Caller, column: str, wanted: object, other: object
) -> None:
    hit = create_entry(call, **{column: wanted})
    create_entry(call, **{column: other})
    assert listed(call, **{column: wanted}) == [hit]


@pytest.mark.parametrize("column", ["team_id", "entity_type", "entity_id"])
def test_a_filter_lets_no_null_through(call: Caller, column: str) -> None:
    create_entry(call)
    assert listed(call, **{column: 1 if column == "team_id" else ""}) == []


def test_all_filters_together_let_through_what_meets_each(call: Caller) -> None:
    wanted = {
        "user_id": 5,
        "team_id": 5,
        "action": AuditAction.DELETE_TEAM,
        "access_type": AuditAccessType.USER_INTERFACE,
        "entity_type": "iam.teams",
        "entity_id": "6",
    }
    ids = [create_entry(call, created_at=NOON, **wanted) for _ in range(3)]
    for column, _, other in FILTERS:
        create_entry(call, created_at=NOON, **{**wanted, column: other})
    times = {"since": NOON, "until": NOON + timedelta(seconds=1)}
    create_entry(call, **wanted)
    assert listed(call, **wanted, **times) == ids[::-1]
    assert listed(call, **wanted, **times, after_id=ids[2], limit=1) == [ids[1]]


def test_a_span_of_time_begins_with_its_first_moment_and_ends_before_its_last(
    call: Caller,
) -> None:
    instant = timedelta(microseconds=1)
    before, at, after = (create_entry(call, created_at=NOON + n * instant) for n in (-1, 0, 1))
    assert listed(call, since=NOON) == [after, at]
    assert listed(call, until=NOON) == [before]
    assert listed(call, since=NOON, until=NOON + instant) == [at]
    assert listed(call, since=NOON, until=NOON) == []
    assert listed(call, since=NOON + instant, until=NOON) == []


def test_filters_take_any_text(call: Caller) -> None:
    for text in TRICKY:
        entry = create_entry(call, entity_type=text, entity_id=text)
        assert listed(call, entity_type=text, entity_id=text) == [entry]


def test_an_entry_outlives_its_person(call: Caller) -> None:
    ada = create_person(call, "ada")
    create_entry(call, user_id=ada.id)
    delete_account(call, ada)
    (entry,) = call(
        audit_trail.list_audit_entries,
        after_id=None,
        since=None,
        until=None,
        limit=10,
        user_id=ada.id,
    )
    assert (entry.user_id, entry.email) == (ada.id, None)


# get_audit_entry


def test_get_audit_entry_gives_all_of_it(call: Caller, root: User) -> None:
    entry_id = create_entry(
        call,
        user_id=root.id,
        role="application_user",
        before_value={"name": "Weavers"},
        after_value={"name": None},
        request_id="request",
        session_id="session",
        extra={"a": [1]},
    )
    entry = call.one(audit_trail.get_audit_entry, audit_entry_id=entry_id)
    assert (entry.email, entry.role) == (root.email, "application_user")
    assert (entry.before_value, entry.after_value) == ({"name": "Weavers"}, {"name": None})
    assert (entry.request_id, entry.session_id) == ("request", "session")
    assert entry.extra == {"a": [1]}


def test_get_audit_entry_gives_none_for_what_an_entry_does_not_say(call: Caller) -> None:
    entry = call.one(audit_trail.get_audit_entry, audit_entry_id=create_entry(call))
    assert (entry.email, entry.team_id, entry.entity_type, entry.entity_id) == (None,) * 4
    assert (entry.role, entry.client_ip, entry.before_value, entry.after_value) == (None,) * 4
    assert (entry.request_id, entry.session_id, entry.extra) == (None, None, {})


def test_get_audit_entry_gives_none_for_an_unknown_id(call: Caller) -> None:
    create_entry(call)
    assert call(audit_trail.get_audit_entry, audit_entry_id=LARGEST_ID) is None


def test_what_people_do_is_listed(call: Caller, root: User) -> None:
    team = create_team(call, root)
    created, founder = listed(call, action=AuditAction.CREATE_TEAM), listed(call, team_id=team.id)
    assert len(created) == 1
    assert set(created) < set(founder)
    entry = call.one(audit_trail.get_audit_entry, audit_entry_id=created[0])
    assert (entry.user_id, entry.entity_id) == (root.id, str(team.id))
    assert isinstance(entry.after_value, dict)
    assert entry.after_value["name"] == "Weavers"


# who reads what


@pytest.fixture
def auditor(call: Caller) -> User:
    """Somebody who may be made an auditor by making them the manager of a team."""
    call.connection.execute(
        "INSERT INTO iam.roles_permissions (role, permission)"
        " VALUES ('TeamManager', 'ViewAuditTrail')"
    )
    return create_person(call, "auditor")


def test_an_auditor_sees_what_happened_in_the_team(call: Caller, root: User, auditor: User) -> None:
    team = create_team(call, root)
    join_team(call, auditor, team, [Role.TEAM_MANAGER])
    forget_entries(call)
    inside = create_entry(call, team_id=team.id, user_id=root.id)
    outside = [create_entry(call, team_id=team.id + 1), create_entry(call)]
    call.as_user(auditor.id)
    assert listed(call) == [inside]
    assert call.one(audit_trail.get_audit_entry, audit_entry_id=inside).email == root.email
    for entry_id in outside:
        assert call(audit_trail.get_audit_entry, audit_entry_id=entry_id) is None


def test_an_auditor_sees_no_address_of_a_stranger(call: Caller, root: User, auditor: User) -> None:
    team = create_team(call, root)
    join_team(call, auditor, team, [Role.TEAM_MANAGER])
    stranger = create_person(call, "stranger")
    entry_id = create_entry(call, team_id=team.id, user_id=stranger.id)
    call.as_user(auditor.id)
    entry = call.one(audit_trail.get_audit_entry, audit_entry_id=entry_id)
    assert (entry.user_id, entry.email) == (stranger.id, None)


@pytest.mark.parametrize("name", ["member", "stranger", None])
def test_others_see_nothing(call: Caller, root: User, name: str | None) -> None:
    team = create_team(call, root)
    person = create_person(call, name) if name else None
    if person and name == "member":
        join_team(call, person, team, [Role.COLLABORATOR])
    entry_id = create_entry(call, team_id=team.id, user_id=person.id if person else 0)
    call.as_user(person.id if person else None)
    assert listed(call) == []
    assert call(audit_trail.get_audit_entry, audit_entry_id=entry_id) is None


def test_an_account_that_is_not_active_sees_nothing(call: Caller, root: User) -> None:
    entry_id = create_entry(call)
    set_status(call, root, "suspended")
    assert listed(call) == []
    assert call(audit_trail.get_audit_entry, audit_entry_id=entry_id) is None
