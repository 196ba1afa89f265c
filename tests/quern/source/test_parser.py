from pathlib import Path

import pytest

from quern.source.parser import ParsedFile, parse_file
from quern.source.query import Command, SourceQuery
from quern.source.span import SourceText

FILE = Path("queries/iam/users.sql")


def _parse(text: str) -> ParsedFile:
    return parse_file(SourceText(FILE, text), ("iam", "users"))


def _only(text: str) -> SourceQuery:
    parsed = _parse(text)
    assert parsed.diagnostics == ()
    (query,) = parsed.queries
    return query


def _names(parsed: ParsedFile) -> list[str]:
    return [query.name for query in parsed.queries]


def _codes(parsed: ParsedFile) -> list[str]:
    return [found.code for found in parsed.diagnostics]


def test_a_header_names_the_query() -> None:
    assert _only("-- name: find_user :one\nSELECT 1").name == "find_user"


def test_a_query_knows_its_modules() -> None:
    assert _only("-- name: find_user :one\nSELECT 1").qualified_name == "iam.users.find_user"


_ALL_COMMANDS = (
    "add one of :one, :one!, :many, :stream, :exec, :execrows, :batch, :batchone, :batchmany, :copy"
)


@pytest.mark.parametrize("command", Command)
def test_a_header_says_what_is_returned(command: Command) -> None:
    assert _only(f"-- name: a :{command.value}\nSELECT 1").command is command


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("--name:a :one", id="no spaces"),
        pytest.param("--\tname:\ta\t:one  ", id="tabs"),
        pytest.param("   -- name: a :one", id="indented"),
        pytest.param("-- name: a:one", id="no space before the command"),
        pytest.param("-- name: a :one\r", id="CRLF"),
    ],
)
def test_a_header_may_be_spaced_freely(header: str) -> None:
    query = _only(f"{header}\nSELECT 1")
    assert (query.name, query.command) == ("a", Command.ONE)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("SELECT 1 -- name: b :one\n, 2", id="at the end of a line of code"),
        pytest.param("SELECT 1 /*\n-- name: b :one\nSELECT 2\n*/", id="a query commented out"),
        pytest.param("SELECT $$\n-- name: b :one\n$$", id="in a dollar quote"),
        pytest.param("SELECT '-- name: b :one'", id="in a string"),
    ],
)
def test_what_looks_like_a_header_elsewhere_is_none(text: str) -> None:
    assert _names(_parse(f"-- name: a :one\n{text}")) == ["a"]


def test_a_statement_is_kept_as_written() -> None:
    sql = "SELECT  'a\n\n  b' ,\r\n\t1 -- why\n\n/* c */FROM t"
    assert _only(f"-- name: a :one\n{sql}").sql == sql


@pytest.mark.parametrize(
    "end", [";", " ;\n", ";\n\n-- the end\n", "\n-- the end", ";;", "; ;\n", "\n/* c */\n;"]
)
def test_a_statement_ends_before_its_semicolon(end: str) -> None:
    assert _only(f"-- name: a :one\nSELECT 1{end}").sql == "SELECT 1"


def test_comments_above_the_statement_are_no_part_of_it() -> None:
    assert _only("-- name: a :one\n-- doc\n\n-- more\n\n  SELECT 1").sql == "SELECT 1"


def test_a_planner_hint_is_part_of_the_statement() -> None:
    text = "-- name: a :one\n-- doc\n/*+ SeqScan(t) */\nSELECT 1"
    assert _only(text).sql == "/*+ SeqScan(t) */\nSELECT 1"


def test_a_semicolon_in_a_string_ends_nothing() -> None:
    assert _only("-- name: a :one\nSELECT ';' || $$;$$").sql == "SELECT ';' || $$;$$"


def test_queries_come_in_the_order_of_the_file() -> None:
    text = "-- name: b :one\nSELECT 1;\n-- name: a :many\nSELECT 2\n-- name: c :exec\nSELECT 3"
    parsed = _parse(text)
    assert [(q.name, q.sql) for q in parsed.queries] == [
        ("b", "SELECT 1"),
        ("a", "SELECT 2"),
        ("c", "SELECT 3"),
    ]


def test_comments_may_stand_before_the_first_header() -> None:
    assert _names(_parse("-- About users.\n/* really */\n\n-- name: a :one\nSELECT 1")) == ["a"]


def test_a_query_without_parameters_has_none() -> None:
    assert _only("-- name: a :one\nSELECT 1").parameters == ()


def test_parameters_are_numbered() -> None:
    assert _only("-- name: a :one\nSELECT :x, :y, :x").sql == "SELECT $1, $2, $1"


@pytest.mark.parametrize(
    ("text", "code", "message", "place", "marked", "hint"),
    [
        pytest.param(
            "-- About.\n  SELECT 1;",
            "query-without-name",
            "a query without a name",
            (2, 3),
            "SELECT",
            "put a line above it, such as -- name: find_user :one",
            id="SQL before the first header",
        ),
        pytest.param(
            "-- name: :one\nSELECT 1",
            "missing-name",
            "the header names no query",
            (1, 10),
            ":",
            "write -- name: find_user :one",
            id="no name",
        ),
        pytest.param(
            "-- name: find-user :one\nSELECT 1",
            "bad-name",
            "find-user cannot be the name of a function: letters, digits and _ can",
            (1, 10),
            "find-user",
            "write it in snake_case: find_user",
            id="a dash",
        ),
        pytest.param(
            "-- name: 2fa :one\nSELECT 1",
            "bad-name",
            "2fa cannot be the name of a function: letters, digits and _ can",
            (1, 10),
            "2fa",
            None,
            id="a digit first",
        ),
        pytest.param(
            "-- name: class :one\nSELECT 1",
            "bad-name",
            "class is a keyword of Python",
            (1, 10),
            "class",
            "rename it, to class_one say",
            id="keyword",
        ),
        pytest.param(
            "-- name: a\nSELECT 1",
            "missing-command",
            "the header has no command",
            (1, 11),
            "",
            _ALL_COMMANDS,
            id="no command",
        ),
        pytest.param(
            "-- name: a one\nSELECT 1",
            "missing-command",
            "the header has no command",
            (1, 15),
            "",
            _ALL_COMMANDS,
            id="a command without its colon",
        ),
        pytest.param(
            "-- name: a :man\nSELECT 1",
            "unknown-command",
            "unknown command :man",
            (1, 12),
            ":man",
            "did you mean :many?",
            id="misspelt command",
        ),
        pytest.param(
            "-- name: a :xyz\nSELECT 1",
            "unknown-command",
            "unknown command :xyz",
            (1, 12),
            ":xyz",
            _ALL_COMMANDS.replace("add one of", "known are"),
            id="unlike any command",
        ),
        pytest.param(
            "-- name: a :one  the user\nSELECT 1",
            "bad-header",
            "text after the command",
            (1, 16),
            "  the user",
            "put the description on a comment line of its own",
            id="text after the command",
        ),
        pytest.param(
            "\n-- name: a :one\n-- doc\n;",
            "no-statement",
            "a header without a statement",
            (2, 1),
            "-- name: a :one",
            "write the SQL below it",
            id="no statement",
        ),
        pytest.param(
            "-- name: a :one\nSELECT 1;\n\tSELECT 2;",
            "several-statements",
            "a second statement, which has no name",
            (3, 2),
            "SELECT",
            "a query is one statement: give this one a -- name: line of its own",
            id="two statements",
        ),
        pytest.param(
            "-- name: a :one\n-- @param email: x\nSELECT :mail",
            "unknown-parameter",
            "the query has no parameter email",
            (2, 11),
            "email",
            "did you mean mail?",
            id="misspelt parameter",
        ),
        pytest.param(
            "-- name: a :one\n-- @param a: x\nSELECT :query, :limit",
            "unknown-parameter",
            "the query has no parameter a",
            (2, 11),
            "a",
            "its parameters: :query, :limit",
            id="a parameter whose name is part of the directive's",
        ),
        pytest.param(
            "-- name: a :one\n-- @param id: x\nSELECT 1",
            "unknown-parameter",
            "the query has no parameter id",
            (2, 11),
            "id",
            "its parameters: none",
            id="a note in a query without parameters",
        ),
        pytest.param(
            "-- name: a :one\nSELECT :é, $1",
            "mixed-parameters",
            "named and positional parameters in one query",
            (2, 12),
            "$1",
            "write $1 as a named parameter too",
            id="mixed parameters",
        ),
        pytest.param(
            "-- name: a :one\nSELECT $1,\n $3",
            "parameter-gap",
            "$3 is used, but not $2",
            (3, 2),
            "$3",
            "number the parameters from $1 on without a gap, or name them",
            id="gap",
        ),
    ],
)
def test_a_mistake_is_reported(
    text: str, code: str, message: str, place: tuple[int, int], marked: str, hint: str | None
) -> None:
    (found,) = _parse(text).diagnostics
    assert found.location is not None
    assert (found.code, found.message, found.hint) == (code, message, hint)
    assert (found.location.line, found.location.column) == place
    assert found.location.marked_text == marked


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        pytest.param("'it", "'", id="string"),
        pytest.param("E'it\\'", "E'", id="escape string"),
        pytest.param('U&"it', 'U&"', id="quoted identifier"),
        pytest.param("$body$ $$", "$body$", id="dollar quote"),
        pytest.param("/* /* */", "/*", id="comment"),
    ],
)
def test_what_is_never_closed_is_marked_where_it_opens(text: str, mark: str) -> None:
    (found,) = _parse(f"-- name: a :one\nSELECT\n  1, {text}\n").diagnostics
    assert found.location is not None
    assert (found.code, found.message) == ("unterminated", f"what {mark} opens is never closed")
    assert (found.location.line, found.location.column) == (3, 6)
    assert found.location.marked_text == mark


@pytest.mark.parametrize(
    ("forgotten", "following"),
    [
        pytest.param("'oops", "1", id="no quote below"),
        pytest.param("'oops", "'x'", id="a string below would end it"),
        pytest.param("'oops", "'x", id="the same mistake below would end it"),
        pytest.param('"oops', '"x"', id="quoted identifier"),
        pytest.param("E'oops\\'", "'x'", id="escape string"),
        pytest.param("$$oops", "1", id="dollar quote"),
        pytest.param("/* oops", "1", id="comment"),
    ],
)
def test_what_is_never_closed_is_reported_where_it_stands(forgotten: str, following: str) -> None:
    parsed = _parse(f"-- name: a :one\nSELECT {forgotten};\n-- name: b :one\nSELECT {following};\n")
    (found, *_) = parsed.diagnostics
    assert found.location is not None
    assert (found.code, found.location.line) == ("unterminated", 2)


@pytest.mark.parametrize("following", ["1", "'x'", "'it''s', \"b\"", "$$x$$", ":a"])
def test_a_string_without_end_does_not_hide_the_queries_below(following: str) -> None:
    parsed = _parse(
        f"-- name: a :one\nSELECT 'oops;\n\n-- name: b :one\nSELECT {following};\n"
        "-- name: c :one\n-- the user's\nSELECT 3;\n"
    )
    assert _names(parsed) == ["b", "c"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t\n", id="blank"),
        pytest.param("-- some words\n/* and more */\n", id="comments"),
    ],
)
def test_a_file_without_a_query_is_reported_as_a_whole(text: str) -> None:
    (found,) = _parse(text).diagnostics
    assert (found.code, found.message, found.location, found.hint) == (
        "no-queries",
        "the file holds no query",
        None,
        "start one with a line such as -- name: find_user :one, or delete the file",
    )


def test_two_queries_of_one_name_are_shown_both() -> None:
    parsed = _parse("-- name: a :one\nSELECT 1;\n-- name: b :one\nSELECT 2;\n-- name: a :many\nS")
    (found,) = parsed.diagnostics
    assert found.location is not None
    assert found.related is not None
    assert (found.code, found.message) == ("duplicate-query", "two queries are named a")
    assert found.hint == "rename one of them"
    assert (found.location.line, found.location.column) == (5, 10)
    assert (found.related[0].line, found.related[1]) == (1, "the first is here")


def test_all_mistakes_of_a_file_are_reported() -> None:
    parsed = _parse(
        "SELECT 0;\n"
        "-- name: a-a :one\nSELECT 1;\n"
        "-- name: b :on\n-- @parm x: y\nSELECT $2;\n"
        "-- name: c :one\nSELECT 'x;\n"
        "-- name: d :one\n"
        "-- name: e :one\nSELECT 1; SELECT 2;\n"
        "-- name: f :one\nSELECT 1;\n"
    )
    assert _codes(parsed) == [
        "query-without-name",
        "bad-name",
        "unknown-command",
        "unknown-directive",
        "parameter-gap",
        "unterminated",
        "no-statement",
        "several-statements",
    ]


def test_a_mistake_does_not_hide_the_sound_queries() -> None:
    parsed = _parse(
        "-- name: a-a :one\nSELECT 1;\n-- name: b :one\nSELECT 2;\n-- name: c\nSELECT 3"
    )
    assert _names(parsed) == ["b"]


def test_two_mistakes_in_one_header_are_both_reported() -> None:
    assert _codes(_parse("-- name: a-a :won\nSELECT 1")) == ["bad-name", "unknown-command"]


@pytest.mark.parametrize(
    ("sql", "line", "column"),
    [
        pytest.param("SELECT missing", 2, 8, id="plain"),
        pytest.param("SELECT 'é名😀', missing", 2, 15, id="characters, not bytes"),
        pytest.param("SELECT\t\tmissing", 2, 9, id="a tab is one character"),
        pytest.param("SELECT 1,\r\n  missing", 3, 3, id="CRLF"),
        pytest.param("SELECT :a, missing", 2, 12, id="after a longer parameter"),
        pytest.param("SELECT :größe, :größe, missing", 2, 24, id="after two of them"),
        pytest.param("SELECT :a,\n -- :b\n :c, ':d', missing", 4, 12, id="lines below"),
        pytest.param("SELECT $1, missing", 2, 12, id="after a positional parameter"),
    ],
)
def test_a_position_of_the_server_leads_back_to_the_file(sql: str, line: int, column: int) -> None:
    query = _only(f"-- name: a :one\n{sql}")
    offset = query.offsets.to_file(query.sql.index("missing"))
    location = query.source.location(offset, offset + len("missing"))
    assert (location.line, location.column) == (line, column)
    assert location.marked_text == "missing"


def test_a_position_in_a_later_query_leads_to_its_own_lines() -> None:
    text = "-- name: a :one\nSELECT :long_name;\n\n-- name: b :one\n-- é\n\nSELECT :b, missing;"
    query = _parse(text).queries[1]
    location = query.source.location(query.offsets.to_file(query.sql.index("missing")))
    assert (location.line, location.column) == (7, 12)


def test_a_query_knows_where_its_name_stands() -> None:
    location = _only("\n  -- name: find_user :one\nSELECT 1").name_location
    assert (location.line, location.column, location.marked_text) == (2, 12, "find_user")


def test_a_query_knows_where_its_command_stands() -> None:
    location = _only("\n  -- name: find_user :one\nSELECT 1").command_location
    assert (location.line, location.column, location.marked_text) == (2, 22, ":one")


def test_a_query_knows_where_a_parameter_is_used_first() -> None:
    location = _only("-- name: a :one\nSELECT ':x',\n :y, :x, :x").parameter_location(1)
    assert (location.line, location.column, location.marked_text) == (3, 6, ":x")


def test_a_query_knows_where_its_row_model_is_named() -> None:
    returns = _only("-- name: a :one\n-- @returns Name\nSELECT 1").returns
    assert returns is not None
    assert (returns[0], returns[1].line, returns[1].column) == ("Name", 2, 13)


def test_a_line_of_a_crlf_file_is_shown_without_its_end() -> None:
    location = _only("-- name: a :one\r\nSELECT 1").name_location
    assert location.line_text == "-- name: a :one"


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \t\n", "\n/* c */\n"])
def test_the_docstring_ends_at_an_empty_line_or_a_block_comment(gap: str) -> None:
    assert _only(f"-- name: a :one\n-- Doc.{gap}-- Not.\nSELECT 1").docstring == "Doc."


@pytest.mark.parametrize(
    ("written", "command"),
    [
        (":one!", Command.EXACTLY_ONE),
        (":execresult", Command.EXECROWS),
        (":batchexec", Command.BATCH),
        (":copyfrom", Command.COPY),
        (":iter", Command.STREAM),
    ],
)
def test_a_command_may_have_another_name(written: str, command: Command) -> None:
    query = _only(f"-- name: a {written}\nSELECT 1")
    assert query.command is command
