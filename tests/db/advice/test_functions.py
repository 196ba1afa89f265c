from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.functions import (
    definers_for_everybody,
    definers_without_search_path,
    functions_with_loose_names,
)
from tests.db.advice.asking import ask

DEFINER: LiteralString = """
    CREATE FUNCTION app.f() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN END'
"""
REVOKE: LiteralString = "REVOKE EXECUTE ON FUNCTION app.f() FROM PUBLIC"


def test_a_definer_without_search_path_is_found(blank: psycopg.Connection) -> None:
    (finding,) = ask(blank, definers_without_search_path, DEFINER).values()
    assert finding.key == "definer-without-search-path app.f()"
    assert finding.hint == "add SET search_path = pg_catalog, pg_temp and qualify the names"
    mend = "ALTER FUNCTION app.f() SET search_path = pg_catalog, pg_temp"
    assert not ask(blank, definers_without_search_path, mend)


@pytest.mark.parametrize("path", ["''", "pg_catalog", "pg_temp, pg_catalog", "app"])
def test_a_definer_that_takes_temporary_types_of_its_caller_is_found(
    blank: psycopg.Connection, path: LiteralString
) -> None:
    ask(blank, definers_without_search_path, DEFINER)
    made = "ALTER FUNCTION app.f() SET search_path = " + path
    (finding,) = ask(blank, definers_without_search_path, made).values()
    assert finding.object == "app.f()"
    better = f"write SET search_path = pg_catalog, pg_temp in place of {path} and qualify the names"
    assert finding.hint == better


def test_a_definer_in_standard_sql_needs_one_too(blank: psycopg.Connection) -> None:
    made = "CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql SECURITY DEFINER RETURN 1"
    assert set(ask(blank, definers_without_search_path, made)) == {"app.f()"}


def test_a_definer_for_everybody_is_found(blank: psycopg.Connection) -> None:
    (finding,) = ask(blank, definers_for_everybody, DEFINER).values()
    assert finding.key == "definer-for-everybody app.f()"
    assert finding.hint == REVOKE
    assert not ask(blank, definers_for_everybody, REVOKE)


@pytest.mark.parametrize(
    "rest",
    [
        "RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "RETURNS integer LANGUAGE plpgsql AS 'BEGIN END'",
        "RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS 'BEGIN END'",
    ],
)
def test_a_function_whose_names_are_not_pinned_is_found(
    blank: psycopg.Connection, rest: LiteralString
) -> None:
    (finding,) = ask(blank, functions_with_loose_names, "CREATE FUNCTION app.f() " + rest).values()
    assert finding.key == "loose-names app.f()"
    mend = "ALTER FUNCTION app.f() SET search_path = ''"
    assert not ask(blank, functions_with_loose_names, mend)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql RETURN 1",
        "CREATE FUNCTION app.f() RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END",
        "CREATE FUNCTION app.f() RETURNS integer LANGUAGE plpgsql SET search_path = '' AS ''",
        "CREATE AGGREGATE app.total (integer) (SFUNC = int4pl, STYPE = integer)",
        DEFINER,  # which has a rule of its own
    ],
)
def test_a_function_with_pinned_names_is_not(
    blank: psycopg.Connection, made: LiteralString
) -> None:
    blank.execute("SET check_function_bodies = off")
    assert not ask(blank, functions_with_loose_names, made)
