-- migrate:up
CREATE SCHEMA model_registry;

COMMENT ON SCHEMA model_registry IS
    'The models that answer: where they run, what they can do, what they cost and how requests reach them.';

GRANT USAGE ON SCHEMA model_registry
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP SCHEMA model_registry;
