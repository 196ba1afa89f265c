"""Making and dropping databases, as an administrator."""

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from quern.config import Config
from quern.connection import Connection
from quern.database import Database
from quern.embedded import EmbeddedServer
from quern.errors import QuernError
from quern.provision import prepare


def bootstrap(config: Config, admin_url: str, url: str) -> None:
    """Make the roles, the database of ``url`` and its extensions on a server of one's own.

    What exists is left as it is, so it may be run again.

    :param admin_url: URL of any database of the server, as an administrator
    :param url: the URL that the migrations will use; gives the name of the database
    :raises QuernError: if the administrator's connection or one of the statements fails
    """
    name = conninfo_to_dict(url).get("dbname")
    if not name:
        raise QuernError("DATABASE_URL names no database")
    try:
        prepare(lambda database: _administrator(admin_url, database), config, str(name))
    except psycopg.Error as error:
        raise QuernError(
            f"the administrator could not prepare the database: {' '.join(str(error).split())}",
            hint="DATABASE_ADMIN_URL must name a role that may create roles and databases",
        ) from None


def _administrator(admin_url: str, database: str | None) -> Connection:
    conninfo = make_conninfo(admin_url, dbname=database) if database else admin_url
    return psycopg.connect(conninfo, autocommit=True)


def drop(server: EmbeddedServer, database: Database) -> None:
    """Drop a database of the embedded server, ending its connections."""
    name = str(conninfo_to_dict(database.url)["dbname"])
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
