# Made by quern from queries/shop/crlf.sql: do not edit.
"""Queries of queries/shop/crlf.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from .. import _runtime


class GetLinesRow(_runtime.Row):
    """A row of get_lines."""

    lines: str
    value: str


def _make_get_lines_row(values: Sequence[Any]) -> GetLinesRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetLinesRow,
        {
            "lines": values[0],
            "value": values[1],
        },
    )


GET_LINES: Final[_runtime.Query[GetLinesRow]] = _runtime.Query(
    name="shop.crlf.get_lines",
    source="queries/shop/crlf.sql:1",
    sql="""SELECT 'a\r
b' AS lines,\r
    $1::text AS value""",
    row=_make_get_lines_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def get_lines(conn: Connection[Any] | _runtime.Runner, *, value: str) -> GetLinesRow:
    """Two lines,
    and CRLF.
    """
    return _runtime.fetch_one(conn, GET_LINES, (value,))


GET_MORE: Final[_runtime.Query[int]] = _runtime.Query(
    name="shop.crlf.get_more",
    source="queries/shop/crlf.sql:8",
    sql="""SELECT 1""",
    row=_runtime.scalar,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def get_more(conn: Connection[Any] | _runtime.Runner) -> list[int]:
    """Run the query get_more."""
    return _runtime.fetch_all(conn, GET_MORE)
