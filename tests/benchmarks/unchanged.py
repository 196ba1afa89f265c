"""How long ``quern generate`` takes when nothing changed.

::

    python -m tests.benchmarks.unchanged --queries 1000 --runs 10

On the embedded server, and with a DATABASE_URL; beside them a whole run, and Python doing nothing.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg

from quern import embedded
from quern.config import load_config
from quern.provision import prepare_embedded
from tests.benchmarks.synthetic import make_project

_GENERATE = (str(Path(sys.executable).parent / "quern"), "generate")


def _seconds(command: Sequence[str], folder: Path, url: str, runs: int, *, fresh: bool) -> float:
    """Return the median time of some runs.

    :param fresh: whether each run shall find no record of the one before
    """
    times: list[float] = []
    for _ in range(runs):
        if fresh:
            (folder / ".quern" / "last-run.json").unlink(missing_ok=True)
        started = time.perf_counter()
        subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, "DATABASE_URL": url},
            check=True,
            stdout=subprocess.DEVNULL,
        )
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def measure(queries: int, runs: int) -> None:
    """Print a table."""
    with tempfile.TemporaryDirectory(prefix="quern-benchmark-") as name:
        folder = Path(name)
        make_project(folder, queries)
        nothing = (sys.executable, "-c", "pass")
        rows = [("python -c pass", _seconds(nothing, folder, "", runs, fresh=False))]
        with embedded.start(folder) as server:
            prepare_embedded(server, load_config(folder))
            url = server.url("quern")
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute((folder / "schema.sql").read_bytes())
            whole = _seconds(_GENERATE, folder, url, runs, fresh=True)
            rows.append(("a whole run, DATABASE_URL", whole))
            asked = _seconds(_GENERATE, folder, url, runs, fresh=False)
            rows.append(("nothing changed, DATABASE_URL", asked))
        _seconds(_GENERATE, folder, "", 1, fresh=False)
        unasked = _seconds(_GENERATE, folder, "", runs, fresh=False)
        rows.append(("nothing changed, embedded server", unasked))
    print(f"{queries} queries, median of {runs}")
    for title, seconds in rows:
        print(f"  {title:<34} {seconds * 1000:6.0f} ms")


def main() -> None:
    """Measure, as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.unchanged")
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    measure(options.queries, options.runs)


if __name__ == "__main__":
    main()
