from dataclasses import dataclass

import pytest

from quern.source.lexer import tokenize
from quern.source.optional_parts import Part
from quern.source.parameters import ParameterError, number_parameters
from quern.source.statement import OffsetMap, Parameter, Statement


@dataclass(frozen=True)
class _Numbered:
    sql: str
    parameters: tuple[Parameter, ...]
    offsets: OffsetMap


def _numbered(text: str, start: int = 0) -> _Numbered:
    found = number_parameters([Part(tuple(tokenize(text, start)))])
    statement = Statement(tuple(found.pieces), tuple(found.parameters))
    return _Numbered(statement.whole.sql, statement.parameters, statement.whole.offsets)


@pytest.mark.parametrize(
    ("sql", "numbered"),
    [
        pytest.param("SELECT 1", "SELECT 1", id="none"),
        pytest.param("SELECT :b, :a", "SELECT $1, $2", id="in order of first use"),
        pytest.param("SELECT :a, :b, :a", "SELECT $1, $2, $1", id="one name, one number"),
        pytest.param("SELECT :a, :A", "SELECT $1, $2", id="case makes another name"),
        pytest.param("SELECT :a::int", "SELECT $1::int", id="before a cast"),
        pytest.param("SELECT ':a', :a", "SELECT ':a', $1", id="a string stays"),
        pytest.param('SELECT :a -- :b\n, ":c"', 'SELECT $1 -- :b\n, ":c"', id="comment stays"),
        pytest.param("SELECT x[1:n], :n", "SELECT x[1:n], $1", id="a slice stays"),
        pytest.param("SELECT :a  ,\n\n\t:b", "SELECT $1  ,\n\n\t$2", id="white space stays"),
        pytest.param("SELECT '100%' , :a % 5", "SELECT '100%' , $1 % 5", id="percent stays"),
        pytest.param("SELECT $2, $1, $2", "SELECT $2, $1, $2", id="positional ones stay"),
    ],
)
def test_named_parameters_become_numbers(sql: str, numbered: str) -> None:
    assert _numbered(sql).sql == numbered


def test_ten_parameters_have_two_digits() -> None:
    names = ", ".join(f":a{n}" for n in range(1, 11))
    assert _numbered(names).sql.endswith("$9, $10")


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        pytest.param("SELECT :b, :a, :b", ["b", "a"], id="named"),
        pytest.param("SELECT :Größe", ["Größe"], id="as written"),
        pytest.param("SELECT $2, $1, $2", ["p1", "p2"], id="positional"),
    ],
)
def test_parameters_come_in_the_order_of_their_numbers(sql: str, names: list[str]) -> None:
    assert [parameter.name for parameter in _numbered(sql).parameters] == names


@pytest.mark.parametrize("sql", ["SELECT ':a', :a, :a", "SELECT '$1', $1, $1"])
def test_a_parameter_stands_where_it_is_used_first(sql: str) -> None:
    (parameter,) = _numbered(sql).parameters
    assert sql.index("', ") + 3 == parameter.start
    assert parameter.end == parameter.start + 2


@pytest.mark.parametrize(
    ("sql", "code", "message", "place"),
    [
        pytest.param(
            "SELECT :a, $1, $2",
            "mixed-parameters",
            "named and positional parameters in one query",
            "$1",
            id="mixed",
        ),
        pytest.param("SELECT $2", "parameter-gap", "$2 is used, but not $1", "$2", id="no $1"),
        pytest.param(
            "SELECT $5, $1, $2", "parameter-gap", "$5 is used, but not $3", "$5", id="gap"
        ),
        pytest.param("SELECT $1, $0", "parameter-gap", "parameters count from $1", "$0", id="zero"),
        pytest.param(
            "SELECT $1, $999999999",
            "parameter-gap",
            "$999999999 is used, but not $2",
            "$999999999",
            id="a huge number is told at once",
        ),
    ],
)
def test_parameters_that_cannot_be_numbered_are_a_mistake(
    sql: str, code: str, message: str, place: str
) -> None:
    with pytest.raises(ParameterError) as raised:
        _numbered(sql)
    mistake = raised.value.mistake
    marked = sql[mistake.start : mistake.end]
    assert (mistake.code, mistake.message, marked) == (code, message, place)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT :a, x",
        "SELECT :long_name, :b, :long_name + x",
        "SELECT :é::text, 'é', x",
        "SELECT $1, x",
        "x",
    ],
)
@pytest.mark.parametrize("before", ["", "-- é\n\n"])
def test_an_offset_after_parameters_leads_back(before: str, sql: str) -> None:
    text = before + sql
    result = _numbered(text, len(before))
    assert result.offsets.to_file(result.sql.index("x")) == text.index("x")


def test_an_offset_of_a_parameter_leads_to_its_colon() -> None:
    result = _numbered("SELECT :aa, :b + :c")
    assert [result.offsets.to_file(result.sql.index(f"${n}")) for n in (1, 2, 3)] == [7, 12, 17]


def test_the_offset_after_the_last_character_leads_to_the_end() -> None:
    result = _numbered("SELECT :name")
    assert result.offsets.to_file(len(result.sql)) == len("SELECT :name")


def test_parameters_with_nothing_between_have_each_their_place() -> None:
    result = _numbered("ARRAY[:aa,:bb]")
    assert result.offsets.to_file(result.sql.index("$2")) == 10
