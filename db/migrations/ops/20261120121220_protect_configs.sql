-- migrate:up
ALTER TABLE ops.configs ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON ops.configs TO application_user, application_readonly, application_system;
GRANT INSERT (name, yaml_config, version, is_active), UPDATE (is_active)
    ON ops.configs TO application_user, application_system;

CREATE POLICY administrators_read ON ops.configs
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_insert ON ops.configs
    FOR INSERT
    TO application_user
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_update ON ops.configs
    FOR UPDATE
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON ops.configs
    TO application_system
    USING (true)
    WITH CHECK (true);

-- A trigger besides the grants, because the owner is bound by neither grants nor policies, and a
-- version that changed under its number is worth nothing as history.
CREATE FUNCTION ops.refuse_change_of_version()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    RAISE EXCEPTION 'version % of configuration "%" is stored and cannot be changed',
        OLD.version, OLD.name
        USING ERRCODE = 'restrict_violation',
            HINT = 'insert a new version and activate it',
            SCHEMA = TG_TABLE_SCHEMA,
            TABLE = TG_TABLE_NAME,
            CONSTRAINT = TG_NAME;
END
$function$;

COMMENT ON FUNCTION ops.refuse_change_of_version() IS
    'Trigger: refuses to change what a stored version of a configuration says.';

CREATE TRIGGER stored_version_is_not_changed
    BEFORE UPDATE ON ops.configs
    FOR EACH ROW
    WHEN (
        (OLD.id, OLD.name, OLD.yaml_config, OLD.version, OLD.created_at)
        IS DISTINCT FROM (NEW.id, NEW.name, NEW.yaml_config, NEW.version, NEW.created_at)
    )
    EXECUTE FUNCTION ops.refuse_change_of_version();

-- migrate:down
DROP TRIGGER stored_version_is_not_changed ON ops.configs;
DROP FUNCTION ops.refuse_change_of_version();
DROP POLICY system ON ops.configs;
DROP POLICY administrators_update ON ops.configs;
DROP POLICY administrators_insert ON ops.configs;
DROP POLICY administrators_read ON ops.configs;
REVOKE ALL ON ops.configs FROM application_user, application_readonly, application_system;
ALTER TABLE ops.configs DISABLE ROW LEVEL SECURITY;
