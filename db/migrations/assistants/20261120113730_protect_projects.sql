-- migrate:up
ALTER TABLE assistants.projects ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON assistants.projects TO application_user, application_readonly, application_system;
GRANT INSERT (team_id, dataset_id, name, instructions, visibility, created_by)
    ON assistants.projects TO application_user;
GRANT UPDATE (name, instructions, visibility, updated_at)
    ON assistants.projects TO application_user;
GRANT DELETE ON assistants.projects TO application_user;

-- Together with the index on the team: without it, whoever looks for projects looks at all of them.
CREATE INDEX projects_company_wide_idx ON assistants.projects (id) WHERE visibility = 'Company';

CREATE POLICY members_read ON assistants.projects
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY everyone_reads_company_wide ON assistants.projects
    FOR SELECT
    TO application_user, application_readonly
    USING (visibility = 'Company' AND (SELECT iam.is_signed_in()));

CREATE POLICY project_managers_insert ON assistants.projects
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageProjects')))
        AND created_by = (SELECT iam.current_user_id())
    );

-- Or one could take a teammate's private dataset, which then nobody else can give a project.
CREATE POLICY dataset_is_seen ON assistants.projects
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (EXISTS (SELECT FROM rag.datasets AS d WHERE d.id = dataset_id));

CREATE POLICY project_managers_update ON assistants.projects
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageProjects')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageProjects')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY project_managers_delete ON assistants.projects
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageProjects')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY system ON assistants.projects
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON assistants.projects;
DROP POLICY project_managers_delete ON assistants.projects;
DROP POLICY project_managers_update ON assistants.projects;
DROP POLICY dataset_is_seen ON assistants.projects;
DROP POLICY project_managers_insert ON assistants.projects;
DROP POLICY everyone_reads_company_wide ON assistants.projects;
DROP POLICY members_read ON assistants.projects;
DROP INDEX assistants.projects_company_wide_idx;
REVOKE ALL ON assistants.projects FROM application_user, application_readonly, application_system;
ALTER TABLE assistants.projects DISABLE ROW LEVEL SECURITY;
