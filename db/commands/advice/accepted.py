"""``db/advice.toml``: what is right as it is, by the keys of the findings, with the reasons."""

from collections.abc import Iterable
from pathlib import Path

from db.commands.findings import Finding
from db.commands.toml_file import only_keys, read_toml, shown, tables_of, text_of
from quern.errors import QuernError

FILE = Path(__file__).parents[2] / "advice.toml"


def load_accepted(file: Path = FILE) -> dict[str, str]:
    """Return the reasons by the keys of what they excuse.

    :raises QuernError: if an entry lacks its key or reason, or stands there twice
    """
    table, place = read_toml(file), shown(file)
    only_keys(table, ("accepted",), place)
    found: dict[str, str] = {}
    for number, entry in enumerate(tables_of(table, "accepted", place), start=1):
        key = text_of(entry, "key", f"entry {number} of {place}")
        what = f"the entry {key!r} of {place}"
        only_keys(entry, ("key", "reason"), what)
        if key in found:
            raise QuernError(f"{what} stands there twice", hint="keep the better reason")
        found[key] = text_of(entry, "reason", what)
    return found


def without_accepted(findings: Iterable[Finding], accepted: dict[str, str]) -> list[Finding]:
    """Return what is left to mend; an entry that excuses nothing is a finding of its own."""
    found = list(findings)
    stale = accepted.keys() - {finding.key for finding in found}
    left = [finding for finding in found if finding.key not in accepted]
    return left + [
        Finding(
            "stale-advice",
            "db/advice.toml",
            "an entry excuses what is not found any more",
            "delete the entry",
            key,
        )
        for key in sorted(stale)
    ]
