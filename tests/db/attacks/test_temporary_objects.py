"""Objects of the session's own, put where a function of the owner would find them."""

import psycopg
import pytest
from psycopg import errors, sql

from db.commands import dbmate
from tests.db.acting import Role, acting_as
from tests.db.attacks.scene import Scene, add_chat

#: Types that bodies in PL/pgSQL name.
TYPES = ("text", "tsquery", "jsonb", "inet", "name", "interval", "regclass")


def shadow_types(connection: psycopg.Connection) -> None:
    """Have types of the session's own that make an administrator of everybody when used."""
    connection.execute(
        "CREATE FUNCTION pg_temp.take_over() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN"
        " UPDATE iam.users SET system_admin = true; RETURN true; END $$"
    )
    for name in TYPES:
        connection.execute(
            sql.SQL(
                "CREATE DOMAIN pg_temp.{name} AS pg_catalog.{name} CHECK (pg_temp.take_over())"
            ).format(name=sql.Identifier(name))
        )


def administrators(connection: psycopg.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM iam.users WHERE system_admin").fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_a_search_runs_no_check_of_a_temporary_type(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    with acting_as(connection, scene.stan, role):
        shadow_types(connection)
        connection.execute("SELECT * FROM rag.search_chunks('needle', 1)")
    assert administrators(connection) == 0


def test_an_audited_statement_runs_no_check_of_a_temporary_type(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, scene.stan):
        shadow_types(connection)
        add_chat(connection, scene.spinners, scene.stan, scene.prompts["Company"], "Assistant")
        connection.execute("SELECT iam.create_team('t')")
    assert administrators(connection) == 0


def test_counting_a_request_runs_no_check_of_a_temporary_type(
    connection: psycopg.Connection, scene: Scene
) -> None:
    with acting_as(connection, None, "application_system"):
        connection.execute(
            "CREATE FUNCTION pg_temp.seen() RETURNS boolean LANGUAGE sql"
            " RETURN current_user = 'application_system'"
        )
        for name in ("text", "interval"):
            connection.execute(
                sql.SQL(
                    "CREATE DOMAIN pg_temp.{name} AS pg_catalog.{name} CHECK (pg_temp.seen())"
                ).format(name=sql.Identifier(name))
            )
        # A check that fails would be an error.
        connection.execute("SELECT llm.take_request(%s, NULL, NULL, 1)", [scene.keys["active"]])
        connection.execute(
            "SELECT llm.settle_request(%s, NULL, NULL, now(), 1, 2, 1)", [scene.keys["active"]]
        )
        connection.execute("SELECT ops.ensure_partitions(0)")
        connection.execute("SELECT ops.drop_partitions_before(now() - interval '1 year')")


def test_definers_look_into_the_temporary_schema_last(connection: psycopg.Connection) -> None:
    # Unnamed, it comes first. A body in standard SQL was parsed when the function was made.
    found = connection.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc AS p"
        " WHERE p.prosecdef AND p.prosqlbody IS NULL"
        " AND NOT EXISTS (SELECT FROM unnest(p.proconfig) AS c (setting)"
        " WHERE c.setting ~ '^search_path=.*pg_temp$')"
    ).fetchall()
    assert found == []


def test_nobody_at_run_time_makes_temporary_objects(empty_url: str) -> None:
    # The database of other tests is a copy, and a copy has the rights of a new database.
    dbmate.migrate(empty_url)
    with psycopg.connect(empty_url, autocommit=True) as connection:
        for role in ("application_user", "application_readonly", "application_system"):
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
            with pytest.raises(errors.InsufficientPrivilege, match="temporary"):
                connection.execute("CREATE TEMPORARY TABLE t ()")
            connection.execute("RESET ROLE")
