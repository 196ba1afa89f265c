-- name: list_documents :many
-- List the documents of a dataset that the current user sees, with what became of their chunks.
--
-- Page by page, in the order they were added.
-- @returns DocumentSummary
-- @param team_id: if the dataset is of this team only; None for any
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: at most this many
SELECT
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
    WHERE doc.dataset_id = :dataset_id
        AND doc.team_id = :team_id  -- @if team_id
        AND doc.id > :after_id  -- @if after_id
    ORDER BY doc.id
    LIMIT :limit
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
ORDER BY d.id;

-- name: get_document :one
-- Get a document that the current user sees, with what became of its chunks.
-- @returns DocumentSummary
-- @param dataset_id: if it is in this dataset only; None for any
-- @param team_id: if it is of this team only; None for any
SELECT
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
WHERE d.id = :document_id
    AND d.dataset_id = :dataset_id  -- @if dataset_id
    AND d.team_id = :team_id;  -- @if team_id

-- name: get_document_content :one
-- Get the bytes of a document that the current user sees, or the object that holds them.
--
-- Both `content` and `object_id` are None when the file was not kept, or its object was deleted.
SELECT
    id,
    file_name,
    file_type,
    content,
    object_id
FROM rag.documents
WHERE id = :document_id;

-- name: create_document :one
-- Add a document with its bytes to a dataset.
--
-- For those who have the permission ManageDatasets in the team of the dataset; others who see the
-- dataset are refused. None when the current user does not see it.
-- @returns Document
-- @param file_type: media type; None when it is not known
-- @param content!
-- @param content: the bytes of the file, whose number becomes the size of the document
INSERT INTO rag.documents (
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
    :file_name,
    :file_type,
    :content,
    octet_length(:content::bytea)
FROM rag.datasets AS d
WHERE d.id = :dataset_id
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
    updated_at;

-- name: create_document_with_object :one
-- Add a document to a dataset whose bytes are in an object.
--
-- For those who have the permission ManageDatasets in the team of the dataset, and of objects they
-- uploaded themselves; others who see both are refused. None when the current user does not see
-- the dataset or the object, or they are of different teams. Name, media type and size are those
-- of the object.
-- @returns Document
INSERT INTO rag.documents (
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
WHERE d.id = :dataset_id
    AND o.id = :object_id
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
    updated_at;

-- name: retry_document :execrows
-- Have a document that failed tried once more.
--
-- For those who have the permission ManageDatasets in its team. 0 also when it did not fail.
UPDATE rag.documents
SET failure_reason = NULL
WHERE id = :document_id
    AND failure_reason IS NOT NULL;

-- name: delete_document :execrows
-- Delete a document with its chunks.
--
-- For those who have the permission ManageDatasets in its team. An object that holds its bytes
-- stays.
DELETE FROM rag.documents
WHERE id = :document_id;

-- name: claim_unprocessed_documents :many
-- Take the next documents that have no chunks and did not fail, oldest first.
--
-- To be called in the transaction in which their chunks are added: until it ends, no other worker
-- is given them. A document may come once more if another worker finished it in the very moment
-- of the call; `delete_document_chunks` before the new chunks are added keeps it from having all
-- of them twice.
-- @role system
-- @param limit: at most this many
SELECT
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
LIMIT :limit
FOR UPDATE OF d SKIP LOCKED;

-- name: fail_document :execrows
-- Note why a document cannot be cut into chunks.
-- @role system
-- @param failure_reason!
-- @param failure_reason: shown to people
UPDATE rag.documents
SET failure_reason = :failure_reason
WHERE id = :document_id;
