-- What people and automations said, with files, flags and the chunks that were given along.
INSERT INTO llm.conversations (id, team_id, user_id, project_id, created_at)
OVERRIDING SYSTEM VALUE
VALUES
    (8001, 2001, 1003, NULL, now() - interval '25 days'),
    (8002, 2001, 1003, 5101, now() - interval '9 days'),
    (8003, 2001, 1005, NULL, now() - interval '18 days'),
    (8004, 2002, 1005, NULL, now() - interval '12 days'),
    (8005, 2002, 1007, 5102, now() - interval '6 days'),
    (8006, 2003, 1008, NULL, now() - interval '4 days'),
    (8007, 2001, 1004, NULL, now() - interval '2 days'),
    (8008, 2001, 1003, NULL, now() - interval '1 minute');

-- Rows of one conversation follow each other by 10 seconds. Those of a person are added on
-- behalf of that person, for the audit trail; those of automations on behalf of nobody.
CREATE TEMPORARY TABLE demo_turns ON COMMIT DROP AS
SELECT *
FROM (
    VALUES
        (8101, 8001, 0, 5001, 'User', 'Success', 'Why are there two high tides a day?'),
        (
            8102, 8001, 1, 5001, 'Assistant', 'Success',
            'The moon heaps the water up on the near side, and a second heap stands on the far '
            'side. The earth turns under both.'
        ),
        (8103, 8001, 2, 5001, 'User', 'Success', 'And spring tides?'),
        (
            8104, 8001, 3, 5001, 'Assistant', 'Success',
            'At new and full moon the sun pulls in line with the moon, so the tides are higher.'
        ),
        (8105, 8002, 0, 5002, 'User', 'Success', 'How high must the pier be? See my sketch.'),
        (
            8106, 8002, 1, 5002, 'Assistant', 'Success',
            'One metre above the highest spring tide.'
        ),
        (8107, 8003, 0, 5001, 'User', 'Success', 'How do I open the lock of the shed by force?'),
        (8108, 8003, 1, 5001, 'Assistant', 'Cancelled', 'The rules say that'),
        (8109, 8004, 0, 5004, 'System', 'Success', 'It is autumn.'),
        (8110, 8004, 1, 5004, 'User', 'Success', 'When do I prune?'),
        (
            8111, 8004, 2, 5004, 'Assistant', 'Success',
            'In winter, while the trees rest: dead wood first, then branches that cross.'
        ),
        (8112, 8005, 0, 5004, 'User', 'Success', 'Am I free for pressing on Saturday?'),
        (8113, 8005, 1, 5004, 'Assistant', 'Success', NULL),
        (8114, 8005, 2, 5004, 'Tool', 'Success', '{"events": []}'),
        (8115, 8005, 3, 5004, 'Assistant', 'Success', 'Your calendar is empty on Saturday.'),
        (8116, 8006, 0, 5008, 'User', 'Success', 'When was the horn sounded?'),
        (8117, 8006, 1, 5008, 'Assistant', 'Error', NULL),
        (8118, 8007, 0, 5006, 'Developer', 'Success', 'Write the report of today.'),
        (
            8119, 8007, 1, 5006, 'Assistant', 'Success',
            'High tide 06:12 and 18:40, low tide 12:25. Light wind. No warnings.'
        ),
        (8120, 8008, 0, 5001, 'User', 'Success', 'What is a neap tide?'),
        (8121, 8008, 1, 5001, 'Assistant', 'InProgress', 'Between spring tides,'),
        (8122, 8008, 2, 5001, 'User', 'Pending', 'And when is the next one?')
) AS t (id, conversation_id, place, prompt_id, role, status, content);

DO $do$
DECLARE
    person integer;
BEGIN
    FOREACH person IN ARRAY ARRAY[1003, 1005, 1007, 1008, 1004] LOOP
        PERFORM set_config('app.user_id', coalesce(nullif(person, 1004)::text, ''), true);

        INSERT INTO llm.chats (
            id, team_id, user_id, conversation_id, prompt_id, status, role, content, tool_calls,
            tool_call_id, automation_run_id, created_at, updated_at
        )
        SELECT
            t.id,
            c.team_id,
            c.user_id,
            c.id,
            t.prompt_id,
            t.status::llm.chat_status,
            t.role::llm.chat_role,
            t.content,
            CASE t.id WHEN 8113 THEN '[{"id": "call_1", "name": "list_events"}]' END,
            CASE t.id WHEN 8114 THEN 'call_1' END,
            CASE WHEN c.id = 8007 THEN 7201 END,
            c.created_at + t.place * interval '10 seconds',
            c.created_at + t.place * interval '10 seconds'
        FROM demo_turns AS t
        INNER JOIN llm.conversations AS c
            ON c.id = t.conversation_id
        WHERE c.user_id = person;
    END LOOP;

    PERFORM set_config('app.user_id', '', true);
END
$do$;

INSERT INTO llm.chats_attachments (team_id, user_id, chat_id, object_id)
VALUES (2001, 1003, 8105, 4903);

INSERT INTO llm.prompt_flags (id, team_id, user_id, chat_id, flag_type, created_at)
SELECT
    8201,
    c.team_id,
    c.user_id,
    c.id,
    'S2',
    c.created_at
FROM llm.chats AS c
WHERE c.id = 8107;

INSERT INTO rag.chunks_chats (team_id, user_id, chat_id, chunk_id)
SELECT
    c.team_id,
    c.user_id,
    c.id,
    u.chunk_id
FROM (
    VALUES
        (8102, 4301),
        (8102, 4305),
        (8104, 4302),
        (8106, 4319),
        (8106, 4302),
        (8111, 4312),
        (8115, 4320),
        (8119, 4303)
) AS u (chat_id, chunk_id)
INNER JOIN llm.chats AS c
    ON c.id = u.chat_id;

INSERT INTO llm.api_chats (
    id, team_id, user_id, api_key_id, status, role, content, created_at, updated_at
)
SELECT
    m.id,
    k.team_id,
    k.user_id,
    k.id,
    m.status::llm.chat_status,
    m.role::llm.chat_role,
    m.content,
    now() - m.ago,
    now() - m.ago
FROM (
    VALUES
        (8301, 2501, 'User', 'Success', 'What is a tide table?', interval '10 days'),
        (
            8302, 2501, 'Assistant', 'Success', 'A list of times and heights of tides of a place.',
            interval '10 days' - interval '4 seconds'
        ),
        (8303, 2503, 'User', 'Success', 'Do apples need bees?', interval '1 day'),
        (8304, 2503, 'Assistant', 'Error', NULL, interval '1 day' - interval '2 seconds')
) AS m (id, api_key_id, role, status, content, ago)
INNER JOIN iam.api_keys AS k
    ON k.id = m.api_key_id;
