-- Tokens of the last 30 days, limits, and the log of requests of the last 90 days.

-- Those of the answers in conversations.
INSERT INTO llm.token_usage_metrics (
    team_id, user_id, chat_id, type, tokens, duration_ms, created_at
)
SELECT
    c.team_id,
    c.user_id,
    c.id,
    u.type::llm.token_usage_type,
    CASE u.type WHEN 'Prompt' THEN 400 ELSE 20 END + length(coalesce(c.content, '')),
    CASE u.type WHEN 'Completion' THEN 900 + 7 * length(coalesce(c.content, '')) END,
    c.created_at
FROM llm.chats AS c
CROSS JOIN (
    VALUES
        ('Prompt'),
        ('Completion')
) AS u (type)
WHERE c.id BETWEEN 8101 AND 8122
    AND c.role = 'Assistant'
    AND c.status IN ('Success', 'Cancelled')
ORDER BY c.id, u.type DESC;

-- Those of API keys: every day one key, every third day the other.
INSERT INTO llm.token_usage_metrics (
    team_id, user_id, api_key_id, type, tokens, duration_ms, created_at
)
SELECT
    k.team_id,
    k.user_id,
    k.id,
    u.type::llm.token_usage_type,
    CASE u.type WHEN 'Prompt' THEN 800 + d.day * 37 % 500 ELSE 150 + d.day * 13 % 100 END,
    CASE u.type WHEN 'Completion' THEN 1200 + d.day * 91 % 700 END,
    now() - d.day * interval '1 day' - interval '1 hour'
FROM generate_series(0, 28) AS d (day)
INNER JOIN (
    VALUES
        (2501, 1),
        (2503, 3)
) AS often (api_key_id, every)
    ON d.day % often.every = 0
INNER JOIN iam.api_keys AS k
    ON k.id = often.api_key_id
CROSS JOIN (
    VALUES
        ('Prompt'),
        ('Completion')
) AS u (type)
ORDER BY d.day DESC, k.id, u.type DESC;

-- The limit of keys without one of their own is generous, and stays as it is where there is one:
-- beside other data it would hold for other people's keys, too.
INSERT INTO llm.rate_limits (id, api_key_id, tpm_limit, rpm_limit, created_at)
SELECT
    8401,
    NULL,
    10000000,
    10000,
    now() - interval '180 days'
WHERE NOT EXISTS (SELECT FROM llm.rate_limits AS l WHERE l.api_key_id IS NULL);

INSERT INTO llm.rate_limits (id, api_key_id, tpm_limit, rpm_limit, created_at)
VALUES (8402, 2503, 20000, 10, now() - interval '90 days');

INSERT INTO llm.rate_limit_windows (scope, scope_id, window_start, requests, tokens)
VALUES
    ('key', 2501, date_trunc('minute', now()), 3, 2900),
    ('model', 3001, date_trunc('minute', now()), 3, 2900),
    ('ability', 3401, date_trunc('minute', now()), 3, 2900),
    ('key', 2501, date_trunc('minute', now()) - interval '1 minute', 1, 950);

-- Every seven hours a request; the newest is still waiting for its answer. Rows of past months go
-- to the default partition first, and from there to partitions of their own.
SELECT ops.ensure_partitions();

INSERT INTO llm.request_logs (
    id, request_id, requested_at, user_id, api_key_id, channel_id, auth_id, provider, model, method,
    path, client_ip, user_agent, status, status_code, latency_ms, input_tokens, output_tokens,
    cache_read_tokens, cost, error_message, created_at
)
SELECT
    md5('demo request ' || r.n)::uuid,
    'demo-' || lpad(r.n::text, 4, '0'),
    r.moment,
    k.user_id,
    k.id,
    CASE WHEN r.own THEN 3302 ELSE 3301 END,
    CASE WHEN r.own THEN 'demo-ollama' ELSE 'demo-openai-1' END,
    CASE WHEN r.own THEN 'ollama' ELSE 'openai' END,
    m.model,
    'POST',
    '/v1/chat/completions',
    ('198.51.100.' || 1 + r.n % 20)::inet,
    'demo-client/1.0',
    r.status,
    CASE r.status
        WHEN 'success' THEN 200
        WHEN 'cancelled' THEN 499
        WHEN 'error' THEN CASE r.n % 2 WHEN 0 THEN 429 ELSE 503 END
    END,
    CASE WHEN r.status <> 'pending' THEN 600 + r.n * 97 % 2400 END,
    t.input_tokens,
    t.output_tokens,
    t.cached_tokens,
    -- Nanounits per million tokens; those read from the cache cost less.
    (
        (t.input_tokens - t.cached_tokens) * p.input_price
        + t.cached_tokens * coalesce(p.cache_read_price, p.input_price)
        + t.output_tokens * p.output_price
    ) / 1000000,
    CASE r.status
        WHEN 'error' THEN CASE r.n % 2
            WHEN 0 THEN 'rate limit reached'
            ELSE 'the server is overloaded'
        END
    END,
    r.moment
FROM (
    SELECT
        n,
        now() - (n - 1) * interval '7 hours' - interval '5 seconds' AS moment,
        n % 4 = 0 AS own,
        CASE
            WHEN n = 1 THEN 'pending'
            WHEN n % 17 = 0 THEN 'error'
            WHEN n % 41 = 0 THEN 'cancelled'
            ELSE 'success'
        END AS status
    FROM generate_series(1, 300) AS g (n)
) AS r
INNER JOIN iam.api_keys AS k
    ON k.id = CASE r.n % 3 WHEN 0 THEN 2503 ELSE 2501 END
CROSS JOIN LATERAL (
    SELECT CASE WHEN r.own THEN 'llama3.2' ELSE 'gpt-4o' END AS model
) AS m
INNER JOIN model_registry.prices AS p
    ON p.model_name = m.model
        AND p.region IS NULL
        AND p.currency = 'USD'
CROSS JOIN LATERAL (
    SELECT
        400 + r.n * 53 % 3000 AS input_tokens,
        CASE r.status WHEN 'success' THEN 60 + r.n * 29 % 500 ELSE 0 END AS output_tokens,
        CASE WHEN r.n % 5 = 0 THEN 256 ELSE 0 END AS cached_tokens
) AS t;

SELECT ops.ensure_partitions();

-- Bodies of what failed, and of each tenth request.
INSERT INTO llm.request_log_bodies (request_log_id, created_at, request_json, response_json)
SELECT
    l.id,
    l.created_at,
    jsonb_build_object(
        'model', l.model,
        'messages', jsonb_build_array(
            jsonb_build_object('role', 'user', 'content', 'What is a spring tide?')
        )
    ),
    CASE l.status
        WHEN 'error' THEN jsonb_build_object(
            'error', jsonb_build_object('code', l.status_code, 'message', l.error_message)
        )
        WHEN 'success' THEN jsonb_build_object(
            'choices', jsonb_build_array(
                jsonb_build_object(
                    'message', jsonb_build_object(
                        'role', 'assistant',
                        'content', 'The higher tide at new and full moon.'
                    )
                )
            )
        )
    END
FROM llm.request_logs AS l
WHERE l.request_id LIKE 'demo-%'
    AND (l.status = 'error' OR right(l.request_id, 1) = '0');

SELECT ops.ensure_partitions();

-- What the log adds up to, day by day.
INSERT INTO llm.usage_stats (
    id, provider, model, auth_id, date, request_count, input_tokens, output_tokens, cached_tokens,
    success_count, error_count, created_at, updated_at
)
SELECT
    md5(concat_ws(' ', 'demo day', l.model, l.auth_id, d.date - current_date))::uuid,
    l.provider,
    l.model,
    l.auth_id,
    d.date,
    count(*),
    sum(l.input_tokens - l.cache_read_tokens),
    sum(l.output_tokens),
    sum(l.cache_read_tokens),
    count(*) FILTER (WHERE l.status = 'success'),
    count(*) FILTER (WHERE l.status = 'error'),
    min(l.created_at),
    max(l.created_at)
FROM llm.request_logs AS l
CROSS JOIN LATERAL (
    SELECT (l.created_at AT TIME ZONE 'UTC')::date AS date
) AS d
WHERE l.request_id LIKE 'demo-%'
    AND l.status <> 'pending'
GROUP BY l.provider, l.model, l.auth_id, d.date;
