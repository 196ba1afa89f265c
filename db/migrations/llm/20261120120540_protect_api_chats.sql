-- migrate:up
ALTER TABLE llm.api_chats ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.api_chats TO application_user, application_readonly, application_system;
GRANT INSERT (api_key_id, status, role, tool_calls, content, tool_call_id, team_id, user_id)
    ON llm.api_chats TO application_user, application_system;
GRANT UPDATE (status, tool_calls, content, tool_call_id, updated_at)
    ON llm.api_chats TO application_user, application_system;

CREATE POLICY person_reads ON llm.api_chats
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON llm.api_chats
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_updates ON llm.api_chats
    FOR UPDATE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    )
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY system ON llm.api_chats
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.api_chats;
DROP POLICY person_updates ON llm.api_chats;
DROP POLICY person_inserts ON llm.api_chats;
DROP POLICY person_reads ON llm.api_chats;
REVOKE ALL ON llm.api_chats FROM application_user, application_readonly, application_system;
ALTER TABLE llm.api_chats DISABLE ROW LEVEL SECURITY;
