"""The calls: the statement that runs is the one that was analysed, whoever runs it."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from decimal import Decimal
from types import ModuleType
from typing import Any, TypeVar

import psycopg
import pytest
from psycopg import rows
from psycopg.adapt import Dumper, Loader
from psycopg.types.enum import EnumInfo, register_enum

from quern.analysis.server import open_session
from quern.database import Database
from tests.quern.analysis.queries import analysis_of
from tests.quern.projects import Project
from tests.quern.render.conftest import QUERIES

T = TypeVar("T")

#: For each query, arguments of several sizes and kinds, None among them.
CALLS: dict[str, list[dict[str, Any]]] = {
    "get_number": [{"id": 1}, {"id": -1}, {"id": 2**31 - 1}],
    "find_by_big": [{"big": 1}, {"big": 40000}, {"big": 2**40}, {"big": -(2**63)}],
    "find_by_real": [{"a_real": 0.1}, {"a_real": 1e30}, {"a_real": 2}],
    "find_by_amount": [{"amount": Decimal("0.1")}, {"amount": 5}, {"amount": Decimal("1e20")}],
    "find_holding": [{"ints": []}, {"ints": [1]}, {"ints": [2**31 - 1, None]}],
    "find_by_ids": [{"ids": []}, {"ids": [1, None]}, {"ids": (1, 2**30)}],
    "find_by_both": [{"value": 1}, {"value": 2**40}],
    "kinds": [
        {"a_integer": 1, "a_bigint": 1, "a_numeric": Decimal(1), "a_smallint": 1},
        {"a_integer": 2**30, "a_bigint": 2**60, "a_numeric": Decimal("1.5"), "a_smallint": -1},
    ],
    "set_all": [
        {"id": 1, "big": 1, "a_real": 0.5, "amount": Decimal(1), "ints": [1], "note": "x"},
        {"id": 1, "big": 2**62, "a_real": 1e9, "amount": Decimal("0.5"), "ints": [], "note": ""},
        {"id": 1, "big": None, "a_real": None, "amount": None, "ints": None, "note": None},
    ],
}


def _arguments(query: str, given: dict[str, Any]) -> dict[str, Any]:
    return {"colour": None} | given if query == "set_all" else given


@pytest.fixture(scope="module")
def analysed_types(package: Project) -> dict[str, list[str]]:
    """The types of each query's parameters, as the analysis saw them."""
    with open_session(Database(package.url, "test")) as session:
        queries = analysis_of(session, QUERIES).queries
    return {
        query.source.name: [parameter.type.display for parameter in query.parameters]
        for query in queries
    }


PREPARED = "SELECT statement, parameter_types::text[] FROM pg_prepared_statements"


@pytest.mark.parametrize("query", [*CALLS])
def test_whatever_the_values_the_server_knows_the_parameters_by_their_analysed_types(
    query: str, conn: psycopg.Connection, runs: ModuleType, analysed_types: dict[str, list[str]]
) -> None:
    for _ in range(8):
        for given in CALLS[query]:
            getattr(runs, query)(conn, **_arguments(query, given))
    sql = getattr(runs, query.upper()).sql
    prepared = conn.execute(PREPARED).fetchall()
    assert [row for row in prepared if row[0] == sql] == [(sql, analysed_types[query])]


@pytest.mark.parametrize("query", [*CALLS])
def test_the_same_holds_for_the_coroutines(
    query: str,
    aconn: psycopg.AsyncConnection,
    runner: asyncio.Runner,
    aio_runs: ModuleType,
    analysed_types: dict[str, list[str]],
) -> None:
    async def run() -> list[tuple[Any, ...]]:
        for _ in range(8):
            for given in CALLS[query]:
                await getattr(aio_runs, query)(aconn, **_arguments(query, given))
        return await (await aconn.execute(PREPARED)).fetchall()

    sql = getattr(aio_runs, query.upper()).sql
    prepared = [row for row in runner.run(run()) if row[0] == sql]
    assert prepared == [(sql, analysed_types[query])]


def test_a_float_finds_the_real_that_it_was_stored_as(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    assert runs.find_by_real(conn, a_real=0.1) == [1]


def test_a_number_beyond_bigint_is_an_error_and_not_another_comparison(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    with pytest.raises(psycopg.errors.NumericValueOutOfRange):
        runs.find_by_big(conn, big=2**63)


def test_the_largest_bigint_is_found(conn: psycopg.Connection, runs: ModuleType) -> None:
    assert runs.find_by_big(conn, big=2**63 - 1) == [2]


def test_a_list_of_small_numbers_is_a_list_of_integers(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    assert runs.find_holding(conn, ints=[1]) == [1]
    assert runs.find_by_ids(conn, ids=[1, 3]) == [1, 3]


def test_an_empty_list_is_a_list_of_integers(conn: psycopg.Connection, runs: ModuleType) -> None:
    assert runs.find_holding(conn, ints=[]) == [1, 3]
    assert runs.find_by_ids(conn, ids=[]) == []


def test_a_list_of_enums_is_a_list_of_that_enum(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    colour: Any = package.module("public.enums").Colour
    assert runs.find_by_colours(conn, colours=[colour.RED, None]) == [1]


def test_a_parameter_used_twice_is_one(conn: psycopg.Connection, runs: ModuleType) -> None:
    assert runs.find_by_both(conn, value=1) == [1]


@pytest.mark.parametrize("size", [1, 2**15, 2**30])
def test_the_size_of_a_number_does_not_choose_another_function(
    conn: psycopg.Connection, runs: ModuleType, size: int
) -> None:
    row = runs.kinds(conn, a_integer=size, a_bigint=size, a_numeric=Decimal(size), a_smallint=1)
    assert [*row.model_dump().values()] == ["integer", "bigint", "numeric", "smallint"]


class _ShoutingDumper(Dumper):
    def dump(self, obj: Any) -> bytes:
        return f"{obj} 999".encode()


class _ShoutingLoader(Loader):
    def load(self, data: Any) -> Any:
        return f"shouted {data!r}"


def test_what_an_application_registers_on_its_connection_changes_nothing(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    expected = runs.get_number(conn, id=1)
    for kind in (int, str, float, Decimal, list):
        conn.adapters.register_dumper(kind, _ShoutingDumper)
    for name in (
        "int4",
        "int8",
        "text",
        "float4",
        "numeric",
        psycopg.adapters.types["int4"].array_oid,
    ):
        conn.adapters.register_loader(name, _ShoutingLoader)
    assert runs.get_number(conn, id=1) == expected
    assert runs.find_holding(conn, ints=[1]) == [1]


def test_an_enum_that_an_application_registers_changes_nothing(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    info = EnumInfo.fetch(conn, "colour")
    assert info is not None
    register_enum(info, conn)
    row = runs.get_number(conn, id=1)
    assert row.colour is package.module("public.enums").Colour.RED


ROW_FACTORIES: dict[str, Any] = {
    "dict_row": rows.dict_row,
    "namedtuple_row": rows.namedtuple_row,
    "scalar_row": rows.scalar_row,
    "args_row": rows.args_row(list),
}


@pytest.mark.parametrize("factory", [*ROW_FACTORIES])
def test_the_row_factory_of_a_connection_changes_nothing(
    conn: psycopg.Connection, runs: ModuleType, factory: str
) -> None:
    expected = runs.list_numbers(conn)
    conn.row_factory = ROW_FACTORIES[factory]
    assert runs.list_numbers(conn) == expected
    assert runs.find_by_ids(conn, ids=[1]) == [1]


def test_the_cursor_factory_of_a_connection_changes_nothing(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    conn.cursor_factory = psycopg.ClientCursor
    assert runs.find_by_ids(conn, ids=[1]) == [1]


def test_the_connection_is_left_as_it_was(conn: psycopg.Connection, runs: ModuleType) -> None:
    factory: Any = rows.dict_row
    conn.row_factory = factory
    runs.list_numbers(conn)
    row: Any = conn.execute("SELECT 1::integer AS one").fetchone()
    assert row == {"one": 1}


def test_more_than_one_row_is_an_error(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    error: type[Exception] = package.module("_runtime").TooManyRowsError
    with pytest.raises(error, match="2 rows where one at most is expected"):
        runs.first_two(conn)


def test_more_than_one_row_is_an_error_of_a_coroutine_too(
    aconn: psycopg.AsyncConnection, package: Project, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    error: type[Exception] = package.module("_runtime").TooManyRowsError
    with pytest.raises(error, match="2 rows where one at most is expected"):
        runner.run(aio_runs.first_two(aconn))


def test_a_query_is_the_constant_that_was_analysed(runs: ModuleType) -> None:
    query: Any = runs.GET_NUMBER
    with pytest.raises(FrozenInstanceError):
        query.sql = "DROP TABLE numbers"


def test_a_query_says_what_is_proven_of_it(runs: ModuleType) -> None:
    query: Any = runs.GET_NUMBER
    assert (query.reads, query.writes) == ({"public.numbers"}, frozenset())
    assert (query.read_only, query.idempotent, query.opaque) == (True, True, False)
    assert query.rows == "at_most_one"


def test_a_query_that_writes_says_so(runs: ModuleType) -> None:
    query: Any = runs.SET_NOTE
    assert (query.reads, query.writes) == ({"public.numbers"}, {"public.numbers"})
    assert (query.read_only, query.idempotent, query.rows) == (False, False, "none")


def test_a_query_that_calls_functions_of_users_says_so(runs: ModuleType) -> None:
    query: Any = runs.CALL_PLPGSQL
    assert (query.reads, query.opaque) == (frozenset(), True)


def _line(query: str) -> int:
    return QUERIES[: QUERIES.index(f"-- name: {query} ")].count("\n") + 1


def test_an_error_says_which_query_it_comes_from_and_where_that_is(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        runs.divide(conn, divisor=0)
    place = f"queries/runs.sql:{_line('divide')}"
    assert caught.value.__notes__ == [f"in query runs.divide ({place})"]


def test_an_error_of_a_coroutine_says_which_query_it_comes_from(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        runner.run(aio_runs.divide(aconn, divisor=0))
    place = f"queries/runs.sql:{_line('divide')}"
    assert caught.value.__notes__ == [f"in query runs.divide ({place})"]


def test_an_unknown_label_is_an_error_that_says_which_column_and_query_it_comes_from(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    with psycopg.connect(package.url, autocommit=True) as other:
        other.execute("ALTER TYPE colour ADD VALUE IF NOT EXISTS 'blue'")
    conn.execute("UPDATE numbers SET colour = 'blue' WHERE id = 1")
    with pytest.raises(ValueError, match="'blue' is not a valid Colour") as caught:
        runs.get_number(conn, id=1)
    column, query = caught.value.__notes__
    assert 'column "colour" of row 1' in column
    assert "runs.get_number" in query


def test_a_call_inside_a_transaction_is_undone_with_it(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    with conn.transaction(force_rollback=True):
        assert runs.set_note(conn, note="changed", id=1) == 1
        assert runs.get_number(conn, id=1).note == "changed"
    assert runs.get_number(conn, id=1).note == "one"


def test_a_call_works_after_a_rollback(conn: psycopg.Connection, runs: ModuleType) -> None:
    for _ in range(7):
        runs.find_by_ids(conn, ids=[1])
    with pytest.raises(psycopg.errors.DivisionByZero):
        runs.divide(conn, divisor=0)
    with pytest.raises(psycopg.errors.InFailedSqlTransaction):
        runs.find_by_ids(conn, ids=[1])
    conn.rollback()
    assert runs.find_by_ids(conn, ids=[1]) == [1]


def test_a_call_works_after_a_savepoint_was_rolled_back(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    def prepare_and_fail() -> None:
        with conn.transaction():
            for _ in range(7):
                runs.find_by_ids(conn, ids=[1])
            runs.divide(conn, divisor=0)

    with pytest.raises(psycopg.errors.DivisionByZero):
        prepare_and_fail()
    assert runs.find_by_ids(conn, ids=[1]) == [1]


def test_the_number_of_changed_rows_is_returned(conn: psycopg.Connection, runs: ModuleType) -> None:
    assert [runs.set_note(conn, note="x", id=number) for number in (1, 99)] == [1, 0]


def test_exec_returns_nothing_even_if_the_statement_does(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    assert runs.touch(conn, id=1) is None


def test_calls_work_in_pipeline_mode(conn: psycopg.Connection, runs: ModuleType) -> None:
    with conn.pipeline():
        runs.touch(conn, id=1)
        assert runs.find_by_ids(conn, ids=[1]) == [1]
        assert runs.get_number(conn, id=1).note == "one"
        assert runs.get_number(conn, id=99) is None


def test_changed_rows_are_counted_in_pipeline_mode(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    with conn.pipeline():
        runs.touch(conn, id=1)
        assert runs.set_note(conn, note="x", id=1) == 1
        assert runs.set_note(conn, note="x", id=99) == 0


def test_changed_rows_are_counted_by_coroutines_in_pipeline_mode(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    async def count() -> int:
        async with aconn.pipeline():
            found: int = await aio_runs.set_note(aconn, note="x", id=1)
            return found

    assert runner.run(count()) == 1


def test_more_than_one_row_is_an_error_in_pipeline_mode(
    conn: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    error: type[Exception] = package.module("_runtime").TooManyRowsError
    with pytest.raises(error), conn.pipeline():
        runs.first_two(conn)


def test_two_threads_may_share_a_connection(conn: psycopg.Connection, runs: ModuleType) -> None:
    start = threading.Barrier(2)

    def work(number: int) -> list[Any]:
        start.wait()
        return [runs.find_by_ids(conn, ids=[number]) for _ in range(100)]

    with ThreadPoolExecutor(2) as pool:
        assert [*pool.map(work, [1, 2])] == [[[1]] * 100, [[2]] * 100]


def test_two_tasks_may_share_a_connection(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    async def work(number: int) -> list[Any]:
        return [await aio_runs.find_by_ids(aconn, ids=[number]) for _ in range(100)]

    async def both() -> Any:
        return await asyncio.gather(work(1), work(2))

    assert runner.run(both()) == [[[1]] * 100, [[2]] * 100]


class NotingRunner:
    """Runs queries on a connection of its own, and notes their names."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.names: list[str] = []
        self._connection = connection

    def run_query(self, query: Any, fetch: Callable[[psycopg.Connection], T]) -> T:
        self.names.append(query.name)
        with self._connection.transaction():
            return fetch(self._connection)


class NotingAsyncRunner:
    """The same for coroutines."""

    def __init__(self, connection: psycopg.AsyncConnection) -> None:
        self.names: list[str] = []
        self._connection = connection

    async def run_query(
        self, query: Any, fetch: Callable[[psycopg.AsyncConnection], Awaitable[T]]
    ) -> T:
        self.names.append(query.name)
        async with self._connection.transaction():
            return await fetch(self._connection)


def test_a_runner_runs_the_calls_of_every_command(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    runner = NotingRunner(conn)
    assert runs.get_number(runner, id=1) == runs.get_number(conn, id=1)
    assert runs.find_by_ids(runner, ids=[1, 2]) == [1, 2]
    assert runs.set_note(runner, note="x", id=1) == 1
    assert runs.touch(runner, id=1) is None
    assert runner.names == ["runs.get_number", "runs.find_by_ids", "runs.set_note", "runs.touch"]


def test_an_asynchronous_runner_runs_the_coroutines_of_every_command(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    noting = NotingAsyncRunner(aconn)

    async def run() -> list[Any]:
        return [
            await aio_runs.find_by_ids(noting, ids=[1, 2]),
            await aio_runs.set_note(noting, note="x", id=1),
            await aio_runs.touch(noting, id=1),
            (await aio_runs.get_number(noting, id=1)).note,
        ]

    assert runner.run(run()) == [[1, 2], 1, None, "x"]
    assert noting.names == ["runs.find_by_ids", "runs.set_note", "runs.touch", "runs.get_number"]


def test_an_error_in_a_runner_says_which_query_it_comes_from(
    conn: psycopg.Connection, runs: ModuleType
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        runs.divide(NotingRunner(conn), divisor=0)
    assert "runs.divide" in caught.value.__notes__[0]


def test_a_cancelled_coroutine_leaves_the_connection_usable(
    aconn: psycopg.AsyncConnection, runner: asyncio.Runner, aio_runs: ModuleType
) -> None:
    async def run() -> Any:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await aio_runs.sleep(aconn, seconds=30.0)
        await aconn.rollback()
        return await aio_runs.find_by_ids(aconn, ids=[1])

    assert runner.run(run()) == [1]


_GLOBAL_ADAPTERS = """
import sys
import psycopg
from psycopg.adapt import Dumper, Loader

class Shouting(Dumper):
    def dump(self, obj): return b"999"

class Shouted(Loader):
    def load(self, data): return "shouted"

def register():
    for kind in (int, str, float, list):
        psycopg.adapters.register_dumper(kind, Shouting)
    for name in ("int4", "text", "float4"):
        psycopg.adapters.register_loader(name, Shouted)

if sys.argv[2] == "before": register()
from made import runs
if sys.argv[2] == "after": register()
with psycopg.connect(sys.argv[1]) as conn:
    print(runs.get_number(conn, id=1).note, runs.find_holding(conn, ints=[1]))
"""


@pytest.mark.parametrize("moment", ["before", "after"])
def test_what_an_application_registers_globally_changes_nothing(
    package: Project, moment: str
) -> None:
    result = subprocess.run(
        [sys.executable, "-B", "-c", _GLOBAL_ADAPTERS, package.url, moment],
        cwd=package.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.stdout, result.stderr) == ("one [1]\n", "")
