# Made by quern from queries/rag/documents.sql: do not edit.
"""Queries of queries/rag/documents.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class DocumentSummary(_runtime.Row):
    """A row of list_documents and get_document.

    :ivar id: Identifier of the document.
    :ivar team_id: Team of the dataset.
    :ivar dataset_id: Dataset the document is part of.
    :ivar object_id: Object that holds the file; NULL when it is in content or was deleted.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_type: Media type of the file; NULL when it is not known.
    :ivar failure_reason: Why the document could not be cut into chunks; NULL when it did not fail
        or was not tried yet.
    :ivar content_size: Size of the file in bytes, wherever it is kept.
    :ivar created_at: When the document was added.
    :ivar updated_at: When the document itself last changed; a new chunk is not a change.
    """

    id: int
    team_id: int
    dataset_id: int
    object_id: int | None
    file_name: str
    file_type: str | None
    failure_reason: str | None
    content_size: int
    chunk_count: int
    failed_chunk_count: int
    waiting_chunk_count: int
    created_at: datetime
    updated_at: datetime


def _make_document_summary(values: Sequence[Any]) -> DocumentSummary:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        DocumentSummary,
        {
            "id": values[0],
            "team_id": values[1],
            "dataset_id": values[2],
            "object_id": values[3],
            "file_name": values[4],
            "file_type": values[5],
            "failure_reason": values[6],
            "content_size": values[7],
            "chunk_count": values[8],
            "failed_chunk_count": values[9],
            "waiting_chunk_count": values[10],
            "created_at": values[11],
            "updated_at": values[12],
        },
    )


LIST_DOCUMENTS: Final[_runtime.Variants[DocumentSummary]] = _runtime.Variants(
    name="rag.documents.list_documents",
    source="queries/rag/documents.sql:1",
    parts=(
        _runtime.Part(
            """SELECT
    d.id,
    d.team_id,
    d.dataset_id,
    d.object_id,
    d.file_name,
    d.file_type,
    d.failure_reason,
    d.content_size,
    c.chunk_count,
    c.failed_chunk_count,
    c.waiting_chunk_count,
    d.created_at,
    d.updated_at
FROM (
    SELECT
        doc.id,
        doc.team_id,
        doc.dataset_id,
        doc.object_id,
        doc.file_name,
        doc.file_type,
        doc.failure_reason,
        doc.content_size,
        doc.created_at,
        doc.updated_at
    FROM rag.documents AS doc
    WHERE doc.dataset_id = $1
""",
            uses=(1,),
        ),
        _runtime.Part(
            """        AND doc.team_id = $2  -- @if team_id
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """        AND doc.id > $3  -- @if after_id
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """    ORDER BY doc.id
    LIMIT $4
) AS d
CROSS JOIN LATERAL (
    SELECT
        count(*) AS chunk_count,
        count(*) FILTER (
            WHERE ch.processed AND ch.embeddings IS NULL
        ) AS failed_chunk_count,
        count(*) FILTER (WHERE NOT ch.processed) AS waiting_chunk_count
    FROM rag.chunks AS ch
    WHERE ch.document_id = d.id
) AS c
ORDER BY d.id""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_document_summary,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_documents(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, variant, variant.used((dataset_id, team_id, after_id, limit)))


GET_DOCUMENT: Final[_runtime.Variants[DocumentSummary]] = _runtime.Variants(
    name="rag.documents.get_document",
    source="queries/rag/documents.sql:54",
    parts=(
        _runtime.Part(
            """SELECT
    d.id,
    d.team_id,
    d.dataset_id,
    d.object_id,
    d.file_name,
    d.file_type,
    d.failure_reason,
    d.content_size,
    c.chunk_count,
    c.failed_chunk_count,
    c.waiting_chunk_count,
    d.created_at,
    d.updated_at
FROM rag.documents AS d
CROSS JOIN LATERAL (
    SELECT
        count(*) AS chunk_count,
        count(*) FILTER (
            WHERE ch.processed AND ch.embeddings IS NULL
        ) AS failed_chunk_count,
        count(*) FILTER (WHERE NOT ch.processed) AS waiting_chunk_count
    FROM rag.chunks AS ch
    WHERE ch.document_id = d.id
) AS c
WHERE d.id = $1
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND d.dataset_id = $2  -- @if dataset_id
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND d.team_id = $3""",
            uses=(3,),
            condition=1,
        ),
    ),
    parameters=3,
    row=_make_document_summary,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_document(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(conn, variant, variant.used((document_id, dataset_id, team_id)))


class GetDocumentContentRow(_runtime.Row):
    """A row of get_document_content.

    :ivar id: Identifier of the document.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_type: Media type of the file; NULL when it is not known.
    :ivar content: Bytes of the file; NULL when they are in an object or were not kept.
    :ivar object_id: Object that holds the file; NULL when it is in content or was deleted.
    """

    id: int
    file_name: str
    file_type: str | None
    content: bytes | None
    object_id: int | None


def _make_get_document_content_row(values: Sequence[Any]) -> GetDocumentContentRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetDocumentContentRow,
        {
            "id": values[0],
            "file_name": values[1],
            "file_type": values[2],
            "content": values[3],
            "object_id": values[4],
        },
    )


GET_DOCUMENT_CONTENT: Final[_runtime.Query[GetDocumentContentRow]] = _runtime.Query(
    name="rag.documents.get_document_content",
    source="queries/rag/documents.sql:88",
    sql="""SELECT
    id,
    file_name,
    file_type,
    content,
    object_id
FROM rag.documents
WHERE id = $1""",
    row=_make_get_document_content_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_document_content(
    conn: Connection[Any] | _runtime.Runner,
    *,
    document_id: int,
) -> GetDocumentContentRow | None:
    """Get the bytes of a document that the current user sees, or the object that holds them.

    Both `content` and `object_id` are None when the file was not kept, or its object was deleted.
    """
    return _runtime.fetch_optional(conn, GET_DOCUMENT_CONTENT, (document_id,))


class Document(_runtime.Row):
    """A row of create_document and create_document_with_object.

    :ivar id: Identifier of the document.
    :ivar team_id: Team of the dataset.
    :ivar dataset_id: Dataset the document is part of.
    :ivar object_id: Object that holds the file; NULL when it is in content or was deleted.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_type: Media type of the file; NULL when it is not known.
    :ivar failure_reason: Why the document could not be cut into chunks; NULL when it did not fail
        or was not tried yet.
    :ivar content_size: Size of the file in bytes, wherever it is kept.
    :ivar created_at: When the document was added.
    :ivar updated_at: When the document itself last changed; a new chunk is not a change.
    """

    id: int
    team_id: int
    dataset_id: int
    object_id: int | None
    file_name: str
    file_type: str | None
    failure_reason: str | None
    content_size: int
    created_at: datetime
    updated_at: datetime


def _make_document(values: Sequence[Any]) -> Document:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Document,
        {
            "id": values[0],
            "team_id": values[1],
            "dataset_id": values[2],
            "object_id": values[3],
            "file_name": values[4],
            "file_type": values[5],
            "failure_reason": values[6],
            "content_size": values[7],
            "created_at": values[8],
            "updated_at": values[9],
        },
    )


CREATE_DOCUMENT: Final[_runtime.Query[Document]] = _runtime.Query(
    name="rag.documents.create_document",
    source="queries/rag/documents.sql:101",
    sql="""INSERT INTO rag.documents (
    team_id,
    dataset_id,
    file_name,
    file_type,
    content,
    content_size
)
SELECT
    d.team_id,
    d.id,
    $1,
    $2,
    $3,
    octet_length($3::bytea)
FROM rag.datasets AS d
WHERE d.id = $4
RETURNING
    id,
    team_id,
    dataset_id,
    object_id,
    file_name,
    file_type,
    failure_reason,
    content_size,
    created_at,
    updated_at""",
    row=_make_document,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    writes=frozenset({"rag.documents"}),
    rows="at_most_one",
)


def create_document(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
        conn,
        CREATE_DOCUMENT,
        (file_name, file_type, content, dataset_id),
    )


CREATE_DOCUMENT_WITH_OBJECT: Final[_runtime.Query[Document]] = _runtime.Query(
    name="rag.documents.create_document_with_object",
    source="queries/rag/documents.sql:139",
    sql="""INSERT INTO rag.documents (
    team_id,
    dataset_id,
    file_name,
    file_type,
    content_size,
    object_id
)
SELECT
    d.team_id,
    d.id,
    o.file_name,
    o.mime_type,
    o.file_size,
    o.id
FROM rag.datasets AS d
INNER JOIN storage.objects AS o
    ON o.team_id = d.team_id
WHERE d.id = $1
    AND o.id = $2
RETURNING
    id,
    team_id,
    dataset_id,
    object_id,
    file_name,
    file_type,
    failure_reason,
    content_size,
    created_at,
    updated_at""",
    row=_make_document,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    writes=frozenset({"rag.documents"}),
    rows="at_most_one",
)


def create_document_with_object(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(conn, CREATE_DOCUMENT_WITH_OBJECT, (dataset_id, object_id))


RETRY_DOCUMENT: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.documents.retry_document",
    source="queries/rag/documents.sql:179",
    sql="""UPDATE rag.documents
SET failure_reason = NULL
WHERE id = $1
    AND failure_reason IS NOT NULL""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    writes=frozenset({"rag.documents"}),
    rows="none",
)


def retry_document(conn: Connection[Any] | _runtime.Runner, *, document_id: int) -> int:
    """Have a document that failed tried once more.

    For those who have the permission ManageDatasets in its team. 0 also when it did not fail.
    """
    return _runtime.execute_count(conn, RETRY_DOCUMENT, (document_id,))


DELETE_DOCUMENT: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.documents.delete_document",
    source="queries/rag/documents.sql:188",
    sql="""DELETE FROM rag.documents
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    writes=frozenset({"rag.documents"}),
    rows="none",
)


def delete_document(conn: Connection[Any] | _runtime.Runner, *, document_id: int) -> int:
    """Delete a document with its chunks.

    For those who have the permission ManageDatasets in its team. An object that holds its bytes
    stays.
    """
    return _runtime.execute_count(conn, DELETE_DOCUMENT, (document_id,))


class ClaimUnprocessedDocumentsRow(_runtime.Row):
    """A row of claim_unprocessed_documents.

    :ivar id: Identifier of the document.
    :ivar team_id: Team of the dataset.
    :ivar dataset_id: Dataset the document is part of.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_type: Media type of the file; NULL when it is not known.
    :ivar content: Bytes of the file; NULL when they are in an object or were not kept.
    :ivar object_id: Object that holds the file; NULL when it is in content or was deleted.
    """

    id: int
    team_id: int
    dataset_id: int
    file_name: str
    file_type: str | None
    content: bytes | None
    object_id: int | None


def _make_claim_unprocessed_documents_row(values: Sequence[Any]) -> ClaimUnprocessedDocumentsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ClaimUnprocessedDocumentsRow,
        {
            "id": values[0],
            "team_id": values[1],
            "dataset_id": values[2],
            "file_name": values[3],
            "file_type": values[4],
            "content": values[5],
            "object_id": values[6],
        },
    )


CLAIM_UNPROCESSED_DOCUMENTS: Final[_runtime.Query[ClaimUnprocessedDocumentsRow]] = _runtime.Query(
    name="rag.documents.claim_unprocessed_documents",
    source="queries/rag/documents.sql:196",
    sql="""SELECT
    d.id,
    d.team_id,
    d.dataset_id,
    d.file_name,
    d.file_type,
    d.content,
    d.object_id
FROM rag.documents AS d
WHERE d.failure_reason IS NULL
    AND NOT EXISTS (
        SELECT
        FROM rag.chunks AS c
        WHERE c.document_id = d.id
    )
ORDER BY d.id
LIMIT $1
FOR UPDATE OF d SKIP LOCKED""",
    row=_make_claim_unprocessed_documents_row,
    reads=frozenset({"rag.chunks", "rag.documents"}),
    role="system",
)


def claim_unprocessed_documents(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, CLAIM_UNPROCESSED_DOCUMENTS, (limit,))


FAIL_DOCUMENT: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.documents.fail_document",
    source="queries/rag/documents.sql:224",
    sql="""UPDATE rag.documents
SET failure_reason = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset({"rag.documents"}),
    writes=frozenset({"rag.documents"}),
    rows="none",
    role="system",
)


def fail_document(
    conn: Connection[Any] | _runtime.Runner,
    *,
    failure_reason: str,
    document_id: int,
) -> int:
    """Note why a document cannot be cut into chunks.

    :param failure_reason: shown to people
    """
    return _runtime.execute_count(conn, FAIL_DOCUMENT, (failure_reason, document_id))
