"""Calling generated functions, sync and async, by one test."""

import asyncio
from collections.abc import Generator
from contextlib import ExitStack, closing

import psycopg
import pytest

from tests.queries.caller import AsyncCaller, Caller, SyncCaller


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, connection: psycopg.Connection) -> Generator[Caller]:
    """Calls generated functions: each test runs twice."""
    with ExitStack() as stack:
        if request.param == "sync":
            yield stack.enter_context(closing(SyncCaller(connection)))
        else:
            runner = stack.enter_context(asyncio.Runner())
            yield stack.enter_context(closing(AsyncCaller(connection, runner)))
