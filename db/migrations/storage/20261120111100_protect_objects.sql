-- migrate:up
ALTER TABLE storage.objects ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON storage.objects TO application_user, application_readonly, application_system;
GRANT INSERT (
    team_id, object_name, object_data, mime_type, file_name, file_size, file_hash, created_by
) ON storage.objects TO application_user;
GRANT DELETE ON storage.objects TO application_user;
-- Whose last use is gone, is swept away.
GRANT DELETE ON storage.objects TO application_system;

CREATE POLICY creator_reads ON storage.objects
    FOR SELECT
    TO application_user, application_readonly
    USING (
        created_by = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY creator_inserts ON storage.objects
    FOR INSERT
    TO application_user
    WITH CHECK (
        created_by = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY creator_deletes ON storage.objects
    FOR DELETE
    TO application_user
    USING (
        created_by = (SELECT iam.current_user_id())
        AND team_id = ANY (ARRAY(SELECT iam.current_team_ids()))
    );

CREATE POLICY system ON storage.objects
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON storage.objects;
DROP POLICY creator_deletes ON storage.objects;
DROP POLICY creator_inserts ON storage.objects;
DROP POLICY creator_reads ON storage.objects;
REVOKE ALL ON storage.objects FROM application_user, application_readonly, application_system;
ALTER TABLE storage.objects DISABLE ROW LEVEL SECURITY;
