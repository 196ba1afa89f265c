-- migrate:up
ALTER TABLE model_registry.models ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.model_capabilities ENABLE ROW LEVEL SECURITY;

-- Everything but the key of the service, which is read by whoever calls it: the system.
GRANT SELECT (
    id, model_type, name, base_url, context_size, created_at, updated_at, tpm_limit, rpm_limit
) ON model_registry.models TO application_user, application_readonly;
GRANT INSERT (
    id, model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit
) ON model_registry.models TO application_user;
GRANT UPDATE (
    model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit
) ON model_registry.models TO application_user;
GRANT DELETE ON model_registry.models TO application_user;
-- The application binds the encrypted key to the row's id, and so takes the id first.
GRANT USAGE ON SEQUENCE model_registry.models_id_seq TO application_user;
-- Keys are encrypted anew when the application's own key changes.
GRANT SELECT, UPDATE (api_key) ON model_registry.models TO application_system;

CREATE POLICY everyone_reads ON model_registry.models
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.models
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.models
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON model_registry.model_capabilities
    TO application_user, application_readonly, application_system;
-- To the system too: capabilities come along when prices are fetched.
GRANT INSERT, UPDATE (value), DELETE ON model_registry.model_capabilities
    TO application_user, application_system;

CREATE POLICY everyone_reads ON model_registry.model_capabilities
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.model_capabilities
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.model_capabilities
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON model_registry.model_capabilities;
DROP POLICY administrators_write ON model_registry.model_capabilities;
DROP POLICY everyone_reads ON model_registry.model_capabilities;
DROP POLICY system ON model_registry.models;
DROP POLICY administrators_write ON model_registry.models;
DROP POLICY everyone_reads ON model_registry.models;
REVOKE USAGE ON SEQUENCE model_registry.models_id_seq FROM application_user;
REVOKE ALL ON
    model_registry.models,
    model_registry.model_capabilities
FROM application_user, application_readonly, application_system;
ALTER TABLE model_registry.model_capabilities DISABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.models DISABLE ROW LEVEL SECURITY;
