-- A role that is a member of application_user has its policies and not its name.

-- migrate:up
CREATE OR REPLACE FUNCTION iam.guard_account()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    IF row_security_active(TG_RELID)
        AND NOT pg_has_role('application_system', 'USAGE')
        AND NOT iam.is_system_admin()
    THEN
        RAISE EXCEPTION 'only an administrator changes address, username, status or rights of an account'
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;

-- migrate:down
CREATE OR REPLACE FUNCTION iam.guard_account()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $function$
BEGIN
    IF current_user = 'application_user' AND NOT iam.is_system_admin() THEN
        RAISE EXCEPTION 'only an administrator changes address, username, status or rights of an account'
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;
