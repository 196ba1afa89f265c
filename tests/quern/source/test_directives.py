from pathlib import Path

import pytest

from quern.source.directives import Annotations, read_annotations
from quern.source.lexer import TokenKind, tokenize
from quern.source.query import ParameterNote
from quern.source.span import SourceText


def _read(text: str) -> Annotations:
    comments = [token for token in tokenize(text) if token.kind is TokenKind.LINE_COMMENT]
    return read_annotations(SourceText(Path("a.sql"), text), comments)


@pytest.mark.parametrize(
    ("text", "docstring"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("-- Find a user.", "Find a user.", id="one line"),
        pytest.param("-- Find.\n--\n-- More.", "Find.\n\nMore.", id="paragraphs"),
        pytest.param("--Find.", "Find.", id="no space"),
        pytest.param("-- A:\n--   - b", "A:\n  - b", id="indentation stays"),
        pytest.param("-- Find.  \t", "Find.", id="space at the end"),
        pytest.param("--\n-- Find.\n--", "Find.", id="empty lines around"),
        pytest.param("-- Find.\r\n-- More.", "Find.\nMore.", id="CRLF"),
        pytest.param("-- a -- b", "a -- b", id="dashes within"),
        pytest.param("-- mail me@example.org", "mail me@example.org", id="@ within"),
        pytest.param("-- @ home", "@ home", id="@ and a space"),
        pytest.param("-- Größe 名", "Größe 名", id="beyond ASCII"),
        pytest.param("-- One.\n-- @param a: x\n-- Two.", "One.\nTwo.", id="directive between"),
    ],
)
def test_the_lines_that_are_no_directives_are_the_docstring(text: str, docstring: str) -> None:
    assert _read(text).docstring == docstring


@pytest.mark.parametrize(
    ("text", "name", "note"),
    [
        pytest.param("-- @param a: the text", "a", ParameterNote(None, "the text"), id="text"),
        pytest.param("--@param a:text", "a", ParameterNote(None, "text"), id="no spaces"),
        pytest.param("-- @param a:", "a", ParameterNote(None, ""), id="no text"),
        pytest.param("-- @param a", "a", ParameterNote(None, ""), id="name only"),
        pytest.param("-- @param a?", "a", ParameterNote(True, ""), id="may be NULL"),
        pytest.param("-- @param a!", "a", ParameterNote(False, ""), id="may not be NULL"),
        pytest.param("-- @param a?: x: y", "a", ParameterNote(True, "x: y"), id="all"),
        pytest.param("-- @param größe : x ", "größe", ParameterNote(None, "x"), id="spaced"),
        pytest.param(
            "-- @param a?\n-- @param a: x\n-- @param a: y",
            "a",
            ParameterNote(True, "x y"),
            id="over several lines",
        ),
        pytest.param(
            "-- @param a?\n-- @param a!", "a", ParameterNote(False, ""), id="the last mark counts"
        ),
    ],
)
def test_param_notes_a_parameter(text: str, name: str, note: ParameterNote) -> None:
    found = _read(text)
    assert found.mistakes == []
    assert found.parameters == {name: note}


@pytest.mark.parametrize(
    ("text", "name", "span"),
    [
        pytest.param("-- @param email: x", "email", (10, 15), id="plain"),
        pytest.param("-- @param a: param", "a", (10, 11), id="a letter of the directive"),
        pytest.param("-- @param param: x", "param", (10, 15), id="the word of the directive"),
        pytest.param("--@param  a", "a", (10, 11), id="spaces"),
    ],
)
def test_param_knows_where_its_name_stands(text: str, name: str, span: tuple[int, int]) -> None:
    assert _read(text).parameter_spans == {name: span}


def test_returns_names_the_row_model() -> None:
    assert _read("-- @returns UserCard ").returns == ("UserCard", 12, 20)


_PARAM_HINT = "write -- @param name: what it is, -- @param name? (may be NULL) or name!"
_RETURNS_HINT = "write it once, with a name in CamelCase: -- @returns UserCard"


@pytest.mark.parametrize(
    ("text", "code", "message", "hint", "marked"),
    [
        pytest.param(
            "-- @param",
            "bad-directive",
            "-- @param names no parameter",
            _PARAM_HINT,
            "-- @param",
            id="no parameter",
        ),
        pytest.param(
            "-- @param a the text",
            "bad-directive",
            "-- @param is not a name, a colon and a text",
            _PARAM_HINT,
            "-- @param a the text",
            id="no colon",
        ),
        pytest.param(
            "-- @returns",
            "bad-directive",
            "-- @returns is not followed by one class name",
            _RETURNS_HINT,
            "-- @returns",
            id="no row model",
        ),
        pytest.param(
            "-- @returns user_card",
            "bad-directive",
            "-- @returns is not followed by one class name",
            _RETURNS_HINT,
            "-- @returns user_card",
            id="a row model in snake_case",
        ),
        pytest.param(
            "-- @returns A B",
            "bad-directive",
            "-- @returns is not followed by one class name",
            _RETURNS_HINT,
            "-- @returns A B",
            id="two row models",
        ),
        pytest.param(
            "-- @returns A\n-- @returns B",
            "bad-directive",
            "-- @returns stands twice",
            _RETURNS_HINT,
            "-- @returns B",
            id="two lines with row models",
        ),
        pytest.param(
            "-- @return A",
            "unknown-directive",
            "unknown directive @return",
            "did you mean @returns?",
            "@return",
            id="misspelt",
        ),
        pytest.param(
            "--  @cache 5 s",
            "unknown-directive",
            "unknown directive @cache",
            "known are @param, @returns, @column, @order, @role, @deprecated",
            "@cache",
            id="unlike any",
        ),
    ],
)
def test_a_mistake_is_noted(text: str, code: str, message: str, hint: str, marked: str) -> None:
    (mistake,) = _read(text).mistakes
    assert (mistake.code, mistake.message, mistake.hint) == (code, message, hint)
    assert text[mistake.start : mistake.end] == marked


def test_what_sqlc_says_to_itself_is_left_alone() -> None:
    found = _read("-- @sqlc-vet-disable some-rule\n-- text")
    assert (found.mistakes, found.docstring) == ([], "text")


def test_all_mistakes_are_noted() -> None:
    assert len(_read("-- @a\n-- @param\n-- @returns x\n-- text").mistakes) == 3
