-- migrate:up
-- BEFORE, so that INSERT ... RETURNING already tells the truth.
--
-- SECURITY DEFINER, because the question is whether *any* user exists. Asked with the rights of a
-- caller who sees only some rows, the answer would be no too often, and each such person would be
-- made an administrator. The owner of the table sees every row. EXECUTE is revoked: a trigger
-- does not need it, and nobody else has a use for it.
CREATE FUNCTION iam.set_first_user_as_admin()
    RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = ''
AS $function$
BEGIN
    -- All registrations but the very first ones end here, without a lock.
    IF EXISTS (SELECT FROM iam.users) THEN
        RETURN NEW;
    END IF;

    -- A stricter isolation would go on looking at the snapshot from before the lock, and two first
    -- users could both be promoted. SERIALIZABLE would fail one of two such transactions only if
    -- both were serializable.
    IF current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
        RAISE EXCEPTION 'the first user can be added under READ COMMITTED only'
            USING ERRCODE = 'invalid_transaction_state',
                HINT = 'Add the first user in a transaction of its own.';
    END IF;

    -- Held until the end of the transaction: whoever waits here continues after the other one
    -- committed or rolled back. Under READ COMMITTED each statement of a volatile function takes
    -- a new snapshot, so that the second look sees what the other one committed.
    PERFORM pg_advisory_xact_lock(hashtextextended('iam.users: first administrator', 0));

    IF NOT EXISTS (SELECT FROM iam.users) THEN
        NEW.system_admin := true;
    END IF;

    RETURN NEW;
END
$function$;

REVOKE EXECUTE ON FUNCTION iam.set_first_user_as_admin() FROM PUBLIC;

COMMENT ON FUNCTION iam.set_first_user_as_admin() IS
    'Trigger: makes the first person ever registered the system administrator, exactly one even in a race.';

CREATE TRIGGER set_admin_flag
    BEFORE INSERT ON iam.users
    FOR EACH ROW
    EXECUTE FUNCTION iam.set_first_user_as_admin();

-- migrate:down
DROP TRIGGER set_admin_flag ON iam.users;
DROP FUNCTION iam.set_first_user_as_admin();
