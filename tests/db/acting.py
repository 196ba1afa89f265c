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

from tests.db.rows import add, insert

Role = Literal["application_user", "application_readonly", "application_system"]

MANAGER = "TeamManager"
COLLABORATOR = "Collaborator"
#: What the founder of a team is given.
BOTH = "TeamManager,Collaborator"


def add_user(connection: psycopg.Connection, name: str, *, admin: bool = False) -> int:
    """Add a person, as the owner, and return the id."""
    user = add(connection, "iam.users", openid_sub=name, email=f"{name}@example.org")
    # The first person of all is made administrator by a trigger.
    connection.execute("UPDATE iam.users SET system_admin = %s WHERE id = %s", [admin, user])
    return user


def add_team(connection: psycopg.Connection, name: str, members: Mapping[int, str]) -> int:
    """Add a team, as the owner, and return the id.

    :param members: the roles of each member, separated by commas; the first one is the creator
    """
    creator = next(iter(members), 0)
    team = add(connection, "iam.teams", name=name, created_by_user_id=creator)
    for user, roles in members.items():
        values = {"user_id": user, "team_id": team, "roles": f"{{{roles}}}"}
        insert(connection, "iam.team_users", **values)
    return team


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
