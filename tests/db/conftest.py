"""A copy of the project, an empty schema, or the project's own, for each test that needs one."""

from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

from tests.db.project_copy import ProjectCopy, copy_project
from tests.emptying import Original
from tests.postgres import Databases

#: Changes with each change of a schema. Sequences and statistics change without one.
_SCHEMA = """
SELECT array_agg(part ORDER BY part)
FROM (
    SELECT 'class ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_class
    WHERE relkind <> 'S' AND NOT relispartition
    UNION ALL SELECT 'attribute ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_attribute
    UNION ALL SELECT 'constraint ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_constraint
    UNION ALL SELECT 'index ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_index
    UNION ALL SELECT 'policy ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_policy
    UNION ALL SELECT 'proc ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_proc
    UNION ALL SELECT 'trigger ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_trigger
    UNION ALL SELECT 'type ' || count(*) || ' ' || max(xmin::text::bigint) FROM pg_type
) AS parts (part)
"""


class Shared:
    """A database with the project's schema that tests use after each other.

    Its rows are brought back after each test; when a test changed the schema, a new one is made. A
    copy for each test takes fifty times as long.
    """

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._open()

    def _open(self) -> None:
        self._name = self._databases.migrated()
        self.url = self._databases.server.owner_url(self._name)
        self._administrator = self._databases.server.administrator(self._name)
        # Rather than wait for a session that a test forgot.
        self._administrator.execute("SET lock_timeout = '5s'")
        self._original = Original(self._administrator)
        self._schema = self._schema_now()

    def close(self) -> None:
        """Drop the database."""
        self._administrator.close()
        self._databases.drop(self._name)

    def restore(self) -> None:
        """Bring the database back to what the migrations make of it."""
        if self._schema_now() == self._schema:
            self._original.restore()
        else:
            self.close()
            self._open()

    def _schema_now(self) -> object:
        return self._administrator.execute(_SCHEMA).fetchone()


@pytest.fixture(scope="session")
def shared(databases: Databases) -> Generator[Shared]:
    """The database of the tests that do not ask for one of their own."""
    found = Shared(databases)
    yield found
    found.close()


@pytest.fixture
def connection(request: pytest.FixtureRequest) -> Generator[psycopg.Connection]:
    """A connection to a database with the project's schema and its seed rows, in autocommit.

    To that of ``database_url``, where a test asks for both.
    """
    if "database_url" in request.fixturenames:
        with psycopg.connect(request.getfixturevalue("database_url"), autocommit=True) as found:
            yield found
        return
    shared: Shared = request.getfixturevalue("shared")
    with psycopg.connect(shared.url, autocommit=True) as found:
        yield found
    shared.restore()


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
