-- migrate:up
-- UNLOGGED: what a crash takes is made again, so writes need not reach the log.
CREATE UNLOGGED TABLE ops.cache (
    key text NOT NULL,
    value bytea NOT NULL,
    content_type text NOT NULL DEFAULT 'application/octet-stream',
    tags text[] NOT NULL DEFAULT '{}',
    expires_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT cache_pkey PRIMARY KEY (key),
    CONSTRAINT cache_tags_check CHECK (array_position(tags, NULL) IS NULL)
);

CREATE INDEX cache_tags_idx ON ops.cache USING gin (tags);
CREATE INDEX cache_expires_at_idx ON ops.cache (expires_at);

COMMENT ON TABLE ops.cache IS
    'A value kept until it expires; unlogged, so that a crash empties the table and a replica has none of it. Expired entries stay until ops.purge_expired_cache: readers compare expires_at.';
COMMENT ON COLUMN ops.cache.key IS
    'Name of the entry.';
COMMENT ON COLUMN ops.cache.value IS
    'The value, as the application encodes it.';
COMMENT ON COLUMN ops.cache.content_type IS
    'Media type of the value.';
COMMENT ON COLUMN ops.cache.tags IS
    'Names by which entries are thrown away together.';
COMMENT ON COLUMN ops.cache.expires_at IS
    'From when on the entry counts as absent.';
COMMENT ON COLUMN ops.cache.created_at IS
    'When the entry was first written.';

-- migrate:down
DROP TABLE ops.cache;
