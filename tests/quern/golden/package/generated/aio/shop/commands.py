# Made by quern from queries/shop/commands.sql: do not edit.
"""Queries of queries/shop/commands.sql, for asyncio."""

from collections.abc import AsyncGenerator, Iterable, Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...shop.commands import (
    ADD_LOGS,
    ADD_NUMBERED_LOGS,
    COPY_ITEMS,
    COPY_LOGS,
    COPY_LONG_NAMES,
    COPY_PLAIN_LOGS,
    COUNT_LEVELS,
    COUNT_LOGS,
    FIND_MESSAGES,
    GET_LOG,
    GET_TEXTS,
    LIST_BY_LEVEL,
    RUN_IT,
    STREAM_LOGS,
    STREAM_MESSAGES_OF_EVERYTHING_THAT_WAS_EVER_LOGGED,
    TOUCH_LOGS,
    AddLogsParams,
    AddNumberedLogsParams,
    AddNumberedLogsRow,
    CopyItemsParams,
    CopyLogsParams,
    CopyLongNamesParams,
    CopyPlainLogsParams,
    CountLevelsParams,
    FindMessagesParams,
    GetLogRow,
    ListByLevelParams,
    ListByLevelRow,
    StreamLogsRow,
    TouchLogsParams,
)
from ...shop.enums import Colour


async def get_log(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner, *, id: int) -> GetLogRow:
    """The row, or an error."""
    return await _runtime.aio.fetch_one(conn, GET_LOG, (id,))


async def get_texts(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    id: int,
) -> list[str | None]:
    """Run the query get_texts."""
    return await _runtime.aio.fetch_one(conn, GET_TEXTS, (id,))


async def count_logs(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> int:
    """Run the query count_logs."""
    return await _runtime.aio.fetch_one(conn, COUNT_LOGS)


def stream_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncStreamRunner,
    *,
    levels: Sequence[Colour | None],
) -> AsyncGenerator[StreamLogsRow]:
    """All rows of some levels.

    :param levels: which
    """
    return _runtime.aio.stream(conn, STREAM_LOGS, (_runtime.array_text(levels),))


def stream_messages_of_everything_that_was_ever_logged(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncStreamRunner,
) -> AsyncGenerator[str]:
    """Run the query stream_messages_of_everything_that_was_ever_logged."""
    return _runtime.aio.stream(conn, STREAM_MESSAGES_OF_EVERYTHING_THAT_WAS_EVER_LOGGED)


async def add_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[AddLogsParams],
) -> int:
    """Run the query add_logs."""
    return await _runtime.aio.execute_batch(conn, ADD_LOGS, rows)


async def add_numbered_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[AddNumberedLogsParams],
) -> list[AddNumberedLogsRow]:
    """Run the query add_numbered_logs."""
    return await _runtime.aio.fetch_batch(conn, ADD_NUMBERED_LOGS, rows)


async def touch_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[TouchLogsParams],
) -> int:
    """Run the query touch_logs."""
    return await _runtime.aio.execute_batch(conn, TOUCH_LOGS, rows)


async def find_messages(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[FindMessagesParams],
) -> list[str | None]:
    """Run the query find_messages."""
    return await _runtime.aio.fetch_batch_optional(conn, FIND_MESSAGES, rows)


async def count_levels(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CountLevelsParams],
) -> list[int]:
    """Run the query count_levels."""
    return await _runtime.aio.fetch_batch_one(conn, COUNT_LEVELS, rows)


async def list_by_level(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[ListByLevelParams],
) -> list[list[ListByLevelRow]]:
    """Run the query list_by_level."""
    return await _runtime.aio.fetch_batch_all(conn, LIST_BY_LEVEL, rows)


async def copy_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CopyLogsParams],
) -> int:
    """Load what was logged.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return await _runtime.aio.copy_rows(conn, COPY_LOGS, rows)


async def copy_plain_logs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CopyPlainLogsParams],
) -> int:
    """Run the query copy_plain_logs.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return await _runtime.aio.copy_rows(conn, COPY_PLAIN_LOGS, rows)


async def copy_items(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CopyItemsParams],
) -> int:
    """Run the query copy_items.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return await _runtime.aio.copy_rows(conn, COPY_ITEMS, rows)


async def copy_long_names(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CopyLongNamesParams],
) -> int:
    """Run the query copy_long_names.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return await _runtime.aio.copy_rows(conn, COPY_LONG_NAMES, rows)


async def run_it(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner, *, id: int) -> int:
    """Run the query run_it."""
    return await _runtime.aio.execute_count(conn, RUN_IT, (id,))
