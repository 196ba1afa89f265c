"""A schema with rows, a generated package to call, and the same row as a hand-written model."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any, NamedTuple

import psycopg
from psycopg import RawCursor
from psycopg.abc import Buffer
from psycopg.adapt import AdaptersMap, Loader
from psycopg.rows import tuple_row
from pydantic import BaseModel
from pydantic_core import from_json

from tests.benchmarks.bench import Bench
from tests.quern.projects import importable, make_project

ITEMS = 30_000
_SCHEMA = f"""
CREATE TYPE item_status AS ENUM ('draft', 'active', 'sold');
CREATE TABLE items (
    id bigint PRIMARY KEY,
    owner_id integer NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    note text,
    status item_status NOT NULL,
    quantity integer NOT NULL,
    price numeric(12, 2) NOT NULL,
    rating double precision,
    active boolean NOT NULL,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL
);
INSERT INTO items
SELECT
    n, n % 997, 'item-' || n, 'The title of item ' || n,
    CASE WHEN n % 3 = 0 THEN 'A note on item ' || n END,
    (enum_range(NULL::item_status))[1 + n % 3],
    n % 100, n * 0.37, CASE WHEN n % 5 > 0 THEN n * 0.7 END, n % 7 > 0,
    jsonb_build_object('colour', 'red', 'size', n % 50, 'tags', '["new", "small"]'::jsonb),
    timestamptz '2026-01-01 00:00+00' + n * interval '1 minute'
FROM generate_series(1, {ITEMS}) AS n;

CREATE TABLE entries (
    occurred_at timestamptz NOT NULL,
    user_id bigint NOT NULL,
    team_id integer,
    action text NOT NULL,
    path text NOT NULL,
    status integer NOT NULL,
    milliseconds double precision NOT NULL,
    cost numeric(12, 6) NOT NULL,
    ok boolean NOT NULL
);
"""  # noqa: S608 - our own number
_COLUMNS = (
    "id, owner_id, code, title, note, status, quantity, price, rating, active, payload, created_at"
)
GET = f"SELECT {_COLUMNS} FROM items WHERE id = {{key}}"  # noqa: S608 - our own columns
LIST = f"SELECT {_COLUMNS} FROM items ORDER BY id LIMIT {{count}}"  # noqa: S608
ENTRY_COLUMNS = (
    *("occurred_at", "user_id", "team_id", "action", "path", "status", "milliseconds", "cost"),
    "ok",
)
_QUERIES = f"""
-- name: get_item :one
-- @returns Item
{GET.format(key=":id")};

-- name: list_items :many
-- @returns Item
{LIST.format(count=":count")};
"""
_COPY = f"""
-- name: add_entries :copy
INSERT INTO entries ({", ".join(ENTRY_COLUMNS)})
VALUES ({", ".join(f":{name}" for name in ENTRY_COLUMNS)});
"""  # noqa: S608


class ItemStatus(Enum):
    """What the hand-written model makes of the enum."""

    DRAFT = "draft"
    ACTIVE = "active"
    SOLD = "sold"


class Item(BaseModel):
    """A row of items, as one writes it by hand."""

    id: int
    owner_id: int
    code: str
    title: str
    note: str | None
    status: ItemStatus
    quantity: int
    price: Decimal
    rating: float | None
    active: bool
    payload: dict[str, Any]
    created_at: datetime


class Entry(NamedTuple):
    """A row of entries."""

    occurred_at: datetime
    user_id: int
    team_id: int | None
    action: str
    path: str
    status: int
    milliseconds: float
    cost: Decimal
    ok: bool


class _JsonLoader(Loader):
    """Reads JSON as the generated package does."""

    def load(self, data: Buffer) -> Any:
        return from_json(bytes(data))


@dataclass(frozen=True)
class Shop:
    """The database, and what quern generated for it.

    :ivar items: the generated module
    :ivar aio: the same for asyncio
    :ivar entries: the generated module of ``:copy``
    :ivar runtime: what generated functions stand on
    """

    url: str
    items: ModuleType
    aio: ModuleType
    entries: ModuleType
    runtime: ModuleType
    adapters: AdaptersMap


@contextmanager
def open_shop(bench: Bench, name: str) -> Generator[Shop]:
    """Make the database and the package.

    :param name: of both
    """
    url = bench.database(name, _SCHEMA)
    files = {"items.sql": _QUERIES, "entries.sql": _COPY}
    project = make_project(bench.folder / name, url, files, output=f"{name}_generated")
    project.generate()
    with importable(project.root, project.output):
        yield Shop(
            url,
            project.module("items"),
            project.module("aio.items"),
            project.module("entries"),
            project.module("_runtime"),
            project.module("_runtime.values").ADAPTERS,
        )


def make_entries(count: int) -> list[Entry]:
    """Return rows to insert."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        Entry(
            occurred_at=start + timedelta(seconds=number),
            user_id=number % 1000,
            team_id=number % 50 if number % 4 else None,
            action=("read", "write", "delete")[number % 3],
            path=f"/things/{number}/parts",
            status=200 + number % 5,
            milliseconds=number * 0.1,
            cost=Decimal(number) / 1000,
            ok=number % 9 > 0,
        )
        for number in range(count)
    ]


def bare_cursor(
    connection: psycopg.Connection, adapters: AdaptersMap
) -> RawCursor[tuple[Any, ...]]:
    """Return a cursor that makes tuples with the loaders of the generated package.

    JSON, which the package reads when it makes a row, is read by the same parser here.
    """
    loading = AdaptersMap(adapters)
    loading.register_loader("jsonb", _JsonLoader)

    class Bare(RawCursor[tuple[Any, ...]]):
        @property
        def adapters(self) -> AdaptersMap:
            return loading

    return Bare(connection, row_factory=tuple_row)
