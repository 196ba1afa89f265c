-- name: list_chunks_of_chat :many
-- List the chunks that were given to the model with a turn of the current user's conversation.
--
-- In the order of their documents. Those whose dataset the current user does not see any more are
-- left out.
SELECT
    cc.chunk_id,
    cc.chat_id,
    c.document_id,
    c.page_number,
    d.file_name
FROM rag.chunks_chats AS cc
INNER JOIN rag.chunks AS c
    ON c.id = cc.chunk_id
INNER JOIN rag.documents AS d
    ON d.id = c.document_id
WHERE cc.chat_id = :chat_id
ORDER BY d.id, c.page_number, c.id;

-- name: add_chunks_to_newest_chat :execrows
-- Note the chunks given to the model with the newest turn of a conversation of the current user.
--
-- The number noted: those noted before do not count, and there are none when there is no turn. A
-- chunk that the current user does not see, or that is neither of the team of the conversation nor
-- company-wide, is refused, and so are all.
-- @param chunk_ids: an empty list for none
INSERT INTO rag.chunks_chats (
    chunk_id,
    chat_id,
    team_id,
    user_id
)
SELECT
    given.chunk_id,
    newest.id,
    newest.team_id,
    newest.user_id
FROM (
    SELECT
        c.id,
        c.team_id,
        c.user_id
    FROM llm.chats AS c
    WHERE c.conversation_id = :conversation_id
    ORDER BY c.id DESC
    LIMIT 1
) AS newest
CROSS JOIN unnest(:chunk_ids::integer[]) AS given (chunk_id)
ON CONFLICT DO NOTHING;
