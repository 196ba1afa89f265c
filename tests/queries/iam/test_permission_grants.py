import pytest
from psycopg import errors
from pydantic import JsonValue

from generated.iam import permission_grants, team_users
from generated.iam.enums import Role
from generated.iam.permission_grants import PermissionGrant
from generated.iam.teams import Team
from generated.iam.users import User
from tests.queries.caller import Caller
from tests.queries.iam.people import create_administrator, create_person, set_status
from tests.queries.iam.tenants import create_team, join_team
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.ordering import move_to_end, pages
from tests.queries.texts import TRICKY

LARGEST_ID = 2**31 - 1

CONDITIONS: list[JsonValue] = [
    {},
    {"nothing": None, "yes": True, "number": 1.5, "big": 2**62},
    {"list": [1, [2], {}], "object": {"inner": {"deep": "x"}}},
    {"": "", "ключ": "значение", "quote'\"": "back\\slash"},
]


@pytest.fixture(autouse=True)
def root(call: Caller) -> User:
    """The system administrator, who is in no team, and on whose behalf calls run."""
    return create_administrator(call)


@pytest.fixture
def ada(call: Caller, root: User) -> User:
    """A person who is no administrator."""
    assert root.system_admin
    return create_person(call, "ada")


@pytest.fixture
def team(call: Caller, ada: User) -> Team:
    """A team of ada's, who is its manager and nothing else."""
    return founded(call, ada)


def founded(call: Caller, person: User) -> Team:
    """Create a team with its manager, and let calls run on behalf of whom they did."""
    with call.acting_as(person.id):
        team = create_team(call, person)
        roles = [Role.TEAM_MANAGER]
        changed = call(
            team_users.set_team_member_roles, roles=roles, user_id=person.id, team_id=team.id
        )
        assert changed == 1
        return team


def grant_to_user(
    call: Caller,
    person: User,
    resource: str = "report",
    action: str = "Read",
    conditions: JsonValue = None,
) -> PermissionGrant:
    return call.one(
        permission_grants.grant_permission_to_user,
        user_id=person.id,
        resource=resource,
        action=action,
        conditions={} if conditions is None else conditions,
    )


def grant_to_role(
    call: Caller,
    role: Role,
    resource: str = "report",
    action: str = "Read",
    conditions: JsonValue = None,
) -> PermissionGrant:
    return call.one(
        permission_grants.grant_permission_to_role,
        role=role,
        resource=resource,
        action=action,
        conditions={} if conditions is None else conditions,
    )


def is_granted(
    call: Caller,
    person: User,
    team: Team,
    action: str = "Read",
    context: JsonValue = None,
    resource: str = "report",
) -> bool:
    """Return what a person is told who asks about the own rights."""
    with call.acting_as(person.id):
        return call.one(
            permission_grants.is_action_granted,
            resource=resource,
            action=action,
            team_id=team.id,
            context={} if context is None else context,
        )


# grant_permission_to_user, grant_permission_to_role


def test_grant_permission_to_user_gives_the_stored_grant(call: Caller, ada: User) -> None:
    grant = grant_to_user(call, ada, "report", "Write", {"region": "eu"})
    parts = (grant.user_id, grant.role, grant.resource, grant.action, grant.conditions)
    assert parts == (ada.id, None, "report", "Write", {"region": "eu"})
    assert call(permission_grants.get_permission_grant, permission_grant_id=grant.id) == grant


def test_grant_permission_to_role_gives_the_stored_grant(call: Caller) -> None:
    grant = grant_to_role(call, Role.COLLABORATOR, "report", "Admin", {"region": "eu"})
    parts = (grant.user_id, grant.role, grant.resource, grant.action, grant.conditions)
    assert parts == (None, Role.COLLABORATOR, "report", "Admin", {"region": "eu"})
    assert call(permission_grants.get_permission_grant, permission_grant_id=grant.id) == grant


def test_the_same_grant_to_a_person_given_twice_is_one(call: Caller, ada: User) -> None:
    first = grant_to_user(call, ada, conditions={"a": 1, "b": 2})
    assert grant_to_user(call, ada, conditions={"b": 2, "a": 1}) == first


def test_the_same_grant_to_a_role_given_twice_is_one(call: Caller) -> None:
    first = grant_to_role(call, Role.TEAM_MANAGER)
    assert grant_to_role(call, Role.TEAM_MANAGER) == first


def test_the_same_grant_given_by_two_at_once_is_one(call: Caller, ada: User) -> None:
    call.connection.execute("BEGIN")
    first = call.as_owner(
        permission_grants.grant_permission_to_user,
        user_id=ada.id,
        resource="report",
        action="Read",
        conditions={},
    )
    with committed_when_waited_for(call.connection):
        second = grant_to_user(call, ada)
    assert second == first


def test_grants_that_differ_in_one_part_are_several(call: Caller, ada: User, root: User) -> None:
    grants = [
        grant_to_user(call, ada),
        grant_to_user(call, root),
        grant_to_user(call, ada, "other"),
        grant_to_user(call, ada, action="Write"),
        grant_to_user(call, ada, conditions={"region": "eu"}),
        grant_to_role(call, Role.TEAM_MANAGER),
        grant_to_role(call, Role.COLLABORATOR),
    ]
    assert len({grant.id for grant in grants}) == len(grants)


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_conditions_come_back_as_they_were_given(
    call: Caller, ada: User, conditions: JsonValue
) -> None:
    assert grant_to_user(call, ada, conditions=conditions).conditions == conditions


def test_resources_are_stored_as_they_are(call: Caller, ada: User) -> None:
    for text in TRICKY:
        grant = grant_to_user(call, ada, text)
        found = call(permission_grants.list_permission_grants_on_resource, resource=text)
        assert found == [grant]
        assert grant.resource == text


@pytest.mark.parametrize("conditions", [[], ["region"], "region", 1, True])
def test_conditions_that_are_no_object_are_refused(
    call: Caller, ada: User, conditions: JsonValue
) -> None:
    with pytest.raises(errors.CheckViolation, match="permission_grants_conditions_check"):
        grant_to_user(call, ada, conditions=conditions)


def test_conditions_of_none_are_refused(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="permission_grants_conditions_check"):
        call(
            permission_grants.grant_permission_to_role,
            role=Role.COLLABORATOR,
            resource="report",
            action="Read",
            conditions=None,
        )


def test_conditions_that_json_cannot_say_are_refused(call: Caller, ada: User) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        grant_to_user(call, ada, conditions={"limit": float("nan")})


@pytest.mark.parametrize("action", ["Read", "Write", "Update", "Delete", "Admin"])
def test_every_action_can_be_granted(call: Caller, ada: User, action: str) -> None:
    assert grant_to_user(call, ada, action=action).action == action


@pytest.mark.parametrize("action", ["", "read", "Execute"])
def test_any_other_action_is_refused(call: Caller, ada: User, action: str) -> None:
    with pytest.raises(errors.CheckViolation, match="permission_grants_action_check"):
        grant_to_user(call, ada, action=action)


def test_a_grant_to_no_person_is_refused(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="permission_grants_grantee_check"):
        call(
            permission_grants.grant_permission_to_user,
            user_id=None,
            resource="report",
            action="Read",
            conditions={},
        )


def test_a_grant_to_no_role_is_refused(call: Caller) -> None:
    with pytest.raises(errors.CheckViolation, match="permission_grants_grantee_check"):
        call(
            permission_grants.grant_permission_to_role,
            role=None,
            resource="report",
            action="Read",
            conditions={},
        )


def test_a_grant_to_an_unknown_person_is_refused(call: Caller) -> None:
    with pytest.raises(errors.ForeignKeyViolation, match="permission_grants_user_id_fkey"):
        call(
            permission_grants.grant_permission_to_user,
            user_id=LARGEST_ID,
            resource="report",
            action="Read",
            conditions={},
        )


# get and list


def test_get_permission_grant_gives_none_for_an_unknown_id(call: Caller, ada: User) -> None:
    grant_to_user(call, ada)
    found = call(permission_grants.get_permission_grant, permission_grant_id=LARGEST_ID)
    assert found is None


def test_list_permission_grants_gives_an_empty_list_when_there_are_none(call: Caller) -> None:
    assert call(permission_grants.list_permission_grants, after_id=None, limit=10) == []


def test_list_permission_grants_gives_every_grant_once_over_its_pages(
    call: Caller, ada: User
) -> None:
    grants = [grant_to_user(call, ada, resource) for resource in ("c", "a", "b")]
    move_to_end(call, "iam.permission_grants", grants[0].id)
    found = pages(
        lambda after_id: call(permission_grants.list_permission_grants, after_id=after_id, limit=2),
        lambda grant: grant.id,
    )
    assert found == [grants[:2], grants[2:]]


def test_list_permission_grants_of_user_gives_those_given_directly_in_order(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    grant_to_role(call, Role.TEAM_MANAGER)
    grant_to_user(call, root)
    write = grant_to_user(call, ada, "b", "Write")
    read = grant_to_user(call, ada, "b", "Read")
    other = grant_to_user(call, ada, "a", "Write")
    found = call(permission_grants.list_permission_grants_of_user, user_id=ada.id)
    assert found == [other, read, write]
    assert team.created_by_user_id == ada.id  # who holds the role of the first grant


def test_list_permission_grants_of_user_gives_an_empty_list_to_somebody_without(
    call: Caller, ada: User
) -> None:
    assert call(permission_grants.list_permission_grants_of_user, user_id=ada.id) == []


def test_list_permission_grants_of_role_gives_those_of_that_role_in_order(
    call: Caller, ada: User
) -> None:
    grant_to_user(call, ada)
    grant_to_role(call, Role.TEAM_MANAGER)
    write = grant_to_role(call, Role.COLLABORATOR, "b", "Write")
    read = grant_to_role(call, Role.COLLABORATOR, "b", "Read")
    found = call(permission_grants.list_permission_grants_of_role, role=Role.COLLABORATOR)
    assert found == [read, write]


def test_list_permission_grants_of_role_gives_an_empty_list_for_a_role_without(
    call: Caller,
) -> None:
    grant_to_role(call, Role.TEAM_MANAGER)
    found = call(permission_grants.list_permission_grants_of_role, role=Role.COLLABORATOR)
    assert found == []


def test_list_permission_grants_on_resource_gives_people_and_roles_by_action(
    call: Caller, ada: User
) -> None:
    write = grant_to_user(call, ada, action="Write")
    read = grant_to_role(call, Role.COLLABORATOR, action="Read")
    grant_to_user(call, ada, "other")
    found = call(permission_grants.list_permission_grants_on_resource, resource="report")
    assert found == [read, write]


def test_list_permission_grants_on_resource_takes_nothing_but_the_exact_name(
    call: Caller, ada: User
) -> None:
    grant_to_user(call, ada, "report")
    assert call(permission_grants.list_permission_grants_on_resource, resource="Report") == []


# who sees and changes what


def test_others_see_their_own_grants_and_those_of_their_roles(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    own = grant_to_user(call, ada)
    of_role = grant_to_role(call, Role.TEAM_MANAGER)
    not_seen = [grant_to_user(call, root), grant_to_role(call, Role.COLLABORATOR)]
    assert team.created_by_user_id == ada.id
    call.as_user(ada.id)
    seen = [own, of_role]
    assert call(permission_grants.list_permission_grants, after_id=None, limit=10) == seen
    on_resource = call(permission_grants.list_permission_grants_on_resource, resource="report")
    assert on_resource == seen
    assert call(permission_grants.list_permission_grants_of_user, user_id=ada.id) == [own]
    assert call(permission_grants.list_permission_grants_of_user, user_id=root.id) == []
    manager, collaborator = Role.TEAM_MANAGER, Role.COLLABORATOR
    assert call(permission_grants.list_permission_grants_of_role, role=manager) == [of_role]
    assert call(permission_grants.list_permission_grants_of_role, role=collaborator) == []
    for grant in seen:
        found = call(permission_grants.get_permission_grant, permission_grant_id=grant.id)
        assert found == grant
    for grant in not_seen:
        found = call(permission_grants.get_permission_grant, permission_grant_id=grant.id)
        assert found is None


@pytest.mark.parametrize("to", ["user", "role"])
def test_nobody_grants_but_an_administrator(
    call: Caller, root: User, ada: User, team: Team, to: str
) -> None:
    assert team.created_by_user_id == ada.id
    set_status(call, root, "suspended")
    for user_id in (ada.id, root.id, None):
        call.as_user(user_id)
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
            grant_to_user(call, ada) if to == "user" else grant_to_role(call, Role.TEAM_MANAGER)


def test_nobody_revokes_but_an_administrator(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    own, of_role = grant_to_user(call, ada), grant_to_role(call, Role.TEAM_MANAGER)
    assert team.created_by_user_id == ada.id
    set_status(call, root, "suspended")
    for user_id in (ada.id, root.id, None):
        call.as_user(user_id)
        assert call(permission_grants.revoke_permission_grant, permission_grant_id=own.id) == 0
        what = {"resource": "report", "action": "Read"}
        assert call(permission_grants.revoke_permission_from_user, user_id=ada.id, **what) == 0
        role = Role.TEAM_MANAGER
        assert call(permission_grants.revoke_permission_from_role, role=role, **what) == 0
    left = call.as_owner(permission_grants.list_permission_grants, after_id=None, limit=10)
    assert left == [own, of_role]


# list_effective_permission_grants


def effective(call: Caller, person: User, team: Team) -> list[PermissionGrant]:
    with call.acting_as(person.id):
        return call(permission_grants.list_effective_permission_grants, team_id=team.id)


def test_effective_grants_are_those_of_the_person_and_of_the_roles_held(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    own = grant_to_user(call, ada, "b")
    by_role = grant_to_role(call, Role.TEAM_MANAGER, "a")
    grant_to_role(call, Role.COLLABORATOR)
    grant_to_role(call, Role.SYSTEM_ADMINISTRATOR)
    grant_to_user(call, root)
    assert effective(call, ada, team) == [by_role, own]


def test_effective_grants_of_a_role_hold_in_the_team_of_the_role_alone(
    call: Caller, team: Team
) -> None:
    grace = create_person(call, "grace")
    other = founded(call, grace)
    join_team(call, grace, team, [])
    grant = grant_to_role(call, Role.TEAM_MANAGER)
    assert (effective(call, grace, team), effective(call, grace, other)) == ([], [grant])


def test_effective_grants_of_an_administrator_hold_in_any_team(
    call: Caller, root: User, team: Team
) -> None:
    grant = grant_to_role(call, Role.SYSTEM_ADMINISTRATOR)
    assert effective(call, root, team) == [grant]


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_no_grant_is_effective_for_an_account_that_is_not_active(
    call: Caller, root: User, team: Team, status: str
) -> None:
    join_team(call, root, team, [Role.COLLABORATOR])
    grant_to_user(call, root)
    grant_to_role(call, Role.COLLABORATOR)
    grant_to_role(call, Role.SYSTEM_ADMINISTRATOR)
    set_status(call, root, status)
    assert effective(call, root, team) == []


def test_effective_grants_are_listed_whatever_their_conditions(
    call: Caller, ada: User, team: Team
) -> None:
    grant = grant_to_user(call, ada, conditions={"region": "eu"})
    assert effective(call, ada, team) == [grant]


def test_no_grant_is_effective_for_nobody(call: Caller, team: Team) -> None:
    grant_to_role(call, Role.TEAM_MANAGER)
    call.as_user(None)
    assert call(permission_grants.list_effective_permission_grants, team_id=team.id) == []


# is_action_granted


def test_nothing_is_granted_to_nobody(call: Caller, team: Team) -> None:
    grant_to_role(call, Role.TEAM_MANAGER)
    call.as_user(None)
    granted = call(
        permission_grants.is_action_granted,
        resource="report",
        action="Read",
        context={},
        team_id=team.id,
    )
    assert granted is False


def test_nothing_is_granted_without_a_grant(call: Caller, ada: User, team: Team) -> None:
    assert not is_granted(call, ada, team)


def test_an_action_granted_to_a_person_is_granted_to_nobody_else(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    grant_to_user(call, ada)
    assert (is_granted(call, ada, team), is_granted(call, root, team)) == (True, False)


def test_an_action_granted_to_a_role_is_granted_to_who_holds_it(
    call: Caller, ada: User, team: Team
) -> None:
    grace = create_person(call, "grace")
    join_team(call, grace, team, [Role.COLLABORATOR])
    grant_to_role(call, Role.COLLABORATOR)
    assert (is_granted(call, grace, team), is_granted(call, ada, team)) == (True, False)


def test_an_action_granted_to_administrators_is_granted_in_any_team(
    call: Caller, root: User, ada: User, team: Team
) -> None:
    grant_to_role(call, Role.SYSTEM_ADMINISTRATOR)
    assert (is_granted(call, root, team), is_granted(call, ada, team)) == (True, False)


@pytest.mark.parametrize("action", ["Read", "Write", "Update", "Delete", "Admin"])
def test_a_grant_of_admin_allows_every_action(
    call: Caller, ada: User, team: Team, action: str
) -> None:
    grant_to_user(call, ada, action="Admin")
    assert is_granted(call, ada, team, action)


def test_a_grant_of_one_action_allows_no_other(call: Caller, ada: User, team: Team) -> None:
    grant_to_user(call, ada, action="Write")
    allowed = [
        action
        for action in ("Read", "Write", "Update", "Delete", "Admin")
        if is_granted(call, ada, team, action)
    ]
    assert allowed == ["Write"]


def test_a_grant_on_one_resource_allows_no_other(call: Caller, ada: User, team: Team) -> None:
    grant_to_user(call, ada, "report")
    assert not is_granted(call, ada, team, resource="reports")


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_nothing_is_granted_to_an_account_that_is_not_active(
    call: Caller, ada: User, team: Team, status: str
) -> None:
    grant_to_user(call, ada)
    set_status(call, ada, status)
    assert not is_granted(call, ada, team)


@pytest.mark.parametrize(
    ("conditions", "context", "expected"),
    [
        ({}, {}, True),
        ({}, {"region": "eu"}, True),
        ({"region": "eu"}, {"region": "eu"}, True),
        ({"region": "eu"}, {"region": "eu", "hour": 3}, True),
        ({"region": "eu"}, {"region": "us"}, False),
        ({"region": "eu"}, {"Region": "eu"}, False),
        ({"region": "eu"}, {}, False),
        ({"region": "eu", "hour": 3}, {"region": "eu"}, False),
        ({"region": "eu", "hour": 3}, {"region": "eu", "hour": 3}, True),
        ({"hour": 3}, {"hour": 3.0}, True),
        ({"hour": 3}, {"hour": "3"}, False),
        ({"owner": None}, {"owner": None}, True),
        ({"owner": None}, {}, False),
        ({"tags": ["a", "b"]}, {"tags": ["a", "b"]}, True),
        ({"tags": ["a", "b"]}, {"tags": ["b", "a"]}, False),
        ({"of": {"a": 1, "b": 2}}, {"of": {"b": 2, "a": 1}}, True),
        ({"of": {"a": 1}}, {"of": {"a": 1, "b": 2}}, False),
        ({"region": "eu"}, ["region", "eu"], False),
        ({"region": "eu"}, "region", False),
        ({"it's": '"é\\'}, {"it's": '"é\\'}, True),
    ],
)
def test_conditions_must_all_equal_the_context(
    call: Caller,
    ada: User,
    team: Team,
    conditions: JsonValue,
    context: JsonValue,
    expected: bool,
) -> None:
    grant_to_user(call, ada, conditions=conditions)
    assert is_granted(call, ada, team, context=context) is expected


def test_one_grant_whose_conditions_hold_is_enough(call: Caller, ada: User, team: Team) -> None:
    grant_to_user(call, ada, conditions={"region": "eu"})
    grant_to_user(call, ada, conditions={"region": "us"})
    assert is_granted(call, ada, team, context={"region": "us"})


def test_conditions_hold_only_when_one_grant_meets_all_of_its_own(
    call: Caller, ada: User, team: Team
) -> None:
    grant_to_user(call, ada, conditions={"region": "eu", "hour": 3})
    grant_to_user(call, ada, conditions={"region": "us", "hour": 4})
    assert not is_granted(call, ada, team, context={"region": "us", "hour": 3})


# revoke


def test_revoke_permission_grant_takes_that_grant_alone(call: Caller, ada: User) -> None:
    grant, other = grant_to_user(call, ada, "a"), grant_to_user(call, ada, "b")
    revoked = call(permission_grants.revoke_permission_grant, permission_grant_id=grant.id)
    left = call(permission_grants.list_permission_grants_of_user, user_id=ada.id)
    assert (revoked, left) == (1, [other])


def test_revoke_permission_grant_changes_no_row_for_an_unknown_id(call: Caller, ada: User) -> None:
    grant_to_user(call, ada)
    revoked = call(permission_grants.revoke_permission_grant, permission_grant_id=LARGEST_ID)
    assert revoked == 0


def test_revoke_permission_from_user_takes_it_whatever_the_conditions(
    call: Caller, root: User, ada: User
) -> None:
    grant_to_user(call, ada)
    grant_to_user(call, ada, conditions={"region": "eu"})
    kept = [
        grant_to_user(call, root),
        grant_to_user(call, ada, action="Write"),
        grant_to_user(call, ada, "other"),
    ]
    revoked = call(
        permission_grants.revoke_permission_from_user,
        user_id=ada.id,
        resource="report",
        action="Read",
    )
    left = call(permission_grants.list_permission_grants, after_id=None, limit=10)
    assert (revoked, left) == (2, kept)


def test_revoke_permission_from_user_leaves_what_a_role_allows(
    call: Caller, ada: User, team: Team
) -> None:
    grant_to_user(call, ada)
    grant_to_role(call, Role.TEAM_MANAGER)
    call(
        permission_grants.revoke_permission_from_user,
        user_id=ada.id,
        resource="report",
        action="Read",
    )
    assert is_granted(call, ada, team)


def test_revoke_permission_from_user_changes_no_row_where_nothing_is_granted(
    call: Caller, ada: User
) -> None:
    revoked = call(
        permission_grants.revoke_permission_from_user,
        user_id=ada.id,
        resource="report",
        action="Read",
    )
    assert revoked == 0


def test_revoke_permission_from_role_takes_it_whatever_the_conditions(
    call: Caller, ada: User
) -> None:
    grant_to_role(call, Role.COLLABORATOR)
    grant_to_role(call, Role.COLLABORATOR, conditions={"region": "eu"})
    kept = [
        grant_to_role(call, Role.TEAM_MANAGER),
        grant_to_role(call, Role.COLLABORATOR, action="Write"),
        grant_to_user(call, ada),
    ]
    revoked = call(
        permission_grants.revoke_permission_from_role,
        role=Role.COLLABORATOR,
        resource="report",
        action="Read",
    )
    left = call(permission_grants.list_permission_grants, after_id=None, limit=10)
    assert (revoked, left) == (2, kept)


def test_revoke_permission_from_role_changes_no_row_where_nothing_is_granted(
    call: Caller,
) -> None:
    revoked = call(
        permission_grants.revoke_permission_from_role,
        role=Role.TEAM_MANAGER,
        resource="report",
        action="Read",
    )
    assert revoked == 0
