-- name: list_table_statistics :many
-- List the tables and partitions with their sizes, by schema and name.
--
-- The number of rows is the server's estimate; sizes are in bytes, the total with indexes and
-- large values. Times are None for never since the statistics were reset.
-- @role system
-- @column schema_name!
-- @column table_name!
-- @column live_rows!
-- @column total_bytes!
-- @column index_bytes!
SELECT
    schema_name,
    table_name,
    live_rows,
    total_bytes,
    index_bytes,
    last_vacuum,
    last_analyze
FROM ops.table_statistics()
ORDER BY schema_name, table_name;

-- name: clean_up_expired :many
-- End what has expired: cache entries, counters of rate limits, credentials that cannot be renewed.
--
-- Gives a row for each table: what was done, and to how many rows. May run at any time, such as
-- every quarter of an hour.
-- @role system
-- @column table_name!
-- @column outcome!
-- @column row_count!
SELECT
    table_name,
    outcome,
    row_count
FROM ops.cleanup_expired();

-- name: list_partitions :many
-- List the partitions of the request logs and their bodies, with their sizes in bytes.
--
-- The bounds are as Postgres writes them; DEFAULT for what no month takes.
-- @role system
-- @column bounds!
-- @column live_rows!
-- @column total_bytes!
SELECT
    parent.relname::text AS parent_name,
    partition.relname::text AS partition_name,
    pg_get_expr(partition.relpartbound, partition.oid) AS bounds,
    pg_stat_get_live_tuples(partition.oid) AS live_rows,
    pg_total_relation_size(partition.oid) AS total_bytes
FROM pg_catalog.pg_inherits AS i
INNER JOIN pg_catalog.pg_class AS parent
    ON parent.oid = i.inhparent
INNER JOIN pg_catalog.pg_namespace AS n
    ON n.oid = parent.relnamespace
INNER JOIN pg_catalog.pg_class AS partition
    ON partition.oid = i.inhrelid
WHERE n.nspname = 'llm'
    AND parent.relkind = 'p'
ORDER BY parent.relname, partition.relname;

-- name: ensure_partitions :many
-- Make the partitions that are missing, and give their names.
--
-- For this month, so many months ahead, and past months of which the default partition holds rows.
-- To be run at least once a month; an empty list when all are there.
-- @role system
-- @column partition_name!
-- @param months_ahead: 0 to 120
SELECT made AS partition_name
FROM ops.ensure_partitions(:months_ahead) AS made;

-- name: drop_partitions_before :many
-- Drop the months of the request logs and their bodies that had ended by a moment.
--
-- Gives the names of the partitions dropped. A moment in the future is an error (SQLSTATE 22023).
-- @role system
-- @column partition_name!
-- @param moment: months that ended before it, or with it, are dropped
-- @param bodies_only: whether the logs themselves stay
SELECT dropped AS partition_name
FROM ops.drop_partitions_before(:moment, :bodies_only) AS dropped;

-- name: list_rows_outside_partitions :many
-- List how many rows no month's partition took, by table and month in UTC.
--
-- Empty where `ensure_partitions` runs in time.
-- @role system
-- @column table_name!
-- @column month!
-- @column row_count!
SELECT
    table_name,
    month,
    row_count
FROM ops.rows_outside_partitions()
ORDER BY table_name, month;
