-- migrate:up
CREATE SCHEMA ops;

COMMENT ON SCHEMA ops IS
    'Running the installation: audit trail, translations, configuration, cache, settings and upkeep.';

GRANT USAGE ON SCHEMA ops TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA ops;
