"""Types and relations, as the catalogue gives them."""

import psycopg
import pytest

from quern.analysis.catalog.catalog import PgType, read_catalog
from quern.connection import Connection


def _type(connection: Connection, name: str) -> PgType:
    """Read one type by its name."""
    row = connection.execute("SELECT %s::regtype::oid::integer", [name]).fetchone()
    assert row is not None
    return read_catalog(connection, [row[0]], []).types[row[0]]


def _not_null(connection: Connection, name: str) -> dict[str, bool]:
    """Tell which columns of a table are said to hold no NULL."""
    row = connection.execute("SELECT %s::regclass::oid::integer", [name]).fetchone()
    assert row is not None
    relation = read_catalog(connection, [], [row[0]]).relations[row[0]]
    return {found.name: found.not_null for found in relation.attributes.values()}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("integer", "base"),
        ("integer[]", "array"),
        ("int2vector", "base"),
        ("point", "base"),
        ("int4range", "range"),
        ("int4multirange", "multirange"),
        ("record", "pseudo"),
        ("pair", "composite"),
        ("colour", "enum"),
        ("short", "domain"),
        ("short[]", "array"),
    ],
)
def test_each_type_has_its_kind(session: Connection, name: str, kind: str) -> None:
    session.execute("CREATE TYPE pair AS (a integer)")
    session.execute("CREATE TYPE colour AS ENUM ('red')")
    session.execute("CREATE DOMAIN short AS text")
    assert _type(session, name).kind == kind


def test_types_that_a_type_is_made_of_are_read_too(session: Connection) -> None:
    session.execute("CREATE DOMAIN inner_one AS integer[]")
    session.execute("CREATE DOMAIN outer_one AS inner_one")
    found = _type(session, "outer_one[]")
    types = read_catalog(session, [found.oid], []).types
    names = [found.display]
    while found.element or found.base:
        found = types[found.element or found.base]
        names.append(found.display)
    assert names == ["outer_one[]", "outer_one", "inner_one", "integer[]", "integer"]


def test_the_labels_of_an_enum_are_in_its_own_order(session: Connection) -> None:
    session.execute("CREATE TYPE size AS ENUM ('small', 'large')")
    session.execute("ALTER TYPE size ADD VALUE 'medium' BEFORE 'large'")
    assert _type(session, "size").labels == ("small", "medium", "large")


def test_a_type_has_the_name_that_sql_writes(session: Connection) -> None:
    session.execute('CREATE SCHEMA "my schema"')
    session.execute('CREATE TYPE "my schema"."my type" AS ENUM ()')
    found = _type(session, '"my schema"."my type"')
    assert (found.schema, found.name) == ("my schema", "my type")
    assert found.display == '"my schema"."my type"'


def test_comments_of_types_and_columns_are_read(
    session: Connection, owner: psycopg.Connection
) -> None:
    owner.execute("CREATE TYPE size AS ENUM ('small')")
    owner.execute("COMMENT ON TYPE size IS 'how large'")
    owner.execute("CREATE TABLE t (a integer, b integer)")
    owner.execute("COMMENT ON COLUMN t.b IS 'the second'")
    oid = _oid(session, "t")
    attributes = read_catalog(session, [], [oid]).relations[oid].attributes
    assert _type(session, "size").comment == "how large"
    assert [attributes[number].comment for number in (1, 2)] == [None, "the second"]


def _oid(connection: Connection, table: str) -> int:
    row = connection.execute("SELECT %s::regclass::oid::integer", [table]).fetchone()
    assert row is not None
    return int(row[0])


def test_columns_are_found_by_number_with_dropped_ones_left_out(session: Connection) -> None:
    session.execute("CREATE TABLE t (a integer, b integer, c integer)")
    session.execute("ALTER TABLE t DROP COLUMN b")
    oid = _oid(session, "t")
    attributes = read_catalog(session, [], [oid]).relations[oid].attributes
    assert {number: found.name for number, found in attributes.items()} == {1: "a", 3: "c"}


def test_a_table_in_another_schema_has_its_schema(session: Connection) -> None:
    session.execute('CREATE SCHEMA "Other"')
    session.execute('CREATE TABLE "Other"."T" (a integer)')
    oid = _oid(session, '"Other"."T"')
    relation = read_catalog(session, [], [oid]).relations[oid]
    assert (relation.schema, relation.name) == ("Other", "T")


def test_not_null_and_primary_key_columns_hold_no_null(session: Connection) -> None:
    session.execute("CREATE TABLE t (id integer PRIMARY KEY, a text NOT NULL, b text)")
    assert _not_null(session, "t") == {"id": True, "a": True, "b": False}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE b (id integer NOT NULL)", "CREATE VIEW t AS SELECT id FROM b"],
        ["CREATE DOMAIN d AS integer NOT NULL", "CREATE TABLE t (id d)"],
        ["CREATE TABLE t (id integer)", "ALTER TABLE t ADD CHECK (id IS NOT NULL) NOT VALID"],
    ],
    ids=["view", "domain", "check that was not validated"],
)
def test_what_does_not_enforce_it_itself_is_not_said_to_hold_no_null(
    session: Connection, statements: list[str]
) -> None:
    for statement in statements:
        session.execute(statement.encode())
    assert _not_null(session, "t") == {"id": False}


@pytest.mark.parametrize(
    "statements",
    [
        ["CREATE TABLE t (id integer NOT NULL)", "CREATE TABLE c () INHERITS (t)"],
        ["CREATE TABLE t (id integer NOT NULL) PARTITION BY LIST (id)"],
        ["CREATE TABLE t (id integer CHECK (id IS NOT NULL))"],
    ],
    ids=["parent and its children", "partitioned", "check"],
)
def test_what_all_tables_of_a_family_enforce_holds(
    session: Connection, statements: list[str]
) -> None:
    for statement in statements:
        session.execute(statement.encode())
    assert _not_null(session, "t") == {"id": True}


def test_a_constraint_that_is_not_valid_counts_only_for_its_own_column(session: Connection) -> None:
    if session.info.server_version < 180000:
        pytest.skip("NOT NULL constraints are always valid before PostgreSQL 18")
    session.execute("CREATE TABLE t (a integer, b integer NOT NULL)")
    session.execute("ALTER TABLE t ADD CONSTRAINT filled NOT NULL a NOT VALID")
    assert _not_null(session, "t") == {"a": False, "b": True}


def test_nothing_asked_is_nothing_read(session: Connection) -> None:
    catalog = read_catalog(session, [], [])
    assert (catalog.types, catalog.relations) == ({}, {})


def test_the_attributes_of_a_composite_type_are_in_its_own_order(session: Connection) -> None:
    session.execute("CREATE TYPE pair AS (z integer, gone text, a text[])")
    session.execute("ALTER TYPE pair DROP ATTRIBUTE gone")
    session.execute("COMMENT ON COLUMN pair.z IS 'the last letter'")
    found = [(attribute.name, attribute.comment) for attribute in _type(session, "pair").attributes]
    assert found == [("z", "the last letter"), ("a", None)]


def test_the_types_that_a_composite_type_is_made_of_are_read_too(session: Connection) -> None:
    session.execute("CREATE TYPE inner_one AS (a int4multirange[])")
    session.execute("CREATE TYPE outer_one AS (b inner_one)")
    types = read_catalog(session, [_type(session, "outer_one").oid], []).types
    assert {found.display for found in types.values()} == {
        *("outer_one", "inner_one", "int4multirange[]", "int4multirange", "int4range", "integer"),
    }


@pytest.mark.parametrize(
    ("name", "subtype"), [("int4range", "integer"), ("int4multirange", "int4range")]
)
def test_a_range_knows_what_it_goes_over(session: Connection, name: str, subtype: str) -> None:
    found = _type(session, name)
    assert read_catalog(session, [found.oid], []).types[found.subtype].display == subtype


def test_the_types_of_the_columns_of_relations_are_read_too(session: Connection) -> None:
    session.execute("CREATE DOMAIN short AS text")
    session.execute("CREATE TABLE items (title short)")
    row = session.execute("SELECT 'items'::regclass::oid::integer").fetchone()
    assert row is not None
    names = {found.display for found in read_catalog(session, [], [row[0]]).types.values()}
    assert {"short", "text"} <= names
