-- Search by meaning.
--
-- Policies filter what an HNSW index finds, after it has found it. As the settings come, it finds
-- forty chunks of all tenants and stops: to somebody who sees one chunk in a hundred it returns
-- none or one. With hnsw.iterative_scan it goes on until there are enough; but strict_order throws
-- away what it finds late, and misses a quarter of the nearest chunks. So this function
--
-- - reads all vectors where the caller sees few chunks, which is exact, and quicker than to pick
--   a few out of what belongs to others;
-- - otherwise lets the index run in relaxed_order, takes four times as many as are wanted, and
--   sorts them by their distance. It looks at 100,000 chunks at most: ten nearest ones are found
--   by who sees a few thousand of twelve million.
--
-- It sets what the index needs for itself and sets it back. SET clauses of the function would say
-- so better, but only a superuser may write them before the library of the extension is loaded,
-- and a dump of the schema is read in by a session that did not load it.

-- migrate:up
CREATE FUNCTION rag.nearest_chunks(
    embedding public.vector,
    count integer,
    within integer[] DEFAULT NULL
)
    RETURNS TABLE (
        id integer,
        document_id integer,
        dataset_id integer,
        page_number integer,
        text character varying,
        distance double precision
    )
    LANGUAGE plpgsql
    STABLE
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = 'force_custom_plan'
AS $function$
DECLARE
    -- Reading so many vectors costs about as much as the search in an index.
    few CONSTANT integer := 5000;
    dimension CONSTANT integer := public.vector_dims(nearest_chunks.embedding);
    -- The policies of the datasets say which; those of the chunks say it again.
    datasets CONSTANT integer[] := ARRAY(
        SELECT d.id
        FROM rag.datasets AS d
        WHERE nearest_chunks.within IS NULL
            OR d.id = ANY (nearest_chunks.within)
    );
    seen integer;
    settings CONSTANT text[] := ARRAY[
        'hnsw.iterative_scan',
        'hnsw.ef_search',
        'hnsw.max_scan_tuples',
        'hnsw.scan_mem_multiplier',
        -- The planner takes what one sees for less than it is, and would rather read and sort it.
        'enable_sort'
    ];
    wanted CONSTANT text[] := ARRAY['relaxed_order', '400', '100000', '4', 'off'];
    found CONSTANT text[] := ARRAY(
        SELECT current_setting(s.name, true)
        FROM unnest(settings) AS s (name)
    );
BEGIN
    IF dimension IS NULL THEN
        RETURN;
    END IF;

    IF dimension NOT IN (384, 768, 1024, 1536) THEN
        RAISE EXCEPTION 'an embedding of % numbers: chunks have 384, 768, 1024 or 1536', dimension
            USING ERRCODE = 'data_exception';
    END IF;

    SELECT count(*)
    INTO seen
    FROM (
        SELECT
        FROM rag.chunks AS c
        WHERE c.dataset_id = ANY (datasets)
        LIMIT few + 1
    ) AS s;

    IF seen <= few THEN
        -- Without the cast this is not the expression of an index.
        RETURN QUERY
            SELECT
                c.id,
                c.document_id,
                c.dataset_id,
                c.page_number,
                c.text,
                c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
            FROM rag.chunks AS c
            WHERE public.vector_dims(c.embeddings) = dimension
                AND c.dataset_id = ANY (datasets)
            ORDER BY c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding
            LIMIT nearest_chunks.count;
        RETURN;
    END IF;

    PERFORM set_config(s.name, s.value, true)
    FROM unnest(settings, wanted) AS s (name, value);

    IF dimension = 384 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 384
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(384)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(384)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 768 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 768
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(768)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(768)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 1024 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 1024
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(1024)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(1024)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    ELSIF dimension = 1536 THEN
        RETURN QUERY
            WITH near AS MATERIALIZED (
                SELECT
                    c.id,
                    c.document_id,
                    c.dataset_id,
                    c.page_number,
                    c.text,
                    c.embeddings OPERATOR(public.<=>) nearest_chunks.embedding AS distance
                FROM rag.chunks AS c
                WHERE public.vector_dims(c.embeddings) = 1536
                    AND c.dataset_id = ANY (datasets)
                ORDER BY
                    c.embeddings::public.vector(1536)
                    OPERATOR(public.<=>) nearest_chunks.embedding::public.vector(1536)
                LIMIT 4 * nearest_chunks.count
            )

            SELECT
                n.id,
                n.document_id,
                n.dataset_id,
                n.page_number,
                n.text,
                n.distance
            FROM near AS n
            ORDER BY n.distance
            LIMIT nearest_chunks.count;
    END IF;

    PERFORM set_config(s.name, s.value, true)
    FROM unnest(settings, found) AS s (name, value);
END
$function$;

COMMENT ON FUNCTION rag.nearest_chunks(public.vector, integer, integer[]) IS
    'The chunks among those the current person sees whose embeddings are nearest to one of the same dimension, by cosine distance (0 for the same direction, 2 for the opposite), nearest first. At most count chunks, from the datasets in within, or from all where it is NULL.';

GRANT EXECUTE ON FUNCTION rag.nearest_chunks(public.vector, integer, integer[])
    TO application_user, application_readonly, application_system;

-- migrate:down
DROP FUNCTION rag.nearest_chunks(public.vector, integer, integer[]);
