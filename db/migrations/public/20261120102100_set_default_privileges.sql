-- What is made from here on is nobody's until it is granted.
--
-- Tables get no default grant on purpose: a grant on a table covers its secret columns too, and
-- REVOKE on a column takes nothing from it. A table that was forgotten fails closed, and
-- `just check` and the tests name it.

-- migrate:up
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES
    TO application_user, application_readonly, application_system;

REVOKE EXECUTE ON FUNCTION
    public.set_updated_at(),
    iam.current_user_id(),
    iam.set_team_slug(),
    iam.slugify(text)
FROM PUBLIC;

GRANT USAGE ON SCHEMA iam TO application_user, application_readonly, application_system;
GRANT EXECUTE ON FUNCTION iam.current_user_id()
    TO application_user, application_readonly, application_system;
-- The trigger of a team's slug runs with the rights of whoever adds the team.
GRANT EXECUTE ON FUNCTION iam.slugify(text) TO application_user, application_system;

-- migrate:down
REVOKE EXECUTE ON FUNCTION iam.slugify(text) FROM application_user, application_system;
REVOKE EXECUTE ON FUNCTION iam.current_user_id()
    FROM application_user, application_readonly, application_system;
REVOKE USAGE ON SCHEMA iam FROM application_user, application_readonly, application_system;

GRANT EXECUTE ON FUNCTION
    public.set_updated_at(),
    iam.current_user_id(),
    iam.set_team_slug(),
    iam.slugify(text)
TO PUBLIC;

ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES
    FROM application_user, application_readonly, application_system;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
