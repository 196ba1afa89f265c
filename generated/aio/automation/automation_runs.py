# Made by quern from queries/automation/automation_runs.sql: do not edit.
"""Queries of queries/automation/automation_runs.sql, for asyncio."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...automation.automation_runs import CREATE_RUN, DELETE_RUN, GET_RUN, LIST_RUNS, RESCHEDULE_RUN
from ...automation.enums import AutomationRunStatus
from ...automation.models import AutomationRun


async def get_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    run_id: int,
) -> AutomationRun | None:
    """Get a run of a prompt of the current user's teams."""
    return await _runtime.aio.fetch_optional(conn, GET_RUN, (run_id,))


async def list_runs(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    prompt_id: int,
    after_id: int | None,
    limit: int,
    status: AutomationRunStatus | None = None,
) -> list[AutomationRun]:
    """List the runs of a prompt, newest first, one page at a time.

    For members of the prompt's team who see it.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    variant = LIST_RUNS.variant(status is not None)
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((prompt_id, after_id, status, limit)),
    )


async def create_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    scheduled_for: datetime | None,
    prompt_id: int,
) -> AutomationRun | None:
    """Put a run of a prompt of the current user's teams in the queue.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501).

    :param scheduled_for: from when on a worker may take it; None for at once
    """
    return await _runtime.aio.fetch_optional(conn, CREATE_RUN, (scheduled_for, prompt_id))


async def reschedule_run(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    scheduled_for: datetime,
    run_id: int,
) -> AutomationRun | None:
    """Put a run that waits off, or forward.

    None when there is no such run for the current user, or a worker took it already.

    :param scheduled_for: from when on a worker may take it
    """
    return await _runtime.aio.fetch_optional(conn, RESCHEDULE_RUN, (scheduled_for, run_id))


async def delete_run(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner, *, run_id: int) -> int:
    """Delete a run, and so take it out of the queue.

    A worker that has it finds out at its next heartbeat.
    """
    return await _runtime.aio.execute_count(conn, DELETE_RUN, (run_id,))
