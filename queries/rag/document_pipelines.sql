-- name: list_my_document_pipelines :many
-- List the current user's own pipelines in a team, newest first.
--
-- Those whose dataset the current user does not see any more are left out.
-- @returns DocumentPipeline
SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.team_id = :team_id
    AND p.user_id = iam.current_user_id()
ORDER BY p.created_at DESC, p.id DESC;

-- name: create_document_pipeline :one
-- Create a pipeline by which a program adds documents to a dataset for the current user.
--
-- For those who have the permission ManageDocumentPipelines in the team of the dataset; others who
-- see the dataset are refused. None when the current user does not see it. The application makes
-- the key, shows it once, and sends only its hash.
-- @returns DocumentPipeline
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
WITH created AS (
    INSERT INTO rag.document_pipelines (
        dataset_id,
        user_id,
        team_id,
        name,
        api_key
    )
    SELECT
        d.id,
        iam.current_user_id(),
        d.team_id,
        :name,
        :key_hash
    FROM rag.datasets AS d
    WHERE d.id = :dataset_id
    RETURNING
        id,
        name,
        dataset_id,
        user_id,
        team_id,
        created_at,
        updated_at
)

SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM created AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id;

-- name: find_document_pipeline_by_key_hash :one
-- Find a pipeline by the hash of its key, whether the key may be used or not.
-- @role system
-- @returns DocumentPipeline
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.api_key = :key_hash;

-- name: validate_document_pipeline_key :one
-- Find the pipeline whose key a request brought, if it may be used now.
--
-- None unless the person it acts for has an active account, still belongs to the team, and still
-- sees the dataset. What the program may do there is asked on behalf of that person.
-- @role system
-- @returns DocumentPipeline
-- @param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.api_key = :key_hash
    AND (d.visibility <> 'Private' OR d.created_by = p.user_id)
    AND EXISTS (
        SELECT
        FROM iam.users AS u
        INNER JOIN iam.team_users AS tu
            ON tu.user_id = u.id
        WHERE u.id = p.user_id
            AND u.status = 'active'
            AND tu.team_id = p.team_id
    );

-- name: rename_document_pipeline :execrows
-- Rename a pipeline of the current user.
UPDATE rag.document_pipelines
SET name = :name
WHERE id = :document_pipeline_id;

-- name: rotate_document_pipeline_key :execrows
-- Replace the key of a pipeline of the current user; the old one stops working at once.
-- @param key_hash: SHA-256 of the new key in lower-case hexadecimal, never the key
UPDATE rag.document_pipelines
SET api_key = :key_hash
WHERE id = :document_pipeline_id;

-- name: delete_document_pipeline :execrows
-- Delete a pipeline; its key stops working at once.
--
-- For those who have the permission ManageDocumentPipelines in its team.
DELETE FROM rag.document_pipelines
WHERE id = :document_pipeline_id;
