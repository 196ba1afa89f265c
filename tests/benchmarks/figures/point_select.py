"""One row by its key, to a model."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from typing import Any

import psycopg
from psycopg.rows import class_row

from tests.benchmarks import asyncpg_connection
from tests.benchmarks.bench import Bench
from tests.benchmarks.contestants import package
from tests.benchmarks.measure import Contestant, interleave, timed
from tests.benchmarks.one_core import one_core
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.shop import GET, ITEMS, Item, Shop, open_shop
from tests.benchmarks.sqlalchemy_items import map_items

_TUPLE = "psycopg, conn.execute().fetchone() to a tuple"
_ASYNC_TUPLE = "psycopg async, conn.execute().fetchone() to a tuple"
_QUERN = "quern, to a model"
_ASYNC_QUERN = "quern async, to a model"
_FAST = "quern with fast calls, to a model"
_ASYNCPG_MODEL = "asyncpg, fetchrow() to a pydantic model"

#: Psycopg's marks, which are looked up in the text at each call, and asyncpg's.
_PERCENT, _DOLLAR = GET.format(key="%s"), GET.format(key="$1")


def measure(bench: Bench) -> list[Section]:
    """Measure calls, sync and async."""
    calls = 20 if bench.quick else 50
    keys = [1 + 7919 * number % ITEMS for number in range(calls)]
    with (
        open_shop(bench, "point_select") as shop,
        asyncio.Runner() as runner,
        ExitStack() as stack,
    ):
        contestants = [
            Contestant(name, timed(_calls(call, keys), units=calls))
            for name, call in _sync(shop, stack).items()
        ]
        connections = AsyncExitStack()
        try:
            contestants += [
                Contestant(name, timed(_async_calls(runner, call, keys), units=calls))
                for name, call in runner.run(_async(shop, connections)).items()
            ]
            with one_core(shop.url):
                times = interleave(contestants, rounds=bench.rounds(300), seconds=45)
        finally:
            runner.run(connections.aclose())
    header, lines = compared(times, _TUPLE, "µs")
    section = Section(
        title="Point select by key",
        how=(
            f"A row of 12 columns (one of them jsonb, one an enum) of {ITEMS:,} rows; each of "
            f"{len(times.rounds[_TUPLE])} rounds has {calls} calls of each contestant, one after "
            "the other on one connection, in autocommit, client and server on one core."
        ),
        header=header,
        lines=lines,
        bars=[
            Bar(
                "point select to a model",
                *("at most", 0.85, "x psycopg's conn.execute() to a tuple"),
                times.ratio(_QUERN, _TUPLE),
            ),
            Bar(
                "point select to a model",
                *("at most", 1.0, "x asyncpg with pydantic"),
                times.ratio(_QUERN, _ASYNCPG_MODEL),
            ),
            Bar(
                "point select to a model, faster call path switched on",
                *("at most", 0.68, "x psycopg's conn.execute() to a tuple"),
                times.ratio(_FAST, _TUPLE),
            ),
            Bar(
                "point select to a model, async",
                *("at most", 0.92, "x psycopg's async conn.execute() to a tuple"),
                times.ratio(_ASYNC_QUERN, _ASYNC_TUPLE),
            ),
        ],
    )
    return [section]


def _calls(call: Callable[[int], object], keys: Sequence[int]) -> Callable[[], None]:
    def run() -> None:
        for key in keys:
            call(key)

    return run


def _async_calls(
    runner: asyncio.Runner, call: Callable[[int], Awaitable[object]], keys: Sequence[int]
) -> Callable[[], None]:
    async def calls() -> None:
        for key in keys:
            await call(key)

    return lambda: runner.run(calls())


def _sync(shop: Shop, stack: ExitStack) -> dict[str, Callable[[int], object]]:
    """Return a call of each contestant, on a connection of its own."""

    def connect() -> psycopg.Connection:
        return stack.enter_context(psycopg.connect(shop.url, autocommit=True))

    plain, modelled, own, fast, by_file = (connect() for _ in range(5))
    shop.runtime.use_fast_calls(fast)
    to_item = modelled.cursor(row_factory=class_row(Item))
    get_item = shop.items.get_item
    aiosql = package("aiosql").from_str(
        f"-- name: get_item(id)^\n{GET.format(key=':id')};\n", "psycopg"
    )
    mapped = map_items(shop.url, stack)

    def with_class_row(key: int) -> Item | None:
        with modelled.cursor(row_factory=class_row(Item)) as cursor:
            return cursor.execute(_PERCENT, (key,)).fetchone()

    def reused(key: int) -> Item | None:
        return to_item.execute(_PERCENT, (key,)).fetchone()

    return {
        _TUPLE: lambda key: plain.execute(_PERCENT, (key,)).fetchone(),
        _QUERN: lambda key: get_item(own, id=key),
        _FAST: lambda key: get_item(fast, id=key),
        "psycopg, class_row(BaseModel)": with_class_row,
        "psycopg, class_row(BaseModel), one cursor kept": reused,
        "aiosql on psycopg, to a tuple": lambda key: aiosql.get_item(by_file, id=key),
        "SQLAlchemy Core on psycopg, to a row": mapped.row,
        "SQLAlchemy ORM on psycopg, to an object": mapped.entity,
    }


async def _async(
    shop: Shop, stack: AsyncExitStack
) -> dict[str, Callable[[int], Awaitable[object]]]:
    async def connect() -> psycopg.AsyncConnection:
        connection = await psycopg.AsyncConnection.connect(shop.url, autocommit=True)
        return await stack.enter_async_context(connection)

    plain, own = await connect(), await connect()
    asyncpg = await asyncpg_connection.connect(shop.url, stack)
    get_item = shop.aio.get_item

    async def to_tuple(key: int) -> tuple[Any, ...] | None:
        return await (await plain.execute(_PERCENT, (key,))).fetchone()

    async def to_model(key: int) -> Item:
        return Item(**await asyncpg.fetchrow(_DOLLAR, key))

    return {
        _ASYNC_TUPLE: to_tuple,
        _ASYNC_QUERN: lambda key: get_item(own, id=key),
        "asyncpg, fetchrow() to a Record": lambda key: asyncpg.fetchrow(_DOLLAR, key),
        _ASYNCPG_MODEL: to_model,
    }
