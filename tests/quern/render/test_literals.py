"""Texts as literals and docstrings of Python."""

import ast
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from quern.render.literals import (
    block_string,
    call,
    conditional,
    docstring,
    entry,
    name_set,
    string,
)

#: Every text of up to five of the characters that matter.
NASTY = ["".join(letters) for size in range(6) for letters in product("\"'\\n\n", repeat=size)]
OTHERS = [
    *("\r\n", "a\rb", "\t", "\x01", "\x7f", "\u2028", "é", "日本", "🙂"),
    *("{{ x }}", "%s", "\\N{x}", "\\u0041"),
]


def _formatted(source: str) -> str:
    """Return source as ``ruff format`` leaves it."""
    ruff = Path(sys.executable).parent / "ruff"
    result = subprocess.run(
        [ruff, "format", "--isolated", "--line-length", "100", "-"],
        input=source.encode(),
        capture_output=True,
        check=True,
    )
    return result.stdout.decode()


def test_a_string_is_read_back_as_it_was() -> None:
    assert [ast.literal_eval(string(text)) for text in NASTY + OTHERS] == NASTY + OTHERS


def test_a_block_is_read_back_as_it_was() -> None:
    assert [ast.literal_eval(block_string(text)) for text in NASTY + OTHERS] == NASTY + OTHERS


def test_strings_are_quoted_as_the_formatter_quotes_them() -> None:
    source = "".join(f"x = {string(text)}\n" for text in NASTY + OTHERS)
    assert _formatted(source) == source


def test_a_block_keeps_its_lines() -> None:
    assert block_string('SELECT\n    "a"\nFROM t') == '"""SELECT\n    "a"\nFROM t"""'


def test_a_docstring_has_the_text_that_was_given() -> None:
    for text in NASTY:
        body = text.strip()
        if not body:
            continue
        made = ast.literal_eval(docstring([text], 0))
        assert made.strip() == "\n".join(line.rstrip() for line in body.split("\n"))


def test_a_docstring_is_laid_out_as_the_formatter_does_it() -> None:
    texts = [text for text in NASTY if text.strip()]
    source = "\n\n".join(f"def f() -> None:\n    {docstring([text], 4)}\n" for text in texts)
    assert _formatted(source) == source


def test_paragraphs_are_parted_and_empty_ones_left_out() -> None:
    assert docstring(["One.", "", "Two."], 4) == '"""One.\n\n    Two.\n    """'


def test_a_long_line_of_a_docstring_is_wrapped() -> None:
    made = docstring(["word " * 40], 4)
    assert max(len(line) for line in made.split("\n")) <= 100
    assert made.split() == ['"""word', *["word"] * 39, '"""']


def test_an_entry_is_wrapped_with_an_indent() -> None:
    lines = entry("param name", "word " * 40, 4).split("\n")
    assert lines[0].startswith(":param name: word")
    assert all(line.startswith("    word") for line in lines[1:])
    assert max(len(line) for line in lines) <= 96


def test_an_entry_is_one_paragraph() -> None:
    assert entry("ivar a", "One.\n\n Two.", 4) == ":ivar a: One. Two."


@pytest.mark.parametrize("width", range(60, 130))
def test_calls_and_conditions_are_laid_out_as_the_formatter_does_it(width: int) -> None:
    long = "a" * (width - 50)
    source = (
        call("def f", ["conn: int", "*", f"{long}: int"], " -> int:", 0)
        + "\n    "
        + call("return g", ["conn", long], "", 4)
        + "\n\n\nx = {\n    "
        + conditional(f'"{long}": None if a is None else b({long[:60]}),', 4)
        + "\n}\n"
    )
    assert _formatted(source) == source


@pytest.mark.parametrize("indent", [4, 8])
def test_a_set_is_laid_out_as_the_formatter_does_it(indent: int) -> None:
    opening, space = ("x = f(\n" if indent == 4 else "x = f(\n    g(\n"), " " * indent
    closing = "".join(f"{' ' * level})\n" for level in range(indent - 4, -1, -4))
    source = ""
    for size in range(1, 110):
        tables = name_set(["iam.users", "x" * size], indent + len("reads=,"), indent)
        source += f"{opening}{space}reads={tables},\n{space}rows=1,\n{closing}"
    assert _formatted(source) == source
