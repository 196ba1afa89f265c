-- migrate:up
INSERT INTO ops.translations (locale, key, value)
VALUES
    ('en', 'assistant', 'Assistant'),
    ('en', 'assistants', 'Assistants'),
    ('en', 'dataset', 'Dataset'),
    ('en', 'datasets', 'Datasets'),
    ('en', 'integration', 'Integration'),
    ('en', 'integrations', 'Integrations'),
    ('en', 'project', 'Project'),
    ('en', 'projects', 'Projects'),
    ('en', 'team', 'Team'),
    ('en', 'teams', 'Teams');

-- migrate:down
DELETE FROM ops.translations
WHERE locale = 'en'
    AND key IN (
        'assistant', 'assistants', 'dataset', 'datasets', 'integration', 'integrations', 'project',
        'projects', 'team', 'teams'
    );
