"""A thousand and thirty thousand rows, to a list of models."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from typing import Any

import psycopg
from psycopg.rows import class_row

from tests.benchmarks import asyncpg_connection
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Contestant, interleave, timed
from tests.benchmarks.one_core import one_core
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.shop import LIST, Item, Shop, bare_cursor, open_shop
from tests.benchmarks.sqlalchemy_items import map_items

_CLASS_ROW = "psycopg, class_row(BaseModel)"
_TUPLES = "psycopg, bare tuples by the loaders of the generated package"
_QUERN = "quern, to models"
_PERCENT, _DOLLAR = LIST.format(count="%s"), LIST.format(count="$1")

_Fetch = Callable[[int], list[Any]]


def measure(bench: Bench) -> list[Section]:
    """Measure both sizes."""
    with open_shop(bench, "many_rows") as shop, asyncio.Runner() as runner, ExitStack() as stack:
        fetches = _sync(shop, stack)
        connections = AsyncExitStack()
        try:
            fetches.update(runner.run(_async(shop, runner, connections)))
            with one_core(shop.url):
                return [
                    _section(bench, fetches, count=1_000, rounds=40),
                    _section(bench, fetches, count=30_000, rounds=9),
                ]
        finally:
            runner.run(connections.aclose())


def _section(bench: Bench, fetches: dict[str, _Fetch], *, count: int, rounds: int) -> Section:
    contestants = [Contestant(name, timed(_whole(fetch, count))) for name, fetch in fetches.items()]
    times = interleave(contestants, rounds=bench.rounds(rounds), seconds=30)
    header, lines = compared(times, _CLASS_ROW, "ms")
    return Section(
        title=f"{count:,} rows",
        how=(
            f"The first {count:,} rows of the same table, in {len(times.rounds[_QUERN])} rounds, "
            "client and server on one core."
        ),
        header=header,
        lines=lines,
        bars=[
            Bar(
                f"{count:,} rows to models",
                *("at least", 1.6, "x as fast as psycopg's class_row(BaseModel)"),
                times.ratio(_CLASS_ROW, _QUERN),
            ),
            Bar(
                f"{count:,} rows to models",
                *("at most", 1.3, "x bare tuples by the same loaders"),
                times.ratio(_QUERN, _TUPLES),
            ),
        ],
    )


def _whole(fetch: _Fetch, count: int) -> Callable[[], None]:
    def run() -> None:
        if len(fetch(count)) != count:
            raise AssertionError("rows are missing")

    return run


def _sync(shop: Shop, stack: ExitStack) -> dict[str, _Fetch]:
    """Return a fetch of each contestant, on a connection of its own."""

    def connect() -> psycopg.Connection:
        return stack.enter_context(psycopg.connect(shop.url, autocommit=True))

    plain, modelled, bare, own = connect(), connect(), connect(), connect()
    list_items = shop.items.list_items
    mapped = map_items(shop.url, stack)

    def with_class_row(count: int) -> list[Item]:
        with modelled.cursor(row_factory=class_row(Item)) as cursor:
            return cursor.execute(_PERCENT, (count,)).fetchall()

    def bare_tuples(count: int) -> list[tuple[Any, ...]]:
        with bare_cursor(bare, shop.adapters) as cursor:
            return cursor.execute(_DOLLAR, (count,)).fetchall()

    return {
        _CLASS_ROW: with_class_row,
        _QUERN: lambda count: list_items(own, count=count),
        _TUPLES: bare_tuples,
        "psycopg, tuples": lambda count: plain.execute(_PERCENT, (count,)).fetchall(),
        "SQLAlchemy Core on psycopg, rows": mapped.rows,
        "SQLAlchemy ORM on psycopg, objects": mapped.entities,
    }


async def _async(shop: Shop, runner: asyncio.Runner, stack: AsyncExitStack) -> dict[str, _Fetch]:
    asyncpg = await asyncpg_connection.connect(shop.url, stack)

    async def models(count: int) -> list[Item]:
        return [Item(**record) for record in await asyncpg.fetch(_DOLLAR, count)]

    async def records(count: int) -> list[Any]:
        found: list[Any] = await asyncpg.fetch(_DOLLAR, count)
        return found

    return {
        "asyncpg, Records": lambda count: runner.run(records(count)),
        "asyncpg, pydantic models": lambda count: runner.run(models(count)),
    }
