-- Administrators set prices, and the system fetches the ones that are published.

-- migrate:up
ALTER TABLE model_registry.prices ENABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.tiered_pricing ENABLE ROW LEVEL SECURITY;

GRANT SELECT, DELETE ON model_registry.prices TO application_user, application_system;
GRANT SELECT ON model_registry.prices TO application_readonly;
GRANT INSERT (
    model_name, input_price, output_price, cache_read_price, cache_create_price,
    batch_input_price, batch_output_price, priority_input_price, priority_output_price,
    audio_input_price, audio_output_price, region, currency
), UPDATE (
    model_name, input_price, output_price, cache_read_price, cache_create_price,
    batch_input_price, batch_output_price, priority_input_price, priority_output_price,
    audio_input_price, audio_output_price, region, currency
) ON model_registry.prices TO application_user, application_system;

CREATE POLICY everyone_reads ON model_registry.prices
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.prices
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.prices
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT, DELETE ON model_registry.tiered_pricing TO application_user, application_system;
GRANT SELECT ON model_registry.tiered_pricing TO application_readonly;
GRANT INSERT (
    model_name, tier_start, tier_end, input_price, output_price, region, currency
), UPDATE (
    model_name, tier_start, tier_end, input_price, output_price, region, currency
) ON model_registry.tiered_pricing TO application_user, application_system;

CREATE POLICY everyone_reads ON model_registry.tiered_pricing
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON model_registry.tiered_pricing
    TO application_user
    USING ((SELECT iam.has_permission(NULL, 'SetupModels')))
    WITH CHECK ((SELECT iam.has_permission(NULL, 'SetupModels')));

CREATE POLICY system ON model_registry.tiered_pricing
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON model_registry.tiered_pricing;
DROP POLICY administrators_write ON model_registry.tiered_pricing;
DROP POLICY everyone_reads ON model_registry.tiered_pricing;
DROP POLICY system ON model_registry.prices;
DROP POLICY administrators_write ON model_registry.prices;
DROP POLICY everyone_reads ON model_registry.prices;
REVOKE ALL ON
    model_registry.prices,
    model_registry.tiered_pricing
FROM application_user, application_readonly, application_system;
ALTER TABLE model_registry.tiered_pricing DISABLE ROW LEVEL SECURITY;
ALTER TABLE model_registry.prices DISABLE ROW LEVEL SECURITY;
