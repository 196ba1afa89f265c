"""Which database a command talks to, making it ready, and what is said when it cannot be had."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from quern.config import Config, EmbeddedConfig
from quern.connection import Connection, connect, described
from quern.database import Database, migrate, open_database
from quern.errors import DatabaseError
from quern.provision import prepare
from tests.postgres import Databases

UNREACHABLE = "postgres://somebody:secret@127.0.0.1:1/nothing"


def _config(root: Path, **embedded: object) -> Config:
    return Config(root, embedded=EmbeddedConfig(**embedded))  # type: ignore[arg-type]  # as given


def test_the_url_of_the_command_line_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://from/environment")
    with open_database(Config(tmp_path), "postgres://from/line") as database:
        assert (database.url, database.origin) == ("postgres://from/line", "--database-url")


def test_database_url_of_the_environment_comes_second(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://from/environment")
    with open_database(Config(tmp_path)) as database:
        assert (database.url, database.origin) == ("postgres://from/environment", "DATABASE_URL")
        assert database.server is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgres://me:secret@example.org:5433/shop", "shop at example.org:5433 as me (here)"),
        (
            "host=example.org dbname=shop user=me password=secret",
            "shop at example.org as me (here)",
        ),
        ("postgres:///shop?host=/tmp/run&user=me", "shop at /tmp/run as me (here)"),
        ("postgres:///shop", "shop at the local socket as ? (here)"),
        ("nonsense with a secret", "what here says"),
    ],
)
def test_a_database_is_described_without_its_password(url: str, words: str) -> None:
    assert described(Database(url, "here")) == words


def test_a_database_that_does_not_answer_is_said_with_what_was_tried() -> None:
    with pytest.raises(DatabaseError) as caught:
        connect(Database(UNREACHABLE, "DATABASE_URL"))
    text = caught.value.render()
    assert "nothing at 127.0.0.1:1 as somebody (DATABASE_URL) does not answer" in text
    assert "Connection refused" in text
    assert "correct the URL" in text


@pytest.mark.parametrize(
    "url",
    [
        UNREACHABLE,
        "postgres://me:secret@127.0.0.1:port/nothing",
        "postgres//me:secret@127.0.0.1/nothing",
        "postgres://me:secret%zz@127.0.0.1/nothing",
        "postgres://me:secret@[::1/nothing",
        "host=127.0.0.1 port=1 password=secret nonsense",
        "host=127.0.0.1 port=1 password='secret",
        "me:secret",
    ],
)
def test_a_password_is_never_shown(url: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        connect(Database(url, "DATABASE_URL"))
    assert "secret" not in caught.value.render()
    assert "DATABASE_URL" in caught.value.render()


def test_a_wrong_database_name_is_said(clean_url: str) -> None:
    url = make_conninfo(clean_url, dbname="there_is_none")
    with pytest.raises(DatabaseError, match='database "there_is_none" does not exist'):
        connect(Database(url, "test"))


def test_a_connection_is_in_autocommit_mode(clean_url: str) -> None:
    with connect(Database(clean_url, "test")) as connection:
        assert connection.autocommit


def test_settings_are_added_to_those_of_the_url(clean_url: str) -> None:
    url = f"{clean_url}&options=-c%20work_mem%3D5MB"
    with connect(Database(url, "test"), options="-c search_path=pg_catalog") as connection:
        row = connection.execute(
            "SELECT current_setting('work_mem'), current_setting('search_path')"
        )
        assert row.fetchone() == ("5MB", "pg_catalog")


# The command for migrations ----------------------------------------------------------------------


def _script(tmp_path: Path, text: str) -> str:
    """Write a script of Python; return the command that runs it."""
    (tmp_path / "script.py").write_text(text)
    return "python script.py"


def test_no_command_for_migrations_does_nothing(tmp_path: Path) -> None:
    migrate(_config(tmp_path), Database("url", "test"))


def test_the_command_runs_in_the_folder_of_the_project_with_the_url(tmp_path: Path) -> None:
    command = _script(
        tmp_path,
        "import os, sys, pathlib\n"
        "found = [os.getcwd(), os.environ['DATABASE_URL'], sys.executable]\n"
        "pathlib.Path('found').write_text('\\n'.join(found))\n",
    )
    migrate(_config(tmp_path, migrate=command), Database("postgres://here", "test"))
    folder, url, interpreter = (tmp_path / "found").read_text().split("\n")
    assert (folder, url) == (str(tmp_path), "postgres://here")
    assert Path(interpreter).parent == Path(sys.executable).parent


def test_what_the_command_prints_goes_to_standard_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    migrate(_config(tmp_path, migrate=_script(tmp_path, "print('hello')")), Database("url", "test"))
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", "hello\n")


def test_a_command_that_fails_is_an_error_with_its_status(tmp_path: Path) -> None:
    command = _script(tmp_path, "raise SystemExit(3)")
    with pytest.raises(DatabaseError, match=r"failed with status 3: python script\.py"):
        migrate(_config(tmp_path, migrate=command), Database("url", "test"))


@pytest.mark.parametrize("command", ["there-is-no-such-command", "", "  ", "python 'open", "."])
def test_a_command_that_cannot_be_run_is_a_clear_error(tmp_path: Path, command: str) -> None:
    with pytest.raises(DatabaseError, match="the command for migrations cannot be run"):
        migrate(_config(tmp_path, migrate=command), Database("url", "test"))


# Making a database ready -------------------------------------------------------------------------


@pytest.fixture
def name(databases: Databases) -> str:
    """The name of a database that does not exist yet, and is dropped afterwards."""
    made = databases.empty()
    databases.drop(made)
    return made


def _owner(connection: Connection, database: str) -> object:
    query = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s"
    return connection.execute(query, [database]).fetchone()


def test_a_database_is_made_with_its_owner_and_extensions(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    config = _config(tmp_path, owner="application_owner", extensions=("vector",))
    prepare(databases.server.administrator, config, name)
    try:
        with databases.server.administrator(name) as connection:
            assert _owner(connection, name) == ("application_owner",)
            query = "SELECT count(*) FROM pg_extension WHERE extname = 'vector'"
            assert connection.execute(query).fetchone() == (1,)
    finally:
        databases.drop(name)


def test_a_database_that_is_there_is_left_as_it_is(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    config = _config(tmp_path, owner="application_owner")
    prepare(databases.server.administrator, config, name)
    try:
        with psycopg.connect(databases.server.owner_url(name), autocommit=True) as connection:
            connection.execute("CREATE TABLE t ()")
            prepare(databases.server.administrator, config, name)
            assert connection.execute("SELECT to_regclass('t')::text").fetchone() == ("t",)
    finally:
        databases.drop(name)


def test_several_at_once_make_one_database(databases: Databases, name: str, tmp_path: Path) -> None:
    config = _config(tmp_path, owner="application_owner", extensions=("vector",))
    try:
        with ThreadPoolExecutor(6) as pool:
            prepared = databases.server.administrator, config, name
            runs = [pool.submit(prepare, *prepared) for _ in range(6)]
            assert [run.result() for run in runs] == [None] * 6
    finally:
        databases.drop(name)


def test_the_file_of_the_roles_is_run_before_the_owner_is_needed(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    (tmp_path / "roles.sql").write_text(f"CREATE ROLE {name}_owner;\nSELECT 1;\n")
    config = _config(tmp_path, roles="roles.sql", owner=f"{name}_owner")
    prepare(databases.server.administrator, config, name)
    with databases.server.administrator() as connection:
        owner = _owner(connection, name)
        databases.drop(name)
        connection.execute(f"DROP ROLE {name}_owner".encode())
    assert owner == (f"{name}_owner",)


def test_a_missing_file_of_roles_is_a_clear_error(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseError, match="the file of the roles cannot be read") as caught:
        prepare(databases.server.administrator, _config(tmp_path, roles="none.sql"), name)
    assert "[tool.codegen.embedded]" in str(caught.value.hint)


def test_a_failing_file_of_roles_is_a_clear_error(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    (tmp_path / "roles.sql").write_text("CREATE ROLL nobody;")
    with pytest.raises(DatabaseError, match=r'roles\.sql failed: syntax error at or near "ROLL"'):
        prepare(databases.server.administrator, _config(tmp_path, roles="roles.sql"), name)


def test_an_owner_that_does_not_exist_is_a_clear_error(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    with pytest.raises(DatabaseError, match='role "nobody_at_all" does not exist'):
        prepare(databases.server.administrator, _config(tmp_path, owner="nobody_at_all"), name)


def test_an_extension_that_cannot_be_had_is_a_clear_error(
    databases: Databases, name: str, tmp_path: Path
) -> None:
    config = _config(tmp_path, owner="application_owner", extensions=("no_such_thing",))
    try:
        with pytest.raises(DatabaseError, match='extension "no_such_thing" is not available'):
            prepare(databases.server.administrator, config, name)
    finally:
        databases.drop(name)
