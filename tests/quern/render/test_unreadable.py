"""Values that Python cannot hold, and which column an error names."""

import asyncio
import importlib
from collections.abc import Generator
from types import ModuleType

import psycopg
import pytest

from tests.quern.projects import importable, make_project

SCHEMA = """
CREATE TYPE colour AS ENUM ('red');
CREATE TYPE spell AS (since date, due interval);
CREATE TABLE days (day date NOT NULL);
"""
#: By the name of a query: a value that Python cannot hold.
VALUES = {
    "endless_date": "'infinity'::date",
    "beginningless_date": "'-infinity'::date",
    "ancient_date": "'0044-03-15 BC'::date",
    "late_date": "'10000-01-01'::date",
    "endless_timestamp": "'infinity'::timestamp",
    "endless_timestamptz": "'infinity'::timestamptz",
    "ancient_timestamp": "'0044-03-15 BC'::timestamp",
    "late_timestamptz": "'10000-01-02'::timestamptz",
    "midnight": "'24:00'::time",
    "midnight_with_zone": "'24:00+00'::timetz",
    "a_month": "'1 month'::interval",
    "a_year": "'-1 year 3 days'::interval",
    "a_huge_interval": "'2000000000 days'::interval",
    "list_of_dates": "ARRAY['2024-01-01', 'infinity']::date[]",
    "list_of_intervals": "ARRAY['1 day', '1 month']::interval[]",
    "range_of_dates": "daterange('2024-01-01', 'infinity')",
    "multirange_of_dates": "datemultirange(daterange('2024-01-01', 'infinity'))",
    "composite": "('infinity', NULL)::spell",
    "composite_with_months": "('2024-01-01', '1 month')::spell",
    "list_of_composites": "ARRAY[('infinity', NULL)::spell]",
}
#: Values that psycopg does not read in these styles, alone or within others.
STYLES = {
    ("intervalstyle", "iso_8601"): ("an_interval", "a_spell"),
    ("intervalstyle", "sql_standard"): ("an_interval", "a_spell"),
    ("intervalstyle", "postgres_verbose"): ("an_interval", "a_spell"),
    ("datestyle", "German"): ("a_spell", "a_range"),
    ("datestyle", "SQL, DMY"): ("a_spell", "a_range"),
    ("datestyle", "Postgres, MDY"): ("a_spell", "a_range"),
}
#: Rows of which the 1500th is unreadable, in the second piece of a stream.
LATE_ROW = """
SELECT number, CASE WHEN number = 1500 THEN 'infinity'::date END AS odd_one
FROM generate_series(1, 2000) AS number
"""
#: By name, commands and queries that give the date that each run is given as text.
BATCHES = {
    "batch": ":batch\nINSERT INTO days VALUES (:value::text::date) RETURNING day AS given_one",
    "batch_one": ":batchone\nSELECT :value::text::date AS given_one",
    "batch_optional": ":batchone\nSELECT * FROM unnest(ARRAY[:value::text::date]) AS given_one",
    "batch_many": ":batchmany\nSELECT * FROM unnest(ARRAY[:value::text::date]) AS given_one",
}


def _query(name: str, value: str) -> str:
    return (
        f"-- name: {name} :many\nSELECT number, CASE WHEN number = 2 THEN {value} END AS odd_one\n"
        "FROM generate_series(1, 3) AS number;\n"
    )


@pytest.fixture(scope="module")
def odd(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> Generator[ModuleType]:
    """Generated functions, each of which gives three rows, of which the second is unreadable."""
    values = VALUES | {
        "an_interval": "'1 day 2 hours'::interval",
        "a_spell": "('2024-02-03', '1 day 2 hours')::spell",
        "a_range": "daterange('2024-02-03', '2024-02-04')",
    }
    texts = [
        *(_query(name, value) for name, value in values.items()),
        "-- name: only_value :one\nSELECT 'infinity'::date AS only_one;\n",
        f"-- name: stream_dates :stream\n{LATE_ROW};\n",
        *(f"-- name: {name} {query};\n" for name, query in BATCHES.items()),
        "-- name: divide :one\nSELECT 1 / :divisor::integer AS ratio;\n",
    ]
    root = tmp_path_factory.mktemp("odd") / "project"
    project = make_project(root, module_url, {"odd.sql": "\n".join(texts)}, output="unreadable")
    project.execute(SCHEMA)
    project.generate()
    with importable(root, "unreadable"):
        yield project.module("odd")


@pytest.fixture
def connection(module_url: str) -> Generator[psycopg.Connection]:
    """A connection; what it sets is undone."""
    with psycopg.connect(module_url) as found:
        yield found
        found.rollback()


def _notes(error: BaseException) -> str:
    return "\n".join(error.__notes__)


@pytest.mark.parametrize("name", [*VALUES])
def test_what_python_cannot_hold_is_an_error_that_names_column_and_row(
    odd: ModuleType, connection: psycopg.Connection, name: str
) -> None:
    with pytest.raises((psycopg.DataError, OverflowError)) as caught:
        getattr(odd, name)(connection)
    assert 'in column "odd_one" of row 2 of the result' in _notes(caught.value)
    assert f"in query odd.{name} (queries/odd.sql:" in _notes(caught.value)


@pytest.mark.parametrize(
    ("setting", "value", "name"),
    [(*style, name) for style, names in STYLES.items() for name in names],
)
def test_what_comes_in_another_style_is_an_error_that_names_the_column(
    odd: ModuleType, connection: psycopg.Connection, setting: str, value: str, name: str
) -> None:
    connection.execute("SELECT set_config(%s, %s, false)", [setting, value])
    with pytest.raises((psycopg.Error, NotImplementedError)) as caught:
        getattr(odd, name)(connection)
    assert 'in column "odd_one" of row 2' in _notes(caught.value)


def test_the_one_value_of_a_row_is_named_too(
    odd: ModuleType, connection: psycopg.Connection
) -> None:
    with pytest.raises(psycopg.DataError) as caught:
        odd.only_value(connection)
    assert 'in column "only_one" of row 1' in _notes(caught.value)


def test_a_stream_names_the_column_and_counts_the_rows_from_its_first(
    odd: ModuleType, connection: psycopg.Connection
) -> None:
    with pytest.raises(psycopg.DataError) as caught:
        list(odd.stream_dates(connection))
    assert 'in column "odd_one" of row 1500 of the result' in _notes(caught.value)


@pytest.mark.parametrize("name", [*BATCHES])
def test_a_batch_names_the_column_and_the_row_of_those_given(
    odd: ModuleType, connection: psycopg.Connection, name: str
) -> None:
    parameters = getattr(odd, f"{name.title().replace('_', '')}Params")
    given = [parameters(value) for value in ("2024-01-01", "infinity")]
    with pytest.raises(psycopg.DataError) as caught:
        getattr(odd, name)(connection, given)
    assert 'in column "given_one" of row 1 of the result' in _notes(caught.value)
    assert "at row 2 of those given" in _notes(caught.value)


@pytest.mark.usefixtures("odd")
def test_a_coroutine_names_it_too(module_url: str) -> None:
    async def run() -> None:
        async with await psycopg.AsyncConnection.connect(module_url) as connection:
            await aio_odd.endless_date(connection)

    aio_odd = importlib.import_module("unreadable.aio.odd")
    with pytest.raises(psycopg.DataError) as caught:
        asyncio.run(run())
    assert 'in column "odd_one" of row 2' in _notes(caught.value)


def test_the_connection_is_of_use_afterwards(
    odd: ModuleType, connection: psycopg.Connection
) -> None:
    for _ in range(7):  # more often than a statement is run before it is prepared
        with pytest.raises(psycopg.DataError):
            odd.endless_date(connection)
    assert connection.execute("SELECT 1").fetchone() == (1,)


def test_an_error_of_the_server_names_no_column(
    odd: ModuleType, connection: psycopg.Connection
) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero) as caught:
        odd.divide(connection, divisor=0)
    assert "column" not in _notes(caught.value)
