"""What the lexer takes for a string, a name, an operator or a parameter, asked of the server."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors

from quern import embedded
from quern.source.lexer import TokenKind, tokenize
from quern.source.optional_parts import Part
from quern.source.parameters import number_parameters


@pytest.fixture(scope="module")
def server() -> Iterator[psycopg.Connection]:
    with (
        embedded.start_scratch() as scratch,
        psycopg.connect(scratch.url(), autocommit=True, cursor_factory=psycopg.RawCursor) as opened,
    ):
        yield opened


def _value(server: psycopg.Connection, sql: str) -> Any:
    row = server.execute(sql.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.mark.parametrize(
    ("literal", "value"),
    [
        pytest.param("'it''s :name'", "it's :name", id="doubled quote"),
        pytest.param("'a\\'", "a\\", id="plain backslash"),
        pytest.param(r"E'it\'s :name\\'", "it's :name\\", id="escapes"),
        pytest.param(r"U&'\003aname'", ":name", id="Unicode escapes"),
        pytest.param("N':name'", ":name", id="national"),
        pytest.param("X'1F'", "00011111", id="hexadecimal"),
        pytest.param("B'01'", "01", id="bits"),
        pytest.param("':a' -- it's\n\n  ':b'", ":a:b", id="goes on after a comment"),
        pytest.param("E'a\\''\r\n'\\':b'", "a'':b", id="escapes go on"),
        pytest.param("$$it's :name$$", "it's :name", id="dollars"),
        pytest.param("$a$ $$ :name $b$a$", " $$ :name $b", id="dollars with a tag"),
        pytest.param("$é$:name$é$", ":name", id="dollars with a tag beyond ASCII"),
    ],
)
def test_a_string_is_what_the_server_takes_for_one(
    server: psycopg.Connection, literal: str, value: str
) -> None:
    assert [token.kind for token in tokenize(literal)] == [TokenKind.STRING]
    assert _value(server, f"SELECT {literal}") == value


@pytest.mark.parametrize(
    ("written", "name"),
    [
        pytest.param('"a ""b"" :c"', 'a "b" :c', id="doubled quote"),
        pytest.param(r'U&"d\0061ta"', "data", id="Unicode escapes"),
        pytest.param("a$b$c", "a$b$c", id="dollars"),
        pytest.param("größe", "größe", id="beyond ASCII"),
        pytest.param("a\u00a0b", "a\u00a0b", id="no-break space"),
    ],
)
def test_a_name_is_what_the_server_takes_for_one(
    server: psycopg.Connection, written: str, name: str
) -> None:
    (token,) = tokenize(written)
    assert token.kind in {TokenKind.IDENTIFIER, TokenKind.QUOTED_IDENTIFIER}
    description = server.execute(f"SELECT 1 AS {written}".encode()).description
    assert description is not None
    assert description[0].name == name


@pytest.mark.parametrize(
    "number", ["1_000", "0x1F", "0o17", "0b11", "5.", ".5", "1e5", "1.5E-2", "4.e1"]
)
def test_a_number_is_what_the_server_takes_for_one(server: psycopg.Connection, number: str) -> None:
    (token,) = tokenize(number)
    assert token.kind is TokenKind.NUMBER
    assert _value(server, f"SELECT pg_typeof({number})::text") in {"integer", "numeric"}


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param("-- it's :name\n", id="line comment"),
        pytest.param("/* it's /* :name */ \n */", id="nested comment"),
        pytest.param("/*/**//**/*/", id="nested twice"),
    ],
)
def test_a_comment_is_what_the_server_skips(server: psycopg.Connection, comment: str) -> None:
    assert all(token.kind.is_blank for token in tokenize(comment))
    assert _value(server, f"SELECT 2 {comment} * 3") == 6


@pytest.mark.parametrize("run", ["@-", "=-", "<+", "*-+", "?|", "->>-", "~+", "@--\n", "=/**/-"])
def test_an_operator_ends_where_the_servers_ends(server: psycopg.Connection, run: str) -> None:
    *_, last = (token.text for token in tokenize(run) if token.kind is TokenKind.OPERATOR)
    with pytest.raises(errors.UndefinedFunction, match="operator does not exist") as caught:
        server.execute(f"SELECT '0'::xid8 {run} '{{}}'::json".encode())
    assert f" {last} json" in f" {caught.value.diag.message_primary}"


@pytest.mark.parametrize(
    ("sql", "values", "result"),
    [
        pytest.param("SELECT :a::text || ':a'", {"a": "x"}, "x:a", id="a string stays"),
        pytest.param("SELECT :a::int-:b::int", {"a": 5, "b": 2}, 3, id="next to a sign"),
        pytest.param("SELECT (ARRAY[7,8,9])[:n]", {"n": 2}, 8, id="subscript"),
        pytest.param(
            "SELECT (ARRAY[7,8,9])[1:n] FROM (VALUES (2)) AS t(n)",
            {},
            [7, 8],
            id="slice of columns",
        ),
        pytest.param(
            "SELECT (ARRAY[7,8,9])[:a : :b]", {"a": 2, "b": 3}, [8, 9], id="slice of parameters"
        ),
        pytest.param(
            "SELECT ARRAY[CASE WHEN :a THEN :b::text ELSE :c END]",
            {"a": False, "b": "x", "c": "y"},
            ["y"],
            id="keywords in an array",
        ),
        pytest.param(
            "SELECT JSON_OBJECT('k':v, 'l': :l::int) FROM (VALUES (1)) AS t(v)",
            {"l": 2},
            {"k": 1, "l": 2},
            id="members of a JSON object",
        ),
        pytest.param(
            "SELECT extract(day FROM make_date(year := :y, month => :m, day=>:d))::int",
            {"y": 2024, "m": 2, "d": 29},
            29,
            id="named arguments",
        ),
        pytest.param("SELECT :a::int + :b * :a", {"a": 2, "b": 5}, 12, id="used twice"),
        pytest.param("SELECT @a::int + (@ -5)", {"a": 2}, 7, id="an at sign and a name"),
        pytest.param("SELECT ARRAY[1,2] @> ARRAY[@a]::int[]", {"a": 2}, True, id="after @>"),
        pytest.param("SELECT sqlc.arg(a)::int + sqlc.arg('a')", {"a": 2}, 4, id="sqlc.arg"),
        pytest.param("SELECT 2 IN (sqlc.slice(a))", {"a": [1, 2]}, True, id="sqlc.slice"),
        pytest.param("SELECT 2 NOT IN (sqlc.slice(a))", {"a": [1, 2]}, False, id="NOT IN a slice"),
        pytest.param("SELECT 3 NOT IN (sqlc.slice(a))", {"a": []}, True, id="NOT IN an empty one"),
    ],
)
def test_a_parameter_reaches_the_server(
    server: psycopg.Connection, sql: str, values: dict[str, object], result: object
) -> None:
    numbered = number_parameters([Part(tuple(tokenize(sql)))])
    given = [values[parameter.name] for parameter in numbered.parameters]
    text = "".join(piece.text for piece in numbered.pieces)
    assert server.execute(text.encode(), given).fetchone() == (result,)
