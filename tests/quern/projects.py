"""Small projects, made in a folder of their own, to run the generator on."""

import importlib
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import psycopg

from quern import output, pipeline
from quern.config import Config, load_config
from quern.database import Database
from quern.errors import SourceError
from quern.pipeline import Result

SETTINGS = '[tool.codegen]\nqueries = "queries"\noutput = "{output}"\n'


@dataclass(frozen=True)
class Project:
    """A project with query files, and the database that it is generated from.

    :ivar output: the name of its output folder, which is the package to import
    """

    root: Path
    url: str
    output: str = "generated"

    @property
    def config(self) -> Config:
        """Its settings."""
        return load_config(self.root)

    @property
    def folder(self) -> Path:
        """Its output folder."""
        return self.root / self.output

    def query_file(self, name: str, text: str | bytes) -> Path:
        """Write a file below ``queries/``; return its path."""
        path = self.root / "queries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def execute(self, *statements: str) -> None:
        """Run statements on the database."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def run(self) -> Result:
        """Make all files, without writing them."""
        return pipeline.run(self.config, Database(self.url, "test"))

    def mistakes(self) -> str:
        """Return what a run says of the queries, which must hold a mistake."""
        try:
            self.run()
        except SourceError as error:
            return error.render()
        raise AssertionError("the run found no mistake")

    def generate(self) -> None:
        """Make all files and write them."""
        output.write(self.folder, self.run().files)

    def contents(self) -> dict[str, bytes]:
        """Return each file of the output folder, compiled ones aside."""
        return contents(self.folder)

    def module(self, name: str) -> ModuleType:
        """Import a module of the output, such as ``things``; see :func:`importable`."""
        return importlib.import_module(f"{self.output}.{name}")


def make_project(
    root: Path, url: str, queries: Mapping[str, str], output: str = "generated"
) -> Project:
    """Make a project in a folder."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "pyproject.toml").write_text(SETTINGS.format(output=output))
    (root / "queries").mkdir()
    project = Project(root, url, output)
    for name, text in queries.items():
        project.query_file(name, text)
    return project


@contextmanager
def importable(root: Path, package: str) -> Generator[None]:
    """Let a package below ``root`` be imported, and forget it afterwards."""

    def forget() -> None:
        for name in [*sys.modules]:
            if name == package or name.startswith(f"{package}."):
                del sys.modules[name]

    set_aside = {
        name: module
        for name, module in sys.modules.items()
        if name == package or name.startswith(f"{package}.")
    }
    forget()
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(root))
        forget()
        sys.modules.update(set_aside)


def contents(folder: Path) -> dict[str, bytes]:
    """Return each file below a folder, compiled ones aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
