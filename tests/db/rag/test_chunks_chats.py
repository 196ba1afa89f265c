"""Which chunks were given to the model with a turn, and who may say and see so."""

from typing import LiteralString

import psycopg
import pytest
from psycopg import errors

from tests.db.acting import Role, acting_as
from tests.db.llm.scene import Conversation, add_conversation
from tests.db.rag.scene import Scene
from tests.db.rows import add, insert


def converse(connection: psycopg.Connection, scene: Scene, team: int, user: int) -> Conversation:
    by_user = {"team_id": team, "created_by": user}
    prompt = add(connection, "assistants.prompts", **by_user, model_id=scene.model)
    return add_conversation(connection, team, user, prompt)


def give(connection: psycopg.Connection, conversation: Conversation, chunk: int) -> None:
    """Say, as whoever acts, that a chunk was given with the turn."""
    turn = {**conversation.whose, "chat_id": conversation.chat}
    insert(connection, "rag.chunks_chats", **turn, chunk_id=chunk)


def given(connection: psycopg.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM rag.chunks_chats").fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("role", ["application_user", "application_system"])
def test_chunks_that_the_person_sees_are_given(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    of_ada = converse(connection, scene, scene.weavers, scene.ada)
    with acting_as(connection, scene.ada, role):
        for dataset in (scene.private, scene.team, scene.company):
            give(connection, of_ada, dataset.chunk)
        assert given(connection) == 3


@pytest.mark.parametrize("role", ["application_user", "application_system"])
def test_a_company_wide_chunk_is_given_to_another_team(
    connection: psycopg.Connection, scene: Scene, role: Role
) -> None:
    of_cyd = converse(connection, scene, scene.spinners, scene.cyd)
    with acting_as(connection, scene.cyd, role):
        give(connection, of_cyd, scene.company.chunk)
        assert given(connection) == 1


@pytest.mark.parametrize("role", ["application_user", "application_system"])
def test_no_other_chunk_is(connection: psycopg.Connection, scene: Scene, role: Role) -> None:
    of_cyd = converse(connection, scene, scene.spinners, scene.cyd)
    of_bob = converse(connection, scene, scene.weavers, scene.bob)
    for conversation, dataset in (
        (of_cyd, scene.team),
        (of_cyd, scene.private),
        (of_bob, scene.private),
    ):
        with (
            pytest.raises(errors.InsufficientPrivilege, match='policy "chunk_is_shared"'),
            acting_as(connection, conversation.user, role),
        ):
            give(connection, conversation, dataset.chunk)


def test_it_is_said_of_ones_own_turns_only(connection: psycopg.Connection, scene: Scene) -> None:
    of_bob = converse(connection, scene, scene.weavers, scene.bob)
    with (
        pytest.raises(errors.InsufficientPrivilege, match="row-level security"),
        acting_as(connection, scene.ada),
    ):
        give(connection, of_bob, scene.team.chunk)


def test_a_turn_cannot_be_passed_off_as_anothers(
    connection: psycopg.Connection, scene: Scene
) -> None:
    of_bob = converse(connection, scene, scene.weavers, scene.bob)
    forged = Conversation(of_bob.team, scene.ada, of_bob.id, of_bob.chat)
    with (
        pytest.raises(errors.ForeignKeyViolation, match="chunks_chats_chat_id_fkey"),
        acting_as(connection, scene.ada),
    ):
        give(connection, forged, scene.team.chunk)


def test_only_the_person_and_the_system_see_it(
    connection: psycopg.Connection, scene: Scene
) -> None:
    give(connection, converse(connection, scene, scene.weavers, scene.ada), scene.team.chunk)
    for person, expected in (
        (scene.ada, 1),
        (scene.bob, 0),
        (scene.cyd, 0),
        (scene.root, 0),
        (None, 0),
    ):
        for role in ("application_user", "application_readonly"):
            with acting_as(connection, person, role):
                assert given(connection) == expected
    with acting_as(connection, None, "application_system"):
        assert given(connection) == 1


def test_what_was_given_stays(connection: psycopg.Connection, scene: Scene) -> None:
    statements: list[LiteralString] = [
        "UPDATE rag.chunks_chats SET chunk_id = 1",
        "DELETE FROM rag.chunks_chats",
    ]
    for statement in statements:
        for role in ("application_user", "application_readonly", "application_system"):
            with (
                pytest.raises(errors.InsufficientPrivilege, match="permission denied"),
                acting_as(connection, scene.ada, role),
            ):
                connection.execute(statement)


def test_it_goes_with_the_chunk(connection: psycopg.Connection, scene: Scene) -> None:
    give(connection, converse(connection, scene, scene.weavers, scene.ada), scene.team.chunk)
    connection.execute("DELETE FROM rag.chunks WHERE id = %s", [scene.team.chunk])
    assert given(connection) == 0
