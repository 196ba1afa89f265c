"""Two teams, and the datasets of one of them.

Ada, Bob and Mona are Weavers; Mona is a manager and no collaborator, so she lacks the permission
``ManageDatasets``. Cyd is the only Spinner, and Root administers everything without being in a
team. All datasets are Ada's, one of each visibility, with a document, a chunk and a pipeline each.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user
from tests.db.rows import add

#: A SHA-256 in hexadecimal, of a key that nobody has.
HASH = "0f" * 32


@dataclass(frozen=True)
class Dataset:
    """The ids of a dataset and what is in it."""

    id: int
    team: int
    document: int
    chunk: int
    pipeline: int

    @property
    def inside(self) -> dict[str, int]:
        """What a row in the dataset says of it, by column."""
        return {"team_id": self.team, "dataset_id": self.id}

    @property
    def of_document(self) -> dict[str, int]:
        """What a row of the document says of it, by column."""
        return {**self.inside, "document_id": self.document}


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
    private: Dataset
    team: Dataset
    company: Dataset


def add_dataset(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str = "Team"
) -> int:
    """Add a dataset as whoever acts."""
    return add(
        connection,
        "rag.datasets",
        team_id=team,
        created_by=creator,
        embeddings_model_id=model,
        visibility=visibility,
    )


def add_filled(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str
) -> Dataset:
    """Add a dataset with one of everything in it, as the owner."""
    dataset = add_dataset(connection, team, creator, model, visibility)
    within = {"team_id": team, "dataset_id": dataset}
    document = add(connection, "rag.documents", **within)
    chunk = add(connection, "rag.chunks", **within, document_id=document)
    pipeline = add(connection, "rag.document_pipelines", **within, user_id=creator)
    return Dataset(dataset, team, document, chunk, pipeline)


def add_scene(connection: psycopg.Connection) -> Scene:
    """Add all of it, as the owner."""
    root = add_user(connection, "root", admin=True)
    ada, bob, mona, cyd = (add_user(connection, name) for name in ("ada", "bob", "mona", "cyd"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR, mona: MANAGER})
    spinners = add_team(connection, "Spinners", {cyd: BOTH})
    model = add(connection, "model_registry.models", model_type="Embeddings")
    return Scene(
        ada=ada,
        bob=bob,
        mona=mona,
        cyd=cyd,
        root=root,
        weavers=weavers,
        spinners=spinners,
        model=model,
        private=add_filled(connection, weavers, ada, model, "Private"),
        team=add_filled(connection, weavers, ada, model, "Team"),
        company=add_filled(connection, weavers, ada, model, "Company"),
    )


def ids(connection: psycopg.Connection, query: LiteralString, *values: object) -> list[int]:
    """Return the ids that a query finds, in its order."""
    return [id_ for (id_,) in connection.execute(query, values)]
