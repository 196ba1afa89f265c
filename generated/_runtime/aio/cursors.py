# Made by quern from its own runtime: do not edit.
"""Cursors that nothing an application does to its connection can change."""

from typing import Any, TypeVar

from psycopg import AsyncConnection, AsyncRawCursor
from psycopg.adapt import AdaptersMap

from ..core import Query
from ..values import ADAPTERS

R = TypeVar("R")


class AsyncQueryCursor(AsyncRawCursor[R]):
    """A cursor that takes ``$n``, and whose adapters nobody else can change."""

    @property
    def adapters(self) -> AdaptersMap:
        """Ours, and not those of the connection."""
        return ADAPTERS


def new_cursor(connection: AsyncConnection[Any], query: Query[R]) -> AsyncQueryCursor[R]:
    """Return a cursor that makes the rows of a query."""
    return AsyncQueryCursor(connection, row_factory=lambda _: query.row)
