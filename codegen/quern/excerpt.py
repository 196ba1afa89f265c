"""Lines of source with carets below what is meant, and colours for a terminal.

The looks are those of rustc: a margin with line numbers, carets, a label behind them.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

from quern.source.span import Location

_RESET = "\x1b[0m"


@dataclass(frozen=True)
class Palette:
    """Colours, as the escape sequences that switch them on; empty for none (ECMA-48, SGR)."""

    error: str = ""
    warning: str = ""
    strong: str = ""
    margin: str = ""

    def paint(self, colour: str, text: str) -> str:
        """Return the text in a colour."""
        return f"{colour}{text}{_RESET}" if colour else text

    def title(self, severity: str, head: str, message: str) -> str:
        """Return the first line of a message."""
        colour = self.warning if severity == "warning" else self.error
        return f"{self.paint(colour, head)}{self.paint(self.strong, f': {message}')}"


PLAIN = Palette()
COLOURED = Palette(error="\x1b[1;31m", warning="\x1b[1;33m", strong="\x1b[1m", margin="\x1b[1;34m")


def palette_for(stream: TextIO) -> Palette:
    """Return colours for a terminal, and none for a file or pipe.

    ``NO_COLOR`` and ``FORCE_COLOR`` overrule that if they are not empty (https://no-color.org,
    https://force-color.org); the first has the last word.
    """
    if os.environ.get("NO_COLOR"):
        return PLAIN
    if os.environ.get("FORCE_COLOR"):
        return COLOURED
    return COLOURED if stream.isatty() and os.environ.get("TERM") != "dumb" else PLAIN


def excerpt(places: Sequence[tuple[Location, str]], palette: Palette = PLAIN) -> list[str]:
    """Return the lines that show some places, their margins equally wide.

    :param places: each with its label, which may be empty
    """
    width = margin_width(places)
    return [line for place in places for line in _place(*place, width, palette)]


def margin_width(places: Sequence[tuple[Location, str]]) -> int:
    """Return how many characters the line numbers of some places take, at least one."""
    return max((len(str(location.line)) for location, _ in places), default=1)


def _place(location: Location, label: str, width: int, palette: Palette) -> list[str]:
    # A tab before the caret must stay a tab, or the caret would stand elsewhere on a terminal.
    before = location.line_text[: location.column - 1]
    lead = "".join("\t" if char == "\t" else " " * _cells(char) for char in before)
    carets = "^" * max(1, sum(_cells(char) for char in location.marked_text))
    marks = palette.paint(palette.error, f"{carets}{' ' + label if label else ''}")
    margin = " " * width
    bar = palette.paint(palette.margin, f"{margin} |")
    number = palette.paint(palette.margin, f"{location.line:>{width}} |")
    arrow = palette.paint(palette.margin, f"{margin}-->")
    return [
        f"{arrow} {location.file}:{location.line}:{location.column}",
        bar,
        f"{number} {location.line_text}",
        f"{bar} {lead}{marks}",
    ]


def _cells(char: str) -> int:
    """Return how many terminal cells a character takes (Unicode Annex 11)."""
    if char.isascii():
        return 1
    from unicodedata import category, east_asian_width

    if category(char) in {"Mn", "Me", "Cf"}:  # marks, joiners, variation selectors
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
