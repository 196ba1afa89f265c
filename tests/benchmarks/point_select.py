"""A row by its key: a generated function that gives a model, against psycopg and a tuple.

Run it by ``python -m tests.benchmarks.point_select``. All take turns on one server, which shares
one processor with them: else the figures tell where the system has put the two. A figure is the
median of a turn in the middle one of its rounds.
"""

import asyncio
import os
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
from tests.quern.projects import Project, importable, make_project

ROUNDS = 100
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
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with embedded.start_scratch() as server, tempfile.TemporaryDirectory() as folder:
        project = make_project(
            Path(folder) / "project", server.url(), {"bench.sql": QUERY}, output="made"
        )
        project.execute(SCHEMA, "ANALYZE accounts")
        project.generate()
        with importable(project.root, "made"):
            print(f"Python {sys.version.split()[0]}, psycopg {psycopg.__version__}")
            _report("sync", _sync(project))
            _report("async", asyncio.run(_async(project)))


def _report(kind: str, found: dict[str, float]) -> None:
    base = found["psycopg"]
    for name, figure in found.items():
        print(f"{kind:5}  {name:10} {figure:6.1f} µs  ratio {figure / base:.3f}")


def _sync(project: Project) -> dict[str, float]:
    get_account = project.module("bench").get_account
    with (
        psycopg.connect(project.url, autocommit=True) as first,
        psycopg.connect(project.url, autocommit=True) as second,
        psycopg.connect(project.url, autocommit=True) as third,
    ):
        project.module("_runtime").use_fast_calls(third)
        calls: dict[str, Call] = {
            "psycopg": lambda key: first.execute(PSYCOPG, (key,)).fetchone(),
            "generated": lambda key: get_account(second, id=key),
            "fast calls": lambda key: get_account(third, id=key),
        }
        rounds = [{name: _turn(call) for name, call in calls.items()} for _ in range(ROUNDS)]
    return _middle(rounds)


def _turn(call: Call) -> float:
    times: list[int] = []
    for key in KEYS:
        start = time.perf_counter_ns()
        call(key)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


async def _async(project: Project) -> dict[str, float]:
    get_account = project.module("aio.bench").get_account
    connect = psycopg.AsyncConnection.connect
    async with (
        await connect(project.url, autocommit=True) as first,
        await connect(project.url, autocommit=True) as second,
        await connect(project.url, autocommit=True) as third,
    ):
        project.module("_runtime").use_fast_calls(third)

        async def base(key: int) -> Any:
            return await (await first.execute(PSYCOPG, (key,))).fetchone()

        calls: dict[str, AsyncCall] = {
            "psycopg": base,
            "generated": lambda key: get_account(second, id=key),
            "fast calls": lambda key: get_account(third, id=key),
        }
        rounds = [
            {name: await _async_turn(call) for name, call in calls.items()} for _ in range(ROUNDS)
        ]
    return _middle(rounds)


async def _async_turn(call: AsyncCall) -> float:
    times: list[int] = []
    for key in KEYS:
        start = time.perf_counter_ns()
        await call(key)
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times) / 1000


def _middle(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(found[name] for found in rounds) for name in rounds[0]}


if __name__ == "__main__":
    main()
