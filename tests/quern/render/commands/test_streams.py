"""``:stream``: rows one after the other, few of them in memory."""

import asyncio
import gc
import threading
import tracemalloc
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from types import ModuleType
from typing import Any

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from tests.quern.projects import Project
from tests.quern.render.commands.callers import Caller

CURSORS = "SELECT name FROM pg_cursors"


@pytest.mark.parametrize("last", [0, 1, 999, 1000, 1001, 2500])
def test_all_rows_arrive_in_order(caller: Caller, last: int) -> None:
    rows = caller.stream("stream_numbers", last=last)
    assert [(row.number, row.title) for row in rows] == [
        (number, f"row {number}") for number in range(1, last + 1)
    ]


@pytest.mark.parametrize("last", [0, 1, 1000, 1500])
def test_nothing_is_left_on_the_server(caller: Caller, last: int) -> None:
    caller.stream("stream_numbers", last=last)
    assert caller.execute(CURSORS) == []


@pytest.mark.parametrize("most", [1, 1000, 1200])
def test_a_stream_that_is_left_early_leaves_nothing_on_the_server(
    caller: Caller, most: int
) -> None:
    assert len(caller.stream("stream_numbers", last=5000, most=most)) == most
    assert caller.execute(CURSORS) == []


def test_in_autocommit_mode_no_transaction_is_left_open(autocommit: Caller) -> None:
    states: list[TransactionStatus] = []
    autocommit.stream("stream_numbers", last=2, each=lambda _: states.append(autocommit.status))
    assert {*states, autocommit.status} == {TransactionStatus.IDLE}


def test_in_a_transaction_it_stays_usable_when_a_stream_is_left(autocommit: Caller) -> None:
    autocommit.execute("BEGIN")
    autocommit.execute("INSERT INTO items (id, title) VALUES (1, 'a')")
    autocommit.stream("stream_numbers", last=5000, most=1)
    autocommit.execute("COMMIT")
    assert autocommit.execute("SELECT id FROM items") == [(1,)]


def test_enums_are_made_of_what_arrives(caller: Caller, package: Project) -> None:
    caller.execute("INSERT INTO items (id, title, colour) VALUES (1, 'a', 'red'), (2, 'b', NULL)")
    colour: Any = package.module("public.enums").Colour
    rows = caller.stream("stream_items")
    assert [(row.id, row.colour) for row in rows] == [(1, colour.RED), (2, None)]


def test_an_error_in_the_middle_is_raised_where_it_occurs(autocommit: Caller) -> None:
    autocommit.execute("BEGIN")
    rows: list[Any] = []
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        autocommit.stream("stream_quotients", last=3000, each=rows.append)
    assert len(rows) == 2000
    assert "runs.stream_quotients (queries/runs.sql:" in caught.value.__notes__[-1]
    autocommit.execute("ROLLBACK")
    assert autocommit.execute(CURSORS) == []


def test_in_autocommit_mode_an_error_comes_first_and_the_connection_is_usable(
    autocommit: Caller,
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        autocommit.stream("stream_quotients", last=3000)
    assert autocommit.status == TransactionStatus.IDLE
    assert len(autocommit.stream("stream_numbers", last=1)) == 1


def test_an_error_of_the_reader_is_its_own(caller: Caller) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as caught:
        caller.stream("stream_numbers", last=3000, each=fail)
    assert not hasattr(caught.value, "__notes__")
    assert caller.execute(CURSORS) == []


def test_a_row_that_cannot_be_made_is_an_error_that_says_which_query_it_is(
    caller: Caller, package: Project
) -> None:
    package.execute("ALTER TYPE colour ADD VALUE IF NOT EXISTS 'blue'")
    caller.execute("INSERT INTO items (id, title, colour) VALUES (1, 'a', 'blue')")
    with pytest.raises(ValueError, match="'blue' is not a valid Colour") as caught:
        caller.stream("stream_items")
    assert "runs.stream_items" in caught.value.__notes__[-1]
    assert caller.execute(CURSORS) == []


def test_rows_that_are_locked_can_be_streamed_in_a_transaction(autocommit: Caller) -> None:
    autocommit.execute("INSERT INTO items (id, title) VALUES (1, 'a')")
    autocommit.execute("BEGIN")
    assert autocommit.stream("stream_locked") == [1]


def test_a_stream_ends_with_its_transaction_and_says_so(autocommit: Caller) -> None:
    autocommit.execute("BEGIN")
    with pytest.raises(psycopg.errors.InvalidCursorName) as caught:
        _commit_in_the_middle(autocommit)
    assert "a stream ends with the transaction" in caught.value.__notes__[0]


def _commit_in_the_middle(caller: Caller) -> None:
    """Commit while a plain stream, or one of a coroutine, is being read."""
    done: list[bool] = []

    def commit(_: object) -> None:
        if not done:
            done.append(True)
            caller.connection.pgconn.exec_(b"COMMIT")

    caller.stream("stream_numbers", last=3000, each=commit)


def test_leaving_a_stream_of_a_finished_transaction_harms_no_other(autocommit: Caller) -> None:
    autocommit.execute("BEGIN")

    def end_and_begin(_: object) -> None:
        autocommit.connection.pgconn.exec_(b"COMMIT")
        autocommit.connection.pgconn.exec_(b"BEGIN")

    autocommit.stream("stream_numbers", last=3000, most=1, each=end_and_begin)
    assert autocommit.status == TransactionStatus.INTRANS


def test_a_closed_connection_is_an_error(caller: Caller) -> None:
    caller.close()
    with pytest.raises(psycopg.OperationalError, match="the connection is closed"):
        caller.stream("stream_numbers", last=1)


def test_a_connection_that_is_closed_in_the_middle_is_an_error(caller: Caller) -> None:
    with pytest.raises(psycopg.OperationalError, match="the connection is closed"):
        caller.stream("stream_numbers", last=3000, each=lambda _: caller.connection.pgconn.finish())


@pytest.fixture
def plain(package: Project) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(package.url, autocommit=True) as connection:
        yield connection
    package.execute("TRUNCATE items")


def test_other_queries_run_while_a_stream_is_read(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    plain.execute("INSERT INTO items (id, title) SELECT n, 'a' FROM generate_series(1, 1500) AS n")
    for row in runs.stream_items(plain):
        assert runs.set_title(plain, id=row.id, title="b") == 1
    titles = plain.execute("SELECT DISTINCT title FROM items").fetchall()
    assert titles == [("b",)]


def test_what_is_written_while_a_stream_is_read_stays_when_it_fails(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    plain.execute("INSERT INTO items (id, title) VALUES (1, 'a')")

    def write_and_fail() -> None:
        for row in runs.stream_items(plain):
            runs.set_title(plain, id=row.id, title="b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert plain.execute("SELECT title FROM items").fetchall() == [("b",)]


def test_two_streams_may_be_read_in_turn(plain: psycopg.Connection, runs: ModuleType) -> None:
    pairs = zip(
        runs.stream_numbers(plain, last=2500), runs.stream_numbers(plain, last=2500), strict=True
    )
    assert all(first == second for first, second in pairs)


def test_a_stream_that_is_dropped_frees_its_cursor(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    stream = runs.stream_numbers(plain, last=5000)
    next(stream)
    del stream
    gc.collect()
    assert plain.execute(CURSORS).fetchall() == []


def test_an_asynchronous_stream_that_is_dropped_frees_its_cursor(
    package: Project, runner: asyncio.Runner
) -> None:
    async def run() -> list[Any]:
        connection = await psycopg.AsyncConnection.connect(package.url, autocommit=True)
        async with connection:
            async for _ in package.module("aio.runs").stream_numbers(connection, last=5000):
                break
            gc.collect()
            async with asyncio.timeout(10):
                while rows := await (await connection.execute(CURSORS)).fetchall():
                    await asyncio.sleep(0.01)
            return rows

    assert runner.run(run()) == []


def test_a_stream_is_read_in_pipeline_mode(plain: psycopg.Connection, runs: ModuleType) -> None:
    with plain.pipeline():
        rows = [row.number for row in runs.stream_numbers(plain, last=2500)]
    assert rows == [*range(1, 2501)]


def test_an_asynchronous_stream_is_read_in_pipeline_mode(
    package: Project, runner: asyncio.Runner
) -> None:
    async def run() -> list[int]:
        connection = await psycopg.AsyncConnection.connect(package.url)
        async with connection, connection.pipeline():
            stream = package.module("aio.runs").stream_numbers(connection, last=2500)
            return [row.number async for row in stream]

    assert runner.run(run()) == [*range(1, 2501)]


def test_a_stream_is_read_by_two_threads_on_two_connections(
    package: Project, runs: ModuleType
) -> None:
    start = threading.Barrier(2)

    def read(last: int) -> int:
        with psycopg.connect(package.url) as connection:
            start.wait()
            return sum(row.number for row in runs.stream_numbers(connection, last=last))

    with ThreadPoolExecutor(2) as pool:
        assert [*pool.map(read, [5000, 6000])] == [12502500, 18003000]


def test_few_of_many_rows_are_in_memory(plain: psycopg.Connection, runs: ModuleType) -> None:
    def peak(last: int) -> int:
        tracemalloc.start()
        count = sum(1 for _ in runs.stream_numbers(plain, last=last))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == last
        return found

    peak(1000)
    assert peak(200_000) < 2 * peak(2000)


class Lender:
    """Lends a connection, and notes how the loan ended."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.ends: list[str] = []
        self._connection = connection

    @contextmanager
    def stream_query(self, query: Any) -> Generator[psycopg.Connection]:
        try:
            with self._connection.transaction():
                yield self._connection
        except BaseException as error:
            self.ends.append(f"{query.name} failed: {type(error).__name__}")
            raise
        self.ends.append(f"{query.name} is done")


def test_a_runner_lends_a_connection_until_the_last_row(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    lender = Lender(plain)
    ends = [[*lender.ends] for _ in runs.stream_numbers(lender, last=3)]
    assert (ends, lender.ends) == ([[], [], []], ["runs.stream_numbers is done"])


def test_a_stream_that_is_left_early_is_no_failure_to_its_runner(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    lender = Lender(plain)
    stream = runs.stream_numbers(lender, last=3000)
    next(stream)
    stream.close()
    assert lender.ends == ["runs.stream_numbers is done"]


def test_an_asynchronous_runner_lends_a_connection(
    package: Project, runner: asyncio.Runner
) -> None:
    class AsyncLender:
        @asynccontextmanager
        async def stream_query(self, _query: Any) -> AsyncGenerator[psycopg.AsyncConnection]:
            async with await psycopg.AsyncConnection.connect(package.url) as connection:
                yield connection

    async def run() -> list[int]:
        stream = package.module("aio.runs").stream_numbers(AsyncLender(), last=3)
        return [row.number async for row in stream]

    assert runner.run(run()) == [1, 2, 3]


def test_a_coroutine_s_stream_may_end_while_its_connection_ends(package: Project) -> None:
    async def leave() -> None:
        conn = await psycopg.AsyncConnection.connect(package.url, autocommit=True)
        stream = package.module("aio.runs").stream_numbers(conn, last=5000)
        await anext(stream)
        leaving = asyncio.create_task(stream.aclose())
        await asyncio.sleep(0)  # it asks the server now whether the cursor is there
        await conn.close()
        await leaving

    asyncio.run(leave())
