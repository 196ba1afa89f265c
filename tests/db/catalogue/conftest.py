"""One database for all tests of the catalogue: they read it, or roll back what they change."""

from collections.abc import Generator

import psycopg
import pytest

from tests.db.catalogue.facts import Table
from tests.db.catalogue.reading import read_enums, read_tables
from tests.postgres import Databases


@pytest.fixture(scope="package")
def administrator(databases: Databases) -> Generator[psycopg.Connection]:
    """A connection as the server's administrator to a database with the project's schema."""
    name = databases.migrated()
    with databases.server.administrator(name) as connection:
        yield connection
    databases.drop(name)


@pytest.fixture(scope="package")
def tables(administrator: psycopg.Connection) -> dict[str, Table]:
    """The tables there are, by name with schema."""
    return read_tables(administrator)


@pytest.fixture(scope="package")
def enums(administrator: psycopg.Connection) -> dict[str, list[str]]:
    """The enum types there are, by name with schema."""
    return read_enums(administrator)
