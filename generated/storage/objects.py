# Made by quern from queries/storage/objects.sql: do not edit.
"""Queries of queries/storage/objects.sql."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class ObjectInfo(_runtime.Row):
    """A row of create_object and 2 other queries.

    :ivar id: Identifier of the object.
    :ivar team_id: Team the object belongs to.
    :ivar object_name: Name under which the application keeps the object.
    :ivar mime_type: Media type of the contents.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_size: Size of the contents in bytes.
    :ivar file_hash: MD5 of the contents in hexadecimal, to recognise the same file by; no proof
        against forgery.
    :ivar created_by: Person who uploaded the object.
    :ivar created_at: When the object was uploaded.
    :ivar updated_at: When the object last changed.
    """

    id: int
    team_id: int
    object_name: str
    mime_type: str
    file_name: str
    file_size: int
    file_hash: str
    created_by: int
    created_at: datetime
    updated_at: datetime


def _make_object_info(values: Sequence[Any]) -> ObjectInfo:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ObjectInfo,
        {
            "id": values[0],
            "team_id": values[1],
            "object_name": values[2],
            "mime_type": values[3],
            "file_name": values[4],
            "file_size": values[5],
            "file_hash": values[6],
            "created_by": values[7],
            "created_at": values[8],
            "updated_at": values[9],
        },
    )


CREATE_OBJECT: Final[_runtime.Query[ObjectInfo]] = _runtime.Query(
    name="storage.objects.create_object",
    source="queries/storage/objects.sql:1",
    sql="""INSERT INTO storage.objects (
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
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
    iam.current_user_id()
)
RETURNING
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at""",
    row=_make_object_info,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    writes=frozenset({"storage.objects"}),
    rows="exactly_one",
)


def create_object(
    conn: Connection[Any] | _runtime.Runner,
    *,
    team_id: int,
    object_name: str,
    object_data: bytes | None,
    mime_type: str,
    file_name: str,
    file_size: int,
    file_hash: str,
) -> ObjectInfo:
    """Store a file of the current user in a team, and give what is known of it.

    For members of the team; any other team is refused. Whoever it shall be shown to sees it through
    a document or an icon.

    :param object_name: name under which the application keeps the file, at most 100 characters
    :param object_data: the contents; None when they are kept elsewhere
    :param file_size: size of the contents in bytes
    :param file_hash: MD5 of the contents in hexadecimal
    """
    return _runtime.fetch_one(
        conn,
        CREATE_OBJECT,
        (team_id, object_name, object_data, mime_type, file_name, file_size, file_hash),
    )


class Object(_runtime.Row):
    """A row of get_object and 2 other queries.

    :ivar id: Identifier of the object.
    :ivar team_id: Team the object belongs to.
    :ivar object_name: Name under which the application keeps the object.
    :ivar object_data: The contents; NULL when they are kept elsewhere.
    :ivar mime_type: Media type of the contents.
    :ivar file_name: Name of the file as it was uploaded.
    :ivar file_size: Size of the contents in bytes.
    :ivar file_hash: MD5 of the contents in hexadecimal, to recognise the same file by; no proof
        against forgery.
    :ivar created_by: Person who uploaded the object.
    :ivar created_at: When the object was uploaded.
    :ivar updated_at: When the object last changed.
    """

    id: int
    team_id: int
    object_name: str
    object_data: bytes | None
    mime_type: str
    file_name: str
    file_size: int
    file_hash: str
    created_by: int
    created_at: datetime
    updated_at: datetime


def _make_object(values: Sequence[Any]) -> Object:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Object,
        {
            "id": values[0],
            "team_id": values[1],
            "object_name": values[2],
            "object_data": values[3],
            "mime_type": values[4],
            "file_name": values[5],
            "file_size": values[6],
            "file_hash": values[7],
            "created_by": values[8],
            "created_at": values[9],
            "updated_at": values[10],
        },
    )


GET_OBJECT: Final[_runtime.Query[Object]] = _runtime.Query(
    name="storage.objects.get_object",
    source="queries/storage/objects.sql:43",
    sql="""SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = $1""",
    row=_make_object,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_object(conn: Connection[Any] | _runtime.Runner, *, object_id: int) -> Object | None:
    """Get a file with its contents.

    For the person who uploaded it, and for whoever sees it through a document or an icon.
    """
    return _runtime.fetch_optional(conn, GET_OBJECT, (object_id,))


GET_TEAM_OBJECT: Final[_runtime.Query[Object]] = _runtime.Query(
    name="storage.objects.get_team_object",
    source="queries/storage/objects.sql:63",
    sql="""SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = $1
    AND team_id = $2""",
    row=_make_object,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_team_object(
    conn: Connection[Any] | _runtime.Runner,
    *,
    object_id: int,
    team_id: int,
) -> Object | None:
    """Get a file with its contents, if it belongs to a team.

    For those who see it, as `get_object`.
    """
    return _runtime.fetch_optional(conn, GET_TEAM_OBJECT, (object_id, team_id))


GET_OBJECT_INFO: Final[_runtime.Query[ObjectInfo]] = _runtime.Query(
    name="storage.objects.get_object_info",
    source="queries/storage/objects.sql:84",
    sql="""SELECT
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = $1""",
    row=_make_object_info,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_object_info(
    conn: Connection[Any] | _runtime.Runner,
    *,
    object_id: int,
) -> ObjectInfo | None:
    """Get what is known of a file, without its contents.

    For those who see it, as `get_object`.
    """
    return _runtime.fetch_optional(conn, GET_OBJECT_INFO, (object_id,))


LIST_MY_OBJECTS: Final[_runtime.Variants[ObjectInfo]] = _runtime.Variants(
    name="storage.objects.list_my_objects",
    source="queries/storage/objects.sql:103",
    parts=(
        _runtime.Part(
            """SELECT
    id,
    team_id,
    object_name,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE created_by = iam.current_user_id()
    AND team_id IN (SELECT iam.current_team_ids())
    AND id > coalesce($1, 0)
""",
            uses=(1,),
        ),
        _runtime.Part(
            """    AND team_id = $2 -- @if team_id
""",
            uses=(2,),
            condition=0,
        ),
        _runtime.Part(
            """    AND file_hash = $3 -- @if file_hash
""",
            uses=(3,),
            condition=1,
        ),
        _runtime.Part(
            """ORDER BY id
LIMIT $4""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_object_info,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    read_only=True,
    idempotent=True,
)


def list_my_objects(
    conn: Connection[Any] | _runtime.Runner,
    *,
    after_id: int | None,
    limit: int,
    team_id: int | None = None,
    file_hash: str | None = None,
) -> list[ObjectInfo]:
    """List the files that the current user uploaded, in order of id, one page at a time.

    Of the teams that the person is still in.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    :param team_id: the files of one team alone
    :param file_hash: the files with the same contents alone
    """
    variant = LIST_MY_OBJECTS.variant(team_id is not None, file_hash is not None)
    return _runtime.fetch_all(conn, variant, variant.used((after_id, team_id, file_hash, limit)))


DELETE_OBJECT: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.objects.delete_object",
    source="queries/storage/objects.sql:133",
    sql="""DELETE FROM storage.objects
WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset(
        {
            "assistants.prompts",
            "iam.invitations",
            "iam.team_users",
            "iam.teams",
            "iam.users",
            "rag.datasets",
            "rag.documents",
            "storage.objects",
        }
    ),
    writes=frozenset({"storage.objects"}),
    rows="none",
)


def delete_object(conn: Connection[Any] | _runtime.Runner, *, object_id: int) -> int:
    """Delete a file, and with it what attaches it to a chat; documents and prompts lose it.

    For the person who uploaded it, while a member of its team.
    """
    return _runtime.execute_count(conn, DELETE_OBJECT, (object_id,))


GET_OBJECT_FOR_WORKER: Final[_runtime.Query[Object]] = _runtime.Query(
    name="storage.objects.get_object_for_worker",
    source="queries/storage/objects.sql:140",
    sql="""SELECT
    id,
    team_id,
    object_name,
    object_data,
    mime_type,
    file_name,
    file_size,
    file_hash,
    created_by,
    created_at,
    updated_at
FROM storage.objects
WHERE id = $1""",
    row=_make_object,
    reads=frozenset({"storage.objects"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
    role="system",
)


def get_object_for_worker(
    conn: Connection[Any] | _runtime.Runner,
    *,
    object_id: int,
) -> Object | None:
    """Get a file with its contents, whoever it belongs to."""
    return _runtime.fetch_optional(conn, GET_OBJECT_FOR_WORKER, (object_id,))


DELETE_UNUSED_OBJECTS: Final[_runtime.Query[None]] = _runtime.Query(
    name="storage.objects.delete_unused_objects",
    source="queries/storage/objects.sql:159",
    sql="""DELETE FROM storage.objects
WHERE id IN (
    SELECT o.id
    FROM storage.objects AS o
    WHERE o.created_at < $1
        AND NOT EXISTS (
            SELECT
            FROM rag.documents AS d
            WHERE d.team_id = o.team_id
                AND d.object_id = o.id
        )
        AND NOT EXISTS (
            SELECT
            FROM llm.chats_attachments AS a
            WHERE a.team_id = o.team_id
                AND a.object_id = o.id
        )
        AND NOT EXISTS (
            SELECT
            FROM assistants.prompts AS p
            WHERE p.team_id = o.team_id
                AND p.image_icon_object_id = o.id
        )
    ORDER BY o.created_at, o.id
    LIMIT $2
)""",
    row=_runtime.no_row,
    reads=frozenset(
        {"assistants.prompts", "llm.chats_attachments", "rag.documents", "storage.objects"}
    ),
    writes=frozenset({"storage.objects"}),
    rows="none",
    role="system",
)


def delete_unused_objects(
    conn: Connection[Any] | _runtime.Runner,
    *,
    created_before: datetime,
    limit: int,
) -> int:
    """Delete files that no document, chat or prompt uses, the oldest first.

    A file that is put to use at the same moment may be lost: leave those alone that are new.

    :param created_before: only files from before this time
    :param limit: how many at most
    """
    return _runtime.execute_count(conn, DELETE_UNUSED_OBJECTS, (created_before, limit))
