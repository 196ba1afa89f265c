-- migrate:up
CREATE TABLE llm.usage_stats (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    provider text NOT NULL,
    model text NOT NULL,
    auth_id text NOT NULL,
    date date NOT NULL,
    request_count bigint NOT NULL DEFAULT 0,
    input_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    reasoning_tokens bigint NOT NULL DEFAULT 0,
    cached_tokens bigint NOT NULL DEFAULT 0,
    total_tokens bigint NOT NULL GENERATED ALWAYS AS
        (input_tokens + output_tokens + reasoning_tokens + cached_tokens) STORED,
    success_count bigint NOT NULL DEFAULT 0,
    error_count bigint NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT usage_stats_pkey PRIMARY KEY (id),
    CONSTRAINT usage_stats_provider_model_auth_id_date_key
        UNIQUE (provider, model, auth_id, date),
    CONSTRAINT usage_stats_request_count_check CHECK (request_count >= 0),
    CONSTRAINT usage_stats_input_tokens_check CHECK (input_tokens >= 0),
    CONSTRAINT usage_stats_output_tokens_check CHECK (output_tokens >= 0),
    CONSTRAINT usage_stats_reasoning_tokens_check CHECK (reasoning_tokens >= 0),
    CONSTRAINT usage_stats_cached_tokens_check CHECK (cached_tokens >= 0),
    CONSTRAINT usage_stats_success_count_check CHECK (success_count >= 0),
    CONSTRAINT usage_stats_error_count_check CHECK (error_count >= 0)
);

CREATE INDEX usage_stats_date_idx ON llm.usage_stats (date);
CREATE INDEX usage_stats_auth_id_idx ON llm.usage_stats (auth_id, date);

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON llm.usage_stats
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at('total_tokens');

COMMENT ON TABLE llm.usage_stats IS
    'Requests and tokens of one day, added up by provider, model and account.';
COMMENT ON COLUMN llm.usage_stats.id IS
    'Identifier of the row.';
COMMENT ON COLUMN llm.usage_stats.provider IS
    'Name of the provider.';
COMMENT ON COLUMN llm.usage_stats.model IS
    'Name of the model.';
COMMENT ON COLUMN llm.usage_stats.auth_id IS
    'Account at the provider that was used.';
COMMENT ON COLUMN llm.usage_stats.date IS
    'Day, in UTC.';
COMMENT ON COLUMN llm.usage_stats.request_count IS
    'Requests.';
COMMENT ON COLUMN llm.usage_stats.input_tokens IS
    'Tokens sent.';
COMMENT ON COLUMN llm.usage_stats.output_tokens IS
    'Tokens that came back.';
COMMENT ON COLUMN llm.usage_stats.reasoning_tokens IS
    'Tokens that a model spent on thinking.';
COMMENT ON COLUMN llm.usage_stats.cached_tokens IS
    'Tokens that the provider read from its cache.';
COMMENT ON COLUMN llm.usage_stats.total_tokens IS
    'Sum of the four kinds of tokens; generated.';
COMMENT ON COLUMN llm.usage_stats.success_count IS
    'Requests that were answered.';
COMMENT ON COLUMN llm.usage_stats.error_count IS
    'Requests that failed.';
COMMENT ON COLUMN llm.usage_stats.created_at IS
    'When the first request of the day was added.';
COMMENT ON COLUMN llm.usage_stats.updated_at IS
    'When the last one was added.';

-- migrate:down
DROP TABLE llm.usage_stats;
