-- migrate:up
ALTER TABLE integrations.integrations ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON integrations.integrations
    TO application_user, application_readonly, application_system;
GRANT INSERT (integration_type, name, definition, visibility, team_id, created_by)
    ON integrations.integrations TO application_user;
GRANT UPDATE (integration_type, name, definition, visibility, updated_at)
    ON integrations.integrations TO application_user;
GRANT DELETE ON integrations.integrations TO application_user;

CREATE POLICY members_read ON integrations.integrations
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY everyone_reads_company_wide ON integrations.integrations
    FOR SELECT
    TO application_user, application_readonly
    USING (visibility = 'Company' AND (SELECT iam.is_signed_in()));

CREATE POLICY members_insert ON integrations.integrations
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageIntegrations')))
        AND created_by = (SELECT iam.current_user_id())
    );

CREATE POLICY members_update ON integrations.integrations
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageIntegrations')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageIntegrations')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY members_delete ON integrations.integrations
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageIntegrations')))
        AND (visibility <> 'Private' OR created_by = (SELECT iam.current_user_id()))
    );

CREATE POLICY system ON integrations.integrations
    TO application_system
    USING (true)
    WITH CHECK (true);

-- With the unique key on the team, so that both arms of what a person reads are found by an index.
CREATE INDEX integrations_company_wide_idx ON integrations.integrations (id)
    WHERE visibility = 'Company';

-- migrate:down
DROP INDEX integrations.integrations_company_wide_idx;
DROP POLICY system ON integrations.integrations;
DROP POLICY members_delete ON integrations.integrations;
DROP POLICY members_update ON integrations.integrations;
DROP POLICY members_insert ON integrations.integrations;
DROP POLICY everyone_reads_company_wide ON integrations.integrations;
DROP POLICY members_read ON integrations.integrations;
REVOKE ALL ON integrations.integrations
    FROM application_user, application_readonly, application_system;
ALTER TABLE integrations.integrations DISABLE ROW LEVEL SECURITY;
