"""``never_null.json`` against what many calls show on this server.

:mod:`.brute_force.derive` wrote it with more of them, on two servers.
"""

import json
from collections.abc import Generator

import psycopg
import pytest

from tests.postgres import Databases
from tests.quern.analysis.nullability.brute_force import derive
from tests.quern.analysis.nullability.brute_force.calls import (
    BuiltIn,
    Tally,
    built_ins,
    call,
    prepare,
)

_CALLS = 200
_RULES: dict[int, str] = {
    oid: rule
    for rule, oids in json.loads(derive.LIST.read_text(encoding="utf-8")).items()
    for oid in oids
}


@pytest.fixture(scope="module")
def connection(databases: Databases) -> Generator[psycopg.Connection]:
    name = databases.empty()
    with psycopg.connect(databases.server.owner_url(name), autocommit=True) as found:
        prepare(found)
        yield found
    databases.drop(name)


@pytest.fixture(scope="module")
def tallies(connection: psycopg.Connection) -> list[Tally]:
    """What came of calling each function of the list."""
    listed = [function for function in built_ins(connection) if function.oid in _RULES]
    callable_ones = [function for function in listed if function.oid not in derive.NOT_CALLED]
    return [call(connection, function, _CALLS) for function in callable_ones]


def test_no_call_refutes_what_is_listed(tallies: list[Tally]) -> None:
    refuted = [
        (str(tally.function), _RULES[tally.function.oid], list(tally.nulls.values()))
        for tally in tallies
        if _RULES[tally.function.oid] not in derive.rules_left(tally)
    ]
    assert refuted == []


def test_each_function_of_the_list_is_called(tallies: list[Tally]) -> None:
    assert len(tallies) > 1000
    assert [str(tally.function) for tally in tallies if not derive.was_called(tally)] == []


def test_only_what_is_asked_about_is_listed(tallies: list[Tally]) -> None:
    others = [str(t.function) for t in tallies if not derive.asked_about(t.function)]
    assert others == []


@pytest.mark.parametrize(
    "call_text",
    [
        "array_length(anyarray, int4)",
        "lower(anyrange)",
        "time(timestamptz)",
        "to_char(timestamptz, text)",
        "extract(text, date)",
        "substring(text, text)",
        "jsonb_object_field(jsonb, text)",
        "current_setting(text, bool)",
    ],
)
def test_calls_show_that_a_strict_function_gives_null(
    call_text: str, connection: psycopg.Connection
) -> None:
    (function,) = [found for found in built_ins(connection) if str(found) == call_text]
    assert function.strict
    assert derive.rule(call(connection, function, _CALLS)) is None


@pytest.mark.parametrize(
    ("nulls", "rule"),
    [
        ([], "always"),
        ([{0, 1}], "any"),
        ([{0}, {0, 1}], "first"),
        ([{0}, {1}], "strict"),
        ([{1}], "strict"),
        ([set[int]()], None),
        ([{0}, set[int]()], None),
    ],
)
def test_which_arguments_were_null_tells_the_rule(nulls: list[set[int]], rule: str | None) -> None:
    function = BuiltIn(1, "f", ("int4", "int4"), "int4", False, False, False)
    assert derive.rule(Tally(function, 9, 9, {frozenset(given): "" for given in nulls})) == rule


def test_the_list_is_as_it_is_written_by_the_derivation() -> None:
    text = derive.LIST.read_text(encoding="utf-8")
    assert derive.as_text(json.loads(text)) == text
