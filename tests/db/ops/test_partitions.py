"""The months of request logs."""

from datetime import UTC, datetime
from threading import Thread
from time import monotonic, sleep

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as, add_user
from tests.queries.interleaving import committed_when_waited_for

PARENTS = ("request_logs", "request_log_bodies")
THIS_MONTH = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def month(ahead: int) -> datetime:
    """Return the start of a month, so many after this one or before it."""
    months = THIS_MONTH.year * 12 + THIS_MONTH.month - 1 + ahead
    return THIS_MONTH.replace(year=months // 12, month=months % 12 + 1)


def names(*ahead: int) -> set[str]:
    """Return the partitions of some months."""
    return {f"{parent}_y{month(n):%Y}m{month(n):%m}" for parent in PARENTS for n in ahead}


def ensure(connection: psycopg.Connection, months_ahead: int) -> set[str]:
    """Call it as the system, and return what it made."""
    with acting_as(connection, None, "application_system"):
        rows = connection.execute("SELECT ops.ensure_partitions(%s)", [months_ahead])
        return {name for (name,) in rows}


def drop_before(
    connection: psycopg.Connection, moment: datetime, *, bodies_only: bool = False
) -> set[str]:
    """Call it as the system, and return what it dropped."""
    with acting_as(connection, None, "application_system"):
        rows = connection.execute(
            "SELECT ops.drop_partitions_before(%s, %s)", [moment, bodies_only]
        )
        return {name for (name,) in rows}


def log(connection: psycopg.Connection, moment: datetime) -> None:
    """Log a request with its bodies, as the system."""
    with acting_as(connection, None, "application_system"):
        connection.execute(
            "WITH logged AS ("
            " INSERT INTO llm.request_logs (request_id, model, created_at)"
            " VALUES (gen_random_uuid()::text, 'm', %s) RETURNING id, created_at"
            ") INSERT INTO llm.request_log_bodies (request_log_id, created_at, request_json)"
            " SELECT l.id, l.created_at, '{}' FROM logged AS l",
            [moment],
        )


def kept(connection: psycopg.Connection) -> dict[str, int]:
    """Return how many rows each partition has that has any."""
    query = """
        SELECT tableoid::regclass::text, count(*)
        FROM (
            SELECT tableoid FROM llm.request_logs
            UNION ALL
            SELECT tableoid FROM llm.request_log_bodies
        ) AS found
        GROUP BY 1
    """
    return {name.removeprefix("llm."): count for name, count in connection.execute(query)}


def outside(connection: psycopg.Connection) -> list[tuple[str, datetime, int]]:
    with acting_as(connection, None, "application_system"):
        rows = connection.execute(
            "SELECT table_name, month, row_count FROM ops.rows_outside_partitions()"
        )
        return [(table, start, count) for table, start, count in rows]


def test_this_month_and_those_ahead_are_made_once(connection: psycopg.Connection) -> None:
    assert ensure(connection, 2) == names(0, 1, 2)
    assert ensure(connection, 2) == set()
    assert ensure(connection, 3) == names(3)


def test_a_row_goes_into_the_partition_of_its_month_in_utc(
    connection: psycopg.Connection,
) -> None:
    connection.execute("SET timezone = 'Pacific/Auckland'")
    ensure(connection, 1)
    log(connection, month(0))
    log(connection, month(1))
    assert kept(connection) == dict.fromkeys(names(0, 1), 1)
    assert outside(connection) == []


def test_rows_that_came_before_their_partition_are_moved_into_it(
    connection: psycopg.Connection,
) -> None:
    for ahead in (-3, 0, 1, 5):
        log(connection, month(ahead))
    assert kept(connection) == {f"{parent}_default": 4 for parent in PARENTS}
    assert outside(connection) == [
        (f"llm.{parent}", month(ahead), 1) for parent in sorted(PARENTS) for ahead in (-3, 0, 1, 5)
    ]
    # Past months get their partition, too: else nothing would ever drop their rows.
    assert ensure(connection, 1) == names(-3, 0, 1)
    assert kept(connection) == {
        **dict.fromkeys(names(-3, 0, 1), 1),
        **{f"{parent}_default": 1 for parent in PARENTS},
    }
    assert [start for _, start, _ in outside(connection)] == [month(5), month(5)]


def test_a_partition_has_row_security_comments_and_the_rules_of_its_parent(
    connection: psycopg.Connection,
) -> None:
    ensure(connection, 0)
    rules = """
        SELECT
            c.relrowsecurity,
            c.relacl IS NULL,
            obj_description(c.oid) LIKE 'Rows of llm.%%, in UTC.',
            (
                SELECT array_agg((conname, contype) ORDER BY conname)
                FROM pg_constraint WHERE conrelid = c.oid AND contype = 'c'
            ) IS NOT DISTINCT FROM (
                SELECT array_agg((conname, contype) ORDER BY conname)
                FROM pg_constraint WHERE conrelid = i.inhparent AND contype = 'c'
            ),
            (SELECT count(*) FROM pg_index WHERE indrelid = c.oid)
                = (SELECT count(*) FROM pg_index WHERE indrelid = i.inhparent),
            (
                SELECT bool_and(col_description(attrelid, attnum) IS NOT NULL)
                FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0
            )
        FROM pg_class AS c
        INNER JOIN pg_inherits AS i ON i.inhrelid = c.oid
        WHERE c.relname = ANY (%s)
    """
    assert connection.execute(rules, [[*names(0)]]).fetchall() == [(True,) * 6] * 2


def test_nobody_reads_a_partition_past_the_policies_of_its_parent(
    connection: psycopg.Connection,
) -> None:
    ensure(connection, 0)
    ada = add_user(connection, "ada", admin=True)
    roles: list[Role] = ["application_user", "application_readonly", "application_system"]
    for role in roles:
        for name in names(0):
            query = sql.SQL("SELECT FROM llm.{}").format(sql.Identifier(name))
            with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada, role):
                connection.execute(query)


def test_runs_at_once_make_each_partition_once(
    connection: psycopg.Connection, database_url: str
) -> None:
    made: list[set[str]] = []

    def run() -> None:
        with psycopg.connect(database_url, autocommit=True) as other:
            made.append(ensure(other, 0))

    runs = [Thread(target=run) for _ in range(2)]
    # A writer keeps the runs from the table until both have begun.
    with connection.transaction():
        log(connection, month(0))
        for thread in runs:
            thread.start()
        with psycopg.connect(database_url, autocommit=True) as observer:
            assert two_wait(observer)
    for thread in runs:
        thread.join()
    assert sorted(made, key=len) == [set(), names(0)]


def two_wait(observer: psycopg.Connection) -> bool:
    """Wait until two sessions wait for a lock, and tell whether it came to that."""
    query = """
        SELECT count(*) = 2
        FROM pg_stat_activity
        WHERE datname = current_database()
            AND cardinality(pg_blocking_pids(pid)) > 0
    """
    deadline = monotonic() + 5
    while monotonic() < deadline:
        if observer.execute(query).fetchone() == (True,):
            return True
        sleep(0.01)
    return False


def test_a_writer_waits_while_a_month_gets_its_partition_and_then_writes_there(
    connection: psycopg.Connection, database_url: str
) -> None:
    log(connection, month(0))
    with psycopg.connect(database_url, autocommit=True) as other:
        other.execute("BEGIN")
        other.execute("SELECT ops.ensure_partitions(0)")
        with committed_when_waited_for(other):
            log(connection, month(0))
    assert kept(connection) == dict.fromkeys(names(0), 2)


def test_months_that_had_ended_are_dropped_with_what_the_default_partition_holds_of_them(
    connection: psycopg.Connection,
) -> None:
    for ahead in (-3, -2, 0):
        log(connection, month(ahead))
    ensure(connection, 0)
    log(connection, month(-5))
    middle_of_the_month_before = month(-1).replace(day=15)
    assert drop_before(connection, middle_of_the_month_before) == names(-3, -2)
    assert kept(connection) == dict.fromkeys(names(0), 1)


def test_a_month_that_a_moment_lies_in_is_kept(connection: psycopg.Connection) -> None:
    log(connection, month(-1))
    ensure(connection, 0)
    assert drop_before(connection, month(-1).replace(day=28)) == set()
    assert drop_before(connection, month(0)) == names(-1)


def test_bodies_can_be_dropped_before_the_logs(connection: psycopg.Connection) -> None:
    log(connection, month(-1))
    ensure(connection, 0)
    log(connection, month(-2))
    dropped = drop_before(connection, month(0), bodies_only=True)
    assert dropped == {name for name in names(-1) if "bodies" in name}
    assert kept(connection) == {
        **{name: 1 for name in names(-1) if "bodies" not in name},
        "request_logs_default": 1,
    }


def test_a_moment_in_the_future_and_a_number_out_of_range_are_refused(
    connection: psycopg.Connection,
) -> None:
    with pytest.raises(errors.InvalidParameterValue, match="only past months"):
        drop_before(connection, month(1))
    for months in (-1, 121):
        with pytest.raises(errors.InvalidParameterValue, match="0 to 120 months"):
            ensure(connection, months)


def test_people_neither_make_nor_drop_nor_count_partitions(
    connection: psycopg.Connection,
) -> None:
    ada = add_user(connection, "ada", admin=True)
    for call in (
        "ops.ensure_partitions(1)",
        "ops.drop_partitions_before('2000-1-1')",
        "ops.rows_outside_partitions()",
        "ops.add_partition('request_logs', '2000-1-1')",
    ):
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada):
            connection.execute(f"SELECT {call}".encode())


def test_not_even_the_system_adds_a_partition_to_another_table(
    connection: psycopg.Connection,
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, None, "application_system"),
    ):
        connection.execute("SELECT ops.add_partition('chats', '2000-1-1')")
