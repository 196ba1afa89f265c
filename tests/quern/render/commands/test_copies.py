"""``:copy``: rows are stored as INSERT would store them, or not at all."""

import tracemalloc
from collections.abc import Callable, Generator, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import ModuleType
from typing import Any, TypeVar

import psycopg
import pytest
from psycopg.pq import TransactionStatus

from tests.quern.projects import Project
from tests.quern.render.commands.callers import Caller

T = TypeVar("T")

COUNT = "SELECT count(*)::integer FROM items"
TEXTS = ["", "NULL", "\\N", "\\.", "\\", "a\tb", "a\nb", "a\rb", "a\r\nb", '"', "it's", "é 日本 🙂"]


def _item(runs: ModuleType, **given: Any) -> Any:
    """Return the parameters of an item, all else NULL."""
    nothing = dict.fromkeys(runs.CopyItemsParams._fields)
    return runs.CopyItemsParams(**(nothing | {"id": 1, "title": "a"} | given))


def _items(runs: ModuleType, last: int) -> Iterator[Any]:
    for number in range(1, last + 1):
        yield _item(runs, id=number, title=f"item {number}", data={"n": number})


def _text(runs: ModuleType, **given: Any) -> Any:
    return runs.CopyTextsParams(**(dict.fromkeys(runs.CopyTextsParams._fields) | given))


@pytest.mark.parametrize("last", [0, 1, 999, 1000, 1001, 2500])
def test_every_row_is_loaded_and_counted(caller: Caller, runs: ModuleType, last: int) -> None:
    assert caller.call("copy_items", _items(runs, last)) == last
    assert caller.execute(COUNT) == [(last,)]


def test_values_arrive_as_they_were_given(
    caller: Caller, runs: ModuleType, package: Project
) -> None:
    colour: Any = package.module("public.enums").Colour
    row = (2**31 - 1, "a", colour.RED, -(2**15), 2**63 - 1, date(2026, 2, 3), {"a": ["\\", None]})
    rows = [(*row, Decimal("12.50"), True), (1, "b", None, 0, 0, date.min, None, None, False)]
    caller.call("copy_items", [runs.CopyItemsParams(*values) for values in rows])
    stored = caller.execute("SELECT * FROM items ORDER BY title")
    assert stored == [(*row[:2], "red", *row[3:], Decimal("12.50"), True), rows[1]]


@pytest.mark.parametrize("text", TEXTS)
def test_texts_arrive_as_they_were_given_in_both_forms(
    caller: Caller, runs: ModuleType, text: str
) -> None:
    caller.call("copy_items", [_item(runs, title=text, data=text)])
    caller.call("copy_texts", [_text(runs, id=1, words=[text, None], data=text)])
    assert caller.execute("SELECT title, data FROM items") == [(text, text)]
    assert caller.execute("SELECT id, words, data FROM texts") == [(1, [text, None], text)]


def test_other_types_arrive_as_they_were_given(caller: Caller, runs: ModuleType) -> None:
    span = timedelta(days=-3, seconds=5, microseconds=7)
    rows = [_text(runs, id=1, words=[], code="ab", ratio=0.1, span=span, data=None), _text(runs)]
    caller.call("copy_texts", rows)
    assert caller.execute("SELECT * FROM texts ORDER BY id") == [
        (1, [], "ab  ", pytest.approx(0.1), span, None),
        (None,) * 6,
    ]


@pytest.mark.parametrize("encoding", ["LATIN1", "UTF8"])
def test_texts_are_sent_in_the_encoding_of_the_connection(
    caller: Caller, runs: ModuleType, encoding: str
) -> None:
    caller.execute(f"SET client_encoding = '{encoding}'")
    caller.call("copy_items", [_item(runs, title="é", data="é")])
    caller.call("copy_texts", [_text(runs, words=["é"], data="é")])
    caller.execute("SET client_encoding = 'UTF8'")  # psycopg reads no other JSON
    assert caller.execute("SELECT title, data FROM items") == [("é", "é")]
    assert caller.execute("SELECT words, data FROM texts") == [(["é"], "é")]


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"id": 2**31}, psycopg.DataError, "2147483648 is out of range for int4"),
        ({"id": -(2**31) - 1}, psycopg.DataError, "out of range for int4"),
        ({"id": 2**40}, psycopg.DataError, "out of range for int4"),
        ({"size": 2**15}, psycopg.DataError, "out of range for int2"),
        ({"big": 2**63}, psycopg.DataError, "out of range for int8"),
        ({"big": 2**70}, psycopg.DataError, "out of range for int8"),
        ({"size": 1.5}, TypeError, "float"),
        ({"size": "1"}, TypeError, "str"),
        ({"due": datetime(2026, 1, 1, 5, tzinfo=UTC)}, TypeError, "a date is needed"),
        ({"due": "2026-01-01"}, Exception, "str"),
        ({"done": "false"}, TypeError, "a bool is needed, not 'false'"),
        ({"done": 0}, TypeError, "a bool is needed, not 0"),
        ({"share": 1.5}, TypeError, "float"),
        ({"title": 5}, TypeError, "type"),
    ],
    ids=str,
)
@pytest.mark.parametrize("bad", [1, 700, 1500])
def test_what_a_column_cannot_have_is_an_error_and_nothing_is_stored(
    autocommit: Caller,
    runs: ModuleType,
    given: dict[str, Any],
    error: type[Exception],
    message: str,
    bad: int,
) -> None:
    rows = [*_items(runs, 2000)]
    rows[bad - 1] = _item(runs, **given)
    with pytest.raises(error, match=message) as caught:
        autocommit.call("copy_items", rows)
    note, place = caught.value.__notes__
    assert note == f"at row {bad} of those given"
    assert "runs.copy_items (queries/runs.sql:" in place
    assert autocommit.status == TransactionStatus.IDLE
    assert autocommit.execute(COUNT) == [(0,)]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"id": 1}, psycopg.errors.UniqueViolation),
        ({"title": None}, psycopg.errors.NotNullViolation),
        ({"share": Decimal(101)}, psycopg.errors.CheckViolation),
        ({"title": "\0"}, psycopg.errors.CharacterNotInRepertoire),
    ],
    ids=str,
)
def test_what_the_server_refuses_is_an_error_that_says_at_which_row(
    autocommit: Caller, runs: ModuleType, given: dict[str, Any], error: type[Exception]
) -> None:
    rows = [*_items(runs, 2000)]
    rows[1499] = _item(runs, **({"id": 1500} | given))
    with pytest.raises(error) as caught:
        autocommit.call("copy_items", rows)
    assert caught.value.__notes__[0] == "at row 1500 of those given"
    assert autocommit.execute(COUNT) == [(0,)]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"id": 2**31}, psycopg.errors.NumericValueOutOfRange),
        ({"ratio": 1e60}, psycopg.errors.NumericValueOutOfRange),
        ({"ratio": 1e-60}, psycopg.errors.NumericValueOutOfRange),
        ({"code": "abcde"}, psycopg.errors.StringDataRightTruncation),
    ],
    ids=str,
)
def test_what_does_not_fit_is_an_error_in_text_form_too(
    autocommit: Caller, runs: ModuleType, given: dict[str, Any], error: type[Exception]
) -> None:
    rows = [*(_text(runs, id=number) for number in range(1, 1500)), _text(runs, **given)]
    with pytest.raises(error) as caught:
        autocommit.call("copy_texts", rows)
    assert caught.value.__notes__[0] == "at row 1500 of those given"
    assert autocommit.execute("SELECT FROM texts") == []


def test_a_value_without_a_text_is_an_error_that_says_at_which_row(
    caller: Caller, runs: ModuleType
) -> None:
    with pytest.raises(TypeError, match="no parameter can be of type object") as caught:
        caller.call("copy_texts", [_text(runs), _text(runs, id=object())])
    assert caught.value.__notes__[0] == "at row 2 of those given"


def test_a_value_that_cannot_be_encoded_says_at_which_row(caller: Caller, runs: ModuleType) -> None:
    with pytest.raises(ValueError, match="JSON") as caught:
        caller.call("copy_items", [_item(runs), _item(runs, data=float("nan"))])
    assert caught.value.__notes__[0] == "at row 2 of those given"


@pytest.mark.parametrize("row", [(1,), (1, "a") * 9], ids=["short", "long"])
def test_a_row_of_another_length_is_an_error(
    autocommit: Caller, runs: ModuleType, row: tuple[Any, ...]
) -> None:
    query, rows = runs.COPY_ITEMS, [(1, "a", *[None] * 7), row]
    plain = type(query)(**(vars(query) | {"values": None}))
    with pytest.raises(TypeError, match=f"a row has {len(row)} values, where 9") as caught:
        autocommit.call_runtime("copy_rows", plain, rows)
    assert caught.value.__notes__[0] == "at row 2 of those given"
    assert autocommit.execute(COUNT) == [(0,)]


def test_in_a_transaction_rows_are_undone_with_it(autocommit: Caller, runs: ModuleType) -> None:
    autocommit.execute("BEGIN")
    autocommit.call("copy_items", _items(runs, 10))
    autocommit.execute("ROLLBACK")
    assert autocommit.execute(COUNT) == [(0,)]


def test_a_connection_is_usable_after_rows_that_fail(autocommit: Caller, runs: ModuleType) -> None:
    def rows() -> Iterator[Any]:
        yield from _items(runs, 1500)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        autocommit.call("copy_items", rows())
    assert autocommit.call("copy_items", _items(runs, 10)) == 10


def test_row_level_security_refuses_and_the_error_says_what_to_do(
    autocommit: Caller, runs: ModuleType, package: Project
) -> None:
    package.execute("ALTER TABLE secured FORCE ROW LEVEL SECURITY")
    with pytest.raises(psycopg.errors.FeatureNotSupported) as caught:
        autocommit.call("copy_secured", [runs.CopySecuredParams(1)])
    package.execute("ALTER TABLE secured NO FORCE ROW LEVEL SECURITY")
    assert "use :batch" in caught.value.__notes__[0]
    assert autocommit.call("copy_secured", [runs.CopySecuredParams(1)]) == 1


def test_a_closed_connection_is_an_error(caller: Caller, runs: ModuleType) -> None:
    caller.close()
    with pytest.raises(psycopg.OperationalError, match="the connection is closed"):
        caller.call("copy_items", _items(runs, 1))


@pytest.fixture
def plain(package: Project) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(package.url, autocommit=True) as connection:
        yield connection
    package.execute("TRUNCATE items")


@pytest.mark.parametrize("kind", ["stream", "single queries"])
def test_rows_from_a_query_on_the_same_connection_are_an_error_instead_of_waiting_for_ever(
    plain: psycopg.Connection, runs: ModuleType, runtime: ModuleType, kind: str
) -> None:
    def rows() -> Iterator[Any]:
        if kind == "stream":
            for row in runs.stream_numbers(plain, last=5):
                yield _item(runs, id=row.number)
        else:
            yield _item(runs, id=runs.get_item(plain, id=1).id)

    with pytest.raises(runtime.QueryError, match="use another one for them, or make a list"):
        runs.copy_items(plain, rows())
    assert runs.copy_items(plain, _items(runs, 1)) == 1


def test_rows_from_a_stream_that_was_begun_before_are_an_error_too(
    plain: psycopg.Connection, runs: ModuleType, runtime: ModuleType
) -> None:
    stream = runs.stream_numbers(plain, last=5000)
    next(stream)
    with pytest.raises(runtime.QueryError, match="make a list"):
        runs.copy_items(plain, (_item(runs, id=row.number) for row in stream))
    assert runs.copy_items(plain, _items(runs, 1)) == 1


def test_rows_from_a_query_on_another_connection_are_loaded(
    plain: psycopg.Connection, package: Project, runs: ModuleType
) -> None:
    with psycopg.connect(package.url) as other:
        rows = (_item(runs, id=row.number) for row in runs.stream_numbers(other, last=2500))
        assert runs.copy_items(plain, rows) == 2500


def test_copy_is_refused_in_pipeline_mode(plain: psycopg.Connection, runs: ModuleType) -> None:
    with pytest.raises(psycopg.NotSupportedError, match="pipeline"), plain.pipeline():
        runs.copy_items(plain, _items(runs, 1))


def test_few_of_many_rows_are_in_memory(plain: psycopg.Connection, runs: ModuleType) -> None:
    def peak(last: int) -> int:
        plain.execute("TRUNCATE items")
        tracemalloc.start()
        runs.copy_items(plain, _items(runs, last))
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(1000)
    assert peak(30_000) < 2 * peak(2000)


class Retrying:
    """Runs what it is given twice, as after a failure."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self._connection = connection

    def run_query(self, _query: Any, fetch: Callable[[psycopg.Connection], T]) -> T:
        with self._connection.transaction(force_rollback=True):
            fetch(self._connection)
        return fetch(self._connection)


def test_a_runner_may_load_a_list_again(plain: psycopg.Connection, runs: ModuleType) -> None:
    assert runs.copy_items(Retrying(plain), [*_items(runs, 1500)]) == 1500


def test_a_runner_cannot_load_again_what_is_read_once_only(
    plain: psycopg.Connection, runs: ModuleType, runtime: ModuleType
) -> None:
    with pytest.raises(runtime.QueryError, match="cannot be sent again: give a list"):
        runs.copy_items(Retrying(plain), _items(runs, 1500))
    assert plain.execute(COUNT).fetchall() == [(0,)]
