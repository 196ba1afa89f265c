-- migrate:up
CREATE TYPE rag.chunking_strategy AS ENUM (
    'ByTitle'
);

COMMENT ON TYPE rag.chunking_strategy IS
    'How documents are cut into chunks: at their titles.';

-- migrate:down
DROP TYPE rag.chunking_strategy;
