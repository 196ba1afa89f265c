# Made by quern from its own runtime: do not edit.
"""Prepared queries sent without psycopg's bookkeeping: a small one takes a fifth less time.

Once psycopg has prepared a statement, there is left to send its name with the parameters, to wait,
and to load the rows. That is done here with psycopg's own map of prepared statements, its loop that
waits, and its dumpers and loaders. All else is left to psycopg's cursor: to prepare, to begin a
transaction, pipelines, what is to be deallocated.

This is the one module that uses what psycopg does not document: the map, the generator that waits
(``psycopg.generators``) and the methods of a ``Transformer``. With a psycopg that it is not tested
with, connections are left as they are.
"""

import warnings
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

import psycopg
from psycopg import AsyncConnection, Connection
from psycopg.abc import AdaptContext, PQGen
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ExecStatus, Format, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult

from .kept import kept_cursors

R = TypeVar("R")

_TESTED = ("3.2.", "3.3.")
# Plain numbers are compared faster than the members of an enum.
_IDLE = TransactionStatus.IDLE.value
_IN_TRANSACTION = TransactionStatus.INTRANS.value
_ROWS = ExecStatus.TUPLES_OK.value
_NO_ROWS = ExecStatus.COMMAND_OK.value
_AUTO = [PyFormat.AUTO]


class _Manager(Protocol):
    """What prepares the statements of a connection."""

    prepare_threshold: int | None


#: The statements that are prepared, by their text and the types of their parameters; the one that
#: was used last is at the end.
_Names: TypeAlias = OrderedDict[tuple[bytes, tuple[int, ...]], bytes]
#: Those that are to be deallocated after the next query.
_Dropped: TypeAlias = deque[bytes | None]

_manager_of: Callable[[object], _Manager] = attrgetter("_prepared")
_names_of: Callable[[_Manager], _Names] = attrgetter("_names")
_dropped_of: Callable[[_Manager], _Dropped] = attrgetter("_to_flush")


def use_fast_calls(connection: Connection[Any] | AsyncConnection[Any]) -> None:
    """Let calls on a connection send prepared queries past psycopg's cursors.

    What they do stays the same. A pool may call this for each connection (``configure``).
    A psycopg that this is not tested with gets a warning and is used as it is documented.
    """
    if not psycopg.__version__.startswith(_TESTED):
        warnings.warn(
            f"fast calls are not tested with psycopg {psycopg.__version__}: they are not used",
            RuntimeWarning,
            stacklevel=2,
        )
        return
    kept_cursors(connection).use_direct()


class DirectQuery(Generic[R]):
    """A query on a connection, sent by the name that psycopg has prepared it under.

    :ivar count: how many rows the query gave or changed; None if psycopg's cursor has run it
    :ivar rows: how many rows there are to load; None if psycopg's cursor has them, or tells that
        a statement gives none
    :ivar make: makes a row
    """

    def __init__(self, context: AdaptContext, make: Callable[[Sequence[Any]], R]) -> None:
        # Here, so that a psycopg without it fails nobody who has not asked for fast calls.
        from psycopg.generators import execute

        connection = context.connection
        assert connection is not None  # noqa: S101 - the context is a cursor
        self.count: int | None = None
        self.rows: int | None = None
        self._connection = connection
        self._pgconn = connection.pgconn
        self._manager = _manager_of(connection)
        self._names = _names_of(self._manager)
        self._dropped = _dropped_of(self._manager)
        self._transformer = Transformer(context)
        self._execute: Callable[[PGconn], PQGen[list[PGresult]]] = execute
        self.make = make
        self.load_row: Callable[[int, Callable[[Sequence[Any]], R]], R]
        self.load_row = self._transformer.load_row
        self._name: bytes | None = None
        #: The name that loaders were found for: under another the types may be others.
        self._loaders_of: bytes | None = None

    def send(self, statement: bytes, parameters: Sequence[Any]) -> PQGen[list[PGresult]] | None:
        """Send the query; the caller has the connection's lock.

        :returns: what to wait for; None if nothing was sent, for psycopg's cursor has more to do
        """
        self.count = self.rows = None
        pgconn = self._pgconn
        status = pgconn.transaction_status
        if (
            (status != _IN_TRANSACTION and not (status == _IDLE and self._connection.autocommit))
            or pgconn.pipeline_status
            or self._dropped
            or self._manager.prepare_threshold is None
        ):
            return None
        transformer, names = self._transformer, self._names
        values = transformer.dump_sequence(parameters, _AUTO * len(parameters))
        key = (statement, transformer.types or ())
        self._name = name = names.get(key)
        if name is None:
            return None
        names.move_to_end(key)
        pgconn.send_query_prepared(name, values, transformer.formats, Format.TEXT)
        return self._execute(pgconn)

    def receive(self, results: Sequence[PGresult]) -> PGresult:
        """Take what the server answered.

        :raises psycopg.Error: if that is an error
        """
        result = results[0]
        status = result.status
        if status == _ROWS:
            self._transformer.set_pgresult(result, set_loaders=self._name is not self._loaders_of)
            self._loaders_of = self._name
            self.count = self.rows = result.ntuples
        elif status == _NO_ROWS:
            self.count = result.command_tuples
        else:
            from psycopg.errors import error_from_result

            raise error_from_result(result, encoding=self._connection.info.encoding)
        return result

    def load_rows(self, end: int) -> list[R]:
        """Return the rows before one, counted from 0."""
        return self._transformer.load_rows(0, end, self.make)
