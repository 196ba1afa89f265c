"""Clearing up, statistics, and the commands that call them."""

import psycopg
import pytest
from psycopg import errors, sql

from db.commands import maintenance
from quern.database import Database
from quern.errors import QuernError
from tests.db.acting import acting_as, add_user
from tests.db.rows import add, insert


def add_credential(
    connection: psycopg.Connection, name: str, age: str, refresh: str | None
) -> None:
    insert(
        connection,
        "integrations.credential_tokens",
        credential_id=add(connection, "integrations.credentials", name=name),
        refresh_token=refresh,
        expires_at=sql.SQL("now() - {}::interval").format(age),
    )


def test_what_has_expired_ends_and_what_can_be_renewed_does_not(
    connection: psycopg.Connection,
) -> None:
    add_credential(connection, "over", "1 hour", None)
    add_credential(connection, "renewable", "1 hour", "r")
    add_credential(connection, "good", "-1 hour", None)
    connection.execute("INSERT INTO ops.cache VALUES ('old', '', '', '{}', now())")
    connection.execute(
        "INSERT INTO llm.rate_limit_windows (scope, scope_id, window_start)"
        " VALUES ('key', 1, now() - interval '1 day'), ('key', 1, now())"
    )
    with acting_as(connection, None, "application_system"):
        found = connection.execute(
            "SELECT table_name, outcome, row_count FROM ops.cleanup_expired()"
        )
        assert found.fetchall() == [
            ("integrations.credentials", "marked expired", 1),
            ("llm.rate_limit_windows", "deleted", 1),
            ("ops.cache", "deleted", 1),
        ]
    rows = connection.execute("SELECT name, status FROM integrations.credentials ORDER BY id")
    assert rows.fetchall() == [("over", "expired"), ("renewable", "active"), ("good", "active")]


def test_statistics_tell_rows_sizes_and_upkeep_of_every_table(
    connection: psycopg.Connection,
) -> None:
    connection.execute("VACUUM (ANALYZE) ops.translations")
    with acting_as(connection, None, "application_system"):
        found = {
            f"{schema}.{table}": rest
            for schema, table, *rest in connection.execute(
                "SELECT schema_name, table_name, live_rows, total_bytes > index_bytes,"
                " index_bytes > 0, last_vacuum IS NOT NULL, last_analyze IS NOT NULL"
                " FROM ops.table_statistics()"
            )
        }
    assert found["ops.translations"] == [10, True, True, True, True]
    assert {"iam.users", "llm.request_logs_default", "public.schema_migrations"} <= set(found)
    assert not {name for name in found if name.startswith(("pg_", "information_schema"))}


def test_people_call_neither(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada", admin=True)
    for call in ("ops.cleanup_expired()", "ops.table_statistics()"):
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada):
            connection.execute(f"SELECT {call}".encode())


# the commands


def test_the_commands_say_what_they_did(connection: psycopg.Connection, database_url: str) -> None:
    database = Database(database_url, "the test")
    connection.execute("INSERT INTO ops.cache VALUES ('old', '', '', '{}', now())")
    connection.execute(
        "INSERT INTO llm.request_logs (request_id, model, created_at)"
        " VALUES ('r', 'm', '2999-12-31 23:00Z')"
    )
    made, *others = maintenance.cleanup(database)
    assert made.startswith("request_logs_y")
    assert "ops.cache: 1 deleted" in others
    assert others[-1] == "llm.request_logs: 1 of 2999-12 in no month's partition"

    headings, *rows = maintenance.statistics(database)
    assert headings.split() == ["table", "rows", "size", "indexes", "vacuumed", "analyzed"]
    assert maintenance.vacuum(database) == len(rows)
    assert "never" in "".join(rows)
    assert "never" not in "".join(maintenance.statistics(database))


def test_on_a_database_without_the_schema_the_way_out_is_named(empty_url: str) -> None:
    with pytest.raises(QuernError, match='schema "ops" does not exist') as raised:
        maintenance.cleanup(Database(empty_url, "the test"))
    assert "just db-migrate" in raised.value.render()
