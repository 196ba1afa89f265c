-- What runs a prompt is its team's own affair, even where everyone may talk to it: a row is seen
-- by the members of its team who see the prompt. The sub-select on prompts runs under their own
-- policies; EXISTS looks at one prompt where few rows are asked for, however many are visible.

-- migrate:up
ALTER TABLE automation.automation_cron_triggers ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON automation.automation_cron_triggers
    TO application_user, application_readonly, application_system;
GRANT INSERT (prompt_id, cron_expression, team_id), UPDATE (cron_expression), DELETE
    ON automation.automation_cron_triggers TO application_user;
GRANT UPDATE (next_run_at) ON automation.automation_cron_triggers TO application_system;

CREATE POLICY members_read ON automation.automation_cron_triggers
    FOR SELECT
    TO application_user, application_readonly
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = automation_cron_triggers.prompt_id
        )
    );

CREATE POLICY members_insert ON automation.automation_cron_triggers
    FOR INSERT
    TO application_user
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = automation_cron_triggers.prompt_id
        )
    );

CREATE POLICY members_update ON automation.automation_cron_triggers
    FOR UPDATE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = automation_cron_triggers.prompt_id
        )
    )
    WITH CHECK (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = automation_cron_triggers.prompt_id
        )
    );

CREATE POLICY members_delete ON automation.automation_cron_triggers
    FOR DELETE
    TO application_user
    USING (
        team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
        AND EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = automation_cron_triggers.prompt_id
        )
    );

CREATE POLICY system ON automation.automation_cron_triggers
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON automation.automation_cron_triggers;
DROP POLICY members_delete ON automation.automation_cron_triggers;
DROP POLICY members_update ON automation.automation_cron_triggers;
DROP POLICY members_insert ON automation.automation_cron_triggers;
DROP POLICY members_read ON automation.automation_cron_triggers;
REVOKE ALL ON automation.automation_cron_triggers
    FROM application_user, application_readonly, application_system;
ALTER TABLE automation.automation_cron_triggers DISABLE ROW LEVEL SECURITY;
