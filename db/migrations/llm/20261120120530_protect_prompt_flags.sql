-- A finding stays: whoever is flagged does not take it back.

-- migrate:up
ALTER TABLE llm.prompt_flags ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.prompt_flags TO application_user, application_readonly, application_system;
GRANT INSERT (chat_id, flag_type, team_id, user_id)
    ON llm.prompt_flags TO application_user, application_system;

CREATE POLICY person_reads ON llm.prompt_flags
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON llm.prompt_flags
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY system ON llm.prompt_flags
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.prompt_flags;
DROP POLICY person_inserts ON llm.prompt_flags;
DROP POLICY person_reads ON llm.prompt_flags;
REVOKE ALL ON llm.prompt_flags FROM application_user, application_readonly, application_system;
ALTER TABLE llm.prompt_flags DISABLE ROW LEVEL SECURITY;
