-- migrate:up
CREATE SCHEMA storage;

COMMENT ON SCHEMA storage IS
    'Files: what people uploaded, and what the installation downloads.';

GRANT USAGE ON SCHEMA storage TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA storage;
