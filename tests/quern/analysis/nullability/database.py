"""A database with the schema of the hand-written cases, and the cases described on it."""

from dataclasses import dataclass

import psycopg

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.server import open_session
from quern.database import Database
from tests.quern.analysis.nullability.cases import CASES, Case
from tests.quern.analysis.nullability.function_schema import FUNCTIONS
from tests.quern.analysis.nullability.judge import Described, describe_all
from tests.quern.analysis.nullability.schema import (
    BEFORE_18,
    DATA,
    NOT_VALID,
    SCHEMA,
    SINCE_18,
    UNKEPT,
)


@dataclass(frozen=True)
class DescribedCases:
    """The cases that this server knows, each with what it says of its query.

    :ivar url: of the database
    """

    url: str
    version: int
    cases: dict[str, tuple[Case, Described]]
    catalog: Catalog

    def letters(self, case: Case, described: Described) -> str:
        """Return N for each column that is proven, and a dot for the others."""
        verdicts = described.judge(self.catalog, frozenset(case.non_null))
        return "".join("N" if verdict.never_null else "." for verdict in verdicts)


def describe_cases(url: str, administrator: psycopg.Connection) -> DescribedCases:
    """Make the schema in an empty database, and ask the server about all cases at once.

    :param administrator: a connection to that database
    """
    with psycopg.connect(url, autocommit=True) as connection:
        version = connection.info.server_version // 10000
        connection.execute(SCHEMA)
        connection.execute(FUNCTIONS)
        administrator.execute(UNKEPT)
        connection.execute(DATA)
        connection.execute(NOT_VALID)
        connection.execute(SINCE_18 if version >= 18 else BEFORE_18)
    known = [case for case in CASES if case.since <= version <= case.until]
    with open_session(Database(url, "the cases")) as session:
        described, catalog = describe_all(session, [case.sql for case in known])
    cases = {case.name: (case, answer) for case, answer in zip(known, described, strict=True)}
    return DescribedCases(url, version, cases, catalog)
