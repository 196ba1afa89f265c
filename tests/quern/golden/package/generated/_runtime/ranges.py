# Made by quern from its own runtime: do not edit.
"""Ranges and multiranges."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeGuard, TypeVar, get_args

from psycopg.types import range as psycopg_range
from pydantic import GetCoreSchemaHandler, SerializationInfo, SerializerFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from .values import to_text

T = TypeVar("T")

_BOUND = r'(?:"((?:[^"\\]|""|\\.)*)"|([^,"\\()\[\]]*))'
_RANGE = re.compile(rf"([\[(]){_BOUND},{_BOUND}([\])])", re.DOTALL)
#: Between quotes a quote is written twice, and so is a backslash.
_DOUBLED = re.compile(r'(["\\])\1')


class Range(psycopg_range.Range[T]):
    """A range of psycopg's that pydantic knows too.

    In JSON it is an object of ``lower``, ``upper`` and ``bounds``, which are ``""`` for an empty
    range.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate what is a range, or the parts of one; the bounds by their own type."""
        (kind,) = get_args(source) or (Any,)
        bound = core_schema.nullable_schema(handler.generate_schema(kind))
        bounds = core_schema.literal_schema(["[)", "[]", "(]", "()", ""])
        parts = core_schema.typed_dict_schema(
            {
                "lower": core_schema.typed_dict_field(bound),
                "upper": core_schema.typed_dict_field(bound),
                "bounds": core_schema.typed_dict_field(bounds),
            },
            config=core_schema.CoreConfig(allow_inf_nan=True),
        )
        return core_schema.no_info_before_validator_function(
            _parts,
            core_schema.no_info_after_validator_function(_of_parts, parts),
            serialization=core_schema.wrap_serializer_function_ser_schema(
                _serialized, info_arg=True, schema=parts
            ),
        )


def _parts(value: Any) -> Any:
    if not _is_range(value):
        return value
    return {"lower": value.lower, "upper": value.upper, "bounds": value.bounds}


def _is_range(value: Any) -> TypeGuard[psycopg_range.Range[Any]]:
    return isinstance(value, psycopg_range.Range)


def _of_parts(parts: dict[str, Any]) -> Range[Any]:
    if not parts["bounds"]:
        return Range(empty=True)
    return Range(parts["lower"], parts["upper"], parts["bounds"])


def _serialized(
    value: Any, serialize: SerializerFunctionWrapHandler, info: SerializationInfo
) -> Any:
    return serialize(_parts(value)) if info.mode_is_json() else value


def range_text(value: psycopg_range.Range[Any], write: Callable[[Any], str] | None = None) -> str:
    """Return a range as Postgres reads it.

    :param write: makes the text of a bound; by its type when not given
    """
    if value.isempty:
        return "empty"
    lower, upper = (_bound(bound, write or to_text) for bound in (value.lower, value.upper))
    return f"{value.bounds[0]}{lower},{upper}{value.bounds[1]}"


def _bound(value: Any, write: Callable[[Any], str]) -> str:
    if value is None:
        return ""
    escaped = write(value).replace("\\", "\\\\").replace('"', '""')
    return f'"{escaped}"'


def read_range(text: str, read: Callable[[str], T]) -> Range[T]:
    """Return a range that arrived as text.

    :param read: makes a bound of its text
    :raises ValueError: if the text is none of a range
    """
    if text == "empty":
        return Range(empty=True)
    match = _RANGE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no range")
    return _range(match, read)


def _range(match: re.Match[str], read: Callable[[str], T]) -> Range[T]:
    opening, lower_quoted, lower, upper_quoted, upper, closing = match.groups()
    return Range(
        _read_bound(lower_quoted, lower, read),
        _read_bound(upper_quoted, upper, read),
        opening + closing,
    )


def _read_bound(quoted: str | None, bare: str, read: Callable[[str], T]) -> T | None:
    if quoted is not None:
        return read(_DOUBLED.sub(r"\1", quoted))
    return read(bare) if bare else None


def multirange_text(
    values: Sequence[psycopg_range.Range[Any]], write: Callable[[Any], str] | None = None
) -> str:
    """Return ranges as Postgres reads a multirange.

    :param write: makes the text of a bound; by its type when not given
    """
    return f"{{{','.join(range_text(value, write) for value in values)}}}"


def read_multirange(text: str, read: Callable[[str], T]) -> list[Range[T]]:
    """Return the ranges of a multirange that arrived as text.

    :param read: makes a bound of its text
    """
    return [_range(match, read) for match in _RANGE.finditer(text)]
