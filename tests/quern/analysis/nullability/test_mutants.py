import pytest

from quern.analysis.server import open_session
from quern.database import Database
from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.nullability.cases import Case
from tests.quern.analysis.nullability.database import DescribedCases
from tests.quern.analysis.nullability.judge import Described, catalog_of
from tests.quern.analysis.nullability.mutants import MUTANTS


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_a_case_notices_the_mutant(mutant: Mutant, described_cases: DescribedCases) -> None:
    if not mutant.since <= described_cases.version <= mutant.until:
        pytest.skip("for another version of PostgreSQL")
    with mutant.applied():
        changed = _with_its_catalog(mutant, described_cases)
        noticed = any(_is_noticed(mutant, changed, *entry) for entry in changed.cases.values())
    assert noticed


def test_names_are_given_once() -> None:
    names = [mutant.name for mutant in MUTANTS]
    assert sorted(set(names)) == sorted(names)


def _is_noticed(mutant: Mutant, found: DescribedCases, case: Case, described: Described) -> bool:
    """Tell whether a proof is missing, or one is found of what may be NULL."""
    try:
        proven = found.letters(case, described)
    except (IndexError, RecursionError):  # a mutant that cannot go on
        return True
    letters = zip(case.columns, proven, strict=True)
    if mutant.proves_less:
        return any(expected == "N" and letter != "N" for expected, letter in letters)
    return any(expected != "N" and letter == "N" for expected, letter in letters)


def _with_its_catalog(mutant: Mutant, found: DescribedCases) -> DescribedCases:
    if not (mutant.is_query or mutant.rereads):
        return found
    trees = [described.tree for _, described in found.cases.values() if described.tree is not None]
    with open_session(Database(found.url, "a mutant")) as session:
        catalog = catalog_of(session, trees, found.catalog.types)
    return DescribedCases(found.url, found.version, found.cases, catalog)
