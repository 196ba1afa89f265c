"""A row by its key: a generated function that gives a model, against psycopg and a tuple.

Run it by ``python -m tests.benchmarks.point_select``. Both take turns on one server; the figure is
the median of a turn in its best round, which other work on the machine disturbs least.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psycopg

from quern import embedded
from tests.quern.projects import importable, make_project

ROUNDS = 40
SCHEMA = """
CREATE TYPE state AS ENUM ('on', 'off');
CREATE TABLE accounts (
    id integer PRIMARY KEY,
    org bigint NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    title text,
    price numeric(10, 2) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz,
    ok boolean NOT NULL DEFAULT true,
    score double precision NOT NULL DEFAULT 1.5,
    data jsonb NOT NULL DEFAULT '{"a": [1, 2, 3], "b": "text"}',
    state state NOT NULL DEFAULT 'on'
);
INSERT INTO accounts (id, org, email, name, price)
SELECT n, n * 1003, n || '@x.org', 'name ' || n, n * 1.5 FROM generate_series(1, 20000) AS n;
"""
COLUMNS = "id, org, email, name, title, price, created_at, updated_at, ok, score, data, state"
QUERY = f"-- name: get_account :one\nSELECT {COLUMNS} FROM accounts WHERE id = :id;\n"
PSYCOPG = f"SELECT {COLUMNS} FROM accounts WHERE id = %s".encode()  # noqa: S608 - no input
KEYS = [random.Random(1).randint(1, 20_000) for _ in range(200)]  # noqa: S311 - no secret

Call = Callable[[int], Any]
AsyncCall = Callable[[int], Awaitable[Any]]


def main() -> None:
    """Measure, and print what was found."""
    with embedded.start_scratch() as server, tempfile.TemporaryDirectory() as folder:
        project = make_project(
            Path(folder) / "project", server.url(), {"bench.sql": QUERY}, output="made"
        )
        project.execute(SCHEMA, "ANALYZE accounts")
        project.generate()
        with importable(project.root, "made"):
            print(f"Python {sys.version.split()[0]}, psycopg {psycopg.__version__}")
            _report("sync", _sync(project.url, project.module("bench").get_account))
            made = project.module("aio.bench").get_account
            _report("async", asyncio.run(_async(project.url, made)))


def _report(kind: str, found: tuple[float, float]) -> None:
    base, generated = found
    ratio = generated / base
    print(f"{kind:5}  psycopg {base:6.1f} µs  generated {generated:6.1f} µs  ratio {ratio:.3f}")


def _sync(url: str, get_account: Callable[..., Any]) -> tuple[float, float]:
    with (
        psycopg.connect(url, autocommit=True) as first,
        psycopg.connect(url, autocommit=True) as second,
    ):

        def base(key: int) -> Any:
            return first.execute(PSYCOPG, (key,)).fetchone()

        def generated(key: int) -> Any:
            return get_account(second, id=key)

        rounds = [(_turn(base), _turn(generated)) for _ in range(ROUNDS)]
    return min(found[0] for found in rounds), min(found[1] for found in rounds)


def _turn(call: Call) -> float:
    times: list[int] = []
    for key in KEYS:
        start = time.perf_counter_ns()
        call(key)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


async def _async(url: str, get_account: Callable[..., Any]) -> tuple[float, float]:
    first = await psycopg.AsyncConnection.connect(url, autocommit=True)
    second = await psycopg.AsyncConnection.connect(url, autocommit=True)

    async def base(key: int) -> Any:
        return await (await first.execute(PSYCOPG, (key,))).fetchone()

    async def generated(key: int) -> Any:
        return await get_account(second, id=key)

    async with first, second:
        rounds = [(await _async_turn(base), await _async_turn(generated)) for _ in range(ROUNDS)]
    return min(found[0] for found in rounds), min(found[1] for found in rounds)


async def _async_turn(call: AsyncCall) -> float:
    times: list[int] = []
    for key in KEYS:
        start = time.perf_counter_ns()
        await call(key)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


if __name__ == "__main__":
    main()
