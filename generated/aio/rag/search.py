# Made by quern from queries/rag/search.sql: do not edit.
"""Queries of queries/rag/search.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...rag.search import (
    NEAREST_CHUNKS_384,
    NEAREST_CHUNKS_768,
    NEAREST_CHUNKS_1024,
    NEAREST_CHUNKS_1536,
    SEARCH_CHUNKS,
    SEARCH_HYBRID_384,
    SEARCH_HYBRID_768,
    SEARCH_HYBRID_1024,
    SEARCH_HYBRID_1536,
    HybridChunk,
    MatchingChunk,
    NearestChunk,
)


async def nearest_chunks_384(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        NEAREST_CHUNKS_384,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


async def nearest_chunks_768(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        NEAREST_CHUNKS_768,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


async def nearest_chunks_1024(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        NEAREST_CHUNKS_1024,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


async def nearest_chunks_1536(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        NEAREST_CHUNKS_1536,
        (
            _runtime.pack_vector(embedding),
            count,
            None if within is None else _runtime.array_text(within),
        ),
    )


async def search_chunks(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        SEARCH_CHUNKS,
        (query, count, None if within is None else _runtime.array_text(within)),
    )


async def search_hybrid_384(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
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


async def search_hybrid_768(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
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


async def search_hybrid_1024(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
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


async def search_hybrid_1536(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
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
