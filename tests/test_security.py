"""The threat model of SECURITY.md names tests that are there."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
HEADER = ["threat", "what an attacker has", "what stands against it", "proven by"]
#: In place of a test: it is not for this repository to keep.
OTHERS = {"the application", "infrastructure"}


class Row(NamedTuple):
    """A row of the table."""

    line: int
    cells: list[str]


def read_rows(text: str) -> list[Row]:
    """Return the rows of the threat model.

    :raises ValueError: when the text has no such table
    """
    lines = enumerate(text.splitlines(), start=1)
    if not any(_cells(line) == HEADER for _, line in lines):
        raise ValueError("SECURITY.md has no table of threats")
    next(lines)  # what sets the header apart
    return list(_rows(lines))


def _rows(lines: Iterator[tuple[int, str]]) -> Iterator[Row]:
    for number, line in lines:
        if not line.startswith("|"):
            return
        yield Row(number, _cells(line))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def mistakes(cell: str) -> list[str]:
    """Return what is wrong with a row's last cell: tests that are not there, or none at all."""
    if cell in OTHERS:
        return []
    return [name for name in cell.split(", ") if not is_test(name)]


def is_test(name: str) -> bool:
    """Tell whether there is a test `path::function`, in backquotes."""
    if not (name.startswith("`tests/") and name.endswith("`")):
        return False
    path, _, function = name.strip("`").partition("::")
    return function.startswith("test_") and function in _functions(ROOT / path)


@cache
def _functions(path: Path) -> frozenset[str]:
    if not (path.name.startswith("test_") and path.is_file()):
        return frozenset()
    module = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in module.body if isinstance(node, ast.FunctionDef))


ROWS = read_rows(ROOT.joinpath("SECURITY.md").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"line {row.line}" for row in ROWS])
def test_a_threat_names_tests_that_are_there(row: Row) -> None:
    assert len(row.cells) == len(HEADER)
    assert all(row.cells)
    assert mistakes(row.cells[-1]) == []


HERE = "`tests/test_security.py::test_a_threat_names_tests_that_are_there`"


@pytest.mark.parametrize(
    "name",
    [
        "",
        "somebody",
        HERE.strip("`"),
        HERE.replace("there", "nowhere"),
        HERE.replace("security", "safety"),
        HERE.replace("test_a_threat_names_tests_that_are_there", "mistakes"),
        HERE.replace("tests/", "../tests/"),
    ],
)
def test_a_test_that_is_not_there_is_told(name: str) -> None:
    assert mistakes(f"{HERE}, {name}") == [name]


def test_a_table_without_rows_would_be_noticed() -> None:
    assert {row.cells[-1] in OTHERS for row in ROWS} == {True, False}
    with pytest.raises(ValueError, match="no table"):
        read_rows("# Security\n")
