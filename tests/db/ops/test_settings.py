"""Settings of the installation and of people, and feature flags."""

import psycopg
import pytest
from psycopg import errors
from psycopg.types.json import Jsonb

from tests.db.acting import Role, acting_as, add_user
from tests.db.rows import insert

READERS: list[Role] = ["application_user", "application_readonly"]


def add_setting(
    connection: psycopg.Connection, scope: str, owner: int | None, key: str = "theme"
) -> None:
    insert(
        connection, "ops.settings", scope=scope, owner_user_id=owner, key=key, value=Jsonb("dark")
    )


def seen(connection: psycopg.Connection) -> list[tuple[str, int | None]]:
    rows = connection.execute("SELECT scope, owner_user_id FROM ops.settings ORDER BY id")
    return [(scope, owner) for scope, owner in rows]


def refused_by(connection: psycopg.Connection, scope: str, owner: int | None) -> str | None:
    """Add a setting that is refused, and return the name of the rule."""
    with pytest.raises(errors.IntegrityError) as raised:
        add_setting(connection, scope, owner)
    return raised.value.diag.constraint_name


def test_the_scope_says_whether_a_setting_has_an_owner(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada")
    assert refused_by(connection, "user", None) == "user_setting_has_an_owner"
    assert refused_by(connection, "system", ada) == "system_setting_has_no_owner"
    assert refused_by(connection, "team", None) == "settings_scope_check"
    kept = [("user", ada), ("system", None), ("feature_flag", None), ("feature_flag", ada)]
    for scope, owner in kept:
        add_setting(connection, scope, owner)
    assert seen(connection) == kept


def test_a_key_is_there_once_for_each_scope_and_owner_and_once_without(
    connection: psycopg.Connection,
) -> None:
    ada = add_user(connection, "ada")
    for scope, owner in (("user", ada), ("system", None), ("feature_flag", None)):
        add_setting(connection, scope, owner)
        assert refused_by(connection, scope, owner) == "settings_scope_owner_user_id_key_key"


def test_settings_go_with_their_owner(connection: psycopg.Connection) -> None:
    ada = add_user(connection, "ada")
    add_setting(connection, "user", ada)
    add_setting(connection, "system", None)
    connection.execute("DELETE FROM iam.users")
    assert seen(connection) == [("system", None)]


def test_updated_at_follows_the_value(connection: psycopg.Connection) -> None:
    insert(connection, "ops.settings", value=Jsonb(1), updated_at="2020-1-1")
    changed = "SELECT updated_at > '2020-1-1' FROM ops.settings"
    connection.execute("UPDATE ops.settings SET value = '1'")
    assert connection.execute(changed).fetchone() == (False,)
    connection.execute("UPDATE ops.settings SET value = '2'")
    assert connection.execute(changed).fetchone() == (True,)


@pytest.fixture
def people(connection: psycopg.Connection) -> tuple[int, int]:
    """Ada, an administrator, and Bob, with a setting of each kind."""
    ada, bob = add_user(connection, "ada", admin=True), add_user(connection, "bob")
    add_setting(connection, "system", None)
    add_setting(connection, "feature_flag", None)
    add_setting(connection, "user", ada)
    add_setting(connection, "user", bob)
    add_setting(connection, "feature_flag", bob)
    return ada, bob


def test_people_read_their_own_settings_and_those_without_an_owner(
    connection: psycopg.Connection, people: tuple[int, int]
) -> None:
    ada, bob = people
    shared = [("system", None), ("feature_flag", None)]
    for role in READERS:
        with acting_as(connection, bob, role):
            assert seen(connection) == [*shared, ("user", bob), ("feature_flag", bob)]
        # Flags of people are an administrator's matter, their preferences are not.
        with acting_as(connection, ada, role):
            assert seen(connection) == [*shared, ("user", ada), ("feature_flag", bob)]
        with acting_as(connection, None, role):
            assert seen(connection) == []


def test_people_write_their_own_preferences_and_nothing_else(
    connection: psycopg.Connection, people: tuple[int, int]
) -> None:
    ada, bob = people
    with acting_as(connection, bob):
        add_setting(connection, "user", bob, "size")
        changed = connection.execute(
            "UPDATE ops.settings SET value = '1' RETURNING scope, owner_user_id"
        )
        assert changed.fetchall() == [("user", bob), ("user", bob)]
    with acting_as(connection, bob):
        deleted = connection.execute("DELETE FROM ops.settings RETURNING scope, owner_user_id")
        assert deleted.fetchall() == [("user", bob), ("user", bob)]
    for scope, owner in (
        ("user", ada),
        ("system", None),
        ("feature_flag", None),
        ("feature_flag", bob),
    ):
        with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, bob):
            add_setting(connection, scope, owner, "size")


def test_administrators_write_settings_of_the_installation_and_flags(
    connection: psycopg.Connection, people: tuple[int, int]
) -> None:
    ada, bob = people
    with acting_as(connection, ada):
        for scope, owner in (("system", None), ("feature_flag", None), ("feature_flag", bob)):
            add_setting(connection, scope, owner, "size")
        connection.execute("UPDATE ops.settings SET value = '1'")
        connection.execute("DELETE FROM ops.settings")
    assert seen(connection) == [("user", bob)]
    assert connection.execute("SELECT value FROM ops.settings").fetchone() == ("dark",)
    with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, ada):
        add_setting(connection, "user", bob, "size")


@pytest.mark.usefixtures("people")
def test_the_system_reads_settings_and_writes_none(connection: psycopg.Connection) -> None:
    with acting_as(connection, None, "application_system"):
        assert len(seen(connection)) == 5
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, None, "application_system"),
    ):
        connection.execute("UPDATE ops.settings SET value = '1'")
