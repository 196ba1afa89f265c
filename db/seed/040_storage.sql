-- Small files of people, and what a downloader has in hand.
INSERT INTO storage.objects (
    id, team_id, object_name, object_data, mime_type, file_name, file_size, file_hash, created_by,
    created_at, updated_at
)
SELECT
    o.id,
    o.team_id,
    'demo-' || o.id,
    convert_to(o.content, 'UTF8'),
    o.mime_type,
    o.file_name,
    length(convert_to(o.content, 'UTF8')),
    md5(convert_to(o.content, 'UTF8')),
    o.created_by,
    now() - interval '80 days',
    now() - interval '80 days'
FROM (
    VALUES
        (
            4901, 2001, 'image/svg+xml', 'tide.svg', 1004,
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
            '<path d="M2 14q5-6 10 0t10 0" fill="none" stroke="#06c"/></svg>'
        ),
        (
            4902, 2001, 'text/markdown', 'tides.md', 1004,
            '# Tides' || E'\n\n' || 'Why the water rises twice a day.'
        ),
        (
            4903, 2001, 'text/plain', 'sketch.txt', 1003,
            'Pier: 40 metres long, 3 metres wide, larch on granite.'
        ),
        (
            4904, 2002, 'text/plain', 'harvest.txt', 1007,
            'Harvest: 1,200 kg of Bramley, 800 kg of Cox.'
        )
) AS o (id, team_id, mime_type, file_name, created_by, content);

INSERT INTO storage.downloads (
    gid, uris, download_dir, filename, status, total, completed, speed, created_at, updated_at
)
VALUES
    (
        'demo000000000001', '["https://models.example.org/all-minilm.bin"]', NULL,
        'all-minilm.bin', 'complete', 45949216, 45949216, 0, now() - interval '120 days',
        now() - interval '120 days'
    ),
    (
        'demo000000000002',
        '["https://models.example.org/llama3.2.bin", "https://mirror.example.org/llama3.2.bin"]',
        NULL, 'llama3.2.bin', 'active', 2019377376, 731906048, 12582912,
        now() - interval '5 minutes', now() - interval '10 seconds'
    ),
    (
        'demo000000000003', '["https://models.example.org/gone.bin"]', NULL, NULL, 'error', NULL,
        0, 0, now() - interval '30 days', now() - interval '30 days'
    );
