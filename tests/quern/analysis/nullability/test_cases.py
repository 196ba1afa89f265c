from collections.abc import Generator

import psycopg
import pytest
from psycopg.types.string import TextLoader

from tests.quern.analysis.nullability.cases import CASES, Case
from tests.quern.analysis.nullability.database import DescribedCases

_each_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def _known(case: Case, found: DescribedCases) -> None:
    if case.name not in found.cases:
        pytest.skip(f"for PostgreSQL {case.since} to {case.until}, this is {found.version}")


@pytest.fixture(scope="module")
def runner(described_cases: DescribedCases) -> Generator[psycopg.Connection]:
    with psycopg.connect(described_cases.url, autocommit=True) as connection:
        for name in ("json", "jsonb"):  # else the value null of JSON would be None
            connection.adapters.register_loader(name, TextLoader)
        yield connection


def _rows(case: Case, connection: psycopg.Connection) -> list[tuple[object, ...]]:
    with connection.transaction(force_rollback=True):
        if case.before:
            connection.execute(case.before.encode())
        with psycopg.RawCursor(connection) as cursor:
            return cursor.execute(case.sql.encode(), list(case.values)).fetchall()


@_each_case
def test_the_verdict_is_the_expected_one(case: Case, described_cases: DescribedCases) -> None:
    _known(case, described_cases)
    described = described_cases.cases[case.name][1]
    assert described.refusal is None
    proven = described_cases.letters(case, described)
    assert proven == "".join("N" if letter == "N" else "." for letter in case.columns), case.why


@_each_case
def test_null_is_seen_where_it_is_said_to_be(
    case: Case, described_cases: DescribedCases, runner: psycopg.Connection
) -> None:
    _known(case, described_cases)
    rows = _rows(case, runner)
    seen = "".join(
        "0" if any(row[number] is None for row in rows) else "."
        for number in range(len(case.columns))
    )
    assert seen == "".join("0" if letter == "0" else "." for letter in case.columns), case.why


def test_names_are_given_once() -> None:
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)
