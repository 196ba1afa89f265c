"""Queries to what is known of them."""

import logging
from typing import Any

import psycopg
import pytest

from quern.analysis.analyse import analyse
from quern.analysis.catalog.catalog import Catalog, read_catalog
from quern.analysis.tree.nodetree import read_tree
from quern.analysis.tree.rewritten import main_query
from quern.connection import Connection
from quern.errors import DatabaseError
from tests.quern.analysis.queries import analysed, analysis_of, source_queries


def test_good_and_bad_queries_are_told_apart_in_order(session: Connection) -> None:
    text = "".join(
        f"-- name: query_{number} :many\n{'SELECT nothing' if number % 3 else 'SELECT 1'};\n"
        for number in range(30)
    )
    analysis = analysis_of(session, text)
    assert [query.source.name for query in analysis.queries] == [
        f"query_{number}" for number in range(0, 30, 3)
    ]
    assert len(analysis.diagnostics) == 20


def test_columns_have_names_types_and_comments(
    session: Connection, owner: psycopg.Connection
) -> None:
    owner.execute("CREATE TABLE t (id bigint NOT NULL, name varchar(9))")
    owner.execute("COMMENT ON COLUMN t.name IS 'what it is called'")
    columns = analysed(session, 'SELECT id, name AS "The Name", 1.5 FROM t').columns
    assert [(c.name, c.type.display, c.comment) for c in columns] == [
        ("id", "bigint", None),
        ("The Name", "character varying", "what it is called"),
        ("?column?", "numeric", None),
    ]


def test_a_column_that_was_changed_has_no_comment(
    session: Connection, owner: psycopg.Connection
) -> None:
    owner.execute("CREATE TABLE t (name text)")
    owner.execute("COMMENT ON COLUMN t.name IS 'what it is called'")
    (column,) = analysed(session, "SELECT upper(name) AS name FROM t").columns
    assert column.comment is None


def test_parameters_are_in_the_order_of_first_use(session: Connection) -> None:
    parameters = analysed(session, "SELECT :b::text, :a::integer, :b, :c::date").parameters
    assert [(p.name, p.type.name) for p in parameters] == [
        ("b", "text"),
        ("a", "int4"),
        ("c", "date"),
    ]


def test_a_domain_is_the_type_of_a_parameter_but_not_of_a_column(session: Connection) -> None:
    session.execute("CREATE DOMAIN short AS text")
    query = analysed(session, "SELECT :a::short AS a")
    assert [parameter.type.name for parameter in query.parameters] == ["short"]
    assert [column.type.name for column in query.columns] == ["text"]


def test_a_statement_without_a_result_has_no_columns(session: Connection) -> None:
    session.execute("CREATE TABLE t (id integer)")
    assert analysed(session, "DELETE FROM t").columns == ()


@pytest.mark.parametrize(
    "statement",
    [
        "NOTIFY channel",
        "SET LOCAL work_mem = '1MB'",
        "CREATE TABLE made (id integer)",
        "EXPLAIN SELECT :a::integer",
        "CALL nothing(:a)",
        "CREATE TABLE made AS SELECT :a::integer AS a",
        "TRUNCATE t",
        "DO $$ BEGIN END $$",
        "SELECT",
        "VALUES (:a::integer)",
        "TABLE t",
    ],
)
def test_statements_of_every_kind_can_be_analysed(session: Connection, statement: str) -> None:
    session.execute("CREATE TABLE t (id integer)")
    session.execute("CREATE PROCEDURE nothing(a integer) LANGUAGE sql AS 'SELECT'")
    query = analysed(session, statement)
    assert len(query.parameters) == statement.count(":a")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT 1 AS one, :a::integer AS a",
        "ALTER TABLE t ALTER COLUMN id SET DEFAULT :a",
        "PREPARE p AS SELECT :a::integer",
    ],
)
def test_a_parameter_in_a_definition_is_a_mistake_at_its_place(
    session: Connection, statement: str
) -> None:
    session.execute("CREATE TABLE t (id integer)")
    (found,) = analysis_of(session, f"-- name: query :exec\n{statement};\n").diagnostics
    assert found.code == "parameter-in-definition"
    assert found.location is not None
    assert found.location.marked_text == ":a"


def test_of_several_queries_that_a_rule_makes_the_clients_own_is_the_main_one() -> None:
    tree = read_tree("({QUERY :canSetTag false :n 1} {QUERY :canSetTag true :n 2})")
    query = main_query(tree)
    assert query is not None
    assert query.number("n") == 2


def test_no_query_of_a_rule_is_no_main_query() -> None:
    assert main_query(read_tree("({QUERY :canSetTag false})")) is None
    assert main_query(read_tree("<>")) is None


def test_an_insert_that_a_rule_copies_is_still_the_main_query(session: Connection) -> None:
    session.execute("CREATE TABLE log (id integer)")
    session.execute("CREATE TABLE t (id integer NOT NULL, note text)")
    session.execute("CREATE RULE copy AS ON INSERT TO t DO ALSO INSERT INTO log VALUES (new.id)")
    query = analysed(session, "INSERT INTO t VALUES (:id, :note) RETURNING id")
    assert [parameter.nullable for parameter in query.parameters] == [False, True]
    assert [column.nullable for column in query.columns] == [False]


def test_a_chain_of_operators_deeper_than_the_recursion_limit_is_read(session: Connection) -> None:
    deep = " + ".join(["1"] * 1500)
    (column,) = analysed(session, f"SELECT {deep} AS total").columns
    assert column.type.display == "integer"


def test_a_server_that_goes_away_before_the_catalogue_is_read_is_a_clear_error(
    session: Connection, owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_session_then_read(*arguments: Any) -> Catalog:
        owner.execute("SELECT pg_terminate_backend(%s, 5000)", [session.info.backend_pid])
        return read_catalog(*arguments)

    monkeypatch.setattr("quern.analysis.analyse.read_catalog", end_session_then_read)
    with pytest.raises(DatabaseError, match="the server went away"):
        analyse(session, source_queries("-- name: query :many\nSELECT 1;\n"))


def test_a_node_that_no_rule_knows_is_logged_for_who_looks(
    session: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    session.execute("CREATE TYPE pair AS (a integer, b integer)")
    session.execute("CREATE TABLE t (id integer NOT NULL, p pair)")
    with caplog.at_level(logging.DEBUG, logger="quern"):
        query = analysed(session, "UPDATE t SET p.a = 1 RETURNING p, id")
    assert [column.nullable for column in query.columns] == [True, False]
    (record,) = caplog.records
    assert record.levelno == logging.DEBUG
    assert record.getMessage() == (
        "queries/test.sql:1: query holds FIELDSTORE, for which there is no rule"
    )


def test_nothing_is_logged_of_what_the_rules_know(
    session: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="quern"):
        analysed(session, "SELECT coalesce(1, 2) AS one")
    assert caplog.records == []


def test_no_right_to_tables_and_functions_is_needed(session: Connection) -> None:
    session.execute("CREATE SCHEMA far")
    session.execute("CREATE TABLE far.t (id integer NOT NULL)")
    session.execute(
        "CREATE FUNCTION far.first(n integer) RETURNS integer LANGUAGE sql "
        "AS 'SELECT min(id) FROM far.t WHERE id > n'"
    )
    session.execute("COMMENT ON COLUMN far.t.id IS 'which one'")
    session.execute("REVOKE ALL ON TABLE far.t FROM PUBLIC, CURRENT_USER")
    session.execute("REVOKE ALL ON FUNCTION far.first FROM PUBLIC, CURRENT_USER")
    query = analysed(session, "SELECT id, far.first(id) FROM far.t")
    assert [column.nullable for column in query.columns] == [False, True]
    assert query.columns[0].comment == "which one"
    assert query.effects.opaque == ()


def test_a_function_over_a_schema_that_is_locked_is_no_mistake(session: Connection) -> None:
    session.execute("CREATE SCHEMA far")
    session.execute("CREATE TABLE far.t (id integer NOT NULL)")
    session.execute("CREATE FUNCTION last() RETURNS bigint LANGUAGE sql AS 'SELECT 1 FROM far.t'")
    session.execute("REVOKE ALL ON SCHEMA far FROM PUBLIC, CURRENT_USER")
    query = analysed(session, "SELECT last()")
    assert query.effects.opaque == ("public.last",)
