from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.comments import objects_without_comment
from tests.db.advice.asking import ask

SAID: LiteralString = "COMMENT ON SCHEMA app IS 'For a test.'"


@pytest.mark.parametrize(
    ("made", "named"),
    [
        ("CREATE TABLE app.t ()", ["TABLE app.t"]),
        ("CREATE TABLE app.t (a integer)", ["TABLE app.t", "COLUMN app.t.a"]),
        (
            'CREATE TABLE app."a table" ("a column" integer)',
            ['TABLE app."a table"', 'COLUMN app."a table"."a column"'],
        ),
        ("CREATE VIEW app.v AS SELECT 1 AS one", ["VIEW app.v"]),
        ("CREATE MATERIALIZED VIEW app.m AS SELECT 1 AS one", ["MATERIALIZED VIEW app.m"]),
        ("CREATE TYPE app.e AS ENUM ('a')", ["TYPE app.e"]),
        ("CREATE TYPE app.c AS (a integer)", ["TYPE app.c"]),
        ("CREATE TYPE app.r AS RANGE (subtype = text)", ["TYPE app.r"]),
        ("CREATE DOMAIN app.d AS text", ["DOMAIN app.d"]),
        (
            "CREATE FUNCTION app.f(n integer, VARIADIC m text[]) RETURNS integer"
            " LANGUAGE sql RETURN 1",
            ["FUNCTION app.f(integer,text[])"],
        ),
        ("CREATE PROCEDURE app.p() LANGUAGE sql BEGIN ATOMIC END", ["PROCEDURE app.p()"]),
        (
            "CREATE AGGREGATE app.total (integer) (SFUNC = int4pl, STYPE = integer)",
            ["AGGREGATE app.total(integer)"],
        ),
    ],
)
def test_what_has_no_comment_is_found_and_the_statement_named_that_says_one(
    blank: psycopg.Connection, made: LiteralString, named: list[LiteralString]
) -> None:
    found = ask(blank, objects_without_comment, SAID, made)
    assert {finding.hint for finding in found.values()} == {
        f"COMMENT ON {words} IS '...', in one or two plain sentences" for words in named
    }
    for words in named:
        blank.execute("COMMENT ON " + words + " IS 'Said.'")
    assert not ask(blank, objects_without_comment)


def test_a_schema_without_a_comment_is_found(blank: psycopg.Connection) -> None:
    (finding,) = ask(blank, objects_without_comment).values()
    assert finding.key == "no-comment app"
    assert finding.message == "schema app has no comment"
    assert not ask(blank, objects_without_comment, SAID)


def test_partitions_and_what_postgres_makes_need_none(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
        "COMMENT ON TABLE app.t IS 'Said.'",
        "COMMENT ON COLUMN app.t.a IS 'Said.'",
        "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
        "CREATE TYPE app.r AS RANGE (subtype = text)",
        "COMMENT ON TYPE app.r IS 'Said.'",
    )
    assert not ask(blank, objects_without_comment, SAID, *made)
