-- migrate:up
ALTER TABLE iam.teams ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON iam.teams TO application_user, application_readonly, application_system;
-- A team is made by iam.create_team(), so that it is never without its founder.
GRANT UPDATE (name), DELETE ON iam.teams TO application_user;

CREATE POLICY members_read ON iam.teams
    FOR SELECT
    TO application_user, application_readonly
    USING (id = ANY (ARRAY(SELECT iam.current_team_ids())));

CREATE POLICY invited_people_read ON iam.teams
    FOR SELECT
    TO application_user, application_readonly
    USING (id = ANY (ARRAY(SELECT iam.inviting_team_ids())));

CREATE POLICY managers_update ON iam.teams
    FOR UPDATE
    TO application_user
    USING (id = ANY (ARRAY(SELECT iam.managed_team_ids())))
    WITH CHECK (id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY managers_delete ON iam.teams
    FOR DELETE
    TO application_user
    USING (id = ANY (ARRAY(SELECT iam.managed_team_ids())));

CREATE POLICY system ON iam.teams
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON iam.teams;
DROP POLICY managers_delete ON iam.teams;
DROP POLICY managers_update ON iam.teams;
DROP POLICY invited_people_read ON iam.teams;
DROP POLICY members_read ON iam.teams;
REVOKE ALL ON iam.teams FROM application_user, application_readonly, application_system;
ALTER TABLE iam.teams DISABLE ROW LEVEL SECURITY;
