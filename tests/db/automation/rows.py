"""Triggers and runs for the tests; added as the owner."""

import psycopg

from tests.db.assistants.rows import added


def add_run(connection: psycopg.Connection, team_id: int, prompt_id: int) -> int:
    """Add a run that waits."""
    query = """
        INSERT INTO automation.automation_runs (team_id, prompt_id)
        VALUES (%s, %s)
        RETURNING id
    """
    return added(connection, query, team_id, prompt_id)


def add_cron_trigger(
    connection: psycopg.Connection, team_id: int, prompt_id: int, expression: str = "@daily"
) -> int:
    """Add times at which a prompt runs."""
    query = """
        INSERT INTO automation.automation_cron_triggers (team_id, prompt_id, cron_expression)
        VALUES (%s, %s, %s)
        RETURNING id
    """
    return added(connection, query, team_id, prompt_id, expression)


def add_webhook_trigger(
    connection: psycopg.Connection, team_id: int, prompt_id: int, secret: str
) -> int:
    """Add a call that makes a prompt run, of which the hash is stored."""
    query = """
        INSERT INTO automation.automation_webhook_triggers (team_id, prompt_id, secret)
        VALUES (%s, %s, encode(sha256(%s::bytea), 'hex'))
        RETURNING id
    """
    return added(connection, query, team_id, prompt_id, secret)
