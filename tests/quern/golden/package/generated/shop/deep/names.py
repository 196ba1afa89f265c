# Made by quern from queries/shop/deep/names.sql: do not edit.
"""Queries of queries/shop/deep/names.sql."""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from psycopg import Connection
from pydantic import JsonValue

from ... import _runtime
from ...Große_Liste.enums import Größe
from ...Große_Liste.models import OddName
from ...Große_Liste.models import make_odd_name as _make_odd_name
from ..enums import Colour
from ..enums import read_colour as _read_colour

LIST_ODD_NAMES: Final[_runtime.Query[OddName]] = _runtime.Query(
    name="shop.deep.names.list_odd_names",
    source="queries/shop/deep/names.sql:1",
    sql="""SELECT * FROM "Große Liste"."odd names" ORDER BY "class\"""",
    row=_make_odd_name,
    reads=frozenset({"Große Liste.odd names"}),
    read_only=True,
    idempotent=True,
)


def list_odd_names(conn: Connection[Any] | _runtime.Runner) -> list[OddName]:
    """Run the query list_odd_names."""
    return _runtime.fetch_all(conn, LIST_ODD_NAMES)


ADD_ODD_NAME: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.deep.names.add_odd_name",
    source="queries/shop/deep/names.sql:4",
    sql="""INSERT INTO "Große Liste"."odd names" ("class", "None", "1st", "größe", "日本", "back\\slash", "%s")
VALUES ($1, $2, $3, $4, $5, $6, $7)""",
    row=_runtime.no_row,
    writes=frozenset({"Große Liste.odd names"}),
    rows="none",
)


def add_odd_name(
    conn: Connection[Any] | _runtime.Runner,
    *,
    class_: int,
    None_: int,
    import_: int,
    größe: Größe,
    日本: str,
    conn_: str | None,
    _runtime_: str | None,
) -> int:
    """Run the query add_odd_name.

    :param class_: a keyword
    :param größe: beyond ASCII
    """
    return _runtime.execute_count(
        conn,
        ADD_ODD_NAME,
        (class_, None_, import_, größe, 日本, conn_, _runtime_),
    )


class Attributes(_runtime.Row):
    """A row of add_attributes and list_attributes."""

    model_config_: str
    model_fields_: str
    model_dump_: str
    json_: str
    copy_: str
    dict_: str
    schema_: str
    validate_: str
    construct_: str
    self: str
    cls: str
    values: str
    conn: str
    runtime: str
    date_: date
    time: time
    datetime: datetime
    int_: int
    str_: str
    float: float
    bool: bool
    bytes: bytes
    list_: list[int | None]
    Decimal: Decimal
    UUID: UUID
    Colour: Colour
    JsonValue: JsonValue
    another_date: date
    another_int: int | None
    another_list: list[str | None]


def _make_attributes(values: Sequence[Any]) -> Attributes:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        Attributes,
        {
            "model_config_": values[0],
            "model_fields_": values[1],
            "model_dump_": values[2],
            "json_": values[3],
            "copy_": values[4],
            "dict_": values[5],
            "schema_": values[6],
            "validate_": values[7],
            "construct_": values[8],
            "self": values[9],
            "cls": values[10],
            "values": values[11],
            "conn": values[12],
            "runtime": values[13],
            "date_": values[14],
            "time": values[15],
            "datetime": values[16],
            "int_": values[17],
            "str_": values[18],
            "float": values[19],
            "bool": values[20],
            "bytes": values[21],
            "list_": values[22],
            "Decimal": values[23],
            "UUID": values[24],
            "Colour": _read_colour(values[25]),
            "JsonValue": _runtime.read_json(values[26]),
            "another_date": values[27],
            "another_int": values[28],
            "another_list": values[29],
        },
    )


ADD_ATTRIBUTES: Final[_runtime.Query[Attributes]] = _runtime.Query(
    name="shop.deep.names.add_attributes",
    source="queries/shop/deep/names.sql:10",
    sql="""INSERT INTO shop.attributes
VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9,
    $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
    $22, $23, $24, $25, $26, $27, $28, $29, $30
)
RETURNING *""",
    row=_make_attributes,
    reads=frozenset({"shop.attributes"}),
    writes=frozenset({"shop.attributes"}),
    rows="exactly_one",
)


def add_attributes(
    conn: Connection[Any] | _runtime.Runner,
    *,
    model_config: str,
    model_fields: str,
    model_dump: str,
    json: str,
    copy: str,
    dict: str,
    schema: str,
    validate: str,
    construct: str,
    self: str,
    cls: str,
    values: str,
    conn_: str,
    _runtime_: str,
    date: date,
    time: time,
    datetime: datetime,
    int: int,
    str: str,
    float: float,
    bool: bool,
    bytes: bytes,
    list: Sequence[int | None],
    Decimal: Decimal,
    UUID: UUID,
    Colour: Colour,
    JsonValue: JsonValue,
    another_date: date,
    another_int: int | None,
    another_list: Sequence[str | None],
) -> Attributes:
    """Run the query add_attributes."""
    return _runtime.fetch_one(
        conn,
        ADD_ATTRIBUTES,
        (
            model_config,
            model_fields,
            model_dump,
            json,
            copy,
            dict,
            schema,
            validate,
            construct,
            self,
            cls,
            values,
            conn_,
            _runtime_,
            date,
            time,
            datetime,
            int,
            str,
            float,
            bool,
            bytes,
            _runtime.array_text(list),
            Decimal,
            UUID,
            Colour,
            _runtime.json_text(JsonValue),
            another_date,
            another_int,
            _runtime.array_text(another_list),
        ),
    )


LIST_ATTRIBUTES: Final[_runtime.Query[Attributes]] = _runtime.Query(
    name="shop.deep.names.list_attributes",
    source="queries/shop/deep/names.sql:20",
    sql="""SELECT * FROM shop.attributes""",
    row=_make_attributes,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
)


def list_attributes(conn: Connection[Any] | _runtime.Runner) -> list[Attributes]:
    """Run the query list_attributes."""
    return _runtime.fetch_all(conn, LIST_ATTRIBUTES)


class TwoOfANameRow(_runtime.Row):
    """A row of two_of_a_name."""

    column_1: int
    column_2: int
    id: int
    id_2: int
    ID: int
    column_1_2: int
    column_7: int
    column_8: int


def _make_two_of_a_name_row(values: Sequence[Any]) -> TwoOfANameRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        TwoOfANameRow,
        {
            "column_1": values[0],
            "column_2": values[1],
            "id": values[2],
            "id_2": values[3],
            "ID": values[4],
            "column_1_2": values[5],
            "column_7": values[6],
            "column_8": values[7],
        },
    )


TWO_OF_A_NAME: Final[_runtime.Query[TwoOfANameRow]] = _runtime.Query(
    name="shop.deep.names.two_of_a_name",
    source="queries/shop/deep/names.sql:24",
    sql="""SELECT 1, 2, 3 AS id, 4 AS id, 5 AS "ID", 6 AS "column_1", 7 AS "!", 8 AS "?column?\"""",
    row=_make_two_of_a_name_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def two_of_a_name(conn: Connection[Any] | _runtime.Runner) -> TwoOfANameRow:
    """Run the query two_of_a_name."""
    return _runtime.fetch_one(conn, TWO_OF_A_NAME)


GET_LIST: Final[_runtime.Query[date]] = _runtime.Query(
    name="shop.deep.names.get_list",
    source="queries/shop/deep/names.sql:27",
    sql="""SELECT date FROM shop.attributes WHERE another_int = ANY ($1::int[])""",
    row=_runtime.scalar,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
)


def get_list(conn: Connection[Any] | _runtime.Runner, *, list: Sequence[int | None]) -> list[date]:
    """Run the query get_list.

    :param list: a list of them
    """
    return _runtime.fetch_all(conn, GET_LIST, (_runtime.array_text(list),))


DATE: Final[_runtime.Query[date]] = _runtime.Query(
    name="shop.deep.names.date",
    source="queries/shop/deep/names.sql:31",
    sql="""SELECT date FROM shop.attributes LIMIT 1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def date_(conn: Connection[Any] | _runtime.Runner) -> date | None:
    """Run the query date."""
    return _runtime.fetch_optional(conn, DATE)


UUID_: Final[_runtime.Query[UUID]] = _runtime.Query(
    name="shop.deep.names.uuid",
    source="queries/shop/deep/names.sql:34",
    sql="""SELECT "UUID" FROM shop.attributes LIMIT 1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
    rows="at_most_one",
)


def uuid(conn: Connection[Any] | _runtime.Runner) -> UUID | None:
    """Run the query uuid."""
    return _runtime.fetch_optional(conn, UUID_)


LIST: Final[_runtime.Query[list[str | None]]] = _runtime.Query(
    name="shop.deep.names.list",
    source="queries/shop/deep/names.sql:37",
    sql="""SELECT another_list FROM shop.attributes""",
    row=_runtime.scalar,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
)


def list_(conn: Connection[Any] | _runtime.Runner) -> list[list[str | None]]:
    """Run the query list."""
    return _runtime.fetch_all(conn, LIST)


PRINT: Final[_runtime.Query[None]] = _runtime.Query(
    name="shop.deep.names.print",
    source="queries/shop/deep/names.sql:40",
    sql="""SELECT $1::text, $2::text""",
    row=_runtime.no_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def print(conn: Connection[Any] | _runtime.Runner, *, sys: str, LIST_ATTRIBUTES: str) -> None:
    """Run the query print."""
    _runtime.execute(conn, PRINT, (sys, LIST_ATTRIBUTES))


A_FUNCTION_WITH_A_NAME_THAT_IS_VERY_LONG_INDEED_AND_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT: Final[
    _runtime.Query[int]
] = _runtime.Query(
    name="shop.deep.names.a_function_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of_it",
    source="queries/shop/deep/names.sql:43",
    sql="""SELECT another_int
FROM shop.attributes
WHERE another_int = $1""",
    row=_runtime.scalar,
    reads=frozenset({"shop.attributes"}),
    read_only=True,
    idempotent=True,
)


def a_function_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of_it(
    conn: Connection[Any] | _runtime.Runner,
    *,
    a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of: int,
) -> list[int]:
    """A summary that is longer than one line can be, since it goes on and on, and so it must be wrapped.

    :param a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of: what
        it is, in words that need more than one line
    """
    return _runtime.fetch_all(
        conn,
        A_FUNCTION_WITH_A_NAME_THAT_IS_VERY_LONG_INDEED_AND_GOES_ON_AND_ON_TO_THE_EDGE_OF_IT,
        (a_parameter_with_a_name_that_is_very_long_indeed_and_goes_on_and_on_to_the_edge_of,),
    )
