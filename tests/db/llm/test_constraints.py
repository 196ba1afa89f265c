import psycopg
import pytest
from psycopg import errors, sql

from tests.db.llm.scene import Scene
from tests.db.rows import add, insert


def refused(connection: psycopg.Connection, table: str, **values: object) -> str | None:
    """Return the name of the constraint that refuses a row."""
    with pytest.raises(errors.IntegrityError) as caught:
        insert(connection, table, **values)
    return caught.value.diag.constraint_name


# what is part of something cannot be part of what another team or person has


@pytest.mark.parametrize(("team", "user"), [("weavers", "bob"), ("spinners", "cyd")])
def test_a_chat_is_in_a_conversation_of_the_same_person_and_team(
    connection: psycopg.Connection, scene: Scene, team: str, user: str
) -> None:
    whose = {"team_id": getattr(scene, team), "user_id": getattr(scene, user)}
    values = {**scene.of_ada.turn(scene.prompt), **whose}
    assert refused(connection, "llm.chats", **values) == "chats_conversation_id_fkey"


def test_an_attachment_is_of_the_same_team(connection: psycopg.Connection, scene: Scene) -> None:
    table = "llm.chats_attachments"
    foreign = add(connection, "storage.objects", team_id=scene.spinners, created_by=scene.cyd)
    own = add(connection, "storage.objects", team_id=scene.weavers, created_by=scene.ada)
    there = {**scene.of_ada.whose, "chat_id": scene.of_ada.chat}
    elsewhere = {**there, **scene.of_cyd.whose, "object_id": foreign}
    by_object = refused(connection, table, **there, object_id=foreign)
    assert by_object == "chats_attachments_object_id_fkey"
    assert refused(connection, table, **elsewhere) == "chats_attachments_chat_id_fkey"
    insert(connection, table, **there, object_id=own)
    assert refused(connection, table, **there, object_id=own) == "chats_attachments_pkey"


def test_a_flag_is_on_a_chat_of_the_same_person(
    connection: psycopg.Connection, scene: Scene
) -> None:
    values = {**scene.of_bob.whose, "chat_id": scene.of_ada.chat}
    assert refused(connection, "llm.prompt_flags", **values) == "prompt_flags_chat_id_fkey"


def test_a_message_is_of_the_person_of_its_key(
    connection: psycopg.Connection, scene: Scene
) -> None:
    values = {**scene.of_bob.whose, "api_key_id": scene.key}
    assert refused(connection, "llm.api_chats", **values) == "api_chats_api_key_id_fkey"


def test_a_chat_names_a_run_of_its_own_team(connection: psycopg.Connection, scene: Scene) -> None:
    of_prompt = {"team_id": scene.spinners, "prompt_id": scene.prompt_of_spinners}
    run = add(connection, "automation.automation_runs", **of_prompt)
    values = {**scene.of_ada.turn(scene.prompt), "automation_run_id": run}
    assert refused(connection, "llm.chats", **values) == "chats_automation_run_id_fkey"


# measurements


def test_a_measurement_names_a_chat_or_a_key(connection: psycopg.Connection, scene: Scene) -> None:
    table = "llm.token_usage_metrics"
    owner = scene.of_ada.whose
    both = {"chat_id": scene.of_ada.chat, "api_key_id": scene.key}
    assert refused(connection, table, **owner, **both) == "check_exclusive_reference"
    assert refused(connection, table, **owner) == "check_exclusive_reference"


def test_a_measurement_is_of_the_person_of_its_chat_or_key(
    connection: psycopg.Connection, scene: Scene
) -> None:
    table = "llm.token_usage_metrics"
    owner = scene.of_ada.whose
    by_chat = refused(connection, table, **owner, chat_id=scene.of_bob.chat)
    assert by_chat == "token_usage_metrics_chat_id_fkey"
    by_key = refused(connection, table, **owner, api_key_id=scene.key_of_cyd)
    assert by_key == "token_usage_metrics_api_key_id_fkey"


@pytest.mark.parametrize("column", ["tokens", "duration_ms"])
def test_a_measurement_is_never_negative(
    connection: psycopg.Connection, scene: Scene, column: str
) -> None:
    add(connection, "llm.token_usage_metrics", **scene.of_ada.whose, api_key_id=scene.key)
    update = sql.SQL("UPDATE llm.token_usage_metrics SET {} = -1").format(sql.Identifier(column))
    with pytest.raises(errors.CheckViolation) as caught:
        connection.execute(update)
    assert caught.value.diag.constraint_name == f"token_usage_metrics_{column}_check"


# what goes with what


def test_a_deleted_conversation_takes_along_what_is_part_of_it(
    connection: psycopg.Connection, scene: Scene
) -> None:
    ada = scene.of_ada
    of_chat = {**ada.whose, "chat_id": ada.chat}
    add(connection, "llm.token_usage_metrics", **of_chat)
    attached = add(connection, "storage.objects", team_id=ada.team, created_by=ada.user)
    insert(connection, "llm.chats_attachments", **of_chat, object_id=attached)
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
    of_prompt = {"team_id": scene.weavers, "prompt_id": scene.prompt}
    run = add(connection, "automation.automation_runs", **of_prompt)
    connection.execute(
        "UPDATE llm.chats SET automation_run_id = %s WHERE id = %s", [run, scene.of_ada.chat]
    )
    connection.execute("DELETE FROM iam.teams WHERE id = %s", [scene.weavers])
    rows = connection.execute("SELECT id FROM llm.chats").fetchall()
    assert rows == [(scene.of_cyd.chat,)]


def test_a_deleted_project_leaves_its_conversations(
    connection: psycopg.Connection, scene: Scene
) -> None:
    by_ada = {"team_id": scene.weavers, "created_by": scene.ada}
    dataset = add(connection, "rag.datasets", **by_ada, embeddings_model_id=scene.model)
    project = add(connection, "assistants.projects", **by_ada, dataset_id=dataset)
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
    found = refused(connection, "llm.usage_stats", **{column: -1})
    assert found == f"usage_stats_{column}_check"


def test_usage_adds_up(connection: psycopg.Connection) -> None:
    row = connection.execute(
        "INSERT INTO llm.usage_stats (provider, model, auth_id, date, input_tokens,"
        " output_tokens, reasoning_tokens, cached_tokens)"
        " VALUES ('p', 'm', 'a', '2026-11-20', 1, 20, 300, 4000) RETURNING total_tokens"
    ).fetchone()
    assert row == (4321,)


def test_a_day_of_a_model_has_one_row(connection: psycopg.Connection) -> None:
    insert(connection, "llm.usage_stats")
    found = refused(connection, "llm.usage_stats")
    assert found == "usage_stats_provider_model_auth_id_date_key"


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
    whose = scene.of_ada.whose
    add(connection, "llm.api_chats", **whose, api_key_id=scene.key, updated_at="2026-01-01")
    same = connection.execute("UPDATE llm.api_chats SET role = role RETURNING updated_at < now()")
    assert same.fetchone() == (True,)
    changed = connection.execute(
        "UPDATE llm.api_chats SET status = 'Error' RETURNING updated_at = now()"
    )
    assert changed.fetchone() == (True,)


def test_updated_at_of_usage_moves_with_a_change_only(connection: psycopg.Connection) -> None:
    insert(connection, "llm.usage_stats", updated_at="2026-01-01")
    same = connection.execute(
        "UPDATE llm.usage_stats SET input_tokens = input_tokens RETURNING updated_at < now()"
    )
    assert same.fetchone() == (True,)
    changed = connection.execute(
        "UPDATE llm.usage_stats SET input_tokens = 5 RETURNING updated_at = now(), total_tokens"
    )
    assert changed.fetchone() == (True, 5)
