from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from tests.db.rag.scene import Scene

#: A change of each table that has the column.
CHANGES: dict[str, tuple[LiteralString, LiteralString]] = {
    "datasets": ("name", "'other'"),
    "documents": ("failure_reason", "'no text'"),
    "chunks": ("embeddings", "array_fill(1, ARRAY[384])::vector"),
    "document_pipelines": ("name", "'other'"),
}


def update(
    connection: psycopg.Connection, table: str, column: str, value: LiteralString
) -> tuple[object, ...]:
    """Update all rows, and return what updated_at was and is, for one of them."""
    old = "2000-01-01+00"
    query = sql.SQL("UPDATE rag.{} SET {} = {} RETURNING updated_at > {}, updated_at = {}")
    row = connection.execute(
        query.format(
            sql.Identifier(table),
            sql.Identifier(column),
            sql.SQL(value),
            old,
            old,
        )
    ).fetchone()
    assert row is not None
    return row


@pytest.mark.parametrize("table", CHANGES)
def test_a_change_is_dated(connection: psycopg.Connection, scene: Scene, table: str) -> None:
    assert scene.team.id
    update(connection, table, "updated_at", "'2000-01-01+00'")
    assert update(connection, table, *CHANGES[table]) == (True, False)


@pytest.mark.parametrize("table", CHANGES)
def test_what_changes_nothing_is_not(
    connection: psycopg.Connection, scene: Scene, table: str
) -> None:
    assert scene.team.id
    update(connection, table, *CHANGES[table])
    update(connection, table, "updated_at", "'2000-01-01+00'")
    assert update(connection, table, *CHANGES[table]) == (False, True)
