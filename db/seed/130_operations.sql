-- Configurations with their versions, settings and feature flags, the cache, and a second language.
INSERT INTO ops.configs (id, name, yaml_config, version, is_active, created_at, updated_at)
VALUES
    (
        '00000000-0000-4000-8000-000000009001', 'demo-gateway',
        E'retries: 1\ntimeout_seconds: 30\n', 1, false,
        now() - interval '120 days', now() - interval '30 days'
    ),
    (
        '00000000-0000-4000-8000-000000009002', 'demo-gateway',
        E'retries: 2\ntimeout_seconds: 60\n', 2, true,
        now() - interval '30 days', now() - interval '30 days'
    ),
    (
        '00000000-0000-4000-8000-000000009003', 'demo-gateway',
        E'retries: 2\ntimeout_seconds: 60\nstream: true\n', 3, false,
        now() - interval '1 day', now() - interval '1 day'
    );

INSERT INTO ops.settings (id, scope, owner_user_id, key, value, updated_at)
VALUES
    (9101, 'system', NULL, 'demo.notice', '"This installation holds demo data."', now()),
    (9102, 'feature_flag', NULL, 'demo.voice', 'false', now() - interval '10 days'),
    (9103, 'feature_flag', 1003, 'demo.voice', 'true', now() - interval '9 days'),
    (9104, 'user', 1003, 'theme', '"dark"', now() - interval '50 days'),
    (9105, 'user', 1007, 'theme', '"light"', now() - interval '40 days'),
    (9106, 'user', 1007, 'pinned_prompts', '[5004, 5001]', now() - interval '5 days');

INSERT INTO ops.cache (key, value, content_type, tags, expires_at, created_at)
VALUES
    (
        'demo:weather:harbour', convert_to('{"wind": 3}', 'UTF8'), 'application/json',
        '{demo,weather}', now() + interval '1 day', now() - interval '5 minutes'
    ),
    (
        'demo:models', convert_to('["gpt-4o", "llama3.2"]', 'UTF8'), 'application/json',
        '{demo,models}', now() - interval '1 hour', now() - interval '2 hours'
    );

-- A text that somebody has translated already stays as it is.
INSERT INTO ops.translations (id, locale, key, value)
VALUES
    (9201, 'de', 'assistant', 'Assistent'),
    (9202, 'de', 'assistants', 'Assistenten'),
    (9203, 'de', 'dataset', 'Datensammlung'),
    (9204, 'de', 'datasets', 'Datensammlungen'),
    (9205, 'de', 'project', 'Projekt'),
    (9206, 'de', 'projects', 'Projekte'),
    (9207, 'de', 'team', 'Team'),
    (9208, 'de', 'teams', 'Teams'),
    (9209, 'pt-BR', 'team', 'Equipe'),
    (9210, 'pt-BR', 'teams', 'Equipes')
ON CONFLICT DO NOTHING;
