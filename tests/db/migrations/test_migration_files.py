from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.commands.migrations import create, find_folders, find_migrations, lint
from quern.errors import Diagnostic, QuernError
from tests.db.project_copy import ProjectCopy

NAME = "20260101000000_x.sql"
SHOWN = Path("db/migrations/iam") / NAME
SOUND = "-- migrate:up\nCREATE TABLE iam.t ();\n\n-- migrate:down\nDROP TABLE iam.t;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of migrations without any."""
    found = tmp_path / "db" / "migrations"
    (found / "iam").mkdir(parents=True)
    return found


def write(folder: Path, text: str, name: str = NAME, schema: str = "iam") -> None:
    (folder / schema).mkdir(exist_ok=True)
    (folder / schema / name).write_bytes(text.encode())


def mistakes(folder: Path, text: str, name: str = NAME) -> list[Diagnostic]:
    """Return what lint says about a folder with that one file."""
    write(folder, text, name)
    return lint(find_migrations(folder))


def place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    location = diagnostic.location
    assert location is not None
    return location.line, location.column, location.marked_text


# lint


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND.replace("\n", "\r\n"),
        "-- why\n\n" + SOUND,
        "--migrate:up\nSELECT 1\n--migrate:down\nSELECT 1",
        "-- migrate:up\n-- Nothing to do, because.\nSELECT 1;\n-- migrate:down\nSELECT 1;\n",
        "-- migrate:up transaction:false\nSELECT 1;\n-- migrate:down\nSELECT 1;\nSELECT 2;\n",
        "-- migrate:up transaction:false\nSELECT ';', $$;$$, \";\" /* ; */;\n"
        "-- migrate:down\nSELECT 1;\n",
        "-- migrate:up\nSET LOCAL lock_timeout = '1s';\nSET CONSTRAINTS ALL DEFERRED;\n"
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nset local x.y = 1;\n"
        "-- migrate:down\nSELECT 1;\n",
        "-- migrate:up\nUPDATE t SET a = 1;\nSELECT 'SET a = 1; SET b = 2';\n"
        "ALTER TABLE t ALTER a SET NOT NULL;\n-- SET a = 1;\n-- migrate:down\nSELECT 1;\n",
        "-- migrate:up\nCREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql\n"
        "    SET search_path = ''\nAS $$\nBEGIN\n    SET x = 1;\nEND\n$$;\n"
        "-- migrate:down\nDROP FUNCTION f();\n",
    ],
)
def test_lint_finds_nothing_in_a_sound_file(folder: Path, text: str) -> None:
    assert mistakes(folder, text) == []


@pytest.mark.parametrize(
    "name",
    [
        "2026_x.sql",
        "202601010000000_x.sql",
        "20260101000000.sql",
        "20260101000000_.sql",
        "20260101000000_X.sql",
        "20260101000000-x.sql",
        "20260101000000_x.up.sql",
        "x.sql",
    ],
)
def test_lint_finds_a_wrong_name(folder: Path, name: str) -> None:
    (found,) = mistakes(folder, SOUND, name)
    assert found.code == "migration-name"
    assert found.message == "the file is not named <14-digit version>_<name>.sql"
    assert found.hint == "just db-new SCHEMA NAME makes a file with a right name"
    assert found.file == SHOWN.with_name(name)


@pytest.mark.parametrize("text", ["", "SELECT 1;\n", "-- migrate:down\nSELECT 1;\n", "-- migrate"])
def test_lint_finds_a_missing_up(folder: Path, text: str) -> None:
    (found,) = mistakes(folder, text)
    assert (found.code, found.message) == ("no-up", "no -- migrate:up line")
    assert (found.file, found.hint) == (SHOWN, "start the file with one")


@pytest.mark.parametrize(
    "text", ["-- migrate:up\nSELECT 1;\n", "-- migrate:down\nSELECT 1;\n-- migrate:up\nSELECT 1;\n"]
)
def test_lint_finds_a_missing_down(folder: Path, text: str) -> None:
    (found,) = mistakes(folder, text)
    assert (found.code, found.message) == ("no-down", "no -- migrate:down line")
    assert found.file == SHOWN
    assert found.hint == "end the file with -- migrate:down and what undoes the migration"


@pytest.mark.parametrize("nothing", ["", "\n\n", "-- later\n", "/* ; */\n", ";\n;;\n"])
@pytest.mark.parametrize("part", ["up", "down"])
def test_lint_finds_a_part_that_does_nothing(folder: Path, part: str, nothing: str) -> None:
    up, down = (nothing, "SELECT 1;\n") if part == "up" else ("SELECT 1;\n", nothing)
    (found,) = mistakes(folder, f"-- migrate:up\n{up}-- migrate:down\n{down}")
    assert (found.code, found.message) == (f"empty-{part}", f"the {part} part does nothing")
    assert found.hint is not None
    assert found.hint.startswith("write what it does; SELECT 1; with the reason")


@pytest.mark.parametrize(
    "statement",
    [
        "SET search_path = iam",
        "set search_path to iam",
        "SET SESSION lock_timeout = 1",
        "SET ROLE postgres",
        "SET /* LOCAL */ a.b = 1",
    ],
)
def test_lint_finds_a_plain_set(folder: Path, statement: str) -> None:
    text = f"-- migrate:up\nSELECT 1;\n  {statement};\n-- migrate:down\nSELECT 1;\n"
    (found,) = mistakes(folder, text)
    assert found.code == "plain-set"
    assert found.message == "SET stays in force for all migrations after this one"
    assert found.hint == "write SET LOCAL, or qualify the names"
    assert place(found) == (3, 3, statement[:3])


def test_lint_finds_a_plain_set_on_the_way_down(folder: Path) -> None:
    text = "-- migrate:up\nSELECT 1;\n-- migrate:down\nSET a.b = 1;\nSELECT 1;\n"
    (found,) = mistakes(folder, text)
    assert (found.code, place(found)) == ("plain-set", (4, 1, "SET"))


def test_lint_finds_several_statements_outside_a_transaction(folder: Path) -> None:
    text = (
        "-- migrate:up transaction:false\nSELECT ';';\n\n  CREATE INDEX i ON t (a);\nSELECT 3;\n"
        "-- migrate:down\nSELECT 1;\n"
    )
    (found,) = mistakes(folder, text)
    assert found.code == "several-statements"
    assert found.message == "more than one statement in a migration with transaction:false"
    hint = "sent as one text they are one transaction all the same: split the file"
    assert (found.hint, place(found)) == (hint, (4, 3, "CREATE"))


def test_lint_finds_several_statements_outside_a_transaction_on_the_way_down(folder: Path) -> None:
    text = (
        "-- migrate:up\nSELECT 1;\n-- migrate:down transaction:false\n"
        "DROP INDEX CONCURRENTLY i;\nSELECT 2;\n"
    )
    (found,) = mistakes(folder, text)
    assert (found.code, place(found)) == ("several-statements", (5, 1, "SELECT"))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE INDEX CONCURRENTLY i ON t (a)",
        "CREATE UNIQUE INDEX concurrently i ON t (a)",
        "DROP INDEX CONCURRENTLY i",
        "REINDEX TABLE CONCURRENTLY t",
        "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
    ],
)
@pytest.mark.parametrize("part", ["up", "down"])
def test_lint_finds_concurrently_in_a_transaction(folder: Path, part: str, statement: str) -> None:
    parts = {"up": "SELECT 1", "down": "SELECT 1", part: statement}
    text = "-- migrate:up\n{up};\n-- migrate:down\n{down};\n".format_map(parts)
    (found,) = mistakes(folder, text)
    assert found.code == "concurrently-in-transaction"
    assert found.message == "CONCURRENTLY does not run in a transaction, which this file is"
    hint = f"write -- migrate:{part} transaction:false, with this one statement in the file"
    assert found.hint == hint
    line, _, word = place(found)
    assert (line, word.upper()) == (2 if part == "up" else 4, "CONCURRENTLY")
    options = f"-- migrate:{part} transaction:false"
    assert mistakes(folder, text.replace(f"-- migrate:{part}", options)) == []


def test_a_view_may_be_refreshed_concurrently_in_a_transaction(folder: Path) -> None:
    up = "REFRESH MATERIALIZED VIEW CONCURRENTLY v; COMMENT ON TABLE t IS 'CONCURRENTLY';"
    assert mistakes(folder, f"-- migrate:up\n{up}\n-- migrate:down\nSELECT 1;\n") == []


def test_lint_finds_one_version_in_two_folders(folder: Path) -> None:
    write(folder, SOUND, "20260101000000_first.sql", "iam")
    write(folder, SOUND, "20260101000000_second.sql", "llm")
    (found,) = lint(find_migrations(folder))
    assert found.code == "duplicate-version"
    other = "db/migrations/iam/20260101000000_first.sql"
    assert found.message == f"version 20260101000000 is also that of {other}"
    assert found.file == Path("db/migrations/llm/20260101000000_second.sql")
    assert found.hint == "rename the newer file: just db-new SCHEMA NAME makes a version"


def test_lint_finds_each_further_file_of_one_version(folder: Path) -> None:
    for name in ("a", "b", "c"):
        write(folder, SOUND, f"20260101000000_{name}.sql")
    found = lint(find_migrations(folder))
    files = [diagnostic.file.name for diagnostic in found]
    assert files == ["20260101000000_b.sql", "20260101000000_c.sql"]


def test_lint_finds_all_mistakes_of_all_files(folder: Path) -> None:
    write(folder, "SELECT 1;\n", "x.sql")
    write(folder, "-- migrate:up\nSET a.b = 1;\n", "20260101000001_y.sql", "llm")
    codes = {diagnostic.code for diagnostic in lint(find_migrations(folder))}
    assert codes == {"migration-name", "no-up", "no-down", "plain-set"}


def test_the_command_shows_the_mistakes_and_fails(project: ProjectCopy) -> None:
    shown = project.write_migration(NAME, "-- migrate:up\nSET a.b = 1;\n")
    result = project.run("lint")
    assert result.returncode == 1
    assert result.stderr == (
        "error[no-down]: no -- migrate:down line\n"
        f"  --> {shown}\n"
        "  = hint: end the file with -- migrate:down and what undoes the migration\n"
        "\n"
        "error[plain-set]: SET stays in force for all migrations after this one\n"
        f" --> {shown}:2:1\n"
        "  |\n"
        "2 | SET a.b = 1;\n"
        "  | ^^^\n"
        "  = hint: write SET LOCAL, or qualify the names\n"
        "\n"
        "2 errors; see db/README.md for the rules of migrations\n"
    )


def test_the_command_says_nothing_where_nothing_is_wrong(project: ProjectCopy) -> None:
    result = project.run("lint")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_lint_finds_a_file_with_a_byte_order_mark(folder: Path) -> None:
    (folder / "iam" / NAME).write_bytes(b"\xef\xbb\xbf" + SOUND.encode())
    (found,) = lint(find_migrations(folder))
    assert (found.code, found.file) == ("byte-order-mark", SHOWN)


def test_lint_finds_a_file_that_is_not_utf_8(folder: Path) -> None:
    (folder / "iam" / NAME).write_bytes(SOUND.encode() + b"-- \xe9\n")
    (found,) = lint(find_migrations(folder))
    assert found.file == SHOWN


# find


def test_migrations_of_all_folders_are_found_in_the_order_of_their_names(folder: Path) -> None:
    write(folder, SOUND, "20260101000003_a.sql", "iam")
    write(folder, SOUND, "20260101000001_z.sql", "iam")
    write(folder, SOUND, "20260101000002_m.sql", "llm")
    names = [migration.path.name for migration in find_migrations(folder)]
    assert names == ["20260101000001_z.sql", "20260101000002_m.sql", "20260101000003_a.sql"]


def test_a_file_that_is_no_sql_is_no_migration(folder: Path) -> None:
    (folder / "README.md").write_text("about")
    (folder / "iam" / "notes.txt").write_text("about")
    assert find_migrations(folder) == []
    assert find_folders(folder) == [folder / "iam"]


# create


def test_create_makes_a_file_to_fill_in(folder: Path) -> None:
    (folder / "llm").mkdir()
    path = create("llm", "add_nickname", folder)
    assert (path.parent, path.read_text()) == (
        folder / "llm",
        "-- migrate:up\n\n\n-- migrate:down\n\n",
    )
    found = {diagnostic.code for diagnostic in lint(find_migrations(folder))}
    assert found == {"empty-up", "empty-down"}


def test_create_gives_the_time_of_now_for_a_version(folder: Path) -> None:
    before = datetime.now(UTC).replace(microsecond=0)
    version = create("iam", "x", folder).name[:14]
    made = datetime.strptime(version, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    assert before <= made <= before + timedelta(minutes=1)


def test_create_gives_a_version_after_all_others(folder: Path) -> None:
    write(folder, SOUND, "20991231235959_last.sql", "llm")
    paths = [create("iam", name, folder) for name in ("x", "y")]
    assert [path.name for path in paths] == ["21000101000000_x.sql", "21000101000001_y.sql"]


@pytest.mark.parametrize("word", ["", "Iam", "1am", "a-b", "a b", "../iam", "é", "iam\n"])
def test_create_refuses_a_schema_or_a_name_that_is_no_lower_case_word(
    folder: Path, word: str
) -> None:
    for schema, name in ((word, "name"), ("iam", word)):
        with pytest.raises(QuernError, match="is not a name in lower case with _") as caught:
            create(schema, name, folder)
        assert caught.value.hint == "for example: just db-new iam add_nickname_to_users"
    assert find_migrations(folder) == []


def test_create_refuses_a_schema_that_has_no_folder(folder: Path) -> None:
    (folder / "llm").mkdir()
    with pytest.raises(QuernError) as caught:
        create("lmm", "x", folder)
    assert caught.value.message == "no schema has the name lmm; there are iam, llm"
    assert caught.value.hint == "if it is a new one: mkdir db/migrations/lmm"
    (folder / "lmm").mkdir()
    assert create("lmm", "x", folder).parent == folder / "lmm"


def test_the_command_prints_the_file_it_made(project: ProjectCopy) -> None:
    result = project.run("new", "iam", "add_nickname_to_users")
    assert result.returncode == 0
    made = project.root / result.stdout.strip()
    assert made.parent == project.migrations / "iam"
    assert made.name.endswith("_add_nickname_to_users.sql")
    assert made.exists()


def test_create_takes_other_versions_for_what_they_are(folder: Path) -> None:
    write(folder, SOUND, "20269999999999_no_time.sql")
    assert create("iam", "x", folder).name > "20269999999999"
