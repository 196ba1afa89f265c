"""Random queries, judged and run: no claim on NULL or on the number of rows may be broken.

``python -m tests.quern.analysis.fuzz --minutes 10 --seed 1`` runs on the server that
:mod:`tests.postgres` chooses.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import psycopg

from tests import postgres
from tests.postgres import Databases
from tests.quern.analysis.cardinality import report as cardinality
from tests.quern.analysis.cardinality.trial import try_seed as try_rows
from tests.quern.analysis.nullability import report as nullability
from tests.quern.analysis.nullability.trial import try_seed as try_nulls
from tests.quern.analysis.trial import LostServerError

_RECOVERY_SECONDS = 60


@dataclass(frozen=True)
class _Subject:
    """What is tried.

    :ivar try_seed: tries a seed in the database of a URL, and adds what comes of it to the report
    """

    name: str
    report: nullability.Report | cardinality.Report
    try_seed: Callable[[str, int], None]


def main() -> int:
    """Run for some minutes; return 1 if a claim was broken or the server went away."""
    parser = argparse.ArgumentParser(
        prog="just fuzz", description="Look for a broken claim in random queries."
    )
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: 10)")
    parser.add_argument("--seed", type=int, default=1, help="the first seed (default: 1)")
    parser.add_argument("--what", choices=["nullability", "cardinality", "both"], default="both")
    arguments = parser.parse_args()
    subjects = [s for s in _subjects() if arguments.what in {s.name, "both"}]
    end = time.monotonic() + arguments.minutes * 60
    seed, losses = arguments.seed, 0
    with postgres.start() as server:
        databases = Databases(server)
        name = databases.empty()
        url = server.owner_url(name)
        while time.monotonic() < end:
            losses += _try_all(subjects, url, seed)
            seed += 1
        databases.drop(name)
    print(f"seeds {arguments.seed} to {seed - 1} on {server.words}")
    for subject in subjects:
        print(f"{subject.name}: {subject.report}")
    return 1 if losses or any(subject.report.failures for subject in subjects) else 0


def _subjects() -> tuple[_Subject, ...]:
    nulls, rows = nullability.Report(), cardinality.Report()
    return (
        _Subject("nullability", nulls, lambda url, seed: nulls.add(try_nulls(url, seed))),
        _Subject("cardinality", rows, lambda url, seed: rows.add(try_rows(url, seed))),
    )


def _try_all(subjects: Sequence[_Subject], url: str, seed: int) -> int:
    """Try a seed, print what is broken, and return how often the server went away."""
    losses = 0
    for subject in subjects:
        known = len(subject.report.failures)
        try:
            subject.try_seed(url, seed)
        except LostServerError as lost:
            losses += 1
            print(f"seed {seed}: the server went away over\n{lost}\n", flush=True)
            _wait_for(url)
        for failure in subject.report.failures[known:]:
            print(failure, end="\n\n", flush=True)
    return losses


def _wait_for(url: str) -> None:
    """Wait until the server is there again."""
    end = time.monotonic() + _RECOVERY_SECONDS
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)
        else:
            return


if __name__ == "__main__":
    sys.exit(main())
