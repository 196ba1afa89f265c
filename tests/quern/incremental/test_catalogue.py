"""The hash of the catalogue: changed by what the analysis may see, and by nothing else."""

import re
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

from quern import analysis
from quern.database import Database
from quern.errors import DatabaseError
from quern.incremental.catalogue import catalogue_query, read_catalogue_hash

SCHEMA = """
CREATE SCHEMA shop;
CREATE TYPE shop.colour AS ENUM ('red', 'green');
CREATE DOMAIN shop.amount AS integer;
CREATE TABLE shop.items (id integer PRIMARY KEY, title text NOT NULL, colour shop.colour);
CREATE TABLE shop.orders (item_id integer NOT NULL, number integer);
CREATE VIEW shop.titles AS SELECT title FROM shop.items;
CREATE FUNCTION shop.one() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
INSERT INTO shop.items VALUES (1, 'one');
"""


@pytest.fixture(scope="module")
def shop(module_url: str) -> Generator[psycopg.Connection]:
    """A connection to a database with a bit of everything."""
    with psycopg.connect(module_url, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
        yield connection


def _changes(connection: psycopg.Connection, url: str, statement: str) -> bool:
    before = read_catalogue_hash(Database(url, "test"))
    connection.execute(statement.encode())
    return read_catalogue_hash(Database(url, "test")) != before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE shop.others (id integer)",
        "ALTER TABLE shop.items ALTER COLUMN title DROP NOT NULL",
        "ALTER TABLE shop.items ADD COLUMN price numeric",
        "ALTER TABLE shop.items RENAME COLUMN price TO cost",
        "ALTER TABLE shop.items ADD CHECK (cost > 0)",
        "ALTER TABLE shop.orders ADD FOREIGN KEY (item_id) REFERENCES shop.items",
        "ALTER TABLE shop.items ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE shop.orders SET UNLOGGED",
        "CREATE POLICY p ON shop.items USING (true)",
        "CREATE UNIQUE INDEX ON shop.items (title)",
        "CREATE OR REPLACE VIEW shop.titles AS SELECT title FROM shop.items WHERE id > 0",
        "CREATE OR REPLACE FUNCTION shop.one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2'",
        "ALTER FUNCTION shop.one() VOLATILE",
        "CREATE RULE r AS ON DELETE TO shop.orders DO INSTEAD NOTHING",
        "ALTER TYPE shop.colour ADD VALUE 'blue'",
        "ALTER DOMAIN shop.amount SET NOT NULL",
        "COMMENT ON COLUMN shop.items.title IS 'what it is called'",
        "REVOKE ALL ON shop.items FROM CURRENT_USER",
        "DROP TABLE shop.orders",
    ],
)
def test_a_change_of_the_schema_changes_it(
    shop: psycopg.Connection, module_url: str, statement: str
) -> None:
    assert _changes(shop, module_url, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT 1",
        "CREATE TABLE passing (); DROP TABLE passing",
        "INSERT INTO shop.orders SELECT n FROM generate_series(1, 1000) AS n",
        "ANALYZE shop.orders",
        "VACUUM FREEZE shop.orders",
    ],
)
def test_what_is_no_change_of_the_schema_leaves_it(
    session_shop: psycopg.Connection, clean_url: str, statement: str
) -> None:
    assert not _changes(session_shop, clean_url, statement)


@pytest.fixture
def session_shop(owner: psycopg.Connection) -> psycopg.Connection:
    """A connection to another such database."""
    owner.execute(SCHEMA.encode())
    return owner


def test_it_covers_every_catalogue_that_the_analysis_reads() -> None:
    read: set[str] = set()
    for file in Path(analysis.__file__).parent.rglob("*.py"):
        read |= set(re.findall(r"(?:FROM|JOIN) pg_catalog\.(pg_\w+)", file.read_text("utf-8")))
    covered = set(re.findall(r"FROM pg_catalog\.(pg_\w+)", catalogue_query()))
    assert "pg_class" in read
    assert sorted(read - covered) == []


def test_another_search_path_changes_it(clean_url: str) -> None:
    before = read_catalogue_hash(Database(clean_url, "test"))
    url = f"{clean_url}&options=-csearch_path%3Dpg_catalog"
    assert read_catalogue_hash(Database(url, "test")) != before


def test_a_database_that_does_not_answer_is_an_error() -> None:
    with pytest.raises(DatabaseError, match="does not answer"):
        read_catalogue_hash(Database("postgres://127.0.0.1:1/nothing", "test"))
