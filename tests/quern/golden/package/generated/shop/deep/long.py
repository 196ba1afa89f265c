# Made by quern from queries/shop/deep/long.sql: do not edit.
"""Queries of queries/shop/deep/long.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection

from ... import _runtime
from ..enums import ALongNameOfAnEnumType, Empty
from ..enums import read_a_long_name_of_an_enum_type as _read_a_long_name_of_an_enum_type
from ..models import LongName
from ..models import make_long_name as _make_long_name

LIST_LONG_NAMES_THAT_GO_ON: Final[_runtime.Query[LongName]] = _runtime.Query(
    name="shop.deep.long.list_long_names_that_go_on",
    source="queries/shop/deep/long.sql:1",
    sql="""SELECT
    a_long_name_of_a_column_that_goes_on,
    the_same_once_more,
    nobody
FROM shop.long_names""",
    row=_make_long_name,
    reads=frozenset({"shop.long_names"}),
    read_only=True,
    idempotent=True,
)


def list_long_names_that_go_on(conn: Connection[Any] | _runtime.Runner) -> list[LongName]:
    """Run the query list_long_names_that_go_on."""
    return _runtime.fetch_all(conn, LIST_LONG_NAMES_THAT_GO_ON)


def _list_long_values_that_go_on_and_on_to_the_edge_value(
    values: Sequence[Any],
) -> ALongNameOfAnEnumType | None:
    """Make the value of a row of what the server sends."""
    return None if values[0] is None else _read_a_long_name_of_an_enum_type(values[0])


LIST_LONG_VALUES_THAT_GO_ON_AND_ON_TO_THE_EDGE: Final[
    _runtime.Query[ALongNameOfAnEnumType | None]
] = _runtime.Query(
    name="shop.deep.long.list_long_values_that_go_on_and_on_to_the_edge",
    source="queries/shop/deep/long.sql:8",
    sql="""SELECT a_long_name_of_a_column_that_goes_on FROM shop.long_names""",
    row=_list_long_values_that_go_on_and_on_to_the_edge_value,
    reads=frozenset({"shop.long_names"}),
    read_only=True,
    idempotent=True,
)


def list_long_values_that_go_on_and_on_to_the_edge(
    conn: Connection[Any] | _runtime.Runner,
) -> list[ALongNameOfAnEnumType | None]:
    """Run the query list_long_values_that_go_on_and_on_to_the_edge."""
    return _runtime.fetch_all(conn, LIST_LONG_VALUES_THAT_GO_ON_AND_ON_TO_THE_EDGE)


A_QUERY_WITH_A_LONG_NAME_THAT_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT: Final[_runtime.Query[None]] = (
    _runtime.Query(
        name="shop.deep.long.a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it",
        source="queries/shop/deep/long.sql:11",
        sql="""INSERT INTO shop.long_names
VALUES ($1, $2, $3)""",
        row=_runtime.no_row,
        writes=frozenset({"shop.long_names"}),
        rows="none",
    )
)


def a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it(
    conn: Connection[Any] | _runtime.Runner,
    *,
    a_long_name_of_a_parameter: ALongNameOfAnEnumType | None,
    the_same_once_more_and_more: Sequence[ALongNameOfAnEnumType | None] | None,
    nobody: Empty | None,
) -> int:
    """Run the query a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it."""
    return _runtime.execute_count(
        conn,
        A_QUERY_WITH_A_LONG_NAME_THAT_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT,
        (
            a_long_name_of_a_parameter,
            None
            if the_same_once_more_and_more is None
            else _runtime.array_text(the_same_once_more_and_more),
            nobody,
        ),
    )
