-- Models of each kind, what they can do, what they cost, and the channels that lead to them.
-- Keys of services are placeholders: the application encrypts, and can read none of these.
INSERT INTO model_registry.models (
    id, model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit, created_at,
    updated_at
)
SELECT
    m.id,
    m.model_type::model_registry.model_type,
    m.name,
    m.base_url,
    m.api_key,
    m.context_size,
    m.tpm_limit,
    m.rpm_limit,
    now() - interval '180 days',
    now() - interval '30 days'
FROM (
    VALUES
        (
            3001, 'LLM', 'gpt-4o', 'https://api.openai.com/v1',
            'demo placeholder, not a ciphertext: OpenAI key', 128000, 200000, 500
        ),
        (3002, 'LLM', 'llama3.2', 'http://localhost:11434/v1', NULL, 131072, 50000, 60),
        (3003, 'Embeddings', 'all-minilm', 'http://localhost:11434/v1', NULL, 256, 100000, 1000),
        (
            3004, 'Embeddings', 'text-embedding-3-small', 'https://api.openai.com/v1',
            'demo placeholder, not a ciphertext: OpenAI key', 8191, 1000000, 3000
        ),
        (
            3005, 'Image', 'gpt-image-1', 'https://api.openai.com/v1',
            'demo placeholder, not a ciphertext: OpenAI key', 0, 10000, 20
        ),
        (
            3006, 'TextToSpeech', 'gpt-4o-mini-tts', 'https://api.openai.com/v1',
            'demo placeholder, not a ciphertext: OpenAI key', 2000, 10000, 20
        ),
        (3007, 'Guard', 'llama-guard3', 'http://localhost:11434/v1', NULL, 131072, 50000, 120)
) AS m (id, model_type, name, base_url, api_key, context_size, tpm_limit, rpm_limit);

INSERT INTO model_registry.model_capabilities (model_id, capability, value)
VALUES
    (3001, 'function_calling', NULL),
    (3001, 'vision', NULL),
    (3001, 'tool_use', NULL),
    (3001, 'Guarded', 'llama-guard3'),
    (3002, 'tool_use', NULL);

-- Nanounits of the currency per million tokens: 2,500,000,000 is $2.50. A price that is
-- there stays as it is.
INSERT INTO model_registry.prices (
    id, model_name, region, currency, input_price, output_price, cache_read_price,
    batch_input_price, batch_output_price
)
VALUES
    (3101, 'gpt-4o', NULL, 'USD', 2500000000, 10000000000, 1250000000, 1250000000, 5000000000),
    (3102, 'gpt-4o', 'eu-west-1', 'USD', 2750000000, 11000000000, 1375000000, NULL, NULL),
    (3103, 'gpt-4o', 'eu-west-1', 'EUR', 2550000000, 10200000000, 1275000000, NULL, NULL),
    (3104, 'text-embedding-3-small', NULL, 'USD', 20000000, 0, NULL, 10000000, NULL),
    (3105, 'llama3.2', NULL, 'USD', 0, 0, NULL, NULL, NULL)
ON CONFLICT DO NOTHING;

INSERT INTO model_registry.tiered_pricing (
    id, model_name, region, currency, tier_start, tier_end, input_price, output_price
)
VALUES
    (3201, 'gpt-4o', NULL, 'USD', 0, 32000, 2500000000, 10000000000),
    (3202, 'gpt-4o', NULL, 'USD', 32000, NULL, 5000000000, 15000000000),
    (3203, 'gpt-4o', 'eu-west-1', 'EUR', 0, 32000, 2550000000, 10200000000),
    (3204, 'gpt-4o', 'eu-west-1', 'EUR', 32000, NULL, 5100000000, 15300000000)
ON CONFLICT DO NOTHING;

INSERT INTO model_registry.channels (
    id, name, channel_type, base_url, api_key, api_version, models, priority, status, config,
    created_at, updated_at
)
VALUES
    (
        3301, 'OpenAI', 'openai', 'https://api.openai.com/v1',
        'demo placeholder, not a ciphertext: channel key', 'v1',
        '{gpt-4o,text-embedding-3-small}', 10, 'active', '{"timeout_seconds": 60}',
        now() - interval '170 days', now() - interval '5 days'
    ),
    (
        3302, 'Our own machine', 'ollama', 'http://localhost:11434', NULL, NULL,
        '{llama3.2,all-minilm}', 5, 'active', '{}',
        now() - interval '120 days', now() - interval '120 days'
    ),
    (
        3303, 'Second OpenAI account', 'openai', NULL,
        'demo placeholder, not a ciphertext: channel key', 'v1', '{gpt-4o}', 1, 'failed',
        '{"disabled_after_errors": 5}', now() - interval '90 days', now() - interval '1 day'
    );

INSERT INTO model_registry.abilities (id, group_id, model, channel_id, enabled, rate_limit)
VALUES
    (3401, 2201, 'gpt-4o', 3301, true, 100),
    (3402, 2201, 'text-embedding-3-small', 3301, true, 0),
    (3403, 2201, 'llama3.2', 3302, true, 30),
    (3404, 2202, 'gpt-4o', 3303, false, 0),
    (3405, 2202, 'gpt-4o', 3301, true, 300);

-- A configuration of the same kind and version that is there stays as it is.
INSERT INTO model_registry.protocol_configs (
    id, channel_type, api_version, is_default, chat_endpoint, embed_endpoint, models_endpoint,
    request_mapping, response_mapping, detection_rules
)
VALUES
    (
        3501, 'openai', 'v1', true, '/chat/completions', '/embeddings', '/models', '{}', '{}',
        '{"header": "openai-version"}'
    ),
    (
        3502, 'ollama', 'v1', true, '/api/chat', '/api/embed', '/api/tags',
        '{"max_tokens": "options.num_predict"}', '{"message.content": "content"}',
        '{"body": "Ollama is running"}'
    )
ON CONFLICT DO NOTHING;
