"""``quern generate --watch``: run again whenever what a run reads was saved."""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NoReturn

from quern.config import Config, load_config
from quern.errors import QuernError
from quern.incremental.inputs import read_inputs

#: Milliseconds between looks at what no watch can be set on, since it is not there yet.
_LOOK_AGAIN = 500


def watch(root: Path, database_url: str | None, run: Callable[[], object]) -> NoReturn:
    """Run, and run again after each change of queries, migrations or settings, until interrupted.

    Events of the file system only say that it is time to look; what counts is whether the hash of
    the inputs changed. So a run does not react to what it writes itself, nor to a file that is
    saved unchanged, and a change during a run is not missed.

    :param root: the project's folder
    :param run: makes the output and prints how that went; does not raise for mistakes
    :raises QuernError: if watchfiles is not installed
    """
    try:
        import watchfiles
    except ImportError:
        raise QuernError(
            "--watch needs the package watchfiles", hint="pip install 'quern[watch]'"
        ) from None
    with ExitStack() as stack:
        _keep_server(root, database_url, stack)
        while True:
            seen = _state(root)
            run()
            paths = _watched(root)
            names = ", ".join(os.path.relpath(path) for path in paths)
            print(f"watching {names}; Ctrl-C ends", file=sys.stderr, flush=True)
            there = [path for path in paths if path.exists()]
            missing = [path for path in paths if path not in there]
            first = True
            for changes in watchfiles.watch(
                *there, watch_filter=None, yield_on_timeout=True, rust_timeout=_LOOK_AGAIN
            ):
                appeared = any(path.exists() for path in missing)
                # The first look is for what changed before the watch was set.
                if (changes or first or appeared) and _state(root) != seen:
                    break
                first = False


def _state(root: Path) -> str:
    """Return a hash of all inputs; where settings are wrong, of what is wrong with them."""
    try:
        return read_inputs(load_config(root)).digest
    except QuernError as error:
        return error.render()


def _watched(root: Path) -> list[Path]:
    """Return the files and folders that a run reads, as far as the settings can be read."""
    settings = root / "pyproject.toml"
    try:
        config = load_config(root)
    except QuernError:
        return [settings]
    names = [config.queries, *config.migrations]
    if config.embedded.roles is not None:
        names.append(config.embedded.roles)
    return [settings, *(root / name for name in names)]


def _keep_server(root: Path, database_url: str | None, stack: ExitStack) -> None:
    """Use the embedded server all the time, so that it does not stop after each run."""
    if database_url or os.environ.get("DATABASE_URL"):
        return
    from quern import embedded

    try:
        config: Config = load_config(root)
        stack.enter_context(embedded.start(root, version=config.embedded.postgres))
    except QuernError:
        return  # the run will say what is wrong
