"""The analysis of a thousand queries, beside what the server alone takes for it."""

import gc
from collections.abc import Sequence

from psycopg import pq
from psycopg.pq.abc import PGconn, PGresult

from quern.analysis.analyse import analyse
from quern.analysis.server import open_session
from quern.cli import GC_THRESHOLD
from quern.database import Database
from quern.source.files import load_queries
from tests.benchmarks.bench import Bench
from tests.benchmarks.figures.generation import TABLES
from tests.benchmarks.measure import Contestant, interleave, timed
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.synthetic import make_project

_QUERIES = 1000
#: As many as the analysis has under way at once.
_BATCH = 100
_BARE = "Parse and Describe, pipelined, trees received and dropped"
_QUERN = "quern's analysis"
_LOAD = "quern's reading of the files, before it"


def measure(bench: Bench) -> list[Section]:
    """Measure in one process, on one connection."""
    folder = bench.folder / "analysis"
    make_project(folder, _QUERIES, TABLES)
    url = bench.database("analysis", (folder / "schema.sql").read_text())
    queries = load_queries(folder, folder / "queries").queries
    statements = [query.sql.encode() for query in queries]
    threshold = gc.get_threshold()
    gc.set_threshold(GC_THRESHOLD)
    try:
        with open_session(Database(url, "benchmark")) as connection:
            contestants = [
                Contestant(_BARE, timed(lambda: _ask(connection.pgconn, statements))),
                Contestant(_QUERN, timed(lambda: analyse(connection, queries))),
                Contestant(_LOAD, timed(lambda: load_queries(folder, folder / "queries"))),
            ]
            times = interleave(contestants, rounds=bench.rounds(9), seconds=25)
    finally:
        gc.set_threshold(*threshold)
    header, lines = compared(times, _BARE, "s")
    section = Section(
        title=f"Analysis of {_QUERIES:,} queries",
        how=f"The same queries as above, in {len(times.rounds[_BARE])} rounds, in one process.",
        header=header,
        lines=lines,
        bars=[
            Bar("analysis of 1,000 queries", "at most", 0.8, "s", times.seconds(_QUERN)),
            Bar(
                "analysis of 1,000 queries",
                *("at most", 15, "x bare Parse and Describe with trees, pipelined"),
                times.ratio(_QUERN, _BARE),
            ),
        ],
    )
    return [section]


def _ask(pgconn: PGconn, statements: Sequence[bytes]) -> None:
    """Ask about all statements; their trees arrive as notices, and nobody reads them."""
    trees = 0

    def count(_: PGresult) -> None:
        nonlocal trees
        trees += 1

    pgconn.nonblocking = 0
    before, pgconn.notice_handler = pgconn.notice_handler, count
    try:
        for start in range(0, len(statements), _BATCH):
            _ask_batch(pgconn, statements[start : start + _BATCH])
    finally:
        pgconn.notice_handler = before
    if trees != len(statements):
        raise AssertionError(f"{trees} trees of {len(statements)} statements")


def _ask_batch(pgconn: PGconn, statements: Sequence[bytes]) -> None:
    pgconn.enter_pipeline_mode()
    for statement in statements:
        pgconn.send_prepare(b"", statement)
        pgconn.send_describe_prepared(b"")
        pgconn.pipeline_sync()
    for _ in statements:
        while (result := pgconn.get_result()) is None or (
            result.status != pq.ExecStatus.PIPELINE_SYNC
        ):
            if result is not None and result.status == pq.ExecStatus.FATAL_ERROR:
                raise AssertionError(pgconn.get_error_message())
    pgconn.exit_pipeline_mode()
