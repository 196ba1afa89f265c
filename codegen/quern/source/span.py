"""Places in a source file."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Location:
    """A marked stretch of one line, ready to be shown.

    :ivar line: counted from 1
    :ivar column: counted from 1, in characters
    :ivar line_text: the whole line, without its end
    :ivar marked_text: what the caret underlines; never longer than the line
    """

    file: Path
    line: int
    column: int
    line_text: str
    marked_text: str


@dataclass(frozen=True)
class SourceText:
    """The text of a file, with offsets (counted in characters from 0) turned into lines.

    :ivar file: the path as messages show it
    """

    file: Path
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def line_number(self, offset: int) -> int:
        """Return the line, counted from 1, that holds the character at ``offset``."""
        return bisect_right(self._line_starts, offset)

    def location(self, start: int, end: int | None = None) -> Location:
        """Return the place from ``start`` up to ``end`` (one character when not given).

        What reaches past the end of its first line is cut there.
        """
        start = min(max(start, 0), len(self.text))
        line = self.line_number(start)
        line_start = self._line_starts[line - 1]
        line_end = self.text.find("\n", line_start)
        if line_end < 0:
            line_end = len(self.text)
        stop = min(start + 1 if end is None else end, line_end)
        return Location(
            file=self.file,
            line=line,
            column=start - line_start + 1,
            line_text=self.text[line_start:line_end].rstrip("\r"),
            marked_text=self.text[start:stop].rstrip("\r"),
        )

    def line_location(self, line: int, column: int) -> Location:
        """Return the place at a line and column, both counted from 1."""
        starts = self._line_starts
        return self.location(starts[min(line, len(starts)) - 1] + column - 1)
