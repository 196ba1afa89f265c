# Made by quern from queries/rag/datasets.sql: do not edit.
"""Queries of queries/rag/datasets.sql, for asyncio."""

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from ... import _runtime
from ...public.enums import Visibility
from ...rag.datasets import (
    CREATE_DATASET,
    CREATE_PROJECT_DATASET,
    DELETE_DATASET,
    FIND_DATASET_BY_EXTERNAL_ID,
    FIND_DATASET_BY_PIPELINE_KEY,
    GET_DATASET,
    GET_DATASET_OF_WORKER,
    GET_EMBEDDINGS_MODEL_SECRET,
    LIST_DATASETS,
    UPDATE_DATASET,
    Dataset,
    DatasetSummary,
    GetEmbeddingsModelSecretRow,
)
from ...rag.enums import ChunkingStrategy


async def list_datasets(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    limit: int,
    team_id: int | None = None,
    is_project: bool | None = None,
    after_id: int | None = None,
) -> list[DatasetSummary]:
    """List the datasets that the current user sees, with the number of documents in each.

    Those of one's teams that are not somebody else's private ones, and the company-wide ones of
    all teams. Page by page, in the order they were made.

    :param limit: at most this many
    :param team_id: of one team only; None for all
    :param is_project: True for datasets of projects only, False for the others only; None for both
    :param after_id: the last id of the page before; None for the first page
    """
    variant = LIST_DATASETS.variant(
        team_id is not None,
        is_project is not None,
        after_id is not None,
    )
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((team_id, is_project, after_id, limit)),
    )


async def get_dataset(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
) -> DatasetSummary | None:
    """Get a dataset that the current user sees, with the number of documents in it."""
    return await _runtime.aio.fetch_optional(conn, GET_DATASET, (dataset_id,))


async def get_dataset_of_worker(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
) -> DatasetSummary | None:
    """Get any dataset, for a worker that cuts its documents or makes its embeddings."""
    return await _runtime.aio.fetch_optional(conn, GET_DATASET_OF_WORKER, (dataset_id,))


async def find_dataset_by_pipeline_key(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    key_hash: str,
) -> DatasetSummary | None:
    """Find the dataset to which the key that a request brought adds documents.

    None for an unknown key. It does not ask whether the key may still be used:
    `validate_document_pipeline_key` does.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return await _runtime.aio.fetch_optional(conn, FIND_DATASET_BY_PIPELINE_KEY, (key_hash,))


async def find_dataset_by_external_id(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    external_id: UUID,
) -> Dataset | None:
    """Find a dataset that the current user sees by the identifier shown outside."""
    return await _runtime.aio.fetch_optional(conn, FIND_DATASET_BY_EXTERNAL_ID, (external_id,))


async def create_dataset(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
    name: str,
    embeddings_model_id: int,
    chunking_strategy: ChunkingStrategy,
    combine_under_n_chars: int,
    new_after_n_chars: int,
    multipage_sections: bool,
    visibility: Visibility,
) -> Dataset:
    """Create a dataset of the current user in a team.

    For those who have the permission ManageDatasets in it; others are refused.

    :param combine_under_n_chars: shorter sections are put together into one chunk
    :param new_after_n_chars: a chunk that has reached this number of characters is closed
    :param multipage_sections: whether a chunk may go on over the end of a page
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_DATASET,
        (
            team_id,
            name,
            embeddings_model_id,
            chunking_strategy,
            combine_under_n_chars,
            new_after_n_chars,
            multipage_sections,
            visibility,
        ),
    )


async def create_project_dataset(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    team_id: int,
    name: str,
    embeddings_model_id: int,
    chunking_strategy: ChunkingStrategy,
    combine_under_n_chars: int,
    new_after_n_chars: int,
    multipage_sections: bool,
    visibility: Visibility,
) -> Dataset:
    """Create a dataset of the current user that holds the files of a project.

    For those who have the permission ManageDatasets in the team; others are refused.

    :param combine_under_n_chars: shorter sections are put together into one chunk
    :param new_after_n_chars: a chunk that has reached this number of characters is closed
    :param multipage_sections: whether a chunk may go on over the end of a page
    """
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_PROJECT_DATASET,
        (
            team_id,
            name,
            embeddings_model_id,
            chunking_strategy,
            combine_under_n_chars,
            new_after_n_chars,
            multipage_sections,
            visibility,
        ),
    )


async def update_dataset(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    visibility: Visibility,
    embeddings_model_id: int,
    chunking_strategy: ChunkingStrategy,
    combine_under_n_chars: int,
    new_after_n_chars: int,
    multipage_sections: bool,
    dataset_id: int,
) -> Dataset | None:
    """Replace the name, the visibility and the settings of a dataset.

    For those who have the permission ManageDatasets in its team; None for others. Only its creator
    can make it private: anybody else is refused. Chunks stay as they are: after a change of the
    embeddings model, `clear_dataset_embeddings` has them made anew.

    :param combine_under_n_chars: shorter sections are put together into one chunk
    :param new_after_n_chars: a chunk that has reached this number of characters is closed
    :param multipage_sections: whether a chunk may go on over the end of a page
    """
    return await _runtime.aio.fetch_optional(
        conn,
        UPDATE_DATASET,
        (
            name,
            visibility,
            embeddings_model_id,
            chunking_strategy,
            combine_under_n_chars,
            new_after_n_chars,
            multipage_sections,
            dataset_id,
        ),
    )


async def delete_dataset(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
) -> int:
    """Delete a dataset with all that is in it.

    For those who have the permission ManageDatasets in its team.
    """
    return await _runtime.aio.execute_count(conn, DELETE_DATASET, (dataset_id,))


async def get_embeddings_model_secret(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    dataset_id: int,
) -> GetEmbeddingsModelSecretRow | None:
    """Get the model that makes the embeddings of a dataset, with the key of its service.

    The key is ciphertext, bound to the id of the model; None when the service needs none.
    """
    return await _runtime.aio.fetch_optional(conn, GET_EMBEDDINGS_MODEL_SECRET, (dataset_id,))
