"""What the tests of objects start from."""

import psycopg
import pytest

from tests.db.storage.people import Scene, add_scene


@pytest.fixture
def scene(connection: psycopg.Connection) -> Scene:
    """People of two teams and an object of one of them."""
    return add_scene(connection)
