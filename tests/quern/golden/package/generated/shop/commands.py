# Made by quern from queries/shop/commands.sql: do not edit.
"""Queries of queries/shop/commands.sql."""

from collections.abc import Generator, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple
from uuid import UUID

from psycopg import Connection
from pydantic import JsonValue

from .. import _runtime
from .enums import ALongNameOfAnEnumType, Colour
from .enums import read_colour as _read_colour


class GetLogRow(_runtime.Row):
    """A row of get_log."""

    id: int
    message: str


def _make_get_log_row(values: Sequence[Any]) -> GetLogRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetLogRow,
        {
            "id": values[0],
            "message": values[1],
        },
    )


GET_LOG: Final[_runtime.Query[GetLogRow]] = _runtime.Query(
    name="shop.commands.get_log",
    source="queries/shop/commands.sql:1",
    sql="""SELECT id, message FROM shop.log WHERE id = $1""",
    row=_make_get_log_row,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
)


def get_log(conn: Connection[Any] | _runtime.Runner, *, id: int) -> GetLogRow:
    """The row, or an error."""
    return _runtime.fetch_one(conn, GET_LOG, (id,))


GET_TEXTS: Final[_runtime.Query[list[str | None]]] = _runtime.Query(
    name="shop.commands.get_texts",
    source="queries/shop/commands.sql:5",
    sql="""SELECT texts FROM shop.log WHERE id = $1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
)


def get_texts(conn: Connection[Any] | _runtime.Runner, *, id: int) -> list[str | None]:
    """Run the query get_texts."""
    return _runtime.fetch_one(conn, GET_TEXTS, (id,))


COUNT_LOGS: Final[_runtime.Query[int]] = _runtime.Query(
    name="shop.commands.count_logs",
    source="queries/shop/commands.sql:8",
    sql="""SELECT count(*) FROM shop.log""",
    row=_runtime.scalar,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def count_logs(conn: Connection[Any] | _runtime.Runner) -> int:
    """Run the query count_logs."""
    return _runtime.fetch_one(conn, COUNT_LOGS)


class StreamLogsRow(_runtime.Row):
    """A row of stream_logs."""

    id: int
    level: Colour
    message: str


def _make_stream_logs_row(values: Sequence[Any]) -> StreamLogsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        StreamLogsRow,
        {
            "id": values[0],
            "level": _read_colour(values[1]),
            "message": values[2],
        },
    )


STREAM_LOGS: Final[_runtime.Query[StreamLogsRow]] = _runtime.Query(
    name="shop.commands.stream_logs",
    source="queries/shop/commands.sql:11",
    sql="""SELECT id, level, message FROM shop.log WHERE level = ANY ($1) ORDER BY id""",
    row=_make_stream_logs_row,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
)


def stream_logs(
    conn: Connection[Any] | _runtime.StreamRunner,
    *,
    levels: Sequence[Colour | None],
) -> Generator[StreamLogsRow]:
    """All rows of some levels.

    :param levels: which
    """
    return _runtime.stream(conn, STREAM_LOGS, (_runtime.array_text(levels),))


STREAM_MESSAGES_OF_EVERYTHING_THAT_WAS_EVER_LOGGED: Final[_runtime.Query[str]] = _runtime.Query(
    name="shop.commands.stream_messages_of_everything_that_was_ever_logged",
    source="queries/shop/commands.sql:16",
    sql="""SELECT message FROM shop.log""",
    row=_runtime.scalar,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
)


def stream_messages_of_everything_that_was_ever_logged(
    conn: Connection[Any] | _runtime.StreamRunner,
) -> Generator[str]:
    """Run the query stream_messages_of_everything_that_was_ever_logged."""
    return _runtime.stream(conn, STREAM_MESSAGES_OF_EVERYTHING_THAT_WAS_EVER_LOGGED)


class AddLogsParams(NamedTuple):
    """The parameters of one run of add_logs.

    :ivar message: what to say
    """

    id: int
    at: datetime
    level: Colour
    message: str
    count_: int | None
    date_: date | None
    due: date | None
    data: JsonValue
    texts: Sequence[str | None]


def _add_logs_values(row: AddLogsParams) -> Sequence[Any]:
    """Make what is sent of the parameters of one run."""
    return (
        row.id,
        row.at,
        row.level,
        row.message,
        row.count_,
        row.date_,
        row.due,
        _runtime.json_text(row.data),
        _runtime.array_text(row.texts),
    )


ADD_LOGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.add_logs",
    source="queries/shop/commands.sql:19",
    sql="""INSERT INTO shop.log (id, at, level, message, count, date, due, data, texts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""",
    row=_runtime.no_row,
    values=_add_logs_values,
    writes=frozenset({"shop.log"}),
    rows="none",
)


def add_logs(conn: Connection[Any] | _runtime.Runner, rows: Iterable[AddLogsParams]) -> int:
    """Run the query add_logs."""
    return _runtime.execute_batch(conn, ADD_LOGS, rows)


class AddNumberedLogsRow(_runtime.Row):
    """A row of add_numbered_logs."""

    id: int
    at: datetime


def _make_add_numbered_logs_row(values: Sequence[Any]) -> AddNumberedLogsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        AddNumberedLogsRow,
        {
            "id": values[0],
            "at": values[1],
        },
    )


class AddNumberedLogsParams(NamedTuple):
    """The parameters of one run of add_numbered_logs."""

    id: int
    level: Colour
    message: str


ADD_NUMBERED_LOGS: Final[_runtime.Query[AddNumberedLogsRow]] = _runtime.Query(
    name="shop.commands.add_numbered_logs",
    source="queries/shop/commands.sql:24",
    sql="""INSERT INTO shop.log (id, at, level, message, data, texts)
VALUES ($1, now(), $2, $3, '{}', '{}')
RETURNING id, at""",
    row=_make_add_numbered_logs_row,
    reads=frozenset({"shop.log"}),
    writes=frozenset({"shop.log"}),
    rows="exactly_one",
)


def add_numbered_logs(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[AddNumberedLogsParams],
) -> list[AddNumberedLogsRow]:
    """Run the query add_numbered_logs."""
    return _runtime.fetch_batch(conn, ADD_NUMBERED_LOGS, rows)


class TouchLogsParams(NamedTuple):
    """The parameters of one run of touch_logs."""

    id: int


TOUCH_LOGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.touch_logs",
    source="queries/shop/commands.sql:29",
    sql="""UPDATE shop.log SET count = count + 1 WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"shop.log"}),
    writes=frozenset({"shop.log"}),
    rows="none",
)


def touch_logs(conn: Connection[Any] | _runtime.Runner, rows: Iterable[TouchLogsParams]) -> int:
    """Run the query touch_logs."""
    return _runtime.execute_batch(conn, TOUCH_LOGS, rows)


class FindMessagesParams(NamedTuple):
    """The parameters of one run of find_messages."""

    id: int


FIND_MESSAGES: Final[_runtime.Query[str]] = _runtime.Query(
    name="shop.commands.find_messages",
    source="queries/shop/commands.sql:32",
    sql="""SELECT message FROM shop.log WHERE id = $1 LIMIT 1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def find_messages(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[FindMessagesParams],
) -> list[str | None]:
    """Run the query find_messages."""
    return _runtime.fetch_batch_optional(conn, FIND_MESSAGES, rows)


class CountLevelsParams(NamedTuple):
    """The parameters of one run of count_levels."""

    level: Colour


COUNT_LEVELS: Final[_runtime.Query[int]] = _runtime.Query(
    name="shop.commands.count_levels",
    source="queries/shop/commands.sql:35",
    sql="""SELECT count(*) FROM shop.log WHERE level = $1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def count_levels(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[CountLevelsParams],
) -> list[int]:
    """Run the query count_levels."""
    return _runtime.fetch_batch_one(conn, COUNT_LEVELS, rows)


class ListByLevelRow(_runtime.Row):
    """A row of list_by_level."""

    id: int
    message: str


def _make_list_by_level_row(values: Sequence[Any]) -> ListByLevelRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        ListByLevelRow,
        {
            "id": values[0],
            "message": values[1],
        },
    )


class ListByLevelParams(NamedTuple):
    """The parameters of one run of list_by_level."""

    level: Colour


LIST_BY_LEVEL: Final[_runtime.Query[ListByLevelRow]] = _runtime.Query(
    name="shop.commands.list_by_level",
    source="queries/shop/commands.sql:38",
    sql="""SELECT id, message FROM shop.log WHERE level = $1 ORDER BY id""",
    row=_make_list_by_level_row,
    reads=frozenset({"shop.log"}),
    read_only=True,
    idempotent=True,
)


def list_by_level(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[ListByLevelParams],
) -> list[list[ListByLevelRow]]:
    """Run the query list_by_level."""
    return _runtime.fetch_batch_all(conn, LIST_BY_LEVEL, rows)


class CopyLogsParams(NamedTuple):
    """The parameters of one run of copy_logs."""

    id: int
    at: datetime
    level: Colour
    rate: Decimal | None
    message: str
    count_: int | None
    date_: date | None
    due: date | None
    data: JsonValue
    extra: JsonValue
    texts: Sequence[str | None]


def _copy_logs_values(row: CopyLogsParams) -> Sequence[Any]:
    """Make what is sent of the parameters of one run."""
    return (
        row.id,
        row.at,
        row.level,
        row.rate,
        row.message,
        row.count_,
        row.date_,
        row.due,
        _runtime.json_text(row.data),
        None if row.extra is None else _runtime.json_text(row.extra),
        _runtime.array_text(row.texts),
    )


COPY_LOGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.copy_logs",
    source="queries/shop/commands.sql:41",
    sql="""INSERT INTO shop.log (id, at, level, rate, message, count, date, due, data, extra, texts)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""",
    row=_runtime.no_row,
    values=_copy_logs_values,
    copy=_runtime.CopyTarget(
        "shop.log (id, at, level, rate, message, count, date, due, data, extra, texts)",
    ),
    writes=frozenset({"shop.log"}),
    rows="none",
)


def copy_logs(conn: Connection[Any] | _runtime.Runner, rows: Iterable[CopyLogsParams]) -> int:
    """Load what was logged.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return _runtime.copy_rows(conn, COPY_LOGS, rows)


class CopyPlainLogsParams(NamedTuple):
    """The parameters of one run of copy_plain_logs."""

    texts: Sequence[str | None]
    at: datetime
    level: Colour
    rate: Decimal | None
    message: str
    count_: int | None
    data: JsonValue
    id: int


def _copy_plain_logs_values(row: CopyPlainLogsParams) -> Sequence[Any]:
    """Make what is sent of the parameters of one run."""
    return (
        _runtime.array_text(row.texts),
        row.at,
        row.level,
        row.rate,
        row.message,
        row.count_,
        _runtime.json_text(row.data),
        row.id,
    )


COPY_PLAIN_LOGS: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.copy_plain_logs",
    source="queries/shop/commands.sql:46",
    sql="""INSERT INTO shop.log (id, at, level, rate, message, count, data, "texts")
VALUES ($8, $2, $3, $4, $5, $6, $7, $1)""",
    row=_runtime.no_row,
    values=_copy_plain_logs_values,
    copy=_runtime.CopyTarget('shop.log ("texts", at, level, rate, message, count, data, id)'),
    writes=frozenset({"shop.log"}),
    rows="none",
)


def copy_plain_logs(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[CopyPlainLogsParams],
) -> int:
    """Run the query copy_plain_logs.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return _runtime.copy_rows(conn, COPY_PLAIN_LOGS, rows)


class CopyItemsParams(NamedTuple):
    """The parameters of one run of copy_items."""

    id: int
    a_bool: bool | None
    a_int8: int | None
    a_float8: float | None
    a_numeric: Decimal | None
    a_text: str | None
    a_bytea: bytes | None
    a_date: date | None
    a_timestamptz: datetime | None
    a_uuid: UUID | None
    a_jsonb: JsonValue
    an_enum: Colour | None


def _copy_items_values(row: CopyItemsParams) -> Sequence[Any]:
    """Make what is sent of the parameters of one run."""
    return (
        row.id,
        row.a_bool,
        row.a_int8,
        row.a_float8,
        row.a_numeric,
        row.a_text,
        row.a_bytea,
        row.a_date,
        row.a_timestamptz,
        row.a_uuid,
        None if row.a_jsonb is None else _runtime.json_text(row.a_jsonb),
        row.an_enum,
    )


COPY_ITEMS: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.copy_items",
    source="queries/shop/commands.sql:50",
    sql="""INSERT INTO shop.nothing (id, a_bool, a_int8, a_float8, a_numeric, a_text, a_bytea, a_date, a_timestamptz, a_uuid, a_jsonb, an_enum)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""",
    row=_runtime.no_row,
    values=_copy_items_values,
    copy=_runtime.CopyTarget(
        "shop.nothing (id, a_bool, a_int8, a_float8, a_numeric, a_text, a_bytea, a_date, a_timestamptz, a_uuid, a_jsonb, an_enum)",
        (
            "int4",
            "bool",
            "int8",
            "float8",
            "numeric",
            "text",
            "bytea",
            "date",
            "timestamptz",
            "uuid",
            "jsonb",
            "text",
        ),
    ),
    writes=frozenset({"shop.nothing"}),
    rows="none",
)


def copy_items(conn: Connection[Any] | _runtime.Runner, rows: Iterable[CopyItemsParams]) -> int:
    """Run the query copy_items.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return _runtime.copy_rows(conn, COPY_ITEMS, rows)


class CopyLongNamesParams(NamedTuple):
    """The parameters of one run of copy_long_names."""

    a_long_name_of_a_parameter_that_goes_on_and_on: ALongNameOfAnEnumType | None


COPY_LONG_NAMES: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.copy_long_names",
    source="queries/shop/commands.sql:54",
    sql="""INSERT INTO shop.long_names (a_long_name_of_a_column_that_goes_on)
VALUES ($1)""",
    row=_runtime.no_row,
    copy=_runtime.CopyTarget("shop.long_names (a_long_name_of_a_column_that_goes_on)", ("text",)),
    writes=frozenset({"shop.long_names"}),
    rows="none",
)


def copy_long_names(
    conn: Connection[Any] | _runtime.Runner,
    rows: Iterable[CopyLongNamesParams],
) -> int:
    """Run the query copy_long_names.

    :param rows: what to load; COPY occupies the connection, so that no query on it can make them
    """
    return _runtime.copy_rows(conn, COPY_LONG_NAMES, rows)


RUN_IT: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.commands.run_it",
    source="queries/shop/commands.sql:58",
    sql="""DELETE FROM shop.log WHERE id = $1""",
    row=_runtime.no_row,
    reads=frozenset({"shop.log"}),
    writes=frozenset({"shop.log"}),
    rows="none",
)


def run_it(conn: Connection[Any] | _runtime.Runner, *, id: int) -> int:
    """Run the query run_it."""
    return _runtime.execute_count(conn, RUN_IT, (id,))
