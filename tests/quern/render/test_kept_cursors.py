"""Cursors that connections keep: never shared, never stale, never for ever."""

import asyncio
import gc
import tracemalloc
import weakref
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any

import psycopg
import pytest

from tests.quern.projects import Project
from tests.quern.render.conftest import use_fast_calls


@pytest.fixture
def runtime(package: Project) -> ModuleType:
    """The runtime of the package."""
    return package.module("_runtime")


@pytest.fixture(params=["kept cursors", "fast calls"])
def other(request: pytest.FixtureRequest, package: Project) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(package.url, autocommit=True) as connection:
        if request.param == "fast calls":
            use_fast_calls(package, connection)
        yield connection


def _keeps(package: Project, connection: Any, query: Any) -> bool:
    kept: Any = package.module("_runtime.kept").kept_cursors(connection)
    return kept.take(query) is not None


def _query(runtime: ModuleType, sql: str, **facts: Any) -> Any:
    return runtime.Query(name="test", source="test.sql:1", sql=sql, row=tuple, **facts)


def test_a_connection_keeps_the_cursor_of_a_query(
    other: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    runs.get_number(other, id=1)
    assert _keeps(package, other, runs.GET_NUMBER)


def test_a_kept_cursor_holds_no_rows(
    other: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    runs.list_numbers(other)
    kept: Any = package.module("_runtime.kept").kept_cursors(other)
    assert kept.take(runs.LIST_NUMBERS).pgresult.ntuples == 0


def test_a_connection_holds_on_to_no_long_parameter(
    other: psycopg.Connection, runs: ModuleType
) -> None:
    runs.set_note(other, note="x", id=99)
    tracemalloc.start()
    runs.set_note(other, note="x" * 1_000_000, id=99)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 100_000


def test_a_cursor_is_not_kept_after_an_error(
    other: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        runs.divide(other, divisor=0)
    assert not _keeps(package, other, runs.DIVIDE)


def test_a_cursor_whose_result_is_still_to_come_is_not_kept(
    other: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    with other.pipeline():
        runs.touch(other, id=1)
        assert not _keeps(package, other, runs.TOUCH)


def test_the_cursors_of_the_last_queries_are_kept(
    other: psycopg.Connection, package: Project, runtime: ModuleType
) -> None:
    queries = [_query(runtime, f"SELECT {number}") for number in range(150)]
    for query in queries:
        runtime.fetch_one(other, query)
    assert [_keeps(package, other, query) for query in queries] == [False] * 50 + [True] * 100


def test_a_query_may_run_inside_its_own_row_maker(
    other: psycopg.Connection, runtime: ModuleType
) -> None:
    def row(values: Any) -> Any:
        depth = int(values[0])
        inner = runtime.fetch_one(other, query, (depth - 1,)) if depth else ()
        return (depth, *inner)

    query = runtime.Query(name="deep", source="a.sql:1", sql="SELECT $1::integer", row=row)
    assert [runtime.fetch_one(other, query, (2,)) for _ in range(3)] == [(2, 1, 0)] * 3


@pytest.mark.parametrize(
    ("setting", "sql"),
    [
        ("SET TimeZone = 'Asia/Tokyo'", "SELECT timestamptz '2026-01-01 00:00Z'"),
        ("SET DateStyle = 'SQL, DMY'", "SELECT date '2026-01-02'"),
        ("SET IntervalStyle = 'iso_8601'", "SELECT interval '1 day 2 hours'"),
        ("SET client_encoding = 'LATIN1'", "SELECT 'é'::text"),
    ],
)
def test_a_changed_session_is_read_as_it_is(
    other: psycopg.Connection, package: Project, runtime: ModuleType, setting: str, sql: str
) -> None:
    query = _query(runtime, sql, read_only=True)
    runtime.fetch_one(other, query)
    other.execute(setting.encode())
    with psycopg.connect(package.url, autocommit=True) as fresh:
        fresh.execute(setting.encode())
        expected: Any = _outcome(runtime, fresh, query)
    assert _outcome(runtime, other, query) == expected


def _outcome(runtime: ModuleType, connection: psycopg.Connection, query: Any) -> str:
    try:
        return repr(runtime.fetch_one(connection, query))
    except NotImplementedError as error:  # psycopg reads no such intervals
        return str(error)


@pytest.mark.parametrize("encoding", ["UTF8", "LATIN1"])
def test_a_statement_is_sent_in_the_encoding_of_the_connection(
    other: psycopg.Connection, runtime: ModuleType, encoding: str
) -> None:
    query = _query(runtime, "SELECT ascii('é')", read_only=True)
    runtime.fetch_one(other, query)
    other.execute(f"SET client_encoding = '{encoding}'".encode())
    assert runtime.fetch_one(other, query) == (ord("é"),)
    assert [*runtime.stream(other, query)] == [(ord("é"),)]


def test_a_query_that_changes_the_session_keeps_no_cursor(
    other: psycopg.Connection, package: Project, runtime: ModuleType
) -> None:
    query = _query(runtime, "SELECT set_config('TimeZone', 'Asia/Tokyo', false)")
    runtime.fetch_one(other, query)
    assert not _keeps(package, other, query)


def test_a_closed_connection_is_an_error_that_says_so(package: Project, runs: ModuleType) -> None:
    with psycopg.connect(package.url) as connection:
        runs.get_number(connection, id=1)
    with pytest.raises(psycopg.OperationalError, match="the connection is closed") as caught:
        runs.get_number(connection, id=1)
    assert "runs.get_number" in caught.value.__notes__[0]


def test_a_closed_connection_goes_away_with_its_cursors(package: Project, runs: ModuleType) -> None:
    def use() -> weakref.ref[Any]:
        with psycopg.connect(package.url) as connection:
            runs.get_number(connection, id=1)
        return weakref.ref(connection)

    reference = use()
    gc.collect()
    assert reference() is None


def test_threads_on_one_connection_each_get_their_rows(
    other: psycopg.Connection, runs: ModuleType
) -> None:
    def work(number: int) -> list[Any]:
        return [runs.find_by_ids(other, ids=[number]) for _ in range(200)]

    with ThreadPoolExecutor(4) as pool:
        assert [*pool.map(work, [1, 2, 3, 1])] == [[[n]] * 200 for n in (1, 2, 3, 1)]


def test_tasks_on_one_connection_each_get_their_rows(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    async def work(number: int) -> list[Any]:
        return [await aio_runs.find_by_ids(aconn, ids=[number]) for _ in range(50)]

    async def all_at_once() -> Any:
        return await asyncio.gather(*(work(number) for number in (1, 2, 3, 1)))

    assert runner.run(all_at_once()) == [[[n]] * 50 for n in (1, 2, 3, 1)]
