-- migrate:up
ALTER TABLE rag.datasets ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON rag.datasets TO application_user, application_readonly, application_system;
GRANT INSERT (
    team_id, embeddings_model_id, visibility, name, chunking_strategy, combine_under_n_chars,
    new_after_n_chars, multipage_sections, created_by, is_project
) ON rag.datasets TO application_user;
GRANT UPDATE (
    embeddings_model_id, visibility, name, chunking_strategy, combine_under_n_chars,
    new_after_n_chars, multipage_sections, updated_at
) ON rag.datasets TO application_user;
GRANT DELETE ON rag.datasets TO application_user;

CREATE POLICY members_read ON rag.datasets
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY everyone_reads_company_wide ON rag.datasets
    FOR SELECT
    TO application_user, application_readonly
    USING (visibility = 'Company' AND (SELECT iam.is_signed_in()));

CREATE POLICY dataset_managers_insert ON rag.datasets
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND created_by = (SELECT iam.current_user_id())
    );

CREATE POLICY dataset_managers_update ON rag.datasets
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY dataset_managers_delete ON rag.datasets
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageDatasets')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY system ON rag.datasets
    TO application_system
    USING (true)
    WITH CHECK (true);

-- Those of one's teams are found by datasets_team_id_id_key.
CREATE INDEX datasets_company_wide_idx ON rag.datasets (id) WHERE visibility = 'Company';

-- migrate:down
DROP INDEX rag.datasets_company_wide_idx;
DROP POLICY system ON rag.datasets;
DROP POLICY dataset_managers_delete ON rag.datasets;
DROP POLICY dataset_managers_update ON rag.datasets;
DROP POLICY dataset_managers_insert ON rag.datasets;
DROP POLICY everyone_reads_company_wide ON rag.datasets;
DROP POLICY members_read ON rag.datasets;
REVOKE ALL ON rag.datasets FROM application_user, application_readonly, application_system;
ALTER TABLE rag.datasets DISABLE ROW LEVEL SECURITY;
