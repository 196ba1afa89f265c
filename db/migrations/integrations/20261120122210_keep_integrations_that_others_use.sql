-- As for prompts: an integration takes its connections along, also those of other teams.

-- migrate:up
-- SECURITY DEFINER: what others do with an integration is nothing that its team sees.
CREATE FUNCTION integrations.is_used_by_others(integration_id integer, team_id integer)
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM integrations.api_key_connections AS c
        WHERE c.integration_id = is_used_by_others.integration_id
            AND c.team_id <> is_used_by_others.team_id
    ) OR EXISTS (
        SELECT
        FROM integrations.oauth2_connections AS c
        WHERE c.integration_id = is_used_by_others.integration_id
            AND c.team_id <> is_used_by_others.team_id
    );

COMMENT ON FUNCTION integrations.is_used_by_others(integer, integer) IS
    'Whether another team than the one named has connections to an integration.';

GRANT EXECUTE ON FUNCTION integrations.is_used_by_others(integer, integer) TO application_user;

CREATE FUNCTION integrations.keep_what_others_use()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    -- Not where a whole team is deleted, which the server does with the rights of the owner.
    IF row_security_active(TG_RELID) AND integrations.is_used_by_others(OLD.id, OLD.team_id) THEN
        RAISE EXCEPTION 'other teams use this integration, and would lose their connections'
            USING ERRCODE = 'restrict_violation',
                HINT = 'make it visible to the team alone',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN OLD;
END
$function$;

COMMENT ON FUNCTION integrations.keep_what_others_use() IS
    'Trigger: keeps people from deleting an integration, and with it the connections of other teams.';

CREATE TRIGGER used_by_other_teams
    BEFORE DELETE ON integrations.integrations
    FOR EACH ROW
    EXECUTE FUNCTION integrations.keep_what_others_use();

-- migrate:down
DROP TRIGGER used_by_other_teams ON integrations.integrations;
DROP FUNCTION integrations.keep_what_others_use();
DROP FUNCTION integrations.is_used_by_others(integer, integer);
