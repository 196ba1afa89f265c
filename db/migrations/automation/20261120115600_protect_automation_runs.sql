-- What runs a prompt is its team's own affair, even where everyone may talk to it: a row is seen
-- by the members of its team who see the prompt. The sub-select on prompts runs under their own
-- policies; EXISTS looks at one prompt where few rows are asked for, however many are visible.

-- migrate:up
ALTER TABLE automation.automation_runs ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON automation.automation_runs
    TO application_user, application_readonly, application_system;
-- People put a run in the queue, put it off and take it out; how far it is, workers say.
GRANT INSERT (prompt_id, team_id, scheduled_for), UPDATE (scheduled_for), DELETE
    ON automation.automation_runs TO application_user;
GRANT INSERT (prompt_id, team_id, scheduled_for), UPDATE (
    status, started_at, completed_at, scheduled_for, claimed_by, heartbeat_at, attempts, error
) ON automation.automation_runs TO application_system;

CREATE POLICY members_read ON automation.automation_runs
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = automation_runs.prompt_id)
    );

CREATE POLICY members_insert ON automation.automation_runs
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = automation_runs.prompt_id)
    );

CREATE POLICY members_update ON automation.automation_runs
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = automation_runs.prompt_id)
        AND status = 'Pending'
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = automation_runs.prompt_id)
        AND status = 'Pending'
    );

CREATE POLICY members_delete ON automation.automation_runs
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (SELECT FROM assistants.prompts AS p WHERE p.id = automation_runs.prompt_id)
    );

CREATE POLICY system ON automation.automation_runs
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON automation.automation_runs;
DROP POLICY members_delete ON automation.automation_runs;
DROP POLICY members_update ON automation.automation_runs;
DROP POLICY members_insert ON automation.automation_runs;
DROP POLICY members_read ON automation.automation_runs;
REVOKE ALL ON automation.automation_runs
    FROM application_user, application_readonly, application_system;
ALTER TABLE automation.automation_runs DISABLE ROW LEVEL SECURITY;
