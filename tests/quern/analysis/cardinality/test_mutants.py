from dataclasses import dataclass

import pytest

from quern.analysis.cardinality.cardinality import find_cardinality
from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.prover import Prover
from quern.analysis.server import open_session
from quern.analysis.tree.nodetree import Node
from quern.database import Database
from tests.quern.analysis.cardinality.case import Case
from tests.quern.analysis.cardinality.cases import CASES
from tests.quern.analysis.cardinality.counting import ALLOWED, catalog_of, trees_of
from tests.quern.analysis.cardinality.mutants import MUTANTS
from tests.quern.analysis.mutant import Mutant


@dataclass(frozen=True)
class _Described:
    """The cases that the server knows, each with its tree."""

    url: str
    version: int
    cases: tuple[tuple[Case, Node], ...]
    catalog: Catalog


@pytest.fixture(scope="module")
def described(cases_url: str) -> _Described:
    with open_session(Database(cases_url, "the cases")) as session:
        trees = trees_of(session, [case.query for case in CASES])
        pairs = zip(CASES, trees, strict=True)
        found = tuple((case, tree) for case, tree in pairs if tree is not None)
        version = session.info.server_version // 10000
        catalog = catalog_of(session, [tree for _, tree in found])
    return _Described(cases_url, version, found, catalog)


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant.name for mutant in MUTANTS])
def test_a_case_notices_the_mutant(mutant: Mutant, described: _Described) -> None:
    if not mutant.since <= described.version <= mutant.until:
        pytest.skip("for another version of PostgreSQL")
    with mutant.applied():
        catalog = _catalog(mutant, described)
        noticed = any(_is_noticed(mutant, *entry, catalog) for entry in described.cases)
    assert noticed


def test_names_are_given_once() -> None:
    names = [mutant.name for mutant in MUTANTS]
    assert sorted(set(names)) == sorted(names)


def _is_noticed(mutant: Mutant, case: Case, tree: Node, catalog: Catalog) -> bool:
    """Tell whether less is claimed than the case says, or more."""
    try:
        found = find_cardinality(tree, Prover(catalog))
    except LookupError:  # a mutant that cannot go on
        return True
    (least, most), (least_now, most_now) = ALLOWED[case.rows], ALLOWED[found.rows]
    if mutant.proves_less:
        return least_now < least or most_now > most
    return least_now > least or most_now < most


def _catalog(mutant: Mutant, found: _Described) -> Catalog:
    if not mutant.is_query:
        return found.catalog
    with open_session(Database(found.url, "a mutant")) as session:
        return catalog_of(session, [tree for _, tree in found.cases])
