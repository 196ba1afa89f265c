"""One database for the tests that a rollback cleans up after."""

from collections.abc import Generator

import psycopg
import pytest

from tests.postgres import Databases


@pytest.fixture(scope="module")
def shared_connection(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection to a database of the module's tests, as its owner."""
    name = databases.migrated()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as found:
        yield found
    databases.drop(name)


@pytest.fixture
def undone(shared_connection: psycopg.Connection) -> Generator[psycopg.Connection]:
    """The module's connection in a transaction that is rolled back; an error ends it early."""
    with shared_connection.transaction(force_rollback=True):
        yield shared_connection
