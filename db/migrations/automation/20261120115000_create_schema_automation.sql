-- migrate:up
CREATE SCHEMA automation;

COMMENT ON SCHEMA automation IS
    'Prompts that run by themselves: what sets them off, and the queue of their runs.';

GRANT USAGE ON SCHEMA automation TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA automation;
