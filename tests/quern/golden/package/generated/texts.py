# Made by quern from queries/texts.sql: do not edit.
"""Queries of queries/texts.sql."""

from collections.abc import Sequence
from typing import Any, Final

from psycopg import Connection
from pydantic import JsonValue

from . import _runtime


class GetQuotesRow(_runtime.Row):
    """A row of get_quotes."""

    single: str
    escaped: str
    triple: str
    jinja: str
    formats: str
    unicode: str
    beyond: str
    modulo: int
    blank: str


def _make_get_quotes_row(values: Sequence[Any]) -> GetQuotesRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        GetQuotesRow,
        {
            "single": values[0],
            "escaped": values[1],
            "triple": values[2],
            "jinja": values[3],
            "formats": values[4],
            "unicode": values[5],
            "beyond": values[6],
            "modulo": values[7],
            "blank": values[8],
        },
    )


GET_QUOTES: Final[_runtime.Query[GetQuotesRow]] = _runtime.Query(
    name="texts.get_quotes",
    source="queries/texts.sql:1",
    sql="""SELECT
    'it''s' AS single,
    E'new\\nline \\\\ \\x41' AS escaped,
    $$ \"\"\" ''' \\ $$ AS triple,
    $tag$ $$ {{ jinja }} {% raw %} {# no #} $tag$ AS jinja,
    '%s %(name)s %% {0} {name} ${x}' AS formats,
    U&'\\00e4' AS unicode,
    'é 日本 🙂' AS beyond,
    5 % 3 AS modulo,
    '  
' AS blank""",
    row=_make_get_quotes_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def get_quotes(conn: Connection[Any] | _runtime.Runner) -> GetQuotesRow:
    """A docstring with \"\"\"triple quotes\"\"\", a \\backslash, {braces}, %percent and "a quote at its end"

      indented, with a trailing \\
    """
    return _runtime.fetch_one(conn, GET_QUOTES)


ENDS_IN_A_QUOTE: Final[_runtime.Query[int]] = _runtime.Query(
    name="texts.ends_in_a_quote",
    source="queries/texts.sql:17",
    sql="""SELECT 1 AS "x\"\"\"""",
    row=_runtime.scalar,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def ends_in_a_quote(conn: Connection[Any] | _runtime.Runner) -> int:
    """Run the query ends_in_a_quote."""
    return _runtime.fetch_one(conn, ENDS_IN_A_QUOTE)


class EndsInThreeRow(_runtime.Row):
    """A row of ends_in_three."""

    a: str
    column_2: str


def _make_ends_in_three_row(values: Sequence[Any]) -> EndsInThreeRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        EndsInThreeRow,
        {
            "a": values[0],
            "column_2": values[1],
        },
    )


ENDS_IN_THREE: Final[_runtime.Query[EndsInThreeRow]] = _runtime.Query(
    name="texts.ends_in_three",
    source="queries/texts.sql:20",
    sql="""SELECT '\"\"\"' AS "a", 'b' AS \"\"\"\"""",
    row=_make_ends_in_three_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def ends_in_three(conn: Connection[Any] | _runtime.Runner) -> EndsInThreeRow:
    """Run the query ends_in_three."""
    return _runtime.fetch_one(conn, ENDS_IN_THREE)


class OperatorsRow(_runtime.Row):
    """A row of operators."""

    has: bool
    contains: bool
    holds: bool
    slice: list[int | None]


def _make_operators_row(values: Sequence[Any]) -> OperatorsRow:
    """Make a row of what the server sends."""
    return _runtime.trusted(
        OperatorsRow,
        {
            "has": values[0],
            "contains": values[1],
            "holds": values[2],
            "slice": values[3],
        },
    )


OPERATORS: Final[_runtime.Query[OperatorsRow]] = _runtime.Query(
    name="texts.operators",
    source="queries/texts.sql:23",
    sql="""SELECT
    '{"a": 1}'::jsonb ? $1 AS has,
    '{"a": 1}'::jsonb @> $2 AS contains,
    ARRAY[1, 2] @> $3 AS holds, -- a comment with :no_parameter and $1
    (ARRAY[1, 2, 3])[1:2] AS slice""",
    row=_make_operators_row,
    read_only=True,
    idempotent=True,
    rows="exactly_one",
)


def operators(
    conn: Connection[Any] | _runtime.Runner,
    *,
    key: str,
    part: JsonValue,
    numbers: Sequence[int | None],
) -> OperatorsRow:
    """Ends in a backslash \\"""
    return _runtime.fetch_one(
        conn,
        OPERATORS,
        (key, _runtime.json_text(part), _runtime.array_text(numbers)),
    )


DO_NOTHING: Final[_runtime.Query[None]] = _runtime.Query(
    name="texts.do_nothing",
    source="queries/texts.sql:31",
    sql="""DELETE FROM shop.nothing WHERE false""",
    row=_runtime.no_row,
    writes=frozenset({"shop.nothing"}),
    rows="none",
)


def do_nothing(conn: Connection[Any] | _runtime.Runner) -> None:
    """\""""
    _runtime.execute(conn, DO_NOTHING)


NO_DOCSTRING: Final[_runtime.Query[None]] = _runtime.Query(
    name="texts.no_docstring",
    source="queries/texts.sql:35",
    sql="""DELETE FROM shop.nothing WHERE id = $1 AND a_int8 = $2""",
    row=_runtime.no_row,
    reads=frozenset({"shop.nothing"}),
    writes=frozenset({"shop.nothing"}),
    rows="none",
)


def no_docstring(conn: Connection[Any] | _runtime.Runner, *, id: int, a_int8: int) -> int:
    """Run the query no_docstring."""
    return _runtime.execute_count(conn, NO_DOCSTRING, (id, a_int8))
