-- migrate:up
ALTER TABLE assistants.categories ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON assistants.categories TO application_user, application_readonly, application_system;
GRANT INSERT (name, description), UPDATE (name, description), DELETE
    ON assistants.categories TO application_user;

CREATE POLICY everyone_reads ON assistants.categories
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON assistants.categories
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON assistants.categories
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON assistants.categories;
DROP POLICY administrators_write ON assistants.categories;
DROP POLICY everyone_reads ON assistants.categories;
REVOKE ALL ON assistants.categories FROM application_user, application_readonly, application_system;
ALTER TABLE assistants.categories DISABLE ROW LEVEL SECURITY;
