# Made by quern from queries/ops/maintenance.sql: do not edit.
"""Queries of queries/ops/maintenance.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class ListTableStatisticsRow(_runtime.Row):
    """A row of list_table_statistics."""

    schema_name: str
    table_name: str
    live_rows: int
    total_bytes: int
    index_bytes: int
    last_vacuum: datetime | None
    last_analyze: datetime | None


def _make_list_table_statistics_row(values: Sequence[Any]) -> ListTableStatisticsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListTableStatisticsRow,
        {
            "schema_name": values[0],
            "table_name": values[1],
            "live_rows": values[2],
            "total_bytes": values[3],
            "index_bytes": values[4],
            "last_vacuum": values[5],
            "last_analyze": values[6],
        },
    )


LIST_TABLE_STATISTICS: Final[_runtime.Query[ListTableStatisticsRow]] = _runtime.Query(
    name="ops.maintenance.list_table_statistics",
    source="queries/ops/maintenance.sql:1",
    sql="""SELECT
    schema_name,
    table_name,
    live_rows,
    total_bytes,
    index_bytes,
    last_vacuum,
    last_analyze
FROM ops.table_statistics()
ORDER BY schema_name, table_name""",
    row=_make_list_table_statistics_row,
    reads=frozenset({"pg_catalog.pg_class", "pg_catalog.pg_namespace"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_table_statistics(conn: Connection[Any] | _runtime.Runner) -> list[ListTableStatisticsRow]:
    """List the tables and partitions with their sizes, by schema and name.

    The number of rows is the server's estimate; sizes are in bytes, the total with indexes and
    large values. Times are None for never since the statistics were reset.
    """
    return _runtime.fetch_all(conn, LIST_TABLE_STATISTICS)


class CleanUpExpiredRow(_runtime.Row):
    """A row of clean_up_expired."""

    table_name: str
    outcome: str
    row_count: int


def _make_clean_up_expired_row(values: Sequence[Any]) -> CleanUpExpiredRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        CleanUpExpiredRow,
        {
            "table_name": values[0],
            "outcome": values[1],
            "row_count": values[2],
        },
    )


CLEAN_UP_EXPIRED: Final[_runtime.Query[CleanUpExpiredRow]] = _runtime.Query(
    name="ops.maintenance.clean_up_expired",
    source="queries/ops/maintenance.sql:23",
    sql="""SELECT
    table_name,
    outcome,
    row_count
FROM ops.cleanup_expired()""",
    row=_make_clean_up_expired_row,
    reads=frozenset(
        {
            "integrations.credential_tokens",
            "integrations.credentials",
            "llm.rate_limit_windows",
            "ops.cache",
        }
    ),
    writes=frozenset({"integrations.credentials", "llm.rate_limit_windows", "ops.cache"}),
    role="system",
)


def clean_up_expired(conn: Connection[Any] | _runtime.Runner) -> list[CleanUpExpiredRow]:
    """End what has expired: cache entries, counters of rate limits, credentials that cannot be renewed.

    Gives a row for each table: what was done, and to how many rows. May run at any time, such as
    every quarter of an hour.
    """
    return _runtime.fetch_all(conn, CLEAN_UP_EXPIRED)


class ListPartitionsRow(_runtime.Row):
    """A row of list_partitions."""

    parent_name: str
    partition_name: str
    bounds: str
    live_rows: int
    total_bytes: int


def _make_list_partitions_row(values: Sequence[Any]) -> ListPartitionsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListPartitionsRow,
        {
            "parent_name": values[0],
            "partition_name": values[1],
            "bounds": values[2],
            "live_rows": values[3],
            "total_bytes": values[4],
        },
    )


LIST_PARTITIONS: Final[_runtime.Query[ListPartitionsRow]] = _runtime.Query(
    name="ops.maintenance.list_partitions",
    source="queries/ops/maintenance.sql:38",
    sql="""SELECT
    parent.relname::text AS parent_name,
    partition.relname::text AS partition_name,
    pg_get_expr(partition.relpartbound, partition.oid) AS bounds,
    pg_stat_get_live_tuples(partition.oid) AS live_rows,
    pg_total_relation_size(partition.oid) AS total_bytes
FROM pg_catalog.pg_inherits AS i
INNER JOIN pg_catalog.pg_class AS parent
    ON parent.oid = i.inhparent
INNER JOIN pg_catalog.pg_namespace AS n
    ON n.oid = parent.relnamespace
INNER JOIN pg_catalog.pg_class AS partition
    ON partition.oid = i.inhrelid
WHERE n.nspname = 'llm'
    AND parent.relkind = 'p'
ORDER BY parent.relname, partition.relname""",
    row=_make_list_partitions_row,
    reads=frozenset({"pg_catalog.pg_class", "pg_catalog.pg_inherits", "pg_catalog.pg_namespace"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_partitions(conn: Connection[Any] | _runtime.Runner) -> list[ListPartitionsRow]:
    """List the partitions of the request logs and their bodies, with their sizes in bytes.

    The bounds are as Postgres writes them; DEFAULT for what no month takes.
    """
    return _runtime.fetch_all(conn, LIST_PARTITIONS)


ENSURE_PARTITIONS: Final[_runtime.Query[str]] = _runtime.Query(
    name="ops.maintenance.ensure_partitions",
    source="queries/ops/maintenance.sql:63",
    sql="""SELECT made AS partition_name
FROM ops.ensure_partitions($1) AS made""",
    row=_runtime.scalar,
    opaque=True,
    role="system",
)


def ensure_partitions(conn: Connection[Any] | _runtime.Runner, *, months_ahead: int) -> list[str]:
    """Make the partitions that are missing, and give their names.

    For this month, so many months ahead, and past months of which the default partition holds rows.
    To be run at least once a month; an empty list when all are there.

    :param months_ahead: 0 to 120
    """
    return _runtime.fetch_all(conn, ENSURE_PARTITIONS, (months_ahead,))


DROP_PARTITIONS_BEFORE: Final[_runtime.Query[str]] = _runtime.Query(
    name="ops.maintenance.drop_partitions_before",
    source="queries/ops/maintenance.sql:74",
    sql="""SELECT dropped AS partition_name
FROM ops.drop_partitions_before($1, $2) AS dropped""",
    row=_runtime.scalar,
    opaque=True,
    role="system",
)


def drop_partitions_before(
    conn: Connection[Any] | _runtime.Runner,
    *,
    moment: datetime,
    bodies_only: bool,
) -> list[str]:
    """Drop the months of the request logs and their bodies that had ended by a moment.

    Gives the names of the partitions dropped. A moment in the future is an error (SQLSTATE 22023).

    :param moment: months that ended before it, or with it, are dropped
    :param bodies_only: whether the logs themselves stay
    """
    return _runtime.fetch_all(conn, DROP_PARTITIONS_BEFORE, (moment, bodies_only))


class ListRowsOutsidePartitionsRow(_runtime.Row):
    """A row of list_rows_outside_partitions."""

    table_name: str
    month: datetime
    row_count: int


def _make_list_rows_outside_partitions_row(values: Sequence[Any]) -> ListRowsOutsidePartitionsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListRowsOutsidePartitionsRow,
        {
            "table_name": values[0],
            "month": values[1],
            "row_count": values[2],
        },
    )


LIST_ROWS_OUTSIDE_PARTITIONS: Final[_runtime.Query[ListRowsOutsidePartitionsRow]] = _runtime.Query(
    name="ops.maintenance.list_rows_outside_partitions",
    source="queries/ops/maintenance.sql:85",
    sql="""SELECT
    table_name,
    month,
    row_count
FROM ops.rows_outside_partitions()
ORDER BY table_name, month""",
    row=_make_list_rows_outside_partitions_row,
    reads=frozenset({"llm.request_log_bodies_default", "llm.request_logs_default"}),
    read_only=True,
    idempotent=True,
    role="system",
)


def list_rows_outside_partitions(
    conn: Connection[Any] | _runtime.Runner,
) -> list[ListRowsOutsidePartitionsRow]:
    """List how many rows no month's partition took, by table and month in UTC.

    Empty where `ensure_partitions` runs in time.
    """
    return _runtime.fetch_all(conn, LIST_ROWS_OUTSIDE_PARTITIONS)
