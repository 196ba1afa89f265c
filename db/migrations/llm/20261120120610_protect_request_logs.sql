-- Whoever asks a partition itself gets nothing: policies and grants are those of the parent. Row
-- security is on there too, so that a grant given by mistake opens nothing.

-- migrate:up
ALTER TABLE llm.request_logs ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_logs_default ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_log_bodies ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_log_bodies_default ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm.usage_stats ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.request_logs, llm.request_log_bodies, llm.usage_stats
    TO application_user, application_readonly, application_system;

-- A request may be logged when it begins, and be finished later.
GRANT
    INSERT,
    UPDATE (
        provider, channel_id, auth_id, status, status_code, latency_ms, input_tokens,
        output_tokens, cache_read_tokens, cache_create_tokens, cost, error_message
    )
ON llm.request_logs TO application_system;
GRANT INSERT, UPDATE (response_json), DELETE ON llm.request_log_bodies TO application_system;
GRANT INSERT, UPDATE, DELETE ON llm.usage_stats TO application_system;

CREATE POLICY administrators_read ON llm.request_logs
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY system ON llm.request_logs
    TO application_system
    USING (true)
    WITH CHECK (true);

CREATE POLICY administrators_read ON llm.request_log_bodies
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY system ON llm.request_log_bodies
    TO application_system
    USING (true)
    WITH CHECK (true);

CREATE POLICY administrators_read ON llm.usage_stats
    FOR SELECT
    TO application_user, application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY system ON llm.usage_stats
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.usage_stats;
DROP POLICY administrators_read ON llm.usage_stats;
DROP POLICY system ON llm.request_log_bodies;
DROP POLICY administrators_read ON llm.request_log_bodies;
DROP POLICY system ON llm.request_logs;
DROP POLICY administrators_read ON llm.request_logs;
REVOKE ALL ON llm.request_logs, llm.request_log_bodies, llm.usage_stats
    FROM application_user, application_readonly, application_system;
ALTER TABLE llm.usage_stats DISABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_log_bodies_default DISABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_log_bodies DISABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_logs_default DISABLE ROW LEVEL SECURITY;
ALTER TABLE llm.request_logs DISABLE ROW LEVEL SECURITY;
