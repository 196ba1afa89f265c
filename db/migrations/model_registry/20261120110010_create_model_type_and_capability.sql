-- migrate:up
CREATE TYPE model_registry.model_type AS ENUM (
    'LLM',
    'Embeddings',
    'Image',
    'TextToSpeech',
    'Guard'
);

COMMENT ON TYPE model_registry.model_type IS
    'What a model makes: text, embeddings, images, speech, or a judgement whether a text is safe.';

CREATE TYPE model_registry.model_capability AS ENUM (
    'function_calling',
    'vision',
    'tool_use',
    'Guarded'
);

COMMENT ON TYPE model_registry.model_capability IS
    'What a model can do beyond its type; Guarded: its requests pass a guard first.';

-- migrate:down
DROP TYPE model_registry.model_capability;
DROP TYPE model_registry.model_type;
