-- migrate:up
CREATE FUNCTION public.set_updated_at()
    RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $function$
DECLARE
    changed boolean;
BEGIN
    IF TG_NARGS = 0 THEN
        changed := NEW IS DISTINCT FROM OLD;
    ELSE
        -- The arguments name the columns that do not count. Generated columns must be among
        -- them: a BEFORE trigger sees them as null in NEW, so that every update looks like a
        -- change.
        changed := (to_jsonb(NEW) - TG_ARGV) IS DISTINCT FROM (to_jsonb(OLD) - TG_ARGV);
    END IF;

    IF changed AND NEW.updated_at IS NOT DISTINCT FROM OLD.updated_at THEN
        NEW.updated_at := current_timestamp;
    END IF;

    RETURN NEW;
END
$function$;

COMMENT ON FUNCTION public.set_updated_at() IS
    'Trigger: sets updated_at when the row changed and the caller did not set it. Arguments name columns whose change does not count.';

-- migrate:down
DROP FUNCTION public.set_updated_at();
