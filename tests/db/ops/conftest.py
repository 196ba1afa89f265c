"""A team to watch."""

import psycopg
import pytest

from tests.db.ops.weavers import Weavers, add_weavers


@pytest.fixture
def weavers(connection: psycopg.Connection) -> Weavers:
    """A team that has everything, and an audit trail without entries."""
    return add_weavers(connection)
