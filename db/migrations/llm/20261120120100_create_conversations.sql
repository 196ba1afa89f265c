-- migrate:up
CREATE TABLE llm.conversations (
    id bigint GENERATED ALWAYS AS IDENTITY,
    user_id integer NOT NULL,
    team_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    project_id integer,
    CONSTRAINT conversations_pkey PRIMARY KEY (id),
    -- What is part of a conversation names its team and person too, and cannot name others.
    CONSTRAINT conversations_team_id_user_id_id_key UNIQUE (team_id, user_id, id),
    CONSTRAINT conversations_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES iam.users (id) ON DELETE CASCADE,
    CONSTRAINT conversations_team_id_fkey FOREIGN KEY (team_id)
        REFERENCES iam.teams (id) ON DELETE CASCADE,
    CONSTRAINT conversations_project_id_fkey FOREIGN KEY (project_id)
        REFERENCES assistants.projects (id) ON DELETE SET NULL
);

CREATE INDEX conversations_user_id_idx ON llm.conversations (user_id, created_at);
CREATE INDEX conversations_project_id_idx ON llm.conversations (project_id);

COMMENT ON TABLE llm.conversations IS
    'A conversation of one person, held in a team; nobody else sees it.';
COMMENT ON COLUMN llm.conversations.id IS
    'Identifier of the conversation.';
COMMENT ON COLUMN llm.conversations.user_id IS
    'Person whose conversation it is.';
COMMENT ON COLUMN llm.conversations.team_id IS
    'Team it is held in; a person who is no member any more does not see it.';
COMMENT ON COLUMN llm.conversations.created_at IS
    'When it was begun.';
COMMENT ON COLUMN llm.conversations.project_id IS
    'Project it belongs to; NULL for none.';

-- migrate:down
DROP TABLE llm.conversations;
