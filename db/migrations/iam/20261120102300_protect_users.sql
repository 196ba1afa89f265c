-- migrate:up
ALTER TABLE iam.users ENABLE ROW LEVEL SECURITY;

-- Everything but the password's hash.
GRANT SELECT (
    id, openid_sub, email, first_name, last_name, system_admin, created_at, updated_at, username,
    status
) ON iam.users TO application_user, application_readonly;
GRANT UPDATE (
    email, first_name, last_name, username, status, system_admin, updated_at
) ON iam.users TO application_user;
GRANT DELETE ON iam.users TO application_user;
GRANT SELECT ON iam.users TO application_system;
-- Not system_admin: only the first person is made administrator without one.
GRANT
    INSERT (openid_sub, email, first_name, last_name, username, password_hash, status),
    UPDATE (openid_sub, email, first_name, last_name, username, password_hash, status, updated_at)
ON iam.users TO application_system;

CREATE POLICY people_read ON iam.users
    FOR SELECT
    TO application_user, application_readonly
    USING (id = ANY (ARRAY(SELECT iam.visible_user_ids())));

CREATE POLICY administrators_read ON iam.users
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY person_updates ON iam.users
    FOR UPDATE
    TO application_user
    USING (id = (SELECT iam.current_user_id()) AND (SELECT iam.is_signed_in()))
    WITH CHECK (id = (SELECT iam.current_user_id()) AND (SELECT iam.is_signed_in()));

CREATE POLICY administrators_update ON iam.users
    FOR UPDATE
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_delete ON iam.users
    FOR DELETE
    TO application_user
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY system ON iam.users
    TO application_system
    USING (true)
    WITH CHECK (true);

-- A trigger and not a policy, because a policy does not see the row as it was: one that looked it
-- up would see the state before a change that another session commits meanwhile.
CREATE FUNCTION iam.guard_account()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
BEGIN
    -- Not by the name of the role, which one that is a member of it has not.
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

COMMENT ON FUNCTION iam.guard_account() IS
    'Trigger: keeps people from changing their own rights, and the address that invitations go by.';

CREATE TRIGGER only_administrators_change_accounts
    BEFORE UPDATE ON iam.users
    FOR EACH ROW
    WHEN (
        (OLD.email, OLD.username, OLD.status, OLD.system_admin)
        IS DISTINCT FROM (NEW.email, NEW.username, NEW.status, NEW.system_admin)
    )
    EXECUTE FUNCTION iam.guard_account();

-- migrate:down
DROP TRIGGER only_administrators_change_accounts ON iam.users;
DROP FUNCTION iam.guard_account();
DROP POLICY system ON iam.users;
DROP POLICY administrators_delete ON iam.users;
DROP POLICY administrators_update ON iam.users;
DROP POLICY person_updates ON iam.users;
DROP POLICY administrators_read ON iam.users;
DROP POLICY people_read ON iam.users;
REVOKE ALL ON iam.users FROM application_user, application_readonly, application_system;
ALTER TABLE iam.users DISABLE ROW LEVEL SECURITY;
