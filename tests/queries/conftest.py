"""Calling generated functions, sync and async, by one test."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Generator
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import psycopg
import pytest

P = ParamSpec("P")
R = TypeVar("R")


class Caller:
    """Calls generated functions on one database.

    The test names the plain function; the asynchronous caller takes its twin.

    :ivar connection: for what a test prepares or looks at by itself
    """

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def __call__(
        self, function: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a generated function with the connection."""
        return function(self.connection, *args, **kwargs)

    def as_user(self, user_id: int | None) -> None:
        """Set the person on whose behalf the calls run."""
        value = "" if user_id is None else str(user_id)
        self.connection.execute("SELECT set_config('app.user_id', %s, false)", [value])


class AsyncCaller(Caller):
    """Calls the asynchronous twins of generated functions."""

    def __init__(self, connection: psycopg.Connection, runner: asyncio.Runner) -> None:
        super().__init__(connection)
        self._runner = runner
        info = connection.info
        self._async_connection = runner.run(
            psycopg.AsyncConnection.connect(
                info.dsn, password=info.password or None, autocommit=True
            )
        )

    def __call__(
        self, function: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call the twin of a generated function with the asynchronous connection."""
        module = function.__module__.replace("generated.", "generated.aio.", 1)
        __import__(module)
        twin = cast(
            Callable[..., Awaitable[R]], getattr(sys.modules[module], function.__name__)
        )

        async def call() -> R:
            return await twin(self._async_connection, *args, **kwargs)

        return self._runner.run(call())

    def as_user(self, user_id: int | None) -> None:
        """Set the person on whose behalf the calls run."""
        super().as_user(user_id)

        async def set_user() -> None:
            value = "" if user_id is None else str(user_id)
            await self._async_connection.execute(
                "SELECT set_config('app.user_id', %s, false)", [value]
            )

        self._runner.run(set_user())

    def close(self) -> None:
        """Close the asynchronous connection."""
        self._runner.run(self._async_connection.close())


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, connection: psycopg.Connection) -> Generator[Caller]:
    """Calls generated functions: each test runs twice."""
    if request.param == "sync":
        yield Caller(connection)
        return
    with asyncio.Runner() as runner:
        caller = AsyncCaller(connection, runner)
        yield caller
        caller.close()
