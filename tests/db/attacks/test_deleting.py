"""Deleting one's own thing, and with it what hangs on it of others."""

import psycopg
import pytest
from psycopg import errors

from tests.db.attacks.scene import Scene, add_chat
from tests.db.attacks.trying import refusal

DELETE_PROMPT = "DELETE FROM assistants.prompts WHERE id = %s"


def chats(connection: psycopg.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM llm.chats").fetchone()
    assert row is not None
    return int(row[0])


def test_an_assistant_that_another_team_talks_to_is_kept(
    connection: psycopg.Connection, scene: Scene
) -> None:
    shared = scene.prompts["Company"]
    add_chat(connection, scene.spinners, scene.stan, shared, "User")
    found = refusal(connection, scene.mary, DELETE_PROMPT, [shared])
    assert isinstance(found, errors.RestrictViolation)
    assert found.diag.constraint_name == "used_by_other_teams"
    assert chats(connection) == 1


def test_so_is_one_that_another_team_has_a_key_for(
    connection: psycopg.Connection, scene: Scene
) -> None:
    shared = scene.prompts["Company"]
    connection.execute(
        "INSERT INTO iam.api_keys (user_id, team_id, prompt_id, name, api_key)"
        " VALUES (%s, %s, %s, 'k', repeat('e', 64))",
        [scene.stan, scene.spinners, shared],
    )
    found = refusal(connection, scene.mary, DELETE_PROMPT, [shared])
    assert isinstance(found, errors.RestrictViolation)


def test_one_that_only_its_team_talks_to_goes_with_its_chats(
    connection: psycopg.Connection, scene: Scene
) -> None:
    shared = scene.prompts["Company"]
    add_chat(connection, scene.weavers, scene.cora, shared, "User")
    assert refusal(connection, scene.mary, DELETE_PROMPT, [shared]) is None
    assert chats(connection) == 0


def test_a_team_is_deleted_though_others_talk_to_its_assistant(
    connection: psycopg.Connection, scene: Scene
) -> None:
    add_chat(connection, scene.spinners, scene.stan, scene.prompts["Company"], "User")
    delete = "DELETE FROM iam.teams WHERE id = %s"
    assert refusal(connection, scene.mary, delete, [scene.weavers]) is None
    assert chats(connection) == 0


@pytest.mark.parametrize(
    ("table", "secret"),
    [("api_key_connections", "api_key"), ("oauth2_connections", "access_token")],
)
def test_an_integration_that_another_team_is_connected_to_is_kept(
    connection: psycopg.Connection, scene: Scene, table: str, secret: str
) -> None:
    row = connection.execute(
        "INSERT INTO integrations.integrations"
        " (integration_type, name, visibility, team_id, created_by)"
        " VALUES ('OpenAPI', 'i', 'Company', %s, %s) RETURNING id",
        [scene.weavers, scene.mary],
    ).fetchone()
    assert row is not None
    connection.execute(
        f"INSERT INTO integrations.{table} (integration_id, user_id, team_id, visibility, {secret})"  # noqa: S608
        " VALUES (%s, %s, %s, 'Team', 'x')".encode(),
        [row[0], scene.stan, scene.spinners],
    )
    delete = "DELETE FROM integrations.integrations WHERE id = %s"
    found = refusal(connection, scene.mary, delete, [row[0]])
    assert isinstance(found, errors.RestrictViolation)
    assert found.diag.constraint_name == "used_by_other_teams"
    connection.execute("DELETE FROM iam.teams WHERE id = %s", [scene.spinners])
    assert refusal(connection, scene.mary, delete, [row[0]]) is None
