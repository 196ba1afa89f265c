"""A few seeds of :mod:`.trial`; ``just fuzz --what cardinality`` tries more."""

import time

import pytest

from tests.postgres import Databases
from tests.quern.analysis.cardinality.report import Report
from tests.quern.analysis.cardinality.trial import try_seed

_SECONDS = 5


@pytest.fixture(scope="module")
def report(databases: Databases) -> Report:
    found = Report()
    name = databases.empty()
    end = time.monotonic() + _SECONDS
    seed = 1
    while time.monotonic() < end:
        found.add(try_seed(databases.server.owner_url(name), seed))
        seed += 1
    databases.drop(name)
    return found


def test_no_claim_is_broken(report: Report) -> None:
    assert not report.failures, "\n\n".join(report.failures)


def test_most_queries_are_taken(report: Report) -> None:
    assert report.refused < 0.5 * report.queries


def test_single_rows_are_seen(report: Report) -> None:
    assert report.seen["at_most_one, 1 row(s)"] > report.seen.total() / 20
