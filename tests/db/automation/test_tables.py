"""Constraints of schema ``automation``, the queue of runs, and when a trigger is due."""

from datetime import datetime
from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.acting import acting_as
from tests.db.assistants.scene import Cast, add_prompt
from tests.db.rows import add

RUNS = "automation.automation_runs"
CRON = "automation.automation_cron_triggers"
WEBHOOKS = "automation.automation_webhook_triggers"

# What workers do with a run.
CLAIM = """
    UPDATE automation.automation_runs AS r
    SET
        status = 'Running',
        started_at = now(),
        claimed_by = 'worker 1',
        heartbeat_at = now(),
        attempts = attempts + 1
    FROM (
        SELECT due.id
        FROM automation.automation_runs AS due
        WHERE due.status = 'Pending'
            AND due.scheduled_for <= now()
        ORDER BY
            due.scheduled_for,
            due.id
        LIMIT 1
        FOR UPDATE SKIP LOCKED
    ) AS next
    WHERE r.id = next.id
    RETURNING r.id
"""
HEARTBEAT = """
    UPDATE automation.automation_runs
    SET heartbeat_at = now()
    WHERE status = 'Running'
        AND claimed_by = 'worker 1'
"""
COMPLETE = """
    UPDATE automation.automation_runs
    SET
        status = 'Completed',
        completed_at = now()
    WHERE status = 'Running'
        AND claimed_by = 'worker 1'
"""
FAIL = """
    UPDATE automation.automation_runs
    SET
        status = 'Failed',
        completed_at = now(),
        error = 'no answer'
    WHERE status = 'Running'
        AND claimed_by = 'worker 1'
"""
REQUEUE_STALLED = """
    UPDATE automation.automation_runs
    SET
        status = 'Pending',
        claimed_by = NULL,
        heartbeat_at = NULL
    WHERE status = 'Running'
        AND heartbeat_at <= now()
"""
RETRY = """
    UPDATE automation.automation_runs
    SET
        status = 'Pending',
        claimed_by = NULL,
        heartbeat_at = NULL,
        completed_at = NULL,
        scheduled_for = now()
    WHERE status = 'Failed'
"""
CANCEL = """
    UPDATE automation.automation_runs
    SET
        status = 'Failed',
        completed_at = now(),
        error = 'cancelled'
    WHERE status = 'Pending'
"""

#: States that no run is in, with the constraint.
REFUSED: list[tuple[LiteralString, str]] = [
    ("attempts = -1", "automation_runs_attempts_check"),
    ("claimed_by = 'w'", "automation_runs_pending_run_is_nobodys"),
    ("heartbeat_at = now()", "automation_runs_pending_run_is_nobodys"),
    ("status = 'Running'", "automation_runs_running_run_is_claimed"),
    (
        "status = 'Running', started_at = now(), claimed_by = 'w'",
        "automation_runs_running_run_is_claimed",
    ),
    (
        "status = 'Running', started_at = now(), heartbeat_at = now()",
        "automation_runs_running_run_is_claimed",
    ),
    (
        "status = 'Running', claimed_by = 'w', heartbeat_at = now()",
        "automation_runs_running_run_is_claimed",
    ),
    ("status = 'Completed'", "automation_runs_finished_run_has_its_time"),
    ("status = 'Failed'", "automation_runs_finished_run_has_its_time"),
    ("completed_at = now()", "automation_runs_finished_run_has_its_time"),
    (
        "status = 'Completed', started_at = now(), completed_at = now() - interval '1 s'",
        "automation_runs_completed_at_check",
    ),
    ("team_id = 0", "automation_runs_team_id_prompt_id_fkey"),
    ("prompt_id = 0", "automation_runs_team_id_prompt_id_fkey"),
]


@pytest.fixture
def of_prompt(connection: psycopg.Connection, cast: Cast) -> dict[str, int]:
    """What a row of a prompt of the weavers says of it, by column."""
    prompt_id = add_prompt(connection, cast.weavers, cast.ada)
    return {"team_id": cast.weavers, "prompt_id": prompt_id}


def worked(connection: psycopg.Connection, *queries: LiteralString) -> list[int]:
    """Return how many runs each statement of a worker changes."""
    with acting_as(connection, None, "application_system"):
        return [connection.execute(query).rowcount for query in queries]


# runs


def test_a_run_waits_from_the_start(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, RUNS, **of_prompt)
    query = """
        SELECT status::text, attempts, scheduled_for = created_at
        FROM automation.automation_runs
    """
    assert connection.execute(query).fetchone() == ("Pending", 0, True)


@pytest.mark.parametrize(
    "queries",
    [
        [CLAIM, HEARTBEAT, COMPLETE],
        [CLAIM, FAIL, RETRY, CLAIM, COMPLETE],
        [CLAIM, REQUEUE_STALLED, CLAIM, HEARTBEAT, FAIL],
        [CANCEL],
    ],
)
def test_a_worker_takes_a_run_through_its_states(
    connection: psycopg.Connection, of_prompt: dict[str, int], queries: list[LiteralString]
) -> None:
    add(connection, RUNS, **of_prompt)
    assert worked(connection, *queries) == [1] * len(queries)


def test_a_run_that_was_taken_is_not_taken_again(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, RUNS, **of_prompt)
    assert worked(connection, CLAIM, CLAIM) == [1, 0]


def test_two_workers_at_once_take_two_runs(
    connection: psycopg.Connection, of_prompt: dict[str, int], database_url: str
) -> None:
    runs = [add(connection, RUNS, **of_prompt) for _ in range(2)]
    with (
        psycopg.connect(database_url, autocommit=True) as second,
        acting_as(connection, None, "application_system"),
        acting_as(second, None, "application_system"),
    ):
        taken = [found.execute(CLAIM).fetchall() for found in (connection, second)]
        assert taken == [[(run,)] for run in runs]


def test_a_run_in_the_future_is_not_taken(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, RUNS, **of_prompt)
    connection.execute(
        "UPDATE automation.automation_runs SET scheduled_for = now() + interval '1 hour'"
    )
    assert worked(connection, CLAIM) == [0]


def test_runs_are_found_by_the_indexes_of_the_queue(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    connection.execute(
        """
        INSERT INTO automation.automation_runs (
            team_id, prompt_id, status, started_at, completed_at
        )
        SELECT %(team_id)s, %(prompt_id)s, 'Completed', now(), now()
        FROM generate_series(1, 20000)
        """,
        of_prompt,
    )
    add(connection, RUNS, **of_prompt)
    connection.execute("ANALYZE automation.automation_runs")
    indexes: list[tuple[LiteralString, str]] = [(CLAIM, "pending"), (REQUEUE_STALLED, "running")]
    for query, index in indexes:
        lines = connection.execute(sql.SQL("EXPLAIN {}").format(sql.SQL(query))).fetchall()
        assert f"automation_runs_{index}_idx" in str(lines)


def test_a_run_is_checked(connection: psycopg.Connection, of_prompt: dict[str, int]) -> None:
    add(connection, RUNS, **of_prompt)
    for change, constraint in REFUSED:
        with pytest.raises(errors.IntegrityError) as caught:
            connection.execute(
                sql.SQL("UPDATE automation.automation_runs SET {}").format(sql.SQL(change))
            )
        assert caught.value.diag.constraint_name == constraint


# triggers


def test_a_cron_expression_is_checked(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    with pytest.raises(errors.CheckViolation) as caught:
        add(connection, CRON, **of_prompt, cron_expression="* * * * * *")
    assert caught.value.diag.constraint_name == "automation_cron_triggers_cron_expression_check"


def next_run_at(connection: psycopg.Connection) -> datetime | None:
    row = connection.execute(
        "SELECT next_run_at FROM automation.automation_cron_triggers"
    ).fetchone()
    assert row is not None
    found: datetime | None = row[0]
    return found


def test_a_cron_trigger_is_due_next_by_its_expression(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, CRON, **of_prompt, cron_expression="0 0 1 1 *")
    yearly = next_run_at(connection)
    assert yearly is not None
    connection.execute("UPDATE automation.automation_cron_triggers SET cron_expression = '@hourly'")
    hourly = next_run_at(connection)
    assert hourly is not None
    assert hourly <= yearly
    assert (hourly.minute, hourly.second) == (0, 0)
    connection.execute(
        "UPDATE automation.automation_cron_triggers SET cron_expression = '0 0 30 2 *'"
    )
    assert next_run_at(connection) is None


ENQUEUE = """
    WITH due AS (
        UPDATE automation.automation_cron_triggers AS t
        SET next_run_at = automation.next_run(t.cron_expression, now())
        WHERE t.next_run_at <= now()
        RETURNING
            t.team_id,
            t.prompt_id
    )

    INSERT INTO automation.automation_runs (team_id, prompt_id)
    SELECT
        d.team_id,
        d.prompt_id
    FROM due AS d
"""


def test_a_due_trigger_puts_one_run_in_the_queue(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, CRON, **of_prompt)
    assert worked(connection, ENQUEUE) == [0]
    connection.execute(
        "UPDATE automation.automation_cron_triggers SET next_run_at = now() - interval '9 days'"
    )
    assert worked(connection, ENQUEUE, ENQUEUE, CLAIM, CLAIM) == [1, 0, 1, 0]


def test_a_secret_is_a_hash_of_its_own(
    connection: psycopg.Connection, of_prompt: dict[str, int]
) -> None:
    add(connection, WEBHOOKS, **of_prompt, secret="0" * 64)
    with pytest.raises(errors.UniqueViolation) as caught:
        add(connection, WEBHOOKS, **of_prompt, secret="0" * 64)
    assert caught.value.diag.constraint_name == "automation_webhook_triggers_secret_key"
    for secret in ("s", "A" * 64, "0" * 63, "0" * 65, "0" * 64 + "\n"):
        with pytest.raises(errors.CheckViolation) as refused:
            connection.execute(
                "UPDATE automation.automation_webhook_triggers SET secret = %s", [secret]
            )
        assert refused.value.diag.constraint_name == "automation_webhook_triggers_secret_check"


@pytest.mark.parametrize("table", [RUNS, CRON, WEBHOOKS])
def test_a_row_is_of_its_prompts_team_and_goes_with_the_prompt(
    connection: psycopg.Connection, cast: Cast, of_prompt: dict[str, int], table: str
) -> None:
    schema, name = table.split(".")
    update = sql.SQL("UPDATE {} SET team_id = %s").format(sql.Identifier(schema, name))
    select = sql.SQL("SELECT FROM {}").format(sql.Identifier(schema, name))
    add(connection, RUNS, **of_prompt)
    add(connection, CRON, **of_prompt)
    add(connection, WEBHOOKS, **of_prompt)
    with pytest.raises(errors.ForeignKeyViolation) as caught:
        connection.execute(update, [cast.spinners])
    assert caught.value.diag.constraint_name == f"{name}_team_id_prompt_id_fkey"
    connection.execute("DELETE FROM assistants.prompts")
    assert connection.execute(select).rowcount == 0
