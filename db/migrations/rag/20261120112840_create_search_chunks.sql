-- Search by words. The configuration is `simple`: it keeps every word as it is written, whatever
-- the language of the document. One that knows a language would stem the words of the others by
-- its own rules and drop what looks like its stop words; and texts that say the same in other
-- forms are found by their embeddings.

-- migrate:up
CREATE INDEX chunks_text_idx ON rag.chunks USING gin (to_tsvector('simple', text));

-- SECURITY DEFINER: the operator @@ is not leakproof, so that under the caller's policies it may
-- not look into an index before each chunk is known to be visible. The owner is not subject to the
-- policies; what the caller sees is asked of the context instead.
--
-- In plpgsql with plans of its own for each call: an index is chosen by how many chunks the words
-- are in, which a plan for all calls does not know.
CREATE FUNCTION rag.search_chunks(
    query text,
    count integer,
    within integer[] DEFAULT NULL
)
    RETURNS TABLE (
        id integer,
        document_id integer,
        dataset_id integer,
        page_number integer,
        text character varying,
        rank real
    )
    LANGUAGE plpgsql
    STABLE
    PARALLEL SAFE
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET plan_cache_mode = 'force_custom_plan'
AS $function$
DECLARE
    wanted tsquery;
    datasets CONSTANT integer[] := ARRAY(
        SELECT v.id
        FROM rag.visible_dataset_ids() AS v (id)
        WHERE search_chunks.within IS NULL
            OR v.id = ANY (search_chunks.within)
    );
BEGIN
    -- Reading it takes time that grows with the square of its words.
    IF char_length(search_chunks.query) > 2000 THEN
        RAISE EXCEPTION 'a search takes at most 2000 characters, not %',
            char_length(search_chunks.query)
            USING ERRCODE = 'program_limit_exceeded';
    END IF;
    wanted := websearch_to_tsquery('simple', search_chunks.query);

    RETURN QUERY
        SELECT
            c.id,
            c.document_id,
            c.dataset_id,
            c.page_number,
            c.text,
            ts_rank_cd(to_tsvector('simple', c.text), wanted) AS rank
        FROM rag.chunks AS c
        WHERE to_tsvector('simple', c.text) @@ wanted
            AND c.dataset_id = ANY (datasets)
        ORDER BY
            ts_rank_cd(to_tsvector('simple', c.text), wanted) DESC,
            c.id
        LIMIT search_chunks.count;
END
$function$;

COMMENT ON FUNCTION rag.search_chunks(text, integer, integer[]) IS
    'The chunks among those the current person sees that hold all words of a query, best first. The query is written as for a web search: "a phrase", or, -without. At most count chunks, from the datasets in within, or from all where it is NULL. A query has at most 2000 characters.';

GRANT EXECUTE ON FUNCTION rag.search_chunks(text, integer, integer[])
    TO application_user, application_readonly;

-- migrate:down
DROP FUNCTION rag.search_chunks(text, integer, integer[]);
DROP INDEX rag.chunks_text_idx;
