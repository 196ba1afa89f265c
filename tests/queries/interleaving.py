"""Two sessions that meet: one waits for the lock of the other."""

from collections.abc import Generator
from contextlib import AbstractContextManager, contextmanager
from threading import Thread
from time import monotonic, sleep
from typing import LiteralString

import psycopg

_LONGEST_WAIT = 10


@contextmanager
def ended_when_waited_for(holder: psycopg.Connection, end: LiteralString) -> Generator[None]:
    """Hold a transaction open until another session waits for one of its locks, then end it.

    What runs in the block sees nothing of the transaction until it waits, and all of it
    afterwards: the moment when a check made too early goes wrong.

    :param holder: a connection in autocommit mode that executed ``BEGIN`` and took the lock
    :param end: ``COMMIT`` or ``ROLLBACK``
    :raises AssertionError: if nobody waited
    """
    info = holder.info
    waited: list[bool] = []

    def release() -> None:
        try:
            with psycopg.connect(
                info.dsn, password=info.password or None, autocommit=True
            ) as observer:
                waited.append(is_waited_for(observer, info.backend_pid))
        finally:
            holder.execute(end)

    thread = Thread(target=release)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    assert waited == [True], "nobody waited for the transaction"


def committed_when_waited_for(
    holder: psycopg.Connection,
) -> AbstractContextManager[None]:
    """Hold a transaction open until another session waits for one of its locks, then commit it."""
    return ended_when_waited_for(holder, "COMMIT")


def is_waited_for(observer: psycopg.Connection, pid: int) -> bool:
    """Wait until a session waits for another one, and tell whether it came to that.

    :param pid: the server process of the session that holds the lock
    """
    deadline = monotonic() + _LONGEST_WAIT
    while monotonic() < deadline:
        query = "SELECT FROM pg_stat_activity WHERE %s = ANY (pg_blocking_pids(pid))"
        if observer.execute(query, [pid]).fetchone() is not None:
            return True
        sleep(0.005)
    return False
