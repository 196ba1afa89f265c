# Made by quern from queries/shop/nested.sql: do not edit.
"""Queries of queries/shop/nested.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection
from typing_extensions import deprecated

from .. import _runtime
from .models import EveryType
from .models import make_every_type as _make_every_type


class GetThingsNamed(_runtime.Row):
    """A row of get_things."""

    id: int
    a_text: str


def _make_get_things_named(values: Sequence[Any]) -> GetThingsNamed:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetThingsNamed,
        {
            "id": values[0],
            "a_text": values[1],
        },
    )


class GetThingsRow(_runtime.Row):
    """A row of get_things."""

    id: int
    twin: EveryType | None
    named: GetThingsNamed


def _make_get_things_row(values: Sequence[Any]) -> GetThingsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetThingsRow,
        {
            "id": values[0],
            "twin": None if values[1] is None else _make_every_type(values[1:52]),
            "named": _make_get_things_named(values[52:54]),
        },
    )


GET_THINGS: Final[_runtime.Query[GetThingsRow]] = _runtime.Query(
    name="shop.nested.get_things",
    source="queries/shop/nested.sql:1",
    sql="""SELECT t.id, twin.*, named.*
FROM shop.every_type AS t
LEFT JOIN shop.every_type AS twin ON twin.id = t.id + 1
JOIN (SELECT id, a_text FROM shop.every_type) AS named ON named.id = t.id""",
    row=_make_get_things_row,
    reads=frozenset({"shop.every_type"}),
    read_only=True,
    idempotent=True,
)


@deprecated("use search_things")
def get_things(conn: Connection[Any] | _runtime.Runner) -> list[GetThingsRow]:
    """Things, with what goes with them."""
    return _runtime.fetch_all(conn, GET_THINGS)


GET_THING: Final[_runtime.Query[EveryType]] = _runtime.Query(
    name="shop.nested.get_thing",
    source="queries/shop/nested.sql:9",
    sql="""SELECT * FROM shop.every_type WHERE id = $1""",
    row=_make_every_type,
    reads=frozenset({"shop.every_type"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def get_thing(conn: Connection[Any] | _runtime.Runner, *, id: int) -> EveryType | None:
    """Run the query get_thing."""
    return _runtime.fetch_optional(conn, GET_THING, (id,))
