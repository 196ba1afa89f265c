-- The logos are plain drawings of our own.

-- migrate:up
INSERT INTO model_registry.providers (
    name,
    svg_logo,
    default_model_name,
    default_model_display_name,
    default_model_context_size,
    default_model_description,
    base_url,
    api_key_optional,
    default_embeddings_model_name,
    default_embeddings_model_display_name,
    default_embeddings_model_context_size,
    default_embeddings_model_description
)
VALUES
    (
        'OpenAI',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<circle cx="12" cy="12" r="10" fill="#0a7d63"/>'
        '<circle cx="12" cy="12" r="5" fill="none" stroke="#fff" stroke-width="2"/>'
        '</svg>',
        'gpt-4o',
        'GPT-4o',
        128000,
        'A model for most things, which reads images too.',
        'https://api.openai.com/v1',
        false,
        'text-embedding-3-small',
        'Text Embedding 3 Small',
        8191,
        'A small and cheap model for search.'
    ),
    (
        'Groq',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<rect x="2" y="2" width="20" height="20" rx="4" fill="#d9480f"/>'
        '<path d="M13 5 7 13h4l-1 6 6-8h-4z" fill="#fff"/>'
        '</svg>',
        'llama-3.3-70b-versatile',
        'Llama 3.3 70B',
        131072,
        'An open model, served very fast.',
        'https://api.groq.com/openai/v1',
        false,
        NULL,
        NULL,
        NULL,
        NULL
    ),
    (
        'Ollama',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<rect x="2" y="2" width="20" height="20" rx="10" fill="#222"/>'
        '<path d="M7 16V9m10 7V9M7 12h10" stroke="#fff" stroke-width="2"/>'
        '</svg>',
        'llama3.2',
        'Llama 3.2',
        131072,
        'A small open model that runs on a machine of your own.',
        'http://localhost:11434/v1',
        true,
        'nomic-embed-text',
        'Nomic Embed Text',
        2048,
        'An open model for search that runs on a machine of your own.'
    ),
    (
        'OpenRouter',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<rect x="2" y="2" width="20" height="20" rx="4" fill="#4c51bf"/>'
        '<path d="M5 12h5l4-5h5m-9 5 4 5h5" fill="none" stroke="#fff" stroke-width="2"/>'
        '</svg>',
        'meta-llama/llama-3.3-70b-instruct',
        'Llama 3.3 70B Instruct',
        131072,
        'An open model, from whichever service offers it best.',
        'https://openrouter.ai/api/v1',
        false,
        NULL,
        NULL,
        NULL,
        NULL
    );

-- migrate:down
-- These rows only: administrators may have added others.
DELETE FROM model_registry.providers
WHERE name IN ('OpenAI', 'Groq', 'Ollama', 'OpenRouter');
