"""``sqlc.embed``: which columns are one nested row, and whether it may be left out."""

import psycopg
import pytest

from quern.analysis.result import AnalysedQuery
from quern.connection import Connection
from tests.quern.analysis.queries import analysis_of


@pytest.fixture(autouse=True)
def _tables(owner: psycopg.Connection) -> None:
    owner.execute(
        "CREATE TABLE teams (id integer PRIMARY KEY, name text);"
        "CREATE TABLE users (id integer PRIMARY KEY, nick text, team_id integer);"
        "CREATE TABLE notes (user_id integer, text text)"
    )


def _analysed(session: Connection, sql: str) -> AnalysedQuery:
    analysis = analysis_of(session, f"-- name: a :many\n{sql}")
    assert analysis.diagnostics == ()
    return analysis.queries[0]


def _shape(query: AnalysedQuery) -> list[tuple[str, int, int, bool, int | None]]:
    return [(r.relation, r.first, r.end, r.nullable, r.witness) for r in query.embedded]


def test_the_columns_of_each_relation_are_found(session: Connection) -> None:
    sql = (
        "SELECT 'é', sqlc.embed(u), sqlc.embed(t), 1 FROM users AS u JOIN teams AS t ON t.id = u.id"
    )
    assert _shape(_analysed(session, sql)) == [("u", 1, 4, False, None), ("t", 4, 6, False, None)]


def test_a_row_that_an_outer_join_may_null_may_be_left_out(session: Connection) -> None:
    sql = "SELECT sqlc.embed(u), sqlc.embed(t) FROM users AS u LEFT JOIN teams AS t ON t.id = u.id"
    query = _analysed(session, sql)
    assert _shape(query) == [("u", 0, 3, False, None), ("t", 3, 5, True, 3)]
    assert [column.nullable for column in query.columns] == [False, True, True, False, True]


def test_a_row_without_a_column_that_is_never_null_has_no_witness(session: Connection) -> None:
    sql = "SELECT sqlc.embed(n) FROM users AS u LEFT JOIN notes AS n ON n.user_id = u.id"
    assert _shape(_analysed(session, sql)) == [("n", 0, 2, True, None)]


def test_a_row_that_a_condition_proves_is_there(session: Connection) -> None:
    sql = (
        "SELECT sqlc.embed(t) FROM users AS u LEFT JOIN teams AS t ON t.id = u.id "
        "WHERE t.name = 'a'"
    )
    assert _shape(_analysed(session, sql)) == [("t", 0, 2, False, None)]


def test_the_same_relation_may_be_embedded_twice(session: Connection) -> None:
    sql = "SELECT sqlc.embed(u), sqlc.embed(u) FROM users AS u"
    assert _shape(_analysed(session, sql)) == [("u", 0, 3, False, None), ("u", 3, 6, False, None)]


def test_a_row_may_be_returned_by_a_change(session: Connection) -> None:
    sql = "UPDATE users AS u SET nick = 'a' RETURNING 1, sqlc.embed(u)"
    assert _shape(_analysed(session, sql)) == [("u", 1, 4, False, None)]


def test_columns_of_a_sub_query_may_be_embedded(session: Connection) -> None:
    sql = "SELECT sqlc.embed(x) FROM (SELECT id AS a, nick FROM users) AS x"
    assert _shape(_analysed(session, sql)) == [("x", 0, 2, False, None)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sqlc.embed(x) FROM "
        "(SELECT u.nick, t.id FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id) AS x",
        "WITH x AS (SELECT u.nick, t.id FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id) "
        "SELECT sqlc.embed(x) FROM x",
        "SELECT sqlc.embed(x) FROM "
        "(SELECT u.nick, t.id + 1 FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id) AS x",
    ],
)
def test_a_row_of_a_sub_query_is_there_whatever_is_missing_in_it(
    session: Connection, sql: str
) -> None:
    query = _analysed(session, sql)
    assert _shape(query) == [("x", 0, 2, True, None)]
    assert all(column.nullable for column in query.columns)


def test_a_row_of_a_join_is_there_when_one_side_is_missing(session: Connection) -> None:
    sql = (
        "SELECT sqlc.embed(j) FROM teams AS o LEFT JOIN "
        "(users AS u LEFT JOIN notes AS n ON n.text = u.nick LEFT JOIN teams AS t ON t.name = 'a') "
        "AS j ON true"
    )
    query = _analysed(session, sql)
    assert _shape(query) == [("j", 0, 7, True, None)]
    assert all(column.nullable for column in query.columns)


def test_a_row_that_a_union_adds_has_no_witness(session: Connection) -> None:
    sql = (
        "SELECT sqlc.embed(t) FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id "
        "UNION ALL SELECT NULL, 'a'"
    )
    assert _shape(_analysed(session, sql)) == [("t", 0, 2, True, None)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sqlc.embed(t), count(*) FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id "
        "GROUP BY t.id",
        "SELECT sqlc.embed(t) FROM users AS u LEFT JOIN teams AS t ON t.id = u.team_id "
        "GROUP BY t.id, t.name",
    ],
)
def test_columns_of_group_by_belong_to_their_row(session: Connection, sql: str) -> None:
    assert _shape(_analysed(session, sql)) == [("t", 0, 2, True, 0)]


def test_columns_of_group_by_are_told_apart(session: Connection) -> None:
    sql = "SELECT t.id, sqlc.embed(t), sqlc.embed(t) FROM teams AS t GROUP BY t.id"
    assert _shape(_analysed(session, sql)) == [("t", 1, 3, False, None), ("t", 3, 5, False, None)]


def test_an_embed_outside_of_the_result_is_a_mistake(session: Connection) -> None:
    sql = "SELECT count(*) FROM (SELECT sqlc.embed(u) FROM users AS u) AS x"
    (found,) = analysis_of(session, f"-- name: a :many\n{sql}").diagnostics
    assert (found.code, found.message) == (
        "bad-embed",
        "the columns of u are not in the result",
    )
