"""People and teams, for the tests of this schema."""

import psycopg
import pytest

from tests.db.assistants.scene import Cast, add_cast


@pytest.fixture
def cast(connection: psycopg.Connection) -> Cast:
    """The people and teams, in the test's database."""
    return add_cast(connection)
