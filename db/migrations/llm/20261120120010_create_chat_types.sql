-- migrate:up
CREATE TYPE llm.chat_role AS ENUM (
    'User',
    'Assistant',
    'Tool',
    'System',
    'Developer'
);

COMMENT ON TYPE llm.chat_role IS
    'Who says what a chat holds: the person, the assistant, a tool it called, or who set it up.';

CREATE TYPE llm.chat_status AS ENUM (
    'Pending',
    'Success',
    'Cancelled',
    'Error',
    'InProgress'
);

COMMENT ON TYPE llm.chat_status IS
    'How far the answer to a chat has come.';

CREATE TYPE llm.prompt_flag_type AS ENUM (
    'S1',
    'S2',
    'S3',
    'S4',
    'S5',
    'S6',
    'S7',
    'S8',
    'S9',
    'S10',
    'S11',
    'S12',
    'S13',
    'S14'
);

COMMENT ON TYPE llm.prompt_flag_type IS
    'Category of harm that a guard model finds in a chat, by its number in the guard''s own list.';

CREATE TYPE llm.token_usage_type AS ENUM (
    'Prompt',
    'Completion'
);

COMMENT ON TYPE llm.token_usage_type IS
    'Whether tokens were sent to a model or came back from it.';

CREATE TYPE llm.inference_type AS ENUM (
    'API',
    'Console'
);

COMMENT ON TYPE llm.inference_type IS
    'How a model was reached: by a program with a key, or by a person in the console.';

-- migrate:down
DROP TYPE llm.inference_type;
DROP TYPE llm.token_usage_type;
DROP TYPE llm.prompt_flag_type;
DROP TYPE llm.chat_status;
DROP TYPE llm.chat_role;
