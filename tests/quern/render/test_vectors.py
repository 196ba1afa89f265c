"""Vectors: lists of floats, packed for the server and read from its text."""

import struct
from collections.abc import Generator
from typing import Any

import psycopg
import pytest

from quern.render.runtime.values import ADAPTERS, to_text
from quern.render.runtime.vectors import (
    PackedVector,
    SparseVector,
    pack_half_vector,
    pack_vector,
    read_sparse_vector,
    read_vector,
    sparse_vector_text,
    vector_text,
)


class _Cursor(psycopg.RawCursor[Any]):
    @property
    def adapters(self) -> Any:
        return ADAPTERS


@pytest.fixture(scope="module")
def server(module_url: str) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(module_url, autocommit=True) as connection:
        yield connection


def _ask(connection: psycopg.Connection, query: bytes, value: object) -> Any:
    with _Cursor(connection) as cursor:
        row = cursor.execute(query, [value]).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize("text", ["[0.1,-2.5]", "[1]", "[1e-45,3.4028235e+38]"])
def test_a_vector_is_a_list_of_floats(text: str) -> None:
    found = read_vector(text)
    assert found == [float(word) for word in text.strip("[]").split(",")]
    assert {type(value) for value in found} == {float}


@pytest.mark.parametrize(
    ("values", "packed", "query"),
    [
        ([1.0, 0.1, -2.5], pack_vector([1.0, 0.1, -2.5]), b"SELECT $1::vector::text"),
        ([1.0, 0.5, -2.5], pack_half_vector([1.0, 0.5, -2.5]), b"SELECT $1::halfvec::text"),
    ],
    ids=["vector", "halfvec"],
)
def test_the_server_reads_packed_vectors_as_it_reads_their_text(
    server: psycopg.Connection, values: list[float], packed: object, query: bytes
) -> None:
    assert isinstance(packed, PackedVector)
    assert _ask(server, query, packed) == _ask(server, query, vector_text(values))


def test_whole_numbers_and_tuples_are_packed_too() -> None:
    assert pack_vector((1, 2)) == struct.pack(">HHff", 2, 0, 1.0, 2.0)


@pytest.mark.parametrize("pack", [pack_vector, pack_half_vector])
def test_a_packed_vector_has_a_text_too(pack: Any) -> None:
    assert to_text(pack([0.5, -2.0])) == "[0.5, -2.0]"
    assert to_text(pack([])) == "[]"


@pytest.mark.parametrize("pack", [pack_vector, pack_half_vector])
def test_what_is_too_large_to_pack_is_sent_as_text(pack: Any) -> None:
    assert pack([1e300]) == "[1e+300]"


@pytest.mark.parametrize(
    "vector", [SparseVector(5, {1: 1.5, 5: -2.0}), SparseVector(1, {}), SparseVector(2, {2: 1e-45})]
)
def test_a_sparse_vector_comes_back_as_it_was(
    server: psycopg.Connection, vector: SparseVector
) -> None:
    text = _ask(server, b"SELECT $1::sparsevec::text", sparse_vector_text(vector))
    assert read_sparse_vector(text) == vector
