-- migrate:up
-- SECURITY DEFINER: only the owner of a table may add a partition to it.
CREATE FUNCTION ops.ensure_partitions(months_ahead integer DEFAULT 2)
    RETURNS SETOF text
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    -- What waits for a long transaction keeps all later writers waiting behind it.
    SET lock_timeout = '10s'
AS $function$
DECLARE
    parent text;
    month timestamp with time zone;
BEGIN
    IF months_ahead IS NULL OR months_ahead NOT BETWEEN 0 AND 120 THEN
        RAISE EXCEPTION 'partitions are made for 0 to 120 months ahead'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;

    -- A second run waits here and then finds the work done.
    PERFORM pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('ops partitions', 0));

    FOREACH parent IN ARRAY ARRAY['request_logs', 'request_log_bodies'] LOOP
        -- The months to come, and past ones of which the default partition has caught rows.
        FOR month IN EXECUTE format(
            $query$
            WITH wanted (month) AS (
                SELECT generate_series(
                    date_trunc('month', now()),
                    date_trunc('month', now()) + make_interval(months => $1),
                    interval '1 month'
                )
                UNION
                SELECT date_trunc('month', d.created_at)
                FROM llm.%I AS d
                WHERE d.created_at < date_trunc('month', now())
                    AND isfinite(d.created_at)
            )
            SELECT w.month
            FROM wanted AS w
            WHERE NOT EXISTS (
                SELECT
                FROM pg_catalog.pg_inherits AS i
                WHERE i.inhparent = to_regclass($2)
                    AND i.inhrelid = to_regclass($2 || to_char(w.month, '"_y"YYYY"m"MM'))
            )
            ORDER BY w.month
            $query$,
            parent || '_default'
        ) USING months_ahead, 'llm.' || parent
        LOOP
            RETURN NEXT ops.add_partition(parent, month);
        END LOOP;
    END LOOP;
END
$function$;

COMMENT ON FUNCTION ops.ensure_partitions(integer) IS
    'Makes the partitions of request logs and their bodies that are missing: for this month, so many months ahead, and past months that the default partition holds rows of, which are moved. Returns the names of those made; months are in UTC. To be called at least once a month.';

GRANT EXECUTE ON FUNCTION ops.ensure_partitions(integer) TO application_system;

-- migrate:down
DROP FUNCTION ops.ensure_partitions(integer);
