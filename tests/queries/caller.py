"""Calling generated functions, sync and async, by one test."""

import asyncio
import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import psycopg

from tests.queries.declared import check_return

P = ParamSpec("P")
R = TypeVar("R")

_SET_USER = "SELECT set_config('app.user_id', %s, false)"


class Caller(ABC):
    """Calls generated functions on one database, and checks what they return against its type.

    The test names the plain function; the asynchronous caller takes its twin.

    :ivar connection: another session on the same database, in autocommit mode, for what a test
        prepares, looks at or holds open by itself
    """

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def __call__(
        self, function: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a generated function."""
        value: R = self._run(function, *args, **kwargs)
        check_return(function, value)
        return value

    def one(
        self,
        function: Callable[Concatenate[Any, P], R | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Call a generated function that must find or make something."""
        value = self(function, *args, **kwargs)
        assert value is not None
        return value

    @abstractmethod
    def as_user(self, user_id: int | None) -> None:
        """Set the person on whose behalf the calls run."""

    @abstractmethod
    def close(self) -> None:
        """Close the session of the calls."""

    @abstractmethod
    def _run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R: ...


class SyncCaller(Caller):
    """Calls the plain functions."""

    def __init__(self, connection: psycopg.Connection) -> None:
        super().__init__(connection)
        info = connection.info
        self._session = psycopg.connect(info.dsn, password=info.password or None, autocommit=True)

    def as_user(self, user_id: int | None) -> None:
        self._session.execute(_SET_USER, [_setting(user_id)])

    def close(self) -> None:
        self._session.close()

    def _run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        return function(self._session, *args, **kwargs)


class AsyncCaller(Caller):
    """Calls the asynchronous twins."""

    def __init__(self, connection: psycopg.Connection, runner: asyncio.Runner) -> None:
        super().__init__(connection)
        self._runner = runner
        info = connection.info
        self._session = runner.run(
            psycopg.AsyncConnection.connect(
                info.dsn, password=info.password or None, autocommit=True
            )
        )

    def as_user(self, user_id: int | None) -> None:
        async def set_user() -> None:
            await self._session.execute(_SET_USER, [_setting(user_id)])

        self._runner.run(set_user())

    def close(self) -> None:
        self._runner.run(self._session.close())

    def _run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        twin = twin_of(function)

        async def call() -> R:
            return await twin(self._session, *args, **kwargs)

        return self._runner.run(call())


def twin_of(function: Callable[..., R]) -> Callable[..., Awaitable[R]]:
    """Return the asynchronous twin of a generated function."""
    name = function.__module__.replace("generated.", "generated.aio.", 1)
    import_module(name)
    return cast("Callable[..., Awaitable[R]]", getattr(sys.modules[name], function.__name__))


def _setting(user_id: int | None) -> str:
    return "" if user_id is None else str(user_id)
