"""The search, tried on the hand-written cases, whose columns that give NULL are known."""

import pytest

from quern.analysis.nullability.aggregates import Aggregates
from quern.analysis.server import open_session
from quern.database import Database
from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.mutant_search import MutantSearch, Outcome
from tests.quern.analysis.nullability.database import DescribedCases
from tests.quern.analysis.nullability.judge import catalog_of
from tests.quern.analysis.nullability.mutants import MUTANTS
from tests.quern.analysis.nullability.random_queries import Query
from tests.quern.analysis.nullability.trial import NullTrial, Observed


def _mutant(name: str) -> Mutant:
    return next(mutant for mutant in MUTANTS if mutant.name == name)


@pytest.fixture(scope="module")
def trial(described_cases: DescribedCases) -> NullTrial:
    entries = described_cases.cases.values()
    observed = [
        Observed(
            Query(case.sql, non_null=frozenset(case.non_null)),
            described,
            rows=1,
            nulls={number for number, letter in enumerate(case.columns) if letter == "0"},
        )
        for case, described in entries
    ]
    trees = [described.tree for _, described in entries if described.tree is not None]
    of_catalog = _mutant("there are no checks")
    with open_session(Database(described_cases.url, "a mutant")) as session, of_catalog.applied():
        catalog = catalog_of(session, trees, described_cases.catalog.types)
    return NullTrial(1, described_cases.catalog, {of_catalog: catalog}, observed, [])


def _outcome(name: str, trial: NullTrial) -> Outcome:
    search = MutantSearch([_mutant(name)])
    search.add(trial)
    return search.outcomes[0]


def test_one_that_claims_too_much_is_caught_by_what_was_seen(trial: NullTrial) -> None:
    assert _outcome("aggregates skip no NULL", trial).how == "a claim is broken"


def test_one_that_proves_too_little_is_caught_by_what_is_missing(trial: NullTrial) -> None:
    assert _outcome("WHERE proves nothing", trial).how == "a proof is lost"


def test_one_of_the_catalogue_is_tried_with_its_own(trial: NullTrial) -> None:
    assert _outcome("there are no checks", trial).how == "a proof is lost"


def test_one_that_does_not_matter_is_not_caught(trial: NullTrial) -> None:
    without = [found for found in trial.observed if "current_schema" not in found.query.sql]
    rest = NullTrial(1, trial.catalog, {}, without, [])
    found = _outcome("there is a current schema", rest)
    assert (found.how, found.queries) == (None, len(without))


def test_the_rule_is_put_back(trial: NullTrial) -> None:
    code = Aggregates.aggregate.__code__
    _outcome("aggregates skip no NULL", trial)
    assert Aggregates.aggregate.__code__ is code


def test_queries_that_do_not_reach_what_is_edited_do_not_count(trial: NullTrial) -> None:
    found = _outcome("there is a current schema", trial)
    assert found.concerned < 10 < len(trial)
