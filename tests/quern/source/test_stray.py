"""Directives that stand where nobody reads them."""

from pathlib import Path

import pytest

from quern.source.span import SourceText
from quern.source.stray import stray_directives

HEAD = "-- name: list_items :many\n-- All of them.\n-- @param id: whose\n"


def _stray(text: str) -> list[tuple[int, str]]:
    """Return line and text of each warning."""
    found = stray_directives(SourceText(Path("a.sql"), text))
    assert {(d.code, d.severity) for d in found} <= {("stray-directive", "warning")}
    return [(d.location.line, d.location.marked_text) for d in found if d.location]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param(f"{HEAD}\n-- @returns Item\nSELECT 1;\n", 5, id="after an empty line"),
        pytest.param(f"{HEAD}  \t\n-- @returns Item\nSELECT 1;\n", 5, id="after a blank line"),
        pytest.param(f"{HEAD}SELECT 1\n-- @returns Item\n;\n", 5, id="in the statement"),
        pytest.param(f"{HEAD}SELECT 1;\n-- @returns Item\n", 5, id="after the statement"),
        pytest.param("-- @returns Item\n", 1, id="before the first header"),
        pytest.param(f"{HEAD}SELECT 1;\r\n\r\n-- @returns Item\r\n", 6, id="Windows line ends"),
    ],
)
def test_a_directive_elsewhere_is_stray(text: str, line: int) -> None:
    assert _stray(text) == [(line, "-- @returns Item")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HEAD}-- @returns Item\nSELECT 1;\n", id="in the head"),
        pytest.param(f"{HEAD}SELECT 1;\n\n{HEAD}SELECT 2;\n", id="in the head of the second"),
        pytest.param(f"{HEAD}SELECT 1 -- @if id\n-- @end\n-- @order\n;\n", id="of the statement"),
        pytest.param(f"{HEAD}SELECT '\n-- @returns Item\n';\n", id="in a string"),
        pytest.param(f"{HEAD}/*\n-- @returns Item\n*/\nSELECT 1;\n", id="in a block comment"),
        pytest.param(f"{HEAD}SELECT 1; -- see me@example.org\n-- mail: a@b\n", id="an address"),
        pytest.param("/* name: a :one */\n-- @returns Item\nSELECT 1;\n", id="sqlc's header"),
        pytest.param(f"{HEAD}SELECT 1; \n-- @sqlc-vet-disable\n", id="what sqlc reads"),
        pytest.param("", id="empty"),
    ],
)
def test_what_stands_in_its_place_is_not(text: str) -> None:
    assert _stray(text) == []


def test_each_one_is_told() -> None:
    text = f"{HEAD}\n-- @returns Item\n-- @param a: b\nSELECT '\n-- @param\n';\n"
    assert _stray(text) == [(5, "-- @returns Item"), (6, "-- @param a: b")]
