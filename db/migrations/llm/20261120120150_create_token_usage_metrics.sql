-- migrate:up
CREATE TABLE llm.token_usage_metrics (
    id bigint GENERATED ALWAYS AS IDENTITY,
    chat_id integer,
    api_key_id integer,
    type llm.token_usage_type NOT NULL,
    tokens integer NOT NULL,
    duration_ms integer,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    team_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT token_usage_metrics_pkey PRIMARY KEY (id),
    CONSTRAINT token_usage_metrics_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id)
        REFERENCES llm.chats (team_id, user_id, id) ON DELETE CASCADE,
    CONSTRAINT token_usage_metrics_api_key_id_fkey FOREIGN KEY (team_id, user_id, api_key_id)
        REFERENCES iam.api_keys (team_id, user_id, id) ON DELETE CASCADE,
    -- One of the two foreign keys is therefore always checked, and with it team and person.
    CONSTRAINT check_exclusive_reference CHECK (
        (chat_id IS NOT NULL AND api_key_id IS NULL)
        OR (chat_id IS NULL AND api_key_id IS NOT NULL)
    ),
    -- A person measures for the team, and could take away from its sums.
    CONSTRAINT token_usage_metrics_tokens_check CHECK (tokens >= 0),
    CONSTRAINT token_usage_metrics_duration_ms_check CHECK (duration_ms >= 0)
);

CREATE INDEX idx_token_usage_metrics_api_key_id ON llm.token_usage_metrics (api_key_id);
CREATE INDEX idx_token_usage_metrics_chat_id ON llm.token_usage_metrics (chat_id);
CREATE INDEX idx_token_usage_metrics_created_at ON llm.token_usage_metrics (created_at);
CREATE INDEX idx_token_usage_metrics_type ON llm.token_usage_metrics (type);

CREATE INDEX token_usage_metrics_chat_id_idx
    ON llm.token_usage_metrics (team_id, user_id, chat_id);
CREATE INDEX token_usage_metrics_api_key_id_idx
    ON llm.token_usage_metrics (team_id, user_id, api_key_id);

COMMENT ON TABLE llm.token_usage_metrics IS
    'Tokens that one exchange with a model took, in one direction.';
COMMENT ON COLUMN llm.token_usage_metrics.id IS
    'Identifier of the measurement.';
COMMENT ON COLUMN llm.token_usage_metrics.chat_id IS
    'Turn of a conversation they were used for; NULL when a key was used.';
COMMENT ON COLUMN llm.token_usage_metrics.api_key_id IS
    'Key they were used with; NULL for a turn of a conversation.';
COMMENT ON COLUMN llm.token_usage_metrics.type IS
    'Whether they were sent or came back.';
COMMENT ON COLUMN llm.token_usage_metrics.tokens IS
    'How many tokens.';
COMMENT ON COLUMN llm.token_usage_metrics.duration_ms IS
    'How long it took, in milliseconds; NULL when nobody measured.';
COMMENT ON COLUMN llm.token_usage_metrics.created_at IS
    'When it was measured.';
COMMENT ON COLUMN llm.token_usage_metrics.team_id IS
    'Team of the conversation or the key, whose members see the measurement.';
COMMENT ON COLUMN llm.token_usage_metrics.user_id IS
    'Person of the conversation or the key.';

-- migrate:down
DROP TABLE llm.token_usage_metrics;
