from pathlib import Path

import pytest

from quern.source.span import SourceText


def _source(text: str) -> SourceText:
    return SourceText(Path("a.sql"), text)


@pytest.mark.parametrize(
    ("text", "start", "place"),
    [
        pytest.param("abc", 0, (1, 1), id="first character"),
        pytest.param("a\nbc", 3, (2, 2), id="second line"),
        pytest.param("a\nbc", 1, (1, 2), id="the end of a line belongs to it"),
        pytest.param("a\r\nbc", 3, (2, 1), id="CRLF"),
        pytest.param("é😀x", 2, (1, 3), id="characters, not bytes"),
        pytest.param("\t\tx", 2, (1, 3), id="a tab is one character"),
        pytest.param("a\n", 2, (2, 1), id="after the last newline"),
        pytest.param("ab", 9, (1, 3), id="beyond the end"),
        pytest.param("", 0, (1, 1), id="empty text"),
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, start: int, place: tuple[int, int]) -> None:
    location = _source(text).location(start)
    assert (location.line, location.column) == place


@pytest.mark.parametrize(
    ("text", "start", "end", "marked"),
    [
        pytest.param("abc", 1, 3, "bc", id="a stretch"),
        pytest.param("abc", 1, None, "b", id="one character when no end is given"),
        pytest.param("ab\ncd", 1, 5, "b", id="cut at the end of its line"),
        pytest.param("ab\r\ncd", 1, 6, "b", id="cut before CRLF"),
        pytest.param("ab\ncd", 2, 3, "", id="nothing at the end of a line"),
    ],
)
def test_a_stretch_is_marked_on_one_line(
    text: str, start: int, end: int | None, marked: str
) -> None:
    assert _source(text).location(start, end).marked_text == marked


def test_a_line_is_shown_whole_and_without_its_end() -> None:
    assert _source("a\r\n b c\r\nd").location(5).line_text == " b c"


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [(1, 1, (1, 1)), (2, 2, (2, 2)), (9, 1, (3, 1))],
    ids=["first", "second line", "beyond the last line"],
)
def test_a_line_and_a_column_have_a_place(line: int, column: int, place: tuple[int, int]) -> None:
    location = _source("a\nbc\nd").line_location(line, column)
    assert (location.line, location.column) == place
