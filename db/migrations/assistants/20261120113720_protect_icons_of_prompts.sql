-- Whoever sees a prompt sees its icon: one could see a teammate's object by naming it as an icon, or
-- show one to other teams and keep it shown when it was withdrawn. So an icon is one's own upload.
--
-- Triggers and not policies, because policies on objects ask which prompts show them, and two that
-- ask each other are an infinite recursion. And only a change of the icon is to be judged.

-- migrate:up
CREATE FUNCTION assistants.guard_icon()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    -- Runs with the caller's rights, under the policies on objects.
    IF row_security_active(TG_RELID) AND NOT EXISTS (
        SELECT
        FROM storage.objects AS o
        WHERE o.team_id = NEW.team_id
            AND o.id = NEW.image_icon_object_id
            AND o.created_by = iam.current_user_id()
    ) THEN
        -- With the name, as the error of a policy has it.
        RAISE EXCEPTION 'the icon must be an object of the team that one uploaded (%)', TG_NAME
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;

COMMENT ON FUNCTION assistants.guard_icon() IS
    'Trigger: keeps people from showing what others uploaded by making it the icon of a prompt.';

CREATE TRIGGER icon_is_seen
    BEFORE INSERT ON assistants.prompts
    FOR EACH ROW
    WHEN (NEW.image_icon_object_id IS NOT NULL)
    EXECUTE FUNCTION assistants.guard_icon();

CREATE TRIGGER icon_is_seen_on_update
    BEFORE UPDATE OF image_icon_object_id ON assistants.prompts
    FOR EACH ROW
    WHEN (
        NEW.image_icon_object_id IS NOT NULL
        AND NEW.image_icon_object_id IS DISTINCT FROM OLD.image_icon_object_id
    )
    EXECUTE FUNCTION assistants.guard_icon();

-- migrate:down
DROP TRIGGER icon_is_seen_on_update ON assistants.prompts;
DROP TRIGGER icon_is_seen ON assistants.prompts;
DROP FUNCTION assistants.guard_icon();
