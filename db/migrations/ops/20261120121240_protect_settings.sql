-- migrate:up
ALTER TABLE ops.settings ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON ops.settings TO application_user, application_readonly, application_system;
GRANT INSERT (scope, owner_user_id, key, value), UPDATE (value), DELETE
    ON ops.settings TO application_user;

CREATE POLICY person_reads ON ops.settings
    FOR SELECT
    TO application_user, application_readonly
    USING (owner_user_id = (SELECT iam.current_user_id()) AND (SELECT iam.is_signed_in()));

CREATE POLICY everyone_reads_what_has_no_owner ON ops.settings
    FOR SELECT
    TO application_user, application_readonly
    USING (owner_user_id IS NULL AND (SELECT iam.is_signed_in()));

-- A flag of one person is no preference: administrators try a feature out on somebody with it.
CREATE POLICY administrators_read_flags ON ops.settings
    FOR SELECT
    TO application_user, application_readonly
    USING (scope = 'feature_flag' AND (SELECT iam.is_system_admin()));

CREATE POLICY person_inserts ON ops.settings
    FOR INSERT
    TO application_user
    WITH CHECK (
        scope = 'user'
        AND owner_user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
    );

CREATE POLICY person_updates ON ops.settings
    FOR UPDATE
    TO application_user
    USING (
        scope = 'user'
        AND owner_user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
    )
    WITH CHECK (
        scope = 'user'
        AND owner_user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
    );

CREATE POLICY person_deletes ON ops.settings
    FOR DELETE
    TO application_user
    USING (
        scope = 'user'
        AND owner_user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
    );

CREATE POLICY administrators_insert ON ops.settings
    FOR INSERT
    TO application_user
    WITH CHECK (scope <> 'user' AND (SELECT iam.is_system_admin()));

CREATE POLICY administrators_update ON ops.settings
    FOR UPDATE
    TO application_user
    USING (scope <> 'user' AND (SELECT iam.is_system_admin()))
    WITH CHECK (scope <> 'user' AND (SELECT iam.is_system_admin()));

CREATE POLICY administrators_delete ON ops.settings
    FOR DELETE
    TO application_user
    USING (scope <> 'user' AND (SELECT iam.is_system_admin()));

CREATE POLICY system ON ops.settings
    FOR SELECT
    TO application_system
    USING (true);

-- migrate:down
DROP POLICY system ON ops.settings;
DROP POLICY administrators_delete ON ops.settings;
DROP POLICY administrators_update ON ops.settings;
DROP POLICY administrators_insert ON ops.settings;
DROP POLICY person_deletes ON ops.settings;
DROP POLICY person_updates ON ops.settings;
DROP POLICY person_inserts ON ops.settings;
DROP POLICY administrators_read_flags ON ops.settings;
DROP POLICY everyone_reads_what_has_no_owner ON ops.settings;
DROP POLICY person_reads ON ops.settings;
REVOKE ALL ON ops.settings FROM application_user, application_readonly, application_system;
ALTER TABLE ops.settings DISABLE ROW LEVEL SECURITY;
