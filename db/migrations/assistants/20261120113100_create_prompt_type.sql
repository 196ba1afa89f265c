-- migrate:up
CREATE TYPE assistants.prompt_type AS ENUM (
    'Assistant',
    'Model',
    'Automation'
);

COMMENT ON TYPE assistants.prompt_type IS
    'What a prompt is: an assistant that people made, a bare model, or an automation that runs by itself.';

-- migrate:down
DROP TYPE assistants.prompt_type;
