"""Connections that their person takes back."""

import psycopg
import pytest
from psycopg import sql

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene
from tests.db.rows import add, insert

#: By table, the column by which a prompt's integration names a connection.
COLUMNS = {
    "api_key_connections": "api_connection_id",
    "oauth2_connections": "oauth2_connection_id",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_a_connection_made_private_is_not_used_by_prompts_of_others(
    connection: psycopg.Connection, scene: Scene, table: str
) -> None:
    by_mary = {"team_id": scene.weavers, "created_by": scene.mary}
    by_cora = {"team_id": scene.weavers, "created_by": scene.cora}
    integration = add(connection, "integrations.integrations", **by_mary)
    with acting_as(connection, scene.mary):
        connected = {"team_id": scene.weavers, "integration_id": integration}
        shared = add(connection, f"integrations.{table}", **connected, user_id=scene.mary)
        linked = {**connected, COLUMNS[table]: shared}
        own = scene.prompts["Private"]
        insert(connection, "integrations.prompt_integration", **linked, prompt_id=own)
    with acting_as(connection, scene.cora):
        private = {**by_cora, "model_id": scene.model, "visibility": "Private"}
        hidden = add(connection, "assistants.prompts", **private)
        insert(connection, "integrations.prompt_integration", **linked, prompt_id=hidden)
    with acting_as(connection, scene.mary):
        take_back = sql.SQL("UPDATE integrations.{} SET visibility = 'Private' WHERE id = %s")
        changed = connection.execute(take_back.format(sql.Identifier(table)), [shared])
        assert changed.rowcount == 1
    rows = connection.execute("SELECT prompt_id FROM integrations.prompt_integration").fetchall()
    assert rows == [(own,)]
