import psycopg
import pytest

from tests.db.llm.scene import Scene, build


@pytest.fixture
def scene(connection: psycopg.Connection) -> Scene:
    """Two teams with conversations, on the connection of the test."""
    return build(connection)
