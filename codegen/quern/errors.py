"""Everything that quern reports to its user.

::

    QuernError                     any failure that is the user's to mend; never a traceback
    ├── ConfigError                a setting in [tool.codegen] is wrong
    ├── DatabaseError              no database could be reached, prepared or asked
    │   └── EmbeddedError          the embedded server cannot be had or does not start
    └── SourceError                all mistakes in .sql files: a list of diagnostics

    Diagnostic                     one mistake, or warning, with the place in its file

A step that finds mistakes collects diagnostics and goes on, so that one run shows them all; the end
of the pipeline raises them together. How they look on a terminal is up to :mod:`quern.excerpt`, in
JSON or as GitHub's annotations to :mod:`quern.report`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quern.excerpt import PLAIN, Palette, excerpt, margin_width
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

    def render(self, palette: Palette = PLAIN) -> str:
        """Return the text for a terminal."""
        lines = [palette.title("error", "error", self.message)]
        if self.hint:
            lines.append(f"  {palette.paint(palette.margin, 'hint:')} {self.hint}")
        return "\n".join(lines)


class ConfigError(QuernError):
    """A setting in ``[tool.codegen]`` is unknown, missing or of the wrong type.

    :param location: where it stands, if that is known
    """

    def __init__(
        self, message: str, *, hint: str | None = None, location: Location | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.location = location

    def render(self, palette: Palette = PLAIN) -> str:
        """Return the text for a terminal, with the line of the setting."""
        if self.location is None:
            return super().render(palette)
        title = palette.title("error", "error", self.message)
        places = [(self.location, "")]
        return "\n".join([title, *_places_and_hint(places, self.hint, palette)])


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

    def render(self, palette: Palette = PLAIN) -> str:
        """Return the text for a terminal: message, place, line with a caret, hint."""
        title = palette.title(self.severity, f"{self.severity}[{self.code}]", self.message)
        places = [] if self.location is None else [(self.location, "")]
        if self.related is not None:
            places.append(self.related)
        lines = [title]
        if self.location is None:
            lines.append(palette.paint(palette.margin, "  --> ") + str(self.file))
        return "\n".join([*lines, *_places_and_hint(places, self.hint, palette)])


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

    def render(self, palette: Palette = PLAIN) -> str:
        """Return every diagnostic, then the count."""
        return "\n\n".join([*(found.render(palette) for found in self.diagnostics), self.message])


def reading_order(diagnostic: Diagnostic) -> tuple[str, int, int]:
    """Return what to sort diagnostics by: file, line, column."""
    location = diagnostic.location
    return (
        str(diagnostic.file),
        location.line if location else 0,
        location.column if location else 0,
    )


def _places_and_hint(
    places: Sequence[tuple[Location, str]], hint: str | None, palette: Palette
) -> list[str]:
    """Return the lines below a title; the hint stands in line with the margin."""
    lines = excerpt(places, palette)
    if hint:
        mark = palette.paint(palette.margin, f"{' ' * margin_width(places)} = hint:")
        lines.append(f"{mark} {hint}")
    return lines
