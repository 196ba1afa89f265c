"""Two teams, and the datasets of one of them.

Ada, Bob and Mona are Weavers; Mona is a manager and no collaborator, so she lacks the permission
``ManageDatasets``. Cyd is the only Spinner, and Root administers everything without being in a
team. All datasets are Ada's, one of each visibility, with a document, a chunk and a pipeline each.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg

from tests.db.acting import BOTH, COLLABORATOR, MANAGER, add_team, add_user

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


def add(connection: psycopg.Connection, insert: LiteralString, *values: object) -> int:
    """Run an INSERT that returns an id, and return it."""
    row = connection.execute(insert, values).fetchone()
    assert row is not None
    return int(row[0])


def add_model(connection: psycopg.Connection) -> int:
    """Add a model that makes embeddings."""
    return add(
        connection,
        "INSERT INTO model_registry.models (model_type, name, base_url, context_size)"
        " VALUES ('Embeddings', 'm', 'http://models.invalid', 512) RETURNING id",
    )


def add_dataset(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str = "Team"
) -> int:
    """Add a dataset as whoever acts."""
    return add(
        connection,
        "INSERT INTO rag.datasets (team_id, created_by, embeddings_model_id, visibility, name,"
        " chunking_strategy, combine_under_n_chars, new_after_n_chars, multipage_sections)"
        " VALUES (%s, %s, %s, %s, 'd', 'ByTitle', 500, 1000, true) RETURNING id",
        team,
        creator,
        model,
        visibility,
    )


def add_document(
    connection: psycopg.Connection, team: int, dataset: int, object_id: int | None = None
) -> int:
    """Add a document as whoever acts."""
    return add(
        connection,
        "INSERT INTO rag.documents (team_id, dataset_id, file_name, content_size, object_id)"
        " VALUES (%s, %s, 'f', 1, %s) RETURNING id",
        team,
        dataset,
        object_id,
    )


def add_chunk(
    connection: psycopg.Connection,
    team: int,
    dataset: int,
    document: int,
    *,
    text: str = "t",
    embeddings: str | None = None,
) -> int:
    """Add a chunk as whoever acts."""
    return add(
        connection,
        "INSERT INTO rag.chunks (team_id, dataset_id, document_id, text, page_number, embeddings)"
        " VALUES (%s, %s, %s, %s, 1, %s) RETURNING id",
        team,
        dataset,
        document,
        text,
        embeddings,
    )


def add_pipeline(
    connection: psycopg.Connection, team: int, dataset: int, user: int, key: str
) -> int:
    """Add a pipeline as whoever acts.

    :param key: its hash
    """
    return add(
        connection,
        "INSERT INTO rag.document_pipelines (team_id, dataset_id, user_id, name, api_key)"
        " VALUES (%s, %s, %s, 'p', %s) RETURNING id",
        team,
        dataset,
        user,
        key,
    )


def add_object(connection: psycopg.Connection, team: int, creator: int) -> int:
    """Add an object as whoever acts."""
    return add(
        connection,
        "INSERT INTO storage.objects"
        " (team_id, created_by, object_name, mime_type, file_name, file_size, file_hash)"
        " VALUES (%s, %s, 'o', 'text/plain', 'o.txt', 1, 'h') RETURNING id",
        team,
        creator,
    )


def add_filled(
    connection: psycopg.Connection, team: int, creator: int, model: int, visibility: str
) -> Dataset:
    """Add a dataset with one of everything in it, as the owner."""
    dataset = add_dataset(connection, team, creator, model, visibility)
    document = add_document(connection, team, dataset)
    chunk = add_chunk(connection, team, dataset, document)
    pipeline = add_pipeline(connection, team, dataset, creator, f"{dataset:064x}")
    return Dataset(dataset, team, document, chunk, pipeline)


def add_scene(connection: psycopg.Connection) -> Scene:
    """Add all of it, as the owner."""
    root = add_user(connection, "root", admin=True)
    ada, bob, mona, cyd = (add_user(connection, name) for name in ("ada", "bob", "mona", "cyd"))
    weavers = add_team(connection, "Weavers", {ada: BOTH, bob: COLLABORATOR, mona: MANAGER})
    spinners = add_team(connection, "Spinners", {cyd: BOTH})
    model = add_model(connection)
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
