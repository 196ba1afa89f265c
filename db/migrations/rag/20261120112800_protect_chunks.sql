-- The array of visible datasets is a condition that an index can take. Its length is unknown, and
-- guessed to be ten: an index on the document alone would be combined with all entries of the
-- visible datasets, for each document of a join anew. So the indexes by which chunks are looked
-- for have dataset_id as well.

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
    USING (dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d)));

CREATE POLICY dataset_managers_insert ON rag.chunks
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY dataset_managers_update ON rag.chunks
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY dataset_managers_delete ON rag.chunks
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
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
