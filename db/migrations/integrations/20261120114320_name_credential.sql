-- A default cannot name another column, hence the trigger.

-- migrate:up
CREATE FUNCTION integrations.name_credential()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    NEW.name := NEW.provider_user_id;

    RETURN NEW;
END
$function$;

COMMENT ON FUNCTION integrations.name_credential() IS
    'Trigger: names a credential without a name by its account at the provider.';

CREATE TRIGGER name_credential
    BEFORE INSERT ON integrations.credentials
    FOR EACH ROW
    WHEN (NEW.name IS NULL)
    EXECUTE FUNCTION integrations.name_credential();

-- migrate:down
DROP TRIGGER name_credential ON integrations.credentials;
DROP FUNCTION integrations.name_credential();
