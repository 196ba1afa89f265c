from collections.abc import Generator
from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from psycopg import errors, sql

from generated.ops import cache, maintenance
from tests.queries.caller import Caller

PAST = datetime(2001, 1, 1, tzinfo=UTC)
MARCH_2001 = datetime(2001, 3, 1, tzinfo=UTC)
TABLES = ("request_log_bodies", "request_logs")


@pytest.fixture(autouse=True)
def partitions(connection: psycopg.Connection) -> Generator[None]:
    """What is made of tables in a test goes with it: only rows are brought back otherwise."""
    before = {partition.partition_name for partition in maintenance.list_partitions(connection)}
    yield
    for partition in maintenance.list_partitions(connection):
        if partition.partition_name not in before:
            statement = sql.SQL("DROP TABLE llm.{}")
            connection.execute(statement.format(sql.Identifier(partition.partition_name)))


def partition_names(call: Caller) -> list[str]:
    return [partition.partition_name for partition in call(maintenance.list_partitions)]


def log(connection: psycopg.Connection, *times: datetime) -> None:
    """Add a row to the request logs and to their bodies for each time."""
    for created_at in times:
        connection.execute(
            """
            WITH logged AS (
                INSERT INTO llm.request_logs (request_id, model, created_at)
                VALUES (gen_random_uuid(), 'model', %s)
                RETURNING id, created_at
            )

            INSERT INTO llm.request_log_bodies (request_log_id, created_at)
            SELECT id, created_at
            FROM logged
            """,
            [created_at],
        )


# list_table_statistics


def test_list_table_statistics_tells_sizes_by_schema_and_name(call: Caller) -> None:
    found = call(maintenance.list_table_statistics)
    names = [(table.schema_name, table.table_name) for table in found]
    assert names == sorted(names)
    assert {("iam", "users"), ("ops", "cache"), ("llm", "request_logs_default")} <= set(names)
    assert {schema for schema, _ in names}.isdisjoint({"pg_catalog", "information_schema"})
    translations = next(table for table in found if table.table_name == "translations")
    assert 0 < translations.index_bytes < translations.total_bytes


def test_list_table_statistics_tells_what_was_analyzed(
    call: Caller, connection: psycopg.Connection
) -> None:
    connection.execute("VACUUM ANALYZE ops.translations")
    (table,) = (
        table
        for table in call(maintenance.list_table_statistics)
        if table.table_name == "translations"
    )
    assert table.last_vacuum is not None
    assert table.last_analyze is not None
    count = connection.execute("SELECT count(*) FROM ops.translations").fetchone()
    assert count == (table.live_rows,)


# clean_up_expired


def test_clean_up_expired_tells_what_was_done_to_each_table(call: Caller) -> None:
    for expired in (0, 2):
        for key in range(expired):
            call(
                cache.set_cache_entry,
                key=str(key),
                value=b"",
                content_type="",
                tags=[],
                expires_at=PAST,
            )
        done = call(maintenance.clean_up_expired)
        assert [(table.table_name, table.outcome, table.row_count) for table in done] == [
            ("integrations.credentials", "marked expired", 0),
            ("llm.rate_limit_windows", "deleted", 0),
            ("ops.cache", "deleted", expired),
        ]


# partitions


def test_partitions_are_listed_with_their_bounds_and_sizes(call: Caller) -> None:
    found = call(maintenance.list_partitions)
    names = [(partition.parent_name, partition.partition_name) for partition in found]
    assert names == sorted(names)
    assert {parent for parent, _ in names} == set(TABLES)
    defaults = [partition for partition in found if partition.bounds == "DEFAULT"]
    assert [partition.partition_name for partition in defaults] == [
        f"{table}_default" for table in TABLES
    ]
    assert all(partition.live_rows == 0 for partition in defaults)
    assert all(partition.total_bytes > 0 for partition in defaults)


def test_ensure_partitions_gives_what_it_made_and_nothing_the_second_time(call: Caller) -> None:
    call(maintenance.ensure_partitions, months_ahead=2)
    before = partition_names(call)
    made = call(maintenance.ensure_partitions, months_ahead=4)
    assert len(made) == 4
    assert sorted([*before, *made]) == partition_names(call)
    assert call(maintenance.ensure_partitions, months_ahead=4) == []
    bounds = [
        partition.bounds
        for partition in call(maintenance.list_partitions)
        if partition.partition_name in made
    ]
    assert all(bound.startswith("FOR VALUES FROM (") for bound in bounds)


@pytest.mark.parametrize("months_ahead", [-1, 121])
def test_ensure_partitions_refuses_other_months(call: Caller, months_ahead: int) -> None:
    with pytest.raises(errors.InvalidParameterValue):
        call(maintenance.ensure_partitions, months_ahead=months_ahead)


def test_rows_outside_partitions_are_listed_until_they_are_moved(
    call: Caller, connection: psycopg.Connection
) -> None:
    assert call(maintenance.list_rows_outside_partitions) == []
    log(connection, PAST, PAST, MARCH_2001 + timedelta(days=30))
    assert [
        (rows.table_name, rows.month, rows.row_count)
        for rows in call(maintenance.list_rows_outside_partitions)
    ] == [
        (f"llm.{table}", month, count)
        for table in TABLES
        for month, count in ((PAST, 2), (MARCH_2001, 1))
    ]
    made = call(maintenance.ensure_partitions, months_ahead=0)
    assert {"request_logs_y2001m01", "request_log_bodies_y2001m03"} <= set(made)
    assert call(maintenance.list_rows_outside_partitions) == []


def test_drop_partitions_before_drops_months_that_had_ended(
    call: Caller, connection: psycopg.Connection
) -> None:
    log(connection, PAST, MARCH_2001)
    call(maintenance.ensure_partitions, months_ahead=0)
    moment = MARCH_2001 + timedelta(days=1)
    bodies = ["request_log_bodies_y2001m01"]
    for bodies_only, dropped in (
        (True, bodies),
        (True, []),
        (False, ["request_logs_y2001m01"]),
        (False, []),
    ):
        before = partition_names(call)
        found = call(maintenance.drop_partitions_before, moment=moment, bodies_only=bodies_only)
        assert found == dropped
        assert sorted([*partition_names(call), *dropped]) == before
    assert {f"{table}_y2001m03" for table in TABLES} <= set(partition_names(call))


def test_drop_partitions_before_refuses_a_moment_to_come(call: Caller) -> None:
    before = partition_names(call)
    with pytest.raises(errors.InvalidParameterValue):
        call(
            maintenance.drop_partitions_before,
            moment=datetime(2999, 1, 1, tzinfo=UTC),
            bodies_only=False,
        )
    assert partition_names(call) == before
