-- Triggers and not policies, because a policy does not see the row as it was.

-- migrate:up
CREATE FUNCTION iam.guard_api_key()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    IF NOT row_security_active(TG_RELID) THEN
        RETURN NEW;
    END IF;

    -- Whoever knows the key, or says what it is for, acts for its person.
    IF (OLD.api_key, OLD.prompt_id) IS DISTINCT FROM (NEW.api_key, NEW.prompt_id)
        AND OLD.user_id IS DISTINCT FROM iam.current_user_id()
    THEN
        RAISE EXCEPTION 'only the person of a key changes the key or its prompt'
            USING ERRCODE = 'insufficient_privilege',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    IF (OLD.status = 'revoked' AND NEW.status <> 'revoked')
        OR (OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL)
    THEN
        RAISE EXCEPTION 'a key that was revoked or deleted stays so'
            USING ERRCODE = 'insufficient_privilege',
                HINT = 'make a new key',
                SCHEMA = TG_TABLE_SCHEMA,
                TABLE = TG_TABLE_NAME,
                CONSTRAINT = TG_NAME;
    END IF;

    RETURN NEW;
END
$function$;

COMMENT ON FUNCTION iam.guard_api_key() IS
    'Trigger: keeps managers from taking over a key, and anybody from using a revoked one again.';

CREATE TRIGGER only_the_person_changes_the_key
    BEFORE UPDATE ON iam.api_keys
    FOR EACH ROW
    WHEN (
        (OLD.api_key, OLD.prompt_id, OLD.status, OLD.deleted_at)
        IS DISTINCT FROM (NEW.api_key, NEW.prompt_id, NEW.status, NEW.deleted_at)
    )
    EXECUTE FUNCTION iam.guard_api_key();

-- migrate:down
DROP TRIGGER only_the_person_changes_the_key ON iam.api_keys;
DROP FUNCTION iam.guard_api_key();
