"""Who acts in the tests of the registry."""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import COLLABORATOR, MANAGER, add_team, add_user


@dataclass(frozen=True)
class People:
    """The ids of people.

    :ivar admin: a system administrator, member of no team
    :ivar manager: manager of a team
    :ivar member: collaborator in it
    :ivar suspended: once an administrator, now suspended
    """

    admin: int
    manager: int
    member: int
    suspended: int


def add_people(connection: psycopg.Connection) -> People:
    """Add them, as the owner."""
    people = People(
        admin=add_user(connection, "admin", admin=True),
        manager=add_user(connection, "manager"),
        member=add_user(connection, "member"),
        suspended=add_user(connection, "suspended", admin=True),
    )
    connection.execute(
        "UPDATE iam.users SET status = 'suspended' WHERE id = %s", [people.suspended]
    )
    add_team(connection, "Weavers", {people.manager: MANAGER, people.member: COLLABORATOR})
    return people


def scalar(connection: psycopg.Connection, query: LiteralString, *values: object) -> object:
    """Return the first column of the first row."""
    row = connection.execute(query, values).fetchone()
    assert row is not None
    return row[0]
