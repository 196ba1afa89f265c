"""A team with something of each visibility, and a stranger.

Mary manages the Weavers and Cora works with her. Stan founded a team of his own. The datasets and
prompts are Mary's.
"""

from dataclasses import dataclass
from hashlib import sha256

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, add_team, add_user
from tests.db.rows import add

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


def add_scene(connection: psycopg.Connection) -> Scene:
    """Add everything as the owner."""
    mary, cora, stan = (add_user(connection, name) for name in ("mary", "cora", "stan"))
    weavers = add_team(connection, "Weavers", {mary: BOTH, cora: COLLABORATOR})
    spinners = add_team(connection, "Spinners", {stan: BOTH})
    model = add(connection, "model_registry.models")
    by_mary = {"team_id": weavers, "created_by": mary}
    datasets: dict[str, int] = {}
    documents: dict[str, int] = {}
    chunks: dict[str, int] = {}
    prompts: dict[str, int] = {}
    for name in VISIBILITIES:
        values = {**by_mary, "visibility": name}
        datasets[name] = add(connection, "rag.datasets", **values, embeddings_model_id=model)
        within = {"team_id": weavers, "dataset_id": datasets[name]}
        documents[name] = add(connection, "rag.documents", **within)
        of_document = {**within, "document_id": documents[name]}
        chunks[name] = add(connection, "rag.chunks", **of_document, text="needle")
        prompts[name] = add(connection, "assistants.prompts", **values, model_id=model)
    keys = {
        status: add(
            connection,
            "iam.api_keys",
            team_id=weavers,
            user_id=cora,
            status=status,
            api_key=sha256(status.encode()).hexdigest(),
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
        object=add(connection, "storage.objects", **by_mary),
    )


def add_chat(
    connection: psycopg.Connection, team: int, person: int, prompt: int, role: str = "User"
) -> int:
    """Add a conversation of one turn as whoever acts."""
    whose = {"team_id": team, "user_id": person}
    turn = {
        "conversation_id": add(connection, "llm.conversations", **whose),
        "prompt_id": prompt,
        "role": role,
        "status": "Success",
    }
    return add(connection, "llm.chats", **whose, **turn)
