"""Running the blocks of a text in one folder, as a reader would."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.readme.blocks import Block, Command

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Outcome:
    """What became of a block.

    :ivar texts: what is to be compared: the output of each command, or the generated file
    """

    block: Block
    texts: tuple[str, ...]


def walk(folder: Path, blocks: Sequence[Block], database_url: str) -> Iterator[Outcome]:
    """Write the files and run the commands, and yield what came of each block.

    :param folder: where to; the reader's project
    :param database_url: what programs in Python find in DATABASE_URL
    """
    run = [block for block in blocks if block.is_run]
    for block in sorted(run, key=lambda block: block.is_last):
        if block.language == "console":
            yield Outcome(
                block, tuple(_run(folder, command, database_url) for command in block.commands)
            )
        elif block.is_excerpt:
            yield Outcome(block, ((folder / str(block.name)).read_text("utf-8"),))
        elif block.name is not None:
            path = folder / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text("utf-8") + "\n" if block.is_added else ""
            path.write_text(before + block.text, "utf-8")
            yield Outcome(block, (block.text,))


def _run(folder: Path, command: Command, database_url: str) -> str:
    """Run a command; return all that it prints.

    quern gets no DATABASE_URL: it finds the embedded server itself.
    """
    words = shlex.split(command.words)
    environment = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    environment.pop("DATABASE_URL", None)
    if words[0] == "python":
        environment["DATABASE_URL"] = database_url
    result = subprocess.run(
        words,
        cwd=folder,
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return result.stdout
