"""Which database a command talks to: the one it is told, DATABASE_URL, or an embedded one."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from quern import embedded
from quern.config import Config
from quern.errors import DatabaseError


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
        # psycopg is slow to import, and not needed for a database that is there.
        from quern.provision import prepare_embedded

        prepare_embedded(server, config)
        yield Database(server.url(settings.database, settings.owner), "the embedded server", server)


@contextmanager
def migrated_database(
    config: Config, url: str | None = None, begin: Callable[[str], None] = lambda _: None
) -> Generator[Database]:
    """Give the database in use; one on the embedded server is migrated first.

    :param begin: called with each step; with an empty one when something else prints
    :raises DatabaseError: if it cannot be reached, made ready or migrated
    """
    begin("reaching the database")
    with open_database(config, url) as database:
        if database.server is not None:
            begin("")  # the command prints what it does
            migrate(config, database)
        yield database


def migrate(config: Config, database: Database) -> None:
    """Run the project's own command for migrations on a database of the embedded server.

    :raises DatabaseError: if the command fails; what it prints has been shown then
    """
    command = config.embedded.migrate
    if command is None:
        return
    # The project's programs lie beside our interpreter, which may not be on PATH.
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    words: list[str] = []
    environment = {**os.environ, "PATH": path, "DATABASE_URL": database.url}
    try:
        words = shlex.split(command)
        if not words:
            raise ValueError("it is empty")
        result = subprocess.run(  # noqa: S603 - the project's own setting
            words, check=False, cwd=config.root, env=environment, stdout=sys.stderr
        )
    except FileNotFoundError:
        raise DatabaseError(
            f"the command for migrations cannot be run: there is no program {words[0]}",
            hint="migrate in [tool.codegen.embedded] says what to run",
        ) from None
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
