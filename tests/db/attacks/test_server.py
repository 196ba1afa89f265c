"""What the server itself offers to a role at run time."""

from typing import LiteralString, get_args

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.attacks.scene import Scene
from tests.db.attacks.trying import refusal

STATEMENTS: tuple[LiteralString, ...] = (
    "CREATE TABLE public.t ()",
    "CREATE FUNCTION public.f() RETURNS integer RETURN 1",
    "CREATE SCHEMA s",
    "TRUNCATE iam.teams",
    "ALTER TABLE iam.users DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE iam.users DISABLE TRIGGER ALL",
    "ALTER TABLE iam.team_users DROP CONSTRAINT team_users_roles_check",
    "DROP POLICY members_read ON rag.datasets",
    "COMMENT ON TABLE iam.users IS 'x'",
    "SET session_replication_role = replica",
    "ALTER ROLE application_user SET app.user_id = '1'",
    "ALTER ROLE application_user BYPASSRLS",
    "GRANT application_owner TO application_user",
    "COPY (SELECT 1) TO PROGRAM 'cat'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT lo_import('/etc/hostname')",
    "SELECT nextval('iam.teams_id_seq')",
    "SELECT * FROM llm.request_logs_default",
    "SELECT * FROM llm.request_log_bodies_default",
    "SELECT ops.purge_audit_trail_before(now() - interval '2 years')",
)


@pytest.mark.parametrize("role", get_args(Role))
def test_it_is_denied(connection: psycopg.Connection, role: Role) -> None:
    for statement in STATEMENTS:
        found = refusal(connection, None, statement, role=role)
        assert isinstance(found, errors.InsufficientPrivilege), statement


def test_no_role_at_run_time_becomes_another(connection: psycopg.Connection) -> None:
    # The tests log in as the owner, who may become each of them.
    rows = connection.execute(
        "SELECT a.rolname, b.rolname FROM pg_roles AS a, pg_roles AS b"
        " WHERE a.rolname IN ('application_user', 'application_readonly', 'application_system')"
        " AND b.rolname <> a.rolname AND pg_has_role(a.oid, b.oid, 'MEMBER')"
    ).fetchall()
    assert rows == []


def test_no_role_at_run_time_writes_through_the_one_that_only_reads(
    connection: psycopg.Connection,
) -> None:
    rows = connection.execute(
        "SELECT c.oid::regclass::text FROM pg_class AS c"
        " WHERE c.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')"
        " AND c.relkind IN ('r', 'p', 'v')"
        " AND (has_table_privilege('application_readonly', c.oid, 'INSERT, UPDATE, DELETE')"
        " OR has_any_column_privilege('application_readonly', c.oid, 'INSERT, UPDATE'))"
    ).fetchall()
    assert rows == []
    rows = connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc AS p"
        " WHERE p.prosecdef AND p.provolatile = 'v'"
        " AND has_function_privilege('application_readonly', p.oid, 'EXECUTE')"
    ).fetchall()
    assert rows == []


def test_no_role_at_run_time_is_told_what_a_column_holds_mostly(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute("ANALYZE")
    for role in get_args(Role):
        with acting_as(connection, scene.stan, role):
            rows = connection.execute(
                "SELECT DISTINCT schemaname, tablename FROM pg_stats"
                " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            ).fetchall()
            assert rows == []


def test_without_row_security_a_query_fails_instead_of_showing_all(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.stan):
        connection.execute("SET LOCAL row_security = off")
        with (
            pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
            connection.transaction(),
        ):
            connection.execute("SELECT email FROM iam.users")
