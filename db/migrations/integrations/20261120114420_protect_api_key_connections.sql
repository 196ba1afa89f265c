-- migrate:up
ALTER TABLE integrations.api_key_connections ENABLE ROW LEVEL SECURITY;

-- Everything but the keys: a person brings them, and only the system reads them.
GRANT SELECT (
    id, integration_id, user_id, team_id, visibility, created_at, external_id
) ON integrations.api_key_connections TO application_user, application_readonly;
-- The application binds the ciphertext to external_id, and so chooses it.
GRANT INSERT (
    integration_id, user_id, team_id, visibility, api_key, external_id
) ON integrations.api_key_connections TO application_user;
GRANT UPDATE (visibility, api_key)
    ON integrations.api_key_connections TO application_user;
GRANT DELETE ON integrations.api_key_connections TO application_user;
GRANT SELECT, UPDATE (api_key), DELETE
    ON integrations.api_key_connections TO application_system;

CREATE POLICY members_read ON integrations.api_key_connections
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND (visibility <> 'Private' OR user_id = (SELECT iam.current_user_id()))
    );

CREATE POLICY everyone_reads_company_wide ON integrations.api_key_connections
    FOR SELECT
    TO application_user, application_readonly
    USING (visibility = 'Company' AND (SELECT iam.is_signed_in()));

CREATE POLICY person_inserts ON integrations.api_key_connections
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY integration_is_shared ON integrations.api_key_connections
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        EXISTS (
            SELECT
            FROM integrations.integrations AS i
            WHERE i.id = integration_id
                AND (i.team_id = api_key_connections.team_id OR i.visibility = 'Company')
        )
    );

-- Not for the system, which changes no integration either: it renews what it finds, and a share
-- that ended since must not stop it at one row of many.
CREATE POLICY integration_is_shared_on_update ON integrations.api_key_connections
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user
    USING (true)
    WITH CHECK (
        EXISTS (
            SELECT
            FROM integrations.integrations AS i
            WHERE i.id = integration_id
                AND (i.team_id = api_key_connections.team_id OR i.visibility = 'Company')
        )
    );

CREATE POLICY person_updates ON integrations.api_key_connections
    FOR UPDATE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    )
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_deletes ON integrations.api_key_connections
    FOR DELETE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY managers_delete ON integrations.api_key_connections
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.managed_team_ids()))
        AND visibility <> 'Private'
    );

CREATE POLICY system ON integrations.api_key_connections
    TO application_system
    USING (true)
    WITH CHECK (true);

-- With the unique key on the team, so that both arms of what a person reads are found by an index.
CREATE INDEX api_key_connections_company_wide_idx ON integrations.api_key_connections (id)
    WHERE visibility = 'Company';

-- migrate:down
DROP INDEX integrations.api_key_connections_company_wide_idx;
DROP POLICY system ON integrations.api_key_connections;
DROP POLICY managers_delete ON integrations.api_key_connections;
DROP POLICY person_deletes ON integrations.api_key_connections;
DROP POLICY person_updates ON integrations.api_key_connections;
DROP POLICY integration_is_shared_on_update ON integrations.api_key_connections;
DROP POLICY integration_is_shared ON integrations.api_key_connections;
DROP POLICY person_inserts ON integrations.api_key_connections;
DROP POLICY everyone_reads_company_wide ON integrations.api_key_connections;
DROP POLICY members_read ON integrations.api_key_connections;
REVOKE ALL ON integrations.api_key_connections
    FROM application_user, application_readonly, application_system;
ALTER TABLE integrations.api_key_connections DISABLE ROW LEVEL SECURITY;
