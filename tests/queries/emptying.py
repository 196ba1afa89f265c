"""Bringing a database back to what its migrations made of it, whatever tests left in it.

Tables start empty, but for those that migrations fill: their rows are kept in memory, and put back
where a test changed them. Nothing here knows a table by name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import TopologicalSorter

import psycopg
from psycopg import sql

_OF_A_SERVER = "^(pg_|information_schema$)"

_TABLES = """
SELECT
    c.oid,
    n.nspname AS schema,
    c.relname AS name,
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
FROM pg_class AS c
INNER JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')
  AND NOT c.relispartition  -- emptied and filled with the table that they are part of
  AND n.nspname !~ %s
GROUP BY c.oid, n.nspname, c.relname
ORDER BY n.nspname, c.relname
"""

_REFERENCES = """
SELECT DISTINCT conrelid AS child, confrelid AS parent
FROM pg_constraint
WHERE contype = 'f' AND conrelid <> confrelid AND conparentid = 0
"""

# last_value is NULL for a sequence that was not used.
_SEQUENCES = """
SELECT format('%%I.%%I', schemaname, sequencename) AS name, start_value, last_value
FROM pg_sequences
WHERE schemaname !~ %s
"""

Connection = psycopg.Connection


@dataclass(frozen=True)
class Table:
    """A table, and how to copy its rows out and in again.

    :ivar columns: all but the generated ones
    """

    oid: int
    schema: str
    name: str
    columns: tuple[str, ...]

    @cached_property
    def identifier(self) -> sql.Identifier:
        """The name, with its schema."""
        return sql.Identifier(self.schema, self.name)

    @property
    def _columns(self) -> sql.Composable:
        return sql.SQL(", ").join(map(sql.Identifier, self.columns))

    def rows(self, connection: Connection) -> bytes:
        """Return the rows in the form of COPY."""
        statement = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT")
        with connection.cursor().copy(statement.format(self._columns, self.identifier)) as copy:
            return b"".join(copy)

    def fill(self, connection: Connection, rows: bytes) -> None:
        """Put rows back as they were, without what triggers make of them."""
        switch = sql.SQL("ALTER TABLE {} {} TRIGGER USER")
        connection.execute(switch.format(self.identifier, sql.SQL("DISABLE")))
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(self.identifier, self._columns)
        with connection.cursor().copy(statement) as copy:
            copy.write(rows)
        connection.execute(switch.format(self.identifier, sql.SQL("ENABLE")))


@dataclass(frozen=True)
class _Version:
    """What changes when rows of a table do: cheap to read, however large the rows are."""

    count: int
    newest: int


class Original:
    """What the migrations made of a database.

    :param connection: to that database, as the owner of its tables, when nothing else used it
    """

    def __init__(self, connection: Connection) -> None:
        found = connection.execute(_TABLES, [_OF_A_SERVER]).fetchall()
        tables = [Table(oid, schema, name, tuple(names)) for oid, schema, name, names in found]
        self._tables = {table.oid: table for table in tables}
        self._parents: dict[int, set[int]] = {oid: set() for oid in self._tables}
        for child, parent in connection.execute(_REFERENCES):
            if {child, parent} <= self._parents.keys():
                self._parents[child].add(parent)
        self._unchanged = self._versions(connection)
        self._rows = {
            oid: self._tables[oid].rows(connection)
            for oid, version in self._unchanged.items()
            if version.count
        }
        self._sequences = _sequences(connection)

    def restore(self, connection: Connection) -> None:
        """Bring the database back to it.

        :param connection: in autocommit mode, as the owner
        """
        versions = self._versions(connection)
        changed = {oid for oid, version in versions.items() if version != self._unchanged[oid]}
        with connection.transaction():
            if changed:
                self._refill(connection, self._with_children(changed))
            for name, (start, last) in _sequences(connection).items():
                if (start, last) != self._sequences[name]:
                    _reset(connection, name, *self._sequences[name])
        if changed & self._rows.keys():
            self._unchanged = self._versions(connection)

    def _refill(self, connection: Connection, oids: Iterable[int]) -> None:
        emptied = [oid for oid in self._parents_first() if oid in set(oids)]
        names = sql.SQL(", ").join(self._tables[oid].identifier for oid in emptied)
        connection.execute(sql.SQL("TRUNCATE {}").format(names))
        for oid in emptied:
            if oid in self._rows:
                self._tables[oid].fill(connection, self._rows[oid])

    def _with_children(self, oids: set[int]) -> set[int]:
        """Add the tables that refer to some, since those cannot be emptied without them."""
        found = set(oids)
        for oid in self._parents_first():
            if self._parents[oid] & found:
                found.add(oid)
        return found

    def _parents_first(self) -> list[int]:
        return list(TopologicalSorter(self._parents).static_order())

    def _versions(self, connection: Connection) -> Mapping[int, _Version]:
        one = sql.SQL("SELECT {}::oid, count(*), coalesce(max(xmin::text::bigint), 0) FROM {}")
        parts = [one.format(oid, table.identifier) for oid, table in self._tables.items()]
        found = connection.execute(sql.SQL(" UNION ALL ").join(parts))
        return {oid: _Version(count, newest) for oid, count, newest in found}


def _sequences(connection: Connection) -> dict[str, tuple[int, int | None]]:
    """Return where each sequence starts, and what it gave last."""
    found = connection.execute(_SEQUENCES, [_OF_A_SERVER])
    return {name: (start, last) for name, start, last in found}


def _reset(connection: Connection, name: str, start: int, last: int | None) -> None:
    statement = "SELECT setval(%s::regclass, %s, %s)"
    connection.execute(statement, [name, start if last is None else last, last is not None])
