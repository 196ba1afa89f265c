"""Calling generated functions, sync and async, by one test."""

import asyncio
from collections.abc import Generator
from contextlib import ExitStack, closing

import psycopg
import pytest

from tests.emptying import Original
from tests.postgres import Databases
from tests.queries.caller import AsyncCaller, Caller, SyncCaller


class Library:
    """One database for all queries of the library: a copy for each test takes five times as long.

    :ivar url: of the database, as its owner
    """

    def __init__(self, url: str, administrator: psycopg.Connection) -> None:
        self.url = url
        # Rather than wait for a session that a test forgot.
        administrator.execute("SET lock_timeout = '5s'")
        self._original = Original(administrator)

    def empty(self) -> None:
        """Bring the database back to what the migrations make of it."""
        self._original.restore()


@pytest.fixture(scope="session")
def library(databases: Databases) -> Generator[Library]:
    """The database of the query library."""
    name = databases.migrated()
    with databases.server.administrator(name) as administrator:
        yield Library(databases.server.owner_url(name), administrator)
    databases.drop(name)


@pytest.fixture
def connection(library: Library) -> Generator[psycopg.Connection]:
    """A connection to a database that holds nothing but what the migrations make, in autocommit."""
    with psycopg.connect(library.url, autocommit=True) as found:
        yield found
    library.empty()


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, connection: psycopg.Connection) -> Generator[Caller]:
    """Calls generated functions: each test runs twice."""
    with ExitStack() as stack:
        if request.param == "sync":
            yield stack.enter_context(closing(SyncCaller(connection)))
        else:
            runner = stack.enter_context(asyncio.Runner())
            yield stack.enter_context(closing(AsyncCaller(connection, runner)))
