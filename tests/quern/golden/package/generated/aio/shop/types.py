# Made by quern from queries/shop/types.sql: do not edit.
"""Queries of queries/shop/types.sql, for asyncio."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from pydantic import JsonValue

from ... import _runtime
from ...class_.enums import Colour as ClassColour
from ...class_.enums import None_
from ...Große_Liste.enums import Row
from ...shop.enums import Any_, Sequence_
from ...shop.enums import Colour as ShopColour
from ...shop.models import EveryType, Nothing
from ...shop.types import (
    ADD_EVERY_TYPE,
    ECHO_OTHER_ENUMS,
    GET_NOTHING,
    LIST_ENUM_LISTS,
    LIST_ENUMS,
    LIST_EVERY_TYPE,
    LIST_MAYBE_ENUMS,
    LIST_TEXTS,
    SET_NOTHING,
    EchoOtherEnumsRow,
)


async def add_every_type(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
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


async def list_every_type(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[EveryType]:
    """Run the query list_every_type."""
    return await _runtime.aio.fetch_all(conn, LIST_EVERY_TYPE)


async def set_nothing(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    await _runtime.aio.execute(
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


async def get_nothing(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    id: int,
) -> Nothing | None:
    """Run the query get_nothing."""
    return await _runtime.aio.fetch_optional(conn, GET_NOTHING, (id,))


async def list_enums(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[ShopColour]:
    """Rows of one value that is made of what arrives."""
    return await _runtime.aio.fetch_all(conn, LIST_ENUMS)


async def list_maybe_enums(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ShopColour | None]:
    """Run the query list_maybe_enums."""
    return await _runtime.aio.fetch_all(conn, LIST_MAYBE_ENUMS)


async def list_enum_lists(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[list[ShopColour | None] | None]:
    """Run the query list_enum_lists."""
    return await _runtime.aio.fetch_all(conn, LIST_ENUM_LISTS)


async def list_texts(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[str | None]:
    """Run the query list_texts."""
    return await _runtime.aio.fetch_all(conn, LIST_TEXTS)


async def echo_other_enums(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    none: None_,
    any: Any_,
    sequence: Sequence_,
    colour: ClassColour,
    shop_colours: Sequence[ShopColour | None],
    row: Row,
) -> EchoOtherEnumsRow:
    """Enums of one name, or with names that Python or the module has already."""
    return await _runtime.aio.fetch_one(
        conn,
        ECHO_OTHER_ENUMS,
        (none, any, sequence, colour, _runtime.array_text(shop_colours), row),
    )
