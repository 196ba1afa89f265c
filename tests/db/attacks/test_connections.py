"""Connections that their person takes back."""

from typing import LiteralString

import psycopg
import pytest

from tests.db.acting import acting_as
from tests.db.attacks.scene import Scene, add, add_prompt

#: By table: what makes a Team connection, what links it to a prompt, what makes it private.
STATEMENTS: dict[str, tuple[LiteralString, LiteralString, LiteralString]] = {
    "api_key_connections": (
        "INSERT INTO integrations.api_key_connections"
        " (integration_id, user_id, team_id, visibility, api_key)"
        " VALUES (%s, %s, %s, 'Team', 'c') RETURNING id",
        "INSERT INTO integrations.prompt_integration"
        " (prompt_id, integration_id, api_connection_id, team_id) VALUES (%s, %s, %s, %s)",
        "UPDATE integrations.api_key_connections SET visibility = 'Private' WHERE id = %s",
    ),
    "oauth2_connections": (
        "INSERT INTO integrations.oauth2_connections"
        " (integration_id, user_id, team_id, visibility, access_token)"
        " VALUES (%s, %s, %s, 'Team', 'c') RETURNING id",
        "INSERT INTO integrations.prompt_integration"
        " (prompt_id, integration_id, oauth2_connection_id, team_id) VALUES (%s, %s, %s, %s)",
        "UPDATE integrations.oauth2_connections SET visibility = 'Private' WHERE id = %s",
    ),
}


@pytest.mark.parametrize("table", STATEMENTS)
def test_a_connection_made_private_is_not_used_by_prompts_of_others(
    connection: psycopg.Connection, scene: Scene, table: str
) -> None:
    connect, link, take_back = STATEMENTS[table]
    integration = add(
        connection,
        "INSERT INTO integrations.integrations"
        " (integration_type, name, definition, visibility, team_id, created_by)"
        " VALUES ('OpenAPI', 'i', '{}', 'Team', %s, %s) RETURNING id",
        scene.weavers,
        scene.mary,
    )
    with acting_as(connection, scene.mary):
        shared = add(connection, connect, integration, scene.mary, scene.weavers)
        connection.execute(link, [scene.prompts["Private"], integration, shared, scene.weavers])
    with acting_as(connection, scene.cora):
        hidden = add_prompt(connection, scene.weavers, scene.cora, scene.model, "Private")
        connection.execute(link, [hidden, integration, shared, scene.weavers])
    with acting_as(connection, scene.mary):
        assert connection.execute(take_back, [shared]).rowcount == 1
    rows = connection.execute("SELECT prompt_id FROM integrations.prompt_integration").fetchall()
    assert rows == [(scene.prompts["Private"],)]
