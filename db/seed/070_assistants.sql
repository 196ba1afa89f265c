-- Assistants, models and automations of each visibility, projects, and which datasets they use.
INSERT INTO assistants.prompts (
    id, team_id, created_by, model_id, visibility, prompt_type, name, description, system_prompt,
    max_history_items, max_chunks, max_completion_tokens, trim_ratio, temperature, example1,
    example2, category_id, image_icon_object_id, created_at, updated_at
)
SELECT
    p.id,
    p.team_id,
    p.created_by,
    p.model_id,
    p.visibility::public.visibility,
    p.prompt_type::assistants.prompt_type,
    p.name,
    p.description,
    p.system_prompt,
    10,
    5,
    p.max_completion_tokens,
    80,
    p.temperature,
    p.example1,
    p.example2,
    c.id,
    p.icon_id,
    now() - interval '75 days',
    now() - interval '15 days'
FROM (
    VALUES
        (
            5001, 2001, 1004, 3001, 'Company', 'Assistant', 'Tide Guide',
            'Answers questions about tides and harbours.',
            'You know the sea. Answer from the documents, in two or three sentences.',
            1000, 0.2, 'Why are there two high tides a day?', 'What is a spring tide?',
            'Education', 4901
        ),
        (
            5002, 2001, 1003, 3002, 'Team', 'Assistant', 'House Rules',
            'Knows the rules of the harbour.', 'Quote the rule, then explain it.', NULL, 0,
            'Where are the keys?', NULL, 'Productivity', NULL
        ),
        (
            5003, 2001, 1003, 3001, 'Private', 'Assistant', 'Drafts of Colm',
            'Helps Colm with his talks.', NULL, 2000, 1.1, NULL, NULL, 'Writing', NULL
        ),
        (
            5004, 2002, 1007, 3001, 'Team', 'Assistant', 'Orchard Advisor',
            'Knows when to prune, graft and pick.', 'You are an old gardener.', 1500, 0.5,
            'When do I prune?', 'Why are there no apples?', 'Lifestyle', NULL
        ),
        (
            5005, 2002, 1007, 3002, 'Company', 'Model', 'Llama 3.2', 'The bare model.', NULL, NULL,
            NULL, NULL, NULL, 'Uncategorized', NULL
        ),
        (
            5006, 2001, 1004, 3001, 'Team', 'Automation', 'Morning Tide Report',
            'Writes what the tide does today, every morning.',
            'Write a report of five lines for the notice board.', 500, 0.3, NULL, NULL,
            'Productivity', NULL
        ),
        (
            5007, 2002, 1007, 3002, 'Team', 'Automation', 'Frost Warning',
            'Warns when blossom is in danger.', 'Say whether there will be frost.', 200, 0, NULL,
            NULL, 'Productivity', NULL
        ),
        (
            5008, 2003, 1008, 3002, 'Private', 'Assistant', 'Logbook Reader',
            'Looks things up in the logbook.', NULL, NULL, 0.2, NULL, NULL, 'Research', NULL
        )
) AS p (
    id, team_id, created_by, model_id, visibility, prompt_type, name, description, system_prompt,
    max_completion_tokens, temperature, example1, example2, category, icon_id
)
INNER JOIN assistants.categories AS c
    ON c.name = p.category;

-- Two use the company-wide dataset of another team.
INSERT INTO assistants.prompt_dataset (team_id, prompt_id, dataset_id)
VALUES
    (2001, 5001, 4001),
    (2001, 5002, 4002),
    (2001, 5003, 4003),
    (2001, 5003, 4005),
    (2001, 5006, 4001),
    (2002, 5004, 4004),
    (2002, 5004, 4001),
    (2003, 5008, 4006);

INSERT INTO assistants.projects (
    id, team_id, dataset_id, name, instructions, visibility, created_by, created_at, updated_at
)
VALUES
    (
        5101, 2001, 4007, 'The new pier', 'Give lengths in metres.', 'Team', 1004,
        now() - interval '16 days', now() - interval '15 days'
    ),
    (
        5102, 2002, 4008, 'The cider year', '', 'Private', 1007,
        now() - interval '13 days', now() - interval '12 days'
    );
