"""The record of the last run: read as it was written, or not at all."""

import os
from pathlib import Path

import pytest

from quern.errors import Diagnostic
from quern.incremental.record import Record, read_record, write_record
from quern.source.span import SourceText

FILE = Path("queries/a.sql")
WARNING = Diagnostic(
    "odd",
    "größe is odd",
    FILE,
    SourceText(FILE, "SELECT größe\n").location(7, 12),
    hint="make it even",
    related=(SourceText(FILE, "SELECT 1\n").location(0, 6), "there"),
    severity="warning",
)
RECORD = Record("i", "c", "u", "m", 7, (WARNING, Diagnostic("file", "m", FILE)))


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    assert read_record(tmp_path) == RECORD


def test_the_newer_record_takes_the_place_of_the_older(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    newer = Record("j", "c", None, "m", 8, ())
    write_record(tmp_path, newer)
    assert read_record(tmp_path) == newer


def test_git_does_not_see_it(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    assert (tmp_path / ".quern" / ".gitignore").read_text() == "*\n"
    assert {path.name for path in (tmp_path / ".quern").iterdir()} == {
        *(".gitignore", "last-run.json"),
    }


def test_where_there_is_none_there_is_none(tmp_path: Path) -> None:
    assert read_record(tmp_path) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"format": 0, "warnings": []}', '{"format": 1, "warnings": []}'],
)
def test_nonsense_is_no_record(tmp_path: Path, text: str) -> None:
    write_record(tmp_path, RECORD)
    (tmp_path / ".quern" / "last-run.json").write_text(text)
    assert read_record(tmp_path) is None


def test_half_a_record_is_none(tmp_path: Path) -> None:
    write_record(tmp_path, RECORD)
    file = tmp_path / ".quern" / "last-run.json"
    for size in range(0, file.stat().st_size, 20):
        os.truncate(file, size)
        assert read_record(tmp_path) is None
        write_record(tmp_path, RECORD)


def test_where_it_cannot_be_written_there_is_none(tmp_path: Path) -> None:
    (tmp_path / ".quern").write_text("in the way")
    write_record(tmp_path, RECORD)
    assert read_record(tmp_path) is None
