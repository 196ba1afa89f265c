"""How a command ended, as data that :mod:`quern.report` prints."""

from dataclasses import dataclass
from typing import Literal

from quern.errors import Diagnostic, QuernError, SourceError
from quern.output import Difference

#: Exit statuses: what was asked for is so; a mistake, or stale output; wrong use; interrupted.
OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130

Doing = Literal["generate", "check"]


@dataclass(frozen=True)
class Outcome:
    """How ``generate`` or ``check`` ended.

    :ivar output: the output folder, as the settings name it; None when they could not be read
    :ivar queries: how many there are
    :ivar changed: what ``generate`` changed
    :ivar differences: what ``check`` found
    :ivar causes: why the output must be stale, where no database was asked
    :ivar diagnostics: mistakes and warnings, in reading order
    :ivar error: what stopped the command
    :ivar proven: whether the database was asked
    """

    command: Doing
    output: str | None = None
    queries: int = 0
    changed: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    causes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: QuernError | None = None
    proven: bool = True

    @property
    def status(self) -> int:
        """The exit status."""
        return FAILED if self.error or self.differences or self.causes else OK


def stopped(command: Doing, error: QuernError) -> Outcome:
    """Return the outcome of a command that an error stopped."""
    found = error.diagnostics if isinstance(error, SourceError) else ()
    return Outcome(command, diagnostics=tuple(found), error=error)
