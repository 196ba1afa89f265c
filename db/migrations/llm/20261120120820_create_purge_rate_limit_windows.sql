-- SECURITY DEFINER: no role is granted the counters. Rows that are being settled are left for the
-- next time, so that it waits for nobody.

-- migrate:up
CREATE FUNCTION llm.purge_rate_limit_windows()
    RETURNS bigint
    LANGUAGE sql
    VOLATILE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        WITH old AS (
            SELECT
                w.scope,
                w.scope_id,
                w.window_start
            FROM llm.rate_limit_windows AS w
            WHERE w.window_start < now() - interval '1 hour'
            FOR UPDATE SKIP LOCKED
        ),
        purged AS (
            DELETE FROM llm.rate_limit_windows AS w
            USING old AS o
            WHERE w.scope = o.scope
                AND w.scope_id = o.scope_id
                AND w.window_start = o.window_start
            RETURNING w.scope
        )
        SELECT count(*)
        FROM purged;
    END;

COMMENT ON FUNCTION llm.purge_rate_limit_windows() IS
    'Deletes the counters of windows that began more than an hour ago, and tells how many.';

GRANT EXECUTE ON FUNCTION llm.purge_rate_limit_windows() TO application_system;

-- migrate:down
DROP FUNCTION llm.purge_rate_limit_windows();
