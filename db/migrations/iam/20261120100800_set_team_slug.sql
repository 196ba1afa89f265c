-- migrate:up
-- Parsed at definition time: no search_path can change the meaning of its names.
CREATE FUNCTION iam.slugify(value text)
    RETURNS text
    LANGUAGE sql
    IMMUTABLE
    STRICT
    PARALLEL SAFE
    RETURN trim(BOTH '-' FROM regexp_replace(lower(value), '[^a-z0-9]+', '-', 'g'));

COMMENT ON FUNCTION iam.slugify(text) IS
    'Lower-case text in which each run of anything but a-z and 0-9 is one hyphen, none at the ends; may be empty.';

-- A slug never holds two hyphens in a row, so what follows the last '--' is always the id: two
-- teams cannot collide, whatever their names are.
CREATE FUNCTION iam.set_team_slug()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $function$
DECLARE
    base text;
BEGIN
    -- A name in another script slugifies to nothing: nullif moves on to the next source.
    base := nullif(iam.slugify(NEW.name), '');

    IF base IS NULL THEN
        SELECT nullif(iam.slugify(split_part(u.email, '@', 1)), '')
        INTO base
        FROM iam.users AS u
        WHERE u.id = NEW.created_by_user_id;
    END IF;

    NEW.slug := coalesce(base, 'team') || '--' || NEW.id;
    RETURN NEW;
END
$function$;

COMMENT ON FUNCTION iam.set_team_slug() IS
    'Trigger: makes the slug from the team''s name, else from its creator''s e-mail address, else from ''team'', and its id.';

CREATE TRIGGER set_team_slug
    BEFORE INSERT OR UPDATE OF name ON iam.teams
    FOR EACH ROW
    EXECUTE FUNCTION iam.set_team_slug();

-- migrate:down
DROP TRIGGER set_team_slug ON iam.teams;
DROP FUNCTION iam.set_team_slug();
DROP FUNCTION iam.slugify(text);
