"""What a check finds in the database: a stable key, what is wrong, what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.errors import QuernError
from quern.excerpt import PLAIN, Palette


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with one object.

    :ivar rule: a stable name for what is wrong, such as ``foreign-key-without-index``
    :ivar object: the qualified name of a table, function or file
    :ivar detail: what of the object, where the rule may find several
    :ivar message: what is wrong, in one sentence without a full stop
    :ivar hint: what to do about it
    """

    rule: str
    object: str
    message: str
    hint: str
    detail: str = ""

    @property
    def key(self) -> str:
        """What names the finding from run to run."""
        return f"{self.rule} {self.object} {self.detail}".rstrip()

    def render(self, palette: Palette = PLAIN) -> str:
        """Return the text for a terminal."""
        return "\n".join(
            [
                palette.title("error", f"error[{self.rule}]", self.message),
                f"{palette.paint(palette.margin, '  -->')} {' '.join(self.key.split()[1:])}",
                f"{palette.paint(palette.margin, '  = hint:')} {self.hint}",
            ]
        )


class FindingsError(QuernError):
    """All that was found.

    :param outcome: what to do about all of it
    """

    def __init__(self, findings: Sequence[Finding], *, outcome: str) -> None:
        count = len(findings)
        super().__init__(f"{count} error{'' if count == 1 else 's'}; {outcome}")
        self.findings = sorted(findings, key=lambda finding: (finding.object, finding.key))

    def render(self, palette: Palette = PLAIN) -> str:
        """Return every finding, then the count."""
        return "\n\n".join([*(found.render(palette) for found in self.findings), self.message])
