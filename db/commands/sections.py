"""The parts of README files that a command writes, between a start and an end marker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.commands import diagrams, tenancy
from db.commands.catalogue.objects import Catalogue
from db.commands.findings import Finding
from quern.errors import QuernError

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Section:
    """A part of a file.

    :ivar name: what its markers are called: ``<!-- name-start -->`` and ``<!-- name-end -->``
    :ivar text: what stands between them, without the line ends around it
    """

    file: Path
    name: str
    text: str

    def put_into(self, whole: str) -> str:
        """Return the text of the file with this part in it.

        :raises QuernError: if the markers are not there, once each and in order
        """
        start, end = f"<!-- {self.name}-start -->\n", f"<!-- {self.name}-end -->"
        before, started, rest = whole.partition(start)
        _, ended, after = rest.partition(end)
        if not started or not ended or start in after or end in (before + after):
            raise QuernError(
                f"{self.file.relative_to(ROOT)} lacks the markers of the part {self.name}",
                hint=f"write {start.strip()} and {end}, once and on lines of their own",
            )
        return f"{before}{start}{self.text}\n{end}{after}"


def sections(catalogue: Catalogue, entries: Sequence[tenancy.Entry]) -> Iterator[Section]:
    """Yield the parts as they must be."""
    yield Section(ROOT / "README.md", "schemas", diagrams.as_markdown(catalogue))
    yield Section(ROOT / "db" / "README.md", "tenancy", tenancy.as_markdown(entries))


def write(wanted: Section) -> bool:
    """Put a part into its file.

    :returns: whether that changed the file
    """
    text = wanted.file.read_text("utf-8")
    changed = wanted.put_into(text)
    if changed != text:
        wanted.file.write_text(changed, "utf-8")
    return changed != text


def find_stale(wanted: Section) -> Iterator[Finding]:
    """Report a part that is not what it must be."""
    text = wanted.file.read_text("utf-8")
    if wanted.put_into(text) != text:
        file = str(wanted.file.relative_to(ROOT))
        yield Finding(
            "stale-section",
            file,
            f"the part {wanted.name} of {file} is not what the database and db/tenancy.toml say",
            "just db-diagram writes it anew",
            wanted.name,
        )
