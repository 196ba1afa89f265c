from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

#: What adds a row long ago, by table.
INSERTS: dict[str, LiteralString] = {
    "models": "(model_type, name, base_url, context_size, updated_at) VALUES ('LLM', 'm', 'u', 0,",
    "providers": "(name, svg_logo, base_url, updated_at) VALUES ('n', 's', 'u',",
    "channels": "(name, channel_type, updated_at) VALUES ('n', 'openai',",
    "protocol_configs": "(channel_type, api_version, updated_at) VALUES ('openai', 'v1',",
}


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        ("models", "name"),
        ("providers", "name"),
        ("channels", "name"),
        ("protocol_configs", "chat_endpoint"),
    ],
)
def test_a_change_is_noted_and_none_is_not(
    undone: psycopg.Connection, table: str, changed: str
) -> None:
    name = sql.Identifier("model_registry", table)
    insert = sql.SQL("INSERT INTO {} " + INSERTS[table] + " '2001-01-01') RETURNING id")
    row = undone.execute(insert.format(name)).fetchone()
    assert row is not None

    def is_noted_after(value: sql.Composable) -> bool:
        update = sql.SQL("UPDATE {} SET {} = {} WHERE id = %s RETURNING updated_at = now()")
        found = undone.execute(update.format(name, sql.Identifier(changed), value), row)
        return found.fetchone() == (True,)

    assert not is_noted_after(sql.Identifier(changed))
    assert is_noted_after(sql.Literal("another"))
