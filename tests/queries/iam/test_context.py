"""What queries on behalf of a person do when there is no such person: nothing, whichever it is.

Every query that is not the system's runs with arguments that give the right person something, so
that the nothing that others get says something.
"""

import inspect
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module

import psycopg
import pytest
from psycopg import errors
from pydantic import JsonValue

from generated.iam import (
    api_keys,
    groups,
    invitations,
    permission_grants,
    team_users,
    teams,
    users,
)
from generated.iam.enums import Permission, Role
from tests.queries.caller import SyncCaller, role_of
from tests.queries.conftest import Library
from tests.queries.iam.invited import invite
from tests.queries.iam.keys import create_key, hash_of
from tests.queries.iam.people import create_people, promote
from tests.queries.iam.prompts import create_prompt
from tests.queries.iam.tenants import create_team, join_team
from tests.queries.library import MODULES, query_functions

LARGEST_ID = 2**31 - 1

Function = Callable[..., object]

FUNCTIONS: list[Function] = [
    function
    for name in MODULES
    if name.startswith("generated.iam.")
    for function in query_functions(import_module(name)).values()
    if role_of(function) is None
]


@dataclass(frozen=True)
class World:
    """A person who may do everything, and what there is to do it with.

    :ivar connection: as the owner
    :ivar person: an administrator, and the manager of a team
    :ivar known: arguments by the name of the parameter
    :ivar special: arguments that one function needs in place of those
    """

    connection: psycopg.Connection
    person: int
    known: dict[str, object]
    special: dict[Function, dict[str, object]]

    def call(self, function: Function, user_id: int | None) -> object:
        """Call a function on behalf of somebody, and undo what it did."""
        values = {**self.known, **self.special.get(function, {})}
        _, *names = inspect.signature(function).parameters
        with self.connection.transaction(force_rollback=True):
            self.connection.execute("SET LOCAL ROLE application_user")
            setting = "" if user_id is None else str(user_id)
            self.connection.execute("SELECT set_config('app.user_id', %s, true)", [setting])
            return function(self.connection, **{name: values[name] for name in names})


@pytest.fixture(scope="module")
def world(library: Library) -> Generator[World]:
    """One world for all tests here, none of which changes it."""
    try:
        with psycopg.connect(library.url, autocommit=True) as connection:
            with closing(SyncCaller(connection)) as call:
                made = make(call)
            yield made
    finally:
        library.empty()


def make(call: SyncCaller) -> World:
    root, other, newcomer = create_people(call, "root", "other", "newcomer")
    promote(call, other)
    team = create_team(call, root)
    join_team(call, other, team)
    prompt_id = create_prompt(call, team)
    key = create_key(call, root, team, prompt_id=prompt_id)
    mcp_key = create_key(call, root, team, "for mcp")
    invitation = invite(call, team, root.email)
    group = call.one(groups.create_group, name="group", description=None)
    call(groups.add_group_member, group_id=group.id, user_id=root.id)
    grant = call.one(
        permission_grants.grant_permission_to_user,
        user_id=root.id,
        resource="report",
        action="Read",
        conditions={},
    )
    role = Role.TEAM_MANAGER
    call.one(
        permission_grants.grant_permission_to_role,
        role=role,
        resource="report",
        action="Read",
        conditions={},
    )
    nothing: dict[str, JsonValue] = {}
    known: dict[str, object] = {
        "action": "Read",
        "after_id": None,
        "api_key_id": key.id,
        "conditions": nothing,
        "context": nothing,
        "description": "what for",
        "email": root.email,
        "enabled": False,
        "expires_at": datetime(2999, 1, 1, tzinfo=UTC),
        "external_id": key.external_id,
        "first_name": "New",
        "group_id": group.id,
        "invitation_id": invitation.id,
        "invitation_selector": "new selector",
        "invitation_verifier_hash": "hash",
        "key_hash": hash_of("new"),
        "key_prefix": "new",
        "last_name": "Name",
        "limit": 10,
        "name": "new name",
        "permission": Permission.MANAGE_PROJECTS,
        "permission_grant_id": grant.id,
        "prompt_id": prompt_id,
        "quota": None,
        "rate_limit": 0,
        "resource": "report",
        "role": role,
        "roles": [Role.COLLABORATOR],
        "scopes": [],
        "slug": team.slug,
        "status": "active",
        "team_id": team.id,
        "user_id": root.id,
        "username": "new name",
    }
    special: dict[Function, dict[str, object]] = {
        api_keys.list_api_keys_by_prefix: {"key_prefix": mcp_key.key_prefix},
        groups.find_group_by_name: {"name": group.name},
        groups.add_group_member: {"user_id": newcomer.id},
        invitations.create_invitation: {"email": "somebody@example.org"},
        team_users.add_team_member: {"user_id": newcomer.id},
        users.grant_system_admin: {"user_id": newcomer.id},
        users.revoke_system_admin: {"user_id": other.id},
        users.delete_user: {"user_id": other.id},
    }
    return World(call.connection, root.id, known, special)


def test_there_are_queries_on_behalf_of_a_person() -> None:
    assert len(FUNCTIONS) > 50


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_query_gives_something_to_who_may_do_everything(world: World, function: Function) -> None:
    assert world.call(function, world.person)


@pytest.mark.parametrize("user_id", [None, 0, LARGEST_ID])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_query_gives_and_changes_nothing_for_nobody(
    world: World, function: Function, user_id: int | None
) -> None:
    assert_nothing(world, function, user_id)


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_query_gives_and_changes_nothing_for_an_account_that_is_not_active(
    world: World, function: Function, status: str
) -> None:
    with world.connection.transaction(force_rollback=True):
        users.set_user_status(world.connection, status=status, user_id=world.person)
        assert_nothing(world, function, world.person)


def assert_nothing(world: World, function: Function, user_id: int | None) -> None:
    try:
        given = world.call(function, user_id)
    except errors.InsufficientPrivilege as error:
        assert "row-level security" in str(error)  # noqa: PT017 - only what adds rows is refused
    except errors.NotNullViolation as error:
        assert function is teams.create_team
        assert error.diag.column_name == "created_by_user_id"  # noqa: PT017 - a team of nobody
    else:
        assert not given
