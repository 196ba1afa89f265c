"""Client and server on one core.

On two, a call's time is mostly how long a sleeping core takes to wake up, which depends on what
else the machine does and says nothing of the driver.
"""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager

import psycopg


@contextmanager
def one_core(url: str) -> Generator[None]:
    """Keep us, and the server's processes for all connections to a database, on one core.

    Nothing is done where the system does not let us.

    :param url: of the database, with all its connections open
    """
    if sys.platform != "linux":
        yield
        return
    ours = os.sched_getaffinity(0)
    core = {max(ours)}
    with psycopg.connect(url, autocommit=True) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity "
            "WHERE datname = current_database() AND backend_type = 'client backend'"
        )
        backends = [row[0] for row in found]
    for process in backends:
        try:
            os.sched_setaffinity(process, core)
        except OSError:  # the one that asked is gone; or they are another user's
            continue
    os.sched_setaffinity(0, core)
    try:
        yield
    finally:
        os.sched_setaffinity(0, ours)
