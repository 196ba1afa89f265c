-- Partitioned like the log itself, so that a month goes by dropping two tables.

-- migrate:up
CREATE TABLE llm.request_log_bodies (
    request_log_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    request_json jsonb,
    response_json jsonb,
    CONSTRAINT request_log_bodies_pkey PRIMARY KEY (request_log_id, created_at)
) PARTITION BY RANGE (created_at);

-- For purging by age. Without autosummarize it knows nothing of new rows until the next vacuum.
CREATE INDEX request_log_bodies_created_at_idx
    ON llm.request_log_bodies USING brin (created_at)
    WITH (autosummarize = on);

COMMENT ON TABLE llm.request_log_bodies IS
    'What was sent and came back in one logged request, apart from the log because it is large and kept for a shorter time.';
COMMENT ON COLUMN llm.request_log_bodies.request_log_id IS
    'Entry of llm.request_logs; no foreign key, which would keep a month of the log from being dropped.';
COMMENT ON COLUMN llm.request_log_bodies.created_at IS
    'When the entry of the log was made, the same instant to the microsecond.';
COMMENT ON COLUMN llm.request_log_bodies.request_json IS
    'Body of the request; NULL when it was not kept.';
COMMENT ON COLUMN llm.request_log_bodies.response_json IS
    'Body of the answer; NULL when it was not kept.';

-- LIKE and not PARTITION OF, which would leave the comments behind.
CREATE TABLE llm.request_log_bodies_default (
    LIKE llm.request_log_bodies
        INCLUDING DEFAULTS
        INCLUDING CONSTRAINTS
        INCLUDING COMMENTS
);

COMMENT ON TABLE llm.request_log_bodies_default IS
    'Bodies of months that have no partition of their own; it should be empty.';

ALTER TABLE llm.request_log_bodies
    ATTACH PARTITION llm.request_log_bodies_default DEFAULT;

-- migrate:down
DROP TABLE llm.request_log_bodies;
