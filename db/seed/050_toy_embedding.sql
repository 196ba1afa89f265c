-- A stand-in for an embeddings model: the words of a text, without endings and small words, each
-- counted on the axis that its hash gives. Texts that share words are near to each other; that is
-- all it knows. The function lasts as long as the session; to ask a question in psql, \i this file:
--
--     SELECT * FROM rag.nearest_chunks(pg_temp.toy_embedding('When is high water?', 384), 3);
CREATE FUNCTION pg_temp.toy_embedding(content text, dimensions integer)
    RETURNS public.vector
    LANGUAGE sql
    STABLE
    SET search_path = pg_catalog, pg_temp
AS $function$
    SELECT public.l2_normalize(
        array_agg(coalesce(w.weight, 0) ORDER BY axis.number)::real[]::public.vector
    )
    FROM generate_series(0, dimensions - 1) AS axis (number)
    LEFT JOIN (
        SELECT
            ('x' || left(md5(t.lexeme), 8))::bit(32)::bigint % dimensions AS number,
            sum(1 + ln(cardinality(t.positions)))::real AS weight
        FROM unnest(to_tsvector('pg_catalog.english', content)) AS t
        GROUP BY 1
    ) AS w
        ON w.number = axis.number
$function$;

-- For whoever this session becomes.
GRANT EXECUTE ON FUNCTION pg_temp.toy_embedding(text, integer)
    TO application_user, application_readonly, application_system;
