-- No policy on the prompt FOR UPDATE: nobody may change it, and an answer still has to be written
-- down when its prompt was taken out of the company's sight meanwhile. The run of an automation is
-- set by the worker alone: a run with chats cannot be deleted.

-- migrate:up
ALTER TABLE llm.chats ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.chats TO application_user, application_readonly, application_system;
GRANT INSERT (
    conversation_id, status, prompt_id, tool_calls, content, tool_call_id, role, team_id, user_id
) ON llm.chats TO application_user;
GRANT INSERT (
    conversation_id, status, prompt_id, tool_calls, content, tool_call_id, role,
    automation_run_id, team_id, user_id
) ON llm.chats TO application_system;
GRANT UPDATE (status, tool_calls, content, tool_call_id, updated_at)
    ON llm.chats TO application_user, application_system;
GRANT DELETE ON llm.chats TO application_user;

CREATE POLICY person_reads ON llm.chats
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON llm.chats
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_updates ON llm.chats
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

CREATE POLICY person_deletes ON llm.chats
    FOR DELETE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('DeleteChat')))
    );

CREATE POLICY prompt_is_shared ON llm.chats
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.id = chats.prompt_id
                AND (p.team_id = chats.team_id OR p.visibility = 'Company')
        )
    );

CREATE POLICY system ON llm.chats
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.chats;
DROP POLICY prompt_is_shared ON llm.chats;
DROP POLICY person_deletes ON llm.chats;
DROP POLICY person_updates ON llm.chats;
DROP POLICY person_inserts ON llm.chats;
DROP POLICY person_reads ON llm.chats;
REVOKE ALL ON llm.chats FROM application_user, application_readonly, application_system;
ALTER TABLE llm.chats DISABLE ROW LEVEL SECURITY;
