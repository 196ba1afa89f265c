-- migrate:up
INSERT INTO assistants.categories (name)
VALUES
    ('Education'),
    ('Lifestyle'),
    ('Productivity'),
    ('Programming'),
    ('Research'),
    ('Uncategorized'),
    ('Writing');

-- migrate:down
-- Those of this migration; what administrators added goes with the table.
DELETE FROM assistants.categories
WHERE name IN (
    'Education',
    'Lifestyle',
    'Productivity',
    'Programming',
    'Research',
    'Uncategorized',
    'Writing'
);
