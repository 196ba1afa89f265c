-- Granted to nobody: those whom the trail watches must not shorten it.

-- migrate:up
CREATE FUNCTION ops.purge_audit_trail_before(moment timestamp with time zone)
    RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
AS $function$
DECLARE
    purged bigint;
BEGIN
    IF moment IS NULL OR moment > now() - interval '1 year' THEN
        RAISE EXCEPTION 'the audit trail of the last year is kept'
            USING ERRCODE = 'invalid_parameter_value',
                HINT = 'give a moment that is at least a year past';
    END IF;

    DELETE FROM ops.audit_trail AS a
    WHERE a.created_at < moment;

    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
END
$function$;

COMMENT ON FUNCTION ops.purge_audit_trail_before(timestamp with time zone) IS
    'Deletes what the audit trail holds from before a moment, and returns how many entries. For the owner alone; a moment within the last year is refused.';

-- migrate:down
DROP FUNCTION ops.purge_audit_trail_before(timestamp with time zone);
