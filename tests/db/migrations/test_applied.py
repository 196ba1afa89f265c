"""Databases that are not what the files make, and which commands refuse them."""

from pathlib import Path

import psycopg
import pytest

from tests.db.project_copy import ProjectCopy

NAME = "20990101000000_create_table.sql"
TEXT = "-- migrate:up\nCREATE TABLE iam.t ();\n-- migrate:down\nDROP TABLE iam.t;\n"
BRING_BACK = (
    "  hint: bring the file back (is it on another branch?), "
    "or start again, on the embedded server: just db-reset\n"
)


def versions(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT version FROM public.schema_migrations ORDER BY 1")
        return [version for (version,) in rows]


@pytest.mark.parametrize(
    "command", ["migrate", "rollback", "status", "dump", "advice", "check", "diagram"]
)
def test_a_migration_that_no_file_makes_is_refused(
    project: ProjectCopy, database_url: str, command: str
) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("INSERT INTO public.schema_migrations VALUES ('20990101000000')")
    before = versions(database_url)
    result = project.run(command, url=database_url)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "error: the database has migration 20990101000000, which no file makes\n" + BRING_BACK
    )
    assert versions(database_url) == before


def test_a_file_that_is_brought_back_makes_it_known_again(
    project: ProjectCopy, database_url: str
) -> None:
    path: Path = project.root / project.write_migration(NAME, TEXT)
    assert project.run("migrate", url=database_url).returncode == 0
    path.unlink()
    assert project.run("rollback", url=database_url).returncode == 1
    path.write_text(TEXT)
    assert project.run("rollback", url=database_url).returncode == 0
    assert "20990101000000" not in versions(database_url)


def test_several_are_named_together(project: ProjectCopy, database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        for day in range(1, 6):
            connection.execute("INSERT INTO schema_migrations VALUES (%s)", [f"2099010{day}000000"])
    assert project.run("status", url=database_url).stderr.startswith(
        "error: the database has migrations 20990101000000, 20990102000000, 20990103000000"
        " and 2 more, which no file makes\n"
    )


def test_a_file_whose_name_lint_refuses_makes_a_migration_all_the_same(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration("209901010000001_wrong.sql", TEXT)
    for _ in range(2):
        assert project.run("migrate", url=database_url).returncode == 0
    assert "209901010000001" in versions(database_url)


@pytest.mark.parametrize("command", ["advice", "check", "diagram"])
def test_a_database_without_the_schema_is_to_be_migrated_first(
    project: ProjectCopy, empty_url: str, command: str
) -> None:
    result = project.run(command, url=empty_url)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "error: the database has no migration applied\n  hint: migrate it first: just db-migrate\n"
    )


def test_a_dump_of_a_database_that_lacks_a_migration_is_refused(
    project: ProjectCopy, database_url: str
) -> None:
    project.write_migration(NAME, TEXT)
    file = project.root / "db" / "schema.sql"
    before = file.read_text()
    result = project.run("dump", url=database_url)
    assert (result.returncode, result.stderr) == (
        1,
        "error: the database lacks migration 20990101000000\n"
        "  hint: migrate it first: just db-migrate\n",
    )
    assert file.read_text() == before
    assert project.run("migrate", url=database_url).returncode == 0
    assert project.run("dump", url=database_url).returncode == 0
    assert "CREATE TABLE iam.t " in file.read_text()
