"""The golden package at work: values there and back, sync and async."""

import asyncio
import importlib
import json
from collections.abc import Callable, Generator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, cast
from uuid import UUID

import psycopg
import pytest
from pydantic import BaseModel

from tests.postgres import Databases
from tests.quern.projects import importable

PACKAGE = Path(__file__).parents[1] / "golden" / "package"
Call = Callable[..., Any]

TEXTS = ["", "NULL", "null", '"', "\\", '\\"', "{}", "{a,b}", "a,b", " ", "\n", "é 日本 🙂", "%s"]


@pytest.fixture(scope="module")
def package_url(databases: Databases) -> Generator[str]:
    """A database with the schema of the package."""
    name = databases.empty()
    url = databases.server.owner_url(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute((PACKAGE / "schema.sql").read_bytes())
    yield url
    databases.drop(name)


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, package_url: str) -> Generator[Call]:
    """Calls a function of the package, by its module and name, and rolls everything back."""
    with importable(PACKAGE, "generated"):
        yield from _sync(package_url) if request.param == "sync" else _async(package_url)


def _sync(url: str) -> Generator[Call]:
    with psycopg.connect(url) as connection:

        def call(name: str, **arguments: Any) -> Any:
            return _function(name)(connection, **arguments)

        yield call
        connection.rollback()


def _async(url: str) -> Generator[Call]:
    with asyncio.Runner() as runner:
        connection = runner.run(psycopg.AsyncConnection.connect(url))

        def call(name: str, **arguments: Any) -> Any:
            return runner.run(_function(f"aio.{name}")(connection, **arguments))

        yield call
        runner.run(connection.rollback())
        runner.run(connection.close())


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(_module(module), function)
    return found


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"generated.{name}")


ODD_ZONE = timezone(timedelta(hours=-3, minutes=-30))

#: For each column, values at the edges of its type.
EDGES: dict[str, list[Any]] = {
    "a_bool": [True, False],
    "a_int2": [-(2**15), 2**15 - 1, 0],
    "a_int4": [-(2**31), 2**31 - 1, 0],
    "a_int8": [-(2**63), 2**63 - 1, 0],
    "an_oid": [0, 2**32 - 1],
    "a_float4": [0.5, -0.0, float("inf"), float("-inf")],
    "a_float8": [0.1, 5e-324, 1.7976931348623157e308, -0.0, float("inf"), float("-inf")],
    "a_numeric": [Decimal("0.10"), Decimal("1E+30"), Decimal("-12345678901234567890.123456789")],
    "a_text": [*TEXTS],
    "a_varchar": ["", "twenty characters!!!", "日本"],
    "a_bpchar": ["abc", "   ", 'é\\"'],
    "a_char": ["a", "\\", '"'],
    "a_name": ["", "a name"],
    "a_bytea": [b"", bytes(range(256)), b"\\x00"],
    "a_date": [date.min, date.max, date(2024, 2, 29)],
    "a_time": [time.min, time.max],
    "a_timetz": [time(12, 30, tzinfo=UTC), time(0, 0, 0, 1, tzinfo=ODD_ZONE)],
    "a_timestamp": [datetime.min, datetime.max],
    "a_timestamptz": [
        datetime(1, 1, 2, tzinfo=UTC),
        datetime(9999, 12, 30, 23, 59, 59, 999999, tzinfo=UTC),
        datetime(2024, 2, 29, 1, 2, 3, 4, tzinfo=ODD_ZONE),
    ],
    "an_interval": [
        timedelta(0),
        timedelta(microseconds=-1),
        timedelta(days=-1, seconds=1),
        timedelta(days=10**6, microseconds=999999),
    ],
    "a_uuid": [UUID(int=0), UUID(int=2**128 - 1)],
    "a_json": [None, True, 0, 0.1, "", 'é\\"\n', [], {}, {"a": [1, None, {"b": "{}"}]}],
    "a_jsonb": [None, False, 2**70, "\\", [[]], {"": None, "ä": '"'}],
    "an_enum": ["red", "light blue", 'a"b\\c', "", "NULL", "{x,y}", "ß", "1st", "None"],
    "a_domain": [Decimal("0.00"), Decimal("100.00")],
    "a_shade": ["red", "", 'a"b\\c'],
}
#: For each list column, the column of its elements.
LISTS = {
    "bools": "a_bool",
    "int2s": "a_int2",
    "ints": "a_int4",
    "int8s": "a_int8",
    "oids": "an_oid",
    "floats": "a_float4",
    "doubles": "a_float8",
    "numerics": "a_numeric",
    "texts": "a_text",
    "varchars": "a_varchar",
    "bpchars": "a_bpchar",
    "chars": "a_char",
    "names": "a_name",
    "byteas": "a_bytea",
    "dates": "a_date",
    "times": "a_time",
    "timetzs": "a_timetz",
    "timestamps": "a_timestamp",
    "timestamptzs": "a_timestamptz",
    "intervals": "an_interval",
    "uuids": "a_uuid",
    "jsons": "a_json",
    "jsonbs": "a_jsonb",
    "enums": "an_enum",
}


def _values(column: str) -> list[Any]:
    if column in {"an_enum", "a_shade"}:
        colour: Callable[[Any], Any] = _module("shop.enums").Colour
        return [colour(label) for label in EDGES[column]]
    return EDGES[column]


def _whole_row(**given: Any) -> dict[str, Any]:
    row: dict[str, Any] = {column: _values(column)[0] for column in EDGES}
    row.update((column, []) for column in LISTS)
    return row | given


@pytest.mark.parametrize("column", [*EDGES])
def test_a_value_comes_back_as_it_was_given(call: Call, column: str) -> None:
    for value in _values(column):
        row = call("shop.types.add_every_type", **_whole_row(**{column: value}))
        assert getattr(row, column) == value
        assert type(getattr(row, column)) is type(value)


@pytest.mark.parametrize("column", [*LISTS])
def test_a_list_comes_back_as_it_was_given(call: Call, column: str) -> None:
    values = [*_values(LISTS[column]), None]
    row = call("shop.types.add_every_type", **_whole_row(**{column: values}))
    assert getattr(row, column) == values


def test_a_list_of_lists_comes_back_as_it_was_given(call: Call) -> None:
    colour: Callable[[Any], Any] = _module("shop.enums").Colour
    enums = [[colour("red"), colour("")], [colour("{x,y}"), colour("NULL")]]
    texts = [["{", '"'], ["\\", "NULL"]]
    row = call("shop.types.add_every_type", **_whole_row(enums=enums, texts=texts, ints=[[1, 2]]))
    assert (row.enums, row.texts, row.ints) == (enums, texts, [[1, 2]])


def test_nan_comes_back_as_nan(call: Call) -> None:
    given = _whole_row(a_float8=float("nan"), a_numeric=Decimal("NaN"))
    row = call("shop.types.add_every_type", **given)
    assert row.a_float8 != row.a_float8
    assert row.a_numeric.is_nan()


def test_a_moment_is_the_same_whatever_its_zone(call: Call) -> None:
    moment = datetime(2024, 2, 29, 1, 2, 3, 4, tzinfo=ODD_ZONE)
    row = call("shop.types.add_every_type", **_whole_row(a_timestamptz=moment))
    assert row.a_timestamptz == moment
    assert row.a_timestamptz.tzinfo is not None


NOTHING = (
    *("a_bool", "a_int8", "a_float8", "a_numeric", "a_text", "a_bytea", "a_date"),
    *("a_timestamptz", "an_interval", "a_uuid", "a_jsonb", "an_enum"),
    *("ints", "texts", "jsonbs", "enums"),
)


def test_none_is_stored_as_null_in_every_nullable_column(call: Call) -> None:
    nothing: dict[str, Any] = dict.fromkeys(NOTHING)
    call("shop.types.set_nothing", id=1, **nothing)
    assert call("shop.types.get_nothing", id=1).model_dump() == {"id": 1, **nothing}


def test_a_missing_row_is_none(call: Call) -> None:
    assert call("shop.types.get_nothing", id=404) is None


def test_rows_of_one_value_are_that_value(call: Call) -> None:
    colour: Callable[[Any], Any] = _module("shop.enums").Colour
    nothing: dict[str, Any] = dict.fromkeys(NOTHING)
    call("shop.types.set_nothing", id=1, **nothing)
    some = {"a_text": "x", "an_enum": colour("ß"), "enums": [colour("red"), None]}
    call("shop.types.set_nothing", id=2, **(nothing | some))
    assert call("shop.types.list_texts") == [None, "x"]
    assert call("shop.types.list_maybe_enums") == [None, colour("ß")]
    assert call("shop.types.list_enum_lists") == [None, [colour("red"), None]]


def test_enums_of_one_name_are_of_their_own_classes(call: Call) -> None:
    enums, others = _module("shop.enums"), _module("class_.enums")
    row = call(
        "shop.types.echo_other_enums",
        none=others.None_("A"),
        any=enums.Any_("y"),
        sequence=enums.Sequence_("z"),
        colour=others.Colour("other"),
        shop_colours=[enums.Colour("red")],
        row=_module("Große_Liste.enums").Row("x"),
    )
    assert row.none_value is others.None_.A_2
    assert row.other_colour is others.Colour.OTHER
    assert row.colours == [enums.Colour.RED]


def test_odd_names_of_columns_and_parameters_reach_their_columns(call: Call) -> None:
    size = _module("Große_Liste.enums").Größe.GROSS
    odd = {"class_": 1, "None_": 2, "import_": 3, "größe": size, "日本": "n"}
    added = call("shop.deep.names.add_odd_name", **odd, conn_="c", _runtime_="r")
    (row,) = call("shop.deep.names.list_odd_names")
    assert added == 1
    assert (row.class_, row.None_, row.column_1st, row.größe) == (1, 2, 3, size)
    assert (row.日本, row.back_slash, row.s) == ("n", "c", "r")


def test_columns_named_like_attributes_of_models_and_types_are_read(call: Call) -> None:
    colour = _module("shop.enums").Colour.RED
    texts = (
        *("model_config", "model_fields", "model_dump", "json", "copy", "dict", "schema"),
        *("validate", "construct", "self", "cls", "values", "conn_", "_runtime_", "str"),
    )
    given: dict[str, Any] = {name: name for name in texts} | {
        "date": date(2024, 1, 2),
        "time": time(3),
        "datetime": datetime(2024, 1, 2),
        "int": 1,
        "float": 0.5,
        "bool": True,
        "bytes": b"b",
        "list": [1],
        "Decimal": Decimal(1),
        "UUID": UUID(int=1),
        "Colour": colour,
        "JsonValue": {"a": 1},
        "another_date": date(2024, 1, 3),
        "another_int": 2,
        "another_list": ["x"],
    }
    row = call("shop.deep.names.add_attributes", **given)
    model = type(cast("BaseModel", row))
    assert [*row.model_dump().values()] == [given[name] for name in _in_order(given)]
    assert call("shop.deep.names.list_attributes") == [row]
    assert model.model_validate(row.model_dump()) == row
    assert json.loads(row.model_dump_json())["model_config_"] == "model_config"


def _in_order(given: dict[str, Any]) -> list[str]:
    order = [name for name in given if name != "str"]
    order.insert(order.index("int") + 1, "str")
    return order


def test_columns_of_one_name_are_numbered(call: Call) -> None:
    row = call("shop.deep.names.two_of_a_name")
    assert [*row.model_dump().values()] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_texts_in_sql_arrive_byte_for_byte(call: Call) -> None:
    assert call("texts.get_quotes").model_dump() == {
        "single": "it's",
        "escaped": "new\nline \\ A",
        "triple": " \"\"\" ''' \\ ",
        "jinja": " $$ {{ jinja }} {% raw %} {# no #} ",
        "formats": "%s %(name)s %% {0} {name} ${x}",
        "unicode": "ä",
        "beyond": "é 日本 🙂",
        "modulo": 2,
        "blank": "  \n",
    }


def test_quotes_at_the_end_of_sql_arrive_byte_for_byte(call: Call) -> None:
    assert call("texts.ends_in_a_quote") == 1
    assert [*call("texts.ends_in_three").model_dump().values()] == ['"""', "b"]


def test_windows_line_ends_in_sql_arrive_byte_for_byte(call: Call) -> None:
    row = call("shop.crlf.get_lines", value="x\r\ny")
    assert (row.lines, row.value) == ("a\r\nb", "x\r\ny")


def test_operators_made_of_question_marks_work(call: Call) -> None:
    row = call("texts.operators", key="a", part={"a": 1}, numbers=[1])
    assert [*row.model_dump().values()] == [True, True, True, [1, 2]]


def test_the_sql_is_the_text_of_the_query_file() -> None:
    with importable(PACKAGE, "generated"):
        sql = _module("texts").GET_QUOTES.sql
    assert sql in (PACKAGE / "queries" / "texts.sql").read_text()


def test_docstrings_keep_quotes_and_backslashes() -> None:
    with importable(PACKAGE, "generated"):
        text = str(_module("texts").get_quotes.__doc__)
    first = '"""triple quotes""", a \\backslash, {braces}, %percent and "a quote at its end"'
    assert first in text
    assert "indented, with a trailing \\\n" in text
