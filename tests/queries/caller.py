"""Calling generated functions, sync and async, by one test, each as the role it is meant for."""

import asyncio
import sys
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Concatenate, LiteralString, ParamSpec, TypeVar, cast

import psycopg

from generated._runtime.core import Facts
from tests.queries.declared import check_return

P = ParamSpec("P")
R = TypeVar("R")

_SET_USER = "SELECT set_config('app.user_id', %s, false)"
#: The roles, by what ``-- @role`` calls them; a query without one is a person's.
_SET_ROLE: dict[str | None, LiteralString] = {
    None: "SET ROLE application_user",
    "system": "SET ROLE application_system",
}


class Caller(ABC):
    """Calls generated functions on one database, and checks what they return against its type.

    The test names the plain function; the asynchronous caller takes its twin. A call runs as the
    role that its query is meant for, on behalf of the person set: what a test claims. What it only
    prepares, or looks at from outside, can be done :meth:`as_owner`, whom no policy binds.

    :ivar connection: another session on the same database, as its owner, in autocommit mode, for
        what a test prepares, looks at or holds open by itself
    """

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection
        self._user_id: int | None = None
        self._role: str | None = "owner"

    def __call__(
        self, function: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a generated function as the role it is meant for."""
        role = role_of(function)
        if role != self._role:
            self._execute(_SET_ROLE[role])
            self._role = role
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

    def as_owner(
        self, function: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Call a generated function as the owner of the database, on behalf of nobody.

        Such a call says nothing about who may do what, and does not test the function.
        """
        value = function(self.connection, *args, **kwargs)
        check_return(function, value)
        return value

    def as_user(self, user_id: int | None) -> None:
        """Set the person on whose behalf the calls run."""
        self._execute(_SET_USER, ["" if user_id is None else str(user_id)])
        self._user_id = user_id

    @contextmanager
    def acting_as(self, user_id: int | None) -> Generator[None]:
        """Set the person on whose behalf the calls in a block run."""
        before = self._user_id
        self.as_user(user_id)
        try:
            yield
        finally:
            self.as_user(before)

    @abstractmethod
    def close(self) -> None:
        """Close the session of the calls."""

    @abstractmethod
    def _execute(self, statement: LiteralString, values: Sequence[str] = ()) -> None:
        """Execute a statement in the session of the calls."""

    @abstractmethod
    def _run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R: ...


class SyncCaller(Caller):
    """Calls the plain functions."""

    def __init__(self, connection: psycopg.Connection) -> None:
        super().__init__(connection)
        info = connection.info
        self._session = psycopg.connect(info.dsn, password=info.password or None, autocommit=True)

    def close(self) -> None:
        self._session.close()

    def _execute(self, statement: LiteralString, values: Sequence[str] = ()) -> None:
        self._session.execute(statement, values)

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

    def close(self) -> None:
        self._runner.run(self._session.close())

    def _execute(self, statement: LiteralString, values: Sequence[str] = ()) -> None:
        async def execute() -> None:
            await self._session.execute(statement, values)

        self._runner.run(execute())

    def _run(self, function: Callable[..., R], *args: Any, **kwargs: Any) -> R:
        twin = twin_of(function)

        async def call() -> R:
            return await twin(self._session, *args, **kwargs)

        return self._runner.run(call())


def facts_of(function: Callable[..., object]) -> Facts[Any]:
    """Return what is known of the query that a generated function runs."""
    query: Facts[Any] = vars(sys.modules[function.__module__])[function.__name__.upper()]
    return query


def role_of(function: Callable[..., object]) -> str | None:
    """Return the role that a generated function is meant for, as ``-- @role`` calls it."""
    return facts_of(function).role


def twin_of(function: Callable[..., R]) -> Callable[..., Awaitable[R]]:
    """Return the asynchronous twin of a generated function."""
    name = function.__module__.replace("generated.", "generated.aio.", 1)
    import_module(name)
    return cast("Callable[..., Awaitable[R]]", getattr(sys.modules[name], function.__name__))
