-- Whoever makes a connection private again would not even see which prompts of others call by it:
-- they lose it as if it were deleted.

-- migrate:up
CREATE FUNCTION integrations.take_back_connection()
    RETURNS trigger
    LANGUAGE plpgsql
    -- Under the policies a person neither sees nor changes the private prompts of others.
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    DELETE FROM integrations.prompt_integration AS pi
    USING assistants.prompts AS p
    WHERE p.id = pi.prompt_id
        AND p.created_by IS DISTINCT FROM NEW.user_id
        AND pi.team_id = NEW.team_id
        AND pi.integration_id = NEW.integration_id
        AND NEW.id = CASE TG_TABLE_NAME
            WHEN 'api_key_connections' THEN pi.api_connection_id
            ELSE pi.oauth2_connection_id
        END;

    RETURN NULL;
END
$function$;

COMMENT ON FUNCTION integrations.take_back_connection() IS
    'Trigger: takes a connection that becomes private from the prompts of other people.';

CREATE TRIGGER take_back_connection
    AFTER UPDATE OF visibility ON integrations.api_key_connections
    FOR EACH ROW
    WHEN (OLD.visibility <> 'Private' AND NEW.visibility = 'Private')
    EXECUTE FUNCTION integrations.take_back_connection();

CREATE TRIGGER take_back_connection
    AFTER UPDATE OF visibility ON integrations.oauth2_connections
    FOR EACH ROW
    WHEN (OLD.visibility <> 'Private' AND NEW.visibility = 'Private')
    EXECUTE FUNCTION integrations.take_back_connection();

-- migrate:down
DROP TRIGGER take_back_connection ON integrations.oauth2_connections;
DROP TRIGGER take_back_connection ON integrations.api_key_connections;
DROP FUNCTION integrations.take_back_connection();
