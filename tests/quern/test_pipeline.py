"""A whole run, from query files to the files of the output."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

import psycopg
import pytest

from quern.errors import SourceError
from quern.incremental.inputs import read_inputs
from quern.manifest import with_manifest
from quern.render.sync import RUNTIME
from tests.quern.projects import Project, importable

MakeProject = Callable[[str, Mapping[str, str]], Project]

SCHEMA = """
CREATE SCHEMA shop;
CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE TYPE shop.size AS ENUM ('small', 'large');
CREATE TABLE shop.items (
    id integer PRIMARY KEY, title text NOT NULL, colour shop.colour, size shop.size, due date
);
INSERT INTO shop.items VALUES (1, 'one', 'red', NULL, '2024-01-02');
"""
QUERIES = {
    "shop/items.sql": (
        "-- name: list_items :many\n-- All of them.\nSELECT * FROM shop.items ORDER BY id;\n\n"
        "-- name: find_items :many\nSELECT id FROM shop.items WHERE colour = ANY (:colours);\n"
    ),
    "shop/more/items.sql": "-- name: list_sizes :many\nSELECT size, due FROM shop.items;\n",
    "top.sql": (
        "-- name: add_item :exec\nINSERT INTO shop.items (id, title) VALUES (:id, :title);\n"
    ),
}


def test_a_run_makes_a_module_for_each_file_twice_and_what_they_need(project: MakeProject) -> None:
    files = project(SCHEMA, QUERIES).run().files
    own = {PurePosixPath("_runtime", path.relative_to(RUNTIME)) for path in RUNTIME.rglob("*.py")}
    assert own < files.keys()
    assert sorted(path.as_posix() for path in files.keys() - own) == [
        "__init__.py",
        "aio/__init__.py",
        "aio/shop/__init__.py",
        "aio/shop/items.py",
        "aio/shop/more/__init__.py",
        "aio/shop/more/items.py",
        "aio/top.py",
        "py.typed",
        "shop/__init__.py",
        "shop/enums.py",
        "shop/items.py",
        "shop/models.py",
        "shop/more/__init__.py",
        "shop/more/items.py",
        "top.py",
    ]


def test_a_run_counts_the_queries(project: MakeProject) -> None:
    assert project(SCHEMA, QUERIES).run().queries == 4


def test_no_query_files_make_a_package_without_modules(project: MakeProject) -> None:
    files = project("", {}).run().files
    assert {path.parts[0] for path in files} == {"__init__.py", "_runtime", "py.typed"}


def test_what_a_run_makes_works(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    made.generate()
    with importable(made.root, made.output), psycopg.connect(made.url) as connection:
        made.module("top").add_item(connection, id=2, title="two")
        rows = made.module("shop.items").list_items(connection)
    assert [(row.id, row.title) for row in rows] == [(1, "one"), (2, "two")]


def test_a_run_writes_nothing(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    made.run()
    assert not made.folder.exists()


def test_a_mistake_in_any_file_is_a_mistake_of_the_run(project: MakeProject) -> None:
    made = project(SCHEMA, {**QUERIES, "z.sql": "-- name: q :many\nSELECT nothing;\n"})
    with pytest.raises(SourceError) as caught:
        made.run()
    assert [found.file.as_posix() for found in caught.value.diagnostics] == ["queries/z.sql"]


def test_mistakes_of_all_steps_are_shown_in_the_order_of_the_files(project: MakeProject) -> None:
    made = project(
        SCHEMA,
        {
            "a.sql": "-- name: q :many\nSELECT (1, 2);\n-- name: r :mayn\nSELECT 1;\n",
            "b.sql": "",
            "c.sql": "-- name: q :many\nSELECT nothing;\n-- name: r :one\nTRUNCATE shop.items;\n",
        },
    )
    with pytest.raises(SourceError) as caught:
        made.run()
    assert [found.code for found in caught.value.diagnostics] == [
        *("unsupported-type", "unknown-command", "no-queries", "unknown-column", "no-result"),
    ]


def test_a_mistake_is_shown_once(project: MakeProject) -> None:
    shared = "-- @returns Item\nSELECT id, (1, 2) AS place FROM shop.items;\n"
    text = f"-- name: a :many\n{shared}-- name: b :many\n{shared}"
    assert project(SCHEMA, {"a.sql": text}).mistakes().count("unsupported-type") == 1


def test_two_runs_make_the_same_bytes(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    first = [(path, text.encode()) for path, text in made.run().files.items()]
    second = [(path, text.encode()) for path, text in made.run().files.items()]
    assert first == second


@pytest.mark.parametrize("seed", ["0", "1", "12345"])
def test_the_order_of_sets_in_memory_changes_no_byte(project: MakeProject, seed: str) -> None:
    made = project(SCHEMA, QUERIES)
    files = with_manifest(made.run().files, read_inputs(made.config).origin)
    subprocess.run(
        [sys.executable, "-m", "quern", "generate", "--database-url", made.url],
        cwd=made.root,
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
    )
    assert made.contents() == {path.as_posix(): text.encode() for path, text in files.items()}


def test_another_database_with_other_oids_changes_no_byte(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    first = made.run().files
    made.execute("DROP SCHEMA shop CASCADE", "CREATE TABLE other (id integer)")
    made.execute(SCHEMA.replace("CREATE TYPE", "CREATE TYPE shop.x AS ENUM ();\nCREATE TYPE", 1))
    assert made.run().files == first


def test_every_module_imports_with_warnings_as_errors(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    made.generate()
    names = [
        ".".join(path.relative_to(made.root).with_suffix("").parts)
        for path in sorted(made.folder.rglob("*.py"))
    ]
    code = "\n".join(f"import {name}" for name in names)
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=made.root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_the_package_imports_no_module_of_queries_by_itself(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    made.generate()
    code = "import sys, generated, generated.shop, generated.aio; print('psycopg' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=made.root, check=True, capture_output=True, text=True
    )
    assert result.stdout == "False\n"


def test_the_package_needs_nothing_of_the_generator(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    made.generate()
    code = (
        "import sys; sys.modules['quern'] = None; sys.modules['jinja2'] = None\n"
        "import generated.shop.items, generated.aio.shop.items, generated.top\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=made.root, check=False, capture_output=True, text=True
    )
    assert (result.returncode, result.stderr) == (0, "")


def test_a_change_of_one_query_changes_its_own_modules_alone(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    before = made.run().files
    made.query_file("top.sql", QUERIES["top.sql"].replace("add_item", "insert_item"))
    after = made.run().files
    assert {path.as_posix() for path in after if after[path] != before[path]} == {
        "top.py",
        "aio/top.py",
    }


def test_coroutines_are_made_only_where_the_settings_ask_for_them(project: MakeProject) -> None:
    made = project(SCHEMA, QUERIES)
    settings = made.root / "pyproject.toml"
    settings.write_text(settings.read_text() + "asyncio = false\n")
    assert not any(path.parts[0] == "aio" for path in made.run().files)


def test_a_role_may_go_by_another_name(project: MakeProject) -> None:
    made = project(SCHEMA, {"a.sql": "-- name: a :one\n-- @role system\nSELECT 1 AS one;\n"})
    settings = made.root / "pyproject.toml"
    settings.write_text(f'{settings.read_text()}roles = {{ system = "nobody_at_all" }}\n')
    assert 'role "nobody_at_all" does not exist' in made.mistakes()
