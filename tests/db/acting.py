"""People and teams for the tests of policies, and acting as one of them.

A test adds rows as the owner, who sees everything, and then acts as a role::

    ada = add_user(connection, "ada")
    team = add_team(connection, "Weavers", {ada: "TeamManager"})
    with acting_as(connection, ada):
        rows = connection.execute("SELECT ... FROM rag.datasets").fetchall()
"""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Literal

import psycopg
from psycopg import sql

Role = Literal["application_user", "application_readonly", "application_system"]

MANAGER = "TeamManager"
COLLABORATOR = "Collaborator"
#: What the founder of a team is given.
BOTH = "TeamManager,Collaborator"


def add_user(connection: psycopg.Connection, name: str, *, admin: bool = False) -> int:
    """Add a person, as the owner, and return the id."""
    row = connection.execute(
        "INSERT INTO iam.users (openid_sub, email) VALUES (%s, %s) RETURNING id",
        [name, f"{name}@example.org"],
    ).fetchone()
    assert row is not None
    # The first person of all is made administrator by a trigger.
    connection.execute("UPDATE iam.users SET system_admin = %s WHERE id = %s", [admin, row[0]])
    return int(row[0])


def add_team(connection: psycopg.Connection, name: str, members: Mapping[int, str]) -> int:
    """Add a team, as the owner, and return the id.

    :param members: the roles of each member, separated by commas; the first one is the creator
    """
    row = connection.execute(
        "INSERT INTO iam.teams (name, created_by_user_id) VALUES (%s, %s) RETURNING id",
        [name, next(iter(members), 0)],
    ).fetchone()
    assert row is not None
    for user_id, roles in members.items():
        connection.execute(
            "INSERT INTO iam.team_users (user_id, team_id, roles)"
            " VALUES (%s, %s, %s::text[]::iam.role[])",
            [user_id, row[0], roles.split(",")],
        )
    return int(row[0])


@contextmanager
def acting_as(
    connection: psycopg.Connection,
    user_id: int | None,
    role: Role = "application_user",
    **context: object,
) -> Generator[psycopg.Connection]:
    """Be a person, in a role, for one transaction.

    :param user_id: the person; None sets nobody
    :param context: more settings of the context by name: ``team_id``, ``request_id``
    """
    with connection.transaction():
        connection.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(role)))
        settings = {"user_id": user_id, **context}
        for name, value in settings.items():
            text = "" if value is None else str(value)
            connection.execute("SELECT set_config(%s, %s, true)", [f"app.{name}", text])
        yield connection
