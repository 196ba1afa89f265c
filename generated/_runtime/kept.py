# Made by quern from its own runtime: do not edit.
"""Cursors kept for the next call of the same query.

psycopg finds the loaders and dumpers of each new cursor anew, which takes a fifth of the time of a
small query. A cursor that runs the same query again has them. So each connection keeps the cursors
of the queries that it ran last. A call takes the cursor out, so that nobody else can have it at
the same time, and puts it back when all went well, without its result.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from threading import get_ident
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from psycopg.pq.abc import PGconn, PGresult

from .core import Query, QueryError

#: So many cursors a connection keeps; psycopg prepares 100 statements.
_MOST = 100
#: Parameters longer than this go with their cursor, which would hold on to them.
_LONGEST = 10_000
_LONG = (str, bytes, bytearray)
#: The name among a connection's attributes; two generated packages may share a connection.
_ATTRIBUTE = f"_kept_by_{__name__}"

Session: TypeAlias = tuple[bytes | None, ...]


class _Connection(Protocol):
    @property
    def pgconn(self) -> PGconn: ...


class _Cursor(Protocol):
    session: Session
    holds_parameters: bool
    pgresult: PGresult | None


C = TypeVar("C", bound=_Cursor)


class KeptCursors(Generic[C]):
    """The cursors that a connection keeps.

    :ivar direct: whether they send prepared queries themselves; see :mod:`.direct`
    """

    def __init__(self, pgconn: PGconn) -> None:
        self._status: Callable[[bytes], bytes | None] = pgconn.parameter_status
        self._cursors: dict[Query[Any], C] = {}
        self._giver: int | None = None
        self.direct = False

    def take(self, query: Query[Any]) -> C | None:
        """Return the cursor of a query, if there is one and it knows the session as it is.

        :raises QueryError: if the rows of a COPY that occupies the connection ask for it
        """
        if self._giver is not None:
            self.check()
        # One step, in which no other thread can be: nobody else can have the cursor.
        cursor = self._cursors.pop(query, None)
        if cursor is None:
            return None
        status = self._status  # as in session(), whose call would take as long as one of these
        if cursor.session == (
            status(b"TimeZone"),
            status(b"DateStyle"),
            status(b"IntervalStyle"),
            status(b"client_encoding"),
        ):
            return cursor
        return None

    def put_back(self, query: Query[Any], cursor: C, parameters: Sequence[Any]) -> None:
        """Keep a cursor whose rows are all fetched, without them and without long parameters."""
        result = cursor.pgresult
        if result is None:  # pipeline mode: the result is still to come
            return
        result.clear()
        if cursor.holds_parameters:
            for parameter in parameters:
                if isinstance(parameter, _LONG) and len(parameter) > _LONGEST:
                    return
        if not query.read_only and cursor.session != self.session():  # set_config, say
            return
        self._cursors[query] = cursor
        if len(self._cursors) > _MOST:
            oldest, *_ = (
                self._cursors
            )  # one step too, unlike an iterator that another thread upsets
            self._cursors.pop(oldest, None)

    def use_direct(self) -> None:
        """Keep from now on cursors that send prepared queries themselves."""
        self.direct = True
        self._cursors.clear()

    def check(self) -> None:
        """Refuse to wait for what would wait for us.

        :raises QueryError: if the rows of a COPY that occupies the connection ask for it
        """
        if self.is_occupied():
            raise QueryError(
                "the rows of a :copy ask the connection that it occupies: "
                "use another one for them, or make a list of them first"
            )

    def is_occupied(self) -> bool:
        """Tell whether this thread makes rows for a COPY, which occupies the connection."""
        return self._giver is not None and self._giver == get_ident()

    @contextmanager
    def giving_rows(self) -> Generator[None]:
        """Note that this thread makes rows for a COPY, which occupies the connection."""
        self._giver = get_ident()
        try:
            yield
        finally:
            self._giver = None

    def session(self) -> Session:
        """Return what loaders look at when they are made: a change of it needs new ones."""
        status = self._status
        return (
            status(b"TimeZone"),
            status(b"DateStyle"),
            status(b"IntervalStyle"),
            status(b"client_encoding"),
        )


def kept_cursors(connection: _Connection) -> KeptCursors[Any]:
    """Return the cursors that a connection keeps.

    They lie in an attribute of it: a cursor knows its connection, so that from a table of weak
    references no connection would ever go away.
    """
    kept: KeptCursors[Any]
    try:
        kept = getattr(connection, _ATTRIBUTE)
    except AttributeError:
        kept = vars(connection).setdefault(_ATTRIBUTE, KeptCursors[Any](connection.pgconn))
    return kept
