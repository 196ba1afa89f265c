# Made by quern from queries/ops/maintenance.sql: do not edit.
"""Queries of queries/ops/maintenance.sql, for asyncio."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...ops.maintenance import (
    CLEAN_UP_EXPIRED,
    DROP_PARTITIONS_BEFORE,
    ENSURE_PARTITIONS,
    LIST_PARTITIONS,
    LIST_ROWS_OUTSIDE_PARTITIONS,
    LIST_TABLE_STATISTICS,
    CleanUpExpiredRow,
    ListPartitionsRow,
    ListRowsOutsidePartitionsRow,
    ListTableStatisticsRow,
)


async def list_table_statistics(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ListTableStatisticsRow]:
    """List the tables and partitions with their sizes, by schema and name.

    The number of rows is the server's estimate; sizes are in bytes, the total with indexes and
    large values. Times are None for never since the statistics were reset.
    """
    return await _runtime.aio.fetch_all(conn, LIST_TABLE_STATISTICS)


async def clean_up_expired(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[CleanUpExpiredRow]:
    """End what has expired: cache entries, counters of rate limits, credentials that cannot be renewed.

    Gives a row for each table: what was done, and to how many rows. May run at any time, such as
    every quarter of an hour.
    """
    return await _runtime.aio.fetch_all(conn, CLEAN_UP_EXPIRED)


async def list_partitions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ListPartitionsRow]:
    """List the partitions of the request logs and their bodies, with their sizes in bytes.

    The bounds are as Postgres writes them; DEFAULT for what no month takes.
    """
    return await _runtime.aio.fetch_all(conn, LIST_PARTITIONS)


async def ensure_partitions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    months_ahead: int,
) -> list[str]:
    """Make the partitions that are missing, and give their names.

    For this month, so many months ahead, and past months of which the default partition holds rows.
    To be run at least once a month; an empty list when all are there.

    :param months_ahead: 0 to 120
    """
    return await _runtime.aio.fetch_all(conn, ENSURE_PARTITIONS, (months_ahead,))


async def drop_partitions_before(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    moment: datetime,
    bodies_only: bool,
) -> list[str]:
    """Drop the months of the request logs and their bodies that had ended by a moment.

    Gives the names of the partitions dropped. A moment in the future is an error (SQLSTATE 22023).

    :param moment: months that ended before it, or with it, are dropped
    :param bodies_only: whether the logs themselves stay
    """
    return await _runtime.aio.fetch_all(conn, DROP_PARTITIONS_BEFORE, (moment, bodies_only))


async def list_rows_outside_partitions(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ListRowsOutsidePartitionsRow]:
    """List how many rows no month's partition took, by table and month in UTC.

    Empty where `ensure_partitions` runs in time.
    """
    return await _runtime.aio.fetch_all(conn, LIST_ROWS_OUTSIDE_PARTITIONS)
