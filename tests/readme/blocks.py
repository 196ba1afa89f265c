"""The fenced blocks of a Markdown file, and what is to be done with each.

What follows the language says it, where a reader does not see it::

    ```sql queries/users.sql      a file of the project, with this text
    ```python generated/users.py  what a generated file holds, ``...`` for what is left out
    ```console                    commands after ``$``, and below each all that it prints

A comment on the line above may say more: ``<!-- last -->``, that its turn comes after all others,
``<!-- added -->``, that the text goes to the end of the file, or ``<!-- not run: reason -->``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FENCED = re.compile(
    r"^(?:<!-- (?P<comment>[^\n]+) -->\n)?"
    r"```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_NOT_RUN = re.compile(r"not run: \S.+")


@dataclass(frozen=True)
class Block:
    """A fenced block.

    :ivar name: the file that it is, or is a part of
    :ivar comment: of the line above it
    :ivar line: of its first fence, from 1
    :ivar start: offset of its text
    """

    language: str
    name: str | None
    text: str
    comment: str | None
    line: int
    start: int

    @property
    def is_last(self) -> bool:
        """Whether its turn comes after all others."""
        return self.comment == "last"

    @property
    def is_added(self) -> bool:
        """Whether it goes to the end of its file."""
        return self.comment == "added"

    @property
    def is_run(self) -> bool:
        """Whether anything is done with it, which it may only deny with a reason."""
        return self.comment is None or _NOT_RUN.fullmatch(self.comment) is None

    @property
    def is_excerpt(self) -> bool:
        """Whether it shows what is generated."""
        return self.name is not None and self.name.startswith("generated/")

    @property
    def commands(self) -> Iterator["Command"]:
        """The commands of a console, in order."""
        for part in re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]:
            words, _, output = part.partition("\n")
            yield Command(words, output)


@dataclass(frozen=True)
class Command:
    """A command of a console.

    :ivar output: what it prints, ``...`` for lines that are left out
    """

    words: str
    output: str


def read_blocks(markdown: str) -> list[Block]:
    """Return the blocks of a text, in order.

    :raises ValueError: if a fence is not understood
    """
    found = [
        Block(
            match["language"],
            match["name"],
            match["text"],
            match["comment"],
            markdown.count("\n", 0, match.start("language")) + 1,
            match.start("text"),
        )
        for match in _FENCED.finditer(markdown)
    ]
    fences = len(re.findall(r"^ *```", markdown, re.MULTILINE))
    if fences != 2 * len(found):
        raise ValueError(f"{fences} fences, but {len(found)} blocks: each needs a language")
    return found


def matches(shown: str, real: str) -> bool:
    """Tell whether a text is what is shown.

    ``...`` alone on a line stands for any lines, and within a line for any characters.
    """
    parts = re.split(r"^ *\.\.\.\n", shown, flags=re.MULTILINE)
    pattern = "(?:.*\n)*?".join(re.escape(part).replace(r"\.\.\.", ".*") for part in parts)
    return re.fullmatch(pattern, real) is not None
