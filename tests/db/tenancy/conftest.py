"""A database with the world in it, and what may be done there."""

from collections.abc import Generator

import psycopg
import pytest

from tests.db.tenancy.attempts import Table, Trial, read_tables
from tests.db.tenancy.oracle import Oracle
from tests.db.tenancy.world import make_world, read_rows
from tests.postgres import Databases


@pytest.fixture(scope="package")
def world(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection of the owner, in a transaction, to a database with the world in it."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), prepare_threshold=None) as connection:
        make_world(connection)
        yield connection
        connection.rollback()
    databases.drop(name)


@pytest.fixture(scope="package")
def tables(world: psycopg.Connection) -> dict[str, Table]:
    """All tables, by name."""
    return {table.name: table for table in read_tables(world)}


@pytest.fixture(scope="package")
def trial(world: psycopg.Connection, tables: dict[str, Table]) -> Trial:
    """What tries things."""
    return Trial(world, Oracle(read_rows(world, list(tables))))
