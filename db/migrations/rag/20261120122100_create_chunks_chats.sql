-- migrate:up
CREATE TABLE rag.chunks_chats (
    chunk_id integer NOT NULL,
    chat_id integer NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT chunks_chats_pkey PRIMARY KEY (chat_id, chunk_id),
    -- A chunk of another team will do if its dataset is company-wide.
    CONSTRAINT chunks_chats_chunk_id_fkey FOREIGN KEY (chunk_id)
        REFERENCES rag.chunks (id) ON DELETE CASCADE,
    CONSTRAINT chunks_chats_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id)
        REFERENCES llm.chats (team_id, user_id, id) ON DELETE CASCADE
);

CREATE INDEX chunks_chats_chunk_id_idx ON rag.chunks_chats (chunk_id);
CREATE INDEX chunks_chats_chat_id_idx ON rag.chunks_chats (team_id, user_id, chat_id);

COMMENT ON TABLE rag.chunks_chats IS
    'A chunk that was given to the model with a turn of a conversation.';
COMMENT ON COLUMN rag.chunks_chats.chunk_id IS
    'The chunk, of the same team or from a company-wide dataset.';
COMMENT ON COLUMN rag.chunks_chats.chat_id IS
    'The turn it was given with.';
COMMENT ON COLUMN rag.chunks_chats.team_id IS
    'Team of the conversation.';
COMMENT ON COLUMN rag.chunks_chats.user_id IS
    'Person whose conversation it is.';

-- migrate:down
DROP TABLE rag.chunks_chats;
