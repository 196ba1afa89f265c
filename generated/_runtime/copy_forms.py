# Made by quern from its own runtime: do not edit.
"""Rows as COPY takes them.

In binary form, which is several times as fast as text, psycopg's dumpers store some values as
something else: 2**40 in an integer column becomes 0, a datetime in a date column loses its time,
any text in a boolean column is true. So those columns are looked at first, a chunk at a time; all
else that does not fit, the dumpers refuse. Types that cannot be checked so go as text, which the
server reads and checks as it does any parameter.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import NoneType
from typing import Any
from uuid import UUID

from psycopg import DataError

from .values import find_text, to_text

_NULL = "\\N"
#: Types whose texts hold nothing special.
_PLAIN = frozenset({bool, int, float, Decimal, date, datetime, time, timedelta, UUID})
_RANGES = {
    "int2": (-(2**15), 2**15 - 1),
    "int4": (-(2**31), 2**31 - 1),
    "int8": (-(2**63), 2**63 - 1),
}
#: Types that are sent as another one. The binary form of jsonb is a version and the text.
_SENT_AS = {"json": "text", "jsonb": "bytea"}


class MisfitError(Exception):
    """A value that its column cannot have.

    :ivar index: of its row in the chunk, from 0
    :ivar reason: what is wrong with it
    """

    def __init__(self, index: int, reason: Exception) -> None:
        super().__init__(str(reason))
        self.index = index
        self.reason = reason


def sent_types(types: Sequence[str]) -> list[str]:
    """Return the types whose dumpers write rows that :func:`binary_rows` gives."""
    return [_SENT_AS.get(name, name) for name in types]


def binary_rows(
    rows: Sequence[Sequence[Any]], types: Sequence[str], encoding: str
) -> Sequence[Sequence[Any]]:
    """Return rows whose values all fit their columns.

    :param encoding: of the connection
    :raises MisfitError: if a value does not
    """
    _check_lengths(rows, len(types))
    for column, name in enumerate(types):
        if name in _RANGES:
            _check_range([row[column] for row in rows], name)
        elif name == "bool":
            _check_kinds([row[column] for row in rows], bool, ())
        elif name == "date":
            _check_kinds([row[column] for row in rows], object, datetime)
    documents = [column for column, name in enumerate(types) if name == "jsonb"]
    return _with_versions(rows, documents, encoding) if documents else rows


def text_block(rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as text, one a line.

    They are made column by column, whose values mostly are of one type.

    :raises MisfitError: if there is no text for a value
    """
    try:
        columns = [_fields(values) for values in zip(*rows, strict=True)]
        return "\n".join([*map("\t".join, zip(*columns, strict=True)), ""])
    except (TypeError, ValueError):  # which row it is, or of another length: for the server to say
        return "".join([_line(row, index) for index, row in enumerate(rows)])


def _line(row: Sequence[Any], index: int) -> str:
    try:
        return "\t".join([_field(value) for value in row]) + "\n"
    except TypeError as error:
        raise MisfitError(index, error) from error


def _fields(values: Sequence[Any]) -> list[str]:
    """Return the fields of a column."""
    kinds = {*map(type, values)} - {NoneType}
    text = find_text(*kinds) if len(kinds) == 1 else None
    if text is None:
        return [_field(value) for value in values]
    texts = [text(value) for value in values if value is not None]
    if not kinds <= _PLAIN and _is_special("".join(texts)):
        texts = [*map(_escape, texts)]
    if len(texts) == len(values):
        return texts
    others = iter(texts)
    return [_NULL if value is None else next(others) for value in values]


def _field(value: Any) -> str:
    return _NULL if value is None else _escape(to_text(value))


def _is_special(text: str) -> bool:
    return "\\" in text or "\t" in text or "\n" in text or "\r" in text


def _escape(text: str) -> str:
    # Several times as quick as translate().
    text = text.replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")


def _check_lengths(rows: Sequence[Sequence[Any]], length: int) -> None:
    if {*map(len, rows)} == {length}:
        return
    index = next(index for index, row in enumerate(rows) if len(row) != length)
    reason = TypeError(f"a row has {len(rows[index])} values, where {length} are expected")
    raise MisfitError(index, reason)


def _check_range(values: Sequence[int | None], name: str) -> None:
    low, high = _RANGES[name]
    try:
        numbers = [value for value in values if value is not None]
        if not numbers or (low <= min(numbers) and max(numbers) <= high):
            return
    except TypeError:  # not all are numbers: the dumper says which is not
        return
    for index, value in enumerate(values):
        if value is not None and not low <= value <= high:
            raise MisfitError(index, DataError(f"{value} is out of range for {name}"))


def _check_kinds(values: Sequence[Any], wanted: type, unwanted: type | tuple[()]) -> None:
    for kind in {*map(type, values)} - {type(None)}:
        if not issubclass(kind, wanted) or issubclass(kind, unwanted):
            index = next(index for index, value in enumerate(values) if type(value) is kind)
            name = "date" if wanted is object else wanted.__name__
            raise MisfitError(index, TypeError(f"a {name} is needed, not {values[index]!r}"))


def _with_versions(
    rows: Iterable[Sequence[Any]], columns: Sequence[int], encoding: str
) -> Sequence[Sequence[Any]]:
    """Return the rows with the version before each jsonb."""
    found: list[Sequence[Any]] = []
    for row in rows:
        values = [*row]
        for column in columns:
            if values[column] is not None:
                values[column] = b"\x01" + values[column].encode(encoding)
        found.append(values)
    return found
