"""Who reads the audit trail."""

import psycopg
import pytest

from tests.db.acting import Role, acting_as
from tests.db.ops.trail import entries
from tests.db.ops.weavers import Weavers
from tests.db.rows import insert

READERS: list[Role] = ["application_user", "application_readonly"]


@pytest.fixture
def watched(connection: psycopg.Connection, weavers: Weavers) -> Weavers:
    """The team, with an entry of each team and one of none."""
    for team in (weavers.team, weavers.other_team, None):
        insert(connection, "ops.audit_trail", team_id=team)
    return weavers


def seen(
    connection: psycopg.Connection, person: int | None, role: Role, **context: object
) -> list[int | None]:
    """Return the teams whose entries a person sees."""
    with acting_as(connection, person, role, **context):
        return [entry.team_id for entry in entries(connection)]


def let_managers_view(connection: psycopg.Connection) -> None:
    insert(connection, "iam.roles_permissions", role="TeamManager", permission="ViewAuditTrail")


@pytest.mark.parametrize("role", READERS)
def test_an_administrator_reads_all_of_it(
    connection: psycopg.Connection, watched: Weavers, role: Role
) -> None:
    assert seen(connection, watched.admin, role) == [watched.team, watched.other_team, None]


@pytest.mark.parametrize("role", READERS)
def test_nobody_else_reads_it_as_long_as_no_role_of_a_team_has_the_permission(
    connection: psycopg.Connection, watched: Weavers, role: Role
) -> None:
    for person in (watched.manager, watched.collaborator, watched.stranger):
        assert seen(connection, person, role) == []


@pytest.mark.parametrize("role", READERS)
def test_who_has_the_permission_in_a_team_reads_the_entries_of_that_team(
    connection: psycopg.Connection, watched: Weavers, role: Role
) -> None:
    let_managers_view(connection)
    assert seen(connection, watched.manager, role) == [watched.team]
    assert seen(connection, watched.stranger, role) == [watched.other_team]
    assert seen(connection, watched.collaborator, role) == []


def test_the_team_of_the_context_narrows_what_its_manager_reads(
    connection: psycopg.Connection, watched: Weavers
) -> None:
    let_managers_view(connection)
    membership = {"user_id": watched.manager, "team_id": watched.other_team}
    insert(connection, "iam.team_users", **membership, roles="{TeamManager}")
    connection.execute("DELETE FROM ops.audit_trail WHERE action = 'CreateMember'")
    everywhere = seen(connection, watched.manager, "application_user")
    assert everywhere == [watched.team, watched.other_team]
    narrowed = seen(connection, watched.manager, "application_user", team_id=watched.team)
    assert narrowed == [watched.team]


@pytest.mark.usefixtures("watched")
def test_whoever_is_not_signed_in_reads_nothing(connection: psycopg.Connection) -> None:
    let_managers_view(connection)
    for role in READERS:
        assert seen(connection, None, role) == []


def test_a_suspended_administrator_reads_nothing(
    connection: psycopg.Connection, watched: Weavers
) -> None:
    connection.execute("UPDATE iam.users SET status = 'suspended' WHERE id = %s", [watched.admin])
    assert seen(connection, watched.admin, "application_user") == []


def test_the_system_reads_all_of_it(connection: psycopg.Connection, watched: Weavers) -> None:
    found = seen(connection, None, "application_system")
    assert found == [watched.team, watched.other_team, None]
