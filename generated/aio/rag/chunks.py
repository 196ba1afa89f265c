# Made by quern from queries/rag/chunks.sql: do not edit.
"""Queries of queries/rag/chunks.sql, for asyncio."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...rag.chunks import (
    CLAIM_UNPROCESSED_CHUNKS,
    CLEAR_DATASET_EMBEDDINGS,
    CREATE_CHUNK,
    CREATE_CHUNKS,
    DELETE_CHUNK,
    DELETE_DOCUMENT_CHUNKS,
    FAIL_CHUNKS,
    GET_CHUNK,
    LIST_DOCUMENT_CHUNKS,
    SET_CHUNK_EMBEDDINGS,
    SET_CHUNKS_EMBEDDINGS,
    Chunk,
    ClaimUnprocessedChunksRow,
    CreateChunksParams,
    SetChunksEmbeddingsParams,
)


async def list_document_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((document_id, dataset_id, team_id, after_id, limit)),
    )


async def get_chunk(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    chunk_id: int,
) -> Chunk | None:
    """Get a chunk that the current user sees."""
    return await _runtime.aio.fetch_optional(conn, GET_CHUNK, (chunk_id,))


async def delete_chunk(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    chunk_id: int,
) -> int:
    """Delete a chunk.

    For those who have the permission ManageDatasets in its team. A document that loses its last
    chunk is cut anew.
    """
    return await _runtime.aio.execute_count(conn, DELETE_CHUNK, (chunk_id,))


async def clear_dataset_embeddings(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
) -> int:
    """Have the embeddings of all chunks of a dataset made anew, as after a change of the model.

    For those who have the permission ManageDatasets in its team. Until they are made, the chunks
    are found by their words alone. It waits for workers that are at it, and clears what they stored.
    """
    return await _runtime.aio.execute_count(conn, CLEAR_DATASET_EMBEDDINGS, (dataset_id,))


async def create_chunk(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    page_number: int,
    text: str,
    document_id: int,
) -> int | None:
    """Add a chunk to a document; its id, or None when the document is gone.

    :param page_number: the page on which the chunk begins
    """
    return await _runtime.aio.fetch_optional(conn, CREATE_CHUNK, (page_number, text, document_id))


async def create_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[CreateChunksParams],
) -> int:
    """Add chunks to documents; the number added.

    Those of a document that is gone are left out.
    """
    return await _runtime.aio.execute_batch(conn, CREATE_CHUNKS, rows)


async def delete_document_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_id: int,
) -> int:
    """Delete all chunks of a document, before they are cut anew."""
    return await _runtime.aio.execute_count(conn, DELETE_DOCUMENT_CHUNKS, (document_id,))


async def claim_unprocessed_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
) -> list[ClaimUnprocessedChunksRow]:
    """Take the next chunks that were not through the embeddings model, oldest first.

    To be called in the transaction in which their embeddings are stored: until it ends, no other
    worker is given them. The key of the model's service is not among it:
    `get_embeddings_model_secret` gives it, once for each dataset.

    :param limit: at most this many
    """
    return await _runtime.aio.fetch_all(conn, CLAIM_UNPROCESSED_CHUNKS, (limit,))


async def set_chunk_embeddings(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    embeddings: Sequence[float],
    chunk_id: int,
) -> int:
    """Store the embeddings of a chunk, which is processed then.

    :param embeddings: 384, 768, 1024 or 1536 numbers, not all 0; anything else is refused
    """
    return await _runtime.aio.execute_count(
        conn,
        SET_CHUNK_EMBEDDINGS,
        (_runtime.pack_vector(embeddings), chunk_id),
    )


async def set_chunks_embeddings(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    rows: Iterable[SetChunksEmbeddingsParams],
) -> int:
    """Store the embeddings of many chunks, which are processed then; the number of chunks changed."""
    return await _runtime.aio.execute_batch(conn, SET_CHUNKS_EMBEDDINGS, rows)


async def fail_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    chunk_ids: Sequence[int | None],
) -> int:
    """Note that the embeddings model could do nothing with some chunks.

    They are processed and have no embeddings: they count as failed, and are found by words alone.
    """
    return await _runtime.aio.execute_count(conn, FAIL_CHUNKS, (_runtime.array_text(chunk_ids),))
