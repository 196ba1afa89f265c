"""Where an embedded server lives: its home folder, and the system user that it runs as."""

import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quern import embedded_keeper as keeper
from quern.embedded_binaries import WAY_OUT, make_own_folder
from quern.errors import EmbeddedError

#: The path of a Unix socket may take 107 bytes, on macOS 103; ``/.s.PGSQL.5432`` takes 14.
_LONGEST_SOCKET_FOLDER = 88


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as when we are root."""

    uid: int
    gid: int


@dataclass(frozen=True)
class Home:
    """The folder of one server and the places in it."""

    path: Path
    account: Account | None
    scratch: bool = False

    @property
    def server(self) -> Path:
        """The folder of the server, private to its system user."""
        return self.path / keeper.SERVER

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.server / "data"

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self.server / "log"

    @property
    def sockets(self) -> Path:
        """The folder of the socket."""
        # To libpq and to the server alike, a comma separates two places.
        if len(os.fsencode(self.server)) <= _LONGEST_SOCKET_FOLDER and "," not in str(self.server):
            return self.server
        return Path(tempfile.gettempdir()) / f"quern-{os.geteuid()}-{_digest(self.path)}"

    def create(self) -> None:
        """Make the folders; the caller holds the mutex and a lease."""
        if self.scratch:
            (self.path / keeper.SCRATCH).touch()  # from here on a sweep may delete it
        if self.account is not None:
            self.path.chmod(0o755)  # the server's user must be able to pass, whatever the umask
        self.server.mkdir(mode=0o700, exist_ok=True)
        if self.account is not None:
            os.chown(self.server, self.account.uid, self.account.gid)
        if self.sockets != self.server:
            make_own_folder(self.sockets, mode=0o700)

    def begin_use(self) -> str:
        """Mark that somebody uses the server from here on; the caller holds the mutex, no lease.

        :returns: the mark; an empty one if others use the server already, or may
        """
        unused = keeper.try_lock(self.path / keeper.LEASE)
        if unused is not None:
            unused.close()
        alone = unused is not None and not (self.path / keeper.KEPT).exists()
        mark = os.urandom(16).hex() if alone else ""
        (self.path / keeper.USE).write_text(mark)
        return mark


def service_account() -> Account | None:
    """Return whom the server runs as when we are root: ``postgres`` where it exists, or nobody."""
    if os.geteuid() != 0:
        return None
    import pwd

    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(entry.pw_uid, entry.pw_gid)
    raise EmbeddedError(
        "Postgres refuses to run as root, and there is no user postgres or nobody to run it as",
        hint=f"run as an ordinary user, or {WAY_OUT}",
    )


def project_home(project: Path, version: int, account: Account | None) -> Path:
    """Return the home of a project's server of a major version."""
    project = project.resolve()
    if account is None:
        base = project / ".quern"
    else:
        base = Path(tempfile.gettempdir()) / f"quern-root-{_digest(project)}"
    return base / f"postgres-{version}"


def last_use(home: Path) -> str | None:
    """Return the mark of the last use of a server; None if others may have used it meanwhile.

    Every use makes a new mark. So where one is found again, nobody has used the server since, and
    its databases are as they were; it needs not be started to know that.
    """
    if (home / keeper.KEPT).exists():
        return None  # its URL was given away: anyone may come and go
    try:
        return (home / keeper.USE).read_text() or None
    except OSError:
        return None


def create_ignored(base: Path) -> None:
    """Make the folder of our own state, which git shall not see."""
    base.mkdir(parents=True, exist_ok=True)
    ignore = base / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n")


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
