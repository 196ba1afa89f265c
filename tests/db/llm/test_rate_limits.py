"""Requests counted against the limits of a key, a model and an ability, all or nothing."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import NamedTuple

import psycopg
import pytest
from psycopg import errors
from psycopg.rows import class_row

from tests.db.acting import BOTH, acting_as, add_team, add_user
from tests.db.rows import add, insert

MANY = 10000


class Taken(NamedTuple):
    """What ``llm.take_request()`` answers."""

    allowed: bool
    refused_by: str | None
    retry_after: timedelta | None
    window_start: datetime


class Limited(NamedTuple):
    """A key, a model and an ability, none of them with a limit in the way."""

    key: int
    model: int
    ability: int


@pytest.fixture
def limited(connection: psycopg.Connection) -> Limited:
    return add_limited(connection, "ada")


def add_limited(connection: psycopg.Connection, name: str) -> Limited:
    user = add_user(connection, name)
    team = add_team(connection, name, {user: BOTH})
    key = add(connection, "iam.api_keys", team_id=team, user_id=user)
    model = add(connection, "model_registry.models", name=name, rpm_limit=MANY)
    channel = add(connection, "model_registry.channels", name=name)
    group = add(connection, "iam.groups", name=name)
    serves = {"group_id": group, "channel_id": channel, "model": name}
    ability = add(connection, "model_registry.abilities", **serves)
    return Limited(key, model, ability)


def limit_key(connection: psycopg.Connection, key: int | None, *, rpm: int, tpm: int) -> None:
    insert(connection, "llm.rate_limits", api_key_id=key, rpm_limit=rpm, tpm_limit=tpm)


def take(
    connection: psycopg.Connection,
    key: int | None = None,
    model: int | None = None,
    ability: int | None = None,
    tokens: int = 0,
) -> Taken:
    """Take a request, as the system."""
    with acting_as(connection, None, "application_system"):
        return taken(connection, key, model, ability, tokens)


def taken(connection: psycopg.Connection, *values: int | None) -> Taken:
    with connection.cursor(row_factory=class_row(Taken)) as cursor:
        cursor.execute("SELECT * FROM llm.take_request(%s, %s, %s, %s)", values)
        found = cursor.fetchone()
    assert found is not None
    return found


def counted(connection: psycopg.Connection) -> dict[str, tuple[int, int]]:
    """Return requests and tokens by scope."""
    rows = connection.execute(
        "SELECT scope, sum(requests)::integer, sum(tokens)::integer"
        " FROM llm.rate_limit_windows GROUP BY scope"
    )
    return {scope: (requests, tokens) for scope, requests, tokens in rows}


def wait_for_a_whole_minute(connection: psycopg.Connection, seconds: float) -> None:
    """Wait for the next window when this one ends within some seconds."""
    row = connection.execute("SELECT extract(second FROM clock_timestamp())::float").fetchone()
    assert row is not None
    if row[0] > 60 - seconds:
        time.sleep(60.1 - row[0])


# what there is no limit for


def test_nothing_is_counted_where_nothing_is_limited(
    connection: psycopg.Connection, limited: Limited
) -> None:
    assert take(connection).allowed
    assert take(connection, limited.key, ability=limited.ability, tokens=10).allowed
    assert counted(connection) == {}


def test_zero_is_no_limit_of_a_key_or_an_ability(
    connection: psycopg.Connection, limited: Limited
) -> None:
    for _ in range(3):
        assert take(connection, limited.key, None, limited.ability).allowed


# each limit


def test_a_key_has_a_limit_of_its_own(connection: psycopg.Connection, limited: Limited) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE iam.api_keys SET rate_limit = 2")
    answers = [take(connection, limited.key) for _ in range(3)]
    assert [answer.allowed for answer in answers] == [True, True, False]
    assert answers[2].refused_by == "key_requests"


def test_the_strictest_of_a_keys_limits_holds(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE iam.api_keys SET rate_limit = 5")
    limit_key(connection, limited.key, rpm=3, tpm=MANY)
    limit_key(connection, limited.key, rpm=1, tpm=MANY)
    answers = [take(connection, limited.key).allowed for _ in range(2)]
    assert answers == [True, False]


def test_the_limit_of_all_keys_is_for_those_without_one_and_for_each_apart(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    with_limit = add_limited(connection, "bob").key
    another = add_limited(connection, "cyd").key
    limit_key(connection, None, rpm=1, tpm=MANY)
    limit_key(connection, with_limit, rpm=2, tpm=MANY)
    of = {
        key: [take(connection, key).allowed for _ in range(3)]
        for key in (limited.key, with_limit, another)
    }
    assert of == {
        limited.key: [True, False, False],
        with_limit: [True, True, False],
        another: [True, False, False],
    }


def test_a_request_without_a_key_is_not_held_to_the_limit_of_all_keys(
    connection: psycopg.Connection, limited: Limited
) -> None:
    limit_key(connection, None, rpm=0, tpm=0)
    assert take(connection, model=limited.model).allowed


def test_tokens_of_a_key_run_out(connection: psycopg.Connection, limited: Limited) -> None:
    wait_for_a_whole_minute(connection, 5)
    limit_key(connection, limited.key, rpm=MANY, tpm=100)
    assert take(connection, limited.key, tokens=60).allowed
    assert take(connection, limited.key, tokens=41).refused_by == "key_tokens"
    assert take(connection, limited.key, tokens=40).allowed


def test_requests_and_tokens_of_a_model_run_out(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE model_registry.models SET rpm_limit = 2, tpm_limit = 100")
    assert take(connection, model=limited.model, tokens=60).allowed
    assert take(connection, model=limited.model, tokens=60).refused_by == "model_tokens"
    assert take(connection, model=limited.model).allowed
    assert take(connection, model=limited.model).refused_by == "model_requests"


def test_requests_of_an_ability_run_out(connection: psycopg.Connection, limited: Limited) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE model_registry.abilities SET rate_limit = 1")
    assert take(connection, ability=limited.ability).allowed
    assert take(connection, ability=limited.ability).refused_by == "ability_requests"


# refusals


def test_a_refused_request_is_counted_nowhere(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE model_registry.abilities SET rate_limit = 5")
    connection.execute("UPDATE model_registry.models SET rpm_limit = 1")
    limit_key(connection, limited.key, rpm=5, tpm=MANY)
    answers = [take(connection, *limited, tokens=7) for _ in range(3)]
    assert [answer.refused_by for answer in answers] == [None, "model_requests", "model_requests"]
    assert counted(connection) == {"ability": (1, 7), "key": (1, 7), "model": (1, 7)}


def test_a_refusal_tells_when_the_minute_is_over(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE iam.api_keys SET rate_limit = 1")
    first, second = (take(connection, limited.key) for _ in range(2))
    assert first.retry_after is None
    assert first.window_start.second == first.window_start.microsecond == 0
    assert second.retry_after is not None
    assert timedelta(0) <= second.retry_after <= timedelta(minutes=1)


def test_requests_are_let_through_again_in_the_next_minute(
    connection: psycopg.Connection, limited: Limited
) -> None:
    wait_for_a_whole_minute(connection, 5)
    connection.execute("UPDATE iam.api_keys SET rate_limit = 1")
    assert take(connection, limited.key).allowed
    connection.execute(
        "UPDATE llm.rate_limit_windows SET window_start = window_start - interval '1 minute'"
    )
    assert take(connection, limited.key).allowed


@pytest.mark.parametrize(
    ("change", "refused_by"),
    [
        ("UPDATE iam.api_keys SET status = 'disabled'", "key"),
        ("UPDATE iam.api_keys SET expires_at = now()", "key"),
        ("UPDATE iam.api_keys SET deleted_at = now()", "key"),
        ("DELETE FROM iam.api_keys", "key"),
        ("UPDATE iam.api_keys SET quota = 5, used_quota = 5", "key_quota"),
        ("DELETE FROM model_registry.models", "model"),
        ("UPDATE model_registry.models SET rpm_limit = 0", "model_requests"),
        ("UPDATE model_registry.models SET tpm_limit = 0", "model_tokens"),
        ("UPDATE model_registry.abilities SET enabled = false", "ability"),
        ("DELETE FROM model_registry.abilities", "ability"),
        ("INSERT INTO llm.rate_limits (rpm_limit, tpm_limit) VALUES (0, 10)", "key_requests"),
        ("INSERT INTO llm.rate_limits (rpm_limit, tpm_limit) VALUES (10, 0)", "key_tokens"),
    ],
)
def test_waiting_does_not_help(
    connection: psycopg.Connection, limited: Limited, change: str, refused_by: str
) -> None:
    connection.execute(change.encode())
    answer = take(connection, *limited, tokens=1)
    assert (answer.allowed, answer.refused_by, answer.retry_after) == (False, refused_by, None)
    assert counted(connection) == {}


def test_a_quota_with_something_left_lets_a_request_through(
    connection: psycopg.Connection, limited: Limited
) -> None:
    connection.execute("UPDATE iam.api_keys SET quota = 5, used_quota = 4")
    assert take(connection, limited.key, tokens=100).allowed


@pytest.mark.parametrize("tokens", ["-1", "NULL"])
def test_a_number_of_tokens_must_be_known(connection: psycopg.Connection, tokens: str) -> None:
    with pytest.raises(errors.InvalidParameterValue, match=f"0 or more, not {tokens}"):
        connection.execute(f"SELECT llm.take_request(NULL, NULL, NULL, {tokens})".encode())


# many at once


def test_of_many_at_once_exactly_the_limit_is_let_through(
    connection: psycopg.Connection, database_url: str, limited: Limited
) -> None:
    callers, each, limit = 20, 5, 17
    connection.execute("UPDATE iam.api_keys SET rate_limit = %s", [limit])

    def call(_: int) -> list[Taken]:
        with psycopg.connect(database_url, autocommit=True) as own:
            return [taken(own, *limited, 1) for _ in range(each)]

    with ThreadPoolExecutor(callers) as threads:
        answers = [answer for found in threads.map(call, range(callers)) for answer in found]
    asked = Counter(answer.window_start for answer in answers)
    allowed = Counter(answer.window_start for answer in answers if answer.allowed)
    assert allowed == {window: min(count, limit) for window, count in asked.items()}
    assert {answer.refused_by for answer in answers} == {None, "key_requests"}
    total = allowed.total(), allowed.total()
    assert counted(connection) == {"key": total, "model": total}


def test_keys_and_models_in_every_combination_do_not_wait_in_a_circle(
    connection: psycopg.Connection, database_url: str
) -> None:
    callers, each = 8, 20
    one, two = add_limited(connection, "one"), add_limited(connection, "two")
    connection.execute("UPDATE iam.api_keys SET rate_limit = 10000")
    connection.execute("UPDATE model_registry.abilities SET rate_limit = 10000")

    def call(number: int) -> int:
        first, second = (one, two) if number % 2 else (two, one)
        mixed = first.key, second.model, (first if number % 4 < 2 else second).ability
        with psycopg.connect(database_url, autocommit=True) as own:
            for _ in range(each):
                window = taken(own, *mixed, 2).window_start
                own.execute("SELECT llm.settle_request(%s, %s, %s, %s, 2, 3, 1)", [*mixed, window])
        return each

    with ThreadPoolExecutor(callers) as threads:
        assert sum(threads.map(call, range(callers))) == callers * each
    total = callers * each, 3 * callers * each
    assert counted(connection) == {"ability": total, "key": total, "model": total}
    row = connection.execute("SELECT sum(used_quota)::integer FROM iam.api_keys").fetchone()
    assert row == (callers * each,)


def test_a_transaction_that_cannot_see_the_counter_takes_nothing(
    connection: psycopg.Connection, database_url: str, limited: Limited
) -> None:
    connection.execute("UPDATE iam.api_keys SET rate_limit = 2")
    connection.execute(
        "INSERT INTO llm.rate_limit_windows (scope, scope_id, window_start)"
        " SELECT 'key', %s, date_trunc('minute', now()) + n * interval '1 minute'"
        " FROM generate_series(0, 1) AS n",
        [limited.key],
    )
    with psycopg.connect(database_url) as late:
        late.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        late.execute("SELECT count(*) FROM llm.rate_limit_windows")
        connection.execute("UPDATE llm.rate_limit_windows SET requests = 1")
        with pytest.raises(errors.SerializationFailure):
            taken(late, limited.key, None, None, 0)


# old windows


def test_windows_of_more_than_an_hour_ago_are_purged(connection: psycopg.Connection) -> None:
    connection.execute(
        "INSERT INTO llm.rate_limit_windows (scope, scope_id, window_start)"
        " VALUES ('key', 1, now() - interval '61 minutes'), ('key', 1, now())"
    )
    with acting_as(connection, None, "application_system"):
        row = connection.execute("SELECT llm.purge_rate_limit_windows()").fetchone()
    assert row == (1,)
    assert counted(connection) == {"key": (0, 0)}
