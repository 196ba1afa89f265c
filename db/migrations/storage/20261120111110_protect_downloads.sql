-- migrate:up
ALTER TABLE storage.downloads ENABLE ROW LEVEL SECURITY;

GRANT SELECT, DELETE ON storage.downloads TO application_user, application_system;
GRANT SELECT ON storage.downloads TO application_readonly;
GRANT INSERT (
    gid, uris, download_dir, filename, status, total, completed, speed
), UPDATE (
    gid, uris, download_dir, filename, status, total, completed, speed
) ON storage.downloads TO application_user, application_system;

CREATE POLICY administrators_read ON storage.downloads
    FOR SELECT
    TO application_readonly
    USING ((SELECT iam.is_system_admin()));

CREATE POLICY administrators_write ON storage.downloads
    TO application_user
    USING ((SELECT iam.is_system_admin()))
    WITH CHECK ((SELECT iam.is_system_admin()));

CREATE POLICY system ON storage.downloads
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON storage.downloads;
DROP POLICY administrators_write ON storage.downloads;
DROP POLICY administrators_read ON storage.downloads;
REVOKE ALL ON storage.downloads FROM application_user, application_readonly, application_system;
ALTER TABLE storage.downloads DISABLE ROW LEVEL SECURITY;
