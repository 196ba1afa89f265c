# Made by quern from queries/rag/documents.sql: do not edit.
"""Queries of queries/rag/documents.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...rag.documents import (
    CLAIM_UNPROCESSED_DOCUMENTS,
    CREATE_DOCUMENT,
    CREATE_DOCUMENT_WITH_OBJECT,
    DELETE_DOCUMENT,
    FAIL_DOCUMENT,
    GET_DOCUMENT,
    GET_DOCUMENT_CONTENT,
    LIST_DOCUMENTS,
    RETRY_DOCUMENT,
    ClaimUnprocessedDocumentsRow,
    Document,
    DocumentSummary,
    GetDocumentContentRow,
)


async def list_documents(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
    limit: int,
    team_id: int | None = None,
    after_id: int | None = None,
) -> list[DocumentSummary]:
    """List the documents of a dataset that the current user sees, with what became of their chunks.

    Page by page, in the order they were added.

    :param limit: at most this many
    :param team_id: if the dataset is of this team only; None for any
    :param after_id: the last id of the page before; None for the first page
    """
    variant = LIST_DOCUMENTS.variant(team_id is not None, after_id is not None)
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((dataset_id, team_id, after_id, limit)),
    )


async def get_document(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_id: int,
    dataset_id: int | None = None,
    team_id: int | None = None,
) -> DocumentSummary | None:
    """Get a document that the current user sees, with what became of its chunks.

    :param dataset_id: if it is in this dataset only; None for any
    :param team_id: if it is of this team only; None for any
    """
    variant = GET_DOCUMENT.variant(dataset_id is not None, team_id is not None)
    return await _runtime.aio.fetch_optional(
        conn,
        variant,
        variant.used((document_id, dataset_id, team_id)),
    )


async def get_document_content(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_id: int,
) -> GetDocumentContentRow | None:
    """Get the bytes of a document that the current user sees, or the object that holds them.

    Both `content` and `object_id` are None when the file was not kept, or its object was deleted.
    """
    return await _runtime.aio.fetch_optional(conn, GET_DOCUMENT_CONTENT, (document_id,))


async def create_document(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    file_name: str,
    file_type: str | None,
    content: bytes,
    dataset_id: int,
) -> Document | None:
    """Add a document with its bytes to a dataset.

    For those who have the permission ManageDatasets in the team of the dataset; others who see the
    dataset are refused. None when the current user does not see it.

    :param file_type: media type; None when it is not known
    :param content: the bytes of the file, whose number becomes the size of the document
    """
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_DOCUMENT,
        (file_name, file_type, content, dataset_id),
    )


async def create_document_with_object(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
    object_id: int,
) -> Document | None:
    """Add a document to a dataset whose bytes are in an object.

    For those who have the permission ManageDatasets in the team of the dataset, and of objects they
    uploaded themselves; others who see both are refused. None when the current user does not see
    the dataset or the object, or they are of different teams. Name, media type and size are those
    of the object.
    """
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_DOCUMENT_WITH_OBJECT,
        (dataset_id, object_id),
    )


async def retry_document(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_id: int,
) -> int:
    """Have a document that failed tried once more.

    For those who have the permission ManageDatasets in its team. 0 also when it did not fail.
    """
    return await _runtime.aio.execute_count(conn, RETRY_DOCUMENT, (document_id,))


async def delete_document(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_id: int,
) -> int:
    """Delete a document with its chunks.

    For those who have the permission ManageDatasets in its team. An object that holds its bytes
    stays.
    """
    return await _runtime.aio.execute_count(conn, DELETE_DOCUMENT, (document_id,))


async def claim_unprocessed_documents(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
) -> list[ClaimUnprocessedDocumentsRow]:
    """Take the next documents that have no chunks and did not fail, oldest first.

    To be called in the transaction in which their chunks are added: until it ends, no other worker
    is given them. A document may come once more if another worker finished it in the very moment
    of the call; `delete_document_chunks` before the new chunks are added keeps it from having all
    of them twice.

    :param limit: at most this many
    """
    return await _runtime.aio.fetch_all(conn, CLAIM_UNPROCESSED_DOCUMENTS, (limit,))


async def fail_document(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    failure_reason: str,
    document_id: int,
) -> int:
    """Note why a document cannot be cut into chunks.

    :param failure_reason: shown to people
    """
    return await _runtime.aio.execute_count(conn, FAIL_DOCUMENT, (failure_reason, document_id))
