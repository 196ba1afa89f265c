"""Trying a statement as somebody."""

import psycopg
from psycopg.abc import Params, QueryNoTemplate

from tests.db.acting import Role, acting_as


def refusal(
    connection: psycopg.Connection,
    person: int | None,
    statement: QueryNoTemplate,
    values: Params | None = None,
    *,
    role: Role = "application_user",
    timeout: str = "10s",
) -> psycopg.Error | None:
    """Run a statement and return the error it met; None when it did what it says.

    :param timeout: after which the statement is cancelled
    """
    try:
        with acting_as(connection, person, role):
            connection.execute("SELECT set_config('statement_timeout', %s, true)", [timeout])
            connection.execute(statement, values)
    except psycopg.Error as error:
        return error
    return None
