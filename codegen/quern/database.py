"""Which database a command talks to: the one it is told, DATABASE_URL, or an embedded one."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from quern import embedded
from quern.config import Config
from quern.errors import DatabaseError

Connection: TypeAlias = psycopg.Connection[tuple[Any, ...]]

#: Any number will do, as long as it is the same in every process.
_PROVISIONING_LOCK = 8241907
_CONNECT_SECONDS = 10


@dataclass(frozen=True)
class Database:
    """A database to talk to.

    :ivar url: its URL, as libpq and dbmate take it
    :ivar origin: where the URL comes from, for messages
    :ivar server: the embedded server it lies on, if it does
    """

    url: str
    origin: str
    server: embedded.EmbeddedServer | None = None


@contextmanager
def open_database(config: Config, url: str | None = None) -> Generator[Database]:
    """Give the database in use: ``url``, else DATABASE_URL, else one on the embedded server.

    The embedded server is started if need be, its database made ready but not migrated, and it
    stops afterwards unless somebody else uses it.

    :param url: what the command line says
    :raises DatabaseError: if it cannot be reached or made ready
    """
    if url:
        yield Database(url, "--database-url")
        return
    if from_environment := os.environ.get("DATABASE_URL"):
        yield Database(from_environment, "DATABASE_URL")
        return
    settings = config.embedded
    with embedded.start(config.root, version=settings.postgres) as server:
        prepare(lambda name: _as_superuser(server, name), config, settings.database)
        yield Database(server.url(settings.database, settings.owner), "the embedded server", server)


def prepare(
    administrator: Callable[[str | None], Connection], config: Config, database: str
) -> None:
    """Make the roles, a database and its extensions, where they are missing.

    :param administrator: connects to a database, or to the default one, as an administrator
    :param database: the name of the database to make
    :raises DatabaseError: if the file of the roles cannot be read or run, or something of these
        cannot be made
    """
    try:
        _prepare(administrator, config, database)
    except psycopg.Error as error:
        raise DatabaseError(
            f"database {database} cannot be made ready: {_in_one_line(error)}",
            hint="[tool.codegen.embedded] says which owner and extensions it has",
        ) from None


def _prepare(
    administrator: Callable[[str | None], Connection], config: Config, database: str
) -> None:
    settings = config.embedded
    with administrator(None) as connection:
        # Two processes may get here at once. The lock is freed at the end of the connection.
        connection.execute("SELECT pg_advisory_lock(%s)", [_PROVISIONING_LOCK])
        if settings.roles is not None:
            _run_file(connection, config.root / settings.roles)
        query = "SELECT FROM pg_database WHERE datname = %s"
        if connection.execute(query, [database]).fetchone() is None:
            statement = sql.SQL("CREATE DATABASE {} OWNER {}")
            names = sql.Identifier(database), sql.Identifier(settings.owner)
            connection.execute(statement.format(*names))
        if settings.extensions:
            with administrator(database) as inner:
                for extension in settings.extensions:
                    statement = sql.SQL("CREATE EXTENSION IF NOT EXISTS {}")
                    inner.execute(statement.format(sql.Identifier(extension)))


def _as_superuser(server: embedded.EmbeddedServer, database: str | None) -> Connection:
    return psycopg.connect(server.url(database or embedded.SUPERUSER), autocommit=True)


def migrate(config: Config, database: Database) -> None:
    """Run the project's own command for migrations on a database of the embedded server.

    :raises DatabaseError: if the command fails; what it prints has been shown then
    """
    command = config.embedded.migrate
    if command is None:
        return
    # The project's programs lie beside our interpreter, which may not be on PATH.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    environment = {**os.environ, "PATH": path, "DATABASE_URL": database.url}
    try:
        words = shlex.split(command)
        if not words:
            raise ValueError("it is empty")
        result = subprocess.run(  # noqa: S603 - the project's own setting
            words, check=False, cwd=config.root, env=environment, stdout=sys.stderr
        )
    except (OSError, ValueError) as error:
        raise DatabaseError(
            f"the command for migrations cannot be run: {error}",
            hint="migrate in [tool.codegen.embedded] says what to run",
        ) from None
    if result.returncode != 0:
        raise DatabaseError(
            f"the command for migrations failed with status {result.returncode}: {command}",
            hint="its message stands above; nothing was generated",
        )


def connect(database: Database, *, options: str = "") -> Connection:
    """Connect to a database, in autocommit mode.

    :param options: server settings for this session, as libpq's ``options`` takes them
    :raises DatabaseError: if it cannot be reached; says what was tried
    """
    try:
        given = conninfo_to_dict(database.url).get("options") or ""
    except psycopg.Error:  # whose text may show the password
        raise DatabaseError(
            f"what {database.origin} says is no URL of a database",
            hint="write it as postgres://user:password@host:5432/database",
        ) from None
    try:
        conninfo = make_conninfo(
            database.url,
            connect_timeout=_CONNECT_SECONDS,
            options=f"{given} {options}".strip() or None,
        )
        return psycopg.connect(conninfo, autocommit=True)
    except psycopg.Error as error:
        raise DatabaseError(
            f"no database: {described(database)} does not answer: {_in_one_line(error)}",
            hint="start that server or correct the URL; without DATABASE_URL an embedded server "
            "is used",
        ) from None


def described(database: Database) -> str:
    """Return the database in words, without its password."""
    try:
        parts = conninfo_to_dict(database.url)
    except psycopg.Error:
        return f"what {database.origin} says"
    place = str(parts.get("host") or "the local socket")
    if parts.get("port"):
        place += f":{parts['port']}"
    name, user = parts.get("dbname") or "?", parts.get("user") or "?"
    return f"{name} at {place} as {user} ({database.origin})"


def _in_one_line(error: psycopg.Error) -> str:
    return " ".join(str(error).split())


def _run_file(connection: Connection, file: Path) -> None:
    try:
        # As bytes, since it is the project's own file and not a text made at run time.
        connection.execute(file.read_bytes())
    except OSError as error:
        raise DatabaseError(
            f"the file of the roles cannot be read: {error}",
            hint="roles in [tool.codegen.embedded] names it",
        ) from None
    except psycopg.Error as error:
        raise DatabaseError(f"{file.name} failed: {error}") from None
