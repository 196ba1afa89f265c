-- Nothing in the original's SQL asks for the permission DeleteChat. People delete no chats but
-- their own, so if it is to mean anything it is that; every collaborator has it.

-- migrate:up
ALTER TABLE llm.conversations ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON llm.conversations TO application_user, application_readonly, application_system;
GRANT INSERT (user_id, team_id, project_id)
    ON llm.conversations TO application_user, application_system;
GRANT UPDATE (project_id), DELETE ON llm.conversations TO application_user;

CREATE POLICY person_reads ON llm.conversations
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON llm.conversations
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_updates ON llm.conversations
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

CREATE POLICY person_deletes ON llm.conversations
    FOR DELETE
    TO application_user
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.team_ids_with('DeleteChat')))
    );

CREATE POLICY project_is_shared ON llm.conversations
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        project_id IS NULL
        OR EXISTS (
            SELECT
            FROM assistants.projects AS p
            WHERE p.id = conversations.project_id
                AND (p.team_id = conversations.team_id OR p.visibility = 'Company')
        )
    );

CREATE POLICY project_stays_shared ON llm.conversations
    AS RESTRICTIVE
    FOR UPDATE
    TO application_user, application_system
    USING (true)
    WITH CHECK (
        project_id IS NULL
        OR EXISTS (
            SELECT
            FROM assistants.projects AS p
            WHERE p.id = conversations.project_id
                AND (p.team_id = conversations.team_id OR p.visibility = 'Company')
        )
    );

CREATE POLICY system ON llm.conversations
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.conversations;
DROP POLICY project_stays_shared ON llm.conversations;
DROP POLICY project_is_shared ON llm.conversations;
DROP POLICY person_deletes ON llm.conversations;
DROP POLICY person_updates ON llm.conversations;
DROP POLICY person_inserts ON llm.conversations;
DROP POLICY person_reads ON llm.conversations;
REVOKE ALL ON llm.conversations FROM application_user, application_readonly, application_system;
ALTER TABLE llm.conversations DISABLE ROW LEVEL SECURITY;
