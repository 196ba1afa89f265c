-- name: nearest_chunks_384 :many
-- Find the chunks that are nearest in meaning, among those the current user sees, nearest first.
--
-- Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
-- different models cannot be compared: `within` names datasets of one model.
-- @returns NearestChunk
-- @column id!
-- @column document_id!
-- @column dataset_id!
-- @column page_number!
-- @column text!
-- @column distance!
-- @param embedding!
-- @param embedding: 384 numbers; any other number is refused
-- @param count!
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks(:embedding::public.vector(384), :count, :within) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id;

-- name: nearest_chunks_768 :many
-- Find the chunks that are nearest in meaning, among those the current user sees, nearest first.
--
-- Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
-- different models cannot be compared: `within` names datasets of one model.
-- @returns NearestChunk
-- @column id!
-- @column document_id!
-- @column dataset_id!
-- @column page_number!
-- @column text!
-- @column distance!
-- @param embedding!
-- @param embedding: 768 numbers; any other number is refused
-- @param count!
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks(:embedding::public.vector(768), :count, :within) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id;

-- name: nearest_chunks_1024 :many
-- Find the chunks that are nearest in meaning, among those the current user sees, nearest first.
--
-- Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
-- different models cannot be compared: `within` names datasets of one model.
-- @returns NearestChunk
-- @column id!
-- @column document_id!
-- @column dataset_id!
-- @column page_number!
-- @column text!
-- @column distance!
-- @param embedding!
-- @param embedding: 1024 numbers; any other number is refused
-- @param count!
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks(:embedding::public.vector(1024), :count, :within) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id;

-- name: nearest_chunks_1536 :many
-- Find the chunks that are nearest in meaning, among those the current user sees, nearest first.
--
-- Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
-- different models cannot be compared: `within` names datasets of one model.
-- @returns NearestChunk
-- @column id!
-- @column document_id!
-- @column dataset_id!
-- @column page_number!
-- @column text!
-- @column distance!
-- @param embedding!
-- @param embedding: 1536 numbers; any other number is refused
-- @param count!
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks(:embedding::public.vector(1536), :count, :within) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id;

-- name: search_chunks :many
-- Find the chunks that hold all words of a query, among those the current user sees, best first.
--
-- Words are not stemmed. A query without words finds nothing.
-- @returns MatchingChunk
-- @column id!
-- @column document_id!
-- @column dataset_id!
-- @column page_number!
-- @column text!
-- @column rank!
-- @param query!
-- @param query: as for a web search: "a phrase", this or that, -without
-- @param count!
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
SELECT
    s.id,
    s.document_id,
    s.dataset_id,
    d.file_name,
    s.page_number,
    s.text,
    s.rank
FROM rag.search_chunks(:query, :count, :within) AS s
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = s.document_id
    LIMIT 1
) AS d
ORDER BY s.rank DESC, s.id;

-- name: search_hybrid_384 :many
-- Find chunks by meaning and by words at once, among those the current user sees, best first.
--
-- Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
-- it is in, places counted from 1, so that the two measures need not be comparable.
-- `meaning_place` and `words_place` are None where the chunk is not in the list.
-- @returns HybridChunk
-- @param embedding!
-- @param embedding: 384 numbers; any other number is refused
-- @param query!
-- @param query: as for a web search: "a phrase", this or that, -without
-- @param candidates!
-- @param candidates: length of each of the two lists; several times `count` is good
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks(:embedding::public.vector(384), :candidates, :within) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks(:query, :candidates, :within) AS s
),

fused AS (
    SELECT
        coalesce(m.id, w.id) AS id,
        m.place AS meaning_place,
        w.place AS words_place,
        coalesce(1 / (60 + m.place)::double precision, 0)
        + coalesce(1 / (60 + w.place)::double precision, 0) AS score
    FROM by_meaning AS m
    FULL JOIN by_words AS w
        ON w.id = m.id
)

SELECT
    c.id,
    c.document_id,
    c.dataset_id,
    c.file_name,
    c.page_number,
    c.text,
    b.meaning_place,
    b.words_place,
    b.score
FROM (
    SELECT
        f.id,
        f.meaning_place,
        f.words_place,
        f.score
    FROM fused AS f
    ORDER BY f.score DESC, f.id
    LIMIT :count
) AS b
CROSS JOIN LATERAL (
    -- One by one: the planner takes the candidates for a thousand, and would read all chunks.
    SELECT
        ch.id,
        ch.document_id,
        ch.dataset_id,
        ch.page_number,
        ch.text,
        doc.file_name
    FROM rag.chunks AS ch
    INNER JOIN rag.documents AS doc
        ON doc.id = ch.document_id
    WHERE ch.id = b.id
    LIMIT 1
) AS c
ORDER BY b.score DESC, c.id;

-- name: search_hybrid_768 :many
-- Find chunks by meaning and by words at once, among those the current user sees, best first.
--
-- Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
-- it is in, places counted from 1, so that the two measures need not be comparable.
-- `meaning_place` and `words_place` are None where the chunk is not in the list.
-- @returns HybridChunk
-- @param embedding!
-- @param embedding: 768 numbers; any other number is refused
-- @param query!
-- @param query: as for a web search: "a phrase", this or that, -without
-- @param candidates!
-- @param candidates: length of each of the two lists; several times `count` is good
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks(:embedding::public.vector(768), :candidates, :within) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks(:query, :candidates, :within) AS s
),

fused AS (
    SELECT
        coalesce(m.id, w.id) AS id,
        m.place AS meaning_place,
        w.place AS words_place,
        coalesce(1 / (60 + m.place)::double precision, 0)
        + coalesce(1 / (60 + w.place)::double precision, 0) AS score
    FROM by_meaning AS m
    FULL JOIN by_words AS w
        ON w.id = m.id
)

SELECT
    c.id,
    c.document_id,
    c.dataset_id,
    c.file_name,
    c.page_number,
    c.text,
    b.meaning_place,
    b.words_place,
    b.score
FROM (
    SELECT
        f.id,
        f.meaning_place,
        f.words_place,
        f.score
    FROM fused AS f
    ORDER BY f.score DESC, f.id
    LIMIT :count
) AS b
CROSS JOIN LATERAL (
    -- One by one: the planner takes the candidates for a thousand, and would read all chunks.
    SELECT
        ch.id,
        ch.document_id,
        ch.dataset_id,
        ch.page_number,
        ch.text,
        doc.file_name
    FROM rag.chunks AS ch
    INNER JOIN rag.documents AS doc
        ON doc.id = ch.document_id
    WHERE ch.id = b.id
    LIMIT 1
) AS c
ORDER BY b.score DESC, c.id;

-- name: search_hybrid_1024 :many
-- Find chunks by meaning and by words at once, among those the current user sees, best first.
--
-- Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
-- it is in, places counted from 1, so that the two measures need not be comparable.
-- `meaning_place` and `words_place` are None where the chunk is not in the list.
-- @returns HybridChunk
-- @param embedding!
-- @param embedding: 1024 numbers; any other number is refused
-- @param query!
-- @param query: as for a web search: "a phrase", this or that, -without
-- @param candidates!
-- @param candidates: length of each of the two lists; several times `count` is good
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks(:embedding::public.vector(1024), :candidates, :within) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks(:query, :candidates, :within) AS s
),

fused AS (
    SELECT
        coalesce(m.id, w.id) AS id,
        m.place AS meaning_place,
        w.place AS words_place,
        coalesce(1 / (60 + m.place)::double precision, 0)
        + coalesce(1 / (60 + w.place)::double precision, 0) AS score
    FROM by_meaning AS m
    FULL JOIN by_words AS w
        ON w.id = m.id
)

SELECT
    c.id,
    c.document_id,
    c.dataset_id,
    c.file_name,
    c.page_number,
    c.text,
    b.meaning_place,
    b.words_place,
    b.score
FROM (
    SELECT
        f.id,
        f.meaning_place,
        f.words_place,
        f.score
    FROM fused AS f
    ORDER BY f.score DESC, f.id
    LIMIT :count
) AS b
CROSS JOIN LATERAL (
    -- One by one: the planner takes the candidates for a thousand, and would read all chunks.
    SELECT
        ch.id,
        ch.document_id,
        ch.dataset_id,
        ch.page_number,
        ch.text,
        doc.file_name
    FROM rag.chunks AS ch
    INNER JOIN rag.documents AS doc
        ON doc.id = ch.document_id
    WHERE ch.id = b.id
    LIMIT 1
) AS c
ORDER BY b.score DESC, c.id;

-- name: search_hybrid_1536 :many
-- Find chunks by meaning and by words at once, among those the current user sees, best first.
--
-- Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
-- it is in, places counted from 1, so that the two measures need not be comparable.
-- `meaning_place` and `words_place` are None where the chunk is not in the list.
-- @returns HybridChunk
-- @param embedding!
-- @param embedding: 1536 numbers; any other number is refused
-- @param query!
-- @param query: as for a web search: "a phrase", this or that, -without
-- @param candidates!
-- @param candidates: length of each of the two lists; several times `count` is good
-- @param count: at most this many
-- @param within?
-- @param within: ids of the datasets to look in; None for all that the current user sees
WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks(:embedding::public.vector(1536), :candidates, :within) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks(:query, :candidates, :within) AS s
),

fused AS (
    SELECT
        coalesce(m.id, w.id) AS id,
        m.place AS meaning_place,
        w.place AS words_place,
        coalesce(1 / (60 + m.place)::double precision, 0)
        + coalesce(1 / (60 + w.place)::double precision, 0) AS score
    FROM by_meaning AS m
    FULL JOIN by_words AS w
        ON w.id = m.id
)

SELECT
    c.id,
    c.document_id,
    c.dataset_id,
    c.file_name,
    c.page_number,
    c.text,
    b.meaning_place,
    b.words_place,
    b.score
FROM (
    SELECT
        f.id,
        f.meaning_place,
        f.words_place,
        f.score
    FROM fused AS f
    ORDER BY f.score DESC, f.id
    LIMIT :count
) AS b
CROSS JOIN LATERAL (
    -- One by one: the planner takes the candidates for a thousand, and would read all chunks.
    SELECT
        ch.id,
        ch.document_id,
        ch.dataset_id,
        ch.page_number,
        ch.text,
        doc.file_name
    FROM rag.chunks AS ch
    INNER JOIN rag.documents AS doc
        ON doc.id = ch.document_id
    WHERE ch.id = b.id
    LIMIT 1
) AS c
ORDER BY b.score DESC, c.id;
