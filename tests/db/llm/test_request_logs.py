"""Partitions of the log of requests, and of the bodies."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import Role, acting_as
from tests.db.llm.scene import Scene
from tests.db.rows import insert

LOG: LiteralString = (
    "INSERT INTO llm.request_logs (request_id, model, created_at) VALUES (%s, 'm', %s)"
    " RETURNING tableoid::regclass::text"
)
LEAVES = ["llm.request_logs_default", "llm.request_log_bodies_default"]


def add_month(connection: psycopg.Connection, year: int, month: int) -> None:
    """Add partitions of a month, of the log and of the bodies."""
    following = (year + month // 12, month % 12 + 1)
    for parent in ("request_logs", "request_log_bodies"):
        connection.execute(
            sql.SQL("CREATE TABLE {} PARTITION OF {} FOR VALUES FROM ({}) TO ({})").format(
                sql.Identifier("llm", f"{parent}_y{year}m{month:02}"),
                sql.Identifier("llm", parent),
                sql.Literal(f"{year}-{month:02}-01 00:00+00"),
                sql.Literal(f"{following[0]}-{following[1]:02}-01 00:00+00"),
            )
        )


def place(connection: psycopg.Connection, request_id: str, created_at: str) -> str:
    """Log a request and return the partition it went to."""
    row = connection.execute(LOG, [request_id, created_at]).fetchone()
    assert row is not None
    return str(row[0])


def test_an_entry_goes_to_its_month_or_else_to_the_default(connection: psycopg.Connection) -> None:
    add_month(connection, 2026, 11)
    november = "llm.request_logs_y2026m11"
    assert place(connection, "1", "2026-11-01 00:00+00") == november
    assert place(connection, "2", "2026-11-30 23:59:59.999999+00") == november
    assert place(connection, "3", "2026-12-01 00:00+00") == LEAVES[0]
    assert place(connection, "4", "2026-10-31 23:59+00") == LEAVES[0]


def test_a_month_is_dropped_as_two_tables(connection: psycopg.Connection) -> None:
    add_month(connection, 2026, 11)
    place(connection, "1", "2026-11-05 00:00+00")
    place(connection, "2", "2026-12-05 00:00+00")
    connection.execute(
        "INSERT INTO llm.request_log_bodies (request_log_id, created_at, request_json)"
        " SELECT id, created_at, '{}' FROM llm.request_logs"
    )
    connection.execute("DROP TABLE llm.request_logs_y2026m11")
    connection.execute("DROP TABLE llm.request_log_bodies_y2026m11")
    left = connection.execute(
        "SELECT l.request_id FROM llm.request_logs AS l INNER JOIN llm.request_log_bodies AS b"
        " ON b.request_log_id = l.id AND b.created_at = l.created_at"
    )
    assert left.fetchall() == [("2",)]


def test_recent_entries_are_found_without_looking_at_other_months(
    connection: psycopg.Connection,
) -> None:
    for month in (10, 11):
        add_month(connection, 2026, month)
    plan = connection.execute(
        "EXPLAIN SELECT FROM llm.request_logs"
        " WHERE created_at >= '2026-11-05' AND created_at < '2026-11-06'"
    )
    text = "\n".join(line for (line,) in plan)
    assert "request_logs_y2026m11" in text
    assert "request_logs_y2026m10" not in text


def test_a_request_is_logged_once_at_an_instant(connection: psycopg.Connection) -> None:
    place(connection, "1", "2026-11-05 00:00+00")
    place(connection, "1", "2026-11-05 00:01+00")
    with pytest.raises(errors.UniqueViolation) as caught:
        place(connection, "1", "2026-11-05 00:00+00")
    assert caught.value.diag.constraint_name == "request_logs_default_request_id_created_at_key"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("status", "fine"),
        ("status_code", 99),
        ("status_code", 600),
        ("latency_ms", -1),
        ("input_tokens", -1),
        ("output_tokens", -1),
        ("cache_read_tokens", -1),
        ("cache_create_tokens", -1),
        ("cost", -1),
    ],
)
def test_an_entry_holds_what_can_be(
    connection: psycopg.Connection, column: str, value: object
) -> None:
    place(connection, "1", "2026-11-05 00:00+00")
    update = sql.SQL("UPDATE llm.request_logs SET {} = %s").format(sql.Identifier(column))
    with pytest.raises(errors.CheckViolation) as caught:
        connection.execute(update, [value])
    assert caught.value.diag.constraint_name == f"request_logs_{column}_check"


def test_entries_outlive_what_they_name(connection: psycopg.Connection, scene: Scene) -> None:
    insert(connection, "llm.request_logs", user_id=scene.ada, api_key_id=scene.key)
    connection.execute("DELETE FROM iam.users WHERE id = %s", [scene.ada])
    rows = connection.execute("SELECT user_id, api_key_id FROM llm.request_logs").fetchall()
    assert rows == [(scene.ada, scene.key)]


# policies


@pytest.mark.parametrize("leaf", LEAVES)
def test_row_security_is_on_in_a_partition(connection: psycopg.Connection, leaf: str) -> None:
    row = connection.execute(
        "SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", [leaf]
    ).fetchone()
    assert row == (True,)


@pytest.mark.parametrize("role", ["application_user", "application_readonly", "application_system"])
@pytest.mark.parametrize("leaf", LEAVES)
def test_nobody_asks_a_partition_itself(
    connection: psycopg.Connection, scene: Scene, leaf: str, role: Role
) -> None:
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, scene.root, role),
    ):
        connection.execute(sql.SQL("SELECT FROM {}").format(sql.Identifier(*leaf.split("."))))


def test_the_system_logs_through_the_parent_and_administrators_read(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_month(connection, 2026, 11)
    with acting_as(connection, None, "application_system"):
        place(connection, "1", "2026-11-05 00:00+00")
        place(connection, "2", "2026-12-05 00:00+00")
        connection.execute("UPDATE llm.request_logs SET status = 'success', status_code = 200")
    count: LiteralString = "SELECT count(*) FROM llm.request_logs"
    with acting_as(connection, scene.root):
        assert connection.execute(count).fetchone() == (2,)
    with acting_as(connection, scene.ada):
        assert connection.execute(count).fetchone() == (0,)
