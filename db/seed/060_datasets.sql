-- Datasets of each visibility, their documents, and chunks with toy embeddings: of 384 numbers for
-- Harbour and Lighthouse, of 1536 for Orchard.
INSERT INTO rag.datasets (
    id, team_id, created_by, embeddings_model_id, visibility, name, chunking_strategy,
    combine_under_n_chars, new_after_n_chars, multipage_sections, is_project, external_id,
    created_at, updated_at
)
SELECT
    d.id,
    d.team_id,
    d.created_by,
    d.model_id,
    d.visibility::public.visibility,
    d.name,
    'ByTitle',
    500,
    1000,
    true,
    d.is_project,
    ('00000000-0000-4000-8000-00000000' || d.id)::uuid,
    now() - interval '80 days',
    now() - interval '20 days'
FROM (
    VALUES
        (4001, 2001, 1004, 3003, 'Company', 'Tides and harbours', false),
        (4002, 2001, 1003, 3003, 'Team', 'House rules of Harbour', false),
        (4003, 2001, 1003, 3003, 'Private', 'Notes of Colm', false),
        (4004, 2002, 1007, 3004, 'Team', 'Apples', false),
        (4005, 2002, 1007, 3004, 'Company', 'Bees', false),
        (4006, 2003, 1008, 3003, 'Private', 'Logbook', false),
        (4007, 2001, 1004, 3003, 'Team', 'Files of the new pier', true),
        (4008, 2002, 1007, 3004, 'Private', 'Files of the cider year', true)
) AS d (id, team_id, created_by, model_id, visibility, name, is_project);

INSERT INTO rag.documents (
    id, team_id, dataset_id, file_name, file_type, failure_reason, content, content_size,
    object_id, created_at, updated_at
)
SELECT
    d.id,
    s.team_id,
    s.id,
    d.file_name,
    d.file_type,
    d.failure_reason,
    convert_to(d.content, 'UTF8'),
    coalesce(length(convert_to(d.content, 'UTF8')), o.file_size, d.size)::integer,
    o.id,
    now() - make_interval(days => d.days),
    now() - make_interval(days => d.days)
FROM (
    VALUES
        (4101, 4001, 'tides.md', 'text/markdown', NULL, NULL, 0, 4902, 79),
        (4102, 4001, 'harbours.md', 'text/markdown', NULL, NULL, 5210, NULL, 78),
        (
            4103, 4002, 'rules.txt', 'text/plain', NULL,
            'Keys are kept in the office. Boats are moored by noon.', 0, NULL, 60
        ),
        (4104, 4003, 'draft.md', 'text/markdown', NULL, NULL, 900, NULL, 30),
        (4105, 4004, 'apples.pdf', 'application/pdf', NULL, NULL, 81920, NULL, 70),
        (4106, 4005, 'bees.pdf', 'application/pdf', NULL, NULL, 40960, NULL, 65),
        (
            4107, 4004, 'scan.tiff', 'image/tiff', 'The file holds pictures and no text.', NULL,
            2097152, NULL, 69
        ),
        (4108, 4006, 'log.txt', NULL, NULL, NULL, 700, NULL, 25),
        (4109, 4007, 'sketch.txt', 'text/plain', NULL, NULL, 0, 4903, 15),
        (4110, 4008, 'harvest.txt', 'text/plain', NULL, NULL, 0, 4904, 12)
) AS d (id, dataset_id, file_name, file_type, failure_reason, content, size, object_id, days)
INNER JOIN rag.datasets AS s
    ON s.id = d.dataset_id
LEFT JOIN storage.objects AS o
    ON o.id = d.object_id;

-- Those not processed yet wait for the embeddings model.
INSERT INTO rag.chunks (
    id, team_id, dataset_id, document_id, page_number, text, processed, embeddings, created_at,
    updated_at
)
SELECT
    c.id,
    d.team_id,
    d.dataset_id,
    d.id,
    c.page_number,
    c.text,
    c.processed,
    CASE
        WHEN c.processed THEN pg_temp.toy_embedding(
            c.text,
            CASE s.embeddings_model_id WHEN 3003 THEN 384 ELSE 1536 END
        )
    END,
    d.created_at,
    d.updated_at
FROM (
    VALUES
        (
            4301, 4101, 1, true,
            'The sea rises and falls twice a day. The moon pulls at the water, and on the side '
            'that faces it the water heaps up; a second heap stands on the far side. As the earth '
            'turns under both, a coast meets high tide, low tide, and high tide again.'
        ),
        (
            4302, 4101, 1, true,
            'At new moon and full moon the sun pulls in line with the moon. The high tide is then '
            'higher and the low tide lower: these are spring tides. Between them, when sun and '
            'moon stand at a right angle, come the weak neap tides.'
        ),
        (
            4303, 4101, 2, true,
            'A tide table gives the time and height of each high tide and low tide of a place. It '
            'is reckoned ahead from many years of measurements; wind and air pressure, which '
            'nobody knows so far ahead, may add half a metre of water or take it away.'
        ),
        (
            4304, 4102, 1, true,
            'A harbour is a place where ships lie safe from wind and waves. Some are gifts of '
            'nature, a bay behind a headland; others are made by breakwaters, long walls of stone '
            'that take the force out of the waves before they reach the ships.'
        ),
        (
            4305, 4102, 2, true,
            'Ships of some draught enter a shallow harbour on the rising tide only. Should they '
            'run aground, the water that still rises lifts them off again; on the falling tide '
            'they would sit there until the next one.'
        ),
        (
            4306, 4102, 3, false,
            'A pilot knows the shoals and currents of one harbour, and comes on board to guide '
            'ships whose masters do not.'
        ),
        (
            4307, 4103, 1, true,
            'Keys of the sheds are kept in the office and are signed for in the book. Whoever '
            'loses a key pays for the lock.'
        ),
        (
            4308, 4103, 1, true,
            'Boats are moored by noon on days with a gale warning. Engines are not run before '
            'seven in the morning or after nine in the evening.'
        ),
        (
            4309, 4104, 1, true,
            'Draft of a talk for children: why boats float. A boat pushes water aside until the '
            'water it has pushed aside weighs as much as the boat.'
        ),
        (
            4310, 4104, 2, false,
            'To do: find a picture of the old crane, ask Bea about the opening hours.'
        ),
        (
            4311, 4105, 1, true,
            'Apple trees do not come true from seed. To have the same apple again, a twig of the '
            'tree is grafted on the root of another, which also decides how tall the tree grows.'
        ),
        (
            4312, 4105, 2, true,
            'Apple trees are pruned in winter, while they rest. Dead wood goes first, then '
            'branches that cross, so that light and air reach the middle of the tree.'
        ),
        (
            4313, 4105, 3, true,
            'Most apples need the pollen of another kind of apple tree to set fruit. Two kinds '
            'that blossom at the same time, and bees to go between them, are enough.'
        ),
        (
            4314, 4105, 4, false,
            'Late apples keep until spring in a cool and dark cellar, side by side and not '
            'touching, away from potatoes.'
        ),
        (
            4315, 4106, 1, true,
            'Honey bees live together in a hive: one queen, some hundreds of drones in summer, and '
            'many thousands of workers. A worker that has found blossom dances on the comb, and '
            'the dance tells the other bees direction and distance.'
        ),
        (
            4316, 4106, 2, true,
            'Bees do not sleep through the winter. They gather in a ball around the queen, shiver '
            'to keep warm, and live on the honey of the summer.'
        ),
        (
            4317, 4108, 1, true,
            'Third of the month: fog from four in the morning, horn sounded for six hours. Lamp '
            'cleaned, oil filled. One ship answered the horn.'
        ),
        (
            4318, 4108, 1, false,
            'Fifth of the month: gale from the west, spray over the gallery. A pane is cracked.'
        ),
        (
            4319, 4109, 1, true,
            'The new pier is 40 metres long and 3 metres wide, of larch on feet of granite, and '
            'stands one metre above the highest spring tide.'
        ),
        (
            4320, 4110, 1, true,
            'Harvest of the year: 1,200 kilograms of Bramley and 800 of Cox. Half of it is pressed '
            'for cider, the rest is stored or sold.'
        )
) AS c (id, document_id, page_number, processed, text)
INNER JOIN rag.documents AS d
    ON d.id = c.document_id
INNER JOIN rag.datasets AS s
    ON s.id = d.dataset_id;

-- The keys are qd-docs1-key and qd-docs2-key.
SELECT set_config('app.user_id', '1003', true);

INSERT INTO rag.document_pipelines (
    id, team_id, dataset_id, user_id, name, api_key, created_at, updated_at
)
VALUES
    (
        4401, 2001, 4002, 1003, 'Folder of the office', encode(sha256('qd-docs1-key'), 'hex'),
        now() - interval '50 days', now() - interval '50 days'
    );

SELECT set_config('app.user_id', '1007', true);

INSERT INTO rag.document_pipelines (
    id, team_id, dataset_id, user_id, name, api_key, created_at, updated_at
)
VALUES
    (
        4402, 2002, 4004, 1007, 'Scanner', encode(sha256('qd-docs2-key'), 'hex'),
        now() - interval '50 days', now() - interval '50 days'
    );
