# Made by quern from queries/storage/objects.sql: do not edit.
"""Queries of queries/storage/objects.sql, for asyncio."""

from datetime import datetime
from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...storage.objects import (
    CREATE_OBJECT,
    DELETE_OBJECT,
    DELETE_UNUSED_OBJECTS,
    GET_OBJECT,
    GET_OBJECT_FOR_WORKER,
    GET_OBJECT_INFO,
    GET_TEAM_OBJECT,
    LIST_MY_OBJECTS,
    Object,
    ObjectInfo,
)


async def create_object(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_one(
        conn,
        CREATE_OBJECT,
        (team_id, object_name, object_data, mime_type, file_name, file_size, file_hash),
    )


async def get_object(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    object_id: int,
) -> Object | None:
    """Get a file with its contents.

    For the person who uploaded it, and for whoever sees it through a document or an icon.
    """
    return await _runtime.aio.fetch_optional(conn, GET_OBJECT, (object_id,))


async def get_team_object(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    object_id: int,
    team_id: int,
) -> Object | None:
    """Get a file with its contents, if it belongs to a team.

    For those who see it, as `get_object`.
    """
    return await _runtime.aio.fetch_optional(conn, GET_TEAM_OBJECT, (object_id, team_id))


async def get_object_info(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    object_id: int,
) -> ObjectInfo | None:
    """Get what is known of a file, without its contents.

    For those who see it, as `get_object`.
    """
    return await _runtime.aio.fetch_optional(conn, GET_OBJECT_INFO, (object_id,))


async def list_my_objects(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
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
    return await _runtime.aio.fetch_all(
        conn,
        variant,
        variant.used((after_id, team_id, file_hash, limit)),
    )


async def delete_object(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    object_id: int,
) -> int:
    """Delete a file, and with it what attaches it to a chat; documents and prompts lose it.

    For the person who uploaded it, while a member of its team.
    """
    return await _runtime.aio.execute_count(conn, DELETE_OBJECT, (object_id,))


async def get_object_for_worker(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    object_id: int,
) -> Object | None:
    """Get a file with its contents, whoever it belongs to."""
    return await _runtime.aio.fetch_optional(conn, GET_OBJECT_FOR_WORKER, (object_id,))


async def delete_unused_objects(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    created_before: datetime,
    limit: int,
) -> int:
    """Delete files that no document, chat or prompt uses, the oldest first.

    A file that is put to use at the same moment may be lost: leave those alone that are new.

    :param created_before: only files from before this time
    :param limit: how many at most
    """
    return await _runtime.aio.execute_count(conn, DELETE_UNUSED_OBJECTS, (created_before, limit))
