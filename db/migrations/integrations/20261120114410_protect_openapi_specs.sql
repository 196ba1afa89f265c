-- What the installation offers to all teams: administrators keep it, and only the system handles
-- the keys.

-- migrate:up
ALTER TABLE integrations.openapi_specs ENABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.openapi_spec_selections ENABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.openapi_spec_api_keys ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON integrations.openapi_specs
    TO application_user, application_readonly, application_system;
GRANT INSERT (slug, title, description, spec, logo_url, is_active, category)
    ON integrations.openapi_specs TO application_user;
GRANT UPDATE (slug, title, description, spec, logo_url, is_active, category, updated_at)
    ON integrations.openapi_specs TO application_user;
GRANT DELETE ON integrations.openapi_specs TO application_user;

CREATE POLICY everyone_reads ON integrations.openapi_specs
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON integrations.openapi_specs
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON integrations.openapi_specs
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON integrations.openapi_spec_selections
    TO application_user, application_readonly, application_system;
GRANT INSERT (category, openapi_spec_id), UPDATE (openapi_spec_id, updated_at), DELETE
    ON integrations.openapi_spec_selections TO application_user;

CREATE POLICY everyone_reads ON integrations.openapi_spec_selections
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON integrations.openapi_spec_selections
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON integrations.openapi_spec_selections
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON integrations.openapi_spec_api_keys TO application_system;

CREATE POLICY system ON integrations.openapi_spec_api_keys
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON integrations.openapi_spec_api_keys;
DROP POLICY system ON integrations.openapi_spec_selections;
DROP POLICY administrators_write ON integrations.openapi_spec_selections;
DROP POLICY everyone_reads ON integrations.openapi_spec_selections;
DROP POLICY system ON integrations.openapi_specs;
DROP POLICY administrators_write ON integrations.openapi_specs;
DROP POLICY everyone_reads ON integrations.openapi_specs;

REVOKE ALL ON
    integrations.openapi_specs,
    integrations.openapi_spec_selections,
    integrations.openapi_spec_api_keys
FROM application_user, application_readonly, application_system;

ALTER TABLE integrations.openapi_spec_api_keys DISABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.openapi_spec_selections DISABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.openapi_specs DISABLE ROW LEVEL SECURITY;
