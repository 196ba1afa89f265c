"""What is wrong in a query file, by offsets, before it is shown."""

from dataclasses import dataclass

from quern.errors import Diagnostic, Severity
from quern.source.span import SourceText


@dataclass(frozen=True)
class Mistake:
    """Something that cannot be understood, and where it stands.

    :ivar start: offset in the file
    :ivar end: offset after it
    :ivar related: offsets of a second place that disagrees, and what it says
    """

    code: str
    message: str
    start: int
    end: int
    hint: str | None = None
    related: tuple[int, int, str] | None = None
    severity: Severity = "error"

    def in_file(self, source: SourceText) -> Diagnostic:
        """Return it as it is reported."""
        related = None
        if self.related is not None:
            start, end, label = self.related
            related = (source.location(start, end), label)
        return Diagnostic(
            self.code,
            self.message,
            source.file,
            source.location(self.start, self.end),
            self.hint,
            related,
            self.severity,
        )
