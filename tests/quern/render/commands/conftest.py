"""A package with every command, and ways to call it."""

import asyncio
from collections.abc import Generator
from types import ModuleType

import pytest

from tests.quern.projects import Project, importable, make_project
from tests.quern.render.commands.callers import AsyncCaller, Caller, SyncCaller

SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE DOMAIN percentage AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE items (
    id integer PRIMARY KEY,
    title text NOT NULL,
    colour colour,
    size smallint,
    big bigint,
    due date,
    data jsonb,
    share percentage,
    done boolean
);
CREATE TABLE texts (id integer, words text[], code char(4), ratio real, span interval, data json);
CREATE TABLE secured (id integer);
ALTER TABLE secured ENABLE ROW LEVEL SECURITY;
CREATE POLICY positive ON secured USING (id > 0);
"""
QUERIES = """
-- name: get_item :one!
SELECT id, title FROM items WHERE id = :id;

-- name: get_titled :one!
SELECT id FROM items WHERE title = :title;

-- name: stream_numbers :stream
SELECT number, 'row ' || number AS title FROM generate_series(1, :last::integer) AS number;

-- name: stream_quotients :stream
SELECT 12000 / (:last::integer - number) FROM generate_series(1, :last::integer) AS number;

-- name: stream_items :stream
SELECT id, colour FROM items ORDER BY id;

-- name: stream_locked :stream
SELECT id FROM items ORDER BY id FOR UPDATE;

-- name: stream_settings :stream
SELECT current_setting('TimeZone');

-- name: set_title :execrows
UPDATE items SET title = :title WHERE id = :id;

-- name: add_items :batch
INSERT INTO items (id, title, data) VALUES (:id, :title, :data);

-- name: add_returning :batch
INSERT INTO items (id, title) VALUES (:id, :title) RETURNING id, title;

-- name: rename_all :batchexec
UPDATE items SET title = :title WHERE id >= :id;

-- name: divide :batchone
SELECT 12 / :divisor::integer;

-- name: find_titles :batchone
SELECT title FROM items WHERE id = :id;

-- name: find_from :batchone
SELECT id FROM items WHERE id >= :id ORDER BY id;

-- name: list_from :batchmany
SELECT id FROM items WHERE id >= :id ORDER BY id;

-- name: copy_items :copy
INSERT INTO items (id, title, colour, size, big, due, data, share, done)
VALUES (:id, :title, :colour, :size, :big, :due, :data, :share, :done);

-- name: copy_texts :copy
INSERT INTO texts (id, words, code, ratio, span, data)
VALUES (:id, :words, :code, :ratio, :span, :data);

-- name: copy_secured :copy
INSERT INTO secured (id) VALUES (:id);
"""


@pytest.fixture(scope="module")
def package(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    """A generated package that can be imported as ``made``."""
    root = tmp_path_factory.mktemp("commands") / "project"
    project = make_project(root, module_url, {"runs.sql": QUERIES}, output="made")
    project.execute(SCHEMA)
    project.generate()
    with importable(root, "made"):
        yield project


@pytest.fixture(scope="module")
def runs(package: Project) -> ModuleType:
    """The plain functions, and the classes of parameters."""
    return package.module("runs")


@pytest.fixture(scope="module")
def runtime(package: Project) -> ModuleType:
    """The runtime of the package."""
    return package.module("_runtime")


@pytest.fixture
def runner() -> Generator[asyncio.Runner]:
    """Runs coroutines."""
    with asyncio.Runner() as found:
        yield found


@pytest.fixture(params=["sync", "async"])
def autocommit(
    request: pytest.FixtureRequest, package: Project, runner: asyncio.Runner
) -> Generator[Caller]:
    """Calls functions on a connection in autocommit mode; the tables are emptied afterwards."""
    yield from _caller(request.param, package, runner, autocommit=True)


@pytest.fixture(params=["sync", "async", "sync in a transaction", "async in a transaction"])
def caller(
    request: pytest.FixtureRequest, package: Project, runner: asyncio.Runner
) -> Generator[Caller]:
    """Calls functions with and without a transaction; the tables are emptied afterwards."""
    kind, _, rest = request.param.partition(" ")
    yield from _caller(kind, package, runner, autocommit=not rest)


def _caller(
    kind: str, package: Project, runner: asyncio.Runner, *, autocommit: bool
) -> Generator[Caller]:
    if kind == "sync":
        found: Caller = SyncCaller(package, autocommit=autocommit)
    else:
        found = AsyncCaller(package, runner, autocommit=autocommit)
    yield found
    found.close()
    package.execute("TRUNCATE items, texts, secured")
