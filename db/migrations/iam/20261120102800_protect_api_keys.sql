-- migrate:up
-- What hangs on a key names its team and person too, and cannot name others.
ALTER TABLE iam.api_keys
    ADD CONSTRAINT api_keys_team_id_user_id_id_key UNIQUE (team_id, user_id, id);

ALTER TABLE iam.api_keys ENABLE ROW LEVEL SECURITY;

-- Everything but the hash, under either of its names: it is all that a lookup needs.
GRANT SELECT (
    id, prompt_id, user_id, team_id, name, created_at, external_id, key_prefix, description,
    rate_limit, status, is_active, expires_at, last_used_at, deleted_at, quota, used_quota, scopes,
    updated_at
) ON iam.api_keys TO application_user, application_readonly;
GRANT INSERT (
    prompt_id, user_id, team_id, name, api_key, key_prefix, description, rate_limit, status,
    expires_at, quota, scopes
) ON iam.api_keys TO application_user;
GRANT UPDATE (
    name, api_key, key_prefix, description, rate_limit, status, expires_at, deleted_at, quota,
    scopes, updated_at
) ON iam.api_keys TO application_user;
GRANT DELETE ON iam.api_keys TO application_user;
GRANT SELECT, UPDATE (last_used_at, used_quota), DELETE ON iam.api_keys TO application_system;

CREATE POLICY members_read ON iam.api_keys
    FOR SELECT
    TO application_user, application_readonly
    USING (team_id = ANY (ARRAY(SELECT iam.current_team_ids())));

CREATE POLICY person_inserts ON iam.api_keys
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('CreateApiKeys')))
    );

CREATE POLICY person_inserts_mcp_keys ON iam.api_keys
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND prompt_id IS NULL
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('ManageMcpKeys')))
    );

CREATE POLICY person_updates ON iam.api_keys
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

CREATE POLICY managers_update ON iam.api_keys
    FOR UPDATE
    TO application_user
    USING (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())))
    WITH CHECK (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY person_deletes ON iam.api_keys
    FOR DELETE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY managers_delete ON iam.api_keys
    FOR DELETE
    TO application_user
    USING (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY system ON iam.api_keys
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON iam.api_keys;
DROP POLICY managers_delete ON iam.api_keys;
DROP POLICY person_deletes ON iam.api_keys;
DROP POLICY managers_update ON iam.api_keys;
DROP POLICY person_updates ON iam.api_keys;
DROP POLICY person_inserts_mcp_keys ON iam.api_keys;
DROP POLICY person_inserts ON iam.api_keys;
DROP POLICY members_read ON iam.api_keys;
REVOKE ALL ON iam.api_keys FROM application_user, application_readonly, application_system;
ALTER TABLE iam.api_keys DISABLE ROW LEVEL SECURITY;
ALTER TABLE iam.api_keys DROP CONSTRAINT api_keys_team_id_user_id_id_key;
