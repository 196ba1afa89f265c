# Made by quern from the database: do not edit.
"""Rows of the tables of schema shop."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import JsonValue

from .. import _runtime
from .enums import ALongNameOfAnEnumType, Colour, Empty
from .enums import read_a_long_name_of_an_enum_type as _read_a_long_name_of_an_enum_type
from .enums import read_colour as _read_colour
from .enums import read_empty as _read_empty


class EveryType(_runtime.Row):
    """A row of shop.every_type.

    :ivar a_bool: True or false; a comment with \"\"\" quotes, a \\ and {{ braces }} that is so long
        that it must be wrapped over two lines.
    :ivar a_int2: Several paragraphs.
    """

    id: int
    a_bool: bool
    a_int2: int
    a_int4: int
    a_int8: int
    an_oid: int
    a_float4: float
    a_float8: float
    a_numeric: Decimal
    a_text: str
    a_varchar: str
    a_bpchar: str
    a_char: str
    a_name: str
    a_bytea: bytes
    a_date: date
    a_time: time
    a_timetz: time
    a_timestamp: datetime
    a_timestamptz: datetime
    an_interval: timedelta
    a_uuid: UUID
    a_json: JsonValue
    a_jsonb: JsonValue
    an_enum: Colour
    a_domain: Decimal
    a_shade: Colour
    bools: list[bool | None]
    int2s: list[int | None]
    ints: list[int | None]
    int8s: list[int | None]
    oids: list[int | None]
    floats: list[float | None]
    doubles: list[float | None]
    numerics: list[Decimal | None]
    texts: list[str | None]
    varchars: list[str | None]
    bpchars: list[str | None]
    chars: list[str | None]
    names: list[str | None]
    byteas: list[bytes | None]
    dates: list[date | None]
    times: list[time | None]
    timetzs: list[time | None]
    timestamps: list[datetime | None]
    timestamptzs: list[datetime | None]
    intervals: list[timedelta | None]
    uuids: list[UUID | None]
    jsons: list[JsonValue]
    jsonbs: list[JsonValue]
    enums: list[Colour | None]


def make_every_type(values: Sequence[Any]) -> EveryType:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        EveryType,
        {
            "id": values[0],
            "a_bool": values[1],
            "a_int2": values[2],
            "a_int4": values[3],
            "a_int8": values[4],
            "an_oid": values[5],
            "a_float4": values[6],
            "a_float8": values[7],
            "a_numeric": values[8],
            "a_text": values[9],
            "a_varchar": values[10],
            "a_bpchar": values[11],
            "a_char": values[12],
            "a_name": values[13],
            "a_bytea": values[14],
            "a_date": values[15],
            "a_time": values[16],
            "a_timetz": values[17],
            "a_timestamp": values[18],
            "a_timestamptz": values[19],
            "an_interval": values[20],
            "a_uuid": values[21],
            "a_json": _runtime.read_json(values[22]),
            "a_jsonb": _runtime.read_json(values[23]),
            "an_enum": _read_colour(values[24]),
            "a_domain": values[25],
            "a_shade": _read_colour(values[26]),
            "bools": values[27],
            "int2s": values[28],
            "ints": values[29],
            "int8s": values[30],
            "oids": values[31],
            "floats": values[32],
            "doubles": values[33],
            "numerics": values[34],
            "texts": values[35],
            "varchars": values[36],
            "bpchars": values[37],
            "chars": values[38],
            "names": values[39],
            "byteas": values[40],
            "dates": values[41],
            "times": values[42],
            "timetzs": values[43],
            "timestamps": values[44],
            "timestamptzs": values[45],
            "intervals": values[46],
            "uuids": values[47],
            "jsons": _runtime.read_array(values[48], _runtime.read_json),
            "jsonbs": _runtime.read_array(values[49], _runtime.read_json),
            "enums": _runtime.read_array(values[50], _read_colour),
        },
    )


class LongName(_runtime.Row):
    """A row of shop.long_names."""

    a_long_name_of_a_column_that_goes_on: ALongNameOfAnEnumType | None
    the_same_once_more: list[ALongNameOfAnEnumType | None] | None
    nobody: Empty | None


def make_long_name(values: Sequence[Any]) -> LongName:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        LongName,
        {
            "a_long_name_of_a_column_that_goes_on": None
            if values[0] is None
            else _read_a_long_name_of_an_enum_type(values[0]),
            "the_same_once_more": None
            if values[1] is None
            else _runtime.read_array(values[1], _read_a_long_name_of_an_enum_type),
            "nobody": None if values[2] is None else _read_empty(values[2]),
        },
    )


class Nothing(_runtime.Row):
    """A row of shop.nothing."""

    id: int
    a_bool: bool | None
    a_int8: int | None
    a_float8: float | None
    a_numeric: Decimal | None
    a_text: str | None
    a_bytea: bytes | None
    a_date: date | None
    a_timestamptz: datetime | None
    an_interval: timedelta | None
    a_uuid: UUID | None
    a_jsonb: JsonValue
    an_enum: Colour | None
    ints: list[int | None] | None
    texts: list[str | None] | None
    jsonbs: list[JsonValue] | None
    enums: list[Colour | None] | None


def make_nothing(values: Sequence[Any]) -> Nothing:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Nothing,
        {
            "id": values[0],
            "a_bool": values[1],
            "a_int8": values[2],
            "a_float8": values[3],
            "a_numeric": values[4],
            "a_text": values[5],
            "a_bytea": values[6],
            "a_date": values[7],
            "a_timestamptz": values[8],
            "an_interval": values[9],
            "a_uuid": values[10],
            "a_jsonb": None if values[11] is None else _runtime.read_json(values[11]),
            "an_enum": None if values[12] is None else _read_colour(values[12]),
            "ints": values[13],
            "texts": values[14],
            "jsonbs": None
            if values[15] is None
            else _runtime.read_array(values[15], _runtime.read_json),
            "enums": None if values[16] is None else _runtime.read_array(values[16], _read_colour),
        },
    )
