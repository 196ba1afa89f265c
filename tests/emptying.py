"""Bringing a database back to what its migrations made of it, whatever tests left in it.

Tables start empty, but for those that migrations fill: their rows are kept in memory, and put back
where a test changed them. Nothing here knows a table by name.

Rows are deleted, and VACUUM gives their space back. TRUNCATE would have to take every table along
that refers to the one to empty, which are nearly all, and takes long for each, however empty.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import psycopg
from psycopg import sql

_OF_THE_SERVER = "^(pg_|information_schema$)"

# Partitions are tables of their own here, and what they are part of holds nothing.
_TABLES = """
SELECT
    c.oid,
    n.nspname,
    c.relname,
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '')
FROM pg_class AS c
INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind = 'r'
  AND n.nspname !~ %s
  AND pg_relation_size(c.oid) > 0
GROUP BY c.oid, n.nspname, c.relname
"""

# last_value is NULL for a sequence that was not used.
_SEQUENCES = """
SELECT format('%%I.%%I', schemaname, sequencename), start_value, last_value
FROM pg_sequences
WHERE schemaname !~ %s
"""

Connection = psycopg.Connection


@dataclass(frozen=True)
class Table:
    """A table, and how to copy its rows out and in again.

    :ivar columns: all but the generated ones; None if there are no others
    """

    oid: int
    schema: str
    name: str
    columns: list[str] | None

    @cached_property
    def identifier(self) -> sql.Identifier:
        """The name, with its schema."""
        return sql.Identifier(self.schema, self.name)

    @property
    def _columns(self) -> sql.Composable:
        return sql.SQL(", ").join(map(sql.Identifier, self.columns or ()))

    def rows(self, connection: Connection) -> bytes:
        """Return the rows in the form of COPY."""
        statement = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT")
        with connection.cursor().copy(statement.format(self._columns, self.identifier)) as copy:
            return b"".join(copy)

    def fill(self, connection: Connection, rows: bytes) -> None:
        """Put rows back as they were."""
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(self.identifier, self._columns)
        with connection.cursor().copy(statement) as copy:
            copy.write(rows)

    def version(self, connection: Connection) -> tuple[int, int]:
        """Return what changes when rows do: cheap to read, however large the rows are."""
        statement = sql.SQL("SELECT count(*), coalesce(max(xmin::text::bigint), 0) FROM {}")
        found = connection.execute(statement.format(self.identifier)).fetchone()
        assert found is not None
        return found[0], found[1]


@dataclass
class Seed:
    """The rows that migrations put into a table.

    :ivar version: of the table, while it holds them
    """

    table: Table
    rows: bytes
    version: tuple[int, int]


class Original:
    """What the migrations made of a database.

    :param connection: to that database, in autocommit mode, when nothing else used it yet; of an
        administrator, who may switch off triggers and foreign keys for a session
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.execute("SET session_replication_role = replica")
        seeds = [
            Seed(table, table.rows(connection), table.version(connection))
            for table in self._not_empty()
        ]
        self._seeds = {seed.table.oid: seed for seed in seeds if seed.rows}
        self._sequences = self._sequences_now()

    def restore(self) -> None:
        """Bring the database back to it, where it differs."""
        tables = [table for table in self._not_empty() if table.oid not in self._seeds]
        changed = [seed for seed in self._seeds.values() if self._is_changed(seed)]
        self._empty([*tables, *(seed.table for seed in changed)])
        for seed in changed:
            seed.table.fill(self._connection, seed.rows)
            seed.version = seed.table.version(self._connection)
        for name, (start, last) in self._sequences_now().items():
            if (start, last) != self._sequences.get(name, (start, None)):
                self._reset(name, *self._sequences.get(name, (start, None)))

    def _not_empty(self) -> list[Table]:
        """Return the tables that take space: no others hold rows."""
        found = self._connection.execute(_TABLES, [_OF_THE_SERVER])
        return [Table(*row) for row in found]

    def _is_changed(self, seed: Seed) -> bool:
        return seed.table.version(self._connection) != seed.version

    def _empty(self, tables: Iterable[Table]) -> None:
        names = [table.identifier for table in tables]
        if not names:
            return
        with self._connection.transaction():
            for name in names:
                self._connection.execute(sql.SQL("DELETE FROM {}").format(name))
        vacuum = sql.SQL("VACUUM (INDEX_CLEANUP on, PROCESS_TOAST off) {}")
        self._connection.execute(vacuum.format(sql.SQL(", ").join(names)))

    def _sequences_now(self) -> dict[str, tuple[int, int | None]]:
        """Return where each sequence starts, and what it gave last."""
        found = self._connection.execute(_SEQUENCES, [_OF_THE_SERVER])
        return {name: (start, last) for name, start, last in found}

    def _reset(self, name: str, start: int, last: int | None) -> None:
        statement = "SELECT setval(%s::regclass, %s, %s)"
        self._connection.execute(statement, [name, last or start, last is not None])
