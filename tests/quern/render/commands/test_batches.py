"""``:batch``, ``:batchone`` and ``:batchmany``: one statement, many parameters."""

import threading
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType
from typing import Any, TypeVar

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from tests.quern.projects import Project
from tests.quern.render.commands.callers import Caller

T = TypeVar("T")

COUNT = "SELECT count(*)::integer FROM items"


def _items(runs: ModuleType, last: int) -> Iterator[Any]:
    for number in range(1, last + 1):
        yield runs.AddItemsParams(number, f"item {number}", {"n": number})


@pytest.mark.parametrize("last", [0, 1, 999, 1000, 1001, 2500])
def test_every_row_is_run_and_changed_rows_are_counted(
    caller: Caller, runs: ModuleType, last: int
) -> None:
    assert caller.call("add_items", _items(runs, last)) == last
    assert caller.execute(COUNT) == [(last,)]


def test_parameters_are_sent_as_those_of_a_single_call(caller: Caller, runs: ModuleType) -> None:
    rows = [
        runs.AddItemsParams(1, "it's\t\\ \"", {"a": [1, None]}),
        runs.AddItemsParams(2, "", None),
    ]
    caller.call("add_items", rows)
    assert caller.execute("SELECT id, title, data FROM items ORDER BY id") == [
        (1, "it's\t\\ \"", {"a": [1, None]}),
        (2, "", None),
    ]


def test_rows_that_are_returned_are_in_the_order_of_the_parameters(
    caller: Caller, runs: ModuleType
) -> None:
    numbers = [*range(1500, 0, -1)]
    rows = caller.call("add_returning", [runs.AddReturningParams(n, str(n)) for n in numbers])
    assert [(row.id, row.title) for row in rows] == [(n, str(n)) for n in numbers]


def test_a_statement_that_changes_several_rows_counts_them_all(
    caller: Caller, runs: ModuleType
) -> None:
    caller.execute("INSERT INTO items (id, title) VALUES (1, 'a'), (2, 'b'), (3, 'c')")
    rows = [
        runs.RenameAllParams("x", 2),
        runs.RenameAllParams("y", 4),
        runs.RenameAllParams("z", 1),
    ]
    assert caller.call("rename_all", rows) == 5


def test_batchone_gives_each_row_or_none(caller: Caller, runs: ModuleType) -> None:
    caller.execute("INSERT INTO items (id, title) VALUES (1, 'a'), (3, 'c')")
    rows = [runs.FindTitlesParams(number) for number in (3, 2, 1)]
    assert caller.call("find_titles", rows) == ["c", None, "a"]


def test_batchone_refuses_a_second_row_and_says_for_which(
    caller: Caller, runs: ModuleType, runtime: ModuleType
) -> None:
    caller.execute("INSERT INTO items (id, title) VALUES (1, 'a'), (2, 'b')")
    rows = [runs.FindFromParams(number) for number in (3, 2, 1)]
    with pytest.raises(runtime.TooManyRowsError, match="2 rows where one at most") as caught:
        caller.call("find_from", rows)
    assert caught.value.__notes__[0] == "at row 3 of those given"


def test_batchone_takes_the_first_row_where_that_is_asked_for(
    caller: Caller, runs: ModuleType
) -> None:
    caller.execute("INSERT INTO items (id, title) VALUES (1, 'a'), (2, 'b')")
    rows = [runs.FindFromParams(number) for number in (3, 2, 1)]
    found = caller.call_runtime("fetch_batch_optional", runs.FIND_FROM, rows, first=True)
    assert found == [None, 2, 1]


def test_batchone_of_a_statement_that_always_has_a_row_gives_it(
    caller: Caller, runs: ModuleType
) -> None:
    assert caller.call("divide", [runs.DivideParams(n) for n in (1, 3, 12)]) == [12, 4, 1]


def test_batchmany_gives_the_rows_of_each(caller: Caller, runs: ModuleType) -> None:
    caller.execute("INSERT INTO items (id, title) VALUES (1, 'a'), (2, 'b')")
    rows = [runs.ListFromParams(number) for number in (2, 3, 1)]
    assert caller.call("list_from", rows) == [[2], [], [1, 2]]


@pytest.mark.parametrize("bad", [1, 2, 700, 1000, 1001, 1700])
def test_an_error_of_the_server_says_at_which_row(
    caller: Caller, runs: ModuleType, bad: int
) -> None:
    rows = [runs.DivideParams(0 if number == bad else 1) for number in range(1, 2001)]
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        caller.call("divide", rows)
    note, place = caught.value.__notes__
    assert note == f"at row {bad} of those given"
    assert "runs.divide (queries/runs.sql:" in place


@pytest.mark.parametrize("bad", [1, 2, 700, 1000, 1001, 1700])
def test_a_value_that_cannot_be_sent_says_at_which_row(
    caller: Caller, runs: ModuleType, bad: int
) -> None:
    rows: list[Any] = [runs.DivideParams(object() if n == bad else 1) for n in range(1, 2001)]
    with pytest.raises(psycopg.ProgrammingError, match="cannot adapt") as caught:
        caller.call("divide", rows)
    assert caught.value.__notes__[0] == f"at row {bad} of those given"


def test_a_value_that_cannot_be_encoded_says_at_which_row(caller: Caller, runs: ModuleType) -> None:
    rows = [*_items(runs, 2), runs.AddItemsParams(3, "c", float("nan"))]
    with pytest.raises(ValueError, match="JSON") as caught:
        caller.call("add_items", rows)
    assert caught.value.__notes__[0] == "at row 3 of those given"


@pytest.mark.parametrize("repeated", [5, 2300])
def test_in_autocommit_mode_a_batch_is_done_as_a_whole_or_not_at_all(
    autocommit: Caller, runs: ModuleType, repeated: int
) -> None:
    rows = [*_items(runs, repeated - 1), runs.AddItemsParams(1, "again", None)]
    with pytest.raises(psycopg.errors.UniqueViolation) as caught:
        autocommit.call("add_items", rows)
    assert caught.value.__notes__[0] == f"at row {repeated} of those given"
    assert autocommit.status == TransactionStatus.IDLE
    assert autocommit.execute(COUNT) == [(0,)]


def test_in_a_transaction_a_batch_is_undone_with_it(autocommit: Caller, runs: ModuleType) -> None:
    autocommit.execute("BEGIN")
    autocommit.call("add_items", _items(runs, 1500))
    autocommit.execute("ROLLBACK")
    assert autocommit.execute(COUNT) == [(0,)]


def test_a_closed_connection_is_an_error(caller: Caller, runs: ModuleType) -> None:
    caller.close()
    with pytest.raises(psycopg.OperationalError, match="the connection is closed"):
        caller.call("add_items", _items(runs, 1))


@pytest.fixture
def plain(package: Project) -> Any:
    """A connection in autocommit mode."""
    with psycopg.connect(package.url, autocommit=True) as connection:
        yield connection
    package.execute("TRUNCATE items")


def test_rows_may_come_from_a_query_on_the_same_connection(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    rows = (
        runs.AddItemsParams(row.number, row.title, None)
        for row in runs.stream_numbers(plain, last=2500)
    )
    assert runs.add_items(plain, rows) == 2500


def test_a_batch_runs_in_pipeline_mode(plain: psycopg.Connection, runs: ModuleType) -> None:
    with plain.pipeline():
        assert runs.add_items(plain, _items(runs, 1500)) == 1500
        assert runs.divide(plain, [runs.DivideParams(3)]) == [4]


def test_what_failed_before_in_a_pipeline_is_not_a_row(
    plain: psycopg.Connection, runs: ModuleType
) -> None:
    def run() -> None:
        with plain.pipeline():
            plain.execute("SELECT 1 / 0")
            runs.add_items(plain, _items(runs, 3))

    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        run()
    assert not any("at row" in note for note in caught.value.__notes__)


def test_two_threads_on_two_connections_run_batches(package: Project, runs: ModuleType) -> None:
    start = threading.Barrier(2)

    def add(first: int) -> int:
        rows = [runs.AddItemsParams(n, str(n), None) for n in range(first, first + 1500)]
        with psycopg.connect(package.url) as connection:
            start.wait()
            count: int = runs.add_items(connection, rows)
            connection.rollback()
            return count

    with ThreadPoolExecutor(2) as pool:
        assert [*pool.map(add, [0, 10_000])] == [1500, 1500]


def test_few_of_many_rows_are_in_memory(plain: psycopg.Connection, runs: ModuleType) -> None:
    def peak(number: int) -> int:
        tracemalloc.start()
        runs.rename_all(plain, (runs.RenameAllParams("x", 1) for _ in range(number)))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1000)
    assert peak(20_000) < 2 * peak(2000)


class Retrying:
    """Runs what it is given twice, as after a failure."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def run_query(self, _query: Any, fetch: Callable[[psycopg.Connection], T]) -> T:
        with self._connection.transaction(force_rollback=True):
            fetch(self._connection)
        return fetch(self._connection)


def test_a_runner_may_run_a_list_again(plain: psycopg.Connection, runs: ModuleType) -> None:
    assert runs.add_items(Retrying(plain), [*_items(runs, 1500)]) == 1500


def test_a_runner_cannot_run_again_what_is_read_once_only(
    plain: psycopg.Connection, runs: ModuleType, runtime: ModuleType
) -> None:
    with pytest.raises(runtime.QueryError, match="cannot be sent again: give a list"):
        runs.add_items(Retrying(plain), _items(runs, 1500))
    assert plain.execute(COUNT).fetchall() == [(0,)]
