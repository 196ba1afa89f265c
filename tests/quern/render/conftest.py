"""A generated package to call, and connections to its database."""

import asyncio
import re
from collections.abc import Generator, Iterator
from types import ModuleType
from typing import Any

import psycopg
import pytest

from tests.quern.projects import Project, importable, make_project

SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TABLE numbers (
    id integer PRIMARY KEY,
    big bigint,
    a_real real,
    amount numeric(10, 2),
    ints integer[],
    note text,
    colour colour
);
INSERT INTO numbers VALUES
    (1, 1, 0.1, 0.10, '{1,2}', 'one', 'red'),
    (2, 9223372036854775807, 0.2, NULL, NULL, NULL, NULL),
    (3, 40000, 3, 3.00, '{}', 'three', 'green');

CREATE FUNCTION kind(integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'integer'$$;
CREATE FUNCTION kind(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'bigint'$$;
CREATE FUNCTION kind(smallint) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'smallint'$$;
CREATE FUNCTION kind(numeric) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'numeric'$$;
CREATE FUNCTION kind(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'text'$$;
CREATE FUNCTION opaque() RETURNS integer LANGUAGE plpgsql STABLE AS $$BEGIN RETURN 1; END$$;
"""
QUERIES = """
-- name: get_number :one
SELECT id, big, a_real, amount, ints, note, colour FROM numbers WHERE id = :id;

-- name: list_numbers :many
SELECT id, note, colour FROM numbers ORDER BY id;

-- name: find_by_big :many
SELECT id FROM numbers WHERE big = :big;

-- name: find_by_real :many
SELECT id FROM numbers WHERE a_real = :a_real;

-- name: find_by_amount :many
SELECT id FROM numbers WHERE amount = :amount;

-- name: find_holding :many
SELECT id FROM numbers WHERE ints @> :ints;

-- name: find_by_ids :many
SELECT id FROM numbers WHERE id = ANY (:ids) ORDER BY id;

-- name: find_by_colours :many
SELECT id FROM numbers WHERE colour = ANY (:colours) ORDER BY id;

-- name: find_by_both :many
SELECT id FROM numbers WHERE big = :value OR id = :value::bigint ORDER BY id;

-- name: kinds :one
SELECT
    kind(id + :a_integer) AS of_integer,
    kind(big + :a_bigint) AS of_bigint,
    kind(amount + :a_numeric) AS of_numeric,
    kind(:a_smallint::smallint) AS of_smallint
FROM numbers
WHERE id = 1;

-- name: first_two :one
SELECT id FROM numbers ORDER BY id LIMIT 2;

-- name: set_note :execrows
UPDATE numbers SET note = :note WHERE id = :id;

-- name: set_all :exec
-- @param ints?
UPDATE numbers
SET big = :big, a_real = :a_real, amount = :amount, ints = :ints, note = :note, colour = :colour
WHERE id = :id;

-- name: touch :exec
UPDATE numbers SET note = note WHERE id = :id RETURNING note;

-- name: divide :one
SELECT 1 / :divisor::integer;

-- name: call_plpgsql :one
SELECT opaque();

-- name: sleep :exec
SELECT pg_sleep(:seconds);
"""


def use_fast_calls(package: Project, connection: psycopg.Connection) -> None:
    """Let the calls on a connection be fast from the first on: all queries are prepared."""
    package.module("_runtime").use_fast_calls(connection)
    cursors: Any = package.module("_runtime.sync.cursors")
    for statement, nulls in _statements(package):
        cursors.QueryCursor(connection).execute(statement, nulls, prepare=True)


async def use_fast_calls_async(package: Project, connection: psycopg.AsyncConnection) -> None:
    """Let the calls on an asynchronous connection be fast from the first on."""
    package.module("_runtime").use_fast_calls(connection)
    cursors: Any = package.module("_runtime.aio.cursors")
    for statement, nulls in _statements(package):
        await cursors.AsyncQueryCursor(connection).execute(statement, nulls, prepare=True)


def _statements(package: Project) -> Iterator[tuple[str, list[None]]]:
    """Yield the statements, and NULLs for their parameters: with those, none changes anything."""
    for query in vars(package.module("runs")).values():
        if isinstance(query, package.module("_runtime").Query):
            sql: str = query.sql
            yield sql, [None] * len({*re.findall(r"\$\d+", sql)})


@pytest.fixture(scope="module")
def package(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    """A generated package that can be imported as ``made``."""
    root = tmp_path_factory.mktemp("runtime") / "project"
    project = make_project(root, module_url, {"runs.sql": QUERIES}, output="made")
    project.execute(SCHEMA)
    project.generate()
    with importable(root, "made"):
        yield project


@pytest.fixture(scope="module")
def runs(package: Project) -> ModuleType:
    """The generated functions."""
    return package.module("runs")


@pytest.fixture(scope="module")
def aio_runs(package: Project) -> ModuleType:
    """The generated coroutines."""
    return package.module("aio.runs")


@pytest.fixture(params=["kept cursors", "fast calls"])
def conn(request: pytest.FixtureRequest, package: Project) -> Generator[psycopg.Connection]:
    """A connection of an application; what it changes is rolled back."""
    with psycopg.connect(package.url) as connection:
        connection.execute("SELECT 1")  # so that a transaction of a test is only a savepoint
        if request.param == "fast calls":
            use_fast_calls(package, connection)
        yield connection
        connection.rollback()


@pytest.fixture
def runner() -> Generator[asyncio.Runner]:
    """Runs coroutines."""
    with asyncio.Runner() as found:
        yield found


@pytest.fixture(params=["kept cursors", "fast calls"])
def aconn(
    request: pytest.FixtureRequest, package: Project, runner: asyncio.Runner
) -> Generator[psycopg.AsyncConnection]:
    """An asynchronous connection; what it changes is rolled back."""
    connection = runner.run(psycopg.AsyncConnection.connect(package.url))
    runner.run(connection.execute("SELECT 1"))
    if request.param == "fast calls":
        runner.run(use_fast_calls_async(package, connection))
    yield connection
    runner.run(connection.rollback())
    runner.run(connection.close())
