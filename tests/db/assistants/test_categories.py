"""Who sees and changes categories."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.assistants.scene import Cast

CHANGES: list[LiteralString] = [
    "UPDATE assistants.categories SET description = 'x'",
    "DELETE FROM assistants.categories",
]


def seen(connection: psycopg.Connection, user_id: int | None, role: Role) -> int:
    """Return how many categories somebody sees."""
    with acting_as(connection, user_id, role):
        return connection.execute("SELECT FROM assistants.categories").rowcount


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_everyone_signed_in_reads_categories(
    connection: psycopg.Connection, cast: Cast, role: Role
) -> None:
    assert seen(connection, cast.eve, role) == 7
    assert seen(connection, cast.root, role) == 7
    assert seen(connection, None, role) == 0


def test_the_system_reads_categories(connection: psycopg.Connection) -> None:
    assert seen(connection, None, "application_system") == 7


def test_administrators_write_categories(connection: psycopg.Connection, cast: Cast) -> None:
    with acting_as(connection, cast.root):
        connection.execute("INSERT INTO assistants.categories (name) VALUES ('Law')")
        assert [connection.execute(change).rowcount for change in CHANGES] == [8, 8]


def test_others_write_no_categories(connection: psycopg.Connection, cast: Cast) -> None:
    with acting_as(connection, cast.ada):
        assert [connection.execute(change).rowcount for change in CHANGES] == [0, 0]
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"),
        acting_as(connection, cast.ada),
    ):
        connection.execute("INSERT INTO assistants.categories (name) VALUES ('Law')")
