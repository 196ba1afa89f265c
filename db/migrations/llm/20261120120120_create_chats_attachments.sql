-- migrate:up
CREATE TABLE llm.chats_attachments (
    object_id integer NOT NULL,
    chat_id integer NOT NULL,
    team_id integer NOT NULL,
    user_id integer NOT NULL,
    CONSTRAINT chats_attachments_pkey PRIMARY KEY (chat_id, object_id),
    CONSTRAINT chats_attachments_object_id_fkey FOREIGN KEY (team_id, object_id)
        REFERENCES storage.objects (team_id, id) ON DELETE CASCADE,
    CONSTRAINT chats_attachments_chat_id_fkey FOREIGN KEY (team_id, user_id, chat_id)
        REFERENCES llm.chats (team_id, user_id, id) ON DELETE CASCADE
);

CREATE INDEX chats_attachments_object_id_idx ON llm.chats_attachments (team_id, object_id);
CREATE INDEX chats_attachments_chat_id_idx ON llm.chats_attachments (team_id, user_id, chat_id);

COMMENT ON TABLE llm.chats_attachments IS
    'A file that goes with a turn of a conversation.';
COMMENT ON COLUMN llm.chats_attachments.object_id IS
    'The file, kept by the same team.';
COMMENT ON COLUMN llm.chats_attachments.chat_id IS
    'The turn it goes with.';
COMMENT ON COLUMN llm.chats_attachments.team_id IS
    'Team of the conversation.';
COMMENT ON COLUMN llm.chats_attachments.user_id IS
    'Person whose conversation it is.';

-- migrate:down
DROP TABLE llm.chats_attachments;
