"""Two teams, and what each keeps.

Ada, Bob and Mona are Weavers; Mona is a manager and no collaborator, so she lacks the permission
``DeleteChat``. Cyd is the only Spinner, and Root administers everything without being in a team.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user


@dataclass(frozen=True)
class Conversation:
    """A conversation with one turn, and the ids of who and what it names."""

    team: int
    user: int
    id: int
    chat: int


@dataclass(frozen=True)
class Scene:
    """The ids of what there is."""

    ada: int
    bob: int
    mona: int
    cyd: int
    root: int
    weavers: int
    spinners: int
    model: int
    other_model: int
    prompt: int
    private_prompt_of_bob: int
    prompt_of_spinners: int
    company_prompt_of_spinners: int
    key: int
    key_of_cyd: int
    of_ada: Conversation
    of_bob: Conversation
    of_cyd: Conversation


def add(connection: psycopg.Connection, insert: LiteralString, *values: object) -> int:
    """Run an INSERT that returns an id, and return it."""
    row = connection.execute(insert, values).fetchone()
    assert row is not None
    return int(row[0])


def add_model(connection: psycopg.Connection, name: str, *, rpm: int = 10000) -> int:
    return add(
        connection,
        "INSERT INTO model_registry.models (model_type, name, base_url, context_size, rpm_limit)"
        " VALUES ('LLM', %s, 'http://models.invalid', 4096, %s) RETURNING id",
        name,
        rpm,
    )


def add_prompt(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str = "Team"
) -> int:
    return add(
        connection,
        "INSERT INTO assistants.prompts (team_id, created_by, model_id, visibility, name,"
        " max_history_items, max_chunks, trim_ratio, category_id)"
        " SELECT %s, %s, %s, %s, 'p', 1, 1, 80, min(c.id) FROM assistants.categories AS c"
        " RETURNING id",
        team,
        creator,
        model,
        visibility,
    )


def add_key(connection: psycopg.Connection, team: int, user: int, prompt: int | None = None) -> int:
    return add(
        connection,
        "INSERT INTO iam.api_keys (team_id, user_id, prompt_id, name, api_key)"
        " VALUES (%s, %s, %s, 'k', encode(sha256(gen_random_uuid()::text::bytea), 'hex'))"
        " RETURNING id",
        team,
        user,
        prompt,
    )


def add_object(connection: psycopg.Connection, team: int, creator: int) -> int:
    return add(
        connection,
        "INSERT INTO storage.objects"
        " (team_id, created_by, object_name, mime_type, file_name, file_size, file_hash)"
        " VALUES (%s, %s, 'o', 'text/plain', 'o.txt', 1, 'h') RETURNING id",
        team,
        creator,
    )


def add_conversation(
    connection: psycopg.Connection, team: int, user: int, prompt: int
) -> Conversation:
    conversation = add(
        connection,
        "INSERT INTO llm.conversations (team_id, user_id) VALUES (%s, %s) RETURNING id",
        team,
        user,
    )
    chat = add(
        connection,
        "INSERT INTO llm.chats (team_id, user_id, conversation_id, prompt_id, content)"
        " VALUES (%s, %s, %s, %s, 'hello') RETURNING id",
        team,
        user,
        conversation,
        prompt,
    )
    return Conversation(team, user, conversation, chat)


def build(connection: psycopg.Connection) -> Scene:
    """Add all of it, as the owner."""
    root = add_user(connection, "root", admin=True)
    ada, bob, mona, cyd = (add_user(connection, name) for name in ("ada", "bob", "mona", "cyd"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR, mona: MANAGER})
    spinners = add_team(connection, "Spinners", {cyd: BOTH})
    model = add_model(connection, "first")
    other_model = add_model(connection, "second")
    prompt = add_prompt(connection, weavers, ada, model)
    prompt_of_spinners = add_prompt(connection, spinners, cyd, other_model)
    return Scene(
        ada=ada,
        bob=bob,
        mona=mona,
        cyd=cyd,
        root=root,
        weavers=weavers,
        spinners=spinners,
        model=model,
        other_model=other_model,
        prompt=prompt,
        private_prompt_of_bob=add_prompt(connection, weavers, bob, model, "Private"),
        prompt_of_spinners=prompt_of_spinners,
        company_prompt_of_spinners=add_prompt(connection, spinners, cyd, other_model, "Company"),
        key=add_key(connection, weavers, ada, prompt),
        key_of_cyd=add_key(connection, spinners, cyd, prompt_of_spinners),
        of_ada=add_conversation(connection, weavers, ada, prompt),
        of_bob=add_conversation(connection, weavers, bob, prompt),
        of_cyd=add_conversation(connection, spinners, cyd, prompt_of_spinners),
    )
