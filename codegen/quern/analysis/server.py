"""Parse, Describe and the analysed tree of each query, from the server itself.

With ``client_min_messages=log`` and ``debug_print_rewritten=on``, settings that any user may
change, a Parse sends the rewritten query tree to the client as a LOG notice. Nothing is executed.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from psycopg import errors, pq
from psycopg.pq.abc import PGconn, PGresult

from quern.connection import Connection, connect
from quern.database import Database
from quern.errors import DatabaseError

#: For the connection that asks. The tree is wrapped by the server, not indented.
SESSION_OPTIONS = (
    "-c client_min_messages=log -c debug_print_parse=off -c debug_print_plan=off "
    "-c debug_print_rewritten=on -c debug_pretty_print=off"
)
OLDEST_VERSION = 15

_TREE_MESSAGE = "rewritten parse tree:"
#: So many queries are under way at once; bounds the memory that their trees take.
_BATCH = 100


class Statement(NamedTuple):
    """A statement to ask about.

    :ivar sql: with ``$n`` for parameters
    :ivar parameter_types: OIDs, in the order of ``$n``; the server infers those that are not given
    """

    sql: str
    parameter_types: tuple[int, ...] = ()


@dataclass(frozen=True)
class ResultColumn:
    """A result column, as Describe gives it.

    :ivar table: OID of the table it comes from, unchanged; 0 when it does not
    :ivar attribute: number of that table's column, or 0
    """

    name: str
    type: int
    table: int
    attribute: int


@dataclass(frozen=True)
class Description:
    """What the server says of a statement.

    :ivar parameter_types: OIDs, in the order of ``$n``
    :ivar tree: the text of the rewritten query tree
    """

    parameter_types: tuple[int, ...]
    columns: tuple[ResultColumn, ...]
    tree: str


@dataclass(frozen=True)
class Refusal:
    """What the server says of a statement that it cannot parse.

    :ivar position: of the mistake, in characters from 1; None when the server gives none
    """

    sqlstate: str
    message: str
    detail: str | None
    hint: str | None
    position: int | None


def open_session(database: Database) -> Connection:
    """Connect for :func:`describe`.

    :raises DatabaseError: if the database cannot be reached, or its server is too old
    """
    connection = connect(database, options=SESSION_OPTIONS)
    version = connection.info.server_version // 10000
    if version < OLDEST_VERSION:
        connection.close()
        raise DatabaseError(
            f"the server is PostgreSQL {version}, and quern needs {OLDEST_VERSION} or later",
            hint="unset DATABASE_URL to use the embedded server",
        )
    return connection


def describe(connection: Connection, statements: Iterable[str]) -> list[Description | Refusal]:
    """Ask the server about each statement.

    :param statements: with ``$n`` for parameters, whose types the server infers
    :raises DatabaseError: as :func:`describe_typed` does
    """
    return describe_typed(connection, map(Statement, statements))


def describe_typed(
    connection: Connection, statements: Iterable[Statement]
) -> list[Description | Refusal]:
    """Ask the server about each statement, some types of parameters given.

    They go through libpq's pipeline, with a Sync after each, so that a bad one does not hide the
    others and the time on the wire is paid once.

    :param connection: one made by :func:`open_session`
    :raises DatabaseError: if the server goes away, or its trees do not arrive
    """
    connection.pgconn.nonblocking = 0  # the calls below wait by themselves
    remaining = iter(statements)
    answers: list[Description | Refusal] = []
    with lost_connection_reported():
        while batch := list(islice(remaining, _BATCH)):
            answers += _ask_batch(connection.pgconn, batch)
    return answers


@contextmanager
def lost_connection_reported() -> Generator[None]:
    """Turn the loss of the connection into an error for the user.

    :raises DatabaseError: if the server goes away
    """
    try:
        yield
    except errors.OperationalError as error:
        raise DatabaseError(f"the server went away: {' '.join(str(error).split())}") from None


def _ask_batch(pgconn: PGconn, batch: Sequence[Statement]) -> list[Description | Refusal]:
    """Ask about some statements at once.

    A tree arrives before the results of its statement, but libpq may read it together with the
    results before those. So trees are counted, and one by one is asked where the count is wrong.

    A constant of a user's type may run functions when it is parsed: the CHECKs of a domain that it
    is an array of. The trees of what they run come before that of the statement.
    """
    results, trees = _ask(pgconn, batch)
    sound = [_error(found) is None for found in results]
    if len(trees) != sum(sound):
        if len(batch) > 1:
            return [answer for statement in batch for answer in _ask_batch(pgconn, [statement])]
        if sound[0] and not trees:
            raise DatabaseError(
                "the server's answers about queries do not arrive (its LOG notices are missing)",
                hint="quern needs a direct connection: not through a pooler such as PgBouncer",
            )
    following = iter(trees if len(batch) > 1 else trees[-1:])
    return [_answer(found, following) for found in results]


def _ask(pgconn: PGconn, batch: Sequence[Statement]) -> tuple[list[list[PGresult]], list[str]]:
    """Send Parse, Describe and Sync for each statement, and collect what comes back."""
    trees: list[str] = []
    pgconn.notice_handler = lambda notice: _collect_tree(notice, trees)
    pgconn.enter_pipeline_mode()
    try:
        for statement in batch:
            pgconn.send_prepare(b"", statement.sql.encode(), statement.parameter_types)
            pgconn.send_describe_prepared(b"")
            pgconn.pipeline_sync()
        return [_results_up_to_sync(pgconn) for _ in batch], trees
    finally:
        if pgconn.status == pq.ConnStatus.OK:
            pgconn.exit_pipeline_mode()


def _collect_tree(notice: PGresult, trees: list[str]) -> None:
    field = notice.error_field
    if (field(pq.DiagnosticField.MESSAGE_PRIMARY) or b"").decode() == _TREE_MESSAGE:
        trees.append((field(pq.DiagnosticField.MESSAGE_DETAIL) or b"").decode())


def _results_up_to_sync(pgconn: PGconn) -> list[PGresult]:
    results: list[PGresult] = []
    while True:
        result = pgconn.get_result()
        if result is None:
            if pgconn.status == pq.ConnStatus.BAD:
                raise errors.OperationalError(pgconn.get_error_message())
        elif result.status == pq.ExecStatus.PIPELINE_SYNC:
            return results
        else:
            results.append(result)


def _error(results: Sequence[PGresult]) -> PGresult | None:
    fatal = pq.ExecStatus.FATAL_ERROR
    return next((result for result in results if result.status == fatal), None)


def _answer(results: Sequence[PGresult], trees: Iterator[str]) -> Description | Refusal:
    error = _error(results)
    if error is not None:
        return _refusal(error)
    described = results[-1]
    return Description(
        parameter_types=tuple(described.param_type(i) for i in range(described.nparams)),
        columns=tuple(
            ResultColumn(
                name=(described.fname(i) or b"").decode(),
                type=described.ftype(i),
                table=described.ftable(i),
                attribute=described.ftablecol(i),
            )
            for i in range(described.nfields)
        ),
        tree=next(trees),
    )


def _refusal(result: PGresult) -> Refusal:
    def field(name: pq.DiagnosticField) -> str | None:
        value = result.error_field(name)
        return value.decode(errors="replace") if value is not None else None

    position = field(pq.DiagnosticField.STATEMENT_POSITION)
    return Refusal(
        sqlstate=field(pq.DiagnosticField.SQLSTATE) or "",
        message=field(pq.DiagnosticField.MESSAGE_PRIMARY) or "",
        detail=field(pq.DiagnosticField.MESSAGE_DETAIL),
        hint=field(pq.DiagnosticField.MESSAGE_HINT),
        position=int(position) if position else None,
    )
