# Made by quern from queries/rag/datasets.sql: do not edit.
"""Queries of queries/rag/datasets.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from psycopg import Connection

from .. import _runtime
from ..public.enums import Visibility
from ..public.enums import read_visibility as _read_visibility
from .enums import ChunkingStrategy
from .enums import read_chunking_strategy as _read_chunking_strategy


class DatasetSummary(_runtime.Row):
    """A row of list_datasets and 3 other queries.

    :ivar id: Identifier of the dataset.
    :ivar team_id: Team the dataset belongs to.
    :ivar external_id: Identifier to show outside, which tells nothing about the number of datasets.
    :ivar name: Name given by the creator.
    :ivar chunking_strategy: How documents are cut into chunks.
    :ivar visibility: Who sees the dataset and all that is in it.
    :ivar combine_under_n_chars: Sections shorter than this number of characters are put together
        into one chunk.
    :ivar new_after_n_chars: A chunk that has reached this number of characters is closed and a new
        one begun.
    :ivar multipage_sections: Whether a chunk may go on over the end of a page.
    :ivar is_project: Whether the dataset holds the files of a project rather than standing alone.
    :ivar embeddings_model_id: Model that makes the embeddings of the chunks.
    :ivar embeddings_model_name: Name by which the model is asked for. Not unique: one model may be
        reached at several addresses.
    :ivar created_by: Person who made the dataset, the only one to see it while it is private; no
        foreign key, since a dataset outlives the account.
    :ivar created_at: When the dataset was made.
    :ivar updated_at: When the dataset itself last changed; a new document is not a change.
    """

    id: int
    team_id: int
    external_id: UUID
    name: str
    chunking_strategy: ChunkingStrategy
    visibility: Visibility
    combine_under_n_chars: int
    new_after_n_chars: int
    multipage_sections: bool
    is_project: bool
    embeddings_model_id: int
    embeddings_model_name: str
    document_count: int
    created_by: int
    created_at: datetime
    updated_at: datetime


def _make_dataset_summary(values: Sequence[Any]) -> DatasetSummary:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        DatasetSummary,
        {
            "id": values[0],
            "team_id": values[1],
            "external_id": values[2],
            "name": values[3],
            "chunking_strategy": _read_chunking_strategy(values[4]),
            "visibility": _read_visibility(values[5]),
            "combine_under_n_chars": values[6],
            "new_after_n_chars": values[7],
            "multipage_sections": values[8],
            "is_project": values[9],
            "embeddings_model_id": values[10],
            "embeddings_model_name": values[11],
            "document_count": values[12],
            "created_by": values[13],
            "created_at": values[14],
            "updated_at": values[15],
        },
    )


LIST_DATASETS: Final[_runtime.Variants[DatasetSummary]] = _runtime.Variants(
    name="rag.datasets.list_datasets",
    source="queries/rag/datasets.sql:1",
    parts=(
        _runtime.Part(
            """SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE true
""",
        ),
        _runtime.Part(
            """    AND d.team_id = $1  -- @if team_id
""",
            uses=(1,),
            condition=0,
        ),
        _runtime.Part(
            """    AND d.is_project = $2  -- @if is_project
""",
            uses=(2,),
            condition=1,
        ),
        _runtime.Part(
            """    AND d.id > $3  -- @if after_id
""",
            uses=(3,),
            condition=2,
        ),
        _runtime.Part(
            """ORDER BY d.id
LIMIT $4""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_dataset_summary,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_datasets(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_all(conn, variant, variant.used((team_id, is_project, after_id, limit)))


GET_DATASET: Final[_runtime.Query[DatasetSummary]] = _runtime.Query(
    name="rag.datasets.get_dataset",
    source="queries/rag/datasets.sql:42",
    sql="""SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = $1""",
    row=_make_dataset_summary,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "model_registry.models",
            "rag.datasets",
            "rag.documents",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_dataset(
    conn: Connection[Any] | _runtime.Runner,
    *,
    dataset_id: int,
) -> DatasetSummary | None:
    """Get a dataset that the current user sees, with the number of documents in it."""
    return _runtime.fetch_optional(conn, GET_DATASET, (dataset_id,))


GET_DATASET_OF_WORKER: Final[_runtime.Query[DatasetSummary]] = _runtime.Query(
    name="rag.datasets.get_dataset_of_worker",
    source="queries/rag/datasets.sql:71",
    sql="""SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = $1""",
    row=_make_dataset_summary,
    reads=frozenset({"model_registry.models", "rag.datasets", "rag.documents"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_dataset_of_worker(
    conn: Connection[Any] | _runtime.Runner,
    *,
    dataset_id: int,
) -> DatasetSummary | None:
    """Get any dataset, for a worker that cuts its documents or makes its embeddings."""
    return _runtime.fetch_optional(conn, GET_DATASET_OF_WORKER, (dataset_id,))


FIND_DATASET_BY_PIPELINE_KEY: Final[_runtime.Query[DatasetSummary]] = _runtime.Query(
    name="rag.datasets.find_dataset_by_pipeline_key",
    source="queries/rag/datasets.sql:101",
    sql="""SELECT
    d.id,
    d.team_id,
    d.external_id,
    d.name,
    d.chunking_strategy,
    d.visibility,
    d.combine_under_n_chars,
    d.new_after_n_chars,
    d.multipage_sections,
    d.is_project,
    d.embeddings_model_id,
    m.name AS embeddings_model_name,
    (
        SELECT count(*)
        FROM rag.documents AS doc
        WHERE doc.dataset_id = d.id
    ) AS document_count,
    d.created_by,
    d.created_at,
    d.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE p.api_key = $1""",
    row=_make_dataset_summary,
    reads=frozenset(
        {"model_registry.models", "rag.datasets", "rag.document_pipelines", "rag.documents"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_dataset_by_pipeline_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
) -> DatasetSummary | None:
    """Find the dataset to which the key that a request brought adds documents.

    None for an unknown key. It does not ask whether the key may still be used:
    `validate_document_pipeline_key` does.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return _runtime.fetch_optional(conn, FIND_DATASET_BY_PIPELINE_KEY, (key_hash,))


class Dataset(_runtime.Row):
    """A row of find_dataset_by_external_id and 3 other queries.

    :ivar id: Identifier of the dataset.
    :ivar team_id: Team the dataset belongs to.
    :ivar external_id: Identifier to show outside, which tells nothing about the number of datasets.
    :ivar name: Name given by the creator.
    :ivar visibility: Who sees the dataset and all that is in it.
    :ivar embeddings_model_id: Model that makes the embeddings of the chunks.
    :ivar chunking_strategy: How documents are cut into chunks.
    :ivar combine_under_n_chars: Sections shorter than this number of characters are put together
        into one chunk.
    :ivar new_after_n_chars: A chunk that has reached this number of characters is closed and a new
        one begun.
    :ivar multipage_sections: Whether a chunk may go on over the end of a page.
    :ivar is_project: Whether the dataset holds the files of a project rather than standing alone.
    :ivar created_by: Person who made the dataset, the only one to see it while it is private; no
        foreign key, since a dataset outlives the account.
    :ivar created_at: When the dataset was made.
    :ivar updated_at: When the dataset itself last changed; a new document is not a change.
    """

    id: int
    team_id: int
    external_id: UUID
    name: str
    visibility: Visibility
    embeddings_model_id: int
    chunking_strategy: ChunkingStrategy
    combine_under_n_chars: int
    new_after_n_chars: int
    multipage_sections: bool
    is_project: bool
    created_by: int
    created_at: datetime
    updated_at: datetime


def _make_dataset(values: Sequence[Any]) -> Dataset:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Dataset,
        {
            "id": values[0],
            "team_id": values[1],
            "external_id": values[2],
            "name": values[3],
            "visibility": _read_visibility(values[4]),
            "embeddings_model_id": values[5],
            "chunking_strategy": _read_chunking_strategy(values[6]),
            "combine_under_n_chars": values[7],
            "new_after_n_chars": values[8],
            "multipage_sections": values[9],
            "is_project": values[10],
            "created_by": values[11],
            "created_at": values[12],
            "updated_at": values[13],
        },
    )


FIND_DATASET_BY_EXTERNAL_ID: Final[_runtime.Query[Dataset]] = _runtime.Query(
    name="rag.datasets.find_dataset_by_external_id",
    source="queries/rag/datasets.sql:137",
    sql="""SELECT
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at
FROM rag.datasets
WHERE external_id = $1""",
    row=_make_dataset,
    reads=frozenset(
        {"iam.invitations", "iam.team_users", "iam.teams", "iam.users", "rag.datasets"}
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_dataset_by_external_id(
    conn: Connection[Any] | _runtime.Runner,
    *,
    external_id: UUID,
) -> Dataset | None:
    """Find a dataset that the current user sees by the identifier shown outside."""
    return _runtime.fetch_optional(conn, FIND_DATASET_BY_EXTERNAL_ID, (external_id,))


CREATE_DATASET: Final[_runtime.Query[Dataset]] = _runtime.Query(
    name="rag.datasets.create_dataset",
    source="queries/rag/datasets.sql:158",
    sql="""INSERT INTO rag.datasets (
    team_id,
    name,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    visibility,
    created_by
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    iam.current_user_id()
)
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at""",
    row=_make_dataset,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.datasets"}),
    rows="exactly_one",
)


def create_dataset(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
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


CREATE_PROJECT_DATASET: Final[_runtime.Query[Dataset]] = _runtime.Query(
    name="rag.datasets.create_project_dataset",
    source="queries/rag/datasets.sql:204",
    sql="""INSERT INTO rag.datasets (
    team_id,
    name,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    visibility,
    created_by,
    is_project
)
VALUES (
    $1,
    $2,
    $3,
    $4,
    $5,
    $6,
    $7,
    $8,
    iam.current_user_id(),
    true
)
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at""",
    row=_make_dataset,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.datasets"}),
    rows="exactly_one",
)


def create_project_dataset(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_one(
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


UPDATE_DATASET: Final[_runtime.Query[Dataset]] = _runtime.Query(
    name="rag.datasets.update_dataset",
    source="queries/rag/datasets.sql:252",
    sql="""UPDATE rag.datasets
SET
    name = $1,
    visibility = $2,
    embeddings_model_id = $3,
    chunking_strategy = $4,
    combine_under_n_chars = $5,
    new_after_n_chars = $6,
    multipage_sections = $7
WHERE id = $8
RETURNING
    id,
    team_id,
    external_id,
    name,
    visibility,
    embeddings_model_id,
    chunking_strategy,
    combine_under_n_chars,
    new_after_n_chars,
    multipage_sections,
    is_project,
    created_by,
    created_at,
    updated_at""",
    row=_make_dataset,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.datasets"}),
    rows="at_most_one",
)


def update_dataset(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(
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


DELETE_DATASET: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.datasets.delete_dataset",
    source="queries/rag/datasets.sql:288",
    sql="""DELETE FROM rag.datasets
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
        }
    ),
    writes=frozenset({"rag.datasets"}),
    rows="none",
)


def delete_dataset(conn: Connection[Any] | _runtime.Runner, *, dataset_id: int) -> int:
    """Delete a dataset with all that is in it.

    For those who have the permission ManageDatasets in its team.
    """
    return _runtime.execute_count(conn, DELETE_DATASET, (dataset_id,))


class GetEmbeddingsModelSecretRow(_runtime.Row):
    """A row of get_embeddings_model_secret.

    :ivar id: Identifier of the model.
    :ivar name: Name by which the model is asked for. Not unique: one model may be reached at
        several addresses.
    :ivar base_url: Address of the service, without the path of a single operation.
    :ivar api_key: Key of the service, encrypted by the application before it is sent here; NULL
        when none is needed.
    :ivar context_size: Tokens that the prompt and the answer may have together; 0 where it does not
        apply.
    """

    id: int
    name: str
    base_url: str
    api_key: str | None
    context_size: int


def _make_get_embeddings_model_secret_row(values: Sequence[Any]) -> GetEmbeddingsModelSecretRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetEmbeddingsModelSecretRow,
        {
            "id": values[0],
            "name": values[1],
            "base_url": values[2],
            "api_key": values[3],
            "context_size": values[4],
        },
    )


GET_EMBEDDINGS_MODEL_SECRET: Final[_runtime.Query[GetEmbeddingsModelSecretRow]] = _runtime.Query(
    name="rag.datasets.get_embeddings_model_secret",
    source="queries/rag/datasets.sql:295",
    sql="""SELECT
    m.id,
    m.name,
    m.base_url,
    m.api_key,
    m.context_size
FROM rag.datasets AS d
INNER JOIN model_registry.models AS m
    ON m.id = d.embeddings_model_id
WHERE d.id = $1""",
    row=_make_get_embeddings_model_secret_row,
    reads=frozenset({"model_registry.models", "rag.datasets"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_embeddings_model_secret(
    conn: Connection[Any] | _runtime.Runner,
    *,
    dataset_id: int,
) -> GetEmbeddingsModelSecretRow | None:
    """Get the model that makes the embeddings of a dataset, with the key of its service.

    The key is ciphertext, bound to the id of the model; None when the service needs none.
    """
    return _runtime.fetch_optional(conn, GET_EMBEDDINGS_MODEL_SECRET, (dataset_id,))
