"""Seeing whether a query orders and pages its rows by itself."""

from collections.abc import Callable
from typing import TypeVar

from psycopg import sql

from tests.queries.caller import Caller

R = TypeVar("R")

_MOST_PAGES = 20


def move_to_end(call: Caller, table: str, row_id: int) -> None:
    """Write a row again as it is: where nothing is ordered, Postgres gives it last from now on.

    Rows come by id from a fresh table, so that a missing ORDER BY would not be seen.
    """
    schema, _, name = table.partition(".")
    statement = sql.SQL("UPDATE {} SET id = id WHERE id = %s").format(sql.Identifier(schema, name))
    call.connection.execute(statement, [row_id])


def pages(fetch: Callable[[int | None], list[R]], id_of: Callable[[R], int]) -> list[list[R]]:
    """Return the pages of a query up to the first empty one.

    :param fetch: gives the page after an id, or the first page
    :raises AssertionError: if there is no end of them
    """
    found: list[list[R]] = []
    after_id: int | None = None
    while page := fetch(after_id):
        found.append(page)
        after_id = id_of(page[-1])
        assert len(found) <= _MOST_PAGES
    return found
