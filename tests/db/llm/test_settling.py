"""What a request really took, after it was let through."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import acting_as
from tests.db.llm.scene import Scene

SETTLE: LiteralString = "SELECT llm.settle_request(%s, %s, NULL, %s, %s, %s, %s)"


def take(connection: psycopg.Connection, scene: Scene, tokens: int) -> object:
    """Take a request of Ada's key and return its window."""
    with acting_as(connection, None, "application_system"):
        row = connection.execute(
            "SELECT window_start FROM llm.take_request(%s, %s, NULL, %s)",
            [scene.key, scene.model, tokens],
        ).fetchone()
    assert row is not None
    return row[0]


def settle(
    connection: psycopg.Connection,
    scene: Scene,
    window: object,
    *,
    estimated: int,
    actual: int,
    cost: int,
) -> int | None:
    """Settle a request of Ada's key and return what is left of the quota."""
    values = scene.key, scene.model, window, estimated, actual, cost
    with acting_as(connection, None, "application_system"):
        row = connection.execute(SETTLE, values).fetchone()
    assert row is not None
    left = row[0]
    assert left is None or isinstance(left, int)
    return left


def counters(connection: psycopg.Connection) -> list[tuple[str, int, int]]:
    return connection.execute(
        "SELECT scope, requests, tokens FROM llm.rate_limit_windows ORDER BY scope"
    ).fetchall()


@pytest.mark.parametrize("actual", [3, 10, 250])
def test_tokens_become_what_they_were(
    connection: psycopg.Connection, scene: Scene, actual: int
) -> None:
    connection.execute("UPDATE iam.api_keys SET rate_limit = 100")
    window = take(connection, scene, 10)
    settle(connection, scene, window, estimated=10, actual=actual, cost=0)
    assert counters(connection) == [("key", 1, actual), ("model", 1, actual)]


def test_tokens_never_fall_below_none(connection: psycopg.Connection, scene: Scene) -> None:
    window = take(connection, scene, 10)
    settle(connection, scene, window, estimated=1000, actual=0, cost=0)
    assert counters(connection) == [("model", 1, 0)]


def test_a_window_that_is_gone_is_not_made_again(
    connection: psycopg.Connection, scene: Scene
) -> None:
    window = take(connection, scene, 10)
    connection.execute("DELETE FROM llm.rate_limit_windows")
    assert settle(connection, scene, window, estimated=10, actual=11, cost=0) is None
    assert counters(connection) == []


def test_a_quota_is_charged_even_past_its_end(connection: psycopg.Connection, scene: Scene) -> None:
    connection.execute("UPDATE iam.api_keys SET quota = 100 WHERE id = %s", [scene.key])
    window = take(connection, scene, 0)
    left = [
        settle(connection, scene, window, estimated=0, actual=0, cost=cost) for cost in (70, 0, 70)
    ]
    assert left == [30, 30, -40]
    row = connection.execute(
        "SELECT refused_by FROM llm.take_request(%s, NULL, NULL, 0)", [scene.key]
    ).fetchone()
    assert row == ("key_quota",)


def test_without_a_quota_the_use_is_counted_all_the_same(
    connection: psycopg.Connection, scene: Scene
) -> None:
    window = take(connection, scene, 0)
    assert settle(connection, scene, window, estimated=0, actual=0, cost=5) is None
    rows = connection.execute("SELECT id, used_quota FROM iam.api_keys ORDER BY id").fetchall()
    assert rows == [(scene.key, 5), (scene.key_of_cyd, 0)]


@pytest.mark.parametrize("wrong", [(-1, 0, 0), (0, -1, 0), (0, 0, -1), (None, 0, 0), (0, 0, None)])
def test_what_is_settled_must_be_known(
    connection: psycopg.Connection, wrong: tuple[int | None, ...]
) -> None:
    with pytest.raises(errors.InvalidParameterValue):
        connection.execute(SETTLE, [None, None, None, *wrong])
