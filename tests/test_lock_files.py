"""What is installed is what was pinned, byte for byte."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "tests/benchmarks/requirements.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_has_a_version_and_hashes(name: str) -> None:
    text = ROOT.joinpath(name).read_text("utf-8")
    pins = [pin for pin in text.replace("\\\n", "").splitlines() if pin and pin[0] != "#"]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_nothing_is_installed_without_its_hash() -> None:
    lines = ROOT.joinpath("Justfile").read_text("utf-8").splitlines()
    installing = [line for line in lines if "pip install" in line]
    assert installing
    # The project itself is not downloaded.
    allowed = ("--require-hashes -r ", "--no-deps --no-build-isolation --editable .")
    assert [line for line in installing if not any(words in line for words in allowed)] == []
