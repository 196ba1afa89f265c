# Made by quern from queries/shop/search.sql: do not edit.
"""Queries of queries/shop/search.sql."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal

from psycopg import Connection

from .. import _runtime


class SearchThingsRow(_runtime.Row):
    """A row of search_things."""

    id: int
    a_text: str
    a_date: date


def _make_search_things_row(values: Sequence[Any]) -> SearchThingsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        SearchThingsRow,
        {
            "id": values[0],
            "a_text": values[1],
            "a_date": values[2],
        },
    )


SEARCH_THINGS: Final[_runtime.Variants[SearchThingsRow]] = _runtime.Variants(
    name="shop.search.search_things",
    source="queries/shop/search.sql:1",
    parts=(
        _runtime.Part(
            """SELECT id, a_text, a_date
FROM shop.every_type
WHERE a_bool
""",
        ),
        _runtime.Part(
            """  AND a_text ILIKE $1  -- @if title
""",
            uses=(1,),
            condition=0,
        ),
        _runtime.Part(
            """  -- @if since, until
  AND a_date >= $2
  AND a_date < $3
  -- @end
""",
            uses=(2, 3),
            condition=1,
        ),
        _runtime.Part(
            """ORDER BY id DESC  -- @order
""",
            order="newest",
        ),
        _runtime.Part(
            """ORDER BY a_text, id
""",
            order="title",
        ),
        _runtime.Part(
            """LIMIT $4""",
            uses=(4,),
        ),
    ),
    parameters=4,
    row=_make_search_things_row,
    reads=frozenset({"shop.every_type"}),
    read_only=True,
    idempotent=True,
)


def search_things(
    conn: Connection[Any] | _runtime.Runner,
    *,
    limit: int,
    title: str | None = None,
    since: date | None = None,
    until: date | None = None,
    order: Literal["newest", "title"] = "newest",
) -> list[SearchThingsRow]:
    """Things that fit, by the filters that are given.

    :param title: part of the title
    :param order: what the rows are sorted by
    """
    variant = SEARCH_THINGS.variant(
        title is not None,
        _runtime.together(since=since, until=until),
        order=order,
    )
    return _runtime.fetch_all(conn, variant, variant.used((title, since, until, limit)))
