"""What a run reads from files, as hashes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quern.config import load_config
from quern.errors import ConfigError
from quern.incremental.inputs import Inputs, hash_texts, read_inputs

SETTINGS = """
[tool.codegen]
migrations = ["migrations"]
[tool.codegen.embedded]
roles = "roles.sql"
migrate = "true"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with all that a run reads."""
    for name, text in {
        "pyproject.toml": SETTINGS,
        "roles.sql": "CREATE ROLE a",
        "migrations/001_one.sql": "CREATE TABLE a ()",
        "migrations/deep/002_two.sql": "CREATE TABLE b ()",
        "queries/a.sql": "-- name: a :many\nSELECT 1;\n",
        "queries/deep/b.sql": "-- name: b :many\nSELECT 2;\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def _inputs(root: Path) -> Inputs:
    return read_inputs(load_config(root))


def _write(name: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text(text)


CHANGES: dict[str, Callable[[Path], object]] = {
    "query": _write("queries/a.sql", "-- name: a :many\nSELECT 3;\n"),
    "new query file": _write("queries/c.sql", ""),
    "no query file": lambda root: (root / "queries/deep/b.sql").unlink(),
    "renamed": lambda root: (root / "queries/a.sql").rename(root / "queries/c.sql"),
    "migration": _write("migrations/deep/002_two.sql", "-- other"),
    "new migration": _write("migrations/003_three.sql", ""),
    "roles": _write("roles.sql", "CREATE ROLE b"),
    "settings": _write("pyproject.toml", SETTINGS.replace('"true"', '"false"')),
}


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_changes_the_digest(root: Path, change: str) -> None:
    before = _inputs(root).digest
    CHANGES[change](root)
    assert _inputs(root).digest != before


def test_a_file_that_is_saved_unchanged_changes_nothing(root: Path) -> None:
    before = _inputs(root)
    os.utime(root / "queries" / "a.sql", (1, 1))
    assert _inputs(root) == before


def test_files_that_are_neither_change_nothing(root: Path) -> None:
    before = _inputs(root)
    (root / "queries" / "notes.md").write_text("mine")
    assert _inputs(root) == before


def test_the_settings_of_the_embedded_database_are_no_origin_of_files(root: Path) -> None:
    before = _inputs(root).origin
    (root / "pyproject.toml").write_text(SETTINGS.replace('"true"', '"false"'))
    assert _inputs(root).origin == before


def test_text_moved_from_one_migration_to_the_next_changes_the_digest(root: Path) -> None:
    (root / "migrations/001_one.sql").write_text("ab")
    (root / "migrations/deep/002_two.sql").write_text("c")
    before = _inputs(root).digest
    (root / "migrations/001_one.sql").write_text("a")
    (root / "migrations/deep/002_two.sql").write_text("bc")
    assert _inputs(root).digest != before


def test_texts_are_hashed_as_files_are(root: Path) -> None:
    (root / "queries" / "a.sql").write_bytes(b"\xef\xbb\xbf-- gr\xc3\xb6\xc3\x9fe\r\n")
    assert (
        hash_texts({"queries/a.sql": "-- größe\r\n"}).items()
        <= _inputs(root).origin.queries.items()
    )


def test_without_the_setting_nothing_is_known_of_migrations(root: Path) -> None:
    (root / "pyproject.toml").write_text("[tool.codegen]\n")
    assert _inputs(root).origin.migrations is None


def test_migrations_that_do_not_exist_are_an_error(root: Path) -> None:
    (root / "pyproject.toml").write_text('[tool.codegen]\nmigrations = ["nowhere"]\n')
    with pytest.raises(ConfigError, match="there is no file or folder nowhere") as caught:
        _inputs(root)
    assert caught.value.hint == "migrations in [tool.codegen] names the files that make the schema"
