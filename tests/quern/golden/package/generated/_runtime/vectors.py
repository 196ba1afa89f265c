# Made by quern from its own runtime: do not edit.
"""Vectors of the extension pgvector, without its Python package: lists of floats."""

import json
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.adapt import Dumper
from psycopg.pq import Format
from pydantic_core import from_json

_PAIR = re.compile(r"(\d+):([^,}]+)")


@dataclass(frozen=True)
class SparseVector:
    """A vector of which most elements are zero.

    :ivar dimensions: how many elements it has
    :ivar values: those that are not zero, by index from 1, as Postgres counts
    """

    dimensions: int
    values: Mapping[int, float]


class PackedVector(bytes):
    """A vector as Postgres receives it in binary: 60 times as quick to make as text."""

    def __str__(self) -> str:
        """Return its text, for what takes no binary."""
        (dimensions,) = struct.unpack_from(">H", self)
        kind = "f" if len(self) == 4 + 4 * dimensions else "e"
        return vector_text(struct.unpack_from(f">{dimensions}{kind}", self, 4))


class PackedVectorDumper(Dumper):
    """Sends a packed vector as it is, without a type (OID 0)."""

    format = Format.BINARY

    def dump(self, obj: Any) -> bytes:
        """Return the bytes."""
        return bytes(obj)


def pack_vector(values: Sequence[float]) -> PackedVector | str:
    """Return a vector to send as a parameter.

    What is too large for it is sent as text, for the server to say so.
    """
    return _packed(values, "f")


def pack_half_vector(values: Sequence[float]) -> PackedVector | str:
    """Return a vector of half precision to send as a parameter, likewise."""
    return _packed(values, "e")


def _packed(values: Sequence[float], kind: str) -> PackedVector | str:
    try:
        packed = struct.pack(f">HH{len(values)}{kind}", len(values), 0, *values)
    except (OverflowError, struct.error):
        return vector_text(values)
    return PackedVector(packed)


def vector_text(values: Sequence[float]) -> str:
    """Return a vector, of whole or half precision, as Postgres reads it."""
    return json.dumps(list(values))


def read_vector(text: str) -> list[float]:
    """Return a vector that arrived as text."""
    return list(map(float, from_json(text)))  # the server writes 1 for 1.0


def sparse_vector_text(vector: SparseVector) -> str:
    """Return a sparse vector as Postgres reads it."""
    pairs = ",".join(f"{index}:{value!r}" for index, value in vector.values.items())
    return f"{{{pairs}}}/{vector.dimensions}"


def read_sparse_vector(text: str) -> SparseVector:
    """Return a sparse vector that arrived as text, such as ``{1:0.5,3:2}/4``."""
    values = {int(index): float(value) for index, value in _PAIR.findall(text)}
    return SparseVector(int(text.rpartition("/")[2]), values)
