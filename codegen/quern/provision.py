"""Making roles, a database and its extensions, as an administrator."""

from collections.abc import Callable
from pathlib import Path

import psycopg
from psycopg import sql

from quern import embedded
from quern.config import Config
from quern.connection import Connection, in_one_line
from quern.errors import DatabaseError

#: Any number will do, as long as it is the same in every process.
_PROVISIONING_LOCK = 8241907


def prepare_embedded(server: embedded.EmbeddedServer, config: Config) -> None:
    """Make what the project's settings ask for on an embedded server, where it is missing.

    :raises DatabaseError: as :func:`prepare`
    """

    def superuser(database: str | None) -> Connection:
        return psycopg.connect(server.url(database or embedded.SUPERUSER), autocommit=True)

    prepare(superuser, config, config.embedded.database)


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
            f"database {database} cannot be made ready: {in_one_line(error)}",
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


def _run_file(connection: Connection, file: Path) -> None:
    try:
        # As bytes, since it is the project's own file and not a text made at run time.
        connection.execute(file.read_bytes())
    except OSError as error:
        raise DatabaseError(
            f"the file of the roles cannot be read: {error.strerror}: {file}",
            hint="roles in [tool.codegen.embedded] names it",
        ) from None
    except psycopg.Error as error:
        raise DatabaseError(f"{file.name} failed: {error}") from None
