"""The server's errors, at their place in the file."""

import pytest

from quern.analysis.mistakes import explain
from quern.analysis.names import Names
from quern.analysis.server import Refusal
from quern.connection import Connection
from quern.errors import Diagnostic
from tests.quern.analysis.queries import analysis_of, source_queries

SCHEMA = """
CREATE SCHEMA shop;
CREATE TABLE shop.items (id integer, title text);
CREATE TABLE shop.orders (id integer);
CREATE SCHEMA locked;
CREATE FUNCTION locked.answer() RETURNS integer LANGUAGE sql AS 'SELECT 42';
REVOKE ALL ON SCHEMA locked FROM CURRENT_USER;
CREATE SCHEMA "Locked Too";
REVOKE ALL ON SCHEMA "Locked Too" FROM CURRENT_USER;
"""


@pytest.fixture(scope="module")
def shop(module_session: Connection) -> Connection:
    """A connection for describing, to a database with a few tables."""
    module_session.execute(SCHEMA.encode())
    return module_session


def _mistake(connection: Connection, statement: str) -> Diagnostic:
    """Return what is said of one statement."""
    (found,) = analysis_of(connection, f"-- name: query :exec\n{statement};\n").diagnostics
    return found


@pytest.mark.parametrize(
    ("statement", "code", "marked"),
    [
        ("SELEC 1", "syntax-error", "SELEC"),
        ("SELECT 1 FROM", "syntax-error", ";"),
        ("SELECT 1 FROM shop.nothing", "unknown-table", "shop.nothing"),
        ('SELECT 1 FROM "shop" . "nothing"', "unknown-table", '"shop"'),
        ("SELECT nothing FROM shop.items", "unknown-column", "nothing"),
        ("SELECT items.nothing FROM shop.items", "unknown-column", "items.nothing"),
        ("INSERT INTO shop.items (nothing) VALUES (1)", "unknown-column", "nothing"),
        ("SELECT nothing(1)", "unknown-function", "nothing"),
        ("SELECT 1 + 'a'::text", "unknown-function", "+"),
        ("SELECT 1::nothing", "unknown-type", "nothing"),
        ("SELECT :a IS NULL", "untyped-parameter", ":a"),
        ("INSERT INTO shop.items VALUES (:a, :a)", "untyped-parameter", ":a"),
        ("SELECT 1 FROM locked.things", "no-permission", "locked.things"),
        ("CREATE TABLE nowhere.t AS SELECT nowhere.f()", "unknown-schema", "nowhere.f"),
        ("SELECT 'x'::integer", "invalid-value", "'x'"),
        ("SELECT id, count(*) FROM shop.items", "not-grouped", "id"),
    ],
)
def test_each_kind_of_error_has_its_code_and_place(
    shop: Connection, statement: str, code: str, marked: str
) -> None:
    found = _mistake(shop, statement)
    assert found.location is not None
    assert (found.code, found.location.marked_text) == (code, marked)


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ("SELECT 1 FROM shop.itens", "did you mean shop.items?"),
        ("SELECT 1 FROM items", "did you mean shop.items?"),
        (
            "SELECT titel FROM shop.items",
            'Perhaps you meant to reference the column "items.title".',
        ),
        ("SELECT :a IS NULL", "say its type where it is used: :a::text, say"),
        (
            "SELECT 1 FROM locked.t",
            "GRANT USAGE ON SCHEMA locked TO application_owner; "
            "generating takes no right to its tables",
        ),
        (
            "SELECT locked.answer()",
            "GRANT USAGE ON SCHEMA locked TO application_owner; "
            "generating takes no right to its tables",
        ),
        (
            'SELECT 1 FROM "Locked Too".t',
            'GRANT USAGE ON SCHEMA "Locked Too" TO application_owner; '
            "generating takes no right to its tables",
        ),
    ],
)
def test_a_hint_says_what_to_do(shop: Connection, statement: str, hint: str) -> None:
    assert _mistake(shop, statement).hint == hint


def test_a_table_like_no_other_has_no_suggestion(shop: Connection) -> None:
    assert _mistake(shop, "SELECT 1 FROM shop.zzz").hint is None


def test_the_detail_of_the_server_is_part_of_the_hint(shop: Connection) -> None:
    hint = _mistake(shop, "SELECT json '{a}'").hint
    assert hint == 'Token "a" is invalid.'


def test_a_message_names_a_parameter_as_it_is_written(shop: Connection) -> None:
    found = _mistake(shop, "SELECT id FROM shop.items WHERE id = :first AND :second IS NULL")
    assert found.message == "could not determine data type of parameter :second"


def test_a_positional_parameter_is_named_by_its_number(shop: Connection) -> None:
    found = _mistake(shop, "SELECT id FROM shop.items WHERE id = $1 AND $2 IS NULL")
    assert found.message == "could not determine data type of parameter $2"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT nothing",
        "SELECT :a_long_name::text, :b::text, :a_long_name, nothing",
        "SELECT 'größe 日本 🙂', nothing",
        "SELECT 'größe 🙂' || :größe, nothing",
        "SELECT\t\tnothing",
        "SELECT\n    :a::text,\n\n    -- :b and $1\n    nothing",
        "SELECT\r\n    :a::text,\r\n    nothing",
        "-- a comment\n\nSELECT nothing",
        "/* block */ SELECT nothing",
        "SELECT $1::text, $2::text, nothing",
        "SELECT $tag$ :no $tag$, :yes::text, nothing",
    ],
    ids=[
        *("plain", "after parameters", "wide text", "text and a parameter", "tabs", "lines"),
        *("windows line ends", "after comments", "after a block comment", "positional", "dollar"),
    ],
)
def test_the_place_is_that_of_the_mistake_in_the_file(
    module_session: Connection, text: str
) -> None:
    location = _mistake(module_session, text).location
    before = text[: text.index("nothing")]
    assert location is not None
    assert location.marked_text == "nothing"
    assert location.line == before.count("\n") + 2  # the header comes first
    assert location.column == len(before) - before.rfind("\n")


def test_the_place_of_a_later_query_is_its_own(session: Connection) -> None:
    text = "-- name: first :many\nSELECT 1;\n\n-- name: second :many\nSELECT 1,\n  nothing;\n"
    (found,) = analysis_of(session, text).diagnostics
    assert found.location is not None
    assert (found.location.line, found.location.column) == (6, 3)


def test_an_error_without_a_position_is_at_the_name_of_the_query(session: Connection) -> None:
    session.execute("CREATE VIEW v AS SELECT 1 AS a")
    found = _mistake(session, "INSERT INTO v SELECT * FROM generate_series(1, 2)")
    assert found.location is not None
    assert found.location.marked_text == "query"


def test_a_right_of_which_the_server_speaks_otherwise_is_to_be_granted_too() -> None:
    (query,) = source_queries("-- name: query :many\nSELECT 1;\n")
    refusal = Refusal("42501", "keine Berechtigung für Schema locked", None, None, None)
    found = explain(query, query.statement.whole, refusal, Names((), {}, {}, {}), "reporter")
    assert found.hint == "grant it to reporter, or connect as the owner"
