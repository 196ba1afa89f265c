"""Random queries that were described and run, with what was seen of NULL."""

# ruff: noqa: S311 - to make SQL at random is what this is for

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import cast

import psycopg
from psycopg.types.string import TextLoader

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.verdict import Verdict
from quern.analysis.server import open_session
from quern.connection import Connection
from quern.database import Database
from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.nullability.judge import Described, catalog_of, describe_all
from tests.quern.analysis.nullability.random_queries import Query, QueryMaker
from tests.quern.analysis.nullability.random_schema import Schema, make_schema
from tests.quern.analysis.trial import LostServerError

QUERIES = 150
#: How full the tables are, one run of all queries each.
_RICHNESS = (1.0, 1.0, 0.5, 0.1)


@dataclass
class Observed:
    """What was seen of a query over all runs.

    :ivar nulls: the numbers of the columns that gave NULL
    :ivar null_elements: of those that gave an array with a NULL in it
    """

    query: Query
    described: Described
    rows: int = 0
    nulls: set[int] = field(default_factory=set[int])
    null_elements: set[int] = field(default_factory=set[int])

    def broken(self, verdicts: Sequence[Verdict]) -> Iterator[tuple[int, str]]:
        """Yield the columns whose verdicts are wrong, and whether it is the value or an element."""
        for number, verdict in enumerate(verdicts):
            if verdict.never_null and number in self.nulls:
                yield number, "value"
            elif verdict.no_null_elements and number in self.null_elements:
                yield number, "element"


@dataclass
class NullTrial:
    """The queries of a seed; a :class:`tests.quern.analysis.trial.Trial`.

    :ivar refusals: what the server said of queries that it does not take
    :ivar failed: runs that ended in an error, say a division by zero
    """

    seed: int
    catalog: Catalog
    mutant_catalogs: dict[Mutant, Catalog]
    observed: list[Observed]
    refusals: list[str]
    runs: int = 0
    failed: int = 0

    def __len__(self) -> int:
        return len(self.observed)

    def judge(self, number: int, catalog: Catalog) -> tuple[Verdict, ...]:
        found = self.observed[number]
        return found.described.judge(catalog, found.query.non_null)

    def can_break(self, number: int, claims: tuple[Verdict, ...]) -> bool:
        found = self.observed[number]
        return any(
            (column in found.nulls and not verdict.never_null)
            or (column in found.null_elements and not verdict.no_null_elements)
            for column, verdict in enumerate(claims)
        )

    def breaks(self, number: int, claims: tuple[Verdict, ...]) -> bool:
        return any(self.observed[number].broken(claims))

    def loses(self, before: tuple[Verdict, ...], claims: tuple[Verdict, ...]) -> bool:
        return any(
            (old.never_null and not new.never_null)
            or (old.no_null_elements and not new.no_null_elements)
            for old, new in zip(before, claims, strict=True)
        )


def try_seed(
    url: str, seed: int, queries: int = QUERIES, mutants: Sequence[Mutant] = ()
) -> NullTrial:
    """Make a schema and queries of a seed, in an empty database, and run them.

    :param url: of a database whose owner, not a superuser, connects
    :param mutants: those of the catalogue's queries that it is to be read by as well
    :raises LostServerError: if the server goes away over a query
    """
    random = Random(seed)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        connection.execute("SET statement_timeout = '400ms'")
        for name in ("json", "jsonb"):  # else the value null of JSON would be None
            connection.adapters.register_loader(name, TextLoader)
        version = connection.info.server_version // 10000
        schema = make_schema(random, version)
        for statement in schema.before:
            connection.execute(statement.encode())
        made = [QueryMaker(random, schema, version).make() for _ in range(queries)]
        trial = _described(url, seed, made, mutants)
        for statement in schema.afterwards:
            connection.execute(statement.encode())
        for richness in _RICHNESS:
            _fill(connection, schema, richness)
            for found in trial.observed:
                _run(connection, schema, found, trial)
    return trial


def _described(url: str, seed: int, made: list[Query], mutants: Sequence[Mutant]) -> NullTrial:
    with open_session(Database(url, "the random queries")) as session:
        described, catalog = describe_all(session, [query.sql for query in made])
        trees = [answer.tree for answer in described if answer.tree is not None]
        catalogs: dict[Mutant, Catalog] = {}
        for mutant in mutants:
            with mutant.applied():
                catalogs[mutant] = catalog_of(session, trees, catalog.types)
    pairs = list(zip(made, described, strict=True))
    return NullTrial(
        seed,
        catalog,
        catalogs,
        [Observed(query, answer) for query, answer in pairs if answer.refusal is None],
        [answer.refusal.message for _, answer in pairs if answer.refusal is not None],
    )


def _fill(connection: Connection, schema: Schema, richness: float) -> None:
    for statement in schema.rows(richness):
        try:
            connection.execute(statement.encode())
        except psycopg.Error:
            continue  # a row that the schema does not let in


def _run(connection: Connection, schema: Schema, found: Observed, trial: NullTrial) -> None:
    """Run a query in a transaction that is rolled back, with late keys broken."""
    trial.runs += 1
    try:
        with connection.transaction(force_rollback=True):
            for statement in schema.breakers() if trial.runs % 2 else ():
                connection.execute(statement.encode())
            with psycopg.RawCursor(connection) as cursor:
                rows = cursor.execute(found.query.sql.encode(), found.query.values).fetchmany(300)
    except psycopg.Error:
        trial.failed += 1
        if connection.broken:
            raise LostServerError(found.query.sql) from None
        return
    found.rows += len(rows)
    for row in rows:
        for number, value in enumerate(row):
            if value is None:
                found.nulls.add(number)
            elif _holds_null(value):
                found.null_elements.add(number)


def _holds_null(value: object) -> bool:
    """Tell whether a value is an array with a NULL in it, however deep."""
    if not isinstance(value, list):
        return False
    elements = cast("list[object]", value)
    return any(element is None or _holds_null(element) for element in elements)
