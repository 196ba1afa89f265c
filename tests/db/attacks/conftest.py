"""Whom the attacks are aimed at."""

import psycopg
import pytest

from tests.db.attacks.scene import Scene, add_scene


@pytest.fixture
def scene(connection: psycopg.Connection) -> Scene:
    """A team with something of each visibility, and a stranger."""
    return add_scene(connection)
