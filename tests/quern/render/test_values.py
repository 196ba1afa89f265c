"""Values to the text that is sent, and what psycopg loads of what arrives."""

import enum
from collections.abc import Generator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import RawCursor
from psycopg.pq import Format

from quern.render.runtime.sync.cursors import QueryCursor
from quern.render.runtime.values import ADAPTERS, to_text


class Colour(enum.StrEnum):
    RED = "red"
    ODD = 'a"b\\c'


class Level(enum.IntEnum):
    LOW = 1


class Plain(enum.Enum):
    ONE = "one"
    ACUTE = "é"


class Accented(enum.StrEnum):
    ACUTE = "é"


@pytest.fixture(scope="module")
def server(module_url: str) -> Generator[psycopg.Connection]:
    """A connection in autocommit mode."""
    with psycopg.connect(module_url, autocommit=True) as connection:
        yield connection


def _ask(connection: psycopg.Connection, query: str, *texts: str | None) -> Any:
    """Return the one value that a query with ``$n`` gives."""
    with RawCursor(connection) as cursor:
        row = cursor.execute(query.encode(), texts).fetchone()
    assert row is not None
    return row[0]


VALUES: list[tuple[str, Any]] = [
    ("boolean", True),
    ("boolean", False),
    ("integer", -(2**31)),
    ("bigint", 2**63 - 1),
    ("numeric", 10**100),
    ("double precision", 0.1),
    ("double precision", 1e300),
    ("double precision", -5e-324),
    ("double precision", float("inf")),
    ("double precision", float("-inf")),
    ("numeric", Decimal("1.10")),
    ("numeric", Decimal("1E+5")),
    ("numeric", Decimal("-1E-5")),
    ("text", "é'\\\""),
    ("bytea", b"\x00\xff\\"),
    ("date", date(1, 1, 1)),
    ("date", date(9999, 12, 31)),
    ("time", time(23, 59, 59, 999999)),
    ("timetz", time(1, 2, 3, tzinfo=timezone(timedelta(hours=5, minutes=45)))),
    ("timestamp", datetime(1, 1, 1, 0, 0, 0, 1)),
    ("timestamptz", datetime(2024, 2, 29, 12, tzinfo=timezone(timedelta(hours=-9)))),
    ("interval", timedelta(0)),
    ("interval", timedelta(days=-1)),
    ("interval", timedelta(microseconds=-1)),
    ("interval", timedelta(days=3, seconds=-5, microseconds=7)),
    ("interval", timedelta(days=-400, hours=30)),
    ("uuid", UUID(int=7)),
]


@pytest.mark.parametrize(("type_name", "value"), VALUES, ids=str)
def test_a_value_is_read_by_the_server_as_it_is(
    server: psycopg.Connection, type_name: str, value: Any
) -> None:
    assert _ask(server, f"SELECT $1::{type_name}", to_text(value)) == value


@pytest.mark.parametrize("style", ["postgres", "sql_standard", "iso_8601", "postgres_verbose"])
@pytest.mark.parametrize("value", [value for name, value in VALUES if name == "interval"], ids=str)
def test_an_interval_is_the_same_whatever_the_style_of_the_session(
    server: psycopg.Connection, style: str, value: timedelta
) -> None:
    with server.transaction(force_rollback=True):
        server.execute("SELECT set_config('intervalstyle', %s, true)", [style])
        seconds = _ask(server, "SELECT extract(epoch FROM $1::interval)", to_text(value))
    assert seconds == Decimal(value // timedelta(microseconds=1)) / 10**6


@pytest.mark.parametrize("style", ["ISO, DMY", "SQL, DMY", "German", "Postgres, MDY"])
def test_a_date_is_the_same_whatever_the_style_of_the_session(
    server: psycopg.Connection, style: str
) -> None:
    with server.transaction(force_rollback=True):
        server.execute("SELECT set_config('datestyle', %s, true)", [style])
        text = to_text(date(2024, 2, 3))
        assert _ask(server, "SELECT to_char($1::date, 'YYYY-MM-DD')", text) == "2024-02-03"


def test_nan_is_read_as_nan(server: psycopg.Connection) -> None:
    assert str(_ask(server, "SELECT $1::double precision", to_text(float("nan")))) == "nan"
    assert _ask(server, "SELECT $1::numeric", to_text(Decimal("NaN"))).is_nan()


@pytest.mark.parametrize(
    ("value", "text"),
    [(Colour.ODD, 'a"b\\c'), (Level.LOW, "1"), (Plain.ONE, "one")],
)
def test_an_enum_is_its_value(value: enum.Enum, text: str) -> None:
    assert to_text(value) == text


@pytest.mark.parametrize("text", ["infinity", "-infinity", "1 mon", "2 years", "1 year 1 day"])
def test_an_interval_without_a_fixed_length_is_refused(text: str) -> None:
    loader = ADAPTERS.get_loader(ADAPTERS.types["interval"].oid, Format.TEXT)
    assert loader is not None
    with pytest.raises(psycopg.DataError, match=f"no timedelta can hold the interval '{text}'"):
        loader(0).load(text.encode())


def test_bytes_of_every_kind_are_the_same() -> None:
    assert to_text(bytearray(b"\x01")) == to_text(memoryview(b"\x01")) == to_text(b"\x01")


def test_a_subclass_is_written_as_its_base() -> None:
    class Sub(int):
        def __repr__(self) -> str:
            return "other"

    assert to_text(Sub(5)) == "5"


def test_a_value_of_an_unknown_type_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="no parameter can be of type object"):
        to_text(object())


def test_a_moment_in_another_zone_is_the_same_moment(server: psycopg.Connection) -> None:
    text = to_text(datetime(2024, 1, 1, tzinfo=UTC))
    assert _ask(server, "SELECT extract(epoch FROM $1::timestamptz)", text) == 1704067200


@pytest.mark.parametrize("encoding", ["UTF8", "LATIN1", "SQL_ASCII"])
@pytest.mark.parametrize("value", ["é", Plain.ACUTE, Accented.ACUTE], ids=repr)
def test_a_text_is_sent_in_the_encoding_of_the_connection(
    server: psycopg.Connection, encoding: str, value: Any
) -> None:
    with server.transaction(force_rollback=True), QueryCursor[Any](server) as cursor:
        server.execute("SELECT set_config('client_encoding', %s, true)", [encoding])
        row = cursor.execute("SELECT ascii($1::text), length($1::text)", [value]).fetchone()
    assert row == (ord("é"), 1)
