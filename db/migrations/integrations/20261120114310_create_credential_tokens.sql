-- migrate:up
CREATE TABLE integrations.credential_tokens (
    credential_id integer NOT NULL,
    access_token text NOT NULL,
    refresh_token text,
    expires_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT credential_tokens_pkey PRIMARY KEY (credential_id),
    CONSTRAINT credential_tokens_credential_id_fkey FOREIGN KEY (credential_id)
        REFERENCES integrations.credentials (id) ON DELETE CASCADE
);

-- For the worker that renews what expires soon.
CREATE INDEX credential_tokens_expires_at_idx ON integrations.credential_tokens (expires_at);

CREATE TRIGGER set_updated_at
    BEFORE UPDATE ON integrations.credential_tokens
    FOR EACH ROW
    EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TABLE integrations.credential_tokens IS
    'The tokens of a credential, apart from it because they change often and nobody but the system reads them.';
COMMENT ON COLUMN integrations.credential_tokens.credential_id IS
    'Credential the tokens are of.';
COMMENT ON COLUMN integrations.credential_tokens.access_token IS
    'Access token, encrypted by the application before it is sent here.';
COMMENT ON COLUMN integrations.credential_tokens.refresh_token IS
    'Refresh token, encrypted by the application before it is sent here; NULL when the provider gave none.';
COMMENT ON COLUMN integrations.credential_tokens.expires_at IS
    'From when on the access token is refused.';
COMMENT ON COLUMN integrations.credential_tokens.updated_at IS
    'When the tokens were last replaced.';

-- migrate:down
DROP TABLE integrations.credential_tokens;
