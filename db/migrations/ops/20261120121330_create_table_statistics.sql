-- migrate:up
CREATE FUNCTION ops.table_statistics()
    RETURNS TABLE (
        schema_name text,
        table_name text,
        live_rows bigint,
        total_bytes bigint,
        index_bytes bigint,
        last_vacuum timestamp with time zone,
        last_analyze timestamp with time zone
    )
    LANGUAGE sql
    STABLE
    BEGIN ATOMIC
        SELECT
            n.nspname::text,
            c.relname::text,
            pg_stat_get_live_tuples(c.oid),
            pg_total_relation_size(c.oid),
            pg_indexes_size(c.oid),
            greatest(
                pg_stat_get_last_vacuum_time(c.oid),
                pg_stat_get_last_autovacuum_time(c.oid)
            ),
            greatest(
                pg_stat_get_last_analyze_time(c.oid),
                pg_stat_get_last_autoanalyze_time(c.oid)
            )
        FROM pg_class AS c
        INNER JOIN pg_namespace AS n
            ON n.oid = c.relnamespace
        WHERE c.relkind = 'r'
            AND n.nspname <> 'information_schema'
            AND n.nspname NOT LIKE 'pg\_%'
        ORDER BY n.nspname, c.relname;
    END;

COMMENT ON FUNCTION ops.table_statistics() IS
    'Every table and partition that holds rows: how many the server estimates, bytes with and of its indexes, and when it was last vacuumed and analyzed, NULL for never since the statistics were reset.';

GRANT EXECUTE ON FUNCTION ops.table_statistics() TO application_system;

-- migrate:down
DROP FUNCTION ops.table_statistics();
