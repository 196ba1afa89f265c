"""Names and notes of parameters, from a query file to the generated function."""

from pathlib import Path, PurePosixPath

import psycopg
import pytest

from quern.analysis.analyse import Analysis, analyse
from quern.analysis.server import open_session
from quern.config import Config
from quern.database import Database
from quern.pipeline import run
from quern.source.parser import parse_file
from quern.source.span import SourceText

_SCHEMA = """
CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, nick text, "class" text)
"""


@pytest.fixture
def url(empty_url: str) -> str:
    with psycopg.connect(empty_url, autocommit=True) as connection:
        connection.execute(_SCHEMA)
    return empty_url


def _analyse(url: str, query: str) -> Analysis:
    source = SourceText(Path("users.sql"), f"-- name: q :exec\n{query}")
    parsed = parse_file(source, ("users",))
    assert parsed.diagnostics == ()
    with open_session(Database(url, "the test's")) as connection:
        return analyse(connection, parsed.queries)


def test_a_named_parameter_keeps_its_name(url: str) -> None:
    (query,) = _analyse(url, "UPDATE users SET nick = :handle WHERE id = :id").queries
    assert [(p.name, p.nullable) for p in query.parameters] == [("handle", True), ("id", False)]


def test_a_numbered_parameter_gets_a_name(url: str) -> None:
    (query,) = _analyse(url, "UPDATE users SET nick = $2 WHERE id = $1").queries
    assert [(p.name, p.nullable) for p in query.parameters] == [("id", False), ("nick", True)]


def test_the_reason_is_that_of_the_rule(url: str) -> None:
    (query,) = _analyse(url, "UPDATE users SET email = :email").queries
    assert query.parameters[0].why == "assigned to users.email, which is NOT NULL"


@pytest.mark.parametrize("name", ["nick", "p1"])
def test_a_note_goes_with_the_name_or_with_the_number(url: str, name: str) -> None:
    analysis = _analyse(url, f"-- @param {name}!: how to call them\nUPDATE users SET nick = $1")
    (parameter,) = analysis.queries[0].parameters
    assert (parameter.nullable, parameter.text) == (False, "how to call them")
    assert parameter.why == "-- @param says so"
    assert analysis.diagnostics == ()


def test_a_note_without_a_mark_leaves_null_to_the_rules(url: str) -> None:
    (query,) = _analyse(url, "-- @param nick: a name\nUPDATE users SET nick = $1").queries
    assert query.parameters[0].nullable


@pytest.mark.parametrize(
    ("name", "hint"),
    [("nic", "did you mean nick?"), ("x", "its parameters: nick ($1), id ($2)")],
)
def test_a_note_that_goes_with_no_parameter_is_a_mistake(url: str, name: str, hint: str) -> None:
    query = f"-- @param {name}: ?\nUPDATE users SET nick = $1 WHERE id = $2"
    (diagnostic,) = _analyse(url, query).diagnostics
    assert diagnostic.code == "unknown-parameter"
    assert diagnostic.hint == hint
    assert diagnostic.location is not None
    assert (diagnostic.location.line, diagnostic.location.column) == (2, 11)
    assert diagnostic.location.marked_text == name


def test_the_generated_function_has_the_names(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "queries"
    folder.mkdir()
    (folder / "users.sql").write_text(
        """\
-- name: rename_user :exec
-- @param p1: how to call them
UPDATE users SET nick = $1, "class" = $2 WHERE id = $3;

-- name: list_users :many
SELECT id FROM users WHERE id = ANY ($1) LIMIT $2;
"""
    )
    files = run(Config(tmp_path), Database(url, "the test's")).files
    text = " ".join(files[PurePosixPath("users.py")].split())
    assert "*, nick: str | None, class_: str | None, id: int, ) -> None:" in text
    assert ":param nick: how to call them" in text
    assert "*, ids: Sequence[int | None], limit: int" in text
