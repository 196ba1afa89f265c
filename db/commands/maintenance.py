"""Upkeep of a database: clearing up, statistics, vacuum; as the owner, who may do all of it."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager

import psycopg
from psycopg import sql

from quern.connection import Connection, connect, in_one_line
from quern.database import Database
from quern.errors import QuernError

_HEADINGS = ("table", "rows", "size", "indexes", "vacuumed", "analyzed")


def cleanup(database: Database) -> list[str]:
    """Make the partitions of the coming months, and end what has expired.

    :returns: what was done, a line each
    :raises QuernError: if the database cannot be reached or lacks the migrations
    """
    with _connected(database) as connection:
        made = connection.execute("SELECT name FROM ops.ensure_partitions() AS p (name)")
        lines = [f"{name}: made" for (name,) in made]
        ended = connection.execute(
            "SELECT table_name, outcome, row_count FROM ops.cleanup_expired()"
        )
        lines += [f"{table}: {count} {outcome}" for table, outcome, count in ended]
        outside = connection.execute(
            "SELECT table_name, month, row_count FROM ops.rows_outside_partitions()"
        )
        lines += [
            f"{table}: {count} of {month:%Y-%m} in no month's partition"
            for table, month, count in outside
        ]
    return lines


def statistics(database: Database) -> list[str]:
    """Return a table of all tables: rows as the server estimates them, sizes, last upkeep.

    :raises QuernError: if the database cannot be reached or lacks the migrations
    """
    query = """
        SELECT
            schema_name || '.' || table_name,
            live_rows::text,
            pg_size_pretty(total_bytes),
            pg_size_pretty(index_bytes),
            coalesce(to_char(last_vacuum, 'YYYY-MM-DD HH24:MI'), 'never'),
            coalesce(to_char(last_analyze, 'YYYY-MM-DD HH24:MI'), 'never')
        FROM ops.table_statistics()
    """
    with _connected(database) as connection:
        return _aligned([_HEADINGS, *connection.execute(query)])


def vacuum(database: Database) -> int:
    """Vacuum and analyze every table of the owner's, one after another.

    Not a bare VACUUM, which warns of each shared catalog that the owner may not vacuum.

    :returns: how many tables it were
    :raises QuernError: if the database cannot be reached, or a table is not to be had
    """
    query = """
        SELECT n.nspname, c.relname
        FROM pg_class AS c
        INNER JOIN pg_namespace AS n
            ON n.oid = c.relnamespace
        WHERE c.relkind = 'r'
            AND c.relowner = current_user::regrole
            AND n.nspname NOT LIKE 'pg\\_%'
        ORDER BY n.nspname, c.relname
    """
    with _connected(database) as connection:
        tables = [sql.Identifier(*name) for name in connection.execute(query)]
        if tables:
            connection.execute(sql.SQL("VACUUM (ANALYZE) {}").format(sql.SQL(", ").join(tables)))
    return len(tables)


@contextmanager
def _connected(database: Database) -> Generator[Connection]:
    """Give a connection in autocommit mode, and turn its errors into the user's."""
    with connect(database) as connection:
        try:
            yield connection
        except (psycopg.errors.UndefinedFunction, psycopg.errors.InvalidSchemaName) as error:
            text = error.diag.message_primary or in_one_line(error)
            raise QuernError(text, hint="migrate it first: just db-migrate") from None
        except psycopg.Error as error:
            raise QuernError(in_one_line(error)) from None


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as lines, their columns below each other: the first to the left, numbers not."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if 0 < place < 4 else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
