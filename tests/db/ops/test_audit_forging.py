"""That nobody the audit trail watches can write it."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.ops.test_audited_actions import STATEMENTS
from tests.db.ops.trail import actions
from tests.db.ops.weavers import Weavers

ROLES: list[Role] = ["application_user", "application_readonly", "application_system"]
COMMANDS: list[LiteralString] = [
    "INSERT INTO ops.audit_trail (user_id, access_type, action) VALUES (1, 'API', 'CreateTeam')",
    "UPDATE ops.audit_trail SET user_id = 1",
    "DELETE FROM ops.audit_trail",
    "TRUNCATE ops.audit_trail",
    "DROP TABLE ops.audit_trail",
    "ALTER TABLE iam.teams DISABLE TRIGGER create_team",
    "DROP TRIGGER create_team ON iam.teams",
    "SET LOCAL session_replication_role = replica",
    "SELECT ops.purge_audit_trail_before('2000-01-01')",
    "SELECT nextval('ops.audit_trail_id_seq')",
]


@pytest.mark.parametrize("role", ROLES)
def test_no_role_at_run_time_can_forge_change_or_remove_entries(
    connection: psycopg.Connection, weavers: Weavers, role: Role
) -> None:
    with acting_as(connection, weavers.manager):
        connection.execute(STATEMENTS["DeleteAPIKey"], vars(weavers))
    for command in COMMANDS:
        # The administrator, who may read every entry.
        with (
            pytest.raises(errors.InsufficientPrivilege),
            acting_as(connection, weavers.admin, role),
        ):
            connection.execute(command)
    assert actions(connection) == ["DeleteAPIKey"]


@pytest.mark.parametrize("role", ROLES)
def test_no_role_at_run_time_can_have_the_trigger_on_a_table_of_its_own(
    connection: psycopg.Connection, weavers: Weavers, role: Role
) -> None:
    with acting_as(connection, weavers.admin, role):
        connection.execute("CREATE TEMPORARY TABLE mine (team_id integer)")
        with pytest.raises(errors.InsufficientPrivilege, match="write_audit"):
            connection.execute(
                "CREATE TRIGGER forge AFTER INSERT ON mine FOR EACH ROW"
                " EXECUTE FUNCTION ops.write_audit('API', 'CreateTeam')"
            )
        raise psycopg.Rollback


def test_the_owner_purges_what_is_older_than_a_year(
    connection: psycopg.Connection, weavers: Weavers
) -> None:
    with acting_as(connection, weavers.manager):
        connection.execute(STATEMENTS["DeleteAPIKey"], vars(weavers))
        connection.execute(STATEMENTS["DeleteMember"], vars(weavers))
    connection.execute(
        "UPDATE ops.audit_trail SET created_at = now() - interval '3 years'"
        " WHERE action = 'DeleteAPIKey'"
    )
    row = connection.execute(
        "SELECT ops.purge_audit_trail_before(now() - interval '2 years')"
    ).fetchone()
    assert row == (1,)
    assert actions(connection) == ["DeleteMember"]


def test_not_even_the_owner_purges_the_last_year(connection: psycopg.Connection) -> None:
    for age in ("0 days", "364 days", None):
        with pytest.raises(errors.InvalidParameterValue, match="last year is kept"):
            connection.execute("SELECT ops.purge_audit_trail_before(now() - %s::interval)", [age])
