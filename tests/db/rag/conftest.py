"""What the tests of datasets start from."""

import psycopg
import pytest

from tests.db.rag.scene import Scene, add_scene


@pytest.fixture
def scene(connection: psycopg.Connection) -> Scene:
    """Two teams, and the datasets of one of them."""
    return add_scene(connection)
