"""The database of the hand-written cases, made once for all tests."""

from collections.abc import Generator

import psycopg
import pytest

from tests.postgres import Databases
from tests.quern.analysis.cardinality.schema import SCHEMA


@pytest.fixture(scope="package")
def cases_url(databases: Databases) -> Generator[str]:
    """A database with the schema of the cases."""
    name = databases.empty()
    found = databases.server.owner_url(name)
    with psycopg.connect(found, autocommit=True) as connection:
        connection.execute(SCHEMA.encode())
    yield found
    databases.drop(name)
