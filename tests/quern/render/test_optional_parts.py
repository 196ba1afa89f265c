"""Statements with optional parts, as the functions that callers see."""

import asyncio
import inspect
from collections.abc import Callable, Generator
from functools import partial
from itertools import product
from types import ModuleType
from typing import Any

import psycopg
import pytest

from tests.quern.projects import Project, importable, make_project

SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TABLE items (id integer PRIMARY KEY, title text, colour colour, size integer NOT NULL);
INSERT INTO items VALUES
    (1, 'a', 'red', 30), (2, 'b', 'green', 10), (3, NULL, NULL, 20), (4, 'a', 'green', 40);
"""
QUERIES = """
-- name: search :many
-- Items that fit.
-- @param title: the exact title
-- @order id: id
-- @order size: size DESC, id
-- @order near: abs(size - :goal), id
SELECT id
FROM items
WHERE true
  AND title = :title  -- @if title
  AND colour = ANY (:colours)  -- @if colours
  -- @if smallest, largest
  AND size >= :smallest
  AND size <= :largest
  -- @end
ORDER BY id  -- @order
LIMIT :limit;

-- name: count_items :one
SELECT count(*) FROM items
WHERE title = :title -- @if title
;

-- name: stream_items :stream
SELECT id, title FROM items
WHERE title = :order -- @if order
ORDER BY id
"""


@pytest.fixture(scope="module")
def package(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    root = tmp_path_factory.mktemp("parts") / "project"
    project = make_project(root, module_url, {"items.sql": QUERIES}, output="made")
    project.execute(SCHEMA)
    project.generate()
    with importable(root, "made"):
        yield project


@pytest.fixture(scope="module")
def items(package: Project) -> ModuleType:
    return package.module("items")


@pytest.fixture
def connection(package: Project) -> Generator[psycopg.Connection]:
    with psycopg.connect(package.url, autocommit=True) as found:
        yield found


@pytest.fixture(params=["sync", "async"])
def search(
    request: pytest.FixtureRequest, package: Project, items: ModuleType
) -> Generator[Callable[..., list[int]]]:
    """Calls the function, plain or as a coroutine."""
    if request.param == "sync":
        with psycopg.connect(package.url, autocommit=True) as connection:
            yield partial(items.search, connection)
        return

    async def search_once(**given: Any) -> list[int]:
        async with await psycopg.AsyncConnection.connect(package.url) as connection:
            found: list[int] = await package.module("aio.items").search(connection, **given)
            return found

    def search_all(**given: Any) -> list[int]:
        return asyncio.run(search_once(**given))

    yield search_all


Search = Callable[..., list[int]]
_ALL: dict[str, Any] = {"limit": 10, "goal": 0}


def test_without_its_optional_parts_all_rows_are_found(search: Search) -> None:
    assert search(**_ALL) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"title": "a"}, [1, 4]),
        ({"colours": ["green"]}, [2, 4]),
        ({"title": "a", "colours": ["green"]}, [4]),
        ({"smallest": 15, "largest": 35}, [1, 3]),
        ({"title": "a", "smallest": 15, "largest": 35}, [1]),
        ({"colours": []}, []),
        ({"title": "a' OR true --"}, []),
    ],
)
def test_a_part_is_there_when_its_parameters_are_given(
    search: Search, given: dict[str, Any], found: list[int]
) -> None:
    assert search(**_ALL, **given) == found


@pytest.mark.parametrize(
    ("order", "found"), [("id", [1, 2, 3, 4]), ("size", [4, 1, 3, 2]), ("near", [2, 3, 1, 4])]
)
def test_the_order_is_chosen(search: Search, order: str, found: list[int]) -> None:
    assert search(limit=10, goal=10, order=order) == found


def test_every_combination_runs_and_finds_what_python_finds(search: Search) -> None:
    rows = [(1, "a", "red", 30), (2, "b", "green", 10), (3, None, None, 20), (4, "a", "green", 40)]
    titles, colours, sizes = (None, "a"), (None, ["green"]), (None, (10, 30))
    for title, chosen, size, order in product(titles, colours, sizes, ("id", "size", "near")):
        expected = {
            number
            for number, its_title, its_colour, its_size in rows
            if (title is None or its_title == title)
            and (chosen is None or its_colour in chosen)
            and (size is None or size[0] <= its_size <= size[1])
        }
        smallest, largest = size or (None, None)
        given = {"title": title, "colours": chosen, "smallest": smallest, "largest": largest}
        assert set(search(**_ALL, **given, order=order)) == expected


def test_parameters_of_one_part_go_together(search: Search) -> None:
    with pytest.raises(ValueError, match="smallest and largest go together"):
        search(**_ALL, smallest=1)


def test_an_order_that_there_is_not_is_refused(search: Search) -> None:
    with pytest.raises(ValueError, match="order is one of id, size, near, not 'id; DROP TABLE'"):
        search(**_ALL, order="id; DROP TABLE")


def test_the_signature_says_what_may_be_left_out(items: ModuleType) -> None:
    signature = inspect.signature(items.search)
    defaults = {
        name: parameter.default
        for name, parameter in signature.parameters.items()
        if parameter.default is not inspect.Parameter.empty
    }
    assert defaults == {
        "title": None,
        "colours": None,
        "smallest": None,
        "largest": None,
        "order": "id",
    }
    assert str(signature.parameters["order"].annotation) == "typing.Literal['id', 'size', 'near']"


def test_each_variant_is_one_statement(items: ModuleType) -> None:
    first = items.SEARCH.variant(True, False, False, order="id")
    assert items.SEARCH.variant(True, False, False, order="id") is first
    assert ":title" not in first.sql
    assert "title = $1" in first.sql
    assert "colour" not in first.sql


def test_a_variant_knows_what_is_known_of_the_query(items: ModuleType) -> None:
    variant = items.SEARCH.variant(False, False, False, order="size")
    assert (variant.name, variant.reads, variant.read_only) == (
        "items.search",
        frozenset({"public.items"}),
        True,
    )


def test_an_error_says_which_query_it_is(items: ModuleType, connection: psycopg.Connection) -> None:
    with pytest.raises(psycopg.Error) as caught:
        items.search(connection, limit=-1, goal=0)
    assert "in query items.search (queries/items.sql:2)" in caught.value.__notes__


@pytest.mark.parametrize(("title", "count"), [(None, 4), ("a", 2), ("none", 0)])
def test_one_row_is_one_row_whatever_is_given(
    items: ModuleType, connection: psycopg.Connection, title: str | None, count: int
) -> None:
    assert items.count_items(connection, title=title) == count


def test_a_parameter_may_be_called_order(items: ModuleType, connection: psycopg.Connection) -> None:
    assert [row.id for row in items.stream_items(connection, order_="a")] == [1, 4]
