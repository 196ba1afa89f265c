"""Golden files: what ``quern generate`` prints and writes, reviewed as a diff.

``golden/errors/<case>/`` holds the query files of a mistake and ``expected.txt``, the whole text
that is printed; ``golden/package/`` holds a small project full of odd names and texts, and the
package that it gives. Both are made anew by::

    UPDATE_GOLDEN=1 pytest tests/quern/test_golden.py
"""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

import quern
from quern import output
from quern.analysis.mistakes import SERVER_CODES
from quern.cli import main
from quern.manifest import with_manifest
from tests.postgres import Databases
from tests.quern.projects import SETTINGS, Project

GOLDEN = Path(__file__).parent / "golden"
ERRORS = GOLDEN / "errors"
PACKAGE = GOLDEN / "package"
CASES = sorted(path.name for path in ERRORS.iterdir() if path.is_dir())
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def errors_url(databases: Databases) -> Generator[str]:
    """A database with the schema that the mistakes are made on."""
    yield from _database(databases, ERRORS / "schema.sql")


@pytest.fixture(scope="module")
def package_url(databases: Databases) -> Generator[str]:
    """A database with the schema of the package."""
    yield from _database(databases, PACKAGE / "schema.sql")


def _database(databases: Databases, schema: Path) -> Generator[str]:
    name = databases.empty()
    url = databases.server.owner_url(name)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(schema.read_bytes())
    yield url
    databases.drop(name)


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_printed_as_reviewed(
    case: str, errors_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ERRORS / case / "queries", tmp_path / "queries")
    more = ERRORS / case / "settings.toml"  # of [tool.codegen]
    settings = SETTINGS.format(output="generated") + (more.read_text() if more.exists() else "")
    (tmp_path / "pyproject.toml").write_text(settings)

    status = main(["generate", "--project", str(tmp_path), "--database-url", errors_url])

    printed = capsys.readouterr()
    expected = ERRORS / case / "expected.txt"
    if UPDATE:
        expected.write_bytes(printed.err.encode())
    assert printed.err == expected.read_bytes().decode()
    failed = "error[" in printed.err  # else it is a warning
    assert (status, not printed.out) == (int(failed), failed)
    assert (tmp_path / "generated").exists() != failed


def test_every_code_of_a_diagnostic_has_a_golden_file() -> None:
    printed = "\n".join((ERRORS / case / "expected.txt").read_text("utf-8") for case in CASES)
    shown = set(re.findall(r"^(?:error|warning)\[([a-z0-9-]+)\]", printed, re.MULTILINE))
    assert sorted(_codes_in_the_source() - shown) == []


def _codes_in_the_source() -> set[str]:
    """Return the codes that the generator's source gives to diagnostics.

    They are the first argument, a constant, of what makes a diagnostic or what becomes one.
    """
    makers = ("Diagnostic", "Mistake", "_error", "_note")
    found = set(SERVER_CODES.values())
    for file in Path(quern.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(makers):
                found |= {
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant)
                    and isinstance(argument.value, str)
                    and re.fullmatch(r"[a-z]+(?:-[a-z0-9]+)*", argument.value)
                }
    return found


def test_the_package_is_as_reviewed(package_url: str) -> None:
    project = Project(PACKAGE, package_url)
    files = project.run().files
    if UPDATE:
        output.write(project.folder, files)
    made = {path.as_posix(): text.encode() for path, text in with_manifest(files).items()}
    assert made == project.contents()


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--isolated", "--no-cache", "--check", "--line-length", "100"],
        ["ruff", "check", "--isolated", "--no-cache", "--line-length", "100", "--select", "I,F"],
        ["mypy", "--strict", "--config-file=", "--cache-dir=../mypy"],
        ["basedpyright", "--pythonpath", sys.executable],
    ],
    ids=["format", "lint", "mypy", "basedpyright"],
)
def test_the_package_is_clean(command: list[str], tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PACKAGE / "generated", project / "generated")
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (project / "pyrightconfig.json").write_text(json.dumps(strict))
    result = subprocess.run(
        [BIN / command[0], *command[1:], "generated"],
        cwd=project,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_module_of_the_package_imports_without_a_warning() -> None:
    modules = [
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        for path in sorted((PACKAGE / "generated").rglob("*.py"))
    ]
    result = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", "\n".join(f"import {m}" for m in modules)],
        cwd=PACKAGE,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stderr) == (0, "")
