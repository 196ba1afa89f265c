-- migrate:up
ALTER TABLE model_registry.providers ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.protocol_configs ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON model_registry.providers
    TO application_user, application_readonly, application_system;
GRANT INSERT (
    name, svg_logo, default_model_name, default_model_display_name, default_model_context_size,
    default_model_description, base_url, api_key_optional, default_embeddings_model_name,
    default_embeddings_model_display_name, default_embeddings_model_context_size,
    default_embeddings_model_description
), UPDATE (
    name, svg_logo, default_model_name, default_model_display_name, default_model_context_size,
    default_model_description, base_url, api_key_optional, default_embeddings_model_name,
    default_embeddings_model_display_name, default_embeddings_model_context_size,
    default_embeddings_model_description
), DELETE ON model_registry.providers TO application_user;

CREATE POLICY everyone_reads ON model_registry.providers
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.providers
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.providers
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON model_registry.protocol_configs
    TO application_user, application_readonly, application_system;
GRANT INSERT (
    channel_type, api_version, is_default, chat_endpoint, embed_endpoint, models_endpoint,
    request_mapping, response_mapping, detection_rules
), UPDATE (
    channel_type, api_version, is_default, chat_endpoint, embed_endpoint, models_endpoint,
    request_mapping, response_mapping, detection_rules
), DELETE ON model_registry.protocol_configs TO application_user;

CREATE POLICY everyone_reads ON model_registry.protocol_configs
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.protocol_configs
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.protocol_configs
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON model_registry.protocol_configs;
DROP POLICY administrators_write ON model_registry.protocol_configs;
DROP POLICY everyone_reads ON model_registry.protocol_configs;
DROP POLICY system ON model_registry.providers;
DROP POLICY administrators_write ON model_registry.providers;
DROP POLICY everyone_reads ON model_registry.providers;
REVOKE ALL ON
    model_registry.providers,
    model_registry.protocol_configs
FROM application_user, application_readonly, application_system;
ALTER TABLE model_registry.protocol_configs DISABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.providers DISABLE ROW LEVEL SECURITY;
