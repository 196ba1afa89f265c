import shutil
from pathlib import Path

import psycopg
import pytest

from db.commands import sections
from db.commands.sections import Section, find_stale, write
from quern.errors import QuernError
from tests.db.project_copy import ProjectCopy
from tests.postgres import ROOT

WHOLE = "before\n<!-- x-start -->\nold\n<!-- x-end -->\nafter\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a part in it."""
    monkeypatch.setattr(sections, "ROOT", tmp_path)
    found = tmp_path / "README.md"
    found.write_text(WHOLE)
    return found


def test_what_stands_between_the_markers_is_replaced(file: Path) -> None:
    write(Section(file, "x", "new\nlines"))
    assert file.read_text() == WHOLE.replace("old", "new\nlines")
    write(Section(file, "x", "old"))
    assert file.read_text() == WHOLE


def test_markers_without_anything_between_them_are_filled(file: Path) -> None:
    file.write_text(WHOLE.replace("old\n", ""))
    write(Section(file, "x", "old"))
    assert file.read_text() == WHOLE


def test_a_stale_part_is_found_with_the_command_that_mends_it(file: Path) -> None:
    assert list(find_stale(Section(file, "x", "old"))) == []
    (finding,) = find_stale(Section(file, "x", "new"))
    assert finding.key == "stale-section README.md x"
    assert finding.hint == "just db-diagram writes it anew"
    assert file.read_text() == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!-- x-start -->\n",
        "<!-- x-end -->\n",
        "<!-- x-end -->\n<!-- x-start -->\n",
        "<!-- x-start --> <!-- x-end -->\n",
        WHOLE + WHOLE,
        WHOLE + "<!-- x-end -->\n",
    ],
)
def test_markers_that_are_not_there_are_named(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(QuernError, match=r"README\.md lacks the markers of the part x"):
        write(Section(file, "x", "new"))
    assert file.read_text() == text


def test_the_command_writes_what_the_check_wants(project: ProjectCopy, database_url: str) -> None:
    shutil.copy(ROOT / "README.md", project.root)
    stale = "error[stale-section]: the part schemas of README.md is not what the database"
    assert stale not in project.run("check", url=database_url).stderr
    with psycopg.connect(database_url) as connection:
        connection.execute("COMMENT ON SCHEMA iam IS 'Said otherwise.'")
    result = project.run("check", url=database_url)
    assert result.returncode == 1
    assert stale in result.stderr
    written = project.run("diagram", url=database_url)
    assert (written.returncode, written.stdout) == (0, "wrote schemas in README.md\n")
    again = project.run("diagram", url=database_url)
    assert (again.returncode, again.stdout) == (0, "the README files are as they must be\n")
    assert "Said otherwise." in (project.root / "README.md").read_text("utf-8")
    assert stale not in project.run("check", url=database_url).stderr
