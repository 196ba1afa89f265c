-- migrate:up
ALTER TABLE iam.invitations ENABLE ROW LEVEL SECURITY;

-- Neither half of the link: with them an invitation could be used by whoever reads it.
GRANT SELECT (id, team_id, email, first_name, last_name, roles, created_at)
    ON iam.invitations TO application_user, application_readonly;
GRANT INSERT (
    team_id, email, first_name, last_name, roles, invitation_selector, invitation_verifier_hash
) ON iam.invitations TO application_user;
GRANT DELETE ON iam.invitations TO application_user;
GRANT SELECT, DELETE ON iam.invitations TO application_system;

CREATE POLICY members_read ON iam.invitations
    FOR SELECT
    TO application_user, application_readonly
    USING (team_id = ANY (ARRAY(SELECT iam.current_team_ids())));

CREATE POLICY invited_people_read ON iam.invitations
    FOR SELECT
    TO application_user, application_readonly
    USING (lower(email) = (SELECT iam.current_email()));

CREATE POLICY inviters_insert ON iam.invitations
    FOR INSERT
    TO application_user
    WITH CHECK (team_id = ANY (ARRAY(SELECT iam.team_ids_with('InvitePeopleToTeam'))));

CREATE POLICY inviters_delete ON iam.invitations
    FOR DELETE
    TO application_user
    USING (team_id = ANY (ARRAY(SELECT iam.team_ids_with('InvitePeopleToTeam'))));

CREATE POLICY invited_people_delete ON iam.invitations
    FOR DELETE
    TO application_user
    USING (lower(email) = (SELECT iam.current_email()));

CREATE POLICY system ON iam.invitations
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON iam.invitations;
DROP POLICY invited_people_delete ON iam.invitations;
DROP POLICY inviters_delete ON iam.invitations;
DROP POLICY inviters_insert ON iam.invitations;
DROP POLICY invited_people_read ON iam.invitations;
DROP POLICY members_read ON iam.invitations;
REVOKE ALL ON iam.invitations FROM application_user, application_readonly, application_system;
ALTER TABLE iam.invitations DISABLE ROW LEVEL SECURITY;
