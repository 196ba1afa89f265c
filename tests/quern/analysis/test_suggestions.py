"""What a misspelt name may be meant to be."""

import pytest

from quern.connection import Connection
from tests.quern.analysis.queries import analysis_of

SCHEMA = """
CREATE SCHEMA shop;
CREATE SCHEMA stock;
CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE TABLE shop.items (id integer, title text, colour shop.colour);
CREATE TABLE shop.orders (id integer, note_a text, note_b text, note_c text);
CREATE VIEW stock.levels AS SELECT 1 AS level;
CREATE FUNCTION shop.total(items integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION stock.set_level(integer, text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
"""


@pytest.fixture(scope="module")
def shop(module_session: Connection) -> Connection:
    """A connection for describing, to a database with names of all kinds."""
    module_session.execute(SCHEMA.encode())
    return module_session


def _hint(connection: Connection, statement: str) -> str | None:
    (found,) = analysis_of(connection, f"-- name: query :exec\n{statement};\n").diagnostics
    return found.hint


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        pytest.param("SELECT 1 FROM shop.itens", "shop.items", id="table"),
        pytest.param("SELECT 1 FROM shp.items", "shop.items", id="schema of a table"),
        pytest.param("SELECT 1 FROM items", "shop.items", id="table without its schema"),
        pytest.param("SELECT 1 FROM itmes", "shop.items", id="misspelt and without its schema"),
        pytest.param("SELECT 1 FROM stock.level", "stock.levels", id="view"),
        pytest.param("SELECT itm.id FROM shop.items AS itms", "itms", id="alias"),
        # The server suggests no column where three are as much like it.
        pytest.param("SELECT o.note_d FROM shop.orders o", "o.note_c", id="column of an alias"),
        pytest.param("SELECT note_d FROM shop.items, shop.orders", "note_c", id="column"),
        pytest.param(
            "INSERT INTO shop.items (titel) VALUES ('')", "title", id="column of an INSERT"
        ),
        pytest.param("UPDATE shop.items SET titel = ''", "title", id="column of an UPDATE"),
        pytest.param("SELECT uper('a')", "upper", id="function of the system"),
        pytest.param("SELECT totl(1)", "shop.total", id="function without its schema"),
        pytest.param("SELECT shop.totals(1)", "shop.total", id="function"),
        pytest.param("SELECT NULL::color", "shop.colour", id="type"),
        pytest.param("SELECT NULL::shop.color", "shop.colour", id="type with its schema"),
        pytest.param("SELECT NULL::timestampz", "timestamptz", id="type of the system"),
        pytest.param("SELECT shp.total(1)", "shop", id="schema of a function"),
        pytest.param("SELECT 'gren'::shop.colour", "'green'", id="label of an enum"),
    ],
)
def test_a_misspelt_name_has_a_suggestion(shop: Connection, statement: str, name: str) -> None:
    assert _hint(shop, statement) == f"did you mean {name}?"


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1 FROM shop.zzz",
        "SELECT o.zzz FROM shop.orders o",
        "INSERT INTO shop.items (zzz) VALUES (1)",
        "SELECT NULL::zzz",
        "SELECT zzz.f()",
    ],
)
def test_a_name_like_no_other_has_none(shop: Connection, statement: str) -> None:
    assert _hint(shop, statement) is None


def test_a_function_like_no_other_has_the_words_of_the_server(shop: Connection) -> None:
    hint = _hint(shop, "SELECT zzzzzzzz()")
    assert hint is not None
    assert "did you mean" not in hint


def test_a_function_that_takes_something_else_is_shown_with_its_arguments(shop: Connection) -> None:
    assert _hint(shop, "SELECT stock.set_level('a'::text)") == (
        "there is stock.set_level(integer, text): give it what it takes, or cast the arguments"
    )


def test_of_many_functions_some_are_shown(shop: Connection) -> None:
    hint = _hint(shop, "SELECT abs('a'::bytea)")
    assert hint is not None
    assert hint.startswith("there is abs(")
    assert " and 2 more: " in hint


def test_an_unknown_label_is_told_the_known_ones(shop: Connection) -> None:
    assert _hint(shop, "SELECT 'yellow'::shop.colour") == "its values: 'red', 'green'"


def test_a_column_of_two_tables_is_told_both(shop: Connection) -> None:
    hint = _hint(shop, "SELECT id FROM shop.items i, shop.orders")
    assert hint == "say which: i.id or orders.id"


def test_the_hint_of_the_server_about_a_column_comes_first(shop: Connection) -> None:
    hint = _hint(shop, "SELECT titel FROM shop.items")
    assert hint == 'Perhaps you meant to reference the column "items.title".'


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        pytest.param("SELECT 1 WHERE 1 = %s", ":name for %s", id="psycopg's"),
        pytest.param("SELECT 1 WHERE 1 = %(id)s", ":id for %(id)s", id="psycopg's, with a name"),
        pytest.param("SELECT 1 WHERE 1 = ? AND 2 = 2", ":name for ?", id="a question mark"),
        pytest.param("SELECT 1 WHERE 1 = ?", ":name for ?", id="a question mark at the end"),
    ],
)
def test_a_parameter_as_drivers_have_it_is_told_how_to_write_it(
    shop: Connection, statement: str, hint: str
) -> None:
    assert _hint(shop, statement) == f"parameters are written by name: {hint}"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("SELECT '{}'::jsonb ? 'a' FROM", id="an operator"),
        pytest.param("SELECT 'who?', '%s' FROM", id="in a string"),
        pytest.param("SELECT 7 %sum FROM", id="remainder of a column"),
    ],
)
def test_another_mistake_of_syntax_is_told_nothing_of_parameters(
    shop: Connection, statement: str
) -> None:
    assert _hint(shop, statement) is None


def test_an_empty_database_is_told_to_be_one(session: Connection) -> None:
    assert _hint(session, "SELECT 1 FROM users") == (
        "the database has no tables: migrate it first, or name the one that has"
    )
