-- migrate:up
CREATE TABLE integrations.prompt_integration (
    prompt_id integer NOT NULL,
    integration_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL DEFAULT now(),
    api_connection_id integer,
    oauth2_connection_id integer,
    team_id integer NOT NULL,
    CONSTRAINT prompt_integration_pkey PRIMARY KEY (prompt_id, integration_id),
    CONSTRAINT prompt_integration_team_id_prompt_id_fkey FOREIGN KEY (team_id, prompt_id)
        REFERENCES assistants.prompts (team_id, id) ON DELETE CASCADE,
    -- Not within the team: a prompt may use what another team shares with the company.
    CONSTRAINT prompt_integration_integration_id_fkey FOREIGN KEY (integration_id)
        REFERENCES integrations.integrations (id) ON DELETE CASCADE,
    -- But never by another team's keys, nor by a key to another service.
    CONSTRAINT prompt_integration_api_connection_fkey
        FOREIGN KEY (team_id, integration_id, api_connection_id)
        REFERENCES integrations.api_key_connections (team_id, integration_id, id)
        ON DELETE CASCADE,
    CONSTRAINT prompt_integration_oauth2_connection_fkey
        FOREIGN KEY (team_id, integration_id, oauth2_connection_id)
        REFERENCES integrations.oauth2_connections (team_id, integration_id, id)
        ON DELETE CASCADE,
    CONSTRAINT chk_prompt_integration_single_connection
        CHECK (NOT (api_connection_id IS NOT NULL AND oauth2_connection_id IS NOT NULL))
);

CREATE INDEX prompt_integration_team_id_prompt_id_idx
    ON integrations.prompt_integration (team_id, prompt_id);
CREATE INDEX prompt_integration_integration_id_idx
    ON integrations.prompt_integration (integration_id);
CREATE INDEX prompt_integration_api_connection_idx
    ON integrations.prompt_integration (team_id, integration_id, api_connection_id);
CREATE INDEX prompt_integration_oauth2_connection_idx
    ON integrations.prompt_integration (team_id, integration_id, oauth2_connection_id);

COMMENT ON TABLE integrations.prompt_integration IS
    'An integration that a prompt may call, and the connection it does so by.';
COMMENT ON COLUMN integrations.prompt_integration.prompt_id IS
    'Prompt that may call the integration.';
COMMENT ON COLUMN integrations.prompt_integration.integration_id IS
    'Integration it may call: one of its team, or one that another team shares with the company.';
COMMENT ON COLUMN integrations.prompt_integration.created_at IS
    'When the two were linked.';
COMMENT ON COLUMN integrations.prompt_integration.api_connection_id IS
    'Key of the prompt''s team to call with; NULL for none.';
COMMENT ON COLUMN integrations.prompt_integration.oauth2_connection_id IS
    'OAuth 2 connection of the prompt''s team to call with, in place of a key; NULL for none.';
COMMENT ON COLUMN integrations.prompt_integration.team_id IS
    'Team of the prompt.';

-- migrate:down
DROP TABLE integrations.prompt_integration;
