-- migrate:up
CREATE TYPE public.visibility AS ENUM (
    'Company',
    'Team',
    'Private'
);

COMMENT ON TYPE public.visibility IS
    'Who sees a thing: everyone signed in (and only its team changes it), the members of its team, or its creator alone.';

-- migrate:down
DROP TYPE public.visibility;
