"""Where a setting stands in ``pyproject.toml``."""

from pathlib import Path

import pytest

from quern.setting_places import place_of_setting, place_of_toml_error


@pytest.mark.parametrize(
    ("text", "table", "line", "column"),
    [
        ("[tool.codegen]\na = 1\n", "tool.codegen", 2, 1),
        ("[tool.codegen]\n  a=1\n", "tool.codegen", 2, 3),
        ("[tool.other]\na = 1\n[ tool.codegen ]\nb = 1\na = 1\n", "tool.codegen", 5, 1),
        ('[tool.codegen]\n"a" = 1\n', "tool.codegen", 2, 2),
        ("[tool.codegen]\nembedded.a = 1\n", "tool.codegen.embedded", 2, 1),
        ("[tool]\ncodegen.a = 1\n", "tool.codegen", 2, 1),
        ("[tool.codegen]\r\n\r\na = 1\r\n", "tool.codegen", 3, 1),
    ],
)
def test_a_key_is_found(tmp_path: Path, text: str, table: str, line: int, column: int) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_bytes(text.encode())
    found = place_of_setting(file, table, "a")
    assert found is not None
    assert (found.file, found.line, found.column) == (Path("pyproject.toml"), line, column)


@pytest.mark.parametrize("text", ["[tool.codegen]\nb = 1\n", "tool = {codegen = {a = 1}}\n"])
def test_what_is_not_found_has_no_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert place_of_setting(tmp_path / "pyproject.toml", "tool.codegen", "a") is None


def test_the_place_of_a_toml_error_is_shown(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("a = 1\nb = 'x\n")
    message = "Illegal character (at line 2, column 7)"
    found = place_of_toml_error(tmp_path / "pyproject.toml", message)
    assert found is not None
    assert (found.line, found.column, found.line_text) == (2, 7, "b = 'x")


def test_a_message_without_a_place_has_none(tmp_path: Path) -> None:
    assert place_of_toml_error(tmp_path / "none", "at end of document") is None
