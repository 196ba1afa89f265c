# Made by quern from queries/rag/document_pipelines.sql: do not edit.
"""Queries of queries/rag/document_pipelines.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...rag.document_pipelines import (
    CREATE_DOCUMENT_PIPELINE,
    DELETE_DOCUMENT_PIPELINE,
    FIND_DOCUMENT_PIPELINE_BY_KEY_HASH,
    LIST_MY_DOCUMENT_PIPELINES,
    RENAME_DOCUMENT_PIPELINE,
    ROTATE_DOCUMENT_PIPELINE_KEY,
    VALIDATE_DOCUMENT_PIPELINE_KEY,
    DocumentPipeline,
)


async def list_my_document_pipelines(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
) -> list[DocumentPipeline]:
    """List the current user's own pipelines in a team, newest first.

    Those whose dataset the current user does not see any more are left out.
    """
    return await _runtime.aio.fetch_all(conn, LIST_MY_DOCUMENT_PIPELINES, (team_id,))


async def create_document_pipeline(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    key_hash: str,
    dataset_id: int,
) -> DocumentPipeline | None:
    """Create a pipeline by which a program adds documents to a dataset for the current user.

    For those who have the permission ManageDocumentPipelines in the team of the dataset; others who
    see the dataset are refused. None when the current user does not see it. The application makes
    the key, shows it once, and sends only its hash.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(
        conn,
        CREATE_DOCUMENT_PIPELINE,
        (name, key_hash, dataset_id),
    )


async def find_document_pipeline_by_key_hash(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
) -> DocumentPipeline | None:
    """Find a pipeline by the hash of its key, whether the key may be used or not.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(conn, FIND_DOCUMENT_PIPELINE_BY_KEY_HASH, (key_hash,))


async def validate_document_pipeline_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
) -> DocumentPipeline | None:
    """Find the pipeline whose key a request brought, if it may be used now.

    None unless the person it acts for has an active account, still belongs to the team, and still
    sees the dataset. What the program may do there is asked on behalf of that person.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(conn, VALIDATE_DOCUMENT_PIPELINE_KEY, (key_hash,))


async def rename_document_pipeline(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    document_pipeline_id: int,
) -> int:
    """Rename a pipeline of the current user."""
    return await _runtime.aio.execute_count(
        conn,
        RENAME_DOCUMENT_PIPELINE,
        (name, document_pipeline_id),
    )


async def rotate_document_pipeline_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
    document_pipeline_id: int,
) -> int:
    """Replace the key of a pipeline of the current user; the old one stops working at once.

    :param key_hash: SHA-256 of the new key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.execute_count(
        conn,
        ROTATE_DOCUMENT_PIPELINE_KEY,
        (key_hash, document_pipeline_id),
    )


async def delete_document_pipeline(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    document_pipeline_id: int,
) -> int:
    """Delete a pipeline; its key stops working at once.

    For those who have the permission ManageDocumentPipelines in its team.
    """
    return await _runtime.aio.execute_count(conn, DELETE_DOCUMENT_PIPELINE, (document_pipeline_id,))
