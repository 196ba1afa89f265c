# Made by quern from queries/iam/licences.sql: do not edit.
"""Queries of queries/iam/licences.sql, for asyncio."""

from typing import Any

from psycopg import AsyncConnection

from ... import _runtime
from ...iam.licences import GET_FIRST_REGISTRATION, GetFirstRegistrationRow


async def get_first_registration(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> GetFirstRegistrationRow:
    """When the oldest account was made, and how many whole days ago.

    Both are None while there is no account.
    """
    return await _runtime.aio.fetch_one(conn, GET_FIRST_REGISTRATION)
