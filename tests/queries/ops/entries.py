"""Entries of the audit trail for tests; made by the owner, since no query writes it."""

from typing import Any, LiteralString

from psycopg import sql
from psycopg.types.json import Jsonb

from tests.queries.caller import Caller


def create_entry(call: Caller, **columns: Any) -> int:
    """Add an entry of the system that says nothing else but what is given; return its id."""
    values: dict[str, Any] = {
        "user_id": 0,
        "access_type": "API",
        "action": "TextGeneration",
        **columns,
    }
    insert: LiteralString = "INSERT INTO ops.audit_trail ({}) VALUES ({}) RETURNING id"
    statement = sql.SQL(insert).format(
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(map(sql.Placeholder, values)),
    )
    adapted = {
        name: Jsonb(value) if isinstance(value, dict) else value for name, value in values.items()
    }
    row = call.connection.execute(statement, adapted).fetchone()
    assert row is not None
    return int(row[0])


def forget_entries(call: Caller) -> None:
    """Delete what the making of other rows has written."""
    call.connection.execute("DELETE FROM ops.audit_trail")
