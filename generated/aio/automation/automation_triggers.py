# Made by quern from queries/automation/automation_triggers.sql: do not edit.
"""Queries of queries/automation/automation_triggers.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...automation.automation_triggers import (
    CREATE_CRON_TRIGGER,
    CREATE_WEBHOOK_TRIGGER,
    DELETE_CRON_TRIGGER,
    DELETE_WEBHOOK_TRIGGER,
    FIND_WEBHOOK_TRIGGER_BY_HASH,
    GET_CRON_TRIGGER,
    LIST_CRON_TRIGGERS,
    LIST_WEBHOOK_TRIGGERS,
    SET_CRON_EXPRESSION,
    SET_WEBHOOK_TRIGGER_SECRET,
    CronTrigger,
    WebhookTrigger,
)


async def list_cron_triggers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    prompt_id: int,
) -> list[CronTrigger]:
    """List the times at which a prompt runs, oldest trigger first.

    For members of the prompt's team who see it.
    """
    return await _runtime.aio.fetch_all(conn, LIST_CRON_TRIGGERS, (prompt_id,))


async def get_cron_trigger(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    cron_trigger_id: int,
) -> CronTrigger | None:
    """Get a cron trigger of a prompt of the current user's teams."""
    return await _runtime.aio.fetch_optional(conn, GET_CRON_TRIGGER, (cron_trigger_id,))


async def create_cron_trigger(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    cron_expression: str,
    prompt_id: int,
) -> CronTrigger | None:
    """Let a prompt of the current user's teams run at certain times.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501), what is no cron expression a check violation.

    :param cron_expression: five fields in UTC, or a name like @daily
    """
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_CRON_TRIGGER,
        (cron_expression, prompt_id),
    )


async def set_cron_expression(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_optional(
        conn,
        SET_CRON_EXPRESSION,
        (cron_expression, cron_trigger_id, prompt_id),
    )


async def delete_cron_trigger(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    cron_trigger_id: int,
    prompt_id: int,
) -> int:
    """Delete a cron trigger of a prompt; runs that it has put in the queue stay there."""
    return await _runtime.aio.execute_count(conn, DELETE_CRON_TRIGGER, (cron_trigger_id, prompt_id))


async def list_webhook_triggers(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    prompt_id: int,
) -> list[WebhookTrigger]:
    """List the calls from outside that make a prompt run, oldest first, without their secrets.

    For members of the prompt's team who see it.
    """
    return await _runtime.aio.fetch_all(conn, LIST_WEBHOOK_TRIGGERS, (prompt_id,))


async def create_webhook_trigger(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    secret_hash: str,
    prompt_id: int,
) -> WebhookTrigger | None:
    """Let a call from outside make a prompt of the current user's teams run.

    None when there is no such prompt for the current user; one that another team shares is an error
    (SQLSTATE 42501).

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
    """
    return await _runtime.aio.fetch_optional(conn, CREATE_WEBHOOK_TRIGGER, (secret_hash, prompt_id))


async def set_webhook_trigger_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    secret_hash: str,
    webhook_trigger_id: int,
    prompt_id: int,
) -> int:
    """Replace the secret of a call from outside; the old one works no more.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal, never the secret
    """
    return await _runtime.aio.execute_count(
        conn,
        SET_WEBHOOK_TRIGGER_SECRET,
        (secret_hash, webhook_trigger_id, prompt_id),
    )


async def delete_webhook_trigger(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    webhook_trigger_id: int,
    prompt_id: int,
) -> int:
    """Delete a call from outside; runs that it has put in the queue stay there."""
    return await _runtime.aio.execute_count(
        conn,
        DELETE_WEBHOOK_TRIGGER,
        (webhook_trigger_id, prompt_id),
    )


async def find_webhook_trigger_by_hash(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    secret_hash: str,
) -> WebhookTrigger | None:
    """Find the trigger that a secret belongs to, without the secret.

    :param secret_hash: SHA-256 of the secret in lower-case hexadecimal
    """
    return await _runtime.aio.fetch_optional(conn, FIND_WEBHOOK_TRIGGER_BY_HASH, (secret_hash,))
