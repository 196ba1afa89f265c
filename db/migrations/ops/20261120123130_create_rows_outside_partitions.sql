-- migrate:up
-- SECURITY DEFINER: nobody but the owner has rights on a partition itself.
CREATE FUNCTION ops.rows_outside_partitions()
    RETURNS TABLE (
        table_name text,
        month timestamp with time zone,
        row_count bigint
    )
    LANGUAGE sql
    STABLE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT
            'llm.request_logs',
            date_trunc('month', d.created_at, 'UTC') AS month,
            count(*)
        FROM llm.request_logs_default AS d
        GROUP BY 2
        UNION ALL
        SELECT
            'llm.request_log_bodies',
            date_trunc('month', d.created_at, 'UTC') AS month,
            count(*)
        FROM llm.request_log_bodies_default AS d
        GROUP BY 2
        ORDER BY 1, 2;
    END;

COMMENT ON FUNCTION ops.rows_outside_partitions() IS
    'Rows that no month''s partition took, by table and month in UTC; none at all when ops.ensure_partitions is called in time.';

GRANT EXECUTE ON FUNCTION ops.rows_outside_partitions() TO application_system;

-- migrate:down
DROP FUNCTION ops.rows_outside_partitions();
