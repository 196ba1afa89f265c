-- A role that is a member of application_user has its policies and not its name.

-- migrate:up
CREATE OR REPLACE FUNCTION assistants.guard_icon()
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
    ) THEN
        -- With the name, as the error of a policy has it.
        RAISE EXCEPTION 'the icon must be an object of the team that one sees (%)', TG_NAME
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;

-- migrate:down
CREATE OR REPLACE FUNCTION assistants.guard_icon()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $function$
BEGIN
    -- Runs with the caller's rights, under the policies on objects.
    IF current_user = 'application_user' AND NOT EXISTS (
        SELECT
        FROM storage.objects AS o
        WHERE o.team_id = NEW.team_id
            AND o.id = NEW.image_icon_object_id
    ) THEN
        -- With the name, as the error of a policy has it.
        RAISE EXCEPTION 'the icon must be an object of the team that one sees (%)', TG_NAME
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;
