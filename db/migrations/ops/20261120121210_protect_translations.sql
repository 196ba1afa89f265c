-- migrate:up
ALTER TABLE ops.translations ENABLE ROW LEVEL SECURITY;

-- The system reads too: the page to sign in at has texts, and nobody is signed in there.
GRANT SELECT ON ops.translations TO application_user, application_readonly, application_system;
GRANT INSERT (locale, key, value), UPDATE (value), DELETE ON ops.translations TO application_user;

CREATE POLICY everyone_reads ON ops.translations
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON ops.translations
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON ops.translations
    FOR SELECT
    TO application_system
    USING (true);

-- migrate:down
DROP POLICY system ON ops.translations;
DROP POLICY administrators_write ON ops.translations;
DROP POLICY everyone_reads ON ops.translations;
REVOKE ALL ON ops.translations FROM application_user, application_readonly, application_system;
ALTER TABLE ops.translations DISABLE ROW LEVEL SECURITY;
