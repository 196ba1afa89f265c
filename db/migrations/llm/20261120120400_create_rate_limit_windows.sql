-- migrate:up
-- Unlogged: what is lost in a crash is a minute's counts, and a commit does not wait for the disk.
-- Room in each page, because the same row is updated again and again; HOT keeps that cheap, and
-- vacuum has to come often, for there are more updates than rows.
CREATE UNLOGGED TABLE llm.rate_limit_windows (
    scope text NOT NULL,
    scope_id integer NOT NULL,
    window_start timestamp with time zone NOT NULL,
    requests integer NOT NULL DEFAULT 0,
    tokens bigint NOT NULL DEFAULT 0,
    CONSTRAINT rate_limit_windows_pkey PRIMARY KEY (scope, scope_id, window_start),
    CONSTRAINT rate_limit_windows_scope_check CHECK (scope IN ('key', 'model', 'ability')),
    CONSTRAINT rate_limit_windows_requests_check CHECK (requests >= 0),
    CONSTRAINT rate_limit_windows_tokens_check CHECK (tokens >= 0)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);

COMMENT ON TABLE llm.rate_limit_windows IS
    'Requests and tokens counted in one minute for one key, model or ability; emptied by a crash.';
COMMENT ON COLUMN llm.rate_limit_windows.scope IS
    'What is counted for: key, model or ability.';
COMMENT ON COLUMN llm.rate_limit_windows.scope_id IS
    'Identifier of the key, the model or the ability.';
COMMENT ON COLUMN llm.rate_limit_windows.window_start IS
    'Start of the minute.';
COMMENT ON COLUMN llm.rate_limit_windows.requests IS
    'Requests let through.';
COMMENT ON COLUMN llm.rate_limit_windows.tokens IS
    'Tokens let through; estimated until a request is settled.';

-- migrate:down
DROP TABLE llm.rate_limit_windows;
