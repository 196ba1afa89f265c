-- migrate:up
CREATE SCHEMA llm;

COMMENT ON SCHEMA llm IS
    'Conversations with language models, what they use, what limits them, and the log of requests.';

GRANT USAGE ON SCHEMA llm TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA llm;
