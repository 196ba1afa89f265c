"""Ranges, and what pydantic makes of them."""

from datetime import date
from decimal import Decimal

import pytest
from psycopg.types import range as psycopg_range
from pydantic import BaseModel, ValidationError

from quern.render.runtime.ranges import Range, range_text, read_multirange, read_range


class Booking(BaseModel):
    days: Range[date]
    price: Range[Decimal] | None = None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("empty", Range[str](empty=True)),
        ("(,)", Range[str](None, None, "()")),
        ('["","a"]', Range("", "a", "[]")),
        ('("a,b",")]"]', Range("a,b", ")]", "(]")),
        ('["a""b","c\\\\d")', Range('a"b', "c\\d")),
    ],
)
def test_what_the_server_writes_is_read(text: str, expected: Range[str]) -> None:
    found = read_range(text, str)
    assert found == expected
    assert type(found) is Range


@pytest.mark.parametrize("text", ["", "[1,2", "1,2", "[1)", "[1,2)x"])
def test_what_is_no_range_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is no range"):
        read_range(text, int)


def test_the_ranges_of_a_multirange_are_a_list() -> None:
    assert read_multirange("{}", int) == []
    assert read_multirange("{(,1),[5,7]}", int) == [Range(None, 1, "()"), Range(5, 7, "[]")]


def test_a_range_of_psycopg_s_is_written_too() -> None:
    assert range_text(psycopg_range.Range(1, None)) == '["1",)'


def test_a_range_is_an_object_in_json() -> None:
    booking = Booking(days=Range(date(2024, 1, 1), None))
    expected = '{"days":{"lower":"2024-01-01","upper":null,"bounds":"[)"},"price":null}'
    assert booking.model_dump_json() == expected
    assert Booking.model_validate_json(expected) == booking


def test_a_range_is_itself_in_a_dump() -> None:
    days = Range(date(2024, 1, 1), None)
    assert Booking(days=days).model_dump() == {"days": days, "price": None}


def test_an_empty_range_survives_json() -> None:
    booking = Booking(days=Range(empty=True))
    assert Booking.model_validate_json(booking.model_dump_json()) == booking


def test_a_range_of_psycopg_s_is_taken() -> None:
    booking = Booking.model_validate({"days": psycopg_range.Range(date(2024, 1, 1))})
    assert booking.days == Range(date(2024, 1, 1))
    assert type(booking.days) is Range


@pytest.mark.parametrize(
    "days", [psycopg_range.Range("x"), "x", {"lower": None}, {"lower": 1, "upper": 2, "bounds": ""}]
)
def test_bounds_of_another_type_are_refused(days: object) -> None:
    with pytest.raises(ValidationError):
        Booking.model_validate({"days": days, "price": None})


def test_the_schema_of_a_range_can_be_made() -> None:
    properties = Booking.model_json_schema()["properties"]["days"]["properties"]
    assert [*properties] == ["lower", "upper", "bounds"]
