from pathlib import Path

import pytest

from db.commands.migrations import find_migrations
from db.commands.squawk import Rules, lint, load_rules
from quern.errors import Diagnostic, QuernError
from tests.db.project_copy import ProjectCopy

OLD = "20260101000000_x.sql"
NEW = "20991231235959_x.sql"
TIMEOUT = "SET LOCAL lock_timeout = '5s';\n"
ALL = Rules(included=(), off={}, off_before=frozenset(), first_release="")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of migrations without any."""
    found = tmp_path / "db" / "migrations"
    (found / "iam").mkdir(parents=True)
    return found


def write(folder: Path, up: str, name: str = OLD, options: str = "") -> None:
    text = f"-- migrate:up{options}\n{up}\n-- migrate:down\nDROP TABLE iam.t;\nDROP TABLE iam.u;\n"
    (folder / "iam" / name).write_text(text, "utf-8")


def found_in(
    folder: Path, up: str, name: str = OLD, rules: Rules | None = None
) -> list[Diagnostic]:
    """Return what squawk says about a folder with that one file."""
    write(folder, up, name)
    return lint(find_migrations(folder), rules)


def codes(found: list[Diagnostic]) -> set[str]:
    return {diagnostic.code for diagnostic in found}


def place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    location = diagnostic.location
    assert location is not None
    return location.line, location.column, location.marked_text


# what is found


def test_a_finding_has_its_place_and_what_to_do(folder: Path) -> None:
    up = "SELECT 1;\n  ALTER TABLE iam.t DROP COLUMN a;"
    (found,) = [d for d in found_in(folder, up) if d.code == "ban-drop-column"]
    assert found.file == Path("db/migrations/iam") / OLD
    assert found.message == "Dropping a column may break existing clients"
    assert found.hint == "if it is right as it is: -- squawk-ignore ban-drop-column"
    assert place(found) == (3, 21, "DROP COLUMN a")


def test_a_place_behind_letters_of_several_bytes_is_counted_in_letters(folder: Path) -> None:
    up = "ALTER TABLE iam.é ADD b bigint, DROP COLUMN é;"
    (found,) = [d for d in found_in(folder, up) if d.code == "ban-drop-column"]
    assert place(found) == (2, 33, "DROP COLUMN é")


def test_what_spans_lines_is_marked_up_to_the_end_of_its_first_one(folder: Path) -> None:
    up = "ALTER TABLE iam.t\n    DROP COLUMN\n    é;"
    (found,) = [d for d in found_in(folder, up) if d.code == "ban-drop-column"]
    assert place(found) == (3, 5, "DROP COLUMN")


def test_squawks_own_advice_is_the_hint(folder: Path) -> None:
    (found,) = found_in(folder, f"{TIMEOUT}CREATE INDEX i ON iam.t (a);", NEW)
    assert found.hint == "Use `concurrently` to avoid blocking writes."


def test_a_time_out_for_locks_is_to_be_set_for_the_one_transaction(folder: Path) -> None:
    (found,) = found_in(folder, "ALTER TABLE iam.t ADD COLUMN a bigint;", NEW)
    assert found.code == "require-lock-timeout"
    assert found.hint == "write SET LOCAL lock_timeout = '5s'; as the first statement"
    up = "SET LOCAL lock_timeout = '5s';\nALTER TABLE iam.t ADD COLUMN a bigint;"
    assert found_in(folder, up, NEW) == []


def test_the_down_part_may_drop_what_it_likes(folder: Path) -> None:
    assert codes(found_in(folder, "DROP TABLE iam.t;")) == {"ban-drop-table"}
    assert found_in(folder, "SELECT 1;", rules=ALL) == []


def test_sql_that_squawk_cannot_read_is_told(folder: Path) -> None:
    found = found_in(folder, "SELECT FROM WHERE;")
    assert codes(found) == {"syntax-error"}
    assert place(found[0])[0] == 2


def test_a_name_without_a_schema_is_found(folder: Path) -> None:
    assert codes(found_in(folder, "CREATE TABLE t (a bigint);")) == {"require-table-schema"}


def test_all_findings_of_all_files_are_told(folder: Path) -> None:
    write(folder, "ALTER TABLE iam.t DROP COLUMN a;", "20260101000001_a.sql")
    write(folder, "ALTER TABLE iam.t DROP COLUMN b;", "20260101000002_b.sql")
    files = [d.file.name for d in lint(find_migrations(folder)) if d.code == "ban-drop-column"]
    assert files == ["20260101000001_a.sql", "20260101000002_b.sql"]


@pytest.mark.parametrize("text", [b"\xff", b"", b"DROP TABLE iam.t;"])
def test_a_file_that_is_no_migration_is_passed_over(folder: Path, text: bytes) -> None:
    (folder / "iam" / OLD).write_bytes(text)
    assert lint(find_migrations(folder)) == []


def test_the_projects_own_migrations_are_sound() -> None:
    assert lint(find_migrations()) == []


# which rules count


def test_a_comment_switches_a_rule_off_for_one_statement(folder: Path) -> None:
    ignore = "-- squawk-ignore ban-drop-column\n"
    up = f"{ignore}ALTER TABLE iam.t DROP COLUMN a;\nALTER TABLE iam.t DROP COLUMN b;"
    (found,) = [d for d in found_in(folder, up) if d.code == "ban-drop-column"]
    assert place(found)[0] == 4


LOCKING = {
    "constraint-missing-not-valid": "ALTER TABLE iam.t ADD CONSTRAINT c CHECK (a > 0);",
    "adding-foreign-key-constraint":
        "ALTER TABLE iam.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES iam.u (id);",
    "disallowed-unique-constraint": "ALTER TABLE iam.t ADD CONSTRAINT u UNIQUE (a);",
    "adding-not-nullable-field": "ALTER TABLE iam.t ALTER COLUMN a SET NOT NULL;",
    "adding-required-field": "ALTER TABLE iam.t ADD COLUMN a bigint NOT NULL;",
    "adding-field-with-default":
        "ALTER TABLE iam.t ADD COLUMN a uuid NOT NULL DEFAULT gen_random_uuid();",
    "changing-column-type": "ALTER TABLE iam.t ALTER COLUMN a TYPE text;",
    "ban-drop-constraint": "ALTER TABLE iam.t DROP CONSTRAINT c;",
    "require-concurrent-index-creation": "CREATE INDEX i ON iam.t (a);",
    "require-lock-timeout": "ALTER TABLE iam.t ADD COLUMN a bigint;",
}  # fmt: skip


@pytest.mark.parametrize("rule", LOCKING)
def test_what_locks_tables_is_refused_from_the_first_release_on(folder: Path, rule: str) -> None:
    assert rule not in codes(found_in(folder, LOCKING[rule], OLD))
    (folder / "iam" / OLD).unlink()
    assert rule in codes(found_in(folder, LOCKING[rule], NEW))


NOT_ABOUT_ROWS = {"ban-drop-constraint", "require-lock-timeout"}


@pytest.mark.parametrize("rule", sorted(LOCKING.keys() - NOT_ABOUT_ROWS))
def test_on_a_table_that_the_same_file_makes_it_locks_nobody_out(folder: Path, rule: str) -> None:
    up = f"{TIMEOUT}CREATE TABLE iam.t (a bigint);\n{LOCKING[rule]}"
    assert found_in(folder, up, NEW) == []


@pytest.mark.parametrize(
    "up",
    [
        "CREATE TABLE iam.other (a bigint);\nCREATE INDEX i ON iam.t (a);",
        "CREATE TABLE llm.t (a bigint);\nCREATE INDEX i ON iam.t (a);",
        'CREATE TABLE iam."T" (a bigint);\nCREATE INDEX i ON iam.t (a);',
        "CREATE TABLE IF NOT EXISTS iam.t (a bigint);\nCREATE INDEX i ON iam.t (a);",
        "CREATE INDEX i ON iam.t (a);\nCREATE TABLE iam.t (a bigint);",
        "-- CREATE TABLE iam.t (a bigint);\nCREATE INDEX i ON iam.t (a);",
    ],
)
def test_a_table_that_was_there_before_is_locked(folder: Path, up: str) -> None:
    found = found_in(folder, TIMEOUT + up, NEW)
    assert codes(found) == {"require-concurrent-index-creation"}


@pytest.mark.parametrize(
    "up",
    [
        'create unlogged table iam.t (a bigint);\nCREATE UNIQUE INDEX ON ONLY "iam"."t" (a);',
        "CREATE TABLE IAM.T (a bigint);\nSELECT 1;\nCREATE INDEX i ON iam . t USING btree (a);",
    ],
)
def test_a_new_table_is_known_however_it_is_written(folder: Path, up: str) -> None:
    assert found_in(folder, TIMEOUT + up, NEW) == []


def test_each_rule_that_waits_for_the_first_release_is_tried() -> None:
    assert load_rules().off_before == LOCKING.keys()


@pytest.mark.parametrize(
    ("rule", "up"),
    [
        ("prefer-robust-stmts", "ALTER TABLE iam.t ADD COLUMN a bigint;"),
        ("prefer-bigint-over-int", "ALTER TABLE iam.t ADD COLUMN a integer;"),
        ("prefer-bigint-over-smallint", "ALTER TABLE iam.t ADD COLUMN a smallint;"),
        ("prefer-text-field", "ALTER TABLE iam.t ADD COLUMN a varchar(3);"),
        ("require-statement-timeout", "ALTER TABLE iam.t ADD COLUMN a bigint;"),
    ],
)
def test_a_rule_that_is_off_would_find_something(folder: Path, rule: str, up: str) -> None:
    assert rule in codes(found_in(folder, up, NEW, rules=ALL))
    assert rule not in codes(found_in(folder, up, NEW))
    assert rule in load_rules().off


def test_a_new_migration_can_satisfy_all_rules(folder: Path) -> None:
    up = "SET LOCAL lock_timeout = '5s';\nALTER TABLE iam.t ADD COLUMN a bigint;"
    assert found_in(folder, up, NEW) == []
    write(folder, "CREATE INDEX CONCURRENTLY i ON iam.t (a);", NEW, " transaction:false")
    assert codes(lint(find_migrations(folder))) == set()


# squawk.toml


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[off]\nx = 1\n", "[off] of db/squawk.toml has no x"),
        ("of = 1\n", "db/squawk.toml has a key 'of' that means nothing"),
        ("off = 1\n", "off of db/squawk.toml is no table"),
        ("included = 'x'\n", "included of db/squawk.toml is no list of texts"),
        (
            "[before_first_release]\nrules = []\n",
            "[before_first_release] of db/squawk.toml has no first_release",
        ),
    ],
)
def test_settings_that_are_wrong_are_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "db").mkdir()
    file = tmp_path / "db" / "squawk.toml"
    file.write_text(text)
    with pytest.raises(QuernError) as caught:
        load_rules(file)
    assert caught.value.message == message


def test_a_rule_that_squawk_does_not_know_is_named(folder: Path) -> None:
    rules = Rules((), {"no-such-rule": "x"}, frozenset(), "")
    with pytest.raises(QuernError, match="no-such-rule") as caught:
        found_in(folder, "SELECT 1;", rules=rules)
    assert caught.value.hint == "its rules are named in db/squawk.toml"


def test_the_command_tells_what_squawk_finds(project: ProjectCopy) -> None:
    shown = project.write_migration(
        OLD, "-- migrate:up\nALTER TABLE iam.t DROP COLUMN a;\n-- migrate:down\nSELECT 1;\n"
    )
    result = project.run("lint")
    assert result.returncode == 1
    assert result.stderr == (
        "error[ban-drop-column]: Dropping a column may break existing clients\n"
        f" --> {shown}:2:19\n"
        "  |\n"
        "2 | ALTER TABLE iam.t DROP COLUMN a;\n"
        "  |                   ^^^^^^^^^^^^^\n"
        "  = hint: if it is right as it is: -- squawk-ignore ban-drop-column\n"
        "\n"
        "1 error; see db/README.md for the rules of migrations\n"
    )
