-- migrate:up
CREATE TYPE integrations.integration_type AS ENUM (
    'MCP_Server',
    'BuiltIn',
    'OpenAPI'
);

COMMENT ON TYPE integrations.integration_type IS
    'How an integration is reached: a server of the Model Context Protocol, a tool built into the application, or an HTTP API described by OpenAPI.';

-- migrate:down
DROP TYPE integrations.integration_type;
