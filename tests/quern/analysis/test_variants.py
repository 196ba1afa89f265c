"""Statements with optional parts: what holds whichever of them are there."""

from collections.abc import Generator

import psycopg
import pytest

from quern.analysis.result import AnalysedQuery
from quern.connection import Connection
from tests.postgres import OWNER, Databases
from tests.quern.analysis.queries import analysis_of

_SEARCH = """-- name: search :many
-- @order newest: u.id DESC
-- @order nick: u.nick
SELECT u.id, u.nick, t.name AS team
FROM users AS u
LEFT JOIN teams AS t ON t.id = u.team_id
WHERE true
  AND u.nick = :nick  -- @if nick
  AND t.name LIKE :team  -- @if team
ORDER BY u.id DESC  -- @order
LIMIT :n
"""


@pytest.fixture
def tables(owner: psycopg.Connection) -> None:
    owner.execute(
        "CREATE TABLE teams (id integer PRIMARY KEY, name text NOT NULL);"
        "CREATE TABLE users (id integer PRIMARY KEY, nick text, team_id integer, age smallint);"
        "CREATE TABLE logins (user_id integer)"
    )


def _only(session: Connection, text: str) -> AnalysedQuery:
    analysis = analysis_of(session, text)
    assert analysis.diagnostics == ()
    (query,) = analysis.queries
    return query


@pytest.mark.usefixtures("tables")
def test_a_column_may_be_null_where_it_may_in_one_variant(session: Connection) -> None:
    query = _only(session, _SEARCH)
    assert [(c.name, c.nullable) for c in query.columns] == [
        ("id", False),
        ("nick", True),
        ("team", True),
    ]


@pytest.mark.usefixtures("tables")
def test_a_column_is_never_null_where_all_variants_rule_it_out(session: Connection) -> None:
    query = _only(session, _SEARCH.replace("WHERE true", "WHERE u.nick <> ''"))
    assert not query.columns[1].nullable


@pytest.mark.usefixtures("tables")
def test_parameters_that_decide_are_optional(session: Connection) -> None:
    parameters = _only(session, _SEARCH).parameters
    assert [(p.name, p.type.name, p.optional, p.nullable) for p in parameters] == [
        ("nick", "text", True, False),
        ("team", "text", True, False),
        ("n", "int8", False, False),
    ]


@pytest.mark.usefixtures("tables")
def test_tables_of_optional_parts_are_read(session: Connection) -> None:
    text = (
        "-- name: a :many\nSELECT u.id FROM users AS u WHERE true\n"
        "AND EXISTS (SELECT FROM logins AS l WHERE l.user_id = u.id AND :x) -- @if x\n"
    )
    assert [read.table for read in _only(session, text).effects.reads] == [
        "public.logins",
        "public.users",
    ]


@pytest.mark.usefixtures("tables")
@pytest.mark.parametrize(
    ("condition", "rows"), [("-- @if id", "many"), ("", "at_most_one")], ids=["with", "without"]
)
def test_a_key_that_may_be_left_out_does_not_bound_rows(
    session: Connection, condition: str, rows: str
) -> None:
    text = f"-- name: a :many\nSELECT nick FROM users\nWHERE id = :id {condition}\n"
    assert _only(session, text).cardinality.rows == rows


@pytest.mark.usefixtures("tables")
def test_a_variant_that_is_wrong_is_named(session: Connection) -> None:
    text = (
        "-- name: a :many\nSELECT 1 FROM users AS u\n"
        "JOIN logins AS l ON l.user_id = :id -- @if id\nWHERE l.user_id > 0"
    )
    (found,) = analysis_of(session, text).diagnostics
    assert found.message.startswith("without its optional parts: missing FROM-clause entry")
    assert found.location is not None
    assert (found.location.line, found.location.column) == (4, 7)


@pytest.mark.usefixtures("tables")
def test_an_order_that_is_wrong_is_marked_in_its_line(session: Connection) -> None:
    (found,) = analysis_of(session, _SEARCH.replace("nick: u.nick", "nick: u.nik")).diagnostics
    assert found.location is not None
    assert (found.location.line, found.location.marked_text) == (3, "u.nik")


@pytest.mark.usefixtures("tables")
def test_variants_whose_rows_differ_are_a_mistake(session: Connection) -> None:
    text = (
        "-- name: a :many\nSELECT CASE WHEN true THEN age\n"
        "ELSE :big::bigint -- @if big\nEND AS age FROM users"
    )
    (found,) = analysis_of(session, text).diagnostics
    assert found.message == (
        "without its optional parts the query returns another row: "
        "age smallint instead of age bigint"
    )


@pytest.mark.usefixtures("tables")
def test_a_parameter_whose_type_differs_is_a_mistake(session: Connection) -> None:
    text = (
        "-- name: a :many\nSELECT 1 FROM users WHERE true\n"
        "AND :x < :y::bigint -- @if y\nAND :x = age"
    )
    (found,) = analysis_of(session, text).diagnostics
    assert found.message == (
        "without its optional parts parameter x is smallint, with all parts it is bigint"
    )


@pytest.fixture
def reader(databases: Databases) -> Generator[str]:
    """A role without rights, which the owner may take on."""
    name = "quern_test_reader"
    with databases.server.administrator() as connection:
        connection.execute(f"CREATE ROLE {name}".encode())
        connection.execute(f"GRANT {name} TO {OWNER}".encode())
        yield name
        connection.execute(f"DROP ROLE {name}".encode())


def test_a_query_is_asked_about_as_its_role(
    session: Connection, owner: psycopg.Connection, reader: str
) -> None:
    owner.execute("CREATE SCHEMA hidden; CREATE TABLE hidden.t ()")
    analysis = analysis_of(
        session,
        "-- name: a :many\nSELECT FROM hidden.t;\n"
        f"-- name: b :many\n-- @role {reader}\nSELECT FROM hidden.t;\n"
        "-- name: c :many\nSELECT FROM hidden.t;\n",
    )
    assert [query.source.name for query in analysis.queries] == ["a", "c"]
    (found,) = analysis.diagnostics
    assert found.message == "permission denied for schema hidden"


def test_a_role_that_does_not_exist_is_a_mistake(session: Connection) -> None:
    text = "-- name: a :one\n-- @role nobody_at_all\nSELECT 1"
    (found,) = analysis_of(session, text).diagnostics
    assert found.message == (
        'the queries of nobody_at_all cannot be asked about: role "nobody_at_all" does not exist'
    )
    assert found.location is not None
    assert found.location.marked_text == "nobody_at_all"
