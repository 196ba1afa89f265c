"""``db/schema.sql`` is what the migrations make."""

import pytest
from psycopg import connect

from db.commands import schema
from quern.embedded import DEFAULT_VERSION


def test_the_schema_file_is_current(database_url: str) -> None:
    with connect(database_url) as connection:
        version = connection.info.server_version // 10000
    if version != DEFAULT_VERSION:
        pytest.skip(f"the file is written from PostgreSQL {DEFAULT_VERSION}, this is {version}")
    made = schema.dump(database_url, version=version)
    assert schema.FILE.read_text(encoding="utf-8") == made, "run just db-dump"
