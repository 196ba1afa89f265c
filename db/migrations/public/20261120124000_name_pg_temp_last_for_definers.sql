-- With search_path = '' the temporary schema of the session comes first for types and tables: a
-- caller who has a domain pg_temp.text with a check gets that check called, with the owner's
-- rights, by the next `text` in the body. Named last, it finds nothing that pg_catalog has. Bodies
-- in standard SQL need this not; they were parsed when the function was made.

-- migrate:up
ALTER FUNCTION iam.set_first_user_as_admin() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION rag.search_chunks(text, integer, integer[]) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION llm.take_request(integer, integer, integer, integer)
    SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION llm.settle_request(
    integer, integer, integer, timestamp with time zone, integer, integer, bigint
) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION ops.write_audit() SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION ops.ensure_partitions(integer) SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION ops.drop_partitions_before(timestamp with time zone, boolean)
    SET search_path = pg_catalog, pg_temp;
-- Not a definer, but called by one.
ALTER FUNCTION ops.add_partition(text, timestamp with time zone)
    SET search_path = pg_catalog, pg_temp;
-- Runs with the owner's rights where a foreign key sets a column to NULL.
ALTER FUNCTION public.set_updated_at() SET search_path = pg_catalog, pg_temp;

-- migrate:down
ALTER FUNCTION public.set_updated_at() SET search_path = '';
ALTER FUNCTION ops.add_partition(text, timestamp with time zone) SET search_path = '';
ALTER FUNCTION ops.drop_partitions_before(timestamp with time zone, boolean)
    SET search_path = '';
ALTER FUNCTION ops.ensure_partitions(integer) SET search_path = '';
ALTER FUNCTION ops.write_audit() SET search_path = '';
ALTER FUNCTION llm.settle_request(
    integer, integer, integer, timestamp with time zone, integer, integer, bigint
) SET search_path = '';
ALTER FUNCTION llm.take_request(integer, integer, integer, integer) SET search_path = '';
ALTER FUNCTION rag.search_chunks(text, integer, integer[]) SET search_path = '';
ALTER FUNCTION iam.set_first_user_as_admin() SET search_path = '';
