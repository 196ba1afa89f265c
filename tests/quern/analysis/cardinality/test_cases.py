from collections.abc import Generator
from pathlib import Path

import psycopg
import pytest

from quern.analysis.analyse import analyse
from quern.analysis.cardinality.cardinality import Cardinality, Rows, find_cardinality
from quern.analysis.nullability.prover import Prover
from quern.analysis.server import open_session
from quern.analysis.tree.nodetree import Node
from quern.connection import Connection
from quern.database import Database
from quern.source.parser import parse_file
from quern.source.span import SourceText
from tests.quern.analysis.cardinality.case import MANY, MAYBE, Case
from tests.quern.analysis.cardinality.cases import CASES
from tests.quern.analysis.cardinality.counting import ALLOWED, catalog_of, claim, count


@pytest.fixture(scope="module")
def executing(cases_url: str) -> Generator[Connection]:
    """A connection to execute queries on."""
    with psycopg.connect(cases_url, autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def session(cases_url: str) -> Generator[Connection]:
    """A connection to analyse queries on."""
    with open_session(Database(cases_url, "the tests")) as connection:
        yield connection


@pytest.fixture(scope="module")
def claims(session: Connection) -> dict[str, Cardinality | None]:
    """What is claimed of each case, by its query."""
    queries = [case.query for case in CASES]
    return dict(zip(queries, claim(session, queries).cardinalities, strict=True))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.reason) for case in CASES])
def test_the_claim_is_the_one_that_the_rule_makes(
    case: Case, claims: dict[str, Cardinality | None], session: Connection
) -> None:
    _skip_if_unknown(case, session)
    found = claims[case.query]
    assert found is not None
    assert found.rows == case.rows, found.why
    assert case.why in found.why


@pytest.mark.parametrize("case", [pytest.param(case, id=case.reason) for case in CASES])
def test_the_rows_bear_the_claim_out(case: Case, executing: Connection) -> None:
    _skip_if_unknown(case, executing)
    executing.execute("SELECT setval('numbers', 1, false)")
    found = count(executing, case.query, case.values, case.before)
    least, most = ALLOWED[case.rows]
    assert found == case.gives
    assert least <= found <= most


def _skip_if_unknown(case: Case, connection: Connection) -> None:
    if connection.info.server_version < case.since * 10000:
        pytest.skip(f"PostgreSQL {case.since} brought it")


def test_a_key_tells_apart_what_another_collation_calls_equal(
    session: Connection, executing: Connection
) -> None:
    """Equal by a case-insensitive collation: two rows of one key, and two groups of one value."""
    collation = """
    CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false)
    """
    try:
        executing.execute(collation)
    except psycopg.errors.FeatureNotSupported:
        pytest.skip("the server is built without ICU")
    executing.execute("CREATE TABLE words (word text PRIMARY KEY)")
    executing.execute("INSERT INTO words VALUES ('a'), ('A')")
    queries = [
        "SELECT word FROM words WHERE word = 'a' COLLATE nocase",
        "SELECT word FROM words WHERE word = 'a' COLLATE nocase GROUP BY word",
        "SELECT DISTINCT word FROM words WHERE word = 'a' COLLATE nocase",
        "SELECT 1 AS x FROM words WHERE word = 'a' COLLATE nocase GROUP BY word COLLATE nocase",
    ]
    found = claim(session, queries).cardinalities
    assert [c.rows if c else None for c in found] == [MANY, MANY, MANY, MAYBE]
    assert [count(executing, query, ()) for query in queries] == [2, 2, 2, 1]


def test_a_node_of_an_unknown_kind_makes_it_many(session: Connection) -> None:
    tree = Node("JOINTREE_OF_TOMORROW")
    query = Node("QUERY", {"commandType": "1", "jointree": tree})
    found = find_cardinality(query, Prover(catalog_of(session, [])))
    assert found == Cardinality("many", "a node of an unknown kind: JOINTREE_OF_TOMORROW")


def test_a_condition_that_is_nested_very_deeply_is_no_crash(session: Connection) -> None:
    query = "SELECT id FROM users WHERE id = 1".replace("1", " + ".join(["1"] * 3000))
    (found,) = claim(session, [query]).cardinalities
    assert found is not None
    assert found.rows == "many"


@pytest.mark.parametrize(
    ("statement", "rows"),
    [
        pytest.param("CREATE TABLE x ()", "none", id="a definition"),
        pytest.param("SHOW work_mem", "many", id="a utility statement with a result"),
        pytest.param("INSERT INTO silent VALUES (1)", "none", id="a rule: nothing instead"),
    ],
)
def test_what_is_no_query_is_counted_as_well(
    session: Connection, statement: str, rows: Rows
) -> None:
    text = f"-- name: x :exec\n{statement};\n"
    parsed = parse_file(SourceText(Path("x.sql"), text), ("x",))
    (query,) = analyse(session, parsed.queries).queries
    assert query.cardinality.rows == rows
