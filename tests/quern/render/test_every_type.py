"""Values of every type there and back through generated functions, sync and async."""

import asyncio
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Generator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import psycopg
import pytest
from psycopg.types.range import Range
from pydantic import BaseModel

from tests.annotations import mismatches
from tests.postgres import Databases
from tests.quern.base_types import database_of, make_base_type
from tests.quern.projects import Project, importable, make_project
from tests.quern.render.every_type import LISTS, SCHEMA, VALUES

BIN = Path(sys.executable).parent
TYPES = [*VALUES]
#: Types whose values need the generated package to be made.
MADE = [
    *("colour", "shade", '"a-colour"', "a_colour", "colour_range", "inner_one", "inner_range"),
    *("odd", "single", "sparsevec", "everything"),
]
#: Types that have an infinity, which JSON has not.
INFINITE = frozenset({"real", "double precision", "everything"})
Call = Callable[..., Any]


def _everything() -> str:
    """Return a composite type with an attribute for each type, and one for lists of it."""
    attributes = [f"a{number} {name}" for number, name in enumerate([*TYPES, *MADE[:-1]])]
    lists = [f"l{number} {name}[]" for number, name in enumerate([*TYPES, *MADE[:-1]])]
    return f"CREATE TYPE everything AS ({', '.join(attributes + lists)})"


def _queries() -> str:
    texts: list[str] = []
    for number, name in enumerate([*TYPES, *MADE]):
        texts += [
            f"-- name: echo_{number} :one\n-- @param value?\nSELECT :value::{name} AS value;\n",
            f"-- name: echo_list_{number} :one\nSELECT :value::{name}[] AS value;\n",
            f"-- name: echo_row_{number} :one\nSELECT 1 AS id, :value::{name} AS value;\n",
        ]
    return "\n".join(texts)


@pytest.fixture(scope="module")
def package(
    databases: Databases, module_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Project]:
    """A generated package with an echo of each type."""
    with databases.server.administrator(database_of(module_url)) as administrator:
        make_base_type(administrator, "citext")
        make_base_type(administrator, "hstore")
    root = tmp_path_factory.mktemp("types") / "project"
    project = make_project(root, module_url, {"echo.sql": _queries()}, output="echoes")
    project.execute(SCHEMA, _everything())
    project.generate()
    with importable(root, "echoes"):
        yield project


@pytest.fixture(scope="module", params=["sync", "async"])
def call(request: pytest.FixtureRequest, package: Project) -> Generator[Call]:
    """Calls a function by its name."""
    yield from _sync(package.url) if request.param == "sync" else _async(package.url)


def _sync(url: str) -> Generator[Call]:
    with psycopg.connect(url, autocommit=True) as connection:

        def call(name: str, value: object) -> Any:
            return _function("echoes.echo", name)(connection, value=value)

        yield call


def _async(url: str) -> Generator[Call]:
    with asyncio.Runner() as runner:
        connection = runner.run(psycopg.AsyncConnection.connect(url, autocommit=True))

        def call(name: str, value: object) -> Any:
            return runner.run(_function("echoes.aio.echo", name)(connection, value=value))

        yield call
        runner.run(connection.close())


def _function(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def _models() -> ModuleType:
    return importlib.import_module("echoes.public.composites")


def _enums() -> ModuleType:
    return importlib.import_module("echoes.public.enums")


def _values(name: str) -> list[Any]:
    """Return values at the edges of a type."""
    if name in VALUES:
        return VALUES[name]
    models, enums = _models(), _enums()
    colours = [enums.Colour(label) for label in ("red", 'a"b\\c', "", "NULL", "{x,y}", "(x,y)")]
    one, nothing = models.InnerOne(a=1, b='(",\\'), models.InnerOne(a=None, b=None)
    match name:
        case "colour" | "shade":
            return colours
        case '"a-colour"':
            return [enums.AColour_2.RED]
        case "a_colour":
            return [enums.AColour.GREEN]
        case "colour_range":
            return [Range(enums.Colour.RED, enums.Colour.NULL), Range(None, colours[2], "()")]
        case "inner_one":
            return [one, nothing, models.InnerOne(a=-1, b="")]
        case "inner_range":
            return [Range(one, models.InnerOne(a=2, b="NULL"))]
        case "odd":
            return [
                models.Odd(
                    class_=1,
                    With_Space="a b",
                    model_config_="x",
                    date_=date(2024, 1, 2),
                    due=None,
                )
            ]
        case "single":
            return [models.Single(only_one=text) for text in (None, "", "a", "()", "(,)")]
        case "sparsevec":
            vector = importlib.import_module("echoes._runtime").SparseVector
            return [vector(5, {1: 1.5, 5: -2.0}), vector(1, {})]
        case _:
            return [_first_of_each(), _nothing()]


def _first_of_each() -> BaseModel:
    names = [*TYPES, *MADE[:-1]]
    values = {f"a{number}": _values(name)[0] for number, name in enumerate(names)}
    values |= {f"l{number}": [*_values(name), None] for number, name in enumerate(names)}
    made: BaseModel = _models().Everything(**values)
    return made


def _nothing() -> BaseModel:
    names = _models().Everything.model_fields
    made: BaseModel = _models().Everything(**dict.fromkeys(names))
    return made


@pytest.fixture(params=[*TYPES, *MADE])
def name(request: pytest.FixtureRequest) -> str:
    """A type's name."""
    found: str = request.param
    return found


def _number(name: str) -> int:
    return [*TYPES, *MADE].index(name)


def test_a_value_comes_back_as_it_was_given(call: Call, name: str) -> None:
    for value in _values(name):
        assert call(f"echo_{_number(name)}", value) == value


def test_a_value_comes_back_of_the_type_that_is_declared(call: Call, name: str) -> None:
    echo = f"echo_{_number(name)}"
    declared = get_type_hints(_function("echoes.echo", echo))["return"]
    for value in [*_values(name), None]:
        assert mismatches(call(echo, value), declared) == []


def test_a_value_in_a_row_is_of_the_type_that_is_declared(call: Call, name: str) -> None:
    for value in _values(name):
        row = call(f"echo_row_{_number(name)}", value)
        assert row.value == value
        assert mismatches(row, type(row)) == []


@pytest.mark.parametrize("name", [name for name in (*TYPES, *MADE) if name not in INFINITE])
def test_a_row_survives_json_and_a_dump(call: Call, name: str) -> None:
    for value in _values(name):
        row: BaseModel = call(f"echo_row_{_number(name)}", value)
        model = type(row)
        assert model.model_validate_json(row.model_dump_json()) == row
        assert model.model_validate(row.model_dump()) == row


def test_a_list_comes_back_as_it_was_given(call: Call, name: str) -> None:
    echo = f"echo_list_{_number(name)}"
    values = [*_values(name), None]
    found = call(echo, values)
    assert found == values
    assert mismatches(found, get_type_hints(_function("echoes.echo", echo))["return"]) == []
    assert call(echo, []) == []


@pytest.mark.parametrize("name", [name for name in (*TYPES, *MADE) if name not in LISTS])
def test_a_list_of_lists_comes_back_as_it_was_given(call: Call, name: str) -> None:
    values = _values(name)
    for nested in ([values, values], [[values, values]], [[values[0]], [None]]):
        assert call(f"echo_list_{_number(name)}", nested) == nested


@pytest.mark.parametrize("name", ["json", "jsonb", "settings"])
def test_none_for_a_nullable_json_parameter_is_null(call: Call, name: str) -> None:
    assert call(f"echo_{_number(name)}", None) is None


@pytest.mark.parametrize(("name", "kind"), [("real", float), ("numeric", Decimal)])
def test_nan_comes_back_as_nan(call: Call, name: str, kind: type[Any]) -> None:
    found = call(f"echo_{_number(name)}", kind("nan"))
    assert type(found) is kind
    assert found != found


@pytest.mark.parametrize("name", ["timestamptz", "timetz"])
def test_a_moment_has_a_zone(call: Call, name: str) -> None:
    for value in _values(name):
        assert call(f"echo_{_number(name)}", value).tzinfo is not None


@pytest.mark.parametrize("name", ["timestamp", "time"])
def test_a_local_time_has_no_zone(call: Call, name: str) -> None:
    for value in _values(name):
        assert call(f"echo_{_number(name)}", value).tzinfo is None


def test_a_moment_in_a_composite_has_a_zone(call: Call) -> None:
    everything = call(f"echo_{_number('everything')}", _first_of_each())
    found: datetime = getattr(everything, f"a{TYPES.index('timestamptz')}")
    assert found.tzinfo is not None


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("smallint", 2**15, "22003"),
        ("bigint", 2**63, "22003"),
        ("real", 1e300, "22003"),
        ("vector", [1e300], "22003"),
        ("vector", [float("nan")], "22000"),
        ("vector(3)", [1.0], "22000"),
        ("halfvec", [1e10], "22003"),
        ("percentage", Decimal(101), "23514"),
        ("int4range", Range(2, 1), "22000"),
        ("inet", "nonsense", "22P02"),
    ],
)
def test_what_does_not_fit_is_refused_by_the_server(
    call: Call, name: str, value: object, code: str
) -> None:
    with pytest.raises(psycopg.Error) as caught:
        call(f"echo_{_number(name)}", value)
    assert caught.value.sqlstate == code


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--isolated", "--no-cache", "--check", "--line-length", "100"],
        ["ruff", "check", "--isolated", "--no-cache", "--line-length", "100", "--select", "I,F"],
        ["mypy", "--strict", "--config-file=", "--cache-dir=../mypy"],
        ["basedpyright", "--pythonpath", sys.executable],
    ],
    ids=["format", "lint", "mypy", "basedpyright"],
)
def test_the_package_is_clean(package: Project, command: list[str]) -> None:
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (package.root / "pyrightconfig.json").write_text(json.dumps(strict))
    result = subprocess.run(
        [BIN / command[0], *command[1:], package.output],
        cwd=package.root,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr
