"""The check that a value is exactly what an annotation says."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import pytest
from psycopg.types.range import Range
from pydantic import BaseModel, JsonValue

from tests.annotations import mismatches


class Colour(StrEnum):
    RED = "red"


class Row(BaseModel):
    id: int
    colours: list[Colour | None]


@dataclass
class Point:
    x: float


RIGHT: list[tuple[object, Any]] = [
    (1, int),
    (None, None),
    (None, int | None),
    (1.0, float | None),
    (Colour.RED, Colour),
    ([1, None], list[int | None]),
    ({"a": None}, dict[str, str | None]),
    ({"a": [1, {"b": None}]}, JsonValue),
    (Range(1, None), Range[int]),
    (Row(id=1, colours=[None]), Row),
    (Point(1.0), Point),
]
WRONG: list[tuple[object, Any]] = [
    (True, int),
    (1, float),
    (None, int),
    ("red", Colour),
    (Colour.RED, str),
    (datetime(2024, 1, 1), date),
    ((1,), list[int]),
    ([1, None], list[int]),
    ([[1]], list[int]),
    ({"a": 1}, dict[str, str]),
    ({1: "a"}, dict[str, str]),
    ({"a": date(2024, 1, 1)}, JsonValue),
    (Range(1.5, None), Range[int]),
    (Row.model_construct(id="1", colours=[]), Row),
    (Row.model_construct(id=1, colours=["red"]), Row),
    (Point(1), Point),
]


@pytest.mark.parametrize(("value", "annotation"), RIGHT, ids=repr)
def test_a_value_of_the_type_passes(value: object, annotation: Any) -> None:
    assert mismatches(value, annotation) == []


@pytest.mark.parametrize(("value", "annotation"), WRONG, ids=repr)
def test_a_value_of_another_type_is_found(value: object, annotation: Any) -> None:
    assert len(mismatches(value, annotation)) == 1


def test_what_is_found_says_where() -> None:
    (found,) = mismatches([Row.model_construct(id=1, colours=["red"])], list[Row])
    assert found.startswith("value[0].colours[0] is 'red'")
