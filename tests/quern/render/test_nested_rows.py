"""Models of tables, and rows that are nested in rows."""

import asyncio
import inspect
import subprocess
import sys
import warnings
from collections.abc import Generator
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg
import pytest

from tests.quern.projects import Project, importable, make_project

SCHEMA = """
CREATE SCHEMA shop;
CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE TABLE shop.categories (id integer PRIMARY KEY, title text NOT NULL);
COMMENT ON TABLE shop.categories IS 'What items are sorted into.';
COMMENT ON COLUMN shop.categories.title IS 'Its name.';
CREATE TABLE shop.items (
    id integer PRIMARY KEY, colour shop.colour, category_id integer, tags text[], data jsonb
);
CREATE TABLE shop.notes (item_id integer, text text);
INSERT INTO shop.categories VALUES (1, 'tools');
INSERT INTO shop.items VALUES (1, 'red', 1, '{a,NULL}', '{"k": 1}'), (2, NULL, NULL, NULL, NULL);
INSERT INTO shop.notes VALUES (1, 'heavy'), (2, NULL);
"""
ITEMS = """
-- name: get_item :one
SELECT * FROM shop.items WHERE id = :id;

-- name: list_coloured :many
SELECT id, colour, category_id, tags, data FROM shop.items WHERE colour IS NOT NULL ORDER BY id;

-- name: add_item :one
INSERT INTO shop.items (id) VALUES (:id) RETURNING *;

-- name: other_order :many
SELECT colour, id, category_id, tags, data FROM shop.items;

-- name: renamed :many
SELECT id, colour AS shade, category_id, tags, data FROM shop.items;

-- name: left_out :many
SELECT c.* FROM shop.items AS i LEFT JOIN shop.categories AS c ON c.id = i.category_id;

-- name: with_category :many
SELECT i.id, sqlc.embed(category), 'é' AS mark, sqlc.embed(items)
FROM shop.items
JOIN shop.items AS i ON i.id = items.id
LEFT JOIN shop.categories AS category ON category.id = i.category_id
ORDER BY i.id;

-- name: only_category :many
SELECT sqlc.embed(c) FROM shop.categories AS c;

-- name: only_perhaps :many
SELECT sqlc.embed(c)
FROM shop.items AS i LEFT JOIN shop.categories AS c ON c.id = i.category_id
ORDER BY i.id;

-- name: with_note :many
SELECT i.id, sqlc.embed(n)
FROM shop.items AS i LEFT JOIN shop.notes AS n ON n.item_id = i.id AND n.text = 'heavy'
ORDER BY i.id;

-- name: with_part :many
SELECT i.id, sqlc.embed(part)
FROM shop.items AS i
LEFT JOIN (SELECT id, upper(title) AS loud FROM shop.categories) AS part ON part.id = i.category_id
ORDER BY i.id;

-- name: whole_twice :many
-- @returns ItemPair
SELECT sqlc.embed(a), sqlc.embed(b) FROM shop.items AS a JOIN shop.items AS b ON b.id = a.id;

-- name: old_way :many
-- @deprecated use list_coloured
SELECT id FROM shop.items;
"""
OTHERS = """
-- name: get_item :one
-- @returns Item
SELECT id, 1 AS one FROM shop.items WHERE id = :id;

-- name: whole :many
SELECT * FROM shop.items ORDER BY id;

-- name: pairs :many
-- @returns ItemPair
SELECT sqlc.embed(a), sqlc.embed(b) FROM shop.items AS b JOIN shop.items AS a ON b.id = a.id;
"""


@pytest.fixture(scope="module")
def package(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    root = tmp_path_factory.mktemp("nested") / "project"
    files = {"shop/items.sql": ITEMS, "shop/others.sql": OTHERS}
    project = make_project(root, module_url, files, output="nested")
    project.execute(SCHEMA)
    project.generate()
    with importable(root, "nested"):
        yield project


@pytest.fixture(scope="module")
def items(package: Project) -> ModuleType:
    return package.module("shop.items")


@pytest.fixture(scope="module")
def models(package: Project) -> ModuleType:
    return package.module("shop.models")


@pytest.fixture
def connection(package: Project) -> Generator[psycopg.Connection]:
    with psycopg.connect(package.url) as found:
        yield found
        found.rollback()


def _returned(function: Any) -> str:
    return inspect.formatannotation(inspect.signature(function).return_annotation)


def test_a_query_of_all_columns_returns_the_model_of_the_table(
    items: ModuleType, models: ModuleType, connection: psycopg.Connection
) -> None:
    item = items.get_item(connection, id=1)
    assert type(item) is models.Item
    assert item == models.Item(id=1, colour="red", category_id=1, tags=["a", None], data={"k": 1})


def test_a_condition_does_not_make_another_model(items: ModuleType) -> None:
    assert _returned(items.list_coloured) == "list[nested.shop.models.Item]"


def test_what_is_inserted_is_a_row_of_the_table(
    items: ModuleType, models: ModuleType, connection: psycopg.Connection
) -> None:
    assert type(items.add_item(connection, id=9)) is models.Item


@pytest.mark.parametrize(
    ("function", "row"),
    [
        ("other_order", "OtherOrderRow"),
        ("renamed", "RenamedRow"),
        ("left_out", "LeftOutRow"),
    ],
)
def test_other_columns_make_a_row_of_their_own(items: ModuleType, function: str, row: str) -> None:
    assert _returned(getattr(items, function)) == f"list[nested.shop.items.{row}]"


def test_a_model_says_what_the_database_says(models: ModuleType) -> None:
    assert inspect.getdoc(models.Category) == (
        "A row of shop.categories.\n\nWhat items are sorted into.\n\n:ivar title: Its name."
    )


def test_a_row_that_an_outer_join_leaves_out_is_none(
    items: ModuleType, models: ModuleType, connection: psycopg.Connection
) -> None:
    first, second = items.with_category(connection)
    assert first.category == models.Category(id=1, title="tools")
    assert second.category is None
    assert (second.mark, second.item.id, second.item.tags) == ("é", 2, None)


def test_the_field_of_a_table_is_in_the_singular(items: ModuleType) -> None:
    fields = items.WithCategoryRow.model_fields
    assert [(name, str(field.annotation)) for name, field in fields.items()] == [
        ("id", "<class 'int'>"),
        ("category", "nested.shop.models.Category | None"),
        ("mark", "<class 'str'>"),
        ("item", "<class 'nested.shop.models.Item'>"),
    ]


def test_a_single_nested_row_is_the_row(
    items: ModuleType, models: ModuleType, connection: psycopg.Connection
) -> None:
    assert items.only_category(connection) == [models.Category(id=1, title="tools")]


def test_a_single_row_that_may_be_left_out_stands_in_one(
    items: ModuleType, connection: psycopg.Connection
) -> None:
    assert [row.c and row.c.id for row in items.only_perhaps(connection)] == [1, None]


def test_a_row_of_nullable_columns_is_left_out_where_all_are_null(
    items: ModuleType, models: ModuleType, connection: psycopg.Connection
) -> None:
    first, second = items.with_note(connection)
    assert first.n == models.Note(item_id=1, text="heavy")
    assert second.n is None


def test_a_part_of_a_query_has_a_model_of_its_own(
    items: ModuleType, connection: psycopg.Connection
) -> None:
    first, second = items.with_part(connection)
    assert first.part == items.WithPartPart(id=1, loud="TOOLS")
    assert second.part is None


def test_nested_rows_may_be_shared(items: ModuleType, connection: psycopg.Connection) -> None:
    pair = items.whole_twice(connection)[0]
    assert type(pair) is items.ItemPair
    assert pair.a == pair.b


def test_rows_may_be_shared_by_files(
    package: Project, items: ModuleType, connection: psycopg.Connection
) -> None:
    (first, _) = package.module("shop.others").pairs(connection)
    assert type(first) is items.ItemPair


def test_a_row_of_the_same_name_gives_the_model_another(
    package: Project, models: ModuleType, connection: psycopg.Connection
) -> None:
    others = package.module("shop.others")
    assert others.Item is not models.Item
    assert _returned(others.whole) == "list[nested.shop.models.Item]"
    assert type(others.whole(connection)[0]) is models.Item


def test_coroutines_return_the_same_models(package: Project, models: ModuleType) -> None:
    async def call() -> Any:
        async with await psycopg.AsyncConnection.connect(package.url) as connection:
            return await package.module("aio.shop.items").get_item(connection, id=1)

    assert type(asyncio.run(call())) is models.Item


def test_rows_can_be_dumped_and_validated(
    items: ModuleType, connection: psycopg.Connection
) -> None:
    for row in items.with_category(connection):
        assert items.WithCategoryRow.model_validate_json(row.model_dump_json()) == row


def test_a_deprecated_function_warns(items: ModuleType, connection: psycopg.Connection) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        items.old_way(connection)
    assert [str(warning.message) for warning in caught] == ["use list_coloured"]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--isolated", "--no-cache", "--check", "--line-length", "100"],
        ["ruff", "check", "--isolated", "--no-cache", "--select", "I,F", "--line-length", "100"],
        ["mypy", "--strict", "--config-file=", "--cache-dir=../mypy"],
    ],
    ids=["format", "lint", "mypy"],
)
def test_the_package_is_clean(package: Project, command: list[str]) -> None:
    tool = Path(sys.executable).parent / command[0]
    result = subprocess.run(
        [tool, *command[1:], "nested"],
        cwd=package.root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
