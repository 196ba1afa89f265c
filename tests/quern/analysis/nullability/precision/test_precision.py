from collections.abc import Generator
from dataclasses import dataclass
from itertools import product

import psycopg
import pytest

from quern.analysis.server import open_session
from quern.database import Database
from tests.postgres import Databases
from tests.quern.analysis.nullability.precision import TRICKY_QUERIES, TrickyQuery
from tests.quern.analysis.nullability.precision.schema import DATA, SCHEMA
from tests.quern.analysis.queries import analysis_of

#: The share of columns that must be judged exactly right.
_BAR = 0.97

_each_query = pytest.mark.parametrize(
    "query", TRICKY_QUERIES, ids=[query.name for query in TRICKY_QUERIES]
)


@dataclass(frozen=True)
class Judged:
    """A query's columns, as a person and as the analysis judges them, each a word of N and 0."""

    name: str
    truth: str
    verdicts: str

    def columns(self, pair: str) -> list[str]:
        """Name the columns of which a person and the analysis say the two letters."""
        letters = zip(self.truth, self.verdicts, strict=True)
        return [f"{self.name}[{n}]" for n, both in enumerate(letters) if "".join(both) == pair]


@pytest.fixture(scope="module")
def url(databases: Databases) -> Generator[str]:
    name = databases.empty()
    found = databases.server.owner_url(name)
    with psycopg.connect(found) as connection:
        connection.execute(SCHEMA)
        connection.execute(DATA)
    yield found
    databases.drop(name)


@pytest.fixture(scope="module")
def connection(url: str) -> Generator[psycopg.Connection]:
    with psycopg.connect(url, autocommit=True) as found:
        yield found


@pytest.fixture(scope="module")
def judged(url: str, connection: psycopg.Connection) -> list[Judged]:
    version = connection.info.server_version // 10000
    known = [query for query in TRICKY_QUERIES if query.since <= version]
    text = "".join(f"-- name: {query.name} :many\n{query.sql};\n" for query in known)
    with open_session(Database(url, "the tricky set")) as session:
        analysis = analysis_of(session, text)
    assert analysis.diagnostics == ()
    found: list[Judged] = []
    for query, answer in zip(known, analysis.queries, strict=True):
        verdicts = "".join("0" if column.nullable else "N" for column in answer.columns)
        found.append(Judged(query.name, query.columns, verdicts))
    return found


def _nulls(query: TrickyQuery, state: str, connection: psycopg.Connection) -> set[int]:
    """Return the numbers of the columns that are NULL in a row that the query gives."""
    with connection.transaction(force_rollback=True):
        if state:
            connection.execute(state.encode())
        with psycopg.RawCursor(connection) as cursor:
            result = cursor.execute(query.sql.encode(), list(query.values)).pgresult
    assert result is not None
    assert result.ntuples, "without rows nothing is shown"
    # As they are sent: in Python the value null of JSON would be None too.
    cells = product(range(result.ntuples), range(result.nfields))
    return {column for row, column in cells if result.get_value(row, column) is None}


@_each_query
def test_null_is_seen_where_a_person_says_so(
    query: TrickyQuery, connection: psycopg.Connection
) -> None:
    if connection.info.server_version // 10000 < query.since:
        pytest.skip(f"since PostgreSQL {query.since}")
    seen: set[int] = set()
    for state in query.states:
        seen |= _nulls(query, state, connection)
    assert seen == {number for number, letter in enumerate(query.columns) if letter == "0"}


def test_no_column_that_may_be_null_is_called_never_null(judged: list[Judged]) -> None:
    assert [column for query in judged for column in query.columns("0N")] == []


def test_almost_all_columns_are_judged_exactly_right(judged: list[Judged]) -> None:
    cautious = [column for query in judged for column in query.columns("N0")]
    total = sum(len(query.truth) for query in judged)
    exact = 1 - len(cautious) / total
    assert exact >= _BAR, f"{exact:.1%} of {total}; not proven: {', '.join(cautious)}"


def test_the_set_is_large_enough_to_tell(judged: list[Judged]) -> None:
    assert len(judged) >= 80
    assert sum(len(query.truth) for query in judged) >= 230
