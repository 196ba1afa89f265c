"""``-- @column``: what the author says of NULL, and when that cannot be."""

import psycopg
import pytest

from quern.connection import Connection
from tests.quern.analysis.queries import analysis_of


@pytest.fixture(autouse=True)
def _tables(owner: psycopg.Connection) -> None:
    owner.execute(
        "CREATE TABLE users (id integer PRIMARY KEY, nick text);"
        "CREATE VIEW nicks AS SELECT nick FROM users WHERE id > 1;"
        "CREATE TABLE checked (nick text CHECK (length(coalesce(nick, '')) > 0));"
        "CREATE TABLE parted (nick text) PARTITION BY LIST (nick);"
        "CREATE TABLE part PARTITION OF parted FOR VALUES IN ('a');"
        "CREATE DOMAIN given AS text CHECK (VALUE IS NOT NULL);"
        "CREATE TABLE domained (nick given);"
        "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN new.nick := coalesce(new.nick, new.id::text); RETURN new; END';"
        "CREATE TABLE filled (id integer NOT NULL, nick text);"
        "CREATE TRIGGER fill BEFORE INSERT OR UPDATE ON filled"
        " FOR EACH ROW EXECUTE FUNCTION fill();"
        "CREATE TABLE guarded (nick text);"
        "ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;"
        "CREATE POLICY named ON guarded USING (nick IS NOT NULL)"
    )


def _nullable(session: Connection, notes: str, sql: str) -> list[bool]:
    analysis = analysis_of(session, f"-- name: a :many\n{notes}\n{sql}")
    assert analysis.diagnostics == ()
    return [column.nullable for column in analysis.queries[0].columns]


@pytest.mark.parametrize(
    ("note", "sql"),
    [
        pytest.param("id?", "SELECT id FROM users", id="may be NULL"),
        pytest.param('"?column?"?', "SELECT 1", id="a name in quotes"),
    ],
)
def test_the_author_may_call_a_column_nullable(session: Connection, note: str, sql: str) -> None:
    assert _nullable(session, f"-- @column {note}", sql) == [True]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("SELECT nick FROM users WHERE id > 5", id="a condition"),
        pytest.param("SELECT u.nick FROM users AS u, users AS v", id="a join"),
        pytest.param("SELECT max(nick) AS nick FROM users", id="an aggregate"),
        pytest.param("SELECT nick FROM nicks", id="a view"),
        pytest.param("SELECT nick FROM (SELECT nick FROM users) AS x", id="a sub-query"),
        pytest.param("SELECT nick FROM users ORDER BY nick LIMIT 1", id="a limit"),
        pytest.param("UPDATE users SET nick = 'a' RETURNING nick", id="returning"),
        pytest.param("SELECT nick FROM checked", id="a CHECK"),
        pytest.param("SELECT nick FROM parted", id="the bounds of all partitions"),
        pytest.param("SELECT nick FROM part", id="the bounds of a partition"),
        pytest.param("SELECT nick FROM domained", id="a domain"),
        pytest.param("SELECT nick FROM filled", id="a trigger"),
        pytest.param("SELECT nick FROM guarded", id="a policy"),
    ],
)
def test_the_author_may_know_more_than_the_rules(session: Connection, sql: str) -> None:
    assert _nullable(session, "-- @column nick!", sql) == [False]


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("SELECT nick FROM users", id="all rows of a table"),
        pytest.param("SELECT NULL::text AS nick FROM users WHERE id = 1", id="the constant"),
    ],
)
def test_what_is_sure_to_allow_null_refutes_the_author(session: Connection, sql: str) -> None:
    (found,) = analysis_of(session, f"-- name: a :many\n-- @column nick!\n{sql}").diagnostics
    assert found.code == "refuted-note"
    assert found.message.startswith("nick can be NULL: ")
    assert found.location is not None
    assert found.location.marked_text == "nick"


def test_a_note_on_no_column_is_a_mistake(session: Connection) -> None:
    text = "-- name: a :many\n-- @column nik!\nSELECT nick FROM users WHERE id = 1"
    (found,) = analysis_of(session, text).diagnostics
    assert (found.message, found.hint) == ("the result has no column nik", "did you mean nick?")
