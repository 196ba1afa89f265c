-- A prompt takes its chats and keys along, as in the original. Those of other teams, which use it
-- while it is company-wide, are not its team's to delete.

-- migrate:up
-- SECURITY DEFINER: what others do with a prompt is nothing that its team sees.
CREATE FUNCTION assistants.is_used_by_others(prompt_id integer, team_id integer)
    RETURNS boolean
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN EXISTS (
        SELECT
        FROM llm.chats AS c
        WHERE c.prompt_id = is_used_by_others.prompt_id
            AND c.team_id <> is_used_by_others.team_id
    ) OR EXISTS (
        SELECT
        FROM iam.api_keys AS k
        WHERE k.prompt_id = is_used_by_others.prompt_id
            AND k.team_id <> is_used_by_others.team_id
    );

COMMENT ON FUNCTION assistants.is_used_by_others(integer, integer) IS
    'Whether another team than the one named has chats with a prompt, or keys for it.';

GRANT EXECUTE ON FUNCTION assistants.is_used_by_others(integer, integer) TO application_user;

CREATE FUNCTION assistants.keep_what_others_use()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    -- Not where a whole team is deleted, which the server does with the rights of the owner.
    IF row_security_active(TG_RELID) AND assistants.is_used_by_others(OLD.id, OLD.team_id) THEN
        RAISE EXCEPTION 'other teams use this assistant, and would lose their chats and keys'
            USING ERRCODE = 'restrict_violation',
                HINT = 'make it visible to the team alone',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN OLD;
END
$function$;

COMMENT ON FUNCTION assistants.keep_what_others_use() IS
    'Trigger: keeps people from deleting an assistant, and with it what other teams said to it.';

CREATE TRIGGER used_by_other_teams
    BEFORE DELETE ON assistants.prompts
    FOR EACH ROW
    EXECUTE FUNCTION assistants.keep_what_others_use();

-- migrate:down
DROP TRIGGER used_by_other_teams ON assistants.prompts;
DROP FUNCTION assistants.keep_what_others_use();
DROP FUNCTION assistants.is_used_by_others(integer, integer);
