"""Checking what a generated function returns against what it declares."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast, get_type_hints

from pydantic import TypeAdapter

from generated import _runtime


def check_return(function: Callable[..., object], value: object) -> None:
    """Check a value that a generated function returned against its return annotation.

    :raises pydantic.ValidationError: if a value is not of its declared type
    :raises AssertionError: if a row has other fields than its model
    """
    check(value, get_type_hints(function)["return"])


def check(value: object, declared: Any) -> None:
    """Check a value, and what it holds, against a type.

    Pydantic takes a row that is an instance of its model as it is, and generated functions make
    rows without validating them: so each field of a row is checked by itself.

    :raises pydantic.ValidationError: if a value is not of its declared type
    :raises AssertionError: if a row has other fields than its model
    """
    _adapter(declared).validate_python(value, strict=True)
    if isinstance(value, list):
        for element in cast("list[object]", value):
            _check_row(element)
    else:
        _check_row(value)


def _check_row(row: object) -> None:
    if not isinstance(row, _runtime.Row):
        return
    fields = type(row).model_fields
    held: Mapping[str, object] = row.__dict__
    assert list(held) == list(fields)
    for name, field in fields.items():
        check(held[name], field.annotation)


@cache
def _adapter(declared: Any) -> TypeAdapter[object]:
    return TypeAdapter(declared)
