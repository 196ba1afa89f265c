-- migrate:up
ALTER TABLE model_registry.channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.abilities ENABLE ROW LEVEL SECURITY;

-- Everything but the key of the service, which is read by whoever calls it: the system.
GRANT SELECT (
    id, name, channel_type, base_url, api_version, models, priority, status, config, created_at,
    updated_at
) ON model_registry.channels TO application_user, application_readonly;
GRANT INSERT (
    id, name, channel_type, base_url, api_key, api_version, models, priority, status, config
) ON model_registry.channels TO application_user;
GRANT UPDATE (
    name, channel_type, base_url, api_key, api_version, models, priority, status, config
) ON model_registry.channels TO application_user;
GRANT DELETE ON model_registry.channels TO application_user;
-- The application binds the encrypted key to the row's id, and so takes the id first.
GRANT USAGE ON SEQUENCE model_registry.channels_id_seq TO application_user;
-- Keys are encrypted anew when the application's own key changes; a channel that fails is
-- switched off.
GRANT SELECT, UPDATE (api_key, status) ON model_registry.channels TO application_system;

CREATE POLICY administrators_read ON model_registry.channels
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY administrators_write ON model_registry.channels
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.channels
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON model_registry.abilities
    TO application_user, application_readonly, application_system;
GRANT INSERT (group_id, model, channel_id, enabled, rate_limit),
    UPDATE (group_id, model, channel_id, enabled, rate_limit),
    DELETE
    ON model_registry.abilities TO application_user;
GRANT UPDATE (enabled) ON model_registry.abilities TO application_system;

CREATE POLICY administrators_read ON model_registry.abilities
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY administrators_write ON model_registry.abilities
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.abilities
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON model_registry.abilities;
DROP POLICY administrators_write ON model_registry.abilities;
DROP POLICY administrators_read ON model_registry.abilities;
DROP POLICY system ON model_registry.channels;
DROP POLICY administrators_write ON model_registry.channels;
DROP POLICY administrators_read ON model_registry.channels;
REVOKE USAGE ON SEQUENCE model_registry.channels_id_seq FROM application_user;
REVOKE ALL ON
    model_registry.channels,
    model_registry.abilities
FROM application_user, application_readonly, application_system;
ALTER TABLE model_registry.abilities DISABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.channels DISABLE ROW LEVEL SECURITY;
