"""Tokens of the last minute, as different people see them."""

import psycopg
import pytest
from psycopg import sql

from tests.db.acting import Role, acting_as
from tests.db.llm.scene import Scene
from tests.db.rows import add, insert

Totals = set[tuple[int, int, int, int]]


def spend(
    connection: psycopg.Connection,
    team: int,
    user: int,
    kind: str,
    tokens: int,
    *,
    chat: int | None = None,
    key: int | None = None,
    seconds_ago: int = 0,
) -> None:
    insert(
        connection,
        "llm.token_usage_metrics",
        team_id=team,
        user_id=user,
        chat_id=chat,
        api_key_id=key,
        type=kind,
        tokens=tokens,
        created_at=sql.SQL("now() - make_interval(secs => {})").format(seconds_ago),
    )


def totals(connection: psycopg.Connection) -> Totals:
    return set(
        connection.execute(
            "SELECT model_id, user_id, tpm_sent, tpm_recv FROM llm.inference_metrics"
        )
    )


@pytest.fixture
def spent(connection: psycopg.Connection, scene: Scene) -> Scene:
    """Ada by a chat and by a key, Bob and Cyd by a chat, and some that does not count."""
    s = scene
    spend(connection, s.weavers, s.ada, "Prompt", 10, chat=s.of_ada.chat)
    spend(connection, s.weavers, s.ada, "Completion", 200, chat=s.of_ada.chat)
    spend(connection, s.weavers, s.ada, "Prompt", 3, key=s.key)
    spend(connection, s.weavers, s.bob, "Prompt", 5, chat=s.of_bob.chat)
    spend(connection, s.spinners, s.cyd, "Completion", 7, chat=s.of_cyd.chat)
    spend(connection, s.weavers, s.ada, "Prompt", 1000, chat=s.of_ada.chat, seconds_ago=61)
    without_prompt = add(connection, "iam.api_keys", **s.of_ada.whose)
    spend(connection, s.weavers, s.ada, "Prompt", 1000, key=without_prompt)
    return scene


def of_weavers(scene: Scene) -> Totals:
    return {(scene.model, scene.ada, 13, 200), (scene.model, scene.bob, 5, 0)}


def everything(scene: Scene) -> Totals:
    return of_weavers(scene) | {(scene.other_model, scene.cyd, 0, 7)}


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_members_see_their_team(connection: psycopg.Connection, spent: Scene, role: Role) -> None:
    with acting_as(connection, spent.bob, role):
        assert totals(connection) == of_weavers(spent)
    with acting_as(connection, spent.cyd, role):
        assert totals(connection) == everything(spent) - of_weavers(spent)


@pytest.mark.parametrize("role", ["application_user", "application_readonly"])
def test_administrators_see_all_though_no_chat(
    connection: psycopg.Connection, spent: Scene, role: Role
) -> None:
    with acting_as(connection, spent.root, role):
        assert totals(connection) == everything(spent)
        assert connection.execute("SELECT FROM llm.chats").fetchall() == []


def test_the_system_and_the_owner_see_all(connection: psycopg.Connection, spent: Scene) -> None:
    with acting_as(connection, None, "application_system"):
        assert totals(connection) == everything(spent)
    assert totals(connection) == everything(spent)


@pytest.mark.usefixtures("spent")
def test_nobody_sees_nothing(connection: psycopg.Connection) -> None:
    with acting_as(connection, None):
        assert totals(connection) == set()
        models = connection.execute("SELECT FROM llm.models_of_recent_usage()").fetchall()
        assert models == []


def test_members_learn_models_of_their_team_only(
    connection: psycopg.Connection, spent: Scene
) -> None:
    with acting_as(connection, spent.cyd):
        rows = connection.execute(
            "SELECT inference_type::text, model_id FROM llm.models_of_recent_usage()"
        ).fetchall()
    assert rows == [("Console", spent.other_model)]


def test_a_private_prompt_counts_for_teammates_too(
    connection: psycopg.Connection, scene: Scene
) -> None:
    connection.execute(
        "UPDATE llm.chats SET prompt_id = %s WHERE id = %s",
        [scene.private_prompt_of_bob, scene.of_bob.chat],
    )
    spend(connection, scene.weavers, scene.bob, "Prompt", 5, chat=scene.of_bob.chat)
    with acting_as(connection, scene.ada):
        assert totals(connection) == {(scene.model, scene.bob, 5, 0)}
