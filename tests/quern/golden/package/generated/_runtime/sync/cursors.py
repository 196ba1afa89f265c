# Made by quern from its own runtime: do not edit.
"""Cursors that nothing an application does to its connection can change."""

from typing import Any, TypeVar

from psycopg import Connection, RawCursor
from psycopg.adapt import AdaptersMap

from ..core import Query
from ..values import ADAPTERS

R = TypeVar("R")


class QueryCursor(RawCursor[R]):
    """A cursor that takes ``$n``, and whose adapters nobody else can change."""

    @property
    def adapters(self) -> AdaptersMap:
        """Ours, and not those of the connection."""
        return ADAPTERS


def new_cursor(connection: Connection[Any], query: Query[R]) -> QueryCursor[R]:
    """Return a cursor that makes the rows of a query."""
    return QueryCursor(connection, row_factory=lambda _: query.row)
