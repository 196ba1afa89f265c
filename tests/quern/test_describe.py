"""``quern describe`` outside a project: a schema file, a query file, a scratch server."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCHEMA = """
CREATE TABLE author (id int PRIMARY KEY, name text NOT NULL, tags text[] NOT NULL
    CHECK (array_position(tags, NULL) IS NULL));
CREATE TABLE post (
    id int PRIMARY KEY,
    author_id int NOT NULL REFERENCES author,
    editor_id int REFERENCES author,
    title text
);
"""
QUERIES = """
-- name: post_with_author :many
SELECT p.id, p.title, a.name AS author, e.name AS editor, a.tags
FROM post AS p
LEFT JOIN author AS a ON a.id = p.author_id
LEFT JOIN author AS e ON e.id = p.editor_id;

-- name: rename :execrows
UPDATE author SET name = :name WHERE id = :id;

-- name: wrong :one
SELECT nothing FROM post;

-- name: total :one
SELECT sum(id), count(*) FROM post;
"""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    folder = tmp_path_factory.mktemp("describe")
    (folder / "schema.sql").write_text(SCHEMA)
    (folder / "queries.sql").write_text(QUERIES)
    words = ["describe", "--schema", "schema.sql", "--queries", "queries.sql", "--format", "json"]
    return subprocess.run(
        [sys.executable, "-m", "quern", *words],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def document(described: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(described.stdout)
    return found


def query(document: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = (entry for entry in document["queries"] if entry["name"] == f"queries.{name}")
    return dict(found)


def test_the_version_of_the_document_is_one(document: dict[str, Any]) -> None:
    assert document["schema_version"] == 1


def test_errors_make_the_exit_status_one(described: subprocess.CompletedProcess[str]) -> None:
    assert described.returncode == 1


def test_good_queries_are_described_beside_the_errors(document: dict[str, Any]) -> None:
    names = [entry["name"] for entry in document["queries"]]
    assert names == ["queries.post_with_author", "queries.rename", "queries.total"]


def test_an_error_says_where_it_is_and_what_to_do(document: dict[str, Any]) -> None:
    (error,) = document["errors"]
    place = error["file"], error["line"], error["column"], error["code"]
    assert place == ("queries.sql", 12, 8, "unknown-column")
    assert set(error) == {"severity", "file", "line", "column", "code", "message", "hint"}


def test_a_column_says_whether_it_can_be_null_and_why(document: dict[str, Any]) -> None:
    columns = {c["name"]: c for c in query(document, "post_with_author")["columns"]}
    assert {name: column["nullable"] for name, column in columns.items()} == {
        "id": False,
        "title": True,
        "author": False,
        "editor": True,
        "tags": False,
    }
    assert columns["editor"]["why"] == "an outer join may null e"


def test_a_column_says_where_it_comes_from(document: dict[str, Any]) -> None:
    columns = {c["name"]: c for c in query(document, "post_with_author")["columns"]}
    assert columns["author"]["origin"] == "public.author.name"


def test_only_an_array_says_whether_its_elements_can_be_null(document: dict[str, Any]) -> None:
    columns = {c["name"]: c for c in query(document, "post_with_author")["columns"]}
    assert columns["tags"]["elements_nullable"] is False
    assert columns["title"]["elements_nullable"] is None


def test_facts_name_what_is_read_and_written(document: dict[str, Any]) -> None:
    facts = query(document, "rename")["facts"]
    assert facts["writes"] == {"public.author": {"actions": ["update"], "columns": ["name"]}}
    assert facts["read_only"] is False
    assert query(document, "total")["facts"]["reads"] == {"public.post": ["id"]}


def test_facts_say_how_many_rows_there_are(document: dict[str, Any]) -> None:
    rows = [entry["facts"]["rows"] for entry in document["queries"]]
    assert rows == ["many", "none", "exactly_one"]


def test_parameters_say_whether_they_can_be_null(document: dict[str, Any]) -> None:
    parameters = query(document, "rename")["params"]
    assert [(p["name"], p["type"], p["nullable"]) for p in parameters] == [
        ("name", "text", False),
        ("id", "integer", False),
    ]


def test_a_schema_that_cannot_be_loaded_is_said_to_be_the_reason(tmp_path: Path) -> None:
    (tmp_path / "schema.sql").write_text("CREATE TABLE t (id nonsense);")
    (tmp_path / "q.sql").write_text("-- name: q :many\nSELECT 1;\n")
    result = subprocess.run(
        [sys.executable, "-m", "quern", "describe", "--schema", "schema.sql", "--queries", "q.sql"],
        check=False,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert 'type "nonsense" does not exist' in result.stderr
    assert "Traceback" not in result.stderr
