"""Random queries that were described and run, with the numbers of rows that were seen."""

# ruff: noqa: S311 - to make SQL at random is what this is for

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import psycopg

from quern.analysis.cardinality.cardinality import Cardinality, find_cardinality
from quern.analysis.catalog.catalog import Catalog
from quern.analysis.nullability.prover import Prover
from quern.analysis.server import open_session
from quern.analysis.tree.nodetree import Node
from quern.connection import Connection
from quern.database import Database
from tests.quern.analysis.cardinality.counting import ALLOWED, catalog_of, rows_of, trees_of
from tests.quern.analysis.cardinality.random_queries import RandomQueries
from tests.quern.analysis.cardinality.random_schema import Schema, random_schema
from tests.quern.analysis.mutant import Mutant
from tests.quern.analysis.trial import LostServerError

QUERIES = 150
_PLANS = ("hashjoin", "mergejoin", "nestloop", "hashagg", "material", "indexscan", "memoize")
#: How many of the rows are there, one run of all queries each.
_RICHNESS = (1.0, 0.3)


@dataclass
class Counted:
    """A query and how many rows it gave.

    :ivar runs: the values of its parameters and the number of rows, of each run
    """

    sql: str
    tree: Node
    runs: list[tuple[tuple[str | None, ...], int]] = field(
        default_factory=list[tuple[tuple[str | None, ...], int]]
    )

    def broken(self, claim: Cardinality) -> tuple[tuple[str | None, ...], int] | None:
        """Return the first run that gave another number of rows than was claimed."""
        least, most = ALLOWED[claim.rows]
        return next((run for run in self.runs if not least <= run[1] <= most), None)


@dataclass
class RowTrial:
    """The queries of a seed; a :class:`tests.quern.analysis.trial.Trial`.

    :ivar refused: how many queries the server does not take
    """

    seed: int
    catalog: Catalog
    mutant_catalogs: dict[Mutant, Catalog]
    counted: list[Counted]
    refused: int

    def __len__(self) -> int:
        return len(self.counted)

    def judge(self, number: int, catalog: Catalog) -> Cardinality:
        return find_cardinality(self.counted[number].tree, Prover(catalog))

    def can_break(self, number: int, claims: Cardinality) -> bool:
        return claims.rows != "none" and bool(self.counted[number].runs)

    def breaks(self, number: int, claims: Cardinality) -> bool:
        return self.counted[number].broken(claims) is not None

    def loses(self, before: Cardinality, claims: Cardinality) -> bool:
        least, most = ALLOWED[before.rows]
        least_now, most_now = ALLOWED[claims.rows]
        return least_now < least or most_now > most


def try_seed(
    url: str, seed: int, queries: int = QUERIES, mutants: Sequence[Mutant] = ()
) -> RowTrial:
    """Make a schema and queries of a seed, in an empty database, and run them.

    :param mutants: those of the catalogue's queries that it is to be read by as well
    :raises LostServerError: if the server goes away over a query
    """
    random = Random(seed)
    schema = random_schema(random)
    with psycopg.connect(url, autocommit=True) as executing:
        executing.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        for definition in schema.definitions:
            executing.execute(definition.encode())
        made = [RandomQueries(random, schema).query() for _ in range(queries)]
        trial = _described(url, seed, made, mutants)
        for richness in _RICHNESS:
            with executing.transaction(force_rollback=True):
                _fill(random, schema, richness, executing)
                for plan in random.sample(_PLANS, random.randint(0, 3)):
                    executing.execute(f"SET LOCAL enable_{plan} = off".encode())
                for found in trial.counted:
                    _run(random, found, executing)
    return trial


def _described(url: str, seed: int, made: list[str], mutants: Sequence[Mutant]) -> RowTrial:
    with open_session(Database(url, "the random queries")) as session:
        found = [
            Counted(sql, tree)
            for sql, tree in zip(made, trees_of(session, made), strict=True)
            if tree is not None
        ]
        trees = [counted.tree for counted in found]
        catalogs: dict[Mutant, Catalog] = {}
        for mutant in mutants:
            with mutant.applied():
                catalogs[mutant] = catalog_of(session, trees)
        return RowTrial(seed, catalog_of(session, trees), catalogs, found, len(made) - len(found))


def _fill(random: Random, schema: Schema, richness: float, executing: Connection) -> None:
    """Store the rows that the keys let in."""
    executing.execute("SET CONSTRAINTS ALL DEFERRED")
    for row in schema.rows:
        if random.random() < richness:
            rows_of(executing, row, ())


def _run(random: Random, found: Counted, executing: Connection) -> None:
    values = (random.choice(("0", "1", "2", None)),) if "$1" in found.sql else ()
    rows = rows_of(executing, found.sql, values, keep=False)
    if executing.broken:
        raise LostServerError(found.sql)
    if rows is not None:
        found.runs.append((values, rows))
