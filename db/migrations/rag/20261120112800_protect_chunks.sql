-- migrate:up
ALTER TABLE rag.chunks ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON rag.chunks TO application_user, application_readonly, application_system;
GRANT INSERT (document_id, text, page_number, embeddings, processed, team_id, dataset_id)
    ON rag.chunks TO application_user, application_system;
GRANT UPDATE (text, page_number, embeddings, processed, updated_at)
    ON rag.chunks TO application_user, application_system;
GRANT DELETE ON rag.chunks TO application_user, application_system;

CREATE POLICY readers_of_dataset_read ON rag.chunks
    FOR SELECT
    TO application_user, application_readonly
    USING (EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = chunks.dataset_id));

CREATE POLICY dataset_managers_insert ON rag.chunks
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = chunks.dataset_id)
    );

CREATE POLICY dataset_managers_update ON rag.chunks
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = chunks.dataset_id)
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = chunks.dataset_id)
    );

CREATE POLICY dataset_managers_delete ON rag.chunks
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = chunks.dataset_id)
    );

CREATE POLICY system ON rag.chunks
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON rag.chunks;
DROP POLICY dataset_managers_delete ON rag.chunks;
DROP POLICY dataset_managers_update ON rag.chunks;
DROP POLICY dataset_managers_insert ON rag.chunks;
DROP POLICY readers_of_dataset_read ON rag.chunks;
REVOKE ALL ON rag.chunks FROM application_user, application_readonly, application_system;
ALTER TABLE rag.chunks DISABLE ROW LEVEL SECURITY;
