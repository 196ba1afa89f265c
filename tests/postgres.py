"""The Postgres that the tests run on, chosen by the environment.

In this order, unless ``TEST_POSTGRES`` says ``url``, ``container`` or ``embedded``:

- ``TEST_DATABASE_URL``: a throw-away server, as an administrator; roles are made on it
- a container, when a Docker engine answers and the image ``TEST_POSTGRES_IMAGE`` (by default
  ``pgvector/pgvector:pg18``, else the one that :mod:`tests.containers.image` builds) is there or
  can be had
- the embedded server, of the version that ``TEST_POSTGRES_VERSION`` says (by default 18)

Whatever the server, the tests migrate and connect as ``application_owner``, who is no superuser.
"""

import gc
import os
import secrets
import warnings
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from db.commands import dbmate
from quern import embedded
from quern.config import load_config
from quern.connection import Connection
from quern.provision import prepare

ROOT = Path(__file__).parents[1]
OWNER = "application_owner"
DEFAULT_IMAGE = "pgvector/pgvector:pg18"


@dataclass(frozen=True)
class TestServer:
    """A server to make databases on.

    :ivar words: what it is, for pytest's header
    :ivar admin_url: URL of its administrator
    :ivar password: of the owner, where the server asks for one
    """

    __test__ = False  # the name is not that of a test

    words: str
    admin_url: str
    password: str | None = None

    def administrator(self, database: str | None = None) -> Connection:
        """Connect as the administrator."""
        conninfo = make_conninfo(self.admin_url, dbname=database) if database else self.admin_url
        return psycopg.connect(conninfo, autocommit=True)

    def owner_url(self, database: str) -> str:
        """Return the URL of a database, as its owner."""
        parts = urlsplit(self.admin_url)
        host = parts.netloc.rpartition("@")[2]
        login = f"{OWNER}:{self.password}" if self.password else OWNER
        query = f"?{parts.query}" if parts.query else "?sslmode=disable"
        return f"postgres://{login}@{host}/{database}{query}"


class Databases:
    """Makes databases with the project's schema, each a copy of one that was migrated once."""

    def __init__(self, server: TestServer) -> None:
        self.server = server
        self._config = load_config(ROOT)
        self._prefix = f"quern_test_{secrets.token_hex(4)}"
        self._count = 0
        self._template: str | None = None

    def empty(self) -> str:
        """Return the name of a new database without a schema, owned by the owner."""
        name = self._next_name()
        prepare(self.server.administrator, self._config, name)
        if self.server.password:
            with self.server.administrator() as connection:
                statement = sql.SQL("ALTER ROLE {} PASSWORD {}")
                words = sql.Identifier(OWNER), sql.Literal(self.server.password)
                connection.execute(statement.format(*words))
        return name

    def migrated(self) -> str:
        """Return the name of a new database with the project's schema."""
        if self._template is None:
            self._template = self.empty()
            dbmate.migrate(self.server.owner_url(self._template))
        name = self._next_name()
        with self.server.administrator() as connection:
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
            names = (sql.Identifier(word) for word in (name, self._template, OWNER))
            connection.execute(statement.format(*names))
        return name

    def drop(self, name: str) -> None:
        """Drop a database, ending its connections."""
        with self.server.administrator() as connection:
            statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            connection.execute(statement.format(sql.Identifier(name)))

    def drop_template(self) -> None:
        """Drop what :meth:`migrated` copies from."""
        if self._template is not None:
            self.drop(self._template)

    def _next_name(self) -> str:
        self._count += 1
        return f"{self._prefix}_{self._count}"


def choice() -> str:
    """Return ``url``, ``container`` or ``embedded``."""
    forced = os.environ.get("TEST_POSTGRES")
    if forced:
        if forced not in {"url", "container", "embedded"}:
            raise ValueError(f"TEST_POSTGRES is {forced!r}, not url, container or embedded")
        return forced
    if os.environ.get("TEST_DATABASE_URL"):
        return "url"
    return "container" if _image_at_hand() else "embedded"


@contextmanager
def start() -> Generator[TestServer]:
    """Start, or connect to, the server that the environment chooses."""
    with ExitStack() as stack:
        match choice():
            case "url":
                url = os.environ["TEST_DATABASE_URL"]
                yield TestServer("the server of TEST_DATABASE_URL", url, secrets.token_hex(16))
            case "container":
                yield stack.enter_context(_container())
            case _:
                version = int(os.environ.get("TEST_POSTGRES_VERSION", embedded.DEFAULT_VERSION))
                server = stack.enter_context(embedded.start_scratch(version=version))
                yield TestServer(f"embedded PostgreSQL {version}", server.url())


def image() -> str:
    """Return the image to use: what the environment names, or one that is built here."""
    from tests.containers.image import build

    named = os.environ.get("TEST_POSTGRES_IMAGE")
    return named or (DEFAULT_IMAGE if _image_at_hand() else build())


@cache
def _image_at_hand() -> bool:
    """Tell whether a Docker engine answers and the image is there or can be pulled."""
    import docker  # type: ignore[import-untyped]  # the SDK has no types
    from docker.errors import (  # type: ignore[import-untyped]
        DockerException,
        ImageNotFound,
    )

    name = os.environ.get("TEST_POSTGRES_IMAGE", DEFAULT_IMAGE)
    try:
        with closing(docker.from_env()) as client:
            try:
                client.images.get(name)
            except ImageNotFound:
                client.images.pull(name)
    except DockerException:
        answers = False
    else:
        answers = True
    if not answers:
        # The SDK leaves its socket open when no engine answers; a warning about it, at whatever
        # moment it is collected, would be the error of some test.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()
    return answers


@contextmanager
def _container() -> Generator[TestServer]:
    # The reaper is an image of its own, which may not be at hand; we stop what we start.
    os.environ.setdefault("TESTCONTAINERS_RYUK_DISABLED", "true")
    os.environ.setdefault("TC_POOLING_INTERVAL", "0.1")
    from testcontainers.community.postgres import PostgresContainer

    name = image()
    # In memory: each start on an overlay file system takes longer than the one before.
    container = PostgresContainer(name, driver=None).with_tmpfs_mount("/var/lib/postgresql")
    with container.with_command("-c fsync=off") as running:
        url = running.get_connection_url(host="127.0.0.1")
        yield TestServer(f"container of {name}", url, secrets.token_hex(16))
