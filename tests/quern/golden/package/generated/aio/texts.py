# Made by quern from queries/texts.sql: do not edit.
"""Queries of queries/texts.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection
from pydantic import JsonValue

from .. import _runtime
from ..texts import (
    DO_NOTHING,
    ENDS_IN_A_QUOTE,
    ENDS_IN_THREE,
    GET_QUOTES,
    NO_DOCSTRING,
    OPERATORS,
    EndsInThreeRow,
    GetQuotesRow,
    OperatorsRow,
)


async def get_quotes(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> GetQuotesRow:
    """A docstring with \"\"\"triple quotes\"\"\", a \\backslash, {braces}, %percent and "a quote at its end"

      indented, with a trailing \\
    """
    return await _runtime.aio.fetch_one(conn, GET_QUOTES)


async def ends_in_a_quote(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Run the query ends_in_a_quote."""
    return await _runtime.aio.fetch_one(conn, ENDS_IN_A_QUOTE)


async def ends_in_three(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> EndsInThreeRow:
    """Run the query ends_in_three."""
    return await _runtime.aio.fetch_one(conn, ENDS_IN_THREE)


async def operators(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key: str,
    part: JsonValue,
    numbers: Sequence[int | None],
) -> OperatorsRow:
    """Ends in a backslash \\"""
    return await _runtime.aio.fetch_one(
        conn,
        OPERATORS,
        (key, _runtime.json_text(part), _runtime.array_text(numbers)),
    )


async def do_nothing(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> None:
    """\""""
    await _runtime.aio.execute(conn, DO_NOTHING)


async def no_docstring(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    id: int,
    a_int8: int,
) -> int:
    """Run the query no_docstring."""
    return await _runtime.aio.execute_count(conn, NO_DOCSTRING, (id, a_int8))
