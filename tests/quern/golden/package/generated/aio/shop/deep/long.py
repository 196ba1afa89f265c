# Made by quern from queries/shop/deep/long.sql: do not edit.
"""Queries of queries/shop/deep/long.sql, for asyncio."""

from collections.abc import Sequence
from typing import Any

from psycopg import AsyncConnection

from .... import _runtime
from ....shop.deep.long import (
    A_QUERY_WITH_A_LONG_NAME_THAT_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT,
    LIST_LONG_NAMES_THAT_GO_ON,
    LIST_LONG_VALUES_THAT_GO_ON_AND_ON_TO_THE_EDGE,
)
from ....shop.enums import ALongNameOfAnEnumType, Empty
from ....shop.models import LongName


async def list_long_names_that_go_on(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[LongName]:
    """Run the query list_long_names_that_go_on."""
    return await _runtime.aio.fetch_all(conn, LIST_LONG_NAMES_THAT_GO_ON)


async def list_long_values_that_go_on_and_on_to_the_edge(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
) -> list[ALongNameOfAnEnumType | None]:
    """Run the query list_long_values_that_go_on_and_on_to_the_edge."""
    return await _runtime.aio.fetch_all(conn, LIST_LONG_VALUES_THAT_GO_ON_AND_ON_TO_THE_EDGE)


async def a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it(
    conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner,
    *,
    a_long_name_of_a_parameter: ALongNameOfAnEnumType | None,
    the_same_once_more_and_more: Sequence[ALongNameOfAnEnumType | None] | None,
    nobody: Empty | None,
) -> int:
    """Run the query a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it."""
    return await _runtime.aio.execute_count(
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
