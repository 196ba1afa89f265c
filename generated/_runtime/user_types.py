# Made by quern from its own runtime: do not edit.
"""Types that the user names for columns and types: pydantic validates them."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")


def validated(value: Any, kind: Callable[..., T]) -> T:
    """Return a value of the user's type, made of what Postgres' own type is in Python.

    :raises pydantic.ValidationError: if it is not what the type allows
    """
    found: T = _adapter(kind).validate_python(value)
    return found


def validated_json(text: str, kind: Callable[..., T]) -> T:
    """Return a value of the user's type, made of JSON.

    :raises pydantic.ValidationError: if it is not what the type allows
    """
    found: T = _adapter(kind).validate_json(text)
    return found


def dumped(value: Any, kind: Callable[..., Any]) -> Any:
    """Return a value of the user's type as the plain value that Postgres' own type takes."""
    return _adapter(kind).dump_python(value)


def dumped_json(value: Any, kind: Callable[..., Any]) -> str:
    """Return a value of the user's type as JSON."""
    return _adapter(kind).dump_json(value, by_alias=True).decode()


_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]
