# Made by quern from queries/automation/automation_triggers.sql: do not edit.
"""Queries of queries/automation/automation_triggers.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class CronTrigger(_runtime.Row):
    """A row of list_cron_triggers and 3 other queries.

    :ivar id: Identifier of the trigger.
    :ivar prompt_id: Prompt to run.
    :ivar team_id: Team of the prompt.
    :ivar cron_expression: The times, in UTC: minute, hour, day of the month, month and day of the
        week, or a name like @daily.
    :ivar next_run_at: When the next run is due; set anew whenever one is put in the queue. NULL for
        never, as on 30 February.
    :ivar created_at: When the trigger was made.
    """

    id: int
    prompt_id: int
    team_id: int
    cron_expression: str
    next_run_at: datetime | None
    created_at: datetime | None


def _make_cron_trigger(values: Sequence[Any]) -> CronTrigger:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        CronTrigger,
        {
            "id": values[0],
            "prompt_id": values[1],
            "team_id": values[2],
            "cron_expression": values[3],
            "next_run_at": values[4],
            "created_at": values[5],
        },
    )


LIST_CRON_TRIGGERS: Final[_runtime.Query[CronTrigger]] = _runtime.Query(
    name="automation.automation_triggers.list_cron_triggers",
    source="queries/automation/automation_triggers.sql:1",
    sql="""SELECT
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at
FROM automation.automation_cron_triggers
WHERE prompt_id = $1
ORDER BY id""",
    row=_make_cron_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_cron_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_cron_triggers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    prompt_id: int,
) -> list[CronTrigger]:
    """List the times at which a prompt runs, oldest trigger first.

    For members of the prompt's team who see it.
    """
    return _runtime.fetch_all(conn, LIST_CRON_TRIGGERS, (prompt_id,))


GET_CRON_TRIGGER: Final[_runtime.Query[CronTrigger]] = _runtime.Query(
    name="automation.automation_triggers.get_cron_trigger",
    source="queries/automation/automation_triggers.sql:17",
    sql="""SELECT
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at
FROM automation.automation_cron_triggers
WHERE id = $1""",
    row=_make_cron_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_cron_triggers",
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


def get_cron_trigger(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cron_trigger_id: int,
) -> CronTrigger | None:
    """Get a cron trigger of a prompt of the current user's teams."""
    return _runtime.fetch_optional(conn, GET_CRON_TRIGGER, (cron_trigger_id,))


CREATE_CRON_TRIGGER: Final[_runtime.Query[CronTrigger]] = _runtime.Query(
    name="automation.automation_triggers.create_cron_trigger",
    source="queries/automation/automation_triggers.sql:30",
    sql="""INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
SELECT
    p.team_id,
    p.id,
    $1
FROM assistants.prompts AS p
WHERE p.id = $2
RETURNING
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at""",
    row=_make_cron_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_cron_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_cron_triggers"}),
    rows="at_most_one",
)


def create_cron_trigger(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cron_expression: str,
    prompt_id: int,
) -> CronTrigger | None:
    """Let a prompt of the current user's teams run at certain times.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501), what is no cron expression a check violation.

    :param cron_expression: five fields in UTC, or a name like @daily
    """
    return _runtime.fetch_optional(conn, CREATE_CRON_TRIGGER, (cron_expression, prompt_id))


SET_CRON_EXPRESSION: Final[_runtime.Query[CronTrigger]] = _runtime.Query(
    name="automation.automation_triggers.set_cron_expression",
    source="queries/automation/automation_triggers.sql:52",
    sql="""UPDATE automation.automation_cron_triggers
SET cron_expression = $1
WHERE id = $2
    AND prompt_id = $3
RETURNING
    id,
    prompt_id,
    team_id,
    cron_expression,
    next_run_at,
    created_at""",
    row=_make_cron_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_cron_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_cron_triggers"}),
    rows="at_most_one",
)


def set_cron_expression(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cron_expression: str,
    cron_trigger_id: int,
    prompt_id: int,
) -> CronTrigger | None:
    """Change the times of a cron trigger, which count from now on.

    None when the prompt has no such trigger for the current user; what is no cron expression is a
    check violation.

    :param cron_expression: five fields in UTC, or a name like @daily
    """
    return _runtime.fetch_optional(
        conn,
        SET_CRON_EXPRESSION,
        (cron_expression, cron_trigger_id, prompt_id),
    )


DELETE_CRON_TRIGGER: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.automation_triggers.delete_cron_trigger",
    source="queries/automation/automation_triggers.sql:71",
    sql="""DELETE FROM automation.automation_cron_triggers
WHERE id = $1
    AND prompt_id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_cron_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_cron_triggers"}),
    rows="none",
)


def delete_cron_trigger(
    conn: Connection[Any] | _runtime.Runner,
    *,
    cron_trigger_id: int,
    prompt_id: int,
) -> int:
    """Delete a cron trigger of a prompt; runs that it has put in the queue stay there."""
    return _runtime.execute_count(conn, DELETE_CRON_TRIGGER, (cron_trigger_id, prompt_id))


class WebhookTrigger(_runtime.Row):
    """A row of list_webhook_triggers and 2 other queries.

    :ivar id: Identifier of the trigger.
    :ivar prompt_id: Prompt to run.
    :ivar team_id: Team of the prompt.
    :ivar created_at: When the trigger was made.
    """

    id: int
    prompt_id: int
    team_id: int
    created_at: datetime | None


def _make_webhook_trigger(values: Sequence[Any]) -> WebhookTrigger:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        WebhookTrigger,
        {
            "id": values[0],
            "prompt_id": values[1],
            "team_id": values[2],
            "created_at": values[3],
        },
    )


LIST_WEBHOOK_TRIGGERS: Final[_runtime.Query[WebhookTrigger]] = _runtime.Query(
    name="automation.automation_triggers.list_webhook_triggers",
    source="queries/automation/automation_triggers.sql:77",
    sql="""SELECT
    id,
    prompt_id,
    team_id,
    created_at
FROM automation.automation_webhook_triggers
WHERE prompt_id = $1
ORDER BY id""",
    row=_make_webhook_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_webhook_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_webhook_triggers(
    conn: Connection[Any] | _runtime.Runner,
    *,
    prompt_id: int,
) -> list[WebhookTrigger]:
    """List the calls from outside that make a prompt run, oldest first, without their secrets.

    For members of the prompt's team who see it.
    """
    return _runtime.fetch_all(conn, LIST_WEBHOOK_TRIGGERS, (prompt_id,))


CREATE_WEBHOOK_TRIGGER: Final[_runtime.Query[WebhookTrigger]] = _runtime.Query(
    name="automation.automation_triggers.create_webhook_trigger",
    source="queries/automation/automation_triggers.sql:91",
    sql="""INSERT INTO automation.automation_webhook_triggers (team_id, prompt_id, secret)
SELECT
    p.team_id,
    p.id,
    $1
FROM assistants.prompts AS p
WHERE p.id = $2
RETURNING
    id,
    prompt_id,
    team_id,
    created_at""",
    row=_make_webhook_trigger,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_webhook_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_webhook_triggers"}),
    rows="at_most_one",
)


def create_webhook_trigger(
    conn: Connection[Any] | _runtime.Runner,
    *,
    secret_hash: str,
    prompt_id: int,
) -> WebhookTrigger | None:
    """Let a call from outside make a prompt of the current user's teams run.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501).

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
    """
    return _runtime.fetch_optional(conn, CREATE_WEBHOOK_TRIGGER, (secret_hash, prompt_id))


SET_WEBHOOK_TRIGGER_SECRET: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.automation_triggers.set_webhook_trigger_secret",
    source="queries/automation/automation_triggers.sql:111",
    sql="""UPDATE automation.automation_webhook_triggers
SET secret = $1
WHERE id = $2
    AND prompt_id = $3""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_webhook_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_webhook_triggers"}),
    rows="none",
)


def set_webhook_trigger_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    secret_hash: str,
    webhook_trigger_id: int,
    prompt_id: int,
) -> int:
    """Replace the secret of a call from outside; the old one works no more.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
    """
    return _runtime.execute_count(
        conn,
        SET_WEBHOOK_TRIGGER_SECRET,
        (secret_hash, webhook_trigger_id, prompt_id),
    )


DELETE_WEBHOOK_TRIGGER: Final[_runtime.Query[None]] = _runtime.Query(
    name="automation.automation_triggers.delete_webhook_trigger",
    source="queries/automation/automation_triggers.sql:119",
    sql="""DELETE FROM automation.automation_webhook_triggers
WHERE id = $1
    AND prompt_id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "automation.automation_webhook_triggers",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
        }
    ),
    writes=frozenset({"automation.automation_webhook_triggers"}),
    rows="none",
)


def delete_webhook_trigger(
    conn: Connection[Any] | _runtime.Runner,
    *,
    webhook_trigger_id: int,
    prompt_id: int,
) -> int:
    """Delete a call from outside; runs that it has put in the queue stay there."""
    return _runtime.execute_count(conn, DELETE_WEBHOOK_TRIGGER, (webhook_trigger_id, prompt_id))


FIND_WEBHOOK_TRIGGER_BY_HASH: Final[_runtime.Query[WebhookTrigger]] = _runtime.Query(
    name="automation.automation_triggers.find_webhook_trigger_by_hash",
    source="queries/automation/automation_triggers.sql:125",
    sql="""SELECT
    id,
    prompt_id,
    team_id,
    created_at
FROM automation.automation_webhook_triggers
WHERE secret = $1""",
    row=_make_webhook_trigger,
    reads=frozenset({"automation.automation_webhook_triggers"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_webhook_trigger_by_hash(
    conn: Connection[Any] | _runtime.Runner,
    *,
    secret_hash: str,
) -> WebhookTrigger | None:
    """Find the trigger that a secret belongs to, without the secret.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal
    """
    return _runtime.fetch_optional(conn, FIND_WEBHOOK_TRIGGER_BY_HASH, (secret_hash,))
