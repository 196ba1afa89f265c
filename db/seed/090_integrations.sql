-- Services that assistants use, and who is connected. Keys and tokens are placeholders: the
-- application encrypts, and can read none of these.
INSERT INTO integrations.openapi_spec_selections (category, openapi_spec_id)
SELECT
    s.category,
    s.id
FROM integrations.openapi_specs AS s
WHERE s.slug IN ('searxng-search', 'open-meteo', 'judge0')
ON CONFLICT DO NOTHING;

INSERT INTO integrations.openapi_spec_api_keys (openapi_spec_id, api_key)
SELECT
    s.id,
    'demo placeholder, not a ciphertext: key of ' || s.slug
FROM integrations.openapi_specs AS s
WHERE s.slug IN ('serper-search', 'judge0')
ON CONFLICT DO NOTHING;

INSERT INTO integrations.integrations (
    id, team_id, created_by, integration_type, name, definition, visibility, created_at, updated_at
)
VALUES
    (
        6001, 2001, 1004, 'OpenAPI', 'Weather', '{"slug": "open-meteo"}', 'Company',
        now() - interval '70 days', now() - interval '70 days'
    ),
    (
        6002, 2001, 1002, 'MCP_Server', 'Berths', '{"url": "https://berths.example.org/mcp"}',
        'Team', now() - interval '40 days', now() - interval '10 days'
    ),
    (
        6003, 2002, 1007, 'OpenAPI', 'Calendar', '{"slug": "google-calendar"}', 'Team',
        now() - interval '60 days', now() - interval '60 days'
    ),
    (
        6004, 2003, 1008, 'BuiltIn', 'Code', NULL, 'Private',
        now() - interval '20 days', now() - interval '20 days'
    );

INSERT INTO integrations.api_key_connections (
    id, integration_id, user_id, team_id, visibility, api_key, external_id, created_at
)
VALUES
    (
        6101, 6001, 1004, 2001, 'Team', 'demo placeholder, not a ciphertext: weather key',
        '00000000-0000-4000-8000-000000006101', now() - interval '69 days'
    ),
    (
        6102, 6002, 1002, 2001, 'Private', 'demo placeholder, not a ciphertext: berths key',
        '00000000-0000-4000-8000-000000006102', now() - interval '39 days'
    );

INSERT INTO integrations.oauth2_connections (
    id, integration_id, user_id, team_id, visibility, access_token, refresh_token, expires_at,
    scopes, external_id, created_at
)
VALUES
    (
        6201, 6003, 1007, 2002, 'Team', 'demo placeholder, not a ciphertext: access token',
        'demo placeholder, not a ciphertext: refresh token', now() + interval '40 minutes',
        '["calendar.readonly"]', '00000000-0000-4000-8000-000000006201', now() - interval '59 days'
    ),
    (
        6202, 6003, 1005, 2002, 'Private', 'demo placeholder, not a ciphertext: access token',
        NULL, now() - interval '2 days', '[]', '00000000-0000-4000-8000-000000006202',
        now() - interval '30 days'
    );

INSERT INTO integrations.prompt_integration (
    team_id, prompt_id, integration_id, api_connection_id, oauth2_connection_id, created_at
)
VALUES
    (2001, 5001, 6001, 6101, NULL, now() - interval '60 days'),
    (2001, 5006, 6001, 6101, NULL, now() - interval '60 days'),
    (2002, 5004, 6003, NULL, 6201, now() - interval '55 days'),
    (2002, 5007, 6001, NULL, NULL, now() - interval '50 days');

-- Accounts at providers of models, which the gateway uses.
INSERT INTO integrations.credentials (
    id, external_id, provider, provider_user_id, email, name, file_path, status, scopes, metadata,
    last_used_at, created_at, updated_at, deleted_at
)
VALUES
    (
        6301, 'demo-openai-1', 'openai', 'user-demo-1', 'models@example.org', 'OpenAI of the house',
        '', 'active', '{chat,embeddings}', '{"plan": "team"}', now() - interval '3 minutes',
        now() - interval '170 days', now() - interval '20 days', NULL
    ),
    (
        6302, 'demo-openai-2', 'openai', 'user-demo-2', NULL, 'OpenAI for trials', '', 'expired',
        '{chat}', '{}', now() - interval '8 days', now() - interval '90 days',
        now() - interval '7 days', NULL
    ),
    (
        6303, 'demo-ollama', 'ollama', NULL, NULL, 'Our own machine', 'demo/ollama.json', 'active',
        '{}', '{}', now() - interval '1 hour', now() - interval '120 days',
        now() - interval '120 days', NULL
    ),
    (
        6304, 'demo-gone', 'gemini', NULL, 'gone@example.org', 'Given back', '', 'revoked', '{}',
        '{}', NULL, now() - interval '150 days', now() - interval '100 days',
        now() - interval '100 days'
    );

INSERT INTO integrations.credential_tokens (
    credential_id, access_token, refresh_token, expires_at, updated_at
)
VALUES
    (
        6301, 'demo placeholder, not a ciphertext: access token',
        'demo placeholder, not a ciphertext: refresh token', now() + interval '50 minutes',
        now() - interval '10 minutes'
    ),
    (
        6302, 'demo placeholder, not a ciphertext: access token', NULL, now() - interval '7 days',
        now() - interval '8 days'
    );
