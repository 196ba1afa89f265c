import pytest

from tests.readme.blocks import Command, matches, read_blocks


def test_a_block_has_a_language_a_name_a_text_and_a_place() -> None:
    (block,) = read_blocks("text\n\n```sql queries/a.sql\nSELECT 1;\n```\n")
    assert (block.language, block.name, block.text) == ("sql", "queries/a.sql", "SELECT 1;\n")
    assert (block.line, block.start, block.comment) == (3, 27, None)


def test_a_block_without_a_reason_is_run() -> None:
    texts = ["", "<!-- not run: -->\n", "<!-- not run: \n-->\n", "<!-- note -->\n"]
    blocks = [read_blocks(f"{text}```sh\nls\n```\n")[0] for text in texts]
    assert [block.is_run for block in blocks] == [True] * 4


def test_a_block_with_a_reason_is_not_run() -> None:
    (block,) = read_blocks("<!-- not run: it needs a network -->\n```sh\nls\n```\n")
    assert not block.is_run


@pytest.mark.parametrize(
    "markdown",
    [
        pytest.param("```\nls\n```\n", id="no language"),
        pytest.param("```sh\nls\n", id="no end"),
        pytest.param("- item\n  ```sh\n  ls\n  ```\n", id="indented"),
    ],
)
def test_a_fence_that_is_not_understood_is_an_error(markdown: str) -> None:
    with pytest.raises(ValueError, match="each needs a language"):
        read_blocks(markdown)


def test_a_console_has_commands_with_what_they_print() -> None:
    (block,) = read_blocks("```console\n$ ls -a\nx\ny $ z\n$ true\n$ echo\n\n```\n")
    assert list(block.commands) == [
        Command("ls -a", "x\ny $ z\n"),
        Command("true", ""),
        Command("echo", "\n"),
    ]


@pytest.mark.parametrize(
    ("shown", "real", "matching"),
    [
        pytest.param("a\n", "a\n", True, id="the same"),
        pytest.param("a\n", "a\nb\n", False, id="more"),
        pytest.param("a\nb\n", "a\n", False, id="less"),
        pytest.param("a.c\n", "abc\n", False, id="no pattern"),
        pytest.param("a\n...\nd\n", "a\nb\nc\nd\n", True, id="lines left out"),
        pytest.param("a\n...\nd\n", "a\nd\n", True, id="no line left out"),
        pytest.param("a\n...\nd\n", "a\nb\n", False, id="another after those left out"),
        pytest.param("a ... d\n", "a b d\n", True, id="words left out"),
        pytest.param("a ... d\n", "a b\nc d\n", False, id="more than a line of words left out"),
        pytest.param("a\n    ...\nd\n", "a\nb\nd\n", True, id="indented mark"),
    ],
)
def test_a_text_matches_what_is_shown(shown: str, real: str, matching: bool) -> None:
    assert matches(shown, real) is matching
