# Made by quern from queries/automation/jobs.sql: do not edit.
"""Queries of queries/automation/jobs.sql, for asyncio."""

from datetime import datetime, timedelta
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...automation.jobs import (
    CLAIM_RUNS,
    COMPLETE_RUN,
    ENQUEUE_CRON_RUNS,
    ENQUEUE_WEBHOOK_RUN,
    FAIL_RUN,
    FAIL_STALLED_RUNS,
    HEARTBEAT_RUN,
    REQUEUE_STALLED_RUNS,
    RETRY_RUN,
)
from ...automation.models import AutomationRun


async def claim_runs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(conn, CLAIM_RUNS, (limit, worker))


async def heartbeat_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """Say that the worker of a run is alive; 0 when it is not its run any more, so that it should stop.

    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return await _runtime.aio.execute_count(conn, HEARTBEAT_RUN, (run_id, worker, attempt))


async def complete_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    run_id: int,
    worker: str,
    attempt: int,
) -> int:
    """End a run that is done; 0 when it is not the worker's any more.

    :param attempt: number of the attempt, as given by `claim_runs`
    """
    return await _runtime.aio.execute_count(conn, COMPLETE_RUN, (run_id, worker, attempt))


async def fail_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(conn, FAIL_RUN, (error, run_id, worker, attempt))


async def retry_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.execute_count(
        conn,
        RETRY_RUN,
        (scheduled_for, error, run_id, worker, attempt),
    )


async def requeue_stalled_runs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    stalled_for: timedelta,
    max_attempts: int,
) -> int:
    """Put runs whose worker gave no sign of life for some time in the queue again.

    Those with attempts left: `fail_stalled_runs` gives the others up.

    :param stalled_for: how long without a heartbeat; several times what lies between two
    :param max_attempts: how many times a run is taken at most
    """
    return await _runtime.aio.execute_count(conn, REQUEUE_STALLED_RUNS, (stalled_for, max_attempts))


async def fail_stalled_runs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    stalled_for: timedelta,
    max_attempts: int,
) -> int:
    """Give up runs whose worker gave no sign of life for some time, and that have no attempt left.

    :param stalled_for: how long without a heartbeat; several times what lies between two
    :param max_attempts: how many times a run is taken at most
    """
    return await _runtime.aio.execute_count(conn, FAIL_STALLED_RUNS, (stalled_for, max_attempts))


async def enqueue_cron_runs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
) -> list[AutomationRun]:
    """Put a run in the queue for each cron trigger that is due, and set when it is due next.

    Gives the new runs. Times that were missed make one run and not one each, and triggers that
    another worker is just at are passed over.

    :param limit: triggers to look after at most, those due longest first
    """
    return await _runtime.aio.fetch_all(conn, ENQUEUE_CRON_RUNS, (limit,))


async def enqueue_webhook_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    secret_hash: str,
) -> AutomationRun | None:
    """Put a run in the queue for a call from outside; None when no trigger has its secret.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal
    """
    return await _runtime.aio.fetch_optional(conn, ENQUEUE_WEBHOOK_RUN, (secret_hash,))
