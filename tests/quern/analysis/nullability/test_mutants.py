import pytest

from quern.analysis.server import open_session
from quern.database import Database
from tests.quern.analysis.nullability import mutants_functions
from tests.quern.analysis.nullability.cases import Case
from tests.quern.analysis.nullability.database import DescribedCases
from tests.quern.analysis.nullability.judge import Described, catalog_of
from tests.quern.analysis.nullability.mutants import (
    MUTANTS,
    ONLY_BEFORE_18,
    ONLY_SINCE_18,
    Mutant,
)

_ALL = (*MUTANTS, *mutants_functions.MUTANTS, *ONLY_BEFORE_18, *ONLY_SINCE_18)


@pytest.mark.parametrize("mutant", _ALL, ids=[mutant.name for mutant in _ALL])
def test_a_case_notices_the_mutant(mutant: Mutant, described_cases: DescribedCases) -> None:
    if mutant in (ONLY_BEFORE_18 if described_cases.version >= 18 else ONLY_SINCE_18):
        pytest.skip("for another version of PostgreSQL")
    with mutant.applied():
        changed = _with_its_catalog(mutant, described_cases)
        noticed = any(_is_noticed(changed, *entry) for entry in changed.cases.values())
    assert noticed


def _is_noticed(found: DescribedCases, case: Case, described: Described) -> bool:
    expected = case.columns.replace("0", ".").replace("?", ".")
    try:
        return found.letters(case, described) != expected
    except (IndexError, RecursionError):  # a mutant that cannot go on
        return True


def _with_its_catalog(mutant: Mutant, found: DescribedCases) -> DescribedCases:
    if not mutant.is_query:
        return found
    trees = [described.tree for _, described in found.cases.values() if described.tree is not None]
    with open_session(Database(found.url, "a mutant")) as session:
        catalog = catalog_of(session, trees, found.catalog.types)
    return DescribedCases(found.url, found.version, found.cases, catalog)
