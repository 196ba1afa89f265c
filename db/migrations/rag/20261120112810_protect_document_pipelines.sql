-- migrate:up
ALTER TABLE rag.document_pipelines ENABLE ROW LEVEL SECURITY;

-- Everything but the hash: it is all that a lookup needs.
GRANT SELECT (id, dataset_id, user_id, team_id, name, created_at, updated_at)
    ON rag.document_pipelines TO application_user, application_readonly;
GRANT INSERT (dataset_id, user_id, team_id, name, api_key)
    ON rag.document_pipelines TO application_user;
GRANT UPDATE (name, api_key, updated_at) ON rag.document_pipelines TO application_user;
GRANT DELETE ON rag.document_pipelines TO application_user;
GRANT SELECT ON rag.document_pipelines TO application_system;

-- Not everyone who reads a company-wide dataset: who feeds it is a matter of its team.
CREATE POLICY members_read ON rag.document_pipelines
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY person_inserts ON rag.document_pipelines
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDocumentPipelines')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

-- The program acts for the person: another who set its key could act in that name.
CREATE POLICY person_updates ON rag.document_pipelines
    FOR UPDATE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDocumentPipelines')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    )
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDocumentPipelines')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY pipeline_managers_delete ON rag.document_pipelines
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDocumentPipelines')))
        AND dataset_id = ANY (ARRAY(SELECT d.id FROM rag.datasets AS d))
    );

CREATE POLICY system ON rag.document_pipelines
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON rag.document_pipelines;
DROP POLICY pipeline_managers_delete ON rag.document_pipelines;
DROP POLICY person_updates ON rag.document_pipelines;
DROP POLICY person_inserts ON rag.document_pipelines;
DROP POLICY members_read ON rag.document_pipelines;
REVOKE ALL ON rag.document_pipelines FROM application_user, application_readonly, application_system;
ALTER TABLE rag.document_pipelines DISABLE ROW LEVEL SECURITY;
