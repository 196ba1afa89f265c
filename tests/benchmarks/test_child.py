"""A command's time and memory."""

import sys
from pathlib import Path

import pytest

from tests.benchmarks import child


def test_the_peak_of_memory_is_the_commands_and_not_ours(tmp_path: Path) -> None:
    ours = bytearray(150 * 2**20)
    small = child.run([sys.executable, "-S", "-c", "pass"], tmp_path, {})
    large = child.run([sys.executable, "-S", "-c", "bytearray(90 * 2**20)"], tmp_path, {})
    assert len(ours) / 2**20 > large.megabytes > 90 > small.megabytes


def test_a_command_runs_in_its_folder_and_with_its_environment(tmp_path: Path) -> None:
    code = "import os, pathlib; pathlib.Path('made').write_text(os.environ['WORD'])"
    child.run([sys.executable, "-c", code], tmp_path, {"WORD": "this"})
    assert (tmp_path / "made").read_text() == "this"


def test_a_command_that_fails_is_an_error_with_what_it_says(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        child.run([sys.executable, "-c", "raise SystemExit('no such thing')"], tmp_path, {})
