-- The tables that belong to no team: what administrators keep, and what only the system reads.

-- migrate:up
ALTER TABLE iam.roles_permissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE iam.oauth_clients ENABLE ROW LEVEL SECURITY;
ALTER TABLE iam.groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE iam.group_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE iam.permission_grants ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON iam.roles_permissions TO application_user, application_readonly, application_system;

CREATE POLICY everyone_reads ON iam.roles_permissions
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY system ON iam.roles_permissions
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON iam.oauth_clients TO application_system;
-- The application binds the encrypted secret to the row's id, and so takes the id first.
GRANT USAGE ON SEQUENCE iam.oauth_clients_id_seq TO application_system;

CREATE POLICY system ON iam.oauth_clients
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON iam.groups TO application_user, application_readonly, application_system;
GRANT INSERT (name, description), UPDATE (name, description), DELETE
    ON iam.groups TO application_user;

CREATE POLICY everyone_reads ON iam.groups
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_signed_in()));

CREATE POLICY administrators_write ON iam.groups
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON iam.groups
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON iam.group_members TO application_user, application_readonly, application_system;
GRANT INSERT, DELETE ON iam.group_members TO application_user;

CREATE POLICY member_reads ON iam.group_members
    FOR SELECT
    TO application_user, application_readonly
    USING (user_id = (SELECT iam.current_user_id()) AND (SELECT iam.is_signed_in()));

CREATE POLICY administrators_read ON iam.group_members
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_write ON iam.group_members
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON iam.group_members
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON iam.permission_grants TO application_user, application_readonly, application_system;
GRANT INSERT (user_id, role, resource, action, conditions), UPDATE (resource), DELETE
    ON iam.permission_grants TO application_user;

CREATE POLICY grantee_reads ON iam.permission_grants
    FOR SELECT
    TO application_user, application_readonly
    USING (user_id = (SELECT iam.current_user_id()) AND (SELECT iam.is_signed_in()));

CREATE POLICY holders_of_role_read ON iam.permission_grants
    FOR SELECT
    TO application_user, application_readonly
    USING (role = ANY (ARRAY(SELECT iam.current_roles())));

CREATE POLICY administrators_read ON iam.permission_grants
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_write ON iam.permission_grants
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON iam.permission_grants
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON iam.permission_grants;
DROP POLICY administrators_write ON iam.permission_grants;
DROP POLICY administrators_read ON iam.permission_grants;
DROP POLICY holders_of_role_read ON iam.permission_grants;
DROP POLICY grantee_reads ON iam.permission_grants;
DROP POLICY system ON iam.group_members;
DROP POLICY administrators_write ON iam.group_members;
DROP POLICY administrators_read ON iam.group_members;
DROP POLICY member_reads ON iam.group_members;
DROP POLICY system ON iam.groups;
DROP POLICY administrators_write ON iam.groups;
DROP POLICY everyone_reads ON iam.groups;
DROP POLICY system ON iam.oauth_clients;
DROP POLICY system ON iam.roles_permissions;
DROP POLICY everyone_reads ON iam.roles_permissions;

REVOKE USAGE ON SEQUENCE iam.oauth_clients_id_seq FROM application_system;
REVOKE ALL ON
    iam.roles_permissions,
    iam.oauth_clients,
    iam.groups,
    iam.group_members,
    iam.permission_grants
FROM application_user, application_readonly, application_system;

ALTER TABLE iam.permission_grants DISABLE ROW LEVEL SECURITY;
ALTER TABLE iam.group_members DISABLE ROW LEVEL SECURITY;
ALTER TABLE iam.groups DISABLE ROW LEVEL SECURITY;
ALTER TABLE iam.oauth_clients DISABLE ROW LEVEL SECURITY;
ALTER TABLE iam.roles_permissions DISABLE ROW LEVEL SECURITY;
