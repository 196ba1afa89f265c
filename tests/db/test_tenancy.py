from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from db.commands.catalogue.read import read_catalogue
from db.commands.findings import Finding
from db.commands.tenancy import FILE, Entry, as_markdown, check_tenancy, load_tenancy
from quern.errors import QuernError


def entry(tenancy: str = "system", rest: str = "") -> str:
    return f'[app.t]\nclass = "{tenancy}"\n{rest}\n'


def load(tmp_path: Path, text: str) -> tuple[Entry, ...]:
    (tmp_path / "db").mkdir(exist_ok=True)
    file = tmp_path / "db" / "tenancy.toml"
    file.write_text(text)
    return load_tenancy(file)


# the file


def test_an_entry_says_whose_rows_a_table_holds(tmp_path: Path) -> None:
    rest = 'administrators = true\nsecrets = ["a", "b"]\nnote = "said"'
    assert load(tmp_path, entry("tenant", rest)) == (
        Entry("app.t", "tenant", "team_id", False, True, ("a", "b"), "said"),
    )


@pytest.mark.parametrize(
    ("tenancy", "key"),
    [("tenant", "team_id"), ("user", "user_id"), ("global-read", None), ("system", None)],
)
def test_each_class_has_its_key(tmp_path: Path, tenancy: str, key: str | None) -> None:
    (loaded,) = load(tmp_path, entry(tenancy))
    assert (loaded.tenancy, loaded.key) == (tenancy, key)


def test_an_entry_may_name_another_key(tmp_path: Path) -> None:
    (loaded,) = load(tmp_path, entry("user", 'key = "owner_id"'))
    assert loaded.key == "owner_id"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[app.t]\n", "[app.t] of {} has no class"),
        (entry("team"), "[app.t] of {} has class 'team', which is none"),
        (entry("user", "scret = 1"), "[app.t] of {} has a key 'scret' that means nothing"),
        (entry("user", 'secrets = "a"'), "secrets of [app.t] of {} is no list of texts"),
        (
            entry("user", "administrators = 1"),
            "administrators of [app.t] of {} is not true or false",
        ),
        (entry("user", 'note = ""'), "[app.t] of {} has no note"),
        (
            entry("system", 'key = "id"'),
            "[app.t] of {} has a key, and is of class system, whose rows are nobody's",
        ),
        (
            entry("user", "key_may_be_null = true"),
            "[app.t] of {} has rows that may be nobody's, and does not say who sees them",
        ),
        ("app = 1\n", "app of {} is no table"),
        ("[app]\nt = 1\n", "t of [app] of {} is no table"),
        (
            entry() + entry(),
            "{} is no TOML: Cannot declare ('app', 't') twice (at line 4, column 7)",
        ),
    ],
)
def test_an_entry_that_cannot_be_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(QuernError) as caught:
        load(tmp_path, text)
    assert caught.value.message == message.replace("{}", "db/tenancy.toml")
    assert caught.value.hint


# the database


SOUND: tuple[LiteralString, ...] = (
    "CREATE TABLE app.t (id integer, team_id integer NOT NULL, user_id integer NOT NULL, s text)",
    "ALTER TABLE app.t ENABLE ROW LEVEL SECURITY",
    "GRANT USAGE ON SCHEMA app TO application_user, application_readonly",
    "GRANT SELECT (id, team_id), INSERT (s) ON app.t TO application_user, application_readonly",
    "GRANT SELECT ON app.t TO application_system",
)


def check(
    connection: psycopg.Connection, tmp_path: Path, text: str, *statements: LiteralString
) -> dict[str, Finding]:
    """Run statements, and return what the check then finds, by key."""
    for statement in statements:
        connection.execute(statement)
    found = check_tenancy(load(tmp_path, text), read_catalogue(connection), connection)
    return {finding.key: finding for finding in found}


@pytest.mark.parametrize("tenancy", ["tenant", "user", "global-read", "system"])
def test_nothing_is_found_where_the_database_is_as_the_file_says(
    blank: psycopg.Connection, tmp_path: Path, tenancy: str
) -> None:
    assert not check(blank, tmp_path, entry(tenancy, 'secrets = ["s"]'), *SOUND)


def test_a_table_that_is_not_listed_is_found(blank: psycopg.Connection, tmp_path: Path) -> None:
    (finding,) = check(blank, tmp_path, "", *SOUND).values()
    assert finding.key == "unlisted-table app.t"
    assert finding.message.startswith("app.t is not in db/tenancy.toml")


def test_a_table_that_is_not_there_is_found(blank: psycopg.Connection, tmp_path: Path) -> None:
    (finding,) = check(blank, tmp_path, entry()).values()
    assert finding.key == "no-such-table app.t"


def test_views_and_partitions_are_not_listed(blank: psycopg.Connection, tmp_path: Path) -> None:
    made = (
        "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
        "ALTER TABLE app.t ENABLE ROW LEVEL SECURITY",
        "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
        "CREATE VIEW app.v AS SELECT 1 AS one",
    )
    assert not check(blank, tmp_path, entry(), *made)


@pytest.mark.parametrize(("tenancy", "key"), [("tenant", "team_id"), ("user", "user_id")])
def test_a_key_that_is_missing_or_may_be_null_is_found(
    blank: psycopg.Connection, tmp_path: Path, tenancy: str, key: LiteralString
) -> None:
    text = entry(tenancy)
    nullable = "ALTER TABLE app.t ALTER COLUMN " + key + " DROP NOT NULL"
    (finding,) = check(blank, tmp_path, text, *SOUND, nullable).values()
    assert finding.key == "no-tenancy-key app.t"
    assert finding.message.endswith("and it may be NULL")
    assert not check(
        blank, tmp_path, entry(tenancy, 'key_may_be_null = true\nnote = "nobody sees those"')
    )
    (finding,) = check(
        blank, tmp_path, text, "ALTER TABLE app.t DROP COLUMN " + key + " CASCADE"
    ).values()
    assert finding.message.endswith("and there is no such column")
    assert not check(
        blank, tmp_path, entry(tenancy, 'key = "id"'), "ALTER TABLE app.t ALTER id SET NOT NULL"
    )


def test_a_table_without_row_security_is_found(blank: psycopg.Connection, tmp_path: Path) -> None:
    off = "ALTER TABLE app.t DISABLE ROW LEVEL SECURITY"
    assert set(check(blank, tmp_path, entry(), *SOUND, off)) == {
        "tenancy-without-row-security app.t"
    }


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
@pytest.mark.parametrize(
    "grant",
    [
        "GRANT SELECT ON app.t TO {}",
        "GRANT SELECT (s) ON app.t TO {}",
        "GRANT SELECT ON app.t TO PUBLIC",
    ],
)
def test_a_secret_that_a_person_may_read_is_found(
    blank: psycopg.Connection, tmp_path: Path, role: LiteralString, grant: LiteralString
) -> None:
    given = grant.replace("{}", role)
    found = check(blank, tmp_path, entry("system", 'secrets = ["s"]'), *SOUND, given)
    key = f"readable-secret app.t {role} s"
    assert key in found
    assert found[key].message == f"{role} may read s of app.t, which is secret"
    taken = given.replace("GRANT", "REVOKE").replace(" TO ", " FROM ")
    assert not check(blank, tmp_path, entry("system", 'secrets = ["s"]'), taken)


def test_a_secret_that_is_no_column_is_found(blank: psycopg.Connection, tmp_path: Path) -> None:
    found = check(blank, tmp_path, entry("system", 'secrets = ["x"]'), *SOUND)
    assert set(found) == {"no-such-secret app.t x"}


@pytest.mark.parametrize("role", ["application_user", "application_readonly", "PUBLIC"])
def test_a_system_table_that_lets_persons_in_is_found(
    blank: psycopg.Connection, tmp_path: Path, role: LiteralString
) -> None:
    made = "CREATE POLICY p ON app.t TO " + role + " USING (true) WITH CHECK (true)"
    found = check(blank, tmp_path, entry(), *SOUND, made)
    assert set(found) == {"persons-in-system-table app.t p"}
    assert not check(blank, tmp_path, entry("system", "administrators = true"))


def test_the_policy_of_the_system_lets_no_person_in(
    blank: psycopg.Connection, tmp_path: Path
) -> None:
    made = "CREATE POLICY p ON app.t TO application_system USING (true) WITH CHECK (true)"
    assert not check(blank, tmp_path, entry(), *SOUND, made)


def test_the_projects_own_database_is_as_its_file_says(connection: psycopg.Connection) -> None:
    found = check_tenancy(load_tenancy(FILE), read_catalogue(connection), connection)
    assert [finding.key for finding in found] == []


# the table in db/README.md


def test_the_table_tells_all_that_the_entries_say(tmp_path: Path) -> None:
    text = entry("user", 'key = "id"\nadministrators = true\nsecrets = ["a", "b"]\nnote = "x | y"')
    assert as_markdown(load(tmp_path, text + '[app.u]\nclass = "system"\n')) == (
        "| table | class | secret columns | what else |\n"
        "|---|---|---|---|\n"
        "| `app.t` | user | `a`, `b` | by `id`; x \\| y; administrators are let in |\n"
        "| `app.u` | system |  |  |"
    )
