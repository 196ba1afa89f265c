"""Fast calls: the same as others, sent past psycopg's cursors where psycopg has prepared them.

The tests of calls and of kept cursors run with them too.
"""

import asyncio
from collections.abc import Generator
from types import ModuleType
from typing import Any

import psycopg
import pytest

from tests.quern.projects import Project


@pytest.fixture
def runtime(package: Project) -> ModuleType:
    """The runtime of the package."""
    return package.module("_runtime")


@pytest.fixture
def fast(package: Project, runtime: ModuleType) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode whose calls are fast."""
    with psycopg.connect(package.url, autocommit=True) as connection:
        runtime.use_fast_calls(connection)
        yield connection


def _query(runtime: ModuleType, sql: str) -> Any:
    return runtime.Query(name="test", source="test.sql:1", sql=sql, row=tuple)


def _was_direct(package: Project, connection: Any, query: Any) -> bool:
    """Tell whether the last call of a query was sent past psycopg's cursor."""
    kept: Any = package.module("_runtime.kept").kept_cursors(connection)
    cursor = kept.take(query)
    assert cursor is not None
    kept.put_back(query, cursor, ())
    return not cursor.holds_parameters


def test_a_query_is_sent_directly_as_soon_as_psycopg_has_prepared_it(
    fast: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    direct: list[bool] = []
    for _ in range(8):
        runs.get_number(fast, id=1)
        direct.append(_was_direct(package, fast, runs.GET_NUMBER))
    assert direct == [False] * 6 + [True] * 2


def test_a_coroutine_sends_it_directly_too(
    package: Project, runner: asyncio.Runner, aio_runs: ModuleType, runtime: ModuleType
) -> None:
    async def run() -> list[bool]:
        connect = psycopg.AsyncConnection.connect(package.url, autocommit=True)
        async with await connect as connection:
            runtime.use_fast_calls(connection)
            found: list[bool] = []
            for _ in range(8):
                await aio_runs.get_number(connection, id=1)
                found.append(_was_direct(package, connection, aio_runs.GET_NUMBER))
            return found

    assert runner.run(run()) == [False] * 6 + [True] * 2


def test_calls_are_not_fast_unless_asked_for(package: Project, runs: ModuleType) -> None:
    with psycopg.connect(package.url, autocommit=True) as connection:
        for _ in range(8):
            runs.get_number(connection, id=1)
        assert not _was_direct(package, connection, runs.GET_NUMBER)


def test_nothing_is_prepared_where_the_application_forbids_it(
    fast: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    fast.prepare_threshold = None
    for _ in range(8):
        runs.get_number(fast, id=1)
    assert not _was_direct(package, fast, runs.GET_NUMBER)
    assert fast.execute("SELECT count(*) FROM pg_prepared_statements").fetchone() == (0,)


def test_what_was_prepared_is_not_used_once_the_application_forbids_it(
    fast: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    for _ in range(8):
        runs.get_number(fast, id=1)
    fast.prepare_threshold = None
    runs.get_number(fast, id=1)
    assert not _was_direct(package, fast, runs.GET_NUMBER)


def test_the_first_call_of_a_transaction_begins_it(package: Project, runs: ModuleType) -> None:
    with psycopg.connect(package.url) as connection:
        package.module("_runtime").use_fast_calls(connection)
        for _ in range(8):
            runs.set_note(connection, note="one", id=1)
        assert _was_direct(package, connection, runs.SET_NOTE)
        connection.commit()
        assert runs.set_note(connection, note="changed", id=1) == 1
        connection.rollback()
        assert runs.get_number(connection, id=1).note == "one"


def test_rows_of_a_type_that_changed_are_read_as_they_are(
    fast: psycopg.Connection, package: Project, runtime: ModuleType
) -> None:
    fast.execute("CREATE TEMP TABLE changing (id integer, value integer)")
    fast.execute("INSERT INTO changing VALUES (1, 5)")
    query = _query(runtime, "SELECT value FROM changing WHERE id = $1")
    assert [runtime.fetch_one(fast, query, (1,)) for _ in range(8)] == [(5,)] * 8
    fast.execute("DROP TABLE changing")
    fast.execute("CREATE TEMP TABLE changing AS SELECT 1 AS id, '5' AS value")
    assert [runtime.fetch_one(fast, query, (1,)) for _ in range(8)] == [("5",)] * 8
    assert _was_direct(package, fast, query)


def test_a_parameter_of_another_kind_is_sent_as_its_own(
    fast: psycopg.Connection, runtime: ModuleType
) -> None:
    query = _query(runtime, "SELECT $1::text")
    for _ in range(8):
        runtime.fetch_one(fast, query, ("a",))
    given = ["b", None, 5, True, b"\x01"]
    found = [runtime.fetch_one(fast, query, (value,))[0] for value in given]
    assert found == ["b", None, "5", "t", "\\x01"]


def test_a_hundred_and_twenty_queries_take_turns_in_what_psycopg_keeps_prepared(
    fast: psycopg.Connection, runtime: ModuleType
) -> None:
    fast.prepare_threshold = 0
    queries = [_query(runtime, f"SELECT {number} + $1::integer") for number in range(120)]
    for _ in range(3):
        found = [runtime.fetch_one(fast, query, (1,)) for query in queries]
        assert found == [(number + 1,) for number in range(120)]
    prepared = fast.execute("SELECT count(*) FROM pg_prepared_statements").fetchone()
    assert prepared in [(100,), (101,)]  # one may be about to go


def test_a_query_that_is_often_used_stays_prepared(
    fast: psycopg.Connection, package: Project, runtime: ModuleType
) -> None:
    fast.prepare_threshold = 0
    often = _query(runtime, "SELECT $1::integer")
    for number in range(150):
        runtime.fetch_one(fast, _query(runtime, f"SELECT {number} + $1::integer"), (1,))
        runtime.fetch_one(fast, often, (1,))
        assert number == 0 or _was_direct(package, fast, often)


def test_rows_that_no_statement_gives_are_the_same_error(
    fast: psycopg.Connection, package: Project, runtime: ModuleType
) -> None:
    query = _query(runtime, "UPDATE numbers SET note = note WHERE id = $1")
    for _ in range(8):
        with pytest.raises(psycopg.ProgrammingError, match="didn't produce"):
            runtime.fetch_all(fast, query, (99,))
        runtime.execute(fast, query, (99,))
    assert _was_direct(package, fast, query)


def test_other_calls_wait_for_a_fast_one_on_their_connection(
    package: Project, runner: asyncio.Runner, aio_runs: ModuleType, runtime: ModuleType
) -> None:
    async def run() -> tuple[bool, Any]:
        connect = psycopg.AsyncConnection.connect(package.url, autocommit=True)
        async with await connect as connection:
            runtime.use_fast_calls(connection)
            for _ in range(8):
                await aio_runs.sleep(connection, seconds=0.0)
            assert _was_direct(package, connection, aio_runs.SLEEP)
            sleeping = asyncio.create_task(aio_runs.sleep(connection, seconds=0.1))
            await asyncio.sleep(0.01)
            found = await connection.execute("SELECT 1")
            return sleeping.done(), await found.fetchone()

    assert runner.run(run()) == (True, (1,))


def test_a_psycopg_that_is_not_tested_with_them_gives_a_warning_and_no_fast_calls(
    package: Project, runs: ModuleType, runtime: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(psycopg, "__version__", "3.4.0")
    with psycopg.connect(package.url, autocommit=True) as connection:
        with pytest.warns(RuntimeWarning, match=r"not tested with psycopg 3\.4\.0"):
            runtime.use_fast_calls(connection)
        assert [runs.find_by_ids(connection, ids=[1]) for _ in range(8)] == [[1]] * 8
        assert not _was_direct(package, connection, runs.FIND_BY_IDS)
