"""No claim is ever broken, whatever the schema, the rows and the query."""

import os
import time
from collections import Counter
from collections.abc import Sequence
from random import Random

import psycopg

from quern.analysis.cardinality.cardinality import Cardinality
from quern.analysis.server import open_session
from quern.connection import Connection
from quern.database import Database
from tests.quern.analysis.cardinality.counting import ALLOWED, claim, rows_of
from tests.quern.analysis.cardinality.random_queries import RandomQueries
from tests.quern.analysis.cardinality.random_schema import Schema, random_schema

_SEED = int(os.environ.get("FUZZ_SEED", "1"))
_SECONDS = float(os.environ.get("FUZZ_SECONDS", "5"))
_QUERIES = 150
_PLANS = ("hashjoin", "mergejoin", "nestloop", "hashagg", "material", "indexscan", "memoize")


def test_no_claim_is_broken(empty_url: str) -> None:
    seen: Counter[str] = Counter()
    end = time.monotonic() + _SECONDS
    seed = _SEED
    with (
        open_session(Database(empty_url, "the tests")) as session,
        psycopg.connect(empty_url, autocommit=True) as executing,
    ):
        while time.monotonic() < end:
            _try_schema(seed, session, executing, seen)
            seed += 1
    print(f"seeds {_SEED} to {seed - 1}: {dict(seen)}")
    executed = seen.total() - seen["refused"]
    assert executed > seen["refused"]
    assert seen["at_most_one, 1 row(s)"] > executed / 20


def _try_schema(seed: int, session: Connection, executing: Connection, seen: Counter[str]) -> None:
    random = Random(seed)  # noqa: S311 - the same each time
    schema = random_schema(random)
    names = f"CREATE SCHEMA s{seed}; SET search_path = s{seed}"
    executing.execute(names.encode())
    for definition in schema.definitions:
        executing.execute(definition.encode())
    session.execute(f"SET search_path = s{seed}".encode())
    queries = [RandomQueries(random, schema).query() for _ in range(_QUERIES)]
    claims = claim(session, queries).cardinalities
    with executing.transaction(force_rollback=True):
        _fill(schema, executing)
        for plan in random.sample(_PLANS, random.randint(0, 3)):
            executing.execute(f"SET LOCAL enable_{plan} = off".encode())
        for query, found in zip(queries, claims, strict=True):
            values = [random.choice(("0", "1", "2", None))] if "$1" in query else []
            _try_query(query, found, values, executing, seen, seed)
    executing.execute(f"DROP SCHEMA s{seed} CASCADE".encode())


def _fill(schema: Schema, executing: Connection) -> None:
    """Store the rows that the keys let in."""
    executing.execute("SET CONSTRAINTS ALL DEFERRED")
    for row in schema.rows:
        rows_of(executing, row, ())


def _try_query(
    query: str,
    found: Cardinality | None,
    values: Sequence[str | None],
    executing: Connection,
    seen: Counter[str],
    seed: int,
) -> None:
    rows = rows_of(executing, query, values, keep=False)
    if rows is None or found is None:
        seen["refused"] += 1
        return
    least, most = ALLOWED[found.rows]
    assert least <= rows <= most, f"seed {seed}, {found}, {rows} rows, {values}: {query}"
    seen[f"{found.rows}, {'more rows' if rows > 1 else f'{rows} row(s)'}"] += 1
