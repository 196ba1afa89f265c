-- name: list_document_chunks :many
-- List the chunks of a document that the current user sees, in the order they were cut.
-- @returns Chunk
-- @param dataset_id: if the document is in this dataset only; None for any
-- @param team_id: if the document is of this team only; None for any
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: at most this many
SELECT
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
WHERE document_id = :document_id
    AND dataset_id = :dataset_id  -- @if dataset_id
    AND team_id = :team_id  -- @if team_id
    AND id > :after_id  -- @if after_id
ORDER BY id
LIMIT :limit;

-- name: get_chunk :one
-- Get a chunk that the current user sees.
-- @returns Chunk
SELECT
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
WHERE id = :chunk_id;

-- name: delete_chunk :execrows
-- Delete a chunk.
--
-- For those who have the permission ManageDatasets in its team. A document that loses its last
-- chunk is cut anew.
DELETE FROM rag.chunks
WHERE id = :chunk_id;

-- name: clear_dataset_embeddings :execrows
-- Have the embeddings of all chunks of a dataset made anew, as after a change of the model.
--
-- For those who have the permission ManageDatasets in its team. Until they are made, the chunks
-- are found by their words alone. It waits for workers that are at it, and clears what they stored.
UPDATE rag.chunks
SET
    embeddings = NULL,
    processed = false
WHERE dataset_id = :dataset_id;

-- name: create_chunk :one
-- Add a chunk to a document; its id, or None when the document is gone.
-- @role system
-- @param page_number: the page on which the chunk begins
INSERT INTO rag.chunks (
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
    :page_number,
    :text
FROM rag.documents AS d
WHERE d.id = :document_id
RETURNING id;

-- name: create_chunks :batch
-- Add chunks to documents; the number added.
--
-- Those of a document that is gone are left out.
-- @role system
-- @param page_number: the page on which the chunk begins
INSERT INTO rag.chunks (
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
    :page_number,
    :text
FROM rag.documents AS d
WHERE d.id = :document_id;

-- name: delete_document_chunks :execrows
-- Delete all chunks of a document, before they are cut anew.
-- @role system
DELETE FROM rag.chunks
WHERE document_id = :document_id;

-- name: claim_unprocessed_chunks :many
-- Take the next chunks that were not through the embeddings model, oldest first.
--
-- To be called in the transaction in which their embeddings are stored: until it ends, no other
-- worker is given them. The key of the model's service is not among it:
-- `get_embeddings_model_secret` gives it, once for each dataset.
-- @role system
-- @param limit: at most this many
SELECT
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
LIMIT :limit
FOR UPDATE OF c SKIP LOCKED;

-- name: set_chunk_embeddings :execrows
-- Store the embeddings of a chunk, which is processed then.
-- @role system
-- @param embeddings!
-- @param embeddings: 384, 768, 1024 or 1536 numbers, not all 0; anything else is refused
UPDATE rag.chunks
SET
    embeddings = :embeddings,
    processed = true
WHERE id = :chunk_id;

-- name: set_chunks_embeddings :batch
-- Store the embeddings of many chunks, which are processed then; the number of chunks changed.
-- @role system
-- @param embeddings!
-- @param embeddings: 384, 768, 1024 or 1536 numbers, not all 0; anything else is refused
UPDATE rag.chunks
SET
    embeddings = :embeddings,
    processed = true
WHERE id = :chunk_id;

-- name: fail_chunks :execrows
-- Note that the embeddings model could do nothing with some chunks.
--
-- They are processed and have no embeddings: they count as failed, and are found by words alone.
-- @role system
UPDATE rag.chunks
SET
    embeddings = NULL,
    processed = true
WHERE id = ANY (:chunk_ids);
