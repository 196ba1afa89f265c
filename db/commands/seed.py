"""Loading the demo data of ``db/seed/``: all of it, once, and only where it does no harm.

The data comes with accounts whose passwords and keys db/README.md tells everybody. So a database is
refused that holds anything but what migrations put there, or that lies on another machine, unless
somebody says that this is meant. Even then nothing is overwritten: rows are only added, and one
that is in the way ends the whole load.
"""

import hashlib
import ipaddress
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from db.commands.migrations import statements
from quern.connection import Connection, connect, described, in_one_line
from quern.database import Database
from quern.errors import Diagnostic, QuernError, SourceError
from quern.source.span import SourceText

FOLDER = Path(__file__).parents[1] / "seed"

#: The setting that says which demo data a database holds.
MARK = "demo_data"

#: What migrations put rows into; rows in any other table are somebody's.
_FILLED_BY_MIGRATIONS = frozenset(
    {
        "assistants.categories",
        "iam.roles_permissions",
        "integrations.openapi_specs",
        "model_registry.providers",
        "ops.translations",
    }
)
_SHOWN_TABLES = 5


@dataclass(frozen=True)
class SeedFiles:
    """The files of a folder, in the order in which they are loaded.

    :ivar digest: tells this demo data from any other
    """

    files: tuple[SourceText, ...]
    digest: str


def seed(database: Database, *, force: bool = False, folder: Path = FOLDER) -> str:
    """Load the demo data, unless it is there, in one transaction.

    :param force: add to what the database holds, and on whatever machine it is
    :returns: what was done, in words
    :raises QuernError: if the database is not one for demo data, or cannot be reached or written
    :raises SourceError: if a statement fails; nothing was loaded then
    """
    found = read_files(folder)
    with connect(database) as connection, _as_user_errors():
        # A trigger asks for READ COMMITTED, and whoever waits for the lock sees what came before.
        connection.isolation_level = psycopg.IsolationLevel.READ_COMMITTED
        with connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(hashtextextended('demo data', 0))")
            if _is_there(connection, found.digest):
                return "the demo data is already there"
            if not force:
                _refuse_another_machine(connection, database)
                _refuse_data_of_others(connection)
            for file in found.files:
                _load(connection, file)
            connection.execute(
                "INSERT INTO ops.settings (scope, key, value) VALUES ('system', %s, %s)",
                [MARK, Jsonb({"digest": found.digest})],
            )
    return f"loaded the demo data: {len(found.files)} files; who is who stands in db/README.md"


def read_files(folder: Path = FOLDER) -> SeedFiles:
    """Read the files of a folder, in the order of their names."""
    base = folder.parents[1]
    files = tuple(
        SourceText(path.relative_to(base), path.read_text("utf-8"))
        for path in sorted(folder.glob("*.sql"))
    )
    digest = hashlib.sha256("\0".join(file.text for file in files).encode()).hexdigest()
    return SeedFiles(files, digest)


def is_this_machine(host: str) -> bool:
    """Tell whether a server at this host, as libpq names it, runs on this machine."""
    if host in {"", "localhost"} or host.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_there(connection: Connection, digest: str) -> bool:
    """Tell whether the database holds this demo data.

    :raises QuernError: if it holds that of other files
    """
    row = connection.execute(
        "SELECT value ->> 'digest' FROM ops.settings WHERE scope = 'system' AND key = %s", [MARK]
    ).fetchone()
    if row is None:
        return False
    if row[0] != digest:
        raise QuernError(
            "the database holds the demo data of another version of db/seed/",
            hint="start again: just db-reset, then just db-seed",
        )
    return True


def _refuse_another_machine(connection: Connection, database: Database) -> None:
    """Stop at a server that others reach, where an account with a known password is a door.

    :raises QuernError: if the server is not on this machine
    """
    if not is_this_machine(connection.info.host):
        raise QuernError(
            f"{described(database)} is not on this machine, "
            "and passwords and keys of the demo data are known to everybody",
            hint="if it is a server for demos or tests: just db-seed --force",
        )


def _refuse_data_of_others(connection: Connection) -> None:
    """Stop at a database that is in use.

    :raises QuernError: if a table has rows that no migration put there
    """
    names = _tables_with_rows(connection)
    if names:
        rest = len(names) - _SHOWN_TABLES
        shown = ", ".join(names[:_SHOWN_TABLES]) + (f" and {rest} more" if rest > 0 else "")
        raise QuernError(
            f"the database holds data that is not demo data, in {shown}",
            hint="use an empty database, or on the embedded server just db-reset; "
            "just db-seed --force adds to what is there",
        )


def _tables_with_rows(connection: Connection) -> list[str]:
    """Return the tables that hold rows which no migration put there."""
    tables = connection.execute(
        """
        SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class AS c
        INNER JOIN pg_catalog.pg_namespace AS n
            ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p')
            AND NOT c.relispartition
            AND n.nspname NOT LIKE 'pg\\_%%'
            AND n.nspname NOT IN ('information_schema', 'public')
            AND n.nspname || '.' || c.relname <> ALL (%s)
        ORDER BY n.nspname = 'iam' DESC, n.nspname, c.relname
        """,
        [sorted(_FILLED_BY_MIGRATIONS)],
    ).fetchall()
    if not tables:
        return []
    asked = [
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(
            sql.Literal(".".join(name)), sql.Identifier(*name)
        )
        for name in tables
    ]
    return [name for (name,) in connection.execute(sql.SQL(" UNION ALL ").join(asked))]


def _load(connection: Connection, file: SourceText) -> None:
    """Run the statements of a file.

    :raises SourceError: if one fails
    """
    for tokens in statements(file.text, 0, len(file.text)):
        start, end = tokens[0].start, tokens[-1].end
        try:
            connection.execute(file.text[start:end].encode())
        except psycopg.OperationalError:
            raise  # the server is gone; the statement is not to blame
        except psycopg.Error as error:
            raise _failure(error, file, start, end) from None


def _failure(error: psycopg.Error, file: SourceText, start: int, end: int) -> SourceError:
    """Say where a statement failed: the server's position, or else its start."""
    position = error.diag.statement_position
    place = (start + int(position) - 1, None) if position else (start, end)
    taken = isinstance(error, psycopg.errors.UniqueViolation)
    return SourceError(
        [
            Diagnostic(
                "seed-failed",
                f"{error.diag.message_primary or in_one_line(error)}"
                + (f": {error.diag.message_detail}" if error.diag.message_detail else ""),
                file.file,
                file.location(*place),
                hint="what the database holds has this key already; the demo data needs a database "
                "of its own"
                if taken
                else "is the database migrated, and this role its owner? else correct the file",
            )
        ],
        outcome="nothing was loaded",
    )


@contextmanager
def _as_user_errors() -> Generator[None]:
    """Turn what goes wrong outside the files into the user's errors."""
    try:
        yield
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName) as error:
        text = error.diag.message_primary or in_one_line(error)
        raise QuernError(text, hint="migrate it first: just db-migrate") from None
    except psycopg.Error as error:
        raise QuernError(in_one_line(error)) from None
