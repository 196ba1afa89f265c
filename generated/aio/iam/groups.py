# Made by quern from queries/iam/groups.sql: do not edit.
"""Queries of queries/iam/groups.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.groups import (
    ADD_GROUP_MEMBER,
    CREATE_GROUP,
    DELETE_GROUP,
    FIND_GROUP_BY_NAME,
    GET_GROUP,
    LIST_GROUP_MEMBERS,
    LIST_GROUPS,
    LIST_GROUPS_OF_USER,
    REMOVE_GROUP_MEMBER,
    RENAME_GROUP,
    SET_GROUP_DESCRIPTION,
    Group,
    ListGroupMembersRow,
)


async def create_group(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    description: str | None,
) -> Group:
    """Create a group; a unique violation when the name is taken.

    For administrators, as are all changes of groups and their members.
    """
    return await _runtime.aio.fetch_one(conn, CREATE_GROUP, (name, description))


async def get_group(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
) -> Group | None:
    """Get a group by id, for anybody signed in."""
    return await _runtime.aio.fetch_optional(conn, GET_GROUP, (group_id,))


async def find_group_by_name(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
) -> Group | None:
    """Find a group by its exact name, for anybody signed in."""
    return await _runtime.aio.fetch_optional(conn, FIND_GROUP_BY_NAME, (name,))


async def list_groups(conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner) -> list[Group]:
    """List all groups by name, for anybody signed in."""
    return await _runtime.aio.fetch_all(conn, LIST_GROUPS)


async def list_groups_of_user(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    user_id: int,
) -> list[Group]:
    """List the groups a person is in, by name.

    For administrators, and about oneself: of others, memberships are not seen.
    """
    return await _runtime.aio.fetch_all(conn, LIST_GROUPS_OF_USER, (user_id,))


async def rename_group(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    name: str,
    group_id: int,
) -> Group | None:
    """Rename a group; None when there is no such group.

    For administrators.
    """
    return await _runtime.aio.fetch_optional(conn, RENAME_GROUP, (name, group_id))


async def set_group_description(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    description: str | None,
    group_id: int,
) -> int:
    """Say what a group is for.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, SET_GROUP_DESCRIPTION, (description, group_id))


async def delete_group(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
) -> int:
    """Delete a group; the accounts of its members stay.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, DELETE_GROUP, (group_id,))


async def add_group_member(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
    user_id: int,
) -> int:
    """Put a person into a group; no row when the person is in it already.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, ADD_GROUP_MEMBER, (group_id, user_id))


async def remove_group_member(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
    user_id: int,
) -> int:
    """Take a person out of a group.

    For administrators.
    """
    return await _runtime.aio.execute_count(conn, REMOVE_GROUP_MEMBER, (group_id, user_id))


async def list_group_members(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    group_id: int,
    after_id: int | None,
    limit: int,
) -> list[ListGroupMembersRow]:
    """List the people in a group in order of id, one page at a time.

    For administrators; others see no member but themselves.

    :param after_id: the last id of the page before; None for the first page
    :param limit: rows a page
    """
    return await _runtime.aio.fetch_all(conn, LIST_GROUP_MEMBERS, (group_id, after_id, limit))
