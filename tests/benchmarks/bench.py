"""The scratch server and the folder that all benchmarks happen in."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from quern import embedded

#: Whatever wakes up by itself would disturb one contestant and not the other.
SERVER_SETTINGS = {"autovacuum": "off", "jit": "off", "shared_buffers": "256MB"}


@dataclass(frozen=True)
class Bench:
    """Where it is measured, and how long.

    :ivar folder: an empty one
    :ivar quick: whether it is only shown that it works
    """

    server: embedded.EmbeddedServer
    folder: Path
    quick: bool

    def database(self, name: str, schema: str) -> str:
        """Make a database; return its URL.

        :param schema: the SQL that fills it
        """
        with psycopg.connect(self.server.url(), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        url = self.server.url(name)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(schema.encode())
            connection.execute("VACUUM ANALYZE")
        return url

    def rounds(self, number: int) -> int:
        """Return how many rounds there are: the number, or few when it shall be quick."""
        return min(number, 3) if self.quick else number


@contextmanager
def open_bench(*, quick: bool) -> Generator[Bench]:
    """Give a server and a folder that are gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="quern-bench-") as name,
        embedded.start_scratch(settings=SERVER_SETTINGS) as server,
    ):
        yield Bench(server, Path(name), quick)
