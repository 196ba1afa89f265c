"""One way to call functions, whether they are plain or coroutines."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing, closing
from typing import Any, Protocol

import psycopg
from psycopg.pq import TransactionStatus

from tests.quern.projects import Project


class Caller(Protocol):
    """Calls the functions of a package on a connection of its own."""

    connection: Any

    def call(self, name: str, *given: Any, conn: Any = None, **arguments: Any) -> Any:
        """Call a function with the connection, or with what is given instead of it."""
        ...

    def call_runtime(self, name: str, *given: Any, **arguments: Any) -> Any:
        """Call a function of the runtime with the connection."""
        ...

    def stream(
        self,
        name: str,
        *,
        most: int | None = None,
        each: Callable[[Any], object] | None = None,
        conn: Any = None,
        **arguments: Any,
    ) -> list[Any]:
        """Return the rows of a stream.

        :param most: leave it after so many
        :param each: call this with each row
        """
        ...

    def execute(self, statement: str) -> list[Any]:
        """Run a statement; return its rows, if it has any."""
        ...

    @property
    def status(self) -> TransactionStatus:
        """The state of the connection's transaction."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


class SyncCaller:
    """Calls plain functions."""

    def __init__(self, project: Project, *, autocommit: bool) -> None:
        self._project = project
        self.connection = psycopg.connect(project.url, autocommit=autocommit)

    def call(self, name: str, *given: Any, conn: Any = None, **arguments: Any) -> Any:
        function = getattr(self._project.module("runs"), name)
        return function(conn or self.connection, *given, **arguments)

    def call_runtime(self, name: str, *given: Any, **arguments: Any) -> Any:
        function = getattr(self._project.module("_runtime"), name)
        return function(self.connection, *given, **arguments)

    def stream(
        self,
        name: str,
        *,
        most: int | None = None,
        each: Callable[[Any], object] | None = None,
        conn: Any = None,
        **arguments: Any,
    ) -> list[Any]:
        rows: list[Any] = []
        with closing(self.call(name, conn=conn, **arguments)) as stream:
            for row in stream:
                rows.append(row)
                if each:
                    each(row)
                if len(rows) == most:
                    break
        return rows

    def execute(self, statement: str) -> list[Any]:
        cursor = self.connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

    @property
    def status(self) -> TransactionStatus:
        return self.connection.info.transaction_status

    def close(self) -> None:
        self.connection.close()


class AsyncCaller:
    """Calls coroutines."""

    def __init__(self, project: Project, runner: asyncio.Runner, *, autocommit: bool) -> None:
        self._project = project
        self._runner = runner
        connect = psycopg.AsyncConnection.connect(project.url, autocommit=autocommit)
        self.connection = runner.run(connect)

    def call(self, name: str, *given: Any, conn: Any = None, **arguments: Any) -> Any:
        function = getattr(self._project.module("aio.runs"), name)
        return self._runner.run(function(conn or self.connection, *given, **arguments))

    def call_runtime(self, name: str, *given: Any, **arguments: Any) -> Any:
        function = getattr(self._project.module("_runtime.aio"), name)
        return self._runner.run(function(self.connection, *given, **arguments))

    def stream(
        self,
        name: str,
        *,
        most: int | None = None,
        each: Callable[[Any], object] | None = None,
        conn: Any = None,
        **arguments: Any,
    ) -> list[Any]:
        async def read() -> list[Any]:
            rows: list[Any] = []
            function = getattr(self._project.module("aio.runs"), name)
            async with aclosing(function(conn or self.connection, **arguments)) as stream:
                async for row in stream:
                    rows.append(row)
                    if each:
                        each(row)
                    if len(rows) == most:
                        break
            return rows

        return self._runner.run(read())

    def execute(self, statement: str) -> list[Any]:
        async def run() -> list[Any]:
            cursor = await self.connection.execute(statement.encode())
            return await cursor.fetchall() if cursor.description else []

        return self._runner.run(run())

    @property
    def status(self) -> TransactionStatus:
        return self.connection.info.transaction_status

    def close(self) -> None:
        self._runner.run(self.connection.close())
