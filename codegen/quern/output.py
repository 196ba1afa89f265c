"""The output folder: comparing it with what it should hold, and swapping new files in.

All files are written to a staging folder first. When they are all there, a *journal* that names
them is written: from then on the change is decided. A run that finds a journal carries it out to
the end; one that finds a staging folder without a journal throws it away. So a run that is killed
leaves the output as it was, or as it was to be, for the next run to complete.

Only files that the manifest names are ours (:mod:`quern.manifest`): what nobody made here is never
touched, and a file that was edited by hand is told from one that is out of date.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Container, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from quern.errors import QuernError
from quern.manifest import MANIFEST, Origin, hash_bytes, read_manifest, with_manifest

STAGING = ".quern-staging"
_JOURNAL = "journal.json"

Change = Literal["missing", "stale", "edited", "left over"]


@dataclass(frozen=True)
class Difference:
    """A file that is not what it should be.

    :ivar change: ``missing``; ``stale`` (the queries or the schema changed); ``edited`` (by hand);
        ``left over`` (its queries are gone)
    :ivar diff: as unified diff, from what is there to what should be
    """

    path: PurePosixPath
    change: Change
    diff: str


def compare(
    folder: Path, files: Mapping[PurePosixPath, str], origin: Origin | None = None
) -> list[Difference]:
    """Return how the output folder differs from what it should hold.

    :param files: what it should hold, without the manifest
    :raises QuernError: if the folder or its manifest cannot be read
    """
    with _failures_reported(folder), _locked(folder):
        _recover(folder)
        return list(_differences(folder, with_manifest(files, origin)))


def compare_with_manifest(folder: Path) -> list[Difference]:
    """Return which files are not as the manifest says; what they should be is not known here.

    :raises QuernError: if the manifest cannot be read
    """
    found: list[Difference] = []
    for name, made in read_manifest(folder).files.items():
        current = _hash_of_file(folder / name)
        if current is None:
            found.append(Difference(PurePosixPath(name), "missing", ""))
        elif current != made:
            found.append(Difference(PurePosixPath(name), "edited", ""))
    return found


def write(
    folder: Path, files: Mapping[PurePosixPath, str], origin: Origin | None = None
) -> list[PurePosixPath]:
    """Make the output folder hold the files; those that are right already are not touched.

    :param files: what it should hold, without the manifest
    :returns: the paths that changed
    :raises QuernError: if a file that is not ours stands in the way, the manifest cannot be read,
        or the folder cannot be written
    """
    wanted = with_manifest(files, origin)
    with _failures_reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return _write(folder, wanted)


def _write(folder: Path, wanted: Mapping[PurePosixPath, str]) -> list[PurePosixPath]:
    with _locked(folder):
        _recover(folder)
        ours = set(read_manifest(folder).files)
        changed = {
            path: text for path, text in wanted.items() if _read(folder / path) != text.encode()
        }
        gone = [PurePosixPath(name) for name in ours if PurePosixPath(name) not in wanted]
        for path in changed:
            if (foreign := _in_the_way(folder, path, ours)) is not None:
                raise QuernError(
                    f"{folder.name}/{foreign} is in the way: it was not made by quern",
                    hint="move it elsewhere; nothing was written",
                )
        if changed or gone:
            _stage(folder, changed, gone)
            _carry_out(folder)
    return sorted([*changed, *gone])


def _in_the_way(folder: Path, path: PurePosixPath, ours: Container[str]) -> PurePosixPath | None:
    """Return what is not ours and stands where a file, or a folder above it, should be."""
    for parent in list(path.parents)[:-1]:
        if (folder / parent).exists() and not (folder / parent).is_dir():
            return parent
    if path.as_posix() not in ours and path != MANIFEST and (folder / path).exists():
        return path
    return None


def _stage(folder: Path, changed: Mapping[PurePosixPath, str], gone: list[PurePosixPath]) -> None:
    staging = folder / STAGING
    staging.mkdir()
    for number, text in enumerate(changed.values()):
        _write_durably(staging / str(number), text)
    journal = {
        "write": [path.as_posix() for path in changed],
        "remove": [path.as_posix() for path in gone],
    }
    _write_durably(staging / "journal.new", json.dumps(journal))
    (staging / "journal.new").rename(staging / _JOURNAL)
    _sync_folder(staging)


def _carry_out(folder: Path) -> None:
    """Do what the journal says; done twice, it does the same."""
    staging = folder / STAGING
    journal = json.loads((staging / _JOURNAL).read_text(encoding="utf-8"))
    for number, name in enumerate(journal["write"]):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (staging / str(number)).exists():
            (staging / str(number)).replace(target)
    for name in journal["remove"]:
        _remove(folder, PurePosixPath(name))
    _sync_folder(folder)
    shutil.rmtree(staging)


def _recover(folder: Path) -> None:
    """Complete, or throw away, what a killed run left."""
    staging = folder / STAGING
    if (staging / _JOURNAL).exists():
        _carry_out(folder)
    elif staging.exists():
        shutil.rmtree(staging)


def _remove(folder: Path, path: PurePosixPath) -> None:
    """Remove a file, and the folders that it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    for parent in list(path.parents)[:-1]:
        inside = folder / parent
        shutil.rmtree(inside / "__pycache__", ignore_errors=True)
        if not inside.exists() or any(inside.iterdir()):
            return
        inside.rmdir()


def _differences(folder: Path, wanted: Mapping[PurePosixPath, str]) -> Iterator[Difference]:
    hashes = read_manifest(folder).files
    for path, text in sorted(wanted.items()):
        found = _read(folder / path)
        if found == text.encode():
            continue
        if found is None:
            yield Difference(path, "missing", "")
            continue
        current = found.decode(errors="replace")
        made = hashes.get(path.as_posix())
        change: Change = "edited" if made is not None and made != hash_bytes(found) else "stale"
        yield Difference(path, change, _diff(path, current, text))
    for name in hashes:
        path = PurePosixPath(name)
        if path not in wanted and (folder / path).exists():
            yield Difference(path, "left over", "")


def _diff(path: PurePosixPath, current: str, wanted: str) -> str:
    import difflib  # for the few runs that find a difference

    lines = difflib.unified_diff(
        current.splitlines(keepends=True),
        wanted.splitlines(keepends=True),
        f"{path} (as it is)",
        f"{path} (as it should be)",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def is_as_written(folder: Path, manifest: str) -> bool:
    """Tell whether the folder holds what a run wrote: no file edited, missing or half swapped in.

    :param manifest: the hash of the manifest that the run wrote
    """
    found = _read(folder / MANIFEST)
    if found is None or hash_bytes(found) != manifest or (folder / STAGING).exists():
        return False
    files = read_manifest(folder).files
    return all(_hash_of_file(folder / name) == made for name, made in files.items())


def _hash_of_file(path: Path) -> str | None:
    content = _read(path)
    return None if content is None else hash_bytes(content)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _write_durably(path: Path, text: str) -> None:
    with path.open("wb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _failures_reported(folder: Path) -> Generator[None]:
    """Turn what the file system refuses into an error for the user."""
    try:
        yield
    except OSError as error:
        raise QuernError(
            f"{folder.name}/ cannot be written: {error.strerror}: {error.filename}",
            hint="see to it that this is a folder that you may write; a run that stopped half way "
            "is completed by the next",
        ) from None


@contextmanager
def _locked(folder: Path) -> Generator[None]:
    """Hold the output folder, so that two runs at once do not mix."""
    if not folder.exists():
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)  # the folder itself: no lock file is left in it
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
