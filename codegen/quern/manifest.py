"""The manifest: which files of the output folder are ours, and what they were made from.

It names them with their hashes, and those of what they were made from, so that staleness shows
without a database. The hash of the migrations stands only there, so that a migration does not touch
every file.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from quern import __version__
from quern.errors import QuernError

MANIFEST = PurePosixPath("_manifest.json")


@dataclass(frozen=True)
class Origin:
    """What the files are made from, as hashes (SHA-256, in hex).

    :ivar queries: of each query file, by its path from the project's folder
    :ivar settings: of those that decide what is written
    :ivar migrations: of the files that make the schema; None when no setting names them
    """

    queries: Mapping[str, str]
    settings: str
    migrations: str | None


@dataclass(frozen=True)
class Manifest:
    """What the manifest says.

    :ivar version: of the quern that made the files
    :ivar origin: None when it does not say
    :ivar files: the hash of each file, by its path in the folder
    """

    version: str | None
    origin: Origin | None
    files: Mapping[str, str]


def with_manifest(
    files: Mapping[PurePosixPath, str], origin: Origin | None = None
) -> dict[PurePosixPath, str]:
    """Return the files and their manifest."""
    manifest: dict[str, object] = {"quern": __version__}
    if origin is not None:
        manifest |= {"settings": origin.settings, "migrations": origin.migrations}
        manifest["queries"] = dict(sorted(origin.queries.items()))
    manifest["files"] = {path.as_posix(): _hash(text) for path, text in sorted(files.items())}
    return {**files, MANIFEST: json.dumps(manifest, indent=2) + "\n"}


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest; it names no file when there is none.

    :raises QuernError: if it cannot be understood
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {str(name): str(value) for name, value in manifest["files"].items()}
        if not all(_lies_below(name) for name in files):
            raise ValueError("a path that leads out of the folder")
        return Manifest(manifest.get("quern"), _origin(manifest), files)
    except FileNotFoundError:
        return Manifest(None, None, {})
    except OSError as error:
        raise QuernError(
            f"{folder.name}/{MANIFEST} cannot be read: {error.strerror}",
            hint="see to it that this is a file that you may read",
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise QuernError(
            f"{folder.name}/{MANIFEST} cannot be read, so it is unknown which files are ours",
            hint=f"restore it, or delete the folder {folder.name} and generate again",
        ) from None


def _origin(manifest: Mapping[str, Any]) -> Origin | None:
    if "queries" not in manifest:
        return None
    queries = {str(name): str(value) for name, value in manifest["queries"].items()}
    return Origin(queries, str(manifest["settings"]), manifest["migrations"])


def hash_of_manifest(files: Mapping[PurePosixPath, str], origin: Origin | None) -> str:
    """Return what :func:`quern.output.is_as_written` takes, of files that were written."""
    return _hash(with_manifest(files, origin)[MANIFEST])


def hash_bytes(content: bytes) -> str:
    """Return the hash of a file as the manifest gives it."""
    return hashlib.sha256(content).hexdigest()


def _hash(text: str) -> str:
    return hash_bytes(text.encode())


def _lies_below(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts
