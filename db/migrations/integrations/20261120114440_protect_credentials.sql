-- The installation's own sign-ins: no person sees them, administrators neither.

-- migrate:up
ALTER TABLE integrations.credentials ENABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.credential_tokens ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, UPDATE, DELETE ON integrations.credentials TO application_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON integrations.credential_tokens TO application_system;

CREATE POLICY system ON integrations.credentials
    TO application_system
    USING (true)
    WITH CHECK (true);

CREATE POLICY system ON integrations.credential_tokens
    TO application_system
    USING (true)
    WITH CHECK (true);

-- migrate:down
DROP POLICY system ON integrations.credential_tokens;
DROP POLICY system ON integrations.credentials;

REVOKE ALL ON
    integrations.credentials,
    integrations.credential_tokens
FROM application_user, application_readonly, application_system;

ALTER TABLE integrations.credential_tokens DISABLE ROW LEVEL SECURITY;
ALTER TABLE integrations.credentials DISABLE ROW LEVEL SECURITY;
