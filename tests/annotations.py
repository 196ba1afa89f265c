"""Checking that a value is exactly what an annotation says, all that it holds included.

Stricter than pydantic and than ``isinstance``: True is no int, 1 no float, a datetime no date.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from psycopg.types.range import Range
from pydantic import BaseModel, JsonValue

_JSON_TYPES = (NoneType, bool, int, float, str)


def mismatches(value: object, annotation: Any, place: str = "value") -> list[str]:
    """Return in words where a value is not what the annotation says; nothing if it is.

    :param place: how to call the value
    """
    if annotation is JsonValue:
        return _json_mismatches(value, place)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        found = [mismatches(value, choice, place) for choice in arguments]
        return [] if [] in found else [f"{place} is {value!r}, and not {annotation}"]
    kind: type = NoneType if annotation is None else origin or annotation
    if kind is Mapping:
        kind = dict
    if type(value) is not kind:
        return [f"{place} is {value!r}, and not {annotation}"]
    return [
        problem
        for name, part, expected in _parts(value, arguments)
        for problem in mismatches(part, expected, f"{place}{name}")
    ]


def _parts(value: object, arguments: Sequence[Any]) -> list[tuple[str, object, Any]]:
    """Return the names, the values and the annotations of what a value holds."""
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [(f"[{index}]", item, arguments[0]) for index, item in enumerate(items)]
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        keys = [(f" key {key!r}", key, arguments[0]) for key, _ in pairs]
        return [*keys, *((f"[{key!r}]", item, arguments[1]) for key, item in pairs)]
    if isinstance(value, Range):
        bounds = cast("Range[object]", value)
        optional = arguments[0] | None
        return [(".lower", bounds.lower, optional), (".upper", bounds.upper, optional)]
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        assert list(value.__dict__) == list(fields)
        return [(f".{name}", item, fields[name].annotation) for name, item in value]
    if dataclasses.is_dataclass(value):
        hints = get_type_hints(type(value)).items()
        return [(f".{name}", getattr(value, name), expected) for name, expected in hints]
    return []


def _json_mismatches(value: object, place: str) -> list[str]:
    if isinstance(value, list):
        items = cast("list[object]", value)
        parts = [(f"{place}[{index}]", item) for index, item in enumerate(items)]
    elif isinstance(value, dict):
        pairs = cast("dict[object, object]", value).items()
        parts = [(f"{place}[{key!r}]", item) for key, item in pairs]
    else:
        return [] if type(value) in _JSON_TYPES else [f"{place} is {value!r}, which is no JSON"]
    return [problem for name, part in parts for problem in _json_mismatches(part, name)]
