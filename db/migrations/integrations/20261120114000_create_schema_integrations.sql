-- migrate:up
CREATE SCHEMA integrations;

COMMENT ON SCHEMA integrations IS
    'Outside services: what an assistant may call, the connections to it, and sign-ins at providers.';

GRANT USAGE ON SCHEMA integrations TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA integrations;
