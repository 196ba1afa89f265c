"""Values of composite types: the text of a row."""

import re
from typing import Any

from .values import to_text

#: A value between quotes or a bare one, and what comes after it.
_VALUE = re.compile(r'(?:"((?:[^"\\]|""|\\.)*)"|([^,()"\\]*))([,)])', re.DOTALL)
#: Between quotes a quote is written twice, and so is a backslash.
_DOUBLED = re.compile(r'(["\\])\1')


def read_composite(text: str, count: int) -> list[str | None]:
    """Return the texts of a composite's attributes; None for NULL.

    Nothing at all is NULL; the empty text stands between quotes.

    :param count: how many attributes there were when the code was generated
    :raises ValueError: if there are as many no more
    """
    values: list[str | None] = []
    for match in _VALUE.finditer(text, 1):
        quoted, bare, _ = match.groups()
        values.append((bare or None) if quoted is None else _DOUBLED.sub(r"\1", quoted))
    if len(values) != count:
        raise ValueError(f"{count} attributes are expected, and there are {len(values)}")
    return values


def composite_text(*values: Any) -> str:
    """Return the values of a composite's attributes as Postgres reads them.

    :param values: None is NULL; others are texts already, or are written by their types
    """
    return f"({','.join(map(_attribute, values))})"


def _attribute(value: Any) -> str:
    if value is None:
        return ""
    escaped = to_text(value).replace("\\", "\\\\").replace('"', '""')
    return f'"{escaped}"'
