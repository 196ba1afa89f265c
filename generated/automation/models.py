# Made by quern from the database: do not edit.
"""Rows of the tables of schema automation."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from .. import _runtime
from .enums import AutomationRunStatus
from .enums import read_automation_run_status as _read_automation_run_status


class AutomationRun(_runtime.Row):
    """A row of automation.automation_runs.

    One run of an automation, and its place in the queue that workers take runs from.

    :ivar id: Identifier of the run.
    :ivar prompt_id: Prompt that is run.
    :ivar status: How far the run is.
    :ivar started_at: When a worker last began; NULL before the first time.
    :ivar completed_at: When the run was done or given up; NULL until then.
    :ivar created_at: When the run was put in the queue.
    :ivar team_id: Team of the prompt.
    :ivar scheduled_for: From when on a worker may take the run; a later time for a further attempt.
    :ivar claimed_by: Name of the worker that has the run, or had it last; NULL while it waits.
    :ivar heartbeat_at: When the worker last said that it is alive; NULL while the run waits.
    :ivar attempts: How many times a worker took the run.
    :ivar error: Why the last attempt failed; NULL when none has.
    """

    id: int
    prompt_id: int
    status: AutomationRunStatus
    started_at: datetime | None
    completed_at: datetime | None
    created_at: datetime | None
    team_id: int
    scheduled_for: datetime
    claimed_by: str | None
    heartbeat_at: datetime | None
    attempts: int
    error: str | None


def make_automation_run(values: Sequence[Any]) -> AutomationRun:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        AutomationRun,
        {
            "id": values[0],
            "prompt_id": values[1],
            "status": _read_automation_run_status(values[2]),
            "started_at": values[3],
            "completed_at": values[4],
            "created_at": values[5],
            "team_id": values[6],
            "scheduled_for": values[7],
            "claimed_by": values[8],
            "heartbeat_at": values[9],
            "attempts": values[10],
            "error": values[11],
        },
    )
