-- Nobody is granted the counters: llm.take_request() and llm.settle_request() change them.

-- migrate:up
ALTER TABLE llm.rate_limits ENABLE ROW LEVEL SECURITY;
ALTER TABLE llm.rate_limit_windows ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.rate_limits TO application_user, application_readonly, application_system;
GRANT
    INSERT (api_key_id, tpm_limit, rpm_limit),
    UPDATE (tpm_limit, rpm_limit),
    DELETE
ON llm.rate_limits TO application_user;

CREATE POLICY administrators_read ON llm.rate_limits
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_write ON llm.rate_limits
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON llm.rate_limits
    TO application_system
    USING (true)
    WITH CHECK (true);

GRANT SELECT ON llm.rate_limit_windows TO application_system;

CREATE POLICY system ON llm.rate_limit_windows
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.rate_limit_windows;
DROP POLICY system ON llm.rate_limits;
DROP POLICY administrators_write ON llm.rate_limits;
DROP POLICY administrators_read ON llm.rate_limits;
REVOKE ALL ON llm.rate_limits, llm.rate_limit_windows
    FROM application_user, application_readonly, application_system;
ALTER TABLE llm.rate_limit_windows DISABLE ROW LEVEL SECURITY;
ALTER TABLE llm.rate_limits DISABLE ROW LEVEL SECURITY;
