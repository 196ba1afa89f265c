"""What the tests of the generator share."""

from collections.abc import Callable, Generator, Mapping
from pathlib import Path

import psycopg
import pytest

from quern.analysis.server import open_session
from quern.connection import Connection
from quern.database import Database
from tests.postgres import Databases
from tests.quern.projects import Project, make_project


@pytest.fixture(scope="session")
def _scratch_url(databases: Databases) -> Generator[str]:
    name = databases.empty()
    yield databases.server.owner_url(name)
    databases.drop(name)


@pytest.fixture
def clean_url(_scratch_url: str) -> Generator[str]:
    """A database without a schema, emptied after each test: quicker than a new one."""
    yield _scratch_url
    with psycopg.connect(_scratch_url, autocommit=True) as connection:
        # A connection that a failed test left open would hold locks.
        connection.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() "
            "AND backend_type = 'client backend'"
        )
        connection.execute("DROP OWNED BY CURRENT_USER CASCADE")


@pytest.fixture(scope="module")
def module_url(databases: Databases) -> Generator[str]:
    """A new database without a schema that the tests of a module share."""
    name = databases.empty()
    yield databases.server.owner_url(name)
    databases.drop(name)


@pytest.fixture(scope="module")
def module_session(module_url: str) -> Generator[Connection]:
    """A connection for describing, to the database of the module."""
    with open_session(Database(module_url, "test")) as found:
        yield found


@pytest.fixture
def session(clean_url: str) -> Generator[Connection]:
    """A connection for describing, to an empty database without a schema."""
    with open_session(Database(clean_url, "test")) as found:
        yield found


@pytest.fixture
def owner(clean_url: str) -> Generator[psycopg.Connection]:
    """A connection to the same database, in autocommit mode."""
    with psycopg.connect(clean_url, autocommit=True) as found:
        yield found


@pytest.fixture
def project(tmp_path: Path, clean_url: str) -> Callable[[str, Mapping[str, str]], Project]:
    """Makes a project: SQL of the schema, and the text of each query file by its name."""

    def make(schema: str, queries: Mapping[str, str]) -> Project:
        made = make_project(tmp_path / "project", clean_url, queries)
        if schema:
            made.execute(schema)
        return made

    return make
