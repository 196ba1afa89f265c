-- migrate:up
ALTER TABLE rag.chunks_chats ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT ON rag.chunks_chats TO application_user, application_system;
GRANT SELECT ON rag.chunks_chats TO application_readonly;

CREATE POLICY person_reads ON rag.chunks_chats
    FOR SELECT
    TO application_user, application_readonly
    USING (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY person_inserts ON rag.chunks_chats
    FOR INSERT
    TO application_user
    WITH CHECK (
        user_id = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

-- The foreign key is checked with the rights of the owner, who sees every chunk. A person is held
-- to this by the policies of chunks too; a worker by this alone.
CREATE POLICY chunk_is_shared ON rag.chunks_chats
    AS RESTRICTIVE
    FOR INSERT
    TO application_user, application_system
    WITH CHECK (
        EXISTS (
            SELECT
            FROM rag.chunks AS c
            INNER JOIN rag.datasets AS d
                ON d.id = c.dataset_id
            WHERE c.id = chunks_chats.chunk_id
                AND (
                    d.visibility = 'Company'
                    OR (
                        d.team_id = chunks_chats.team_id
                        AND (d.visibility <> 'Private' OR d.created_by = chunks_chats.user_id)
                    )
                )
        )
    );

CREATE POLICY system ON rag.chunks_chats
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON rag.chunks_chats;
DROP POLICY chunk_is_shared ON rag.chunks_chats;
DROP POLICY person_inserts ON rag.chunks_chats;
DROP POLICY person_reads ON rag.chunks_chats;
REVOKE ALL ON rag.chunks_chats FROM application_user, application_readonly, application_system;
ALTER TABLE rag.chunks_chats DISABLE ROW LEVEL SECURITY;
