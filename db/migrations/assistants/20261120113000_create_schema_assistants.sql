-- migrate:up
CREATE SCHEMA assistants;

COMMENT ON SCHEMA assistants IS
    'Assistants: the prompts that people talk to, their categories, the datasets they answer from, and projects.';

GRANT USAGE ON SCHEMA assistants TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA assistants;
