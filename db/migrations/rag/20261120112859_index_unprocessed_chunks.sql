-- Workers ask for the next chunks without embeddings, which are few among all that are done.

-- migrate:up
CREATE INDEX chunks_unprocessed_idx ON rag.chunks (id) WHERE NOT processed;

-- migrate:down
DROP INDEX rag.chunks_unprocessed_idx;
