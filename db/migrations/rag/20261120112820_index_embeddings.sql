-- One index for each dimension, since an index needs vectors of one dimension. A query uses it if
-- it writes out the same cast and the same condition; a dimension given as a parameter does not.

-- migrate:up
CREATE INDEX chunks_embeddings_384_idx
    ON rag.chunks USING hnsw ((embeddings::public.vector(384)) public.vector_cosine_ops)
    WHERE public.vector_dims(embeddings) = 384;
CREATE INDEX chunks_embeddings_768_idx
    ON rag.chunks USING hnsw ((embeddings::public.vector(768)) public.vector_cosine_ops)
    WHERE public.vector_dims(embeddings) = 768;
CREATE INDEX chunks_embeddings_1024_idx
    ON rag.chunks USING hnsw ((embeddings::public.vector(1024)) public.vector_cosine_ops)
    WHERE public.vector_dims(embeddings) = 1024;
CREATE INDEX chunks_embeddings_1536_idx
    ON rag.chunks USING hnsw ((embeddings::public.vector(1536)) public.vector_cosine_ops)
    WHERE public.vector_dims(embeddings) = 1536;

-- migrate:down
DROP INDEX rag.chunks_embeddings_1536_idx;
DROP INDEX rag.chunks_embeddings_1024_idx;
DROP INDEX rag.chunks_embeddings_768_idx;
DROP INDEX rag.chunks_embeddings_384_idx;
