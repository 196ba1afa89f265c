-- migrate:up
ALTER TABLE llm.chats_attachments ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT
    ON llm.chats_attachments TO application_user, application_system;
GRANT SELECT ON llm.chats_attachments TO application_readonly;

CREATE POLICY person_reads ON llm.chats_attachments
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON llm.chats_attachments
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

-- The foreign key is checked with the rights of the owner, who sees every file of the team.
CREATE POLICY object_is_seen ON llm.chats_attachments
    AS RESTRICTIVE
    FOR INSERT
    TO application_user
    WITH CHECK (
        EXISTS (
            SELECT
            FROM storage.objects AS o
            WHERE o.id = chats_attachments.object_id
        )
    );

CREATE POLICY system ON llm.chats_attachments
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON llm.chats_attachments;
DROP POLICY object_is_seen ON llm.chats_attachments;
DROP POLICY person_inserts ON llm.chats_attachments;
DROP POLICY person_reads ON llm.chats_attachments;
REVOKE ALL ON llm.chats_attachments FROM application_user, application_readonly, application_system;
ALTER TABLE llm.chats_attachments DISABLE ROW LEVEL SECURITY;
