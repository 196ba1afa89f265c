"""The embedded server's life: who uses it, and who stops it.

Run as a script (``python embedded_keeper.py HOME``) this is the *keeper*: a process that waits
until nobody uses the server of ``HOME`` any more, and then stops it. It imports only the standard
library, so that it starts fast and needs no path.

How use is counted: each user holds a shared ``flock`` on ``lease.lock``. The kernel drops it when
the process ends, however it ends: after SIGTERM and SIGKILL too, without a signal handler.
Starting, stopping and joining happen under ``mutex.lock``, which nobody holds while waiting for
``lease.lock``.
"""

import fcntl
import os
import shutil
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

MUTEX = "mutex.lock"
LEASE = "lease.lock"
KEEPER = "keeper.lock"
KEPT = "kept"
USE = "use"
SCRATCH = "scratch"
SERVER = "server"

#: Seconds that a server is given to shut down in good order before it is told to drop everything.
SHUTDOWN_SECONDS = 30.0
#: Seconds to wait for a server whose starter was killed while it came up.
ORPHAN_SECONDS = 5.0


@contextmanager
def locked(path: Path) -> Generator[None]:
    """Hold an exclusive lock on ``path``, waiting for it as long as it takes."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def try_lock(path: Path) -> IO[str] | None:
    """Take an exclusive lock on ``path`` if nobody holds one.

    :returns: the open file, which holds the lock until it is closed; None when it is taken
    """
    file = path.open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def recorded_pid(lock_file: Path) -> int | None:
    """Return the process id in one of Postgres' lock files, if such a process lives."""
    try:
        pid = int(lock_file.read_text().split("\n", 1)[0])
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid


def postmaster_pid(home: Path) -> int | None:
    """Return the process id of the running server of ``home``, or None.

    The number in ``postmaster.pid`` is not enough: after a crash of the machine, or in another
    container, it may belong to some other process, which may be another home's server.
    """
    data = home / SERVER / "data"
    pid = recorded_pid(data / "postmaster.pid")
    return pid if pid is not None and _serves(pid, data) else None


def _serves(pid: int, data: Path) -> bool:
    process = Path("/proc")
    if not (process / "self").exists():
        return True  # macOS: believe the file
    try:
        command = (process / str(pid) / "cmdline").read_bytes()  # empty for a zombie
    except OSError:
        return False
    return os.fsencode(data) in command.split(b"\0")


def stop_server(home: Path) -> None:
    """Stop the server of ``home``, if one runs; the caller holds the mutex.

    Signals are those of ``pg_ctl stop``, which refuses to run as root: SIGINT is a fast shutdown,
    SIGQUIT an immediate one (Postgres manual, "Shutting Down the Server").
    """
    pid = postmaster_pid(home)
    for number in (signal.SIGINT, signal.SIGQUIT):
        if pid is None:
            return
        with suppress(ProcessLookupError):
            os.kill(pid, number)
        deadline = time.monotonic() + SHUTDOWN_SECONDS
        while time.monotonic() < deadline and postmaster_pid(home) == pid:
            time.sleep(0.01)
        pid = postmaster_pid(home)


def stop_if_unused(home: Path) -> bool:
    """Stop the server of ``home`` unless somebody uses it or it is to be kept.

    A scratch server takes its whole folder with it. The caller holds the mutex.

    :returns: whether nobody used it
    """
    unused = try_lock(home / LEASE)
    if unused is None:
        time.sleep(0.005)  # it may have been the keeper, which holds the lock for an instant
        unused = try_lock(home / LEASE)
    if unused is None:
        return False
    with unused:
        if (home / KEPT).exists():
            return True
        stop_server(home)
        if (home / SCRATCH).exists():
            shutil.rmtree(home, ignore_errors=True)
    return True


def keep(home: Path) -> None:
    """Wait until the server of ``home`` has no user left, then stop it."""
    keeper = try_lock(home / KEEPER)
    if keeper is None:
        return  # another keeper waits already
    with keeper:
        while home.exists():
            with locked(home / LEASE):
                pass  # nobody used it just now; look again under the mutex
            _await_orphan(home)
            with locked(home / MUTEX):
                if stop_if_unused(home):
                    # Given up while the mutex is held: whoever starts the server next must find
                    # that it has no keeper.
                    keeper.close()
                    return


def _await_orphan(home: Path) -> None:
    """Give a server time to appear whose starter was killed half-way."""
    marker = home / SERVER / "starting"
    deadline = time.monotonic() + ORPHAN_SECONDS
    while marker.exists() and postmaster_pid(home) is None and time.monotonic() < deadline:
        time.sleep(0.05)


if __name__ == "__main__":
    # The starter waits for its child only; the keeper is a grandchild, and no zombie of its.
    if os.fork() == 0:
        with suppress(FileNotFoundError):  # the folder was deleted under us: nothing left to keep
            keep(Path(sys.argv[1]))
