from pathlib import Path
from textwrap import dedent

import pytest

from quern.errors import ConfigError, Diagnostic, EmbeddedError, QuernError, SourceError
from quern.source.span import Location, SourceText

FILE = Path("queries/iam/users.sql")


def _at(text: str, marked: str) -> Location:
    start = text.index(marked)
    return SourceText(FILE, text).location(start, start + len(marked))


def _rendered(diagnostic: Diagnostic) -> str:
    return diagnostic.render() + "\n"


def test_an_error_says_what_to_do() -> None:
    assert QuernError("no server", hint="start it").render() == "error: no server\n  hint: start it"


def test_an_error_without_a_hint_is_one_line() -> None:
    assert ConfigError("no file").render() == "error: no file"


def test_an_error_is_its_message_to_python() -> None:
    assert str(EmbeddedError("no server", hint="start it")) == "no server"


def test_a_diagnostic_shows_the_place_and_a_hint() -> None:
    location = _at("-- name: a :won\nSELECT 1", ":won")
    found = Diagnostic("unknown-command", "unknown command :won", FILE, location, "try :one")
    assert _rendered(found) == dedent("""\
        error[unknown-command]: unknown command :won
         --> queries/iam/users.sql:1:12
          |
        1 | -- name: a :won
          |            ^^^^
          = hint: try :one
        """)


def test_a_diagnostic_about_a_file_shows_the_file() -> None:
    found = Diagnostic("no-queries", "the file holds no query", FILE, hint="delete it")
    assert _rendered(found) == dedent("""\
        error[no-queries]: the file holds no query
          --> queries/iam/users.sql
          = hint: delete it
        """)


def test_a_warning_says_so() -> None:
    found = Diagnostic("odd", "odd", FILE, severity="warning")
    assert found.render().startswith("warning[odd]: odd\n")


def test_the_margin_is_as_wide_as_the_number_of_the_line() -> None:
    location = _at("\n" * 99 + "SELECT x", "x")
    assert _rendered(Diagnostic("c", "m", FILE, location)) == dedent("""\
        error[c]: m
           --> queries/iam/users.sql:100:8
            |
        100 | SELECT x
            |        ^
        """)


def test_two_places_are_shown_each_with_its_line() -> None:
    text = "-- name: a :one\nSELECT 1;\n-- name: a :many\n"
    second = SourceText(FILE, text).location(text.rindex("a :many"))
    first = _at(text, "a :one")
    found = Diagnostic(
        "duplicate-query", "two are named a", FILE, second, "rename one", (first, "the first")
    )
    assert _rendered(found) == dedent("""\
        error[duplicate-query]: two are named a
         --> queries/iam/users.sql:3:10
          |
        3 | -- name: a :many
          |          ^
         --> queries/iam/users.sql:1:10
          |
        1 | -- name: a :one
          |          ^^^^^^ the first
          = hint: rename one
        """)


def test_a_place_in_another_file_is_shown_with_that_file() -> None:
    other = SourceText(Path("queries/b.sql"), "SELECT 1").location(0, 6)
    found = Diagnostic("c", "m", FILE, _at("x", "x"), related=(other, "here"))
    assert " --> queries/b.sql:1:1\n" in found.render()


def _excerpt(text: str, marked: str) -> list[str]:
    """Return the line and the line of its carets."""
    return Diagnostic("c", "m", FILE, _at(text, marked)).render().splitlines()[-2:]


@pytest.mark.parametrize(
    ("text", "marked", "line", "carets"),
    [
        pytest.param("ab x", "x", "1 | ab x", "  |    ^", id="plain"),
        pytest.param("\ta\tx", "x", "1 | \ta\tx", "  | \t \t^", id="tabs stay tabs"),
        pytest.param("名前 x", "x", "1 | 名前 x", "  |      ^", id="wide characters before"),
        pytest.param("a 名前", "名前", "1 | a 名前", "  |   ^^^^", id="wide characters marked"),
        pytest.param("e\u0301 x", "x", "1 | e\u0301 x", "  |   ^", id="combining mark before"),
        pytest.param("e\u0301", "e\u0301", "1 | e\u0301", "  | ^", id="combining mark marked"),
        pytest.param("é x", "x", "1 | é x", "  |   ^", id="precomposed"),
        pytest.param("\uff46 x", "x", "1 | \uff46 x", "  |    ^", id="full width"),
        pytest.param("😀 x", "x", "1 | 😀 x", "  |    ^", id="emoji"),
        pytest.param("a\u200bb x", "x", "1 | a\u200bb x", "  |    ^", id="zero-width space"),
        pytest.param("ก\u0e31 x", "x", "1 | ก\u0e31 x", "  |   ^", id="vowel above, of class 0"),
        pytest.param("x\r\ny", "x", "1 | x", "  | ^", id="CRLF"),
    ],
)
def test_the_caret_stands_below_what_it_marks(
    text: str, marked: str, line: str, carets: str
) -> None:
    assert _excerpt(text, marked) == [line, carets]


def test_nothing_is_marked_by_one_caret() -> None:
    location = SourceText(FILE, "ab\n").location(2, 3)
    assert Diagnostic("c", "m", FILE, location).render().splitlines()[-1] == "  |   ^"


def test_a_label_follows_the_carets() -> None:
    location = _at("ab", "ab")
    found = Diagnostic("c", "m", FILE, related=(location, "here"))
    assert found.render().splitlines()[-1] == "  | ^^ here"


def test_all_mistakes_are_rendered_in_the_order_of_reading() -> None:
    text = "a\nb b"
    found = [
        Diagnostic("3", "third", FILE, SourceText(FILE, text).location(4)),
        Diagnostic("4", "fourth", Path("queries/z.sql")),
        Diagnostic("2", "second", FILE, SourceText(FILE, text).location(2)),
        Diagnostic("1", "first", FILE),
    ]
    lines = SourceError(found).render().splitlines()
    assert [line for line in lines if line.startswith("error")] == [
        "error[1]: first",
        "error[2]: second",
        "error[3]: third",
        "error[4]: fourth",
    ]


def test_the_count_comes_last() -> None:
    error = SourceError([Diagnostic("a", "m", FILE), Diagnostic("b", "m", FILE)])
    assert error.render() == (
        "error[a]: m\n  --> queries/iam/users.sql\n\n"
        "error[b]: m\n  --> queries/iam/users.sql\n\n"
        "2 errors; nothing was written"
    )


def test_one_mistake_is_counted_in_the_singular() -> None:
    error = SourceError([Diagnostic("a", "m", FILE)], outcome="nothing was checked")
    assert str(error) == "1 error; nothing was checked"


def test_the_margins_of_two_places_are_equally_wide() -> None:
    text = "SELECT a\n" + "\n" * 98 + "SELECT b\n"
    found = Diagnostic("c", "m", FILE, _at(text, "b"), related=(_at(text, "a"), "there"))
    assert _rendered(found) == dedent("""\
        error[c]: m
           --> queries/iam/users.sql:100:8
            |
        100 | SELECT b
            |        ^
           --> queries/iam/users.sql:1:8
            |
          1 | SELECT a
            |        ^ there
        """)
