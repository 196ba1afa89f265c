"""Ten thousand rows into a table."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, ExitStack
from typing import Any

import psycopg

from tests.benchmarks import asyncpg_connection
from tests.benchmarks.bench import Bench
from tests.benchmarks.contestants import package
from tests.benchmarks.measure import Contestant, interleave, timed
from tests.benchmarks.one_core import one_core
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.shop import ENTRY_COLUMNS, Entry, Shop, make_entries, open_shop
from tests.benchmarks.sqlalchemy_items import make_engine

_ROWS = 10_000
_EXECUTEMANY = "psycopg, executemany()"
_ASYNCPG_COPY = "asyncpg, copy_records_to_table()"
_QUERN = "quern, :copy"
_LIST = ", ".join(ENTRY_COLUMNS)
_INSERT = f"INSERT INTO entries ({_LIST}) VALUES ({{}})"  # noqa: S608 - our own columns

_Insert = Callable[[], object]


def measure(bench: Bench) -> list[Section]:
    """Measure inserts into an empty table, each in one transaction."""
    rows = make_entries(_ROWS)
    with open_shop(bench, "bulk_insert") as shop, asyncio.Runner() as runner, ExitStack() as stack:
        emptier = stack.enter_context(psycopg.connect(shop.url, autocommit=True))
        connections = AsyncExitStack()
        try:
            inserts = {
                **_sync(shop, rows, stack),
                **runner.run(_async(shop, rows, runner, connections)),
            }
            contestants = [
                Contestant(name, timed(insert, before=lambda: emptier.execute("TRUNCATE entries")))
                for name, insert in inserts.items()
            ]
            with one_core(shop.url):
                times = interleave(contestants, rounds=bench.rounds(11), seconds=30)
            count = emptier.execute("SELECT count(*) FROM entries").fetchone()
            if count != (_ROWS,):
                raise AssertionError(f"{count} rows instead of {_ROWS}")
        finally:
            runner.run(connections.aclose())
    header, lines = compared(times, _EXECUTEMANY, "ms")
    section = Section(
        title=f"Bulk insert of {_ROWS:,} rows",
        how=(
            f"Rows of {len(ENTRY_COLUMNS)} columns, ready as tuples, into an empty table without "
            f"an index, each time in one transaction, in {len(times.rounds[_EXECUTEMANY])} rounds, "
            "client and server on one core."
        ),
        header=header,
        lines=lines,
        bars=[
            Bar(
                "bulk insert",
                *("at least", 3.5, "x as fast as psycopg's executemany()"),
                times.ratio(_EXECUTEMANY, _QUERN),
            ),
            Bar(
                "bulk insert",
                *("at least", 1.0, "x as fast as asyncpg's copy_records_to_table()"),
                times.ratio(_ASYNCPG_COPY, _QUERN),
            ),
        ],
    )
    return [section]


def _sync(shop: Shop, rows: Sequence[Entry], stack: ExitStack) -> dict[str, _Insert]:
    """Return an insert of each contestant, on a connection of its own."""

    def connect() -> psycopg.Connection:
        return stack.enter_context(psycopg.connect(shop.url, autocommit=True))

    many, by_copy, own = connect(), connect(), connect()
    insert = _INSERT.format(", ".join("%s" for _ in ENTRY_COLUMNS)).encode()

    def executemany() -> None:
        with many.transaction(), many.cursor() as cursor:
            cursor.executemany(insert, rows)

    def copy() -> None:
        statement = f"COPY entries ({_LIST}) FROM STDIN".encode()
        with by_copy.cursor() as cursor, cursor.copy(statement) as stream:
            for row in rows:
                stream.write_row(row)

    return {
        _EXECUTEMANY: executemany,
        "psycopg, COPY as text by write_row()": copy,
        "SQLAlchemy Core on psycopg, insert() of dicts": _sqlalchemy(shop, rows, stack),
        _QUERN: _quern(shop.entries, own, rows),
    }


def _quern(entries: Any, connection: psycopg.Connection, rows: Sequence[Entry]) -> _Insert:
    """Return the generated function's insert.

    :param entries: the generated module
    """
    parameters = [entries.AddEntriesParams(*row) for row in rows]
    return lambda: entries.add_entries(connection, parameters)


def _sqlalchemy(shop: Shop, rows: Sequence[Entry], stack: ExitStack) -> _Insert:
    sqlalchemy = package("sqlalchemy")
    table = sqlalchemy.table("entries", *(sqlalchemy.column(name) for name in ENTRY_COLUMNS))
    connection = stack.enter_context(make_engine(shop.url).connect())
    connection.execution_options(isolation_level="READ COMMITTED")
    dicts = [row._asdict() for row in rows]

    def insert() -> None:
        with connection.begin():
            connection.execute(sqlalchemy.insert(table), dicts)

    return insert


async def _async(
    shop: Shop, rows: Sequence[Entry], runner: asyncio.Runner, stack: AsyncExitStack
) -> dict[str, _Insert]:
    asyncpg = await asyncpg_connection.connect(shop.url, stack)
    places = ", ".join(f"${number}" for number, _ in enumerate(ENTRY_COLUMNS, 1))
    insert = _INSERT.format(places)

    async def copy() -> None:
        await asyncpg.copy_records_to_table("entries", records=rows, columns=ENTRY_COLUMNS)

    async def executemany() -> None:
        await asyncpg.executemany(insert, rows)

    return {
        _ASYNCPG_COPY: lambda: runner.run(copy()),
        "asyncpg, executemany()": lambda: runner.run(executemany()),
    }
