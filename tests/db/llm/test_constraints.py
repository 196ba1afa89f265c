from typing import LiteralString

import psycopg
import pytest
from psycopg import errors, sql

from tests.db.llm.scene import Scene, add, add_key, add_object


def refused(
    connection: psycopg.Connection, statement: LiteralString, *values: object
) -> str | None:
    """Return the name of the constraint that refuses a statement."""
    with pytest.raises(errors.IntegrityError) as caught:
        connection.execute(statement, values)
    return caught.value.diag.constraint_name


# what is part of something cannot be part of what another team or person has


@pytest.mark.parametrize(("team", "user"), [("weavers", "bob"), ("spinners", "cyd")])
def test_a_chat_is_in_a_conversation_of_the_same_person_and_team(
    connection: psycopg.Connection, scene: Scene, team: str, user: str
) -> None:
    insert: LiteralString = (
        "INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id)"
        " VALUES (%s, %s, %s, %s)"
    )
    values = getattr(scene, team), getattr(scene, user), scene.of_ada.id, scene.prompt
    assert refused(connection, insert, *values) == "chats_conversation_id_fkey"


def test_an_attachment_is_of_the_same_team(connection: psycopg.Connection, scene: Scene) -> None:
    insert: LiteralString = (
        "INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)"
        " VALUES (%s, %s, %s, %s)"
    )
    foreign = add_object(connection, scene.spinners, scene.cyd)
    own = add_object(connection, scene.weavers, scene.ada)
    there = scene.weavers, scene.ada, scene.of_ada.chat
    assert refused(connection, insert, *there, foreign) == "chats_attachments_object_id_fkey"
    elsewhere = scene.spinners, scene.cyd, scene.of_ada.chat
    assert refused(connection, insert, *elsewhere, foreign) == "chats_attachments_chat_id_fkey"
    connection.execute(insert, [*there, own])
    assert refused(connection, insert, *there, own) == "chats_attachments_pkey"


def test_a_flag_is_on_a_chat_of_the_same_person(
    connection: psycopg.Connection, scene: Scene
) -> None:
    insert: LiteralString = (
        "INSERT INTO llm.prompt_flags (team_id, user_id, chat_id, flag_type)"
        " VALUES (%s, %s, %s, 'S1')"
    )
    values = scene.weavers, scene.bob, scene.of_ada.chat
    assert refused(connection, insert, *values) == "prompt_flags_chat_id_fkey"


def test_a_message_is_of_the_person_of_its_key(
    connection: psycopg.Connection, scene: Scene
) -> None:
    insert: LiteralString = (
        "INSERT INTO llm.api_chats (team_id, user_id, api_key_id) VALUES (%s, %s, %s)"
    )
    values = scene.weavers, scene.bob, scene.key
    assert refused(connection, insert, *values) == "api_chats_api_key_id_fkey"


def test_a_chat_names_a_run_of_its_own_team(connection: psycopg.Connection, scene: Scene) -> None:
    run = add(
        connection,
        "INSERT INTO automation.automation_runs (team_id, prompt_id) VALUES (%s, %s) RETURNING id",
        scene.spinners,
        scene.prompt_of_spinners,
    )
    update: LiteralString = "UPDATE llm.chats SET automation_run_id = %s WHERE id = %s"
    values = run, scene.of_ada.chat
    assert refused(connection, update, *values) == "chats_automation_run_id_fkey"


# measurements


METRIC: LiteralString = (
    "INSERT INTO llm.token_usage_metrics (team_id, user_id, chat_id, api_key_id, type, tokens)"
    " VALUES (%s, %s, %s, %s, 'Prompt', 1)"
)


def test_a_measurement_names_a_chat_or_a_key(connection: psycopg.Connection, scene: Scene) -> None:
    owner = scene.weavers, scene.ada
    both = scene.of_ada.chat, scene.key
    assert refused(connection, METRIC, *owner, *both) == "check_exclusive_reference"
    assert refused(connection, METRIC, *owner, None, None) == "check_exclusive_reference"


def test_a_measurement_is_of_the_person_of_its_chat_or_key(
    connection: psycopg.Connection, scene: Scene
) -> None:
    chat = scene.weavers, scene.ada, scene.of_bob.chat, None
    assert refused(connection, METRIC, *chat) == "token_usage_metrics_chat_id_fkey"
    key = scene.weavers, scene.ada, None, scene.key_of_cyd
    assert refused(connection, METRIC, *key) == "token_usage_metrics_api_key_id_fkey"


@pytest.mark.parametrize("column", ["tokens", "duration_ms"])
def test_a_measurement_is_never_negative(
    connection: psycopg.Connection, scene: Scene, column: str
) -> None:
    connection.execute(METRIC, [scene.weavers, scene.ada, None, scene.key])
    update = sql.SQL("UPDATE llm.token_usage_metrics SET {} = -1").format(sql.Identifier(column))
    with pytest.raises(errors.CheckViolation) as caught:
        connection.execute(update)
    assert caught.value.diag.constraint_name == f"token_usage_metrics_{column}_check"


# what goes with what


def test_a_deleted_conversation_takes_along_what_is_part_of_it(
    connection: psycopg.Connection, scene: Scene
) -> None:
    ada = scene.of_ada
    connection.execute(METRIC, [ada.team, ada.user, ada.chat, None])
    connection.execute(
        "INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)"
        " VALUES (%s, %s, %s, %s)",
        [ada.team, ada.user, ada.chat, add_object(connection, ada.team, ada.user)],
    )
    connection.execute("DELETE FROM llm.conversations WHERE id = %s", [ada.id])
    left = connection.execute(
        "SELECT (SELECT count(*) FROM llm.chats WHERE user_id = %(ada)s),"
        " (SELECT count(*) FROM llm.chats_attachments),"
        " (SELECT count(*) FROM llm.token_usage_metrics)",
        {"ada": scene.ada},
    ).fetchone()
    assert left == (0, 0, 0)


def test_a_team_with_chats_of_automations_can_be_deleted(
    connection: psycopg.Connection, scene: Scene
) -> None:
    run = add(
        connection,
        "INSERT INTO automation.automation_runs (team_id, prompt_id) VALUES (%s, %s) RETURNING id",
        scene.weavers,
        scene.prompt,
    )
    connection.execute(
        "UPDATE llm.chats SET automation_run_id = %s WHERE id = %s", [run, scene.of_ada.chat]
    )
    connection.execute("DELETE FROM iam.teams WHERE id = %s", [scene.weavers])
    rows = connection.execute("SELECT id FROM llm.chats").fetchall()
    assert rows == [(scene.of_cyd.chat,)]


def test_a_deleted_project_leaves_its_conversations(
    connection: psycopg.Connection, scene: Scene
) -> None:
    dataset = add(
        connection,
        "INSERT INTO rag.datasets (team_id, created_by, embeddings_model_id, visibility, name,"
        " chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections)"
        " VALUES (%s, %s, %s, 'Team', 'd', 'ByTitle', 500, 1000, true) RETURNING id",
        scene.weavers,
        scene.ada,
        scene.model,
    )
    project = add(
        connection,
        "INSERT INTO assistants.projects (team_id, created_by, dataset_id, name, visibility)"
        " VALUES (%s, %s, %s, 'p', 'Team') RETURNING id",
        scene.weavers,
        scene.ada,
        dataset,
    )
    connection.execute(
        "UPDATE llm.conversations SET project_id = %s WHERE id = %s", [project, scene.of_ada.id]
    )
    connection.execute("DELETE FROM assistants.projects WHERE id = %s", [project])
    row = connection.execute(
        "SELECT project_id FROM llm.conversations WHERE id = %s", [scene.of_ada.id]
    ).fetchone()
    assert row == (None,)


# values


NEGATIVE = [
    "request_count",
    "input_tokens",
    "output_tokens",
    "reasoning_tokens",
    "cached_tokens",
    "success_count",
    "error_count",
]


@pytest.mark.parametrize("column", NEGATIVE)
def test_usage_is_never_negative(connection: psycopg.Connection, column: str) -> None:
    insert = sql.SQL(
        "INSERT INTO llm.usage_stats (provider, model, auth_id, date, {})"
        " VALUES ('p', 'm', 'a', '2026-11-20', -1)"
    ).format(sql.Identifier(column))
    with pytest.raises(errors.CheckViolation) as caught:
        connection.execute(insert)
    assert caught.value.diag.constraint_name == f"usage_stats_{column}_check"


def test_usage_adds_up(connection: psycopg.Connection) -> None:
    row = connection.execute(
        "INSERT INTO llm.usage_stats (provider, model, auth_id, date, input_tokens,"
        " output_tokens, reasoning_tokens, cached_tokens)"
        " VALUES ('p', 'm', 'a', '2026-11-20', 1, 20, 300, 4000) RETURNING total_tokens"
    ).fetchone()
    assert row == (4321,)


def test_a_day_of_a_model_has_one_row(connection: psycopg.Connection) -> None:
    insert: LiteralString = (
        "INSERT INTO llm.usage_stats (provider, model, auth_id, date)"
        " VALUES ('p', 'm', 'a', '2026-11-20')"
    )
    connection.execute(insert)
    assert refused(connection, insert) == "usage_stats_provider_model_auth_id_date_key"


# time of change


def test_updated_at_of_chats_moves_with_a_change_only(
    connection: psycopg.Connection, scene: Scene
) -> None:
    chat = [scene.of_ada.chat]
    connection.execute("UPDATE llm.chats SET updated_at = '2026-01-01' WHERE id = %s", chat)
    same = connection.execute(
        "UPDATE llm.chats SET status = status WHERE id = %s RETURNING updated_at < now()", chat
    )
    assert same.fetchone() == (True,)
    changed = connection.execute(
        "UPDATE llm.chats SET status = 'Success' WHERE id = %s RETURNING updated_at = now()", chat
    )
    assert changed.fetchone() == (True,)


def test_updated_at_of_messages_moves_with_a_change_only(
    connection: psycopg.Connection, scene: Scene
) -> None:
    key = add_key(connection, scene.weavers, scene.ada)
    connection.execute(
        "INSERT INTO llm.api_chats (team_id, user_id, api_key_id, updated_at)"
        " VALUES (%s, %s, %s, '2026-01-01')",
        [scene.weavers, scene.ada, key],
    )
    same = connection.execute("UPDATE llm.api_chats SET role = role RETURNING updated_at < now()")
    assert same.fetchone() == (True,)
    changed = connection.execute(
        "UPDATE llm.api_chats SET status = 'Error' RETURNING updated_at = now()"
    )
    assert changed.fetchone() == (True,)


def test_updated_at_of_usage_moves_with_a_change_only(connection: psycopg.Connection) -> None:
    connection.execute(
        "INSERT INTO llm.usage_stats (provider, model, auth_id, date, updated_at)"
        " VALUES ('p', 'm', 'a', '2026-11-20', '2026-01-01')"
    )
    same = connection.execute(
        "UPDATE llm.usage_stats SET input_tokens = input_tokens RETURNING updated_at < now()"
    )
    assert same.fetchone() == (True,)
    changed = connection.execute(
        "UPDATE llm.usage_stats SET input_tokens = 5 RETURNING updated_at = now(), total_tokens"
    )
    assert changed.fetchone() == (True, 5)
