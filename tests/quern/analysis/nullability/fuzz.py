"""Random queries, judged and then run: a column claimed never NULL must never give NULL.

``python -m tests.quern.analysis.nullability.fuzz --minutes 10 --seed 1`` runs on the server that
:mod:`tests.postgres` chooses.
"""

# ruff: noqa: S311 - to make SQL at random is what this is for

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import cast

import psycopg
from psycopg.types.string import TextLoader

from quern.analysis.nullability.verdict import Verdict
from quern.analysis.server import open_session
from quern.connection import Connection
from quern.database import Database
from tests import postgres
from tests.postgres import Databases
from tests.quern.analysis.nullability.judge import describe_all
from tests.quern.analysis.nullability.random_queries import Query, QueryMaker
from tests.quern.analysis.nullability.random_schema import Schema, make_schema

_QUERIES_PER_SCHEMA = 150
_RECOVERY_SECONDS = 60
#: How full the tables are, one run of all queries each.
_RICHNESS = (1.0, 0.5, 0.1)


class LostServerError(Exception):
    """The server went away over a query: that is a fault of its own."""


@dataclass(frozen=True)
class Failure:
    """A column that was claimed never NULL, and was."""

    seed: int
    sql: str
    values: list[object]
    column: int
    why: str

    def __str__(self) -> str:
        return (
            f"seed {self.seed}: column {self.column} is NULL, though claimed never to be: "
            f"{self.why}\n{self.sql}\nparameters: {self.values}"
        )


@dataclass
class Report:
    """What a run found.

    :ivar refused: queries that the server does not take
    :ivar failed: runs that ended in an error, say a division by zero
    :ivar claims: columns claimed never NULL, for which rows were seen
    :ivar cautious: columns that may be NULL by the verdict, but never were, in several rows
    """

    queries: int = 0
    refused: int = 0
    runs: int = 0
    failed: int = 0
    claims: int = 0
    nullable: int = 0
    cautious: int = 0
    failures: list[Failure] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter[str])
    doubts: Counter[str] = field(default_factory=Counter[str])

    def __str__(self) -> str:
        proven = self.claims + self.cautious
        return (
            f"{self.queries} queries, {self.refused / max(1, self.queries):.1%} refused; "
            f"{self.runs} runs, {self.failed / max(1, self.runs):.1%} failed; "
            f"{self.claims} claims checked, {len(self.failures)} broken; "
            f"{self.nullable} columns seen NULL; of those never seen NULL "
            f"{self.claims / max(1, proven):.1%} were proven"
        )


@dataclass
class _Observed:
    """What was seen of a query over all runs."""

    query: Query
    verdicts: tuple[Verdict, ...]
    rows: int = 0
    nulls: set[int] = field(default_factory=set[int])


def run_seed(url: str, seed: int, report: Report, queries: int = _QUERIES_PER_SCHEMA) -> None:
    """Make a schema and queries of a seed, in an empty database, and check all claims.

    :param url: of a database whose owner, not a superuser, connects
    """
    random = Random(seed)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        connection.execute("SET statement_timeout = '400ms'")
        for name in ("json", "jsonb"):  # else the value null of JSON would be None
            connection.adapters.register_loader(name, TextLoader)
        schema = make_schema(random)
        for statement in schema.before:
            connection.execute(statement.encode())
        version = connection.info.server_version // 10000
        made = [QueryMaker(random, schema, version).make() for _ in range(queries)]
        with open_session(Database(url, "the fuzzer")) as session:
            described, catalog = describe_all(session, [query.sql for query in made])
        observed: list[_Observed] = []
        for query, answer in zip(made, described, strict=True):
            report.queries += 1
            if answer.refusal is not None:
                report.refused += 1
                report.refusals[answer.refusal.message[:60]] += 1
            else:
                observed.append(_Observed(query, answer.judge(catalog, query.non_null)))
        for statement in schema.afterwards:
            connection.execute(statement.encode())
        for richness in _RICHNESS:
            _fill(connection, schema, richness)
            for found in observed:
                _run(connection, schema, found, report, seed)
    _count(observed, report)


def _fill(connection: Connection, schema: Schema, richness: float) -> None:
    for statement in schema.rows(richness):
        try:
            connection.execute(statement.encode())
        except psycopg.Error:
            continue  # a row that the schema does not let in


def _run(
    connection: Connection, schema: Schema, found: _Observed, report: Report, seed: int
) -> None:
    """Run a query in a transaction that is rolled back, with late keys broken."""
    report.runs += 1
    try:
        with connection.transaction(force_rollback=True):
            for statement in schema.breakers() if report.runs % 2 else ():
                connection.execute(statement.encode())
            with psycopg.RawCursor(connection) as cursor:
                rows = cursor.execute(found.query.sql.encode(), found.query.values).fetchmany(300)
    except psycopg.Error:
        report.failed += 1
        if connection.broken:
            raise LostServerError(found.query.sql) from None
        return
    found.rows += len(rows)
    for number, value in _nulls(rows, found.verdicts):
        if number not in found.nulls and (value == "element" or found.verdicts[number].never_null):
            report.failures.append(
                Failure(
                    seed,
                    found.query.sql,
                    found.query.values,
                    number + 1,
                    f"{value}: {found.verdicts[number].why}",
                )
            )
        found.nulls.add(number)


def _nulls(
    rows: list[tuple[object, ...]], verdicts: tuple[Verdict, ...]
) -> Iterator[tuple[int, str]]:
    for number, verdict in enumerate(verdicts):
        for row in rows:
            value = row[number]
            if value is None:
                yield number, "value"
                break
            if verdict.no_null_elements and _holds_null(value):
                yield number, "element"
                break


def _holds_null(value: object) -> bool:
    """Tell whether a value is an array with a NULL in it, however deep."""
    if not isinstance(value, list):
        return False
    elements = cast("list[object]", value)
    return any(element is None or _holds_null(element) for element in elements)


def _count(observed: list[_Observed], report: Report) -> None:
    for found in observed:
        if not found.rows:
            continue
        for number, verdict in enumerate(found.verdicts):
            if number in found.nulls:
                report.nullable += 1
            elif verdict.never_null:
                report.claims += 1
            elif found.rows >= 8:
                report.cautious += 1
                report.doubts[verdict.why.split(":")[-1].strip()[:50]] += 1


def _wait_for(url: str) -> None:
    """Wait until the server is there again."""
    end = time.monotonic() + _RECOVERY_SECONDS
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.5)
        else:
            return


def main() -> int:
    """Run for some minutes; return 1 if a claim was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    report = Report()
    end = time.monotonic() + arguments.minutes * 60
    seed = arguments.seed
    with postgres.start() as server:
        databases = Databases(server)
        name = databases.empty()
        url = server.owner_url(name)
        while time.monotonic() < end:
            known = len(report.failures)
            try:
                run_seed(url, seed, report)
            except LostServerError as lost:
                print(f"seed {seed}: the server went away over\n{lost}\n", flush=True)
                _wait_for(url)
            for failure in report.failures[known:]:
                print(failure, end="\n\n", flush=True)
            seed += 1
        databases.drop(name)
    print(f"seeds {arguments.seed} to {seed - 1} on {server.words}\n{report}")
    for title, counted in (("refused", report.refusals), ("unproven", report.doubts)):
        print(f"most often {title}:")
        for words, count in counted.most_common(12):
            print(f"  {count:6} {words}")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
