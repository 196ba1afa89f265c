"""Arrays: their text, both ways."""

import enum
from collections.abc import Generator
from typing import Any

import psycopg
import pytest
from psycopg import RawCursor

from quern.render.runtime.arrays import (
    array_text,
    each,
    flat_array_text,
    json_array_text,
    read_array,
)
from quern.render.runtime.json_values import json_text
from quern.render.runtime.vectors import vector_text


class Colour(enum.StrEnum):
    RED = "red"
    ODD = 'a"b\\c'


@pytest.fixture(scope="module")
def server(module_url: str) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(module_url, autocommit=True) as connection:
        yield connection


def _ask(connection: psycopg.Connection, query: str, *texts: str | None) -> Any:
    """Return the one value that a query with ``$n`` gives."""
    with RawCursor(connection) as cursor:
        row = cursor.execute(query.encode(), texts).fetchone()
    assert row is not None
    return row[0]


ARRAYS: list[list[Any]] = [
    [],
    ["a"],
    [""],
    ["", ""],
    [None],
    ["NULL", None, "null"],
    ['"'],
    ["\\"],
    ['\\"', '"\\'],
    ["{}"],
    ["{", "}"],
    ["a,b", ","],
    [" ", "  a ", "\t", "\n", "\r\n"],
    ["é", "日本", "🙂"],
    ["'"],
    ["[0:1]={a}"],
    [["a", "b"], ["c", None]],
    [[["{"], ['"']], [["\\"], [""]]],
]


@pytest.mark.parametrize("values", ARRAYS, ids=repr)
def test_the_server_reads_a_list_as_the_array_it_is(
    server: psycopg.Connection, values: list[Any]
) -> None:
    text = array_text(values)
    assert _ask(server, "SELECT to_json($1::text[])", text) == values


@pytest.mark.parametrize("values", ARRAYS, ids=repr)
def test_an_array_of_the_server_is_read_as_the_list_it_is(
    server: psycopg.Connection, values: list[Any]
) -> None:
    text = _ask(server, "SELECT $1::text[]::text", array_text(values))
    assert read_array(text, str) == values


def test_an_array_with_bounds_of_its_own_is_read_without_them(server: psycopg.Connection) -> None:
    text = _ask(server, "SELECT '[0:2]={a,NULL,\"b=c\"}'::text[]::text")
    assert read_array(text, str) == ["a", None, "b=c"]


def test_elements_are_made_by_the_function_given() -> None:
    assert read_array('{red,"a\\"b\\\\c",NULL}', Colour) == [Colour.RED, Colour.ODD, None]


def test_an_array_of_json_keeps_null_apart_from_no_value(server: psycopg.Connection) -> None:
    text = json_array_text([None, {"a": None}, "x", [1]], json_text)
    assert _ask(server, "SELECT to_json($1::jsonb[])", text) == [None, {"a": None}, "x", [1]]
    assert _ask(server, "SELECT ($1::jsonb[])[1] IS NULL", text) is False


@pytest.mark.parametrize("text", ["abc", b"abc"])
def test_a_text_is_no_list(text: Any) -> None:
    with pytest.raises(TypeError, match="a list is needed"):
        array_text(text)


def test_a_tuple_is_a_list(server: psycopg.Connection) -> None:
    assert _ask(server, "SELECT $1::integer[]", array_text((1, (2,))[:1])) == [1]


def test_a_list_of_vectors_has_one_dimension(server: psycopg.Connection) -> None:
    text = flat_array_text([[1.0, 2.0], None], vector_text)
    assert _ask(server, "SELECT array_ndims($1::vector[])", text) == 1
    assert _ask(server, "SELECT ($1::vector[])[1]::text", text) == "[1,2]"
    assert _ask(server, "SELECT ($1::vector[])[2] IS NULL", text) is True


def test_boxes_are_parted_by_another_character(server: psycopg.Connection) -> None:
    boxes = ["(1,1),(0,0)", None, "(2,2),(1,1)"]
    text = _ask(server, "SELECT $1::box[]::text", array_text(boxes, delimiter=";"))
    assert read_array(text, str, ";") == boxes


def test_each_element_of_what_psycopg_loaded_is_made_anew() -> None:
    assert each([1, None, [2, [3]]], str) == ["1", None, ["2", ["3"]]]
