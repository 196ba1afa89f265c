# Made by quern from its own runtime: do not edit.
"""Values to the text that is sent, and what psycopg makes of what arrives.

Parameters go without a type and as text, so that the server infers for them what it inferred when
the query was analysed. By itself psycopg would choose a type by the value (a small integer is a
smallint), and with it another operator, another plan, or an error.

What arrives is loaded by psycopg if its type, or that of its elements, is in :data:`LOADED`; else
it is text, which the makers of rows read.

What Python cannot hold is an error that names the column (see :mod:`.unreadable`): dates before
the year 1 and after 9999, ``infinity`` of dates and intervals, the time 24:00, and intervals of
months, which have no fixed length. So are dates and intervals in another style than the server's
own (DateStyle, IntervalStyle) where psycopg does not read that.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any, ClassVar
from uuid import UUID

from psycopg import DataError, abc, postgres
from psycopg.adapt import AdaptersMap, Dumper, Loader
from psycopg.pq import Format
from psycopg.types import TypesRegistry, array
from psycopg.types.datetime import IntervalLoader
from psycopg.types.string import TextLoader

from .variants import Unused
from .vectors import PackedVector, PackedVectorDumper


def _interval(value: timedelta) -> str:
    # Each part with its sign: with IntervalStyle sql_standard the first would count for all.
    return f"{value.days:+d} day {value.seconds:+d} second {value.microseconds:+d} microsecond"


def _label(value: Enum) -> str:
    return str(value.value)


def _uuid(value: UUID) -> str:
    # The server reads it without hyphens too, and they take three times as long to make.
    return f"{value.int:032x}"


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
    UUID: _uuid,
    IPv4Address: str,
    IPv4Interface: str,
    IPv4Network: str,
    IPv6Address: str,
    IPv6Interface: str,
    IPv6Network: str,
    PackedVector: str,
    Enum: _label,
}


def find_text(kind: type) -> Callable[[Any], str] | None:
    """Return what makes the texts of a type's values, if there is any."""
    if text := _TEXTS.get(kind):
        return text
    if issubclass(kind, Enum):  # before str, which a StrEnum is too
        return _label
    return next((_TEXTS[base] for base in kind.__mro__ if base in _TEXTS), None)


def to_text(value: object) -> str:
    """Return a value as Postgres reads it.

    :raises TypeError: if there is no text for its type
    """
    text = find_text(type(value))
    if text is None:
        raise TypeError(f"no parameter can be of type {type(value).__name__}: {value!r}")
    return text(value)


class _TextDumper(Dumper):
    """Sends a value as text without a type (OID 0): digits and signs, the same in any encoding."""

    def __init__(self, cls: type, context: abc.AdaptContext | None = None) -> None:
        super().__init__(cls, context)
        self._text = find_text(cls) or to_text

    def dump(self, obj: Any) -> bytes:
        """Return the text."""
        return self._text(obj).encode()


class _LabelDumper(Dumper):
    """Sends the value of an enum, which may be any text, in the encoding of the connection."""

    def __init__(self, cls: type, context: abc.AdaptContext | None = None) -> None:
        super().__init__(cls, context)
        encoding = self.connection.info.encoding if self.connection else "utf-8"
        # SQL_ASCII takes any bytes; psycopg sends it UTF-8 too.
        self._encoding = "utf-8" if encoding == "ascii" else encoding

    def dump(self, obj: Any) -> bytes:
        """Return the text."""
        return _label(obj).encode(self._encoding)


#: The types that psycopg loads itself, and arrays of them.
LOADED = frozenset(
    {
        *("bool", "int2", "int4", "int8", "oid", "float4", "float8", "numeric"),
        *("text", "varchar", "bpchar", '"char"', "name", "bytea"),
        *("date", "time", "timetz", "timestamp", "timestamptz", "interval"),
        *("uuid", "inet", "cidr"),
    }
)


#: An interval of a fixed length.
_FIXED = re.compile(rb"(?:[-+]?\d+ days? ?)?(?:[-+]?\d+:\d\d:\d\d(?:\.\d+)?)?")


class _IntervalLoader(Loader):
    """Loads intervals that are timedeltas; psycopg itself takes a month for 30 days.

    :cvar psycopg_loader: psycopg's own, the one in C where there is one
    """

    psycopg_loader: ClassVar[type[abc.Loader]] = IntervalLoader

    def __init__(self, oid: int, context: abc.AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        self._load = self.psycopg_loader(oid, context).load

    def load(self, data: abc.Buffer) -> timedelta:
        """Return a timedelta.

        :raises psycopg.DataError: if the interval has months or no end
        """
        found: timedelta = self._load(data)
        if not _FIXED.fullmatch(data):
            raise DataError(f"no timedelta can hold the interval {bytes(data).decode()!r}")
        return found


class _UnusedDumper(Dumper):
    """Sends nothing, with a type: of a parameter without a use the server finds out none."""

    oid = 25  # text

    def dump(self, obj: Any) -> bytes:  # noqa: ARG002 - all are alike
        """Return the empty text."""
        return b""


class _IntegerDumper(_TextDumper):
    """The same for what most keys are, in a third of the time."""

    def dump(self, obj: Any) -> bytes:
        """Return the digits."""
        return b"%d" % obj


_DUMPERS: dict[type, type[Dumper]] = {int: _IntegerDumper, Enum: _LabelDumper}


def _make_adapters() -> AdaptersMap:
    """Return psycopg's adapters as they are built in, whatever the application has registered."""
    types = TypesRegistry()
    postgres.register_default_types(types)
    adapters = AdaptersMap(types=types)
    postgres.register_default_adapters(adapters)
    interval = types["interval"].oid
    _IntervalLoader.psycopg_loader = adapters.get_loader(interval, Format.TEXT) or IntervalLoader
    adapters.register_loader(interval, _IntervalLoader)
    for found in types:
        if found.name in LOADED:
            array.register_array(found, adapters)
        elif adapters.get_loader(found.oid, Format.TEXT):
            adapters.register_loader(found.oid, TextLoader)
    for kind in _TEXTS:
        if kind is not str:  # psycopg's own sends no type either, and is written in C
            adapters.register_dumper(kind, _DUMPERS.get(kind, _TextDumper))
    adapters.register_dumper(PackedVector, PackedVectorDumper)
    adapters.register_dumper(Unused, _UnusedDumper)
    return adapters


ADAPTERS = _make_adapters()
