-- A row belongs to its prompt: the sub-selects run under the policies of what they read, so that
-- nobody links what that person does not see.

-- migrate:up
ALTER TABLE integrations.prompt_integration ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON integrations.prompt_integration
    TO application_user, application_readonly, application_system;
-- Nothing to update: another integration or connection is another row.
GRANT INSERT (prompt_id, integration_id, api_connection_id, oauth2_connection_id, team_id), DELETE
    ON integrations.prompt_integration TO application_user;

CREATE POLICY readers_of_prompt_read ON integrations.prompt_integration
    FOR SELECT
    TO application_user, application_readonly
    USING (prompt_id = ANY (ARRAY(SELECT p.id FROM assistants.prompts AS p)));

CREATE POLICY members_insert ON integrations.prompt_integration
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND prompt_id = ANY (ARRAY(SELECT p.id FROM assistants.prompts AS p))
    );

CREATE POLICY members_delete ON integrations.prompt_integration
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND prompt_id = ANY (ARRAY(SELECT p.id FROM assistants.prompts AS p))
    );

CREATE POLICY integration_is_shared ON integrations.prompt_integration
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        EXISTS (
            SELECT
            FROM integrations.integrations AS i
            WHERE i.id = integration_id
                AND (i.team_id = prompt_integration.team_id OR i.visibility = 'Company')
        )
    );

CREATE POLICY integration_is_shared_on_update ON integrations.prompt_integration
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user, application_system
    USING (true)
    WITH CHECK (
        EXISTS (
            SELECT
            FROM integrations.integrations AS i
            WHERE i.id = integration_id
                AND (i.team_id = prompt_integration.team_id OR i.visibility = 'Company')
        )
    );

-- That it is the team's own connection to this integration, the foreign keys say.
CREATE POLICY connection_is_visible ON integrations.prompt_integration
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        (
            api_connection_id IS NULL
            OR EXISTS (
                SELECT
                FROM integrations.api_key_connections AS c
                WHERE c.id = api_connection_id
            )
        )
        AND (
            oauth2_connection_id IS NULL
            OR EXISTS (
                SELECT
                FROM integrations.oauth2_connections AS c
                WHERE c.id = oauth2_connection_id
            )
        )
    );

CREATE POLICY connection_is_visible_on_update ON integrations.prompt_integration
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user, application_system
    USING (true)
    WITH CHECK (
        (
            api_connection_id IS NULL
            OR EXISTS (
                SELECT
                FROM integrations.api_key_connections AS c
                WHERE c.id = api_connection_id
            )
        )
        AND (
            oauth2_connection_id IS NULL
            OR EXISTS (
                SELECT
                FROM integrations.oauth2_connections AS c
                WHERE c.id = oauth2_connection_id
            )
        )
    );

CREATE POLICY system ON integrations.prompt_integration
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON integrations.prompt_integration;
DROP POLICY connection_is_visible_on_update ON integrations.prompt_integration;
DROP POLICY connection_is_visible ON integrations.prompt_integration;
DROP POLICY integration_is_shared_on_update ON integrations.prompt_integration;
DROP POLICY integration_is_shared ON integrations.prompt_integration;
DROP POLICY members_delete ON integrations.prompt_integration;
DROP POLICY members_insert ON integrations.prompt_integration;
DROP POLICY readers_of_prompt_read ON integrations.prompt_integration;
REVOKE ALL ON integrations.prompt_integration
    FROM application_user, application_readonly, application_system;
ALTER TABLE integrations.prompt_integration DISABLE ROW LEVEL SECURITY;
