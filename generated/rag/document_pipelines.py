# Made by quern from queries/rag/document_pipelines.sql: do not edit.
"""Queries of queries/rag/document_pipelines.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class DocumentPipeline(_runtime.Row):
    """A row of list_my_document_pipelines and 3 other queries.

    :ivar id: Identifier of the pipeline.
    :ivar name: Name given by the person.
    :ivar dataset_id: Dataset the documents go to.
    :ivar user_id: Person the program acts for.
    :ivar team_id: Team of the dataset.
    :ivar dataset_name: Name given by the creator.
    :ivar created_at: When the pipeline was made.
    :ivar updated_at: When the pipeline last changed; using it is not a change.
    """

    id: int
    name: str
    dataset_id: int
    user_id: int
    team_id: int
    dataset_name: str
    created_at: datetime
    updated_at: datetime


def _make_document_pipeline(values: Sequence[Any]) -> DocumentPipeline:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        DocumentPipeline,
        {
            "id": values[0],
            "name": values[1],
            "dataset_id": values[2],
            "user_id": values[3],
            "team_id": values[4],
            "dataset_name": values[5],
            "created_at": values[6],
            "updated_at": values[7],
        },
    )


LIST_MY_DOCUMENT_PIPELINES: Final[_runtime.Query[DocumentPipeline]] = _runtime.Query(
    name="rag.document_pipelines.list_my_document_pipelines",
    source="queries/rag/document_pipelines.sql:1",
    sql="""SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.team_id = $1
    AND p.user_id = iam.current_user_id()
ORDER BY p.created_at DESC, p.id DESC""",
    row=_make_document_pipeline,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.document_pipelines",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_my_document_pipelines(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
) -> list[DocumentPipeline]:
    """List the current user's own pipelines in a team, newest first.

    Those whose dataset the current user does not see any more are left out.
    """
    return _runtime.fetch_all(conn, LIST_MY_DOCUMENT_PIPELINES, (team_id,))


CREATE_DOCUMENT_PIPELINE: Final[_runtime.Query[DocumentPipeline]] = _runtime.Query(
    name="rag.document_pipelines.create_document_pipeline",
    source="queries/rag/document_pipelines.sql:22",
    sql="""WITH created AS (
    INSERT INTO rag.document_pipelines (
        dataset_id,
        user_id,
        team_id,
        name,
        api_key
    )
    SELECT
        d.id,
        iam.current_user_id(),
        d.team_id,
        $1,
        $2
    FROM rag.datasets AS d
    WHERE d.id = $3
    RETURNING
        id,
        name,
        dataset_id,
        user_id,
        team_id,
        created_at,
        updated_at
)

SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM created AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id""",
    row=_make_document_pipeline,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.document_pipelines",
        }
    ),
    writes=frozenset({"rag.document_pipelines"}),
    rows="at_most_one",
)


def create_document_pipeline(
    conn: Connection[Any] | _runtime.Runner,
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
    return _runtime.fetch_optional(conn, CREATE_DOCUMENT_PIPELINE, (name, key_hash, dataset_id))


FIND_DOCUMENT_PIPELINE_BY_KEY_HASH: Final[_runtime.Query[DocumentPipeline]] = _runtime.Query(
    name="rag.document_pipelines.find_document_pipeline_by_key_hash",
    source="queries/rag/document_pipelines.sql:69",
    sql="""SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.api_key = $1""",
    row=_make_document_pipeline,
    reads=frozenset({"rag.datasets", "rag.document_pipelines"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def find_document_pipeline_by_key_hash(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
) -> DocumentPipeline | None:
    """Find a pipeline by the hash of its key, whether the key may be used or not.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return _runtime.fetch_optional(conn, FIND_DOCUMENT_PIPELINE_BY_KEY_HASH, (key_hash,))


VALIDATE_DOCUMENT_PIPELINE_KEY: Final[_runtime.Query[DocumentPipeline]] = _runtime.Query(
    name="rag.document_pipelines.validate_document_pipeline_key",
    source="queries/rag/document_pipelines.sql:88",
    sql="""SELECT
    p.id,
    p.name,
    p.dataset_id,
    p.user_id,
    p.team_id,
    d.name AS dataset_name,
    p.created_at,
    p.updated_at
FROM rag.document_pipelines AS p
INNER JOIN rag.datasets AS d
    ON d.id = p.dataset_id
WHERE p.api_key = $1
    AND (d.visibility <> 'Private' OR d.created_by = p.user_id)
    AND EXISTS (
        SELECT
        FROM iam.users AS u
        INNER JOIN iam.team_users AS tu
            ON tu.user_id = u.id
        WHERE u.id = p.user_id
            AND u.status = 'active'
            AND tu.team_id = p.team_id
    )""",
    row=_make_document_pipeline,
    reads=frozenset({"iam.team_users", "iam.users", "rag.datasets", "rag.document_pipelines"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def validate_document_pipeline_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
) -> DocumentPipeline | None:
    """Find the pipeline whose key a request brought, if it may be used now.

    None unless the person it acts for has an active account, still belongs to the team, and still
    sees the dataset. What the program may do there is asked on behalf of that person.

    :param key_hash: SHA-256 of the key in lower-case hexadecimal, never the key
    """
    return _runtime.fetch_optional(conn, VALIDATE_DOCUMENT_PIPELINE_KEY, (key_hash,))


RENAME_DOCUMENT_PIPELINE: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.document_pipelines.rename_document_pipeline",
    source="queries/rag/document_pipelines.sql:120",
    sql="""UPDATE rag.document_pipelines
SET name = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.document_pipelines",
        }
    ),
    writes=frozenset({"rag.document_pipelines"}),
    rows="none",
)


def rename_document_pipeline(
    conn: Connection[Any] | _runtime.Runner,
    *,
    name: str,
    document_pipeline_id: int,
) -> int:
    """Rename a pipeline of the current user."""
    return _runtime.execute_count(conn, RENAME_DOCUMENT_PIPELINE, (name, document_pipeline_id))


ROTATE_DOCUMENT_PIPELINE_KEY: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.document_pipelines.rotate_document_pipeline_key",
    source="queries/rag/document_pipelines.sql:126",
    sql="""UPDATE rag.document_pipelines
SET api_key = $1
WHERE id = $2""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "iam.invitations",
            "iam.roles_permissions",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.document_pipelines",
        }
    ),
    writes=frozenset({"rag.document_pipelines"}),
    rows="none",
)


def rotate_document_pipeline_key(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key_hash: str,
    document_pipeline_id: int,
) -> int:
    """Replace the key of a pipeline of the current user; the old one stops working at once.

    :param key_hash: SHA-256 of the new key in lower-case hexadecimal, never the key
    """
    return _runtime.execute_count(
        conn,
        ROTATE_DOCUMENT_PIPELINE_KEY,
        (key_hash, document_pipeline_id),
    )


DELETE_DOCUMENT_PIPELINE: Final[_runtime.Query[None]] = _runtime.Query(
    name="rag.document_pipelines.delete_document_pipeline",
    source="queries/rag/document_pipelines.sql:133",
    sql="""DELETE FROM rag.document_pipelines
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
            "rag.document_pipelines",
        }
    ),
    writes=frozenset({"rag.document_pipelines"}),
    rows="none",
)


def delete_document_pipeline(
    conn: Connection[Any] | _runtime.Runner,
    *,
    document_pipeline_id: int,
) -> int:
    """Delete a pipeline; its key stops working at once.

    For those who have the permission ManageDocumentPipelines in its team.
    """
    return _runtime.execute_count(conn, DELETE_DOCUMENT_PIPELINE, (document_pipeline_id,))
