"""What the last run found and wrote, kept in ``.quern/last-run.json``."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from quern.embedded_home import create_ignored
from quern.errors import Diagnostic
from quern.source.span import Location

_FILE = "last-run.json"
_FORMAT = 1


@dataclass(frozen=True)
class Record:
    """A run that went well.

    :ivar inputs: the hash of what it read from files
    :ivar catalogue: the hash of what it read from the database
    :ivar use: the mark of its use of the embedded server; None when there was another
    :ivar manifest: the hash of the manifest that it wrote, which has those of all other files
    :ivar queries: how many there were
    :ivar warnings: what it said of them, to be said again
    """

    inputs: str
    catalogue: str
    use: str | None
    manifest: str
    queries: int
    warnings: tuple[Diagnostic, ...]


def read_record(root: Path) -> Record | None:
    """Return what is recorded of a project's last run; None when there is nothing, or nonsense."""
    try:
        data = json.loads((_folder(root) / _FILE).read_bytes())
        if data.pop("format") != _FORMAT:
            return None
        warnings = tuple(_diagnostic(entry) for entry in data.pop("warnings"))
        return Record(**data, warnings=warnings)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_record(root: Path, record: Record) -> None:
    """Replace the record as a whole; where that is refused there is none, and runs take longer."""
    folder = _folder(root)
    text = json.dumps({"format": _FORMAT, **asdict(record)}, default=str)
    fresh = folder / f"{_FILE}.{os.getpid()}"
    with suppress(OSError):
        create_ignored(folder)
        try:
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(folder / _FILE)
        finally:
            fresh.unlink(missing_ok=True)


def _folder(root: Path) -> Path:
    return root / ".quern"


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    location, related = data["location"], data["related"]
    changed: dict[str, Any] = {
        "file": Path(data["file"]),
        "location": _location(location) if location else None,
        "related": (_location(related[0]), str(related[1])) if related else None,
    }
    return Diagnostic(**{**data, **changed})


def _location(data: dict[str, Any]) -> Location:
    changed: dict[str, Any] = {"file": Path(data["file"])}
    return Location(**{**data, **changed})
