"""Everything that quern reports to its user.

::

    QuernError                     any failure that is the user's to mend; never a traceback
    ├── ConfigError                a setting in [tool.codegen] is wrong
    ├── DatabaseError              no database could be reached, prepared or asked
    │   └── EmbeddedError          the embedded server cannot be had or does not start
    └── SourceError                diagnostics that point into .sql files
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quern.source.span import Location

Severity = Literal["error", "warning"]


class QuernError(Exception):
    """A failure that the user can mend: what is wrong, and what to do.

    :param message: what is wrong, in one sentence without a full stop
    :param hint: what to do about it
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def render(self) -> str:
        """Return the text for a terminal."""
        lines = [f"error: {self.message}"]
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class ConfigError(QuernError):
    """A setting in ``[tool.codegen]`` is unknown, missing or of the wrong type."""


class DatabaseError(QuernError):
    """No database could be reached, prepared or asked."""


class EmbeddedError(DatabaseError):
    """The embedded server cannot be had on this platform, or does not start."""


@dataclass(frozen=True)
class Diagnostic:
    """One mistake in one ``.sql`` file.

    :ivar code: a stable name for this kind of mistake, such as ``unknown-command``
    :ivar message: what is wrong, without a full stop
    :ivar location: where; None when the whole file is meant (``file`` says which)
    :ivar hint: what to do about it
    :ivar related: a second place that disagrees with the first, and what it says
    """

    code: str
    message: str
    file: Path
    location: Location | None = None
    hint: str | None = None
    related: tuple[Location, str] | None = None
    severity: Severity = "error"

    def render(self) -> str:
        """Return the text for a terminal: message, place, line with a caret, hint."""
        lines = [f"{self.severity}[{self.code}]: {self.message}"]
        if self.location is None:
            lines.append(f"  --> {self.file}")
        else:
            lines.extend(_excerpt(self.location, ""))
        if self.related is not None:
            location, label = self.related
            lines.extend(_excerpt(location, label))
        if self.hint:
            lines.append(f"  = hint: {self.hint}")
        return "\n".join(lines)


class SourceError(QuernError):
    """All mistakes found in the files of a run.

    :param outcome: what follows from them
    """

    def __init__(
        self, diagnostics: list[Diagnostic], *, outcome: str = "nothing was written"
    ) -> None:
        count = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
        super().__init__(f"{count} error{'' if count == 1 else 's'}; {outcome}")
        self.diagnostics = sorted(diagnostics, key=reading_order)

    def render(self) -> str:
        """Return every diagnostic, then the count."""
        return "\n\n".join([*(found.render() for found in self.diagnostics), self.message])


def reading_order(diagnostic: Diagnostic) -> tuple[str, int, int]:
    """Return what to sort diagnostics by: file, line, column."""
    location = diagnostic.location
    return (
        str(diagnostic.file),
        location.line if location else 0,
        location.column if location else 0,
    )


def _excerpt(location: Location, label: str) -> list[str]:
    number = str(location.line)
    margin = " " * len(number)
    # A tab before the caret must stay a tab, or the caret would stand elsewhere on a terminal.
    before = location.line_text[: location.column - 1]
    lead = "".join("\t" if char == "\t" else " " * _width(char) for char in before)
    carets = "^" * max(1, sum(_width(char) for char in location.marked_text))
    return [
        f"{margin}--> {location.file}:{location.line}:{location.column}",
        f"{margin} |",
        f"{number} | {location.line_text}",
        f"{margin} | {lead}{carets}{' ' + label if label else ''}",
    ]


def _width(char: str) -> int:
    """Return how many terminal cells a character takes (Unicode Annex 11)."""
    from unicodedata import category, east_asian_width

    if category(char) in {"Mn", "Me", "Cf"}:  # marks, joiners, variation selectors
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
