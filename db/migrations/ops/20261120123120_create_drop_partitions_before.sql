-- migrate:up
-- SECURITY DEFINER: only the owner of a table may drop it.
CREATE FUNCTION ops.drop_partitions_before(
    moment timestamp with time zone,
    bodies_only boolean DEFAULT false
)
    RETURNS SETOF text
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    SET lock_timeout = '10s'
AS $function$
DECLARE
    dropped text;
BEGIN
    IF moment IS NULL OR moment > now() THEN
        RAISE EXCEPTION 'only past months can be dropped'
            USING ERRCODE = 'invalid_parameter_value',
                HINT = 'give a moment that is not in the future';
    END IF;

    PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ops partitions', 0));

    FOR dropped IN
        SELECT c.relname
        FROM pg_catalog.pg_inherits AS i
        INNER JOIN pg_catalog.pg_class AS c
            ON c.oid = i.inhrelid
        WHERE (
                i.inhparent = 'llm.request_log_bodies'::regclass
                OR (i.inhparent = 'llm.request_logs'::regclass AND NOT bodies_only)
            )
            -- The end of the month from the partition itself; the default partition has none.
            AND substring(
                pg_catalog.pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([^'']+)''\)'
            )::timestamp with time zone <= moment
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE llm.%I', dropped);
        RETURN NEXT dropped;
    END LOOP;

    DELETE FROM llm.request_log_bodies_default AS d
    WHERE d.created_at < date_trunc('month', moment);

    DELETE FROM llm.request_logs_default AS d
    WHERE d.created_at < date_trunc('month', moment)
        AND NOT bodies_only;
END
$function$;

COMMENT ON FUNCTION ops.drop_partitions_before(timestamp with time zone, boolean) IS
    'Drops the months of request logs and their bodies, or of the bodies only, that had ended by a moment, with what the default partition holds of them. Returns the names of the partitions dropped. How long logs are kept is the caller''s to say.';

GRANT EXECUTE ON FUNCTION ops.drop_partitions_before(timestamp with time zone, boolean)
    TO application_system;

-- migrate:down
DROP FUNCTION ops.drop_partitions_before(timestamp with time zone, boolean);
