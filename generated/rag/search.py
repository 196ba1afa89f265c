# Made by quern from queries/rag/search.sql: do not edit.
"""Queries of queries/rag/search.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class NearestChunk(_runtime.Row):
    """A row of nearest_chunks_384 and 3 other queries.

    :ivar file_name: Name of the file as it was uploaded.
    """

    id: int
    document_id: int
    dataset_id: int
    file_name: str
    page_number: int
    text: str
    distance: float


def _make_nearest_chunk(values: Sequence[Any]) -> NearestChunk:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        NearestChunk,
        {
            "id": values[0],
            "document_id": values[1],
            "dataset_id": values[2],
            "file_name": values[3],
            "page_number": values[4],
            "text": values[5],
            "distance": values[6],
        },
    )


NEAREST_CHUNKS_384: Final[_runtime.Query[NearestChunk]] = _runtime.Query(
    name="rag.search.nearest_chunks_384",
    source="queries/rag/search.sql:1",
    sql="""SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks($1::public.vector(384), $2, $3) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id""",
    row=_make_nearest_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def nearest_chunks_384(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    count: int,
    within: Sequence[int | None] | None,
) -> list[NearestChunk]:
    """Find the chunks that are nearest in meaning, among those the current user sees, nearest first.

    Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
    different models cannot be compared: `within` names datasets of one model.

    :param embedding: 384 numbers; any other number is refused
    :param count: at most this many
    :param within: ids of the datasets to look in; None for all that the current user sees
    """
    return _runtime.fetch_all(
        conn,
        NEAREST_CHUNKS_384,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


NEAREST_CHUNKS_768: Final[_runtime.Query[NearestChunk]] = _runtime.Query(
    name="rag.search.nearest_chunks_768",
    source="queries/rag/search.sql:37",
    sql="""SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks($1::public.vector(768), $2, $3) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id""",
    row=_make_nearest_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def nearest_chunks_768(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    count: int,
    within: Sequence[int | None] | None,
) -> list[NearestChunk]:
    """Find the chunks that are nearest in meaning, among those the current user sees, nearest first.

    Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
    different models cannot be compared: `within` names datasets of one model.

    :param embedding: 768 numbers; any other number is refused
    :param count: at most this many
    :param within: ids of the datasets to look in; None for all that the current user sees
    """
    return _runtime.fetch_all(
        conn,
        NEAREST_CHUNKS_768,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


NEAREST_CHUNKS_1024: Final[_runtime.Query[NearestChunk]] = _runtime.Query(
    name="rag.search.nearest_chunks_1024",
    source="queries/rag/search.sql:73",
    sql="""SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks($1::public.vector(1024), $2, $3) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id""",
    row=_make_nearest_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def nearest_chunks_1024(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    count: int,
    within: Sequence[int | None] | None,
) -> list[NearestChunk]:
    """Find the chunks that are nearest in meaning, among those the current user sees, nearest first.

    Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
    different models cannot be compared: `within` names datasets of one model.

    :param embedding: 1024 numbers; any other number is refused
    :param count: at most this many
    :param within: ids of the datasets to look in; None for all that the current user sees
    """
    return _runtime.fetch_all(
        conn,
        NEAREST_CHUNKS_1024,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


NEAREST_CHUNKS_1536: Final[_runtime.Query[NearestChunk]] = _runtime.Query(
    name="rag.search.nearest_chunks_1536",
    source="queries/rag/search.sql:109",
    sql="""SELECT
    n.id,
    n.document_id,
    n.dataset_id,
    d.file_name,
    n.page_number,
    n.text,
    n.distance
FROM rag.nearest_chunks($1::public.vector(1536), $2, $3) AS n
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = n.document_id
    LIMIT 1
) AS d
ORDER BY n.distance, n.id""",
    row=_make_nearest_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def nearest_chunks_1536(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    count: int,
    within: Sequence[int | None] | None,
) -> list[NearestChunk]:
    """Find the chunks that are nearest in meaning, among those the current user sees, nearest first.

    Chunks without embeddings, or with embeddings of another dimension, are not found. Embeddings of
    different models cannot be compared: `within` names datasets of one model.

    :param embedding: 1536 numbers; any other number is refused
    :param count: at most this many
    :param within: ids of the datasets to look in; None for all that the current user sees
    """
    return _runtime.fetch_all(
        conn,
        NEAREST_CHUNKS_1536,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


class MatchingChunk(_runtime.Row):
    """A row of search_chunks.

    :ivar file_name: Name of the file as it was uploaded.
    """

    id: int
    document_id: int
    dataset_id: int
    file_name: str
    page_number: int
    text: str
    rank: float


def _make_matching_chunk(values: Sequence[Any]) -> MatchingChunk:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        MatchingChunk,
        {
            "id": values[0],
            "document_id": values[1],
            "dataset_id": values[2],
            "file_name": values[3],
            "page_number": values[4],
            "text": values[5],
            "rank": values[6],
        },
    )


SEARCH_CHUNKS: Final[_runtime.Query[MatchingChunk]] = _runtime.Query(
    name="rag.search.search_chunks",
    source="queries/rag/search.sql:145",
    sql="""SELECT
    s.id,
    s.document_id,
    s.dataset_id,
    d.file_name,
    s.page_number,
    s.text,
    s.rank
FROM rag.search_chunks($1, $2, $3) AS s
CROSS JOIN LATERAL (
    -- One by one: the planner takes the chunks for a thousand, and would read all documents.
    SELECT doc.file_name
    FROM rag.documents AS doc
    WHERE doc.id = s.document_id
    LIMIT 1
) AS d
ORDER BY s.rank DESC, s.id""",
    row=_make_matching_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def search_chunks(
    conn: Connection[Any] | _runtime.Runner,
    *,
    query: str,
    count: int,
    within: Sequence[int | None] | None,
) -> list[MatchingChunk]:
    """Find the chunks that hold all words of a query, among those the current user sees, best first.

    Words are not stemmed. A query without words finds nothing.

    :param query: as for a web search: "a phrase", this or that, -without
    :param count: at most this many
    :param within: ids of the datasets to look in; None for all that the current user sees
    """
    return _runtime.fetch_all(
        conn,
        SEARCH_CHUNKS,
        (query, count, None if within is None else _runtime.array_text(within)),
    )


class HybridChunk(_runtime.Row):
    """A row of search_hybrid_384 and 3 other queries.

    :ivar id: Identifier of the chunk.
    :ivar document_id: Document the chunk was cut from.
    :ivar dataset_id: Dataset of the document.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar page_number: Page of the document on which the chunk begins.
    :ivar text: Text of the chunk, in clear so that it can be searched.
    """

    id: int
    document_id: int
    dataset_id: int
    file_name: str
    page_number: int
    text: str
    meaning_place: int | None
    words_place: int | None
    score: float


def _make_hybrid_chunk(values: Sequence[Any]) -> HybridChunk:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        HybridChunk,
        {
            "id": values[0],
            "document_id": values[1],
            "dataset_id": values[2],
            "file_name": values[3],
            "page_number": values[4],
            "text": values[5],
            "meaning_place": values[6],
            "words_place": values[7],
            "score": values[8],
        },
    )


SEARCH_HYBRID_384: Final[_runtime.Query[HybridChunk]] = _runtime.Query(
    name="rag.search.search_hybrid_384",
    source="queries/rag/search.sql:180",
    sql="""WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks($1::public.vector(384), $2, $3) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks($4, $2, $3) AS s
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
    LIMIT $5
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
ORDER BY b.score DESC, c.id""",
    row=_make_hybrid_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def search_hybrid_384(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    candidates: int,
    within: Sequence[int | None] | None,
    query: str,
    count: int,
) -> list[HybridChunk]:
    """Find chunks by meaning and by words at once, among those the current user sees, best first.

    Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
    it is in, places counted from 1, so that the two measures need not be comparable.
    `meaning_place` and `words_place` are None where the chunk is not in the list.

    :param embedding: 384 numbers; any other number is refused
    :param candidates: length of each of the two lists; several times `count` is good
    :param within: ids of the datasets to look in; None for all that the current user sees
    :param query: as for a web search: "a phrase", this or that, -without
    :param count: at most this many
    """
    return _runtime.fetch_all(
        conn,
        SEARCH_HYBRID_384,
        (
            _runtime.pack_vector(embedding),
            candidates,
            None if within is None else _runtime.array_text(within),
            query,
            count,
        ),
    )


SEARCH_HYBRID_768: Final[_runtime.Query[HybridChunk]] = _runtime.Query(
    name="rag.search.search_hybrid_768",
    source="queries/rag/search.sql:259",
    sql="""WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks($1::public.vector(768), $2, $3) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks($4, $2, $3) AS s
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
    LIMIT $5
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
ORDER BY b.score DESC, c.id""",
    row=_make_hybrid_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def search_hybrid_768(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    candidates: int,
    within: Sequence[int | None] | None,
    query: str,
    count: int,
) -> list[HybridChunk]:
    """Find chunks by meaning and by words at once, among those the current user sees, best first.

    Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
    it is in, places counted from 1, so that the two measures need not be comparable.
    `meaning_place` and `words_place` are None where the chunk is not in the list.

    :param embedding: 768 numbers; any other number is refused
    :param candidates: length of each of the two lists; several times `count` is good
    :param within: ids of the datasets to look in; None for all that the current user sees
    :param query: as for a web search: "a phrase", this or that, -without
    :param count: at most this many
    """
    return _runtime.fetch_all(
        conn,
        SEARCH_HYBRID_768,
        (
            _runtime.pack_vector(embedding),
            candidates,
            None if within is None else _runtime.array_text(within),
            query,
            count,
        ),
    )


SEARCH_HYBRID_1024: Final[_runtime.Query[HybridChunk]] = _runtime.Query(
    name="rag.search.search_hybrid_1024",
    source="queries/rag/search.sql:338",
    sql="""WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks($1::public.vector(1024), $2, $3) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks($4, $2, $3) AS s
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
    LIMIT $5
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
ORDER BY b.score DESC, c.id""",
    row=_make_hybrid_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def search_hybrid_1024(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    candidates: int,
    within: Sequence[int | None] | None,
    query: str,
    count: int,
) -> list[HybridChunk]:
    """Find chunks by meaning and by words at once, among those the current user sees, best first.

    Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
    it is in, places counted from 1, so that the two measures need not be comparable.
    `meaning_place` and `words_place` are None where the chunk is not in the list.

    :param embedding: 1024 numbers; any other number is refused
    :param candidates: length of each of the two lists; several times `count` is good
    :param within: ids of the datasets to look in; None for all that the current user sees
    :param query: as for a web search: "a phrase", this or that, -without
    :param count: at most this many
    """
    return _runtime.fetch_all(
        conn,
        SEARCH_HYBRID_1024,
        (
            _runtime.pack_vector(embedding),
            candidates,
            None if within is None else _runtime.array_text(within),
            query,
            count,
        ),
    )


SEARCH_HYBRID_1536: Final[_runtime.Query[HybridChunk]] = _runtime.Query(
    name="rag.search.search_hybrid_1536",
    source="queries/rag/search.sql:417",
    sql="""WITH by_meaning AS (
    SELECT
        n.id,
        row_number() OVER (ORDER BY n.distance, n.id) AS place
    FROM rag.nearest_chunks($1::public.vector(1536), $2, $3) AS n
),

by_words AS (
    SELECT
        s.id,
        row_number() OVER (ORDER BY s.rank DESC, s.id) AS place
    FROM rag.search_chunks($4, $2, $3) AS s
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
    LIMIT $5
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
ORDER BY b.score DESC, c.id""",
    row=_make_hybrid_chunk,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.chunks",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    opaque=True,
)


def search_hybrid_1536(
    conn: Connection[Any] | _runtime.Runner,
    *,
    embedding: Sequence[float],
    candidates: int,
    within: Sequence[int | None] | None,
    query: str,
    count: int,
) -> list[HybridChunk]:
    """Find chunks by meaning and by words at once, among those the current user sees, best first.

    Both lists are made one by reciprocal rank fusion: a chunk scores 1 / (60 + place) in each list
    it is in, places counted from 1, so that the two measures need not be comparable.
    `meaning_place` and `words_place` are None where the chunk is not in the list.

    :param embedding: 1536 numbers; any other number is refused
    :param candidates: length of each of the two lists; several times `count` is good
    :param within: ids of the datasets to look in; None for all that the current user sees
    :param query: as for a web search: "a phrase", this or that, -without
    :param count: at most this many
    """
    return _runtime.fetch_all(
        conn,
        SEARCH_HYBRID_1536,
        (
            _runtime.pack_vector(embedding),
            candidates,
            None if within is None else _runtime.array_text(within),
            query,
            count,
        ),
    )
