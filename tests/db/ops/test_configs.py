"""Versions of configurations."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as, add_user
from tests.db.rows import insert
from tests.queries.interleaving import committed_when_waited_for

READERS: list[Role] = ["application_user", "application_readonly"]
RUN_TIME_ROLES: list[Role] = [*READERS, "application_system"]


def add_config(
    connection: psycopg.Connection, version: int, *, active: bool = False, name: str = "gateway"
) -> None:
    insert(connection, "ops.configs", name=name, version=version, is_active=active)


def active(connection: psycopg.Connection) -> list[tuple[str, int]]:
    rows = connection.execute(
        "SELECT name, version FROM ops.configs WHERE is_active ORDER BY name, version"
    )
    return [(name, version) for name, version in rows]


def activate(connection: psycopg.Connection, version: int) -> None:
    connection.execute("SELECT ops.activate_config('gateway', %s)", [version])


def test_a_second_active_version_of_a_name_is_refused_by_a_name_that_says_so(
    connection: psycopg.Connection,
) -> None:
    add_config(connection, 1, active=True)
    add_config(connection, 1, active=True, name="another")
    with pytest.raises(errors.UniqueViolation) as raised:
        add_config(connection, 2, active=True)
    assert raised.value.diag.constraint_name == "one_active_config_per_name"


def test_the_same_version_of_a_name_is_refused(connection: psycopg.Connection) -> None:
    add_config(connection, 1)
    with pytest.raises(errors.UniqueViolation) as raised:
        add_config(connection, 1)
    assert raised.value.diag.constraint_name == "configs_name_version_key"


def test_a_version_below_1_is_refused(connection: psycopg.Connection) -> None:
    with pytest.raises(errors.CheckViolation):
        add_config(connection, 0)


def test_activating_a_version_puts_the_one_before_aside(connection: psycopg.Connection) -> None:
    add_config(connection, 1)
    add_config(connection, 2, active=True)
    add_config(connection, 7, active=True, name="another")
    for version in (1, 1, 2):
        activate(connection, version)
        assert active(connection) == [("another", 7), ("gateway", version)]


def test_a_version_that_is_not_there_is_refused_and_the_active_one_stays(
    connection: psycopg.Connection,
) -> None:
    add_config(connection, 1, active=True)
    with pytest.raises(errors.NoDataFound, match='no version 2 of configuration "gateway"'):
        activate(connection, 2)
    assert active(connection) == [("gateway", 1)]


def test_of_two_activations_at_once_the_second_holds(
    connection: psycopg.Connection, database_url: str
) -> None:
    for version in (1, 2, 3):
        add_config(connection, version, active=version == 1)
    with psycopg.connect(database_url, autocommit=True) as other:
        other.execute("BEGIN")
        activate(other, 2)
        with committed_when_waited_for(other):
            activate(connection, 3)
    assert active(connection) == [("gateway", 3)]


def test_not_even_the_owner_changes_what_a_stored_version_says(
    connection: psycopg.Connection,
) -> None:
    add_config(connection, 1)
    for change in (
        "yaml_config = 'port: 2'",
        "name = 'another'",
        "version = 2",
        "id = gen_random_uuid()",
        "created_at = created_at - interval '1 day'",
    ):
        with pytest.raises(errors.RestrictViolation) as raised:
            connection.execute(f"UPDATE ops.configs SET {change}".encode())  # noqa: S608
        assert raised.value.diag.constraint_name == "stored_version_is_not_changed"


def test_updated_at_tells_when_a_version_was_activated(connection: psycopg.Connection) -> None:
    insert(connection, "ops.configs", name="gateway", updated_at="2020-1-1")
    changed = "SELECT updated_at > '2020-1-1' FROM ops.configs"
    connection.execute("UPDATE ops.configs SET is_active = false")
    assert connection.execute(changed).fetchone() == (False,)
    activate(connection, 1)
    assert connection.execute(changed).fetchone() == (True,)


def test_administrators_and_the_system_store_read_and_activate(
    connection: psycopg.Connection,
) -> None:
    ada = add_user(connection, "ada", admin=True)
    with acting_as(connection, ada):
        add_config(connection, 1, active=True)
        add_config(connection, 2)
        activate(connection, 2)
    with acting_as(connection, None, "application_system"):
        add_config(connection, 3)
        activate(connection, 3)
        assert active(connection) == [("gateway", 3)]
    for role in READERS:
        with acting_as(connection, ada, role):
            assert active(connection) == [("gateway", 3)]


def test_nobody_deletes_a_version_at_run_time(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada", admin=True)
    for role in RUN_TIME_ROLES:
        with (
            pytest.raises(errors.InsufficientPrivilege),
            acting_as(connection, ada, role),
        ):
            connection.execute("DELETE FROM ops.configs")


def test_other_people_neither_see_nor_store_configurations(connection: psycopg.Connection) -> None:
    bob = add_user(connection, "bob")
    add_config(connection, 1, active=True)
    for role in READERS:
        for person in (bob, None):
            with acting_as(connection, person, role):
                assert active(connection) == []
    with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, bob):
        add_config(connection, 2)
    with pytest.raises(errors.NoDataFound), acting_as(connection, bob):
        activate(connection, 1)
