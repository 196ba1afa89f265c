"""A copy of what the database's commands need, whose migrations a test may change."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.postgres import ROOT


@dataclass(frozen=True)
class ProjectCopy:
    """A folder with the package ``db`` and the settings; the rest is the one under test.

    :ivar root: the folder
    """

    root: Path

    @property
    def migrations(self) -> Path:
        """The folder of the migrations, one folder a schema."""
        return self.root / "db" / "migrations"

    def write_migration(self, name: str, text: str | bytes, schema: str = "iam") -> Path:
        """Write a migration, and return its path as messages show it."""
        path = self.migrations / schema / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path.relative_to(self.root)

    def start(self, *words: str, url: str | None = None) -> subprocess.Popen[str]:
        """Start ``python -m db`` with some words, in a process group of its own.

        :param url: DATABASE_URL; without it none may be needed
        """
        return start_command(self.root, *words, url=url)

    def run(self, *words: str, url: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run ``python -m db`` with some words."""
        process = self.start(*words, url=url)
        output, errors = process.communicate(timeout=60)
        return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def copy_project(root: Path) -> ProjectCopy:
    """Make a copy of the project's database folder and settings."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "db", root / "db", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", root)
    return ProjectCopy(root)


def start_command(root: Path, *words: str, url: str | None = None) -> subprocess.Popen[str]:
    """Start ``python -m db`` in a folder that holds the package ``db``."""
    # A closed port, so that nothing is started and nothing real is touched without a URL.
    nowhere = "postgres://nobody@127.0.0.1:1/nothing?sslmode=disable"
    return subprocess.Popen(
        [sys.executable, "-m", "db", *words],
        cwd=root,
        env={**os.environ, "DATABASE_URL": url or nowhere},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
