"""Which parameters may be None."""

from collections.abc import Generator

import pytest

from quern.analysis.server import open_session
from quern.database import Connection, Database
from tests.quern.analysis.queries import analysed

SCHEMA = """
CREATE TYPE colour AS ENUM ('red', 'green');
CREATE DOMAIN short AS varchar(5);
CREATE TABLE t (
    id integer NOT NULL,
    note text,
    short_note varchar(5),
    padded char(3),
    price numeric(8, 2),
    paid boolean,
    colour colour,
    domain_note short,
    words text[],
    short_words varchar(5)[],
    at timestamptz(0),
    needed text NOT NULL
);
CREATE UNIQUE INDEX ON t (id);
CREATE VIEW v AS SELECT id, note, needed FROM t;
"""


@pytest.fixture(scope="module")
def table(module_url: str) -> Generator[Connection]:
    """A connection for describing, to a database with a table."""
    with open_session(Database(module_url, "test")) as connection:
        connection.execute(SCHEMA.encode())
        yield connection


INSERT = "INSERT INTO t (id, needed, {0}) VALUES (1, 'x', {1})"


@pytest.mark.parametrize(
    ("statement", "nullable"),
    [
        ("INSERT INTO t (id, needed, note) VALUES (:a, :b, :c)", {"c"}),
        ("INSERT INTO t (note, id, needed) VALUES (:a, :b, :c)", {"a"}),
        ("INSERT INTO v (id, needed, note) VALUES (:a, :b, :c)", {"c"}),
        (INSERT.format("short_note", ":a"), {"a"}),
        (INSERT.format("padded", ":a"), {"a"}),
        (INSERT.format("price", ":a"), {"a"}),
        (INSERT.format("paid", ":a"), {"a"}),
        (INSERT.format("colour", ":a"), {"a"}),
        (INSERT.format("domain_note", ":a"), {"a"}),
        (INSERT.format("domain_note", ":a::text"), {"a"}),
        (INSERT.format("words", ":a"), {"a"}),
        (INSERT.format("short_words", ":a"), {"a"}),
        (INSERT.format("at", ":a"), {"a"}),
        (INSERT.format("note", ":a::text"), {"a"}),
        (INSERT.format("note", ":a::integer"), {"a"}),
        (INSERT.format("note", "CAST(:a AS varchar(3))"), {"a"}),
        (INSERT.format("price", ":a::integer::bigint"), {"a"}),
        (INSERT.format("short_note", ":a::text"), {"a"}),
        ("UPDATE t SET note = :a", {"a"}),
        ("UPDATE t SET needed = :a", set[str]()),
        ("UPDATE t SET note = :a WHERE id = :b", {"a"}),
        ("UPDATE t AS x SET note = :a FROM t AS y WHERE y.id = :b", {"a"}),
        ("UPDATE v SET note = :a", {"a"}),
        ("UPDATE t SET (note, needed) = (:a, :b)", {"a"}),
        ("INSERT INTO t (id, needed, note) SELECT 1, 'x', :a", {"a"}),
    ],
)
def test_a_parameter_assigned_straight_to_a_nullable_column_may_be_none(
    table: Connection, statement: str, nullable: set[str]
) -> None:
    parameters = analysed(table, statement).parameters
    assert {parameter.name for parameter in parameters if parameter.nullable} == nullable


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT id FROM t WHERE note = :a",
        "SELECT id FROM t LIMIT :a",
        "SELECT :a::text",
        "DELETE FROM t WHERE note = :a",
        "UPDATE t SET note = 'x' WHERE note = :a",
        "UPDATE t SET note = upper(:a)",
        "UPDATE t SET note = note || :a",
        "UPDATE t SET note = coalesce(:a, 'x')",
        "UPDATE t SET words[1] = :a",
        "UPDATE t SET note = (SELECT :a::text)",
        "UPDATE t SET note = CASE WHEN paid THEN :a END",
    ],
)
def test_a_parameter_used_in_any_other_way_may_not_be_none(
    table: Connection, statement: str
) -> None:
    assert [parameter.nullable for parameter in analysed(table, statement).parameters] == [False]


def test_a_parameter_assigned_to_two_nullable_columns_may_be_none(table: Connection) -> None:
    (parameter,) = analysed(
        table, "UPDATE t SET note = :a, words[1:1] = NULL, padded = :a::text"
    ).parameters
    assert parameter.nullable


def test_a_parameter_assigned_to_a_nullable_and_a_filled_column_may_not_be_none(
    table: Connection,
) -> None:
    (parameter,) = analysed(table, "UPDATE t SET note = :a, needed = :a").parameters
    assert not parameter.nullable


def test_a_parameter_assigned_to_a_nullable_column_and_compared_may_be_none(
    table: Connection,
) -> None:
    (parameter,) = analysed(
        table, "UPDATE t SET note = :a WHERE note IS DISTINCT FROM :a"
    ).parameters
    assert parameter.nullable


def test_a_parameter_set_on_conflict_may_be_none_as_its_column_may(table: Connection) -> None:
    statement = (
        "INSERT INTO t (id, needed) VALUES (1, 'x') "
        "ON CONFLICT (id) DO UPDATE SET note = :a, needed = :b"
    )
    parameters = analysed(table, statement).parameters
    assert [(parameter.name, parameter.nullable) for parameter in parameters] == [
        ("a", True),
        ("b", False),
    ]


def test_a_parameter_inserted_as_nullable_and_set_on_conflict_as_filled_may_not_be_none(
    table: Connection,
) -> None:
    statement = (
        "INSERT INTO t (id, needed, note) VALUES (1, 'x', :a) "
        "ON CONFLICT (id) DO UPDATE SET needed = :a"
    )
    assert [parameter.nullable for parameter in analysed(table, statement).parameters] == [False]


def test_parameters_in_several_rows_of_values_may_not_be_none(table: Connection) -> None:
    statement = "INSERT INTO t (id, needed, note) VALUES (1, 'x', :a), (2, 'y', :b)"
    parameters = analysed(table, statement).parameters
    assert [parameter.nullable for parameter in parameters] == [False, False]


def test_param_with_a_question_mark_says_that_it_may_be_none(table: Connection) -> None:
    (parameter,) = analysed(
        table, "SELECT id FROM t WHERE note = :a", notes="-- @param a?: or nothing"
    ).parameters
    assert (parameter.nullable, parameter.text) == (True, "or nothing")


def test_param_with_an_exclamation_mark_says_that_it_may_not_be_none(table: Connection) -> None:
    (parameter,) = analysed(table, "UPDATE t SET note = :a", notes="-- @param a!").parameters
    assert not parameter.nullable


def test_param_with_a_text_alone_leaves_the_inference(table: Connection) -> None:
    parameters = analysed(
        table,
        "UPDATE t SET note = :a, needed = :b",
        notes="-- @param a: a note\n-- @param b: needed",
    ).parameters
    assert [(parameter.nullable, parameter.text) for parameter in parameters] == [
        (True, "a note"),
        (False, "needed"),
    ]
