"""The oldest psycopg that generated code runs with; the newest is the one of all other tests."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
#: The tests of what depends most on psycopg's ways, above all on what it does not document.
CALLS = ("test_calls.py", "test_kept_cursors.py", "test_direct.py", "test_unreadable.py")


@pytest.fixture(scope="module")
def oldest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the oldest psycopg."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (wanted,) = [name for name in project["dependencies"] if name.startswith("psycopg")]
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if uv is None:
        pytest.skip("no uv to install another psycopg with")
    folder = tmp_path_factory.mktemp("psycopg")
    command = [uv, "pip", "install", "--quiet", "--no-deps", "--target", str(folder)]
    packages = [
        wanted.replace(">=", "=="),
        re.sub(r"psycopg\[binary\]>=", "psycopg-binary==", wanted),
    ]
    result = subprocess.run(
        [*command, "--python", sys.executable, *packages],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "UV_HTTP_TIMEOUT": "20"},
    )
    if result.returncode:
        pytest.skip(f"{packages[0]} cannot be installed: {result.stderr.strip()[-200:]}")
    return folder


def test_calls_do_the_same_with_the_oldest_psycopg(oldest: Path) -> None:
    paths = [str(Path(__file__).with_name(name)) for name in CALLS]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(oldest)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert result.returncode == 0, result.stdout[-3000:]
    assert " passed" in result.stdout
