"""A migration that fails: where the message points, and what is left behind.

Each one is run as its user would, by ``python -m db`` in a copy of the project.
"""

from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.db.project_copy import ProjectCopy

NAME = "20990101000000_add_table.sql"
SHOWN = Path("db/migrations/iam") / NAME
DOWN = "\n-- migrate:down\nSELECT 1;\n"

#: What fails, the message, and the line and column it points at.
FAILURES = {
    "a syntax error": (
        "-- migrate:up\nSELECT 1;\nCREATE TABEL iam.t (id integer);\n",
        'syntax error at or near "TABEL"',
        (3, 8),
    ),
    "a syntax error behind characters of several bytes": (
        "-- migrate:up\nSELECT 'héé日本🧵';\n  SELECT '日本', 1 +;\n",
        'syntax error at or near ";"',
        (3, 19),
    ),
    "an unknown column": (
        "-- about\n\n-- migrate:up\nCREATE TABLE iam.t (id integer);\n\n"
        "SELECT\n    nope\nFROM iam.t;\n",
        'column "nope" does not exist',
        (7, 5),
    ),
    "a mistake in the body of a function": (
        "-- migrate:up\nCREATE FUNCTION iam.f() RETURNS integer LANGUAGE plpgsql AS $$\n"
        "BEGIN\n    RETRN 1;\nEND\n$$;\n",
        'syntax error at or near "RETRN"',
        (4, 5),
    ),
    "a duplicate row, which Postgres gives no position for": (
        "-- migrate:up\nCREATE TABLE iam.t (id integer PRIMARY KEY);\n\n"
        "    INSERT INTO iam.t\n    VALUES (1), (1);\nSELECT 1;\n",
        "duplicate key value violates unique constraint",
        (4, 5),
    ),
    "an exception of one's own": (
        "-- migrate:up\nCREATE TABLE iam.t (id integer);\n"
        "DO $$\nBEGIN\n    RAISE EXCEPTION 'not %', 'today; but when?';\nEND\n$$;\n",
        "not today; but when?",
        (3, 1),
    ),
    "line ends of Windows": (
        "-- migrate:up\r\nSELECT 1;\r\nSELECT nope;\r\n",
        'column "nope" does not exist',
        (3, 8),
    ),
}


def versions(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT version FROM public.schema_migrations")
        return [version for (version,) in rows]


def table_exists(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT to_regclass('iam.t')").fetchone() != (None,)


@pytest.mark.parametrize("failure", FAILURES)
def test_the_message_names_file_line_and_column(
    project: ProjectCopy, database_url: str, failure: str
) -> None:
    text, message, (line, column) = FAILURES[failure]
    project.write_migration(NAME, text + DOWN)
    result = project.run("migrate", url=database_url)
    assert result.returncode == 1
    assert f"error[migration-failed]: {message}" in result.stderr
    assert f"--> {SHOWN}:{line}:{column}\n" in result.stderr
    assert "this migration was rolled back, those before it stay" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("failure", FAILURES)
def test_the_failed_migration_is_rolled_back(
    project: ProjectCopy, database_url: str, failure: str
) -> None:
    project.write_migration(NAME, FAILURES[failure][0] + DOWN)
    before = versions(database_url)
    project.run("migrate", url=database_url)
    assert versions(database_url) == before
    assert not table_exists(database_url)


def test_what_the_server_says_beside_its_message_is_told(
    project: ProjectCopy, database_url: str
) -> None:
    text, _, _ = FAILURES["a duplicate row, which Postgres gives no position for"]
    project.write_migration(NAME, text + DOWN)
    assert project.run("migrate", url=database_url).stderr.startswith(
        "error[migration-failed]: duplicate key value violates unique constraint"
        ' "t_pkey": Key (id)=(1) already exists\n'
    )


def test_migrations_before_the_failed_one_stay(project: ProjectCopy, database_url: str) -> None:
    before = versions(database_url)
    project.write_migration(
        "20980101000000_create_table.sql",
        "-- migrate:up\nCREATE TABLE iam.t (id integer);\n-- migrate:down\nDROP TABLE iam.t;\n",
    )
    project.write_migration(NAME, "-- migrate:up\nSELECT nope;\n" + DOWN)
    project.run("migrate", url=database_url)
    assert versions(database_url) == [*before, "20980101000000"]
    assert table_exists(database_url)


def test_migrate_goes_on_when_the_file_is_corrected(
    project: ProjectCopy, database_url: str
) -> None:
    before = versions(database_url)
    project.write_migration(NAME, "-- migrate:up\nCREATE TABEL iam.t ();\n" + DOWN)
    assert project.run("migrate", url=database_url).returncode == 1
    project.write_migration(NAME, "-- migrate:up\nCREATE TABLE iam.t ();\n" + DOWN)
    assert project.run("migrate", url=database_url).returncode == 0
    assert versions(database_url) == [*before, "20990101000000"]
    assert table_exists(database_url)


def test_a_failing_way_down_names_the_line_and_is_rolled_back(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(
        NAME,
        "-- migrate:up\nCREATE TABLE iam.t (id integer);\n\n"
        "-- migrate:down\nDROP TABLE iam.t;\nDROP TABLE iam.nope;\n",
    )
    project.run("migrate", url=database_url)
    result = project.run("rollback", url=database_url)
    assert result.returncode == 1
    assert f"--> {SHOWN}:6:1\n" in result.stderr
    assert table_exists(database_url)
    assert "20990101000000" in versions(database_url)


def test_a_failure_outside_a_transaction_says_that_nothing_was_rolled_back(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(
        NAME,
        "-- migrate:up transaction:false\n"
        "CREATE UNIQUE INDEX CONCURRENTLY i ON iam.roles_permissions (role);\n" + DOWN,
    )
    result = project.run("migrate", url=database_url)
    assert result.returncode == 1
    assert f"--> {SHOWN}" in result.stderr
    assert "it runs outside a transaction" in result.stderr
    assert "rolled back" not in result.stderr


def test_a_file_that_is_not_utf_8_is_reported_without_a_traceback(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(NAME, b"-- migrate:up\nSELECT '\xe9';\n\n-- migrate:down\nSELECT 1;\n")
    result = project.run("migrate", url=database_url)
    assert result.returncode == 1
    assert str(SHOWN) in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_file_is_reported_by_its_name(project: ProjectCopy, database_url: str) -> None:
    project.write_migration(NAME, "")
    result = project.run("migrate", url=database_url)
    assert result.returncode == 1
    assert f"--> {SHOWN}\n" in result.stderr


# what is refused before anything is run


def test_one_version_in_two_folders_is_refused(project: ProjectCopy, empty_url: str) -> None:
    shown = project.write_migration(
        "20261120100700_zzz.sql", "-- migrate:up\nCREATE TABLE t ();\n" + DOWN, schema="llm"
    )
    result = project.run("migrate", url=empty_url)
    assert result.returncode == 1
    assert "error[duplicate-version]: version 20261120100700 is also that of" in result.stderr
    assert f"--> {shown}\n" in result.stderr
    with psycopg.connect(empty_url) as connection:
        found = connection.execute("SELECT to_regclass('public.schema_migrations')")
        assert found.fetchone() == (None,)


def test_a_migration_older_than_one_that_is_applied_is_refused(
    project: ProjectCopy, database_url: str
) -> None:
    before = versions(database_url)
    text = "-- migrate:up\nCREATE TABLE iam.t ();\n" + DOWN
    project.write_migration("20260101000000_late.sql", text)
    result = project.run("migrate", url=database_url)
    assert result.returncode == 1
    assert "migration `20260101000000` is out of order" in result.stderr
    assert "hint: give the file a newer version: just db-new SCHEMA NAME" in result.stderr
    assert versions(database_url) == before
    assert not table_exists(database_url)


def test_a_migration_older_than_one_that_is_pending_is_applied(
    project: ProjectCopy, empty_url: str
) -> None:
    text = "-- migrate:up\nCREATE SCHEMA early;\n-- migrate:down\nDROP SCHEMA early;\n"
    project.write_migration("20260101000000_early.sql", text, schema="early")
    assert project.run("migrate", url=empty_url).returncode == 0
    assert min(versions(empty_url)) == "20260101000000"


def test_going_back_from_nothing_is_refused(project: ProjectCopy, empty_url: str) -> None:
    result = project.run("rollback", url=empty_url)
    assert result.returncode == 1
    assert "no migrations have been applied" in result.stderr
    assert "Traceback" not in result.stderr


# databases that cannot be had


def test_a_server_that_does_not_answer_is_reported_with_a_hint(project: ProjectCopy) -> None:
    result = project.run("migrate", url="postgres://u@127.0.0.1:1/nothing?sslmode=disable")
    assert result.returncode == 1
    assert "connection refused" in result.stderr
    assert "hint: start that server or correct DATABASE_URL" in result.stderr


def test_a_database_that_does_not_exist_is_reported_with_a_hint(
    project: ProjectCopy, empty_url: str
) -> None:
    name = conninfo_to_dict(empty_url)["dbname"]
    result = project.run("migrate", url=empty_url.replace(f"/{name}", "/no_such_database"))
    assert result.returncode == 1
    assert "no_such_database" in result.stderr
    assert "hint: make roles and database first: just db-bootstrap" in result.stderr


def test_the_status_lists_what_is_applied_and_what_is_pending(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(NAME, "-- migrate:up\nSELECT 1;\n" + DOWN)
    result = project.run("status", url=database_url)
    assert result.returncode == 0
    assert f"[ ] {NAME}" in result.stdout
    assert "[X] 20261120100500_create_users.sql" in result.stdout
    assert "Pending: 1" in result.stdout
