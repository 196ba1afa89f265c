"""A second run, when nothing changed."""

import shutil
import sys
import tempfile
from pathlib import Path

import psycopg

from quern import embedded
from quern.config import load_config
from quern.provision import prepare_embedded
from tests.benchmarks import child
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures.generation import TABLES
from tests.benchmarks.measure import Contestant, interleave
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.synthetic import make_project

_QUERIES = 1000
_EMBEDDED = "quern, on the embedded server, which does not run"
_PYTHON = "python -c pass"


def measure(bench: Bench) -> list[Section]:
    """Measure a project that uses its own embedded server: only that can go unasked.

    Its server lies where :mod:`quern.embedded` puts it for a project, and is deleted afterwards.
    """
    folder = bench.folder / "unchanged"
    make_project(folder, _QUERIES, TABLES)
    config = load_config(folder)
    with embedded.start(folder) as server:
        state = server.log.parents[2]
        prepare_embedded(server, config)
        url = server.url(config.embedded.database, config.embedded.owner)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute((folder / "schema.sql").read_bytes())
    try:
        return [_section(bench, folder)]
    finally:
        if state.is_relative_to(tempfile.gettempdir()):  # and not some folder of the user's
            shutil.rmtree(state, ignore_errors=True)


def _section(bench: Bench, folder: Path) -> Section:
    asked = bench.database("unchanged", (folder / "schema.sql").read_text())
    other = bench.folder / "unchanged_asked"
    make_project(other, _QUERIES, TABLES)
    generate = [sys.executable, "-m", "quern", "generate"]
    contestants = [
        Contestant(_EMBEDDED, lambda: child.run(generate, folder, {"DATABASE_URL": ""}).seconds),
        Contestant(
            "quern, with DATABASE_URL, which is asked whether the schema is the same",
            lambda: child.run(generate, other, {"DATABASE_URL": asked}).seconds,
        ),
        Contestant(_PYTHON, lambda: child.run([sys.executable, "-c", "pass"], folder, {}).seconds),
    ]
    times = interleave(contestants, rounds=bench.rounds(9), seconds=25)
    header, lines = compared(times, _PYTHON, "s")
    return Section(
        title=f"{_QUERIES:,} queries, nothing changed",
        how=(
            f"`quern generate` a second time, whole processes, in {len(times.rounds[_PYTHON])} "
            "rounds."
        ),
        header=header,
        lines=lines,
        bars=[
            Bar(
                f"{_QUERIES:,} queries, nothing changed",
                *("at most", 0.15, "s"),
                times.seconds(_EMBEDDED),
            )
        ],
    )
