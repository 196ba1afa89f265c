# Made by quern from queries/automation/automation_runs.sql: do not edit.
"""Queries of queries/automation/automation_runs.sql."""

from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime
from .enums import AutomationRunStatus
from .models import AutomationRun
from .models import make_automation_run as _make_automation_run

GET_RUN: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.automation_runs.get_run",
    source="queries/automation/automation_runs.sql:1",
    sql="""SELECT
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
FROM automation.automation_runs
WHERE id = $1""",
    row=_make_automation_run,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_runs",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_run(conn: Connection[Any] | _runtime.Runner, *, run_id: int) -> AutomationRun | None:
    """Get a run of a prompt of the current user's teams."""
    return _runtime.fetch_optional(conn, GET_RUN, (run_id,))


LIST_RUNS: Final[_runtime.Variants[AutomationRun]] = _runtime.Variants(
    name="automation.automation_runs.list_runs",
    source="queries/automation/automation_runs.sql:19",
    parts=(
        _runtime.Part(
            """SELECT
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
FROM automation.automation_runs
WHERE prompt_id = $1
    AND id < coalesce($2, 2147483648)
""",
            uses=(1, 2),
        ),
        _runtime.Part(
            """    AND status = $3  -- @if status
""",
            uses=(3,),
            condition=0,
        ),
        _runtime.Part(
            """ORDER BY id DESC
LIMIT $4""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_automation_run,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_runs",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_runs(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, variant, variant.used((prompt_id, after_id, status, limit)))


CREATE_RUN: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.automation_runs.create_run",
    source="queries/automation/automation_runs.sql:46",
    sql="""INSERT INTO automation.automation_runs (team_id, prompt_id, scheduled_for)
SELECT
    p.team_id,
    p.id,
    coalesce($1, now())
FROM assistants.prompts AS p
WHERE p.id = $2
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
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_runs",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_runs"}),
    rows="at_most_one",
)


def create_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    scheduled_for: datetime | None,
    prompt_id: int,
) -> AutomationRun | None:
    """Put a run of a prompt of the current user's teams in the queue.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501).

    :param scheduled_for: from when on a worker may take it; None for at once
    """
    return _runtime.fetch_optional(conn, CREATE_RUN, (scheduled_for, prompt_id))


RESCHEDULE_RUN: Final[_runtime.Query[AutomationRun]] = _runtime.Query(
    name="automation.automation_runs.reschedule_run",
    source="queries/automation/automation_runs.sql:74",
    sql="""UPDATE automation.automation_runs
SET scheduled_for = $1
WHERE id = $2
    AND status = 'Pending'
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
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_runs",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_runs"}),
    rows="at_most_one",
)


def reschedule_run(
    conn: Connection[Any] | _runtime.Runner,
    *,
    scheduled_for: datetime,
    run_id: int,
) -> AutomationRun | None:
    """Put a run that waits off, or forward.

    None when there is no such run for the current user, or a worker took it already.

    :param scheduled_for: from when on a worker may take it
    """
    return _runtime.fetch_optional(conn, RESCHEDULE_RUN, (scheduled_for, run_id))


DELETE_RUN: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.automation_runs.delete_run",
    source="queries/automation/automation_runs.sql:97",
    sql="""DELETE FROM automation.automation_runs
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_runs",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_runs"}),
    rows="none",
)


def delete_run(conn: Connection[Any] | _runtime.Runner, *, run_id: int) -> int:
    """Delete a run, and so take it out of the queue.

    A worker that has it finds out at its next heartbeat.
    """
    return _runtime.execute_count(conn, DELETE_RUN, (run_id,))
