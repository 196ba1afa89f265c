# Made by quern from queries/rag/chunks.sql: do not edit.
"""Queries of queries/rag/chunks.sql."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from psycopg import Connection

from .. import _runtime


class Chunk(_runtime.Row):
    """A row of list_document_chunks and get_chunk.

    :ivar id: Identifier of the chunk.
    :ivar team_id: Team of the dataset.
    :ivar dataset_id: Dataset of the document.
    :ivar document_id: Document the chunk was cut from.
    :ivar page_number: Page of the document on which the chunk begins.
    :ivar text: Text of the chunk, in clear so that it can be searched.
    :ivar processed: Whether the chunk has been through the embeddings model.
    :ivar created_at: When the chunk was cut.
    :ivar updated_at: When the chunk last changed.
    """

    id: int
    team_id: int
    dataset_id: int
    document_id: int
    page_number: int
    text: str
    processed: bool
    has_embeddings: bool
    created_at: datetime
    updated_at: datetime


def _make_chunk(values: Sequence[Any]) -> Chunk:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Chunk,
        {
            "id": values[0],
            "team_id": values[1],
            "dataset_id": values[2],
            "document_id": values[3],
            "page_number": values[4],
            "text": values[5],
            "processed": values[6],
            "has_embeddings": values[7],
            "created_at": values[8],
            "updated_at": values[9],
        },
    )


LIST_DOCUMENT_CHUNKS: Final[_runtime.Variants[Chunk]] = _runtime.Variants(
    name="rag.chunks.list_document_chunks",
    source="queries/rag/chunks.sql:1",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    team_id,
    dataset_id,
    document_id,
    page_number,
    text,
    processed,
    embeddings IS NOT NULL AS has_embeddings,
    created_at,
    updated_at
FROM rag.chunks
WHERE document_id = $1
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND dataset_id = $2  -- @if dataset_id
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND team_id = $3  -- @if team_id
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """    AND id > $4  -- @if after_id
""",
            uses=(4,),
            condition=2,
        ),
        _runtime.Part(
            """ORDER BY id
LIMIT $5""",
            uses=(5,),
        ),
    ),
    parameters=5,
    row=_make_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_document_chunks(
    conn: Connection[Any] | _runtime.Runner,
    *,
    document_id: int,
    limit: int,
    dataset_id: int | None = None,
    team_id: int | None = None,
    after_id: int | None = None,
) -> list[Chunk]:
    """List the chunks of a document that the current user sees, in the order they were cut.

    :param limit: at most this many
    :param dataset_id: if the document is in this dataset only; None for any
    :param team_id: if the document is of this team only; None for any
    :param after_id: the last id of the page before; None for the first page
    """
    variant = LIST_DOCUMENT_CHUNKS.variant(
        dataset_id is not None,
        team_id is not None,
        after_id is not None,
    )
    return _runtime.fetch_all(
        conn,
        variant,
        variant.used((document_id, dataset_id, team_id, after_id, limit)),
    )


GET_CHUNK: Final[_runtime.Query[Chunk]] = _runtime.Query(
    name="rag.chunks.get_chunk",
    source="queries/rag/chunks.sql:27",
    sql="""SELECT
    id,
    team_id,
    dataset_id,
    document_id,
    page_number,
    text,
    processed,
    embeddings IS NOT NULL AS has_embeddings,
    created_at,
    updated_at
FROM rag.chunks
WHERE id = $1""",
    row=_make_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_chunk(conn: Connection[Any] | _runtime.Runner, *, chunk_id: int) -> Chunk | None:
    """Get a chunk that the current user sees."""
    return _runtime.fetch_optional(conn, GET_CHUNK, (chunk_id,))


DELETE_CHUNK: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.delete_chunk",
    source="queries/rag/chunks.sql:44",
    sql="""DELETE FROM rag.chunks
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.chunks"}),
    rows="none",
)


def delete_chunk(conn: Connection[Any] | _runtime.Runner, *, chunk_id: int) -> int:
    """Delete a chunk.

    For those who have the permission ManageDatasets in its team. A document that loses its last
    chunk is cut anew.
    """
    return _runtime.execute_count(conn, DELETE_CHUNK, (chunk_id,))


CLEAR_DATASET_EMBEDDINGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.clear_dataset_embeddings",
    source="queries/rag/chunks.sql:52",
    sql="""UPDATE rag.chunks
SET
    embeddings = NULL,
    processed = false
WHERE dataset_id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.chunks"}),
    rows="none",
)


def clear_dataset_embeddings(conn: Connection[Any] | _runtime.Runner, *, dataset_id: int) -> int:
    """Have the embeddings of all chunks of a dataset made anew, as after a change of the model.

    For those who have the permission ManageDatasets in its team. Until they are made, the chunks
    are found by their words alone. It waits for workers that are at it, and clears what they stored.
    """
    return _runtime.execute_count(conn, CLEAR_DATASET_EMBEDDINGS, (dataset_id,))


CREATE_CHUNK: Final[_runtime.Query[int]] = _runtime.Query(
    name="rag.chunks.create_chunk",
    source="queries/rag/chunks.sql:63",
    sql="""INSERT INTO rag.chunks (
    team_id,
    dataset_id,
    document_id,
    page_number,
    text
)
SELECT
    d.team_id,
    d.dataset_id,
    d.id,
    $1,
    $2
FROM rag.documents AS d
WHERE d.id = $3
RETURNING id""",
    row=_runtime.scalar,
    reads=frozenset({"rag.chunks", "rag.documents"}),
    writes=frozenset({"rag.chunks"}),
    rows="at_most_one",
    role="system",
)


def create_chunk(
    conn: Connection[Any] | _runtime.Runner,
    *,
    page_number: int,
    text: str,
    document_id: int,
) -> int | None:
    """Add a chunk to a document; its id, or None when the document is gone.

    :param page_number: the page on which the chunk begins
    """
    return _runtime.fetch_optional(conn, CREATE_CHUNK, (page_number, text, document_id))


class CreateChunksParams(NamedTuple):
    """The parameters of one run of create_chunks.

    :ivar page_number: the page on which the chunk begins
    """

    page_number: int
    text: str
    document_id: int


CREATE_CHUNKS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.create_chunks",
    source="queries/rag/chunks.sql:84",
    sql="""INSERT INTO rag.chunks (
    team_id,
    dataset_id,
    document_id,
    page_number,
    text
)
SELECT
    d.team_id,
    d.dataset_id,
    d.id,
    $1,
    $2
FROM rag.documents AS d
WHERE d.id = $3""",
    row=_runtime.no_row,
    reads=frozenset({"rag.documents"}),
    writes=frozenset({"rag.chunks"}),
    rows="none",
    role="system",
)


def create_chunks(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[CreateChunksParams],
) -> int:
    """Add chunks to documents; the number added.

    Those of a document that is gone are left out.
    """
    return _runtime.execute_batch(conn, CREATE_CHUNKS, rows)


DELETE_DOCUMENT_CHUNKS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.delete_document_chunks",
    source="queries/rag/chunks.sql:106",
    sql="""DELETE FROM rag.chunks
WHERE document_id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"rag.chunks"}),
    writes=frozenset({"rag.chunks"}),
    rows="none",
    role="system",
)


def delete_document_chunks(conn: Connection[Any] | _runtime.Runner, *, document_id: int) -> int:
    """Delete all chunks of a document, before they are cut anew."""
    return _runtime.execute_count(conn, DELETE_DOCUMENT_CHUNKS, (document_id,))


class ClaimUnprocessedChunksRow(_runtime.Row):
    """A row of claim_unprocessed_chunks.

    :ivar id: Identifier of the chunk.
    :ivar team_id: Team of the dataset.
    :ivar dataset_id: Dataset of the document.
    :ivar document_id: Document the chunk was cut from.
    :ivar text: Text of the chunk, in clear so that it can be searched.
    :ivar model_id: Identifier of the model.
    :ivar model: Name by which the model is asked for. Not unique: one model may be reached at
        several addresses.
    :ivar base_url: Address of the service, without the path of a single operation.
    :ivar context_size: Tokens that the prompt and the answer may have together; 0 where it does not
        apply.
    """

    id: int
    team_id: int
    dataset_id: int
    document_id: int
    text: str
    model_id: int
    model: str
    base_url: str
    context_size: int


def _make_claim_unprocessed_chunks_row(values: Sequence[Any]) -> ClaimUnprocessedChunksRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ClaimUnprocessedChunksRow,
        {
            "id": values[0],
            "team_id": values[1],
            "dataset_id": values[2],
            "document_id": values[3],
            "text": values[4],
            "model_id": values[5],
            "model": values[6],
            "base_url": values[7],
            "context_size": values[8],
        },
    )


CLAIM_UNPROCESSED_CHUNKS: Final[_runtime.Query[ClaimUnprocessedChunksRow]] = _runtime.Query(
    name="rag.chunks.claim_unprocessed_chunks",
    source="queries/rag/chunks.sql:112",
    sql="""SELECT
    c.id,
    c.team_id,
    c.dataset_id,
    c.document_id,
    c.text,
    m.id AS model_id,
    m.name AS model,
    m.base_url,
    m.context_size
FROM rag.chunks AS c
INNER JOIN rag.datasets AS d
    ON d.id = c.dataset_id
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE NOT c.processed
ORDER BY c.id
LIMIT $1
FOR UPDATE OF c SKIP LOCKED""",
    row=_make_claim_unprocessed_chunks_row,
    reads=frozenset({"model_registry.models", "rag.chunks", "rag.datasets"}),
    role="system",
)


def claim_unprocessed_chunks(
    conn: Connection[Any] | _runtime.Runner,
    *,
    limit: int,
) -> list[ClaimUnprocessedChunksRow]:
    """Take the next chunks that were not through the embeddings model, oldest first.

    To be called in the transaction in which their embeddings are stored: until it ends, no other
    worker is given them. The key of the model's service is not among it:
    `get_embeddings_model_secret` gives it, once for each dataset.

    :param limit: at most this many
    """
    return _runtime.fetch_all(conn, CLAIM_UNPROCESSED_CHUNKS, (limit,))


SET_CHUNK_EMBEDDINGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.set_chunk_embeddings",
    source="queries/rag/chunks.sql:140",
    sql="""UPDATE rag.chunks
SET
    embeddings = $1,
    processed = true
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"rag.chunks"}),
    writes=frozenset({"rag.chunks"}),
    rows="none",
    role="system",
)


def set_chunk_embeddings(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embeddings: Sequence[float],
    chunk_id: int,
) -> int:
    """Store the embeddings of a chunk, which is processed then.

    :param embeddings: 384, 768, 1024 or 1536 numbers, not all 0; anything else is refused
    """
    return _runtime.execute_count(
        conn,
        SET_CHUNK_EMBEDDINGS,
        (_runtime.pack_vector(embeddings), chunk_id),
    )


class SetChunksEmbeddingsParams(NamedTuple):
    """The parameters of one run of set_chunks_embeddings.

    :ivar embeddings: 384, 768, 1024 or 1536 numbers, not all 0; anything else is refused
    """

    embeddings: Sequence[float]
    chunk_id: int


def _set_chunks_embeddings_values(row: SetChunksEmbeddingsParams) -> Sequence[Any]:
    """Make what is sent of the parameters of one run."""
    return (_runtime.pack_vector(row.embeddings), row.chunk_id)


SET_CHUNKS_EMBEDDINGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.set_chunks_embeddings",
    source="queries/rag/chunks.sql:151",
    sql="""UPDATE rag.chunks
SET
    embeddings = $1,
    processed = true
WHERE id = $2""",
    row=_runtime.no_row,
    values=_set_chunks_embeddings_values,
    reads=frozenset({"rag.chunks"}),
    writes=frozenset({"rag.chunks"}),
    rows="none",
    role="system",
)


def set_chunks_embeddings(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[SetChunksEmbeddingsParams],
) -> int:
    """Store the embeddings of many chunks, which are processed then; the number of chunks changed."""
    return _runtime.execute_batch(conn, SET_CHUNKS_EMBEDDINGS, rows)


FAIL_CHUNKS: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.chunks.fail_chunks",
    source="queries/rag/chunks.sql:162",
    sql="""UPDATE rag.chunks
SET
    embeddings = NULL,
    processed = true
WHERE id = ANY ($1)""",
    row=_runtime.no_row,
    reads=frozenset({"rag.chunks"}),
    writes=frozenset({"rag.chunks"}),
    rows="none",
    role="system",
)


def fail_chunks(conn: Connection[Any] | _runtime.Runner, *, chunk_ids: Sequence[int | None]) -> int:
    """Note that the embeddings model could do nothing with some chunks.

    They are processed and have no embeddings: they count as failed, and are found by words alone.
    """
    return _runtime.execute_count(conn, FAIL_CHUNKS, (_runtime.array_text(chunk_ids),))
