from typing import LiteralString

import psycopg
import pytest

from db.commands.advice.indexes import (
    MANY_READS,
    MANY_WRITES,
    double_indexes,
    foreign_keys_without_index,
    unused_indexes,
)
from tests.db.advice.asking import ask

PARENT: LiteralString = "CREATE TABLE app.parents (a integer, b integer, PRIMARY KEY (a, b))"
CHILD: LiteralString = """
    CREATE TABLE app.children (
        a integer,
        b integer,
        c integer,
        CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES app.parents
    )
"""


# foreign keys


def test_a_foreign_key_without_an_index_is_found(blank: psycopg.Connection) -> None:
    (found,) = ask(blank, foreign_keys_without_index, PARENT, CHILD).items()
    key, finding = found
    assert key == "app.children fk"
    assert finding.key == "foreign-key-without-index app.children fk"
    assert finding.message == (
        "no index of app.children starts with a, b, the columns of a foreign key"
    )
    assert finding.hint.startswith("CREATE INDEX ON app.children (a, b)")


@pytest.mark.parametrize(
    "index",
    [
        "CREATE INDEX ON app.children (a, b)",
        "CREATE INDEX ON app.children (b, a)",
        "CREATE INDEX ON app.children (a, b, c)",
        "CREATE UNIQUE INDEX ON app.children (a, b)",
        "ALTER TABLE app.children ADD PRIMARY KEY (b, a, c)",
    ],
)
def test_an_index_that_starts_with_the_columns_serves(
    blank: psycopg.Connection, index: LiteralString
) -> None:
    assert not ask(blank, foreign_keys_without_index, PARENT, CHILD, index)


@pytest.mark.parametrize(
    "index",
    [
        "CREATE INDEX ON app.children (a)",
        "CREATE INDEX ON app.children (a, c, b)",
        "CREATE INDEX ON app.children (a) INCLUDE (b)",
        "CREATE INDEX ON app.children (a, (b + 0))",
        "CREATE INDEX ON app.children (a, b) WHERE c IS NOT NULL",
        "CREATE INDEX ON app.children USING brin (a, b)",
        "CREATE INDEX ON app.parents (a, b)",
    ],
)
def test_another_index_does_not(blank: psycopg.Connection, index: LiteralString) -> None:
    found = ask(blank, foreign_keys_without_index, PARENT, CHILD, index)
    assert set(found) == {"app.children fk"}


def test_a_foreign_key_of_a_partitioned_table_is_found_once(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.children (a integer, b integer) PARTITION BY LIST (a)",
        "ALTER TABLE app.children ADD CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES app.parents",
        "CREATE TABLE app.children_1 PARTITION OF app.children FOR VALUES IN (1)",
    )
    assert set(ask(blank, foreign_keys_without_index, PARENT, *made)) == {"app.children fk"}
    index = "CREATE INDEX ON app.children (a, b)"
    assert not ask(blank, foreign_keys_without_index, index)


PARTS: tuple[LiteralString, ...] = (
    "CREATE TABLE app.t (a integer) PARTITION BY LIST (a)",
    "CREATE TABLE app.t_1 PARTITION OF app.t FOR VALUES IN (1)",
)


def test_an_index_that_is_not_valid_does_not_serve(blank: psycopg.Connection) -> None:
    made = (
        "CREATE TABLE app.p (a integer PRIMARY KEY)",
        "ALTER TABLE app.t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES app.p",
        "CREATE INDEX i ON ONLY app.t (a)",
    )
    assert set(ask(blank, foreign_keys_without_index, *PARTS, *made)) == {"app.t fk"}
    mend = "CREATE INDEX i_1 ON app.t_1 (a)", "ALTER INDEX app.i ATTACH PARTITION app.i_1"
    assert not ask(blank, foreign_keys_without_index, *mend)


# double


def test_of_two_indexes_the_one_that_is_not_valid_goes(blank: psycopg.Connection) -> None:
    made = "CREATE INDEX i1 ON app.t (a)", "CREATE INDEX i2 ON ONLY app.t (a)"
    assert set(ask(blank, double_indexes, *PARTS, *made)) == {"app.t i2"}


def test_a_double_index_of_a_partitioned_table_is_found_once(blank: psycopg.Connection) -> None:
    made = "CREATE INDEX i1 ON app.t (a)", "CREATE INDEX i2 ON app.t (a)"
    assert set(ask(blank, double_indexes, *PARTS, *made)) == {"app.t i1"}


TABLE: LiteralString = "CREATE TABLE app.t (a integer, b integer, c text)"


@pytest.mark.parametrize(
    ("first", "second", "superfluous"),
    [
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a)", "i1"),
        ("UNIQUE INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a)", "i2"),
        ("INDEX i1 ON app.t (a)", "UNIQUE INDEX i2 ON app.t (a)", "i1"),
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a, b)", "i1"),
        ("INDEX i1 ON app.t (a, b)", "INDEX i2 ON app.t (a)", "i2"),
        ("INDEX i1 ON app.t (a) INCLUDE (b)", "INDEX i2 ON app.t (a, b)", "i1"),
        ("INDEX i1 ON app.t (lower(c))", "INDEX i2 ON app.t (lower(c), a)", "i1"),
        ("INDEX i1 ON app.t (a) WHERE b > 0", "INDEX i2 ON app.t (a) WHERE b > 0", "i1"),
        ("INDEX i1 ON app.t USING hash (a)", "INDEX i2 ON app.t USING hash (a)", "i1"),
    ],
)
def test_an_index_that_another_one_makes_superfluous_is_found(
    blank: psycopg.Connection,
    first: LiteralString,
    second: LiteralString,
    superfluous: LiteralString,
) -> None:
    found = ask(blank, double_indexes, TABLE, "CREATE " + first, "CREATE " + second)
    assert set(found) == {f"app.t {superfluous}"}
    assert found[f"app.t {superfluous}"].hint == f"drop {superfluous}"
    assert not ask(blank, double_indexes, "DROP INDEX app." + superfluous)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (b, a)"),
        ("INDEX i1 ON app.t (a, b)", "INDEX i2 ON app.t (b, a)"),
        ("INDEX i1 ON app.t (c)", "INDEX i2 ON app.t (c text_pattern_ops)"),
        ("INDEX i1 ON app.t (c)", 'INDEX i2 ON app.t (c COLLATE "C")'),
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a DESC, b)"),
        ("UNIQUE INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a, b)"),
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t (a, b) WHERE b > 0"),
        ("INDEX i1 ON app.t (a) WHERE b > 0", "INDEX i2 ON app.t (a, b) WHERE b > 0"),
        ("INDEX i1 ON app.t (a) INCLUDE (c)", "INDEX i2 ON app.t (a, b)"),
        ("INDEX i1 ON app.t (a)", "INDEX i2 ON app.t USING hash (a)"),
        ("INDEX i1 ON app.t (lower(c))", "INDEX i2 ON app.t (upper(c))"),
    ],
)
def test_indexes_that_find_different_things_are_not_double(
    blank: psycopg.Connection, first: LiteralString, second: LiteralString
) -> None:
    assert not ask(blank, double_indexes, TABLE, "CREATE " + first, "CREATE " + second)


def test_the_index_of_a_constraint_stays(blank: psycopg.Connection) -> None:
    made = "ALTER TABLE app.t ADD CONSTRAINT k UNIQUE (a)", "CREATE UNIQUE INDEX i ON app.t (a)"
    assert set(ask(blank, double_indexes, TABLE, *made)) == {"app.t i"}


# unused


def busy(connection: psycopg.Connection) -> None:
    """Make the table of a test busy, and have the server count it."""
    rows, scans = MANY_WRITES, MANY_READS
    connection.execute(
        "INSERT INTO app.t (a, b, c) SELECT n, n, n FROM generate_series(1, %s) AS n", [rows]
    )
    for _ in range(scans):
        connection.execute("SELECT FROM app.t LIMIT 1")
    connection.execute("SELECT pg_stat_force_next_flush()")
    connection.execute("SELECT pg_stat_clear_snapshot()")


def test_an_index_that_no_query_uses_is_found(blank: psycopg.Connection) -> None:
    index = "CREATE INDEX i ON app.t (a)"
    assert not ask(blank, unused_indexes, TABLE, index), "a new table says nothing"
    busy(blank)
    (finding,) = ask(blank, unused_indexes).values()
    assert finding.key == "unused-index app.t i"
    assert finding.hint.startswith("drop i")


def test_an_index_that_is_used_is_not(blank: psycopg.Connection) -> None:
    ask(blank, unused_indexes, TABLE, "CREATE INDEX i ON app.t (a)", "SET enable_seqscan = off")
    busy(blank)
    blank.execute("SELECT b FROM app.t WHERE a = 1")
    blank.execute("SELECT pg_stat_force_next_flush()")
    assert not ask(blank, unused_indexes)


@pytest.mark.parametrize(
    "made",
    [
        "CREATE UNIQUE INDEX i ON app.t (a)",
        "ALTER TABLE app.t ADD UNIQUE (a)",
        "CREATE INDEX i ON app.t (a, b); CREATE TABLE app.p (a integer, b integer, UNIQUE (a, b));"
        " ALTER TABLE app.t ADD FOREIGN KEY (a, b) REFERENCES app.p (a, b) NOT VALID",
    ],
)
def test_an_index_that_works_without_being_read_is_not(
    blank: psycopg.Connection, made: LiteralString
) -> None:
    ask(blank, unused_indexes, TABLE)
    busy(blank)
    assert not ask(blank, unused_indexes, made)
