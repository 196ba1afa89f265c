# Made by quern from queries/automation/jobs.sql: do not edit.
"""Queries of queries/automation/jobs.sql."""

from datetime import datetime, timedelta
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .models import AutomationRun
from .models import make_automation_run as _make_automation_run

CLAIM_RUNS: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.jobs.claim_runs",
    source="queries/automation/jobs.sql:1",
    sql="""WITH due AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Pending'
        AND scheduled_for <= now()
    ORDER BY scheduled_for, id
    LIMIT $1
    FOR UPDATE SKIP LOCKED
),

claimed AS (
    UPDATE automation.automation_runs AS r
    SET
        status = 'Running',
        started_at = now(),
        claimed_by = $2,
        heartbeat_at = now(),
        attempts = r.attempts + 1
    FROM due
    WHERE r.id = due.id
    RETURNING
        r.id,
        r.prompt_id,
        r.status,
        r.started_at,
        r.completed_at,
        r.created_at,
        r.team_id,
        r.scheduled_for,
        r.claimed_by,
        r.heartbeat_at,
        r.attempts,
        r.error
)

SELECT
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error
FROM claimed
ORDER BY scheduled_for, id""",
    row=_make_automation_run,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    role="system",
)


def claim_runs(
    conn: Connection[Any] | _runtime.Runner,
    *,
    limit: int,
    worker: str,
) -> list[AutomationRun]:
    """Take runs that are due, those that wait longest first, for a worker to work on.

    Runs that another worker is just taking are passed over, so that nobody waits. Who takes a run
    says with `heartbeat_run` that it is alive, and ends it with `complete_run`, `fail_run` or
    `retry_run`. Each needs the number of the attempt (`attempts` of the row), without which somebody
    who stalled would end the attempt of somebody else.

    :param limit: runs to take at most
    :param worker: name of the worker
    """
    return _runtime.fetch_all(conn, CLAIM_RUNS, (limit, worker))


HEARTBEAT_RUN: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.heartbeat_run",
    source="queries/automation/jobs.sql:63",
    sql="""UPDATE automation.automation_runs
SET heartbeat_at = now()
WHERE id = $1
    AND status = 'Running'
    AND claimed_by = $2
    AND attempts = $3""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def heartbeat_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """Say that the worker of a run is alive; 0 when it is not its run any more, so that it should stop.

    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return _runtime.execute_count(conn, HEARTBEAT_RUN, (run_id, worker, attempt))


COMPLETE_RUN: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.complete_run",
    source="queries/automation/jobs.sql:74",
    sql="""UPDATE automation.automation_runs
SET
    status = 'Completed',
    completed_at = greatest(now(), started_at)
WHERE id = $1
    AND status = 'Running'
    AND claimed_by = $2
    AND attempts = $3""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def complete_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """End a run that is done; 0 when it is not the worker's any more.

    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return _runtime.execute_count(conn, COMPLETE_RUN, (run_id, worker, attempt))


FAIL_RUN: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.fail_run",
    source="queries/automation/jobs.sql:87",
    sql="""UPDATE automation.automation_runs
SET
    status = 'Failed',
    completed_at = greatest(now(), started_at),
    error = $1
WHERE id = $2
    AND status = 'Running'
    AND claimed_by = $3
    AND attempts = $4""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def fail_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    error: str,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """Give a run up; 0 when it is not the worker's any more.

    :param error: why, without content and secrets: members of the team read it
    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return _runtime.execute_count(conn, FAIL_RUN, (error, run_id, worker, attempt))


RETRY_RUN: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.retry_run",
    source="queries/automation/jobs.sql:103",
    sql="""UPDATE automation.automation_runs
SET
    status = 'Pending',
    scheduled_for = $1,
    claimed_by = NULL,
    heartbeat_at = NULL,
    error = $2
WHERE id = $3
    AND status = 'Running'
    AND claimed_by = $4
    AND attempts = $5""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def retry_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    scheduled_for: datetime,
    error: str,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """Put a run whose attempt failed in the queue again; 0 when it is not the worker's any more.

    :param scheduled_for: from when on a worker may take it again
    :param error: why, without content and secrets: members of the team read it
    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return _runtime.execute_count(conn, RETRY_RUN, (scheduled_for, error, run_id, worker, attempt))


REQUEUE_STALLED_RUNS: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.requeue_stalled_runs",
    source="queries/automation/jobs.sql:122",
    sql="""WITH stalled AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Running'
        AND heartbeat_at < now() - $1::interval
        AND attempts < $2
    FOR UPDATE SKIP LOCKED
)

UPDATE automation.automation_runs AS r
SET
    status = 'Pending',
    claimed_by = NULL,
    heartbeat_at = NULL,
    error = 'the worker gave no sign of life'
FROM stalled
WHERE r.id = stalled.id""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def requeue_stalled_runs(
    conn: Connection[Any] | _runtime.Runner,
    *,
    stalled_for: timedelta,
    max_attempts: int,
) -> int:
    """Put runs whose worker gave no sign of life for some time in the queue again.

    Those with attempts left: `fail_stalled_runs` gives the others up.

    :param stalled_for: how long without a heartbeat; several times what lies between two
    :param max_attempts: how many times a run is taken at most
    """
    return _runtime.execute_count(conn, REQUEUE_STALLED_RUNS, (stalled_for, max_attempts))


FAIL_STALLED_RUNS: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.jobs.fail_stalled_runs",
    source="queries/automation/jobs.sql:147",
    sql="""WITH stalled AS (
    SELECT id
    FROM automation.automation_runs
    WHERE status = 'Running'
        AND heartbeat_at < now() - $1::interval
        AND attempts >= $2
    FOR UPDATE SKIP LOCKED
)

UPDATE automation.automation_runs AS r
SET
    status = 'Failed',
    completed_at = greatest(now(), r.started_at),
    error = 'the worker gave no sign of life'
FROM stalled
WHERE r.id = stalled.id""",
    row=_runtime.no_row,
    reads=frozenset({"automation.automation_runs"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
    role="system",
)


def fail_stalled_runs(
    conn: Connection[Any] | _runtime.Runner,
    *,
    stalled_for: timedelta,
    max_attempts: int,
) -> int:
    """Give up runs whose worker gave no sign of life for some time, and that have no attempt left.

    :param stalled_for: how long without a heartbeat; several times what lies between two
    :param max_attempts: how many times a run is taken at most
    """
    return _runtime.execute_count(conn, FAIL_STALLED_RUNS, (stalled_for, max_attempts))


ENQUEUE_CRON_RUNS: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.jobs.enqueue_cron_runs",
    source="queries/automation/jobs.sql:169",
    sql="""WITH due AS (
    SELECT id
    FROM automation.automation_cron_triggers
    WHERE next_run_at <= now()
    ORDER BY next_run_at, id
    LIMIT $1
    FOR UPDATE SKIP LOCKED
),

advanced AS (
    UPDATE automation.automation_cron_triggers AS t
    SET next_run_at = automation.next_run(t.cron_expression, now())
    FROM due
    WHERE t.id = due.id
    RETURNING
        t.team_id,
        t.prompt_id
)

INSERT INTO automation.automation_runs (team_id, prompt_id)
SELECT
    a.team_id,
    a.prompt_id
FROM advanced AS a
RETURNING
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error""",
    row=_make_automation_run,
    reads=frozenset({"automation.automation_cron_triggers", "automation.automation_runs"}),
    writes=frozenset({"automation.automation_cron_triggers", "automation.automation_runs"}),
    opaque=True,
    role="system",
)


def enqueue_cron_runs(
    conn: Connection[Any] | _runtime.Runner,
    *,
    limit: int,
) -> list[AutomationRun]:
    """Put a run in the queue for each cron trigger that is due, and set when it is due next.

    Gives the new runs. Times that were missed make one run and not one each, and triggers that
    another worker is just at are passed over.

    :param limit: triggers to look after at most, those due longest first
    """
    return _runtime.fetch_all(conn, ENQUEUE_CRON_RUNS, (limit,))


ENQUEUE_WEBHOOK_RUN: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.jobs.enqueue_webhook_run",
    source="queries/automation/jobs.sql:214",
    sql="""INSERT INTO automation.automation_runs (team_id, prompt_id)
SELECT
    t.team_id,
    t.prompt_id
FROM automation.automation_webhook_triggers AS t
WHERE t.secret = $1
RETURNING
    id,
    prompt_id,
    status,
    started_at,
    completed_at,
    created_at,
    team_id,
    scheduled_for,
    claimed_by,
    heartbeat_at,
    attempts,
    error""",
    row=_make_automation_run,
    reads=frozenset({"automation.automation_runs", "automation.automation_webhook_triggers"}),
    writes=frozenset({"automation.automation_runs"}),
    rows="at_most_one",
    role="system",
)


def enqueue_webhook_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    secret_hash: str,
) -> AutomationRun | None:
    """Put a run in the queue for a call from outside; None when no trigger has its secret.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal
    """
    return _runtime.fetch_optional(conn, ENQUEUE_WEBHOOK_RUN, (secret_hash,))
