"""Texts of the user interface."""

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as, add_user
from tests.db.rows import insert

READERS: list[Role] = ["application_user", "application_readonly"]

ENGLISH = 10


def count(connection: psycopg.Connection) -> int:
    return connection.execute("SELECT FROM ops.translations").rowcount


def add_translation(connection: psycopg.Connection, locale: str = "de") -> None:
    insert(connection, "ops.translations", locale=locale, key="team", value="Team")


def test_there_are_ten_english_texts_to_begin_with(connection: psycopg.Connection) -> None:
    rows = connection.execute("SELECT DISTINCT locale, count(*) FROM ops.translations GROUP BY 1")
    assert rows.fetchall() == [("en", ENGLISH)]


def test_a_key_has_one_text_in_a_language(connection: psycopg.Connection) -> None:
    add_translation(connection)
    with pytest.raises(errors.UniqueViolation) as raised:
        add_translation(connection)
    assert raised.value.diag.constraint_name == "translations_locale_key_key"


def test_updated_at_follows_the_text(connection: psycopg.Connection) -> None:
    connection.execute("UPDATE ops.translations SET updated_at = '2020-1-1'")
    connection.execute("UPDATE ops.translations SET value = 'x' WHERE key = 'team'")
    changed = connection.execute("SELECT key FROM ops.translations WHERE updated_at > '2020-1-1'")
    assert changed.fetchall() == [("team",)]


def test_everyone_signed_in_and_the_system_read_them(connection: psycopg.Connection) -> None:
    bob = add_user(connection, "bob")
    for role in READERS:
        with acting_as(connection, bob, role):
            assert count(connection) == ENGLISH
        with acting_as(connection, None, role):
            assert count(connection) == 0
    with acting_as(connection, None, "application_system"):
        assert count(connection) == ENGLISH


def test_administrators_write_them(connection: psycopg.Connection) -> None:
    with acting_as(connection, add_user(connection, "ada", admin=True)):
        add_translation(connection)
        assert connection.execute("UPDATE ops.translations SET value = 'x'").rowcount == 11
        assert connection.execute("DELETE FROM ops.translations").rowcount == 11


def test_nobody_else_writes_them(connection: psycopg.Connection) -> None:
    bob = add_user(connection, "bob")
    with acting_as(connection, bob):
        assert connection.execute("UPDATE ops.translations SET value = 'x'").rowcount == 0
        assert connection.execute("DELETE FROM ops.translations").rowcount == 0
    with pytest.raises(errors.InsufficientPrivilege), acting_as(connection, bob):
        add_translation(connection)
    with (
        pytest.raises(errors.InsufficientPrivilege),
        acting_as(connection, None, "application_system"),
    ):
        add_translation(connection)
