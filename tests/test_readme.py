"""The snippets of README.md are run, and give what it shows.

They are made into one project, on the embedded server, in the order of the text; how a snippet
says what it is stands in :mod:`tests.readme.blocks`. What commands print is put into the text by::

    UPDATE_README=1 pytest tests/test_readme.py
"""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from quern import embedded
from tests.readme.blocks import Block, matches, read_blocks
from tests.readme.walk import BIN, Outcome, walk

README = Path(__file__).parents[1] / "README.md"
BLOCKS = read_blocks(README.read_text("utf-8"))
RUN = [block for block in BLOCKS if block.is_run]
UPDATE = bool(os.environ.get("UPDATE_README"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reader's project."""
    return tmp_path_factory.mktemp("readme")


@pytest.fixture(scope="module")
def outcomes(folder: Path) -> Mapping[int, Outcome]:
    """What became of each block, by its line."""
    with embedded.start(folder) as server:  # so that not every command starts it anew
        found = {o.block.line: o for o in walk(folder, BLOCKS, server.url("shop"))}
    if UPDATE:
        _update(found)
    return found


def _update(outcomes: Mapping[int, Outcome]) -> None:
    text = README.read_text("utf-8")
    for block in reversed([block for block in RUN if block.language == "console"]):
        shown = "".join(
            f"$ {command.words}\n{command.output if matches(command.output, real) else real}"
            for command, real in zip(block.commands, outcomes[block.line].texts, strict=True)
        )
        text = text[: block.start] + shown + text[block.start + len(block.text) :]
    README.write_text(text, "utf-8")


def _is_program(block: Block) -> bool:
    return block.language == "python" and not block.is_excerpt


def _id(block: Block) -> str:
    return f"line {block.line}, {block.name or block.language}"


@pytest.mark.parametrize("block", BLOCKS, ids=_id)
def test_a_snippet_is_run_or_says_why_not(block: Block) -> None:
    known = block.language == "console" or block.name is not None
    assert known or not block.is_run
    assert block.comment in {None, "last", "added"} or not block.is_run


@pytest.mark.parametrize("block", [b for b in RUN if b.language == "console"], ids=_id)
def test_commands_print_what_is_shown(block: Block, outcomes: Mapping[int, Outcome]) -> None:
    for command, real in zip(block.commands, outcomes[block.line].texts, strict=True):
        assert matches(command.output, real), f"$ {command.words}\n{real}"


@pytest.mark.parametrize("block", [b for b in RUN if b.is_excerpt], ids=_id)
def test_what_is_generated_is_what_is_shown(block: Block, outcomes: Mapping[int, Outcome]) -> None:
    (real,) = outcomes[block.line].texts
    assert matches(f"...\n{block.text}...\n", real), real


def test_the_programs_pass_the_strict_type_check(
    folder: Path, outcomes: Mapping[int, Outcome]
) -> None:
    consoles = " ".join(block.text for block in RUN if block.language == "console")
    programs = [str(o.block.name) for o in outcomes.values() if _is_program(o.block)]
    checked = [name for name in programs if f"mypy --strict {name}" not in consoles]
    assert checked
    result = subprocess.run(
        [BIN / "mypy", "--strict", "--config-file=", *checked],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("block", [b for b in RUN if _is_program(b)], ids=_id)
def test_a_program_is_run_or_named_by_another_snippet(block: Block) -> None:
    assert any(Path(str(block.name)).stem in b.text for b in RUN if b is not block)
