-- Partitioned by month, so that old months are dropped and not deleted. Only the parent and a
-- default partition are made here: which months there are depends on the day.

-- migrate:up
CREATE TABLE llm.request_logs (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    request_id text NOT NULL,
    requested_at timestamp with time zone NOT NULL DEFAULT now(),
    user_id integer,
    api_key_id integer,
    channel_id integer,
    auth_id text,
    provider text,
    model text NOT NULL,
    method text,
    path text,
    client_ip inet,
    user_agent text,
    status text,
    status_code integer,
    latency_ms bigint,
    input_tokens integer NOT NULL DEFAULT 0,
    output_tokens integer NOT NULL DEFAULT 0,
    cache_read_tokens integer NOT NULL DEFAULT 0,
    cache_create_tokens integer NOT NULL DEFAULT 0,
    cost bigint NOT NULL DEFAULT 0,
    error_message text,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    -- A unique key of a partitioned table has to contain what it is partitioned by.
    CONSTRAINT request_logs_pkey PRIMARY KEY (id, created_at),
    CONSTRAINT request_logs_request_id_created_at_key UNIQUE (request_id, created_at),
    CONSTRAINT request_logs_status_check
        CHECK (status IN ('pending', 'success', 'error', 'cancelled')),
    CONSTRAINT request_logs_status_code_check CHECK (status_code BETWEEN 100 AND 599),
    CONSTRAINT request_logs_latency_ms_check CHECK (latency_ms >= 0),
    CONSTRAINT request_logs_input_tokens_check CHECK (input_tokens >= 0),
    CONSTRAINT request_logs_output_tokens_check CHECK (output_tokens >= 0),
    CONSTRAINT request_logs_cache_read_tokens_check CHECK (cache_read_tokens >= 0),
    CONSTRAINT request_logs_cache_create_tokens_check CHECK (cache_create_tokens >= 0),
    CONSTRAINT request_logs_cost_check CHECK (cost >= 0)
) PARTITION BY RANGE (created_at);

-- For pages of the newest entries, which need an order. A BRIN beside it would be chosen in its
-- place for ranges of time, and be slower.
CREATE INDEX request_logs_created_at_idx ON llm.request_logs (created_at, id);
CREATE INDEX request_logs_user_id_idx ON llm.request_logs (user_id, created_at);
CREATE INDEX request_logs_model_idx ON llm.request_logs (model, created_at);
CREATE INDEX request_logs_provider_idx ON llm.request_logs (provider, created_at);
CREATE INDEX request_logs_errors_idx
    ON llm.request_logs (created_at)
    WHERE status_code >= 400;

COMMENT ON TABLE llm.request_logs IS
    'One request to a provider that went through the gateway. It refers to nothing by a foreign key, because a log outlives what it names.';
COMMENT ON COLUMN llm.request_logs.id IS
    'Identifier of the entry, unique together with created_at.';
COMMENT ON COLUMN llm.request_logs.request_id IS
    'Identifier that the gateway gave the request; the same one twice at the same instant is refused.';
COMMENT ON COLUMN llm.request_logs.requested_at IS
    'When the request came in.';
COMMENT ON COLUMN llm.request_logs.user_id IS
    'Person who asked, of iam.users at that time; NULL when unknown.';
COMMENT ON COLUMN llm.request_logs.api_key_id IS
    'Key that was used, of iam.api_keys at that time; NULL for none.';
COMMENT ON COLUMN llm.request_logs.channel_id IS
    'Channel it went through, of model_registry.channels at that time; NULL for none.';
COMMENT ON COLUMN llm.request_logs.auth_id IS
    'Account at the provider that was used; NULL when unknown.';
COMMENT ON COLUMN llm.request_logs.provider IS
    'Name of the provider; NULL where only the channel is known.';
COMMENT ON COLUMN llm.request_logs.model IS
    'Name of the model that was asked for.';
COMMENT ON COLUMN llm.request_logs.method IS
    'HTTP method; NULL when it did not come by HTTP.';
COMMENT ON COLUMN llm.request_logs.path IS
    'Path that was asked for; NULL when it did not come by HTTP.';
COMMENT ON COLUMN llm.request_logs.client_ip IS
    'Address of the client; NULL when unknown.';
COMMENT ON COLUMN llm.request_logs.user_agent IS
    'What the client calls itself; NULL when it does not say.';
COMMENT ON COLUMN llm.request_logs.status IS
    'pending, success, error or cancelled; NULL where only the code is known.';
COMMENT ON COLUMN llm.request_logs.status_code IS
    'HTTP status of the answer; NULL until there is one.';
COMMENT ON COLUMN llm.request_logs.latency_ms IS
    'Time to the end of the answer, in milliseconds; NULL until there is one.';
COMMENT ON COLUMN llm.request_logs.input_tokens IS
    'Tokens sent.';
COMMENT ON COLUMN llm.request_logs.output_tokens IS
    'Tokens that came back.';
COMMENT ON COLUMN llm.request_logs.cache_read_tokens IS
    'Tokens that the provider read from its cache.';
COMMENT ON COLUMN llm.request_logs.cache_create_tokens IS
    'Tokens that the provider put into its cache.';
COMMENT ON COLUMN llm.request_logs.cost IS
    'What it cost, in nanodollars.';
COMMENT ON COLUMN llm.request_logs.error_message IS
    'What the provider or the gateway said was wrong; NULL for nothing.';
COMMENT ON COLUMN llm.request_logs.created_at IS
    'When the entry was made; decides the month it is kept in.';

-- LIKE and not PARTITION OF, which would leave the comments behind.
CREATE TABLE llm.request_logs_default (
    LIKE llm.request_logs
        INCLUDING DEFAULTS
        INCLUDING CONSTRAINTS
        INCLUDING COMMENTS
);

COMMENT ON TABLE llm.request_logs_default IS
    'Requests of months that have no partition of their own; it should be empty.';

ALTER TABLE llm.request_logs
    ATTACH PARTITION llm.request_logs_default DEFAULT;

-- migrate:down
DROP TABLE llm.request_logs;
