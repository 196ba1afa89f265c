# Made by quern from queries/shop/deep/names.sql: do not edit.
"""Queries of queries/shop/deep/names.sql, for asyncio."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from pydantic import JsonValue

from .... import _runtime
from ....Große_Liste.enums import Größe
from ....Große_Liste.models import OddName
from ....shop.deep.names import (
    A_FUNCTION_WITH_A_NAME_THAT_IS_VERY_LONG_INDEED_AND_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT,
    ADD_ATTRIBUTES,
    ADD_ODD_NAME,
    DATE,
    GET_LIST,
    LIST,
    LIST_ATTRIBUTES,
    LIST_ODD_NAMES,
    PRINT,
    TWO_OF_A_NAME,
    UUID_,
    Attributes,
    TwoOfANameRow,
)
from ....shop.enums import Colour


async def list_odd_names(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[OddName]:
    """Run the query list_odd_names."""
    return await _runtime.aio.fetch_all(conn, LIST_ODD_NAMES)


async def add_odd_name(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    class_: int,
    None_: int,
    import_: int,
    größe: Größe,
    日本: str,
    conn_: str | None,
    _runtime_: str | None,
) -> int:
    """Run the query add_odd_name.

    :param class_: a keyword
    :param größe: beyond ASCII
    """
    return await _runtime.aio.execute_count(
        conn,
        ADD_ODD_NAME,
        (class_, None_, import_, größe, 日本, conn_, _runtime_),
    )


async def add_attributes(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    model_config: str,
    model_fields: str,
    model_dump: str,
    json: str,
    copy: str,
    dict: str,
    schema: str,
    validate: str,
    construct: str,
    self: str,
    cls: str,
    values: str,
    conn_: str,
    _runtime_: str,
    date: date,
    time: time,
    datetime: datetime,
    int: int,
    str: str,
    float: float,
    bool: bool,
    bytes: bytes,
    list: Sequence[int | None],
    Decimal: Decimal,
    UUID: UUID,
    Colour: Colour,
    JsonValue: JsonValue,
    another_date: date,
    another_int: int | None,
    another_list: Sequence[str | None],
) -> Attributes:
    """Run the query add_attributes."""
    return await _runtime.aio.fetch_one(
        conn,
        ADD_ATTRIBUTES,
        (
            model_config,
            model_fields,
            model_dump,
            json,
            copy,
            dict,
            schema,
            validate,
            construct,
            self,
            cls,
            values,
            conn_,
            _runtime_,
            date,
            time,
            datetime,
            int,
            str,
            float,
            bool,
            bytes,
            _runtime.array_text(list),
            Decimal,
            UUID,
            Colour,
            _runtime.json_text(JsonValue),
            another_date,
            another_int,
            _runtime.array_text(another_list),
        ),
    )


async def list_attributes(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[Attributes]:
    """Run the query list_attributes."""
    return await _runtime.aio.fetch_all(conn, LIST_ATTRIBUTES)


async def two_of_a_name(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> TwoOfANameRow:
    """Run the query two_of_a_name."""
    return await _runtime.aio.fetch_one(conn, TWO_OF_A_NAME)


async def get_list(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    list: Sequence[int | None],
) -> list[date]:
    """Run the query get_list.

    :param list: a list of them
    """
    return await _runtime.aio.fetch_all(conn, GET_LIST, (_runtime.array_text(list),))


async def date_(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> date | None:
    """Run the query date."""
    return await _runtime.aio.fetch_optional(conn, DATE)


async def uuid(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> UUID | None:
    """Run the query uuid."""
    return await _runtime.aio.fetch_optional(conn, UUID_)


async def list_(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[list[str | None]]:
    """Run the query list."""
    return await _runtime.aio.fetch_all(conn, LIST)


async def print(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    sys: str,
    LIST_ATTRIBUTES: str,
) -> None:
    """Run the query print."""
    await _runtime.aio.execute(conn, PRINT, (sys, LIST_ATTRIBUTES))


async def a_function_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of_it(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of: int,
) -> list[int]:
    """A summary that is longer than one line can be, since it goes on and on, and so it must be wrapped.

    :param a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of: what
        it is, in words that need more than one line
    """
    return await _runtime.aio.fetch_all(
        conn,
        A_FUNCTION_WITH_A_NAME_THAT_IS_VERY_LONG_INDEED_AND_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT,
        (a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of,),
    )
