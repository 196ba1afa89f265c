from datetime import UTC, datetime

import pytest
from psycopg import errors

from generated.automation import automation_runs as runs
from generated.automation import jobs
from generated.automation.enums import AutomationRunStatus
from tests.queries.automation.automated import LARGEST_ID, Weavers, add_run, stored_run
from tests.queries.caller import Caller
from tests.queries.iam.people import set_status
from tests.queries.ordering import move_to_end, pages

LATER = datetime(2999, 1, 1, tzinfo=UTC)


def listed(
    call: Caller,
    prompt_id: int,
    after_id: int | None = None,
    limit: int = 10,
    status: AutomationRunStatus | None = None,
) -> list[int]:
    found = call(runs.list_runs, prompt_id=prompt_id, after_id=after_id, limit=limit, status=status)
    return [run.id for run in found]


# create_run, get_run


def test_create_run_puts_a_run_in_the_queue(call: Caller, weavers: Weavers) -> None:
    run = add_run(call, weavers.prompt_id)
    assert (run.prompt_id, run.team_id) == (weavers.prompt_id, weavers.team.id)
    assert (run.status, run.attempts) == (AutomationRunStatus.PENDING, 0)
    assert run.scheduled_for == run.created_at
    assert (run.started_at, run.completed_at, run.heartbeat_at) == (None, None, None)
    assert (run.claimed_by, run.error) == (None, None)
    assert call(runs.get_run, run_id=run.id) == run


def test_create_run_takes_a_later_time(call: Caller, weavers: Weavers) -> None:
    run = call.one(runs.create_run, prompt_id=weavers.prompt_id, scheduled_for=LATER)
    assert run.scheduled_for == LATER


def test_get_run_gives_none_for_an_unknown_id(call: Caller, weavers: Weavers) -> None:
    add_run(call, weavers.prompt_id)
    assert call(runs.get_run, run_id=LARGEST_ID) is None


def test_a_run_tells_all_that_workers_say(call: Caller, weavers: Weavers) -> None:
    run = add_run(call, weavers.prompt_id)
    call.connection.execute(
        """
        UPDATE automation.automation_runs
        SET
            status = 'Failed',
            started_at = now(),
            completed_at = now(),
            claimed_by = 'w',
            heartbeat_at = now(),
            attempts = 3,
            error = 'no answer',
            created_at = NULL
        """
    )
    found = call.one(runs.get_run, run_id=run.id)
    assert (found.status, found.claimed_by) == (AutomationRunStatus.FAILED, "w")
    assert (found.attempts, found.error, found.created_at) == (3, "no answer", None)
    assert found.started_at == found.completed_at == found.heartbeat_at is not None


# list_runs


def test_list_runs_pages_from_the_newest_on(call: Caller, weavers: Weavers) -> None:
    assert listed(call, weavers.prompt_id) == []
    ids = [add_run(call, weavers.prompt_id).id for _ in range(5)]
    add_run(call, weavers.private_id)
    move_to_end(call, "automation.automation_runs", ids[1])
    found = pages(
        lambda after_id: listed(call, weavers.prompt_id, after_id, 2), lambda run_id: run_id
    )
    assert found == [ids[:2:-1], ids[2:0:-1], ids[:1]]
    assert listed(call, weavers.prompt_id, limit=0) == []


def test_list_runs_gives_those_of_one_status(call: Caller, weavers: Weavers) -> None:
    taken, waiting = (add_run(call, weavers.prompt_id).id for _ in range(2))
    call(jobs.claim_runs, worker="w", limit=1)
    for status, expected in (
        (AutomationRunStatus.RUNNING, [taken]),
        (AutomationRunStatus.PENDING, [waiting]),
        (AutomationRunStatus.FAILED, []),
        (None, [waiting, taken]),
    ):
        assert listed(call, weavers.prompt_id, status=status) == expected


# reschedule_run, delete_run


def test_reschedule_run_changes_when_that_run_is_due(call: Caller, weavers: Weavers) -> None:
    run, other = add_run(call, weavers.prompt_id), add_run(call, weavers.prompt_id)
    changed = call.one(runs.reschedule_run, run_id=run.id, scheduled_for=LATER)
    assert changed == run.model_copy(update={"scheduled_for": LATER})
    assert call(runs.get_run, run_id=other.id) == other


def test_reschedule_run_leaves_a_run_alone_that_a_worker_took(
    call: Caller, weavers: Weavers
) -> None:
    add_run(call, weavers.prompt_id)
    (taken,) = call(jobs.claim_runs, worker="w", limit=1)
    assert call(runs.reschedule_run, run_id=taken.id, scheduled_for=LATER) is None
    assert call(runs.reschedule_run, run_id=LARGEST_ID, scheduled_for=LATER) is None
    assert stored_run(call, taken.id) == taken


def test_delete_run_deletes_that_run_alone(call: Caller, weavers: Weavers) -> None:
    run, other = add_run(call, weavers.prompt_id), add_run(call, weavers.prompt_id)
    assert [call(runs.delete_run, run_id=run.id) for _ in range(2)] == [1, 0]
    assert listed(call, weavers.prompt_id) == [other.id]


def test_a_worker_finds_out_that_its_run_was_deleted(call: Caller, weavers: Weavers) -> None:
    run = add_run(call, weavers.prompt_id)
    call(jobs.claim_runs, worker="w", limit=1)
    assert call(runs.delete_run, run_id=run.id) == 1
    assert call(jobs.heartbeat_run, run_id=run.id, worker="w", attempt=1) == 0


# who sees and changes what


def test_nobody_runs_a_prompt_that_is_not_there(call: Caller, weavers: Weavers) -> None:
    for person, prompt_id in (
        (weavers.ada, LARGEST_ID),
        (weavers.bob, weavers.private_id),
        (weavers.eve, weavers.prompt_id),
        (None, weavers.company_id),
    ):
        call.as_user(person.id if person else None)
        assert call(runs.create_run, prompt_id=prompt_id, scheduled_for=None) is None


def test_a_shared_prompt_is_run_by_its_own_team_alone(call: Caller, weavers: Weavers) -> None:
    call.as_user(weavers.bob.id)
    assert add_run(call, weavers.company_id).team_id == weavers.team.id
    call.as_user(weavers.eve.id)
    with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
        add_run(call, weavers.company_id)


def test_a_member_sees_and_changes_runs_of_prompts_that_are_seen(
    call: Caller, weavers: Weavers
) -> None:
    run, hidden = add_run(call, weavers.prompt_id), add_run(call, weavers.private_id)
    call.as_user(weavers.bob.id)
    assert call(runs.get_run, run_id=run.id) == run
    assert listed(call, weavers.prompt_id) == [run.id]
    assert call.one(runs.reschedule_run, run_id=run.id, scheduled_for=LATER).id == run.id
    assert call(runs.delete_run, run_id=run.id) == 1
    assert_hidden(call, hidden.id, weavers.private_id)


def assert_hidden(call: Caller, run_id: int, prompt_id: int) -> None:
    """Whoever calls run on behalf of neither sees nor changes a run."""
    assert call(runs.get_run, run_id=run_id) is None
    assert listed(call, prompt_id) == []
    assert call(runs.reschedule_run, run_id=run_id, scheduled_for=LATER) is None
    assert call(runs.delete_run, run_id=run_id) == 0


@pytest.mark.parametrize("visibility", ["prompt", "private", "company"])
@pytest.mark.parametrize("name", ["eve", "root", None])
def test_others_neither_see_nor_change_a_run(
    call: Caller, weavers: Weavers, name: str | None, visibility: str
) -> None:
    prompt_id: int = getattr(weavers, f"{visibility}_id")
    run = add_run(call, prompt_id)
    ids = {"eve": weavers.eve.id, "root": 1, None: None}
    call.as_user(ids[name])
    assert_hidden(call, run.id, prompt_id)
    assert stored_run(call, run.id) == run


@pytest.mark.parametrize("status", ["suspended", "deactivated"])
def test_an_account_that_is_not_active_neither_sees_nor_changes_a_run(
    call: Caller, weavers: Weavers, status: str
) -> None:
    run = add_run(call, weavers.prompt_id)
    set_status(call, weavers.ada, status)
    assert_hidden(call, run.id, weavers.prompt_id)
