-- What was measured is not changed; it goes with its chat or key.

-- migrate:up
ALTER TABLE llm.token_usage_metrics ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.token_usage_metrics
    TO application_user, application_readonly, application_system;
GRANT INSERT (chat_id, api_key_id, type, tokens, duration_ms, team_id, user_id)
    ON llm.token_usage_metrics TO application_user, application_system;

CREATE POLICY members_read ON llm.token_usage_metrics
    FOR SELECT
    TO application_user, application_readonly
    USING (team_id = ANY (ARRAY(SELECT iam.current_team_ids())));

CREATE POLICY administrators_read ON llm.token_usage_metrics
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY person_inserts ON llm.token_usage_metrics
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY system ON llm.token_usage_metrics
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.token_usage_metrics;
DROP POLICY person_inserts ON llm.token_usage_metrics;
DROP POLICY administrators_read ON llm.token_usage_metrics;
DROP POLICY members_read ON llm.token_usage_metrics;
REVOKE ALL ON llm.token_usage_metrics
    FROM application_user, application_readonly, application_system;
ALTER TABLE llm.token_usage_metrics DISABLE ROW LEVEL SECURITY;
