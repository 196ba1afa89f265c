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

CREATE POLICY founder_joins ON iam.team_users
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND EXISTS (
            SELECT
            FROM iam.teams AS t
            WHERE t.id = team_id
                AND t.created_by_user_id = user_id
                AND NOT iam.has_members(t.id)
        )
    );

-- What somebody may add must be visible to be returned; the membership that a founder adds is not
-- yet among the person's teams in the snapshot of the statement that adds it.
CREATE POLICY person_reads ON iam.team_users
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND (SELECT iam.is_signed_in())
        AND team_id = coalesce((SELECT iam.current_team_id()), team_id)
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
DROP POLICY person_reads ON iam.team_users;
DROP POLICY founder_joins ON iam.team_users;
DROP POLICY managers_insert ON iam.team_users;
DROP POLICY members_read ON iam.team_users;
REVOKE ALL ON iam.team_users FROM application_user, application_readonly, application_system;
ALTER TABLE iam.team_users DISABLE ROW LEVEL SECURITY;
