"""Two teams, an administrator and a stranger, on a new database."""

import psycopg
import pytest

from tests.db.integrations.world import World, make_world


@pytest.fixture
def world(connection: psycopg.Connection) -> World:
    """People, teams and a way to add rows, on a new database."""
    return make_world(connection)
