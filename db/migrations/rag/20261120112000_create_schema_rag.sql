-- migrate:up
CREATE SCHEMA rag;

COMMENT ON SCHEMA rag IS
    'Retrieval: datasets of documents, cut into chunks that are searched by words and by meaning.';

GRANT USAGE ON SCHEMA rag TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA rag;
