"""A check by hashes alone: what it sees without a database."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from quern import output
from quern.check import check_offline
from quern.cli import main
from quern.config import load_config
from quern.incremental.inputs import read_inputs
from quern.manifest import read_manifest
from tests.quern.projects import Project, contents, make_project

FILES = {PurePosixPath("items.py"): "x = 1\n", PurePosixPath("more.py"): "y = 1\n"}


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with an output that was made from its files; there is no database."""
    made = make_project(tmp_path / "shop", "", {"items.sql": "SELECT 1", "deep/b.sql": "SELECT 2"})
    (made.root / "pyproject.toml").write_text('[tool.codegen]\nmigrations = ["migrations"]\n')
    (made.root / "migrations").mkdir()
    output.write(made.folder, FILES, read_inputs(made.config).origin)
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("DATABASE_URL", "postgres://127.0.0.1:1/nothing")
    return made


def test_nothing_changed_is_current_as_far_as_can_be_told(
    shop: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(shop.root)
    assert main(["check", "--offline"]) == 0
    assert capsys.readouterr().out == (
        "generated/ is what was made from these files; only a database can prove it current\n"
    )
    assert contents(shop.root) == before


CHANGES: dict[str, tuple[Callable[[Project], object], str]] = {
    "query": (lambda shop: shop.query_file("items.sql", "x"), "queries/items.sql changed"),
    "new": (lambda shop: shop.query_file("a.sql", "x"), "queries/a.sql is new"),
    "gone": (
        lambda shop: (shop.root / "queries" / "deep" / "b.sql").unlink(),
        "queries/deep/b.sql is gone",
    ),
    "migration": (
        lambda shop: (shop.root / "migrations" / "a.sql").write_text("x"),
        "the migrations changed",
    ),
    "missing": (lambda shop: (shop.folder / "more.py").unlink(), "generated/more.py: missing"),
    "edited": (
        lambda shop: (shop.folder / "more.py").write_text("y = 2\n"),
        "generated/more.py: edited by hand: change the query instead, the next run overwrites it",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_is_told(
    shop: Project, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    make, expected = CHANGES[change]
    make(shop)
    assert main(["check", "--offline"]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{expected}\n"
    assert printed.err.startswith("error: generated/ is not what the queries and the schema say\n")


def test_changed_settings_are_told(shop: Project) -> None:
    (shop.root / "other").mkdir()
    (shop.root / "pyproject.toml").write_text('[tool.codegen]\nmigrations = ["other"]\n')
    (cause,) = check_offline(load_config(shop.root)).causes
    assert cause == "settings in [tool.codegen] changed"


def test_the_version_that_made_it_is_told(shop: Project) -> None:
    manifest = shop.folder / "_manifest.json"
    manifest.write_text(manifest.read_text().replace('"quern": "', '"quern": "0.0.1+'))
    (cause,) = check_offline(shop.config).causes
    assert cause.startswith("it was made by quern 0.0.1+")


@pytest.mark.parametrize("files", [None, FILES])
def test_output_that_does_not_say_what_it_was_made_from_is_an_error(
    shop: Project, capsys: pytest.CaptureFixture[str], files: dict[PurePosixPath, str] | None
) -> None:
    (shop.folder / "_manifest.json").unlink()
    if files:
        output.write(shop.folder, files)
    assert main(["check", "--offline"]) == 1
    assert capsys.readouterr().err == (
        "error: generated/_manifest.json does not say what the files were made from\n"
        "  hint: run quern generate once\n"
    )


def test_the_manifest_says_what_the_output_was_made_from(shop: Project) -> None:
    manifest = read_manifest(shop.folder)
    assert manifest.origin == read_inputs(shop.config).origin
    assert set(manifest.files) == {"items.py", "more.py"}
