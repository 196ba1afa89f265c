import psycopg
import pytest
from psycopg import sql

from tests.db.rows import add


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
    row = add(undone, f"model_registry.{table}", updated_at="2001-01-01")

    def is_noted_after(value: sql.Composable) -> bool:
        update = sql.SQL("UPDATE {} SET {} = {} WHERE id = %s RETURNING updated_at = now()")
        found = undone.execute(update.format(name, sql.Identifier(changed), value), [row])
        return found.fetchone() == (True,)

    assert not is_noted_after(sql.Identifier(changed))
    assert is_noted_after(sql.Literal("another"))
