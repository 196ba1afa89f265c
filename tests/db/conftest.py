"""A copy of the project, or an empty schema, for each test that needs one."""

from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

from tests.db.project_copy import ProjectCopy, copy_project


@pytest.fixture
def project(tmp_path: Path) -> ProjectCopy:
    """A copy of the project's database folder and settings."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def blank_url(databases: Databases) -> Generator[str]:
    """A database without a schema, as its owner, that many tests use after each other."""
    name = databases.empty()
    yield databases.server.owner_url(name)
    databases.drop(name)


@pytest.fixture
def blank(blank_url: str) -> Generator[psycopg.Connection]:
    """A connection, in autocommit mode, to a database with an empty schema ``app``."""
    with psycopg.connect(blank_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA app")
        yield connection
        connection.execute("DROP SCHEMA app CASCADE")
