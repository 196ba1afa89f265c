"""What holds for every generated query function.

That each one is called by a test is seen in the sources of the tests: in a file ``test_*.py`` here,
a call ``call(module.function, ...)`` or ``call.one(module.function, ...)``, where ``module`` is
imported from a package of ``generated``. Such a call runs the function and its asynchronous twin.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from generated._runtime.core import Facts
from tests.queries.caller import role_of
from tests.queries.library import MODULES, query_functions, twin

FOLDER = Path(__file__).parent


@cache
def called_by_tests() -> frozenset[str]:
    """Return the functions that tests call, as ``generated.schema.module.function``."""
    return frozenset(
        name
        for path in FOLDER.rglob("test_*.py")
        for name in called_in(ast.parse(path.read_text(encoding="utf-8")))
    )


def called_in(tree: ast.Module) -> Iterator[str]:
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Name(id="call") | ast.Attribute(value=ast.Name(id="call"), attr="one"),
                args=[ast.Attribute(value=ast.Name(id=module), attr=function)],
            ):
                yield f"{imported.get(module)}.{function}"
            case _:
                pass


def test_there_are_modules_with_queries() -> None:
    assert {"generated.iam.users", "generated.iam.api_keys"} <= set(MODULES)


@pytest.mark.parametrize("name", MODULES)
def test_every_query_is_called_by_a_test(name: str) -> None:
    functions = {f"{name}.{function}" for function in query_functions(import_module(name))}
    assert functions - called_by_tests() == set()


def test_a_call_is_seen_and_a_mention_is_not() -> None:
    source = """
from generated.iam import users, teams as t

def test_it(call):
    call(users.get_user, user_id=1)
    call.one(t.get_team, team_id=1)
    call.many(users.list_users)
    users.count_users
    print(users.has_admin)
"""
    assert list(called_in(ast.parse(source))) == [
        "generated.iam.users.get_user",
        "generated.iam.teams.get_team",
    ]


SCHEMAS = sorted({name.split(".")[1] for name in MODULES})


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_readme_gives_a_reason_for_each_query_of_the_system(schema: str) -> None:
    readme = (FOLDER.parents[1] / "queries" / schema / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition("\n## Queries of the system\n")
    section, _, _ = after.partition("\n## ")
    named = re.findall(r"`(\w+\.\w+)`", section)
    assert sorted(named) == sorted(
        f"{module.rpartition('.')[2]}.{name}"
        for module in MODULES
        for name, function in query_functions(import_module(module)).items()
        if module.split(".")[1] == schema and role_of(function) == "system"
    )


@pytest.mark.parametrize("name", MODULES)
def test_every_query_has_a_function_and_every_function_is_public(name: str) -> None:
    module = import_module(name)
    queries = {key.lower() for key, value in vars(module).items() if isinstance(value, Facts)}
    functions = {
        key
        for key, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == name and not key.startswith("_")
        # What makes rows of a model that other modules give as well.
        if not key.startswith("make_")
    }
    assert queries == functions == set(query_functions(module))


def test_the_asynchronous_modules_are_those_of_the_plain_ones() -> None:
    package = import_module("generated.aio")
    names = [info.name for info in walk_packages(package.__path__, "generated.aio.")]
    modules = [name for name in names if query_functions(import_module(name))]
    assert modules == [name.replace("generated.", "generated.aio.", 1) for name in MODULES]


@pytest.mark.parametrize("name", MODULES)
def test_the_asynchronous_functions_are_those_of_the_plain_ones(name: str) -> None:
    plain, asynchronous = query_functions(import_module(name)), query_functions(twin(name))
    assert list(asynchronous) == list(plain)
    assert all(inspect.iscoroutinefunction(function) for function in asynchronous.values())
    assert not any(inspect.iscoroutinefunction(function) for function in plain.values())


@pytest.mark.parametrize("name", MODULES)
def test_signatures_differ_in_the_connection_alone(name: str) -> None:
    asynchronous = query_functions(twin(name))
    for key, function in query_functions(import_module(name)).items():
        expected, actual = inspect.signature(function), inspect.signature(asynchronous[key])
        assert actual.return_annotation == expected.return_annotation
        connection, *rest = actual.parameters.values()
        connection_expected, *rest_expected = expected.parameters.values()
        assert (connection.name, connection_expected.name) == ("conn", "conn")
        assert rest == rest_expected


@pytest.mark.parametrize("name", MODULES)
def test_both_run_the_same_query_and_say_the_same_of_it(name: str) -> None:
    plain, asynchronous = import_module(name), twin(name)
    for key, function in query_functions(plain).items():
        assert vars(asynchronous)[key.upper()] is vars(plain)[key.upper()]
        assert query_functions(asynchronous)[key].__doc__ == function.__doc__


@pytest.mark.parametrize("name", MODULES)
def test_nothing_but_the_connection_and_a_batch_is_taken_by_position(name: str) -> None:
    for module in (import_module(name), twin(name)):
        for function in query_functions(module).values():
            _, *rest = inspect.signature(function).parameters.values()
            if [parameter.name for parameter in rest] != ["rows"]:
                assert {parameter.kind for parameter in rest} <= {inspect.Parameter.KEYWORD_ONLY}


@pytest.mark.parametrize("name", MODULES)
def test_every_query_says_what_it_does_and_where_it_is_written(name: str) -> None:
    module = import_module(name)
    for key, function in query_functions(module).items():
        query: Facts[object] = vars(module)[key.upper()]
        assert function.__doc__
        assert query.name == f"{name.removeprefix('generated.')}.{key}"
        file, _, line = query.source.partition(":")
        lines = (FOLDER.parents[1] / file).read_text(encoding="utf-8").splitlines()
        assert lines[int(line) - 1].startswith(f"-- name: {key} ")
