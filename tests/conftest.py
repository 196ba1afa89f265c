"""What all tests share: a server, and databases on it."""

from collections.abc import Generator

import psycopg
import pytest

from tests import postgres
from tests.postgres import Databases


def pytest_report_header() -> str:
    """Say which Postgres the tests run on."""
    return f"postgres: {postgres.choice()}"


@pytest.fixture(scope="session")
def databases() -> Generator[Databases]:
    """The server's databases."""
    with postgres.start() as server:
        found = Databases(server)
        yield found
        found.drop_template()


@pytest.fixture
def empty_url(databases: Databases) -> Generator[str]:
    """A new database without a schema, as its owner."""
    name = databases.empty()
    yield databases.server.owner_url(name)
    databases.drop(name)


@pytest.fixture
def database_url(databases: Databases) -> Generator[str]:
    """A new database with the project's schema, as its owner."""
    name = databases.migrated()
    yield databases.server.owner_url(name)
    databases.drop(name)


@pytest.fixture
def connection(database_url: str) -> Generator[psycopg.Connection]:
    """A connection to a new database with the project's schema, in autocommit mode."""
    with psycopg.connect(database_url, autocommit=True) as found:
        yield found
