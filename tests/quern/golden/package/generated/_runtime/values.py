# Made by quern from its own runtime: do not edit.
"""Values to the text that is sent, and from the text that arrives.

Parameters go without a type and as text, so that the server infers for them what it inferred when
the query was analysed. By itself psycopg would choose a type by the value (a small integer is a
smallint), and with it another operator, another plan, or an error.
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, TypeGuard, TypeVar
from uuid import UUID

from psycopg import postgres
from psycopg.adapt import AdaptersMap, Dumper
from psycopg.types import TypesRegistry, array

E = TypeVar("E")


def json_text(value: Any) -> str:
    """Return a value as JSON.

    :raises ValueError: if it holds NaN or infinity, which JSON has not
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def array_text(values: Sequence[Any], element: Callable[[Any], str] | None = None) -> str:
    """Return a list, nested ones too, as Postgres writes an array.

    :param element: makes the text of an element; by its type when not given
    :raises TypeError: if the list is a text, which is a sequence to Python
    """
    if isinstance(values, str | bytes):
        raise TypeError(f"a list is needed, not {values!r}")
    return "{" + ",".join(_element_text(value, element) for value in values) + "}"


def _element_text(value: Any, element: Callable[[Any], str] | None) -> str:
    if value is None and element is None:
        return "NULL"
    if element is None and _is_list(value):
        return array_text(value)
    text = element(value) if element else to_text(value)
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, list | tuple)


#: An element between quotes, a bare one, or an edge of the array.
_ELEMENT = re.compile(r'"((?:[^"\\]|\\.)*)"|([^{},"]+)|([{}])', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def read_array(text: str | None, element: Callable[[str], E]) -> Any:
    """Return an array that arrived as text, as a list (of lists, for several dimensions).

    :param element: makes an element of its text; NULL stays None
    """
    if text is None:
        return None
    # Bounds other than from 1 come first: [0:1]={a,b}
    start = text.index("{")
    lists: list[list[Any]] = [[]]
    for match in _ELEMENT.finditer(text, start):
        quoted, bare, edge = match.groups()
        if edge == "{":
            lists.append([])
        elif edge == "}":
            done = lists.pop()
            lists[-1].append(done)
        elif quoted is not None:
            lists[-1].append(element(_ESCAPE.sub(r"\1", quoted)))
        else:
            lists[-1].append(None if bare == "NULL" else element(bare))
    return lists[0][0]


def _interval(value: timedelta) -> str:
    # Each part with its sign: with IntervalStyle sql_standard the first would count for all.
    return f"{value.days:+d} day {value.seconds:+d} second {value.microseconds:+d} microsecond"


def _label(value: Enum) -> str:
    return str(value.value)


def _bytes(value: bytes | bytearray | memoryview) -> str:
    return "\\x" + value.hex()


_TEXTS: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "t" if value else "f",
    int: int.__repr__,
    float: float.__repr__,
    Decimal: str,
    str: str.__str__,
    bytes: _bytes,
    bytearray: _bytes,
    memoryview: _bytes,
    datetime: datetime.isoformat,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: _interval,
    UUID: str,
    Enum: _label,
}


def to_text(value: Any) -> str:
    """Return a value as Postgres reads it.

    :raises TypeError: if there is no text for its type
    """
    text = _TEXTS.get(type(value))
    if text is not None:
        return text(value)
    if isinstance(value, Enum):  # before str, which a StrEnum is too
        return _label(value)
    for kind in type(value).__mro__:
        if kind in _TEXTS:
            return _TEXTS[kind](value)
    raise TypeError(f"no parameter can be of type {type(value).__name__}: {value!r}")


class _TextDumper(Dumper):
    """Sends a value as text without a type (OID 0)."""

    def dump(self, obj: Any) -> bytes:
        return to_text(obj).encode()


def _make_adapters() -> AdaptersMap:
    """Return psycopg's adapters as they are built in, whatever the application has registered."""
    types = TypesRegistry()
    postgres.register_default_types(types)
    adapters = AdaptersMap(types=types)
    postgres.register_default_adapters(adapters)
    array.register_all_arrays(adapters)
    for kind in _TEXTS:
        if kind is not str:  # psycopg's own sends no type either, and is written in C
            adapters.register_dumper(kind, _TextDumper)
    return adapters


ADAPTERS = _make_adapters()
