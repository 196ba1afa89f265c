-- name: list_datasets :many
-- List the datasets that the current user sees, with the number of documents in each.
--
-- Those of one's teams that are not somebody else's private ones, and the company-wide ones of
-- all teams. Page by page, in the order they were made.
-- @returns DatasetSummary
-- @param team_id: of one team only; None for all
-- @param is_project: True for datasets of projects only, False for the others only; None for both
-- @param after_id: the last id of the page before; None for the first page
-- @param limit: at most this many
SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE true
    AND d.team_id = :team_id  -- @if team_id
    AND d.is_project = :is_project  -- @if is_project
    AND d.id > :after_id  -- @if after_id
ORDER BY d.id
LIMIT :limit;

-- name: get_dataset :one
-- Get a dataset that the current user sees, with the number of documents in it.
-- @returns DatasetSummary
SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = :dataset_id;

-- name: get_dataset_of_worker :one
-- Get any dataset, for a worker that cuts its documents or makes its embeddings.
-- @role system
-- @returns DatasetSummary
SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = :dataset_id;

-- name: find_dataset_by_pipeline_key :one
-- Find the dataset to which the key that a request brought adds documents.
--
-- None for an unknown key. It does not ask whether the key may still be used:
-- `validate_document_pipeline_key` does.
-- @role system
-- @returns DatasetSummary
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE p.api_key = :key_hash;

-- name: find_dataset_by_external_id :one
-- Find a dataset that the current user sees by the identifier shown outside.
-- @returns Dataset
SELECT
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at
FROM rag.datasets
WHERE external_id = :external_id;

-- name: create_dataset :one
-- Create a dataset of the current user in a team.
--
-- For those who have the permission ManageDatasets in it; others are refused.
-- @returns Dataset
-- @param combine_under_n_chars: shorter sections are put together into one chunk
-- @param new_after_n_chars: a chunk that has reached this number of characters is closed
-- @param multipage_sections: whether a chunk may go on over the end of a page
INSERT INTO rag.datasets (
    team_id,
    name,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    visibility,
    created_by
)
VALUES (
    :team_id,
    :name,
    :embeddings_model_id,
    :chunking_strategy,
    :combine_under_n_chars,
    :new_after_n_chars,
    :multipage_sections,
    :visibility,
    iam.current_user_id()
)
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at;

-- name: create_project_dataset :one
-- Create a dataset of the current user that holds the files of a project.
--
-- For those who have the permission ManageDatasets in the team; others are refused.
-- @returns Dataset
-- @param combine_under_n_chars: shorter sections are put together into one chunk
-- @param new_after_n_chars: a chunk that has reached this number of characters is closed
-- @param multipage_sections: whether a chunk may go on over the end of a page
INSERT INTO rag.datasets (
    team_id,
    name,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    visibility,
    created_by,
    is_project
)
VALUES (
    :team_id,
    :name,
    :embeddings_model_id,
    :chunking_strategy,
    :combine_under_n_chars,
    :new_after_n_chars,
    :multipage_sections,
    :visibility,
    iam.current_user_id(),
    true
)
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at;

-- name: update_dataset :one
-- Replace the name, the visibility and the settings of a dataset.
--
-- For those who have the permission ManageDatasets in its team; None for others. Only its creator
-- can make it private: anybody else is refused. Chunks stay as they are: after a change of the
-- embeddings model, `clear_dataset_embeddings` has them made anew.
-- @returns Dataset
-- @param combine_under_n_chars: shorter sections are put together into one chunk
-- @param new_after_n_chars: a chunk that has reached this number of characters is closed
-- @param multipage_sections: whether a chunk may go on over the end of a page
UPDATE rag.datasets
SET
    name = :name,
    visibility = :visibility,
    embeddings_model_id = :embeddings_model_id,
    chunking_strategy = :chunking_strategy,
    combine_under_n_chars = :combine_under_n_chars,
    new_after_n_chars = :new_after_n_chars,
    multipage_sections = :multipage_sections
WHERE id = :dataset_id
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at;

-- name: delete_dataset :execrows
-- Delete a dataset with all that is in it.
--
-- For those who have the permission ManageDatasets in its team.
DELETE FROM rag.datasets
WHERE id = :dataset_id;

-- name: get_embeddings_model_secret :one
-- Get the model that makes the embeddings of a dataset, with the key of its service.
--
-- The key is ciphertext, bound to the id of the model; None when the service needs none.
-- @role system
SELECT
    m.id,
    m.name,
    m.base_url,
    m.api_key,
    m.context_size
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = :dataset_id;
