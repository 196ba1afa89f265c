"""A team with something of each visibility, and a stranger.

Mary manages the Weavers and Cora works with her. Stan founded a team of his own. The datasets and
prompts are Mary's.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, add_team, add_user

VISIBILITIES = ("Private", "Team", "Company")


@dataclass(frozen=True)
class Scene:
    """The ids of what there is; datasets, chunks, prompts by visibility.

    :ivar keys: of Cora, by status
    """

    mary: int
    cora: int
    stan: int
    weavers: int
    spinners: int
    model: int
    datasets: dict[str, int]
    documents: dict[str, int]
    chunks: dict[str, int]
    prompts: dict[str, int]
    keys: dict[str, int]
    object: int


def add(connection: psycopg.Connection, insert: LiteralString, *values: object) -> int:
    """Run an INSERT that returns an id, and return it."""
    row = connection.execute(insert, values).fetchone()
    assert row is not None
    return int(row[0])


def add_scene(connection: psycopg.Connection) -> Scene:
    """Add everything as the owner."""
    mary, cora, stan = (add_user(connection, name) for name in ("mary", "cora", "stan"))
    weavers = add_team(connection, "Weavers", {mary: BOTH, cora: COLLABORATOR})
    spinners = add_team(connection, "Spinners", {stan: BOTH})
    model = add(
        connection,
        "INSERT INTO model_registry.models (model_type, name, base_url, context_size)"
        " VALUES ('LLM', 'm', 'http://models.invalid', 1) RETURNING id",
    )
    datasets: dict[str, int] = {}
    documents: dict[str, int] = {}
    chunks: dict[str, int] = {}
    prompts: dict[str, int] = {}
    for visibility in VISIBILITIES:
        datasets[visibility] = add_dataset(connection, weavers, mary, model, visibility)
        documents[visibility] = add(
            connection,
            "INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size)"
            " VALUES (%s, %s, 'f', 1) RETURNING id",
            weavers,
            datasets[visibility],
        )
        chunks[visibility] = add(
            connection,
            "INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number)"
            " VALUES (%s, %s, %s, 'needle', 1) RETURNING id",
            weavers,
            datasets[visibility],
            documents[visibility],
        )
        prompts[visibility] = add_prompt(connection, weavers, mary, model, visibility)
    keys = {
        status: add(
            connection,
            "INSERT INTO iam.api_keys (user_id, team_id, name, api_key, status)"
            " VALUES (%s, %s, 'k', encode(sha256(%s::bytea), 'hex'), %s) RETURNING id",
            cora,
            weavers,
            status,
            status,
        )
        for status in ("active", "disabled", "revoked")
    }
    return Scene(
        mary=mary,
        cora=cora,
        stan=stan,
        weavers=weavers,
        spinners=spinners,
        model=model,
        datasets=datasets,
        documents=documents,
        chunks=chunks,
        prompts=prompts,
        keys=keys,
        object=add(
            connection,
            "INSERT INTO storage.objects (team_id, object_name, mime_type, file_name, file_size,"
            " file_hash, created_by) VALUES (%s, 'o', 'text/plain', 'f', 1, 'h', %s) RETURNING id",
            weavers,
            mary,
        ),
    )


def add_dataset(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str
) -> int:
    """Add a dataset as whoever acts."""
    return add(
        connection,
        "INSERT INTO rag.datasets (team_id, created_by, embeddings_model_id, visibility, name,"
        " chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections)"
        " VALUES (%s, %s, %s, %s, 'd', 'ByTitle', 1, 1, true) RETURNING id",
        team,
        creator,
        model,
        visibility,
    )


def add_prompt(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str
) -> int:
    """Add a prompt as whoever acts."""
    return add(
        connection,
        "INSERT INTO assistants.prompts (team_id, created_by, model_id, visibility, name,"
        " max_history_items, max_chunks, trim_ratio, category_id)"
        " VALUES (%s, %s, %s, %s, 'p', 1, 1, 1,"
        " (SELECT min(c.id) FROM assistants.categories AS c)) RETURNING id",
        team,
        creator,
        model,
        visibility,
    )


def add_chat(
    connection: psycopg.Connection, team: int, person: int, prompt: int, role: str = "User"
) -> int:
    """Add a conversation of one turn as whoever acts."""
    conversation = add(
        connection,
        "INSERT INTO llm.conversations (user_id, team_id) VALUES (%s, %s) RETURNING id",
        person,
        team,
    )
    return add(
        connection,
        "INSERT INTO llm.chats (conversation_id, prompt_id, team_id, user_id, role, status)"
        " VALUES (%s, %s, %s, %s, %s, 'Success') RETURNING id",
        conversation,
        prompt,
        team,
        person,
        role,
    )
