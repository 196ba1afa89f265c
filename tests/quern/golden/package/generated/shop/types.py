# Made by quern from queries/shop/types.sql: do not edit.
"""Queries of queries/shop/types.sql."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime
from ..class_.enums import Colour as ClassColour
from ..class_.enums import None_
from ..class_.enums import read_colour as _read_class_colour
from ..class_.enums import read_none_ as _read_none_
from ..Große_Liste.enums import Row
from ..Große_Liste.enums import read_row as _read_row
from .enums import Any_, Sequence_
from .enums import Colour as ShopColour
from .enums import read_any_ as _read_any_
from .enums import read_colour as _read_shop_colour
from .enums import read_sequence_ as _read_sequence_
from .models import EveryType, Nothing
from .models import make_every_type as _make_every_type
from .models import make_nothing as _make_nothing

ADD_EVERY_TYPE: Final[_runtime.Query[EveryType]] = _runtime.Query(
    name="shop.types.add_every_type",
    source="queries/shop/types.sql:1",
    sql="""INSERT INTO shop.every_type (
    a_bool, a_int2, a_int4, a_int8, an_oid, a_float4, a_float8, a_numeric, a_text, a_varchar,
    a_bpchar, a_char, a_name, a_bytea, a_date, a_time, a_timetz, a_timestamp, a_timestamptz,
    an_interval, a_uuid, a_json, a_jsonb, an_enum, a_domain, a_shade,
    bools, int2s, ints, int8s, oids, floats, doubles, numerics, texts, varchars, bpchars, chars,
    names, byteas, dates, times, timetzs, timestamps, timestamptzs, intervals, uuids, jsons, jsonbs,
    enums
)
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9,
    $10, $11, $12, $13, $14, $15, $16, $17, $18,
    $19, $20, $21, $22, $23, $24, $25, $26,
    $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37,
    $38, $39, $40, $41, $42, $43, $44, $45, $46,
    $47, $48, $49, $50
)
RETURNING *""",
    row=_make_every_type,
    reads=frozenset({"shop.every_type"}),
    writes=frozenset({"shop.every_type"}),
    rows="exactly_one",
)


def add_every_type(
    conn: Connection[Any] | _runtime.Runner,
    *,
    a_bool: bool,
    a_int2: int,
    a_int4: int,
    a_int8: int,
    an_oid: int,
    a_float4: float,
    a_float8: float,
    a_numeric: Decimal,
    a_text: str,
    a_varchar: str,
    a_bpchar: str,
    a_char: str,
    a_name: str,
    a_bytea: bytes,
    a_date: date,
    a_time: time,
    a_timetz: time,
    a_timestamp: datetime,
    a_timestamptz: datetime,
    an_interval: timedelta,
    a_uuid: UUID,
    a_json: JsonValue,
    a_jsonb: JsonValue,
    an_enum: ShopColour,
    a_domain: Decimal,
    a_shade: ShopColour,
    bools: Sequence[bool | None],
    int2s: Sequence[int | None],
    ints: Sequence[int | None],
    int8s: Sequence[int | None],
    oids: Sequence[int | None],
    floats: Sequence[float | None],
    doubles: Sequence[float | None],
    numerics: Sequence[Decimal | None],
    texts: Sequence[str | None],
    varchars: Sequence[str | None],
    bpchars: Sequence[str | None],
    chars: Sequence[str | None],
    names: Sequence[str | None],
    byteas: Sequence[bytes | None],
    dates: Sequence[date | None],
    times: Sequence[time | None],
    timetzs: Sequence[time | None],
    timestamps: Sequence[datetime | None],
    timestamptzs: Sequence[datetime | None],
    intervals: Sequence[timedelta | None],
    uuids: Sequence[UUID | None],
    jsons: Sequence[JsonValue],
    jsonbs: Sequence[JsonValue],
    enums: Sequence[ShopColour | None],
) -> EveryType:
    """Store one value of each type."""
    return _runtime.fetch_one(
        conn,
        ADD_EVERY_TYPE,
        (
            a_bool,
            a_int2,
            a_int4,
            a_int8,
            an_oid,
            a_float4,
            a_float8,
            a_numeric,
            a_text,
            a_varchar,
            a_bpchar,
            a_char,
            a_name,
            a_bytea,
            a_date,
            a_time,
            a_timetz,
            a_timestamp,
            a_timestamptz,
            an_interval,
            a_uuid,
            _runtime.json_text(a_json),
            _runtime.json_text(a_jsonb),
            an_enum,
            a_domain,
            a_shade,
            _runtime.array_text(bools),
            _runtime.array_text(int2s),
            _runtime.array_text(ints),
            _runtime.array_text(int8s),
            _runtime.array_text(oids),
            _runtime.array_text(floats),
            _runtime.array_text(doubles),
            _runtime.array_text(numerics),
            _runtime.array_text(texts),
            _runtime.array_text(varchars),
            _runtime.array_text(bpchars),
            _runtime.array_text(chars),
            _runtime.array_text(names),
            _runtime.array_text(byteas),
            _runtime.array_text(dates),
            _runtime.array_text(times),
            _runtime.array_text(timetzs),
            _runtime.array_text(timestamps),
            _runtime.array_text(timestamptzs),
            _runtime.array_text(intervals),
            _runtime.array_text(uuids),
            _runtime.json_array_text(jsons, _runtime.json_text),
            _runtime.json_array_text(jsonbs, _runtime.json_text),
            _runtime.array_text(enums),
        ),
    )


LIST_EVERY_TYPE: Final[_runtime.Query[EveryType]] = _runtime.Query(
    name="shop.types.list_every_type",
    source="queries/shop/types.sql:21",
    sql="""SELECT *
FROM shop.every_type
ORDER BY id""",
    row=_make_every_type,
    reads=frozenset({"shop.every_type"}),
    read_only=True,
    idempotent=True,
)


def list_every_type(conn: Connection[Any] | _runtime.Runner) -> list[EveryType]:
    """Run the query list_every_type."""
    return _runtime.fetch_all(conn, LIST_EVERY_TYPE)


SET_NOTHING: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.types.set_nothing",
    source="queries/shop/types.sql:26",
    sql="""INSERT INTO shop.nothing
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9,
    $10, $11, $12, $13, $14, $15, $16, $17
)""",
    row=_runtime.no_row,
    writes=frozenset({"shop.nothing"}),
    rows="none",
)


def set_nothing(
    conn: Connection[Any] | _runtime.Runner,
    *,
    id: int,
    a_bool: bool | None,
    a_int8: int | None,
    a_float8: float | None,
    a_numeric: Decimal | None,
    a_text: str | None,
    a_bytea: bytes | None,
    a_date: date | None,
    a_timestamptz: datetime | None,
    an_interval: timedelta | None,
    a_uuid: UUID | None,
    a_jsonb: JsonValue,
    an_enum: ShopColour | None,
    ints: Sequence[int | None] | None,
    texts: Sequence[str | None] | None,
    jsonbs: Sequence[JsonValue] | None,
    enums: Sequence[ShopColour | None] | None,
) -> None:
    """Store a row in which anything may be missing."""
    _runtime.execute(
        conn,
        SET_NOTHING,
        (
            id,
            a_bool,
            a_int8,
            a_float8,
            a_numeric,
            a_text,
            a_bytea,
            a_date,
            a_timestamptz,
            an_interval,
            a_uuid,
            None if a_jsonb is None else _runtime.json_text(a_jsonb),
            an_enum,
            None if ints is None else _runtime.array_text(ints),
            None if texts is None else _runtime.array_text(texts),
            None if jsonbs is None else _runtime.json_array_text(jsonbs, _runtime.json_text),
            None if enums is None else _runtime.array_text(enums),
        ),
    )


GET_NOTHING: Final[_runtime.Query[Nothing]] = _runtime.Query(
    name="shop.types.get_nothing",
    source="queries/shop/types.sql:34",
    sql="""SELECT * FROM shop.nothing WHERE id = $1""",
    row=_make_nothing,
    reads=frozenset({"shop.nothing"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_nothing(conn: Connection[Any] | _runtime.Runner, *, id: int) -> Nothing | None:
    """Run the query get_nothing."""
    return _runtime.fetch_optional(conn, GET_NOTHING, (id,))


def _list_enums_value(values: Sequence[Any]) -> ShopColour:
    """Make the value of a row of what the server sends."""
    return _read_shop_colour(values[0])


LIST_ENUMS: Final[_runtime.Query[ShopColour]] = _runtime.Query(
    name="shop.types.list_enums",
    source="queries/shop/types.sql:37",
    sql="""SELECT an_enum FROM shop.every_type ORDER BY id""",
    row=_list_enums_value,
    reads=frozenset({"shop.every_type"}),
    read_only=True,
    idempotent=True,
)


def list_enums(conn: Connection[Any] | _runtime.Runner) -> list[ShopColour]:
    """Rows of one value that is made of what arrives."""
    return _runtime.fetch_all(conn, LIST_ENUMS)


def _list_maybe_enums_value(values: Sequence[Any]) -> ShopColour | None:
    """Make the value of a row of what the server sends."""
    return None if values[0] is None else _read_shop_colour(values[0])


LIST_MAYBE_ENUMS: Final[_runtime.Query[ShopColour | None]] = _runtime.Query(
    name="shop.types.list_maybe_enums",
    source="queries/shop/types.sql:41",
    sql="""SELECT an_enum FROM shop.nothing ORDER BY id""",
    row=_list_maybe_enums_value,
    reads=frozenset({"shop.nothing"}),
    read_only=True,
    idempotent=True,
)


def list_maybe_enums(conn: Connection[Any] | _runtime.Runner) -> list[ShopColour | None]:
    """Run the query list_maybe_enums."""
    return _runtime.fetch_all(conn, LIST_MAYBE_ENUMS)


def _list_enum_lists_value(values: Sequence[Any]) -> list[ShopColour | None] | None:
    """Make the value of a row of what the server sends."""
    return None if values[0] is None else _runtime.read_array(values[0], _read_shop_colour)


LIST_ENUM_LISTS: Final[_runtime.Query[list[ShopColour | None] | None]] = _runtime.Query(
    name="shop.types.list_enum_lists",
    source="queries/shop/types.sql:44",
    sql="""SELECT enums FROM shop.nothing ORDER BY id""",
    row=_list_enum_lists_value,
    reads=frozenset({"shop.nothing"}),
    read_only=True,
    idempotent=True,
)


def list_enum_lists(
    conn: Connection[Any] | _runtime.Runner,
) -> list[list[ShopColour | None] | None]:
    """Run the query list_enum_lists."""
    return _runtime.fetch_all(conn, LIST_ENUM_LISTS)


LIST_TEXTS: Final[_runtime.Query[str | None]] = _runtime.Query(
    name="shop.types.list_texts",
    source="queries/shop/types.sql:47",
    sql="""SELECT a_text FROM shop.nothing ORDER BY id""",
    row=_runtime.scalar,
    reads=frozenset({"shop.nothing"}),
    read_only=True,
    idempotent=True,
)


def list_texts(conn: Connection[Any] | _runtime.Runner) -> list[str | None]:
    """Run the query list_texts."""
    return _runtime.fetch_all(conn, LIST_TEXTS)


class EchoOtherEnumsRow(_runtime.Row):
    """A row of echo_other_enums."""

    none_value: None_
    any_value: Any_
    sequence_value: Sequence_
    other_colour: ClassColour
    colours: list[ShopColour | None]
    row_value: Row


def _make_echo_other_enums_row(values: Sequence[Any]) -> EchoOtherEnumsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        EchoOtherEnumsRow,
        {
            "none_value": _read_none_(values[0]),
            "any_value": _read_any_(values[1]),
            "sequence_value": _read_sequence_(values[2]),
            "other_colour": _read_class_colour(values[3]),
            "colours": _runtime.read_array(values[4], _read_shop_colour),
            "row_value": _read_row(values[5]),
        },
    )


ECHO_OTHER_ENUMS: Final[_runtime.Query[EchoOtherEnumsRow]] = _runtime.Query(
    name="shop.types.echo_other_enums",
    source="queries/shop/types.sql:50",
    sql="""SELECT
    $1::"class"."none" AS none_value,
    $2::shop."any" AS any_value,
    $3::shop.sequence AS sequence_value,
    $4::"class".colour AS other_colour,
    $5::shop.colour[] AS colours,
    $6::"Große Liste"."row" AS row_value""",
    row=_make_echo_other_enums_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def echo_other_enums(
    conn: Connection[Any] | _runtime.Runner,
    *,
    none: None_,
    any: Any_,
    sequence: Sequence_,
    colour: ClassColour,
    shop_colours: Sequence[ShopColour | None],
    row: Row,
) -> EchoOtherEnumsRow:
    """Enums of one name, or with names that Python or the module has already."""
    return _runtime.fetch_one(
        conn,
        ECHO_OTHER_ENUMS,
        (none, any, sequence, colour, _runtime.array_text(shop_colours), row),
    )
