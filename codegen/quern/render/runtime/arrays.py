"""Arrays: lists, and lists of lists for several dimensions."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeGuard

from .values import to_text

#: An element between quotes, a bare one, or an edge of the array; by what parts its elements.
_ELEMENTS = {
    delimiter: re.compile(rf'"((?:[^"\\]|\\.)*)"|([^{{}}{delimiter}"]+)|([{{}}])', re.DOTALL)
    for delimiter in ",;"
}
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


def array_text(
    values: Sequence[Any], write: Callable[[Any], str] | None = None, delimiter: str = ","
) -> str:
    """Return a list, nested ones too, as Postgres reads an array.

    :param write: makes the text of an element; by its type when not given. None is NULL
    :param delimiter: what parts elements: a comma, but for ``box``
    :raises TypeError: if the list is a text, which is a sequence to Python
    """
    return f"{{{delimiter.join(_texts(values, write or to_text, delimiter))}}}"


def _texts(values: Sequence[Any], write: Callable[[Any], str], delimiter: str) -> list[str]:
    return [
        "NULL"
        if value is None
        else array_text(value, write, delimiter)
        if _is_list(value)
        else _quoted(write(value))
        for value in _checked(values)
    ]


def flat_array_text(values: Sequence[Any], write: Callable[[Any], str]) -> str:
    """Return a list of what may be lists itself, vectors say, as Postgres reads an array.

    :param write: makes the text of an element. None is NULL
    """
    elements = ("NULL" if value is None else _quoted(write(value)) for value in _checked(values))
    return f"{{{','.join(elements)}}}"


def json_array_text(values: Sequence[Any], write: Callable[[Any], str]) -> str:
    """Return a list of JSON values as Postgres reads an array; None is the null of JSON.

    :param write: makes the text of an element
    """
    return f"{{{','.join(_quoted(write(value)) for value in _checked(values))}}}"


def _checked(values: Sequence[Any]) -> Sequence[Any]:
    if isinstance(values, str | bytes):
        raise TypeError(f"a list is needed, not {values!r}")
    return values


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _is_list(value: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, list | tuple)


def each(values: list[Any], make: Callable[[Any], Any]) -> list[Any]:
    """Return a list, nested ones too, with each element made of what psycopg loaded."""
    return [
        None if value is None else each(value, make) if _is_array(value) else make(value)
        for value in values
    ]


def _is_array(value: Any) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def read_array(text: str, read: Callable[[str], object], delimiter: str = ",") -> list[Any]:
    """Return an array that arrived as text, as a list (of lists, for several dimensions).

    :param read: makes an element of its text; NULL stays None
    """
    # Bounds other than from 1 come first: [0:1]={a,b}
    start = text.index("{")
    lists: list[list[Any]] = [[]]
    for match in _ELEMENTS[delimiter].finditer(text, start):
        quoted, bare, edge = match.groups()
        if edge == "{":
            lists.append([])
        elif edge == "}":
            done = lists.pop()
            lists[-1].append(done)
        elif quoted is not None:
            lists[-1].append(read(_ESCAPE.sub(r"\1", quoted)))
        else:
            lists[-1].append(None if bare == "NULL" else read(bare))
    found: list[Any] = lists[0][0]
    return found


def of_dimensions(values: list[Any], dimensions: int) -> list[Any]:
    """Return an array as it is, if it has as many dimensions as its column says, or is empty.

    :raises ValueError: if it has more or less: the server does not enforce what a column says
    """
    found, inner = 1, values
    while inner and _is_array(inner[0]):
        found, inner = found + 1, inner[0]
    if values and found != dimensions:
        raise ValueError(f"the array has {found} dimensions, and its column says {dimensions}")
    return values
