from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TypedDict

import psycopg
import pytest

from generated.automation import automation_runs as runs
from generated.automation import automation_triggers as triggers
from generated.automation import jobs
from generated.automation.enums import AutomationRunStatus
from generated.automation.models import AutomationRun
from tests.queries.automation.automated import (
    LARGEST_ID,
    Weavers,
    add_cron,
    add_run,
    add_webhook,
    stored_run,
)
from tests.queries.caller import Caller
from tests.queries.iam.keys import hash_of
from tests.queries.interleaving import committed_when_waited_for
from tests.queries.ordering import move_to_end
from tests.queries.texts import TRICKY

LATER = datetime(2999, 1, 1, tzinfo=UTC)
PAST = datetime(2001, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

PENDING = AutomationRunStatus.PENDING
RUNNING = AutomationRunStatus.RUNNING
COMPLETED = AutomationRunStatus.COMPLETED
FAILED = AutomationRunStatus.FAILED

#: A worker and an attempt that do not have the run that ``w`` has taken first.
OTHERS = [("v", 1), ("W", 1), ("", 1), ("w", 0), ("w", 2)]


class Attempt(TypedDict):
    """Which attempt of which run a worker speaks of."""

    run_id: int
    worker: str
    attempt: int


class Patience(TypedDict):
    """When a run has stalled, and when it is given up."""

    stalled_for: timedelta
    max_attempts: int


def claim(call: Caller, worker: str = "w", limit: int = 10) -> list[AutomationRun]:
    return call(jobs.claim_runs, worker=worker, limit=limit)


def claimed(call: Caller, weavers: Weavers) -> AutomationRun:
    """Return a new run that worker ``w`` has taken."""
    run = add_run(call, weavers.prompt_id)
    (taken,) = claim(call)
    assert taken.id == run.id
    return taken


def now_is(call: Caller, run_id: int) -> AutomationRun:
    found = stored_run(call, run_id)
    assert found is not None
    return found


@contextmanager
def just_at_it(call: Caller) -> Generator[psycopg.Connection]:
    """Hold a transaction open, as its owner, but not for ever should a call wait for it."""
    with call.connection.transaction():
        call.connection.execute("SET LOCAL idle_in_transaction_session_timeout = '3s'")
        yield call.connection


def last_seen(call: Caller, run_id: int, ago: timedelta) -> None:
    """Let the last heartbeat of a run be some time ago."""
    call.connection.execute(
        "UPDATE automation.automation_runs SET heartbeat_at = now() - %s WHERE id = %s",
        [ago, run_id],
    )


# claim_runs


def test_claim_runs_gives_nothing_when_nothing_waits(call: Caller, weavers: Weavers) -> None:
    assert claim(call) == []
    claimed(call, weavers)
    assert claim(call, "v") == []


def test_claim_runs_takes_the_run(call: Caller, weavers: Weavers) -> None:
    run = add_run(call, weavers.prompt_id)
    (taken,) = claim(call)
    assert taken.started_at is not None
    assert run.created_at is not None
    assert taken.started_at > run.created_at
    assert taken == run.model_copy(
        update={
            "status": RUNNING,
            "started_at": taken.started_at,
            "heartbeat_at": taken.started_at,
            "claimed_by": "w",
            "attempts": 1,
        }
    )
    assert now_is(call, run.id) == taken


def test_claim_runs_takes_those_due_longest_first(call: Caller, weavers: Weavers) -> None:
    ids = [add_run(call, weavers.prompt_id).id for _ in range(4)]
    call.connection.execute("UPDATE automation.automation_runs SET scheduled_for = %s", [PAST])
    call.connection.execute(
        "UPDATE automation.automation_runs SET scheduled_for = %s WHERE id = %s",
        [PAST - MINUTE, ids[2]],
    )
    move_to_end(call, "automation.automation_runs", ids[0])
    assert claim(call, limit=0) == []
    assert [run.id for run in claim(call, limit=3)] == [ids[2], ids[0], ids[1]]
    assert [run.id for run in claim(call, limit=3)] == [ids[3]]


def test_claim_runs_takes_runs_of_all_teams(call: Caller, weavers: Weavers) -> None:
    ids = [add_run(call, prompt_id).id for prompt_id in (weavers.prompt_id, weavers.private_id)]
    call.as_user(None)
    assert [run.id for run in claim(call)] == ids


def test_claim_runs_leaves_a_run_to_come(call: Caller, weavers: Weavers) -> None:
    call.one(runs.create_run, prompt_id=weavers.prompt_id, scheduled_for=LATER)
    assert claim(call) == []


def test_claim_runs_passes_over_what_another_worker_is_just_taking(
    call: Caller, weavers: Weavers
) -> None:
    first, second = (add_run(call, weavers.prompt_id).id for _ in range(2))
    with just_at_it(call) as other:
        assert [run.id for run in jobs.claim_runs(other, worker="v", limit=1)] == [first]
        assert [run.id for run in claim(call)] == [second]
    assert now_is(call, first).claimed_by == "v"


def test_a_worker_has_any_name(call: Caller, weavers: Weavers) -> None:
    for name in TRICKY:
        add_run(call, weavers.prompt_id)
        (taken,) = claim(call, name)
        assert taken.claimed_by == name
        assert call(jobs.complete_run, run_id=taken.id, worker=name, attempt=1) == 1


# heartbeat_run


def test_heartbeat_run_says_that_the_worker_is_alive(call: Caller, weavers: Weavers) -> None:
    taken, other = claimed(call, weavers), claimed(call, weavers)
    last_seen(call, taken.id, MINUTE)
    assert call(jobs.heartbeat_run, run_id=taken.id, worker="w", attempt=1) == 1
    found = now_is(call, taken.id)
    assert found.heartbeat_at is not None
    assert taken.heartbeat_at is not None
    assert found.heartbeat_at > taken.heartbeat_at
    assert found == taken.model_copy(update={"heartbeat_at": found.heartbeat_at})
    assert now_is(call, other.id) == other


# complete_run, fail_run, retry_run


def test_complete_run_ends_the_run(call: Caller, weavers: Weavers) -> None:
    taken, other = claimed(call, weavers), claimed(call, weavers)
    assert call(jobs.complete_run, run_id=taken.id, worker="w", attempt=1) == 1
    found = now_is(call, taken.id)
    assert (found.status, found.error) == (COMPLETED, None)
    assert found.completed_at is not None
    assert found.started_at is not None
    assert found.completed_at > found.started_at
    assert now_is(call, other.id) == other


@pytest.mark.parametrize("error", ["", "no answer", "'; --"])
def test_fail_run_gives_the_run_up(call: Caller, weavers: Weavers, error: str) -> None:
    taken, other = claimed(call, weavers), claimed(call, weavers)
    assert call(jobs.fail_run, run_id=taken.id, worker="w", attempt=1, error=error) == 1
    found = now_is(call, taken.id)
    assert (found.status, found.error, found.claimed_by) == (FAILED, error, "w")
    assert found.completed_at is not None
    assert now_is(call, other.id) == other
    assert claim(call) == []


def test_retry_run_puts_the_run_in_the_queue_again(call: Caller, weavers: Weavers) -> None:
    taken, other = claimed(call, weavers), claimed(call, weavers)
    changed = call(
        jobs.retry_run,
        run_id=taken.id,
        worker="w",
        attempt=1,
        scheduled_for=LATER,
        error="no answer",
    )
    assert changed == 1
    found = now_is(call, taken.id)
    assert found == taken.model_copy(
        update={
            "status": PENDING,
            "scheduled_for": LATER,
            "claimed_by": None,
            "heartbeat_at": None,
            "error": "no answer",
        }
    )
    assert claim(call) == []
    assert now_is(call, other.id) == other


def test_a_further_attempt_is_counted_and_ends_the_run(call: Caller, weavers: Weavers) -> None:
    run = claimed(call, weavers)
    first: Attempt = {"run_id": run.id, "worker": "w", "attempt": 1}
    assert call(jobs.retry_run, **first, scheduled_for=PAST, error="no answer") == 1
    (again,) = claim(call)
    assert (again.id, again.attempts, again.error) == (run.id, 2, "no answer")
    assert call(jobs.complete_run, **first) == 0
    assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=2) == 1


def assert_not_ended(call: Caller, run: AutomationRun, worker: str, attempt: int) -> None:
    """Nothing that this worker says of this attempt changes the run."""
    mine: Attempt = {"run_id": run.id, "worker": worker, "attempt": attempt}
    assert call(jobs.heartbeat_run, **mine) == 0
    assert call(jobs.complete_run, **mine) == 0
    assert call(jobs.fail_run, **mine, error="no answer") == 0
    assert call(jobs.retry_run, **mine, scheduled_for=LATER, error="no answer") == 0
    assert now_is(call, run.id) == run


@pytest.mark.parametrize(("worker", "attempt"), OTHERS)
def test_a_run_is_changed_by_no_other_worker_or_attempt(
    call: Caller, weavers: Weavers, worker: str, attempt: int
) -> None:
    assert_not_ended(call, claimed(call, weavers), worker, attempt)


def test_a_run_that_waits_or_has_ended_is_changed_by_no_worker(
    call: Caller, weavers: Weavers
) -> None:
    waiting = call.one(runs.create_run, prompt_id=weavers.prompt_id, scheduled_for=LATER)
    assert_not_ended(call, waiting, "w", 0)
    run = claimed(call, weavers)
    assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=1) == 1
    assert_not_ended(call, now_is(call, run.id), "w", 1)


def test_an_unknown_run_is_not_changed(call: Caller) -> None:
    mine: Attempt = {"run_id": LARGEST_ID, "worker": "w", "attempt": 1}
    assert call(jobs.heartbeat_run, **mine) == 0
    assert call(jobs.complete_run, **mine) == 0
    assert call(jobs.fail_run, **mine, error="no answer") == 0
    assert call(jobs.retry_run, **mine, scheduled_for=LATER, error="no answer") == 0


def test_a_run_ends_though_its_transaction_is_older_than_its_start(
    call: Caller, weavers: Weavers
) -> None:
    run = claimed(call, weavers)
    call.connection.execute(
        "UPDATE automation.automation_runs SET started_at = now() + interval '1 hour'"
    )
    assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=1) == 1
    found = now_is(call, run.id)
    assert found.completed_at == found.started_at


# requeue_stalled_runs, fail_stalled_runs


def test_without_stalled_runs_nothing_is_changed(call: Caller, weavers: Weavers) -> None:
    arguments: Patience = {"stalled_for": MINUTE, "max_attempts": 2}
    assert call(jobs.requeue_stalled_runs, **arguments) == 0
    assert call(jobs.fail_stalled_runs, **arguments) == 0
    run = claimed(call, weavers)
    waiting = add_run(call, weavers.prompt_id)
    last_seen(call, run.id, MINUTE - timedelta(seconds=30))
    before = now_is(call, run.id)
    assert call(jobs.requeue_stalled_runs, **arguments) == 0
    assert call(jobs.fail_stalled_runs, stalled_for=MINUTE, max_attempts=0) == 0
    assert (now_is(call, run.id), now_is(call, waiting.id)) == (before, waiting)


def test_a_stalled_run_is_put_in_the_queue_again_while_it_has_attempts_left(
    call: Caller, weavers: Weavers
) -> None:
    run, alive = claimed(call, weavers), claimed(call, weavers)
    last_seen(call, run.id, 2 * MINUTE)
    arguments: Patience = {"stalled_for": MINUTE, "max_attempts": 2}
    assert call(jobs.fail_stalled_runs, **arguments) == 0
    assert [call(jobs.requeue_stalled_runs, **arguments) for _ in range(2)] == [1, 0]
    found = now_is(call, run.id)
    assert (found.status, found.attempts) == (PENDING, 1)
    assert found.error == "the worker gave no sign of life"
    assert now_is(call, alive.id) == alive
    assert [(again.id, again.attempts) for again in claim(call, "v")] == [(run.id, 2)]
    assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=1) == 0


def test_a_run_that_has_ended_does_not_stall(call: Caller, weavers: Weavers) -> None:
    run = claimed(call, weavers)
    assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=1) == 1
    last_seen(call, run.id, 2 * MINUTE)
    before = now_is(call, run.id)
    assert call(jobs.requeue_stalled_runs, stalled_for=MINUTE, max_attempts=2) == 0
    assert call(jobs.fail_stalled_runs, stalled_for=MINUTE, max_attempts=1) == 0
    assert now_is(call, run.id) == before


def test_a_stalled_run_without_attempts_left_is_given_up(call: Caller, weavers: Weavers) -> None:
    run, alive = claimed(call, weavers), claimed(call, weavers)
    last_seen(call, run.id, 2 * MINUTE)
    arguments: Patience = {"stalled_for": MINUTE, "max_attempts": 1}
    assert call(jobs.requeue_stalled_runs, **arguments) == 0
    assert [call(jobs.fail_stalled_runs, **arguments) for _ in range(2)] == [1, 0]
    found = now_is(call, run.id)
    assert (found.status, found.error) == (FAILED, "the worker gave no sign of life")
    assert found.completed_at is not None
    assert now_is(call, alive.id) == alive


@pytest.mark.parametrize("max_attempts", [1, 2])
def test_a_run_that_gives_a_sign_of_life_just_now_has_not_stalled(
    call: Caller, weavers: Weavers, max_attempts: int
) -> None:
    run = claimed(call, weavers)
    last_seen(call, run.id, 2 * MINUTE)
    with just_at_it(call) as other:
        jobs.heartbeat_run(other, run_id=run.id, worker="w", attempt=1)
        arguments: Patience = {"stalled_for": MINUTE, "max_attempts": max_attempts}
        assert call(jobs.requeue_stalled_runs, **arguments) == 0
        assert call(jobs.fail_stalled_runs, **arguments) == 0
    assert now_is(call, run.id).status is RUNNING


def test_a_worker_that_is_late_finds_its_run_taken_away(
    call: Caller, weavers: Weavers, connection: psycopg.Connection
) -> None:
    run = claimed(call, weavers)
    last_seen(call, run.id, 2 * MINUTE)
    connection.execute("BEGIN")
    jobs.requeue_stalled_runs(connection, stalled_for=MINUTE, max_attempts=2)
    with committed_when_waited_for(connection):
        assert call(jobs.complete_run, run_id=run.id, worker="w", attempt=1) == 0
    assert now_is(call, run.id).status is PENDING


# enqueue_cron_runs


def make_due(call: Caller, trigger_id: int, ago: timedelta = MINUTE) -> None:
    call.connection.execute(
        "UPDATE automation.automation_cron_triggers SET next_run_at = now() - %s WHERE id = %s",
        [ago, trigger_id],
    )


def test_enqueue_cron_runs_gives_nothing_when_no_trigger_is_due(
    call: Caller, weavers: Weavers
) -> None:
    assert call(jobs.enqueue_cron_runs, limit=10) == []
    add_cron(call, weavers.prompt_id)
    add_cron(call, weavers.prompt_id, "0 0 30 2 *")
    assert call(jobs.enqueue_cron_runs, limit=10) == []


def test_a_due_trigger_makes_one_run_however_long_it_is_due(call: Caller, weavers: Weavers) -> None:
    trigger, other = add_cron(call, weavers.private_id), add_cron(call, weavers.prompt_id)
    make_due(call, trigger.id, timedelta(days=9))
    (run,) = call(jobs.enqueue_cron_runs, limit=10)
    assert (run.prompt_id, run.team_id) == (weavers.private_id, weavers.team.id)
    assert (run.status, run.attempts) == (PENDING, 0)
    assert call(triggers.get_cron_trigger, cron_trigger_id=trigger.id) == trigger
    assert call(triggers.get_cron_trigger, cron_trigger_id=other.id) == other
    assert call(jobs.enqueue_cron_runs, limit=10) == []
    assert [taken.id for taken in claim(call)] == [run.id]


def test_enqueue_cron_runs_begins_with_those_due_longest(call: Caller, weavers: Weavers) -> None:
    prompts = (weavers.prompt_id, weavers.private_id, weavers.company_id)
    for minutes, prompt_id in zip((1, 3, 2), prompts, strict=True):
        make_due(call, add_cron(call, prompt_id).id, minutes * MINUTE)
    assert call(jobs.enqueue_cron_runs, limit=0) == []
    first = call(jobs.enqueue_cron_runs, limit=2)
    assert {run.prompt_id for run in first} == {weavers.private_id, weavers.company_id}
    assert [run.prompt_id for run in call(jobs.enqueue_cron_runs, limit=2)] == [weavers.prompt_id]


def test_enqueue_cron_runs_passes_over_what_another_worker_is_just_at(
    call: Caller, weavers: Weavers
) -> None:
    for prompt_id in (weavers.prompt_id, weavers.private_id):
        make_due(call, add_cron(call, prompt_id).id)
    with just_at_it(call) as other:
        (first,) = jobs.enqueue_cron_runs(other, limit=1)
        (second,) = call(jobs.enqueue_cron_runs, limit=10)
    assert (first.prompt_id, second.prompt_id) == (weavers.prompt_id, weavers.private_id)
    assert call(jobs.enqueue_cron_runs, limit=10) == []


# enqueue_webhook_run


def test_a_call_from_outside_puts_a_run_in_the_queue(call: Caller, weavers: Weavers) -> None:
    add_webhook(call, weavers.prompt_id, "one")
    add_webhook(call, weavers.private_id, "other")
    call.as_user(None)
    run = call.one(jobs.enqueue_webhook_run, secret_hash=hash_of("other"))
    assert (run.prompt_id, run.team_id) == (weavers.private_id, weavers.team.id)
    assert run.status is PENDING
    assert [taken.id for taken in claim(call)] == [run.id]


@pytest.mark.parametrize("secret_hash", ["", "secret", hash_of("other"), *TRICKY])
def test_a_call_with_another_secret_does_nothing(
    call: Caller, weavers: Weavers, secret_hash: str
) -> None:
    add_webhook(call, weavers.prompt_id, "secret")
    assert call(jobs.enqueue_webhook_run, secret_hash=secret_hash) is None
    assert claim(call) == []
