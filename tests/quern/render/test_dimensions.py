"""Arrays that a column declares with several dimensions."""

from collections.abc import Generator
from types import ModuleType
from typing import Any, get_type_hints

import psycopg
import pytest

from tests.annotations import mismatches
from tests.quern.projects import Project, importable, make_project

SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE TYPE board AS (cells integer[][]);
CREATE TABLE grids (
    id integer PRIMARY KEY,
    cells integer[][] NOT NULL,
    texts text[][][],
    colours colour[][],
    jsons jsonb[][],
    board board
);
"""
QUERIES = """
-- name: add_grid :one
INSERT INTO grids (id, cells, texts, colours, jsons, board)
VALUES (:id, :cells, :texts, :colours, :jsons, :board)
RETURNING *;

-- name: get_cells :one
SELECT cells FROM grids WHERE id = :id;
"""


@pytest.fixture(scope="module")
def project(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[Project]:
    """A package that can be imported as ``grid``."""
    root = tmp_path_factory.mktemp("grid") / "project"
    made = make_project(root, module_url, {"grids.sql": QUERIES}, output="grid")
    made.execute(SCHEMA)
    made.generate()
    with importable(root, "grid"):
        yield made


@pytest.fixture
def connection(project: Project) -> Generator[psycopg.Connection]:
    """A connection; what it changes is rolled back."""
    with psycopg.connect(project.url) as found:
        yield found
        found.rollback()


@pytest.fixture
def grids(project: Project) -> ModuleType:
    """The generated functions."""
    return project.module("grids")


def _add(grids: ModuleType, connection: psycopg.Connection, **given: Any) -> Any:
    values: dict[str, Any] = dict.fromkeys(("texts", "colours", "jsons", "board"))
    return grids.add_grid(connection, id=1, **({"cells": [[1]]} | values | given))


def test_annotations_say_how_many(project: Project, grids: ModuleType) -> None:
    hints = get_type_hints(project.module("public.models").Grid)
    assert hints["cells"] == list[list[int | None]]
    assert hints["texts"] == list[list[list[str | None]]] | None
    assert "Sequence[collections.abc.Sequence[int | None]]" in str(
        get_type_hints(grids.add_grid)["cells"]
    )


def test_values_come_back_of_the_types_that_are_declared(
    project: Project, grids: ModuleType, connection: psycopg.Connection
) -> None:
    red = project.module("public.enums").Colour.RED
    board = project.module("public.composites").Board
    row = _add(
        grids,
        connection,
        cells=[[1, None], [3, 4]],
        texts=[[["a"], [None]]],
        colours=[[red, None]],
        board=board(cells=[[1], [2]]),
    )
    assert row.cells == [[1, None], [3, 4]]
    assert row.texts == [[["a"], [None]]]
    assert row.board == board(cells=[[1], [2]])
    assert mismatches(row, type(row)) == []


def test_an_empty_array_has_no_dimensions(
    grids: ModuleType, connection: psycopg.Connection
) -> None:
    assert _add(grids, connection, cells=[], texts=[]).texts == []


@pytest.mark.parametrize("cells", [[1, 2], [[[1]]]])
def test_a_value_of_another_number_of_dimensions_is_an_error_that_names_the_column(
    grids: ModuleType, connection: psycopg.Connection, cells: list[Any]
) -> None:
    with pytest.raises(ValueError, match="its column says 2") as caught:
        _add(grids, connection, cells=cells)
    assert 'in column "cells" of row 1' in caught.value.__notes__[0]
