-- migrate:up
ALTER TABLE iam.team_users ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON iam.team_users TO application_user, application_readonly, application_system;
GRANT INSERT, UPDATE (roles), DELETE ON iam.team_users TO application_user;

CREATE POLICY members_read ON iam.team_users
    FOR SELECT
    TO application_user, application_readonly
    USING (team_id = ANY (ARRAY(SELECT iam.current_team_ids())));

CREATE POLICY managers_insert ON iam.team_users
    FOR INSERT
    TO application_user
    WITH CHECK (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())));

-- Members of a team see each other: whoever could add anybody to a team would see everybody. Others
-- come in by an invitation, which asks them.
CREATE POLICY person_is_seen ON iam.team_users
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (
        EXISTS (
            SELECT
            FROM iam.users AS u
            WHERE u.id = team_users.user_id
        )
    );

CREATE POLICY managers_update ON iam.team_users
    FOR UPDATE
    TO application_user
    USING (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())))
    WITH CHECK (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY managers_delete ON iam.team_users
    FOR DELETE
    TO application_user
    USING (team_id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY member_leaves ON iam.team_users
    FOR DELETE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
        -- Said here too: a DELETE without conditions asks no policy for SELECT.
        AND team_id = coalesce((SELECT iam.current_team_id()), team_id)
    );

CREATE POLICY system ON iam.team_users
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON iam.team_users;
DROP POLICY member_leaves ON iam.team_users;
DROP POLICY managers_delete ON iam.team_users;
DROP POLICY managers_update ON iam.team_users;
DROP POLICY person_is_seen ON iam.team_users;
DROP POLICY managers_insert ON iam.team_users;
DROP POLICY members_read ON iam.team_users;
REVOKE ALL ON iam.team_users FROM application_user, application_readonly, application_system;
ALTER TABLE iam.team_users DISABLE ROW LEVEL SECURITY;
