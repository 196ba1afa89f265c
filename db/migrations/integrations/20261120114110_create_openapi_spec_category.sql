-- migrate:up
CREATE TYPE integrations.openapi_spec_category AS ENUM (
    'WebSearch',
    'Application',
    'CodeSandbox'
);

COMMENT ON TYPE integrations.openapi_spec_category IS
    'What an API is for: searching the web, an application to work with, or running code apart.';

-- migrate:down
DROP TYPE integrations.openapi_spec_category;
