"""A few seeds of :mod:`.trial`; ``just fuzz --what nullability`` tries more."""

import pytest

from tests.postgres import Databases
from tests.quern.analysis.nullability.report import Report
from tests.quern.analysis.nullability.trial import try_seed

_SEEDS = range(1, 9)
_QUERIES = 70


@pytest.fixture(scope="module")
def report(databases: Databases) -> Report:
    found = Report()
    name = databases.empty()
    for seed in _SEEDS:
        found.add(try_seed(databases.server.owner_url(name), seed, _QUERIES))
    databases.drop(name)
    return found


def test_no_claim_is_broken(report: Report) -> None:
    assert not report.failures, "\n\n".join(map(str, report.failures))


def test_most_queries_are_taken(report: Report) -> None:
    assert report.refused < 0.3 * report.queries, report.refusals


def test_many_claims_are_checked(report: Report) -> None:
    assert report.claims > 200
