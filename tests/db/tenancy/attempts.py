"""What the database lets a person do, by trying, beside what the oracle says.

Everything is tried in one transaction and undone: whether a row may be added is found out by
taking it away, as the owner, and adding it again as the person.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal, TypeAlias

import psycopg
from psycopg import errors, sql
from psycopg.types.json import Jsonb

from tests.db.acting import Role
from tests.db.tenancy import oracle
from tests.db.tenancy.oracle import Actor, Oracle
from tests.db.tenancy.world import Row, read_rows

Command: TypeAlias = Literal["SELECT", "INSERT", "UPDATE", "DELETE"]
COMMANDS: tuple[Command, ...] = ("SELECT", "INSERT", "UPDATE", "DELETE")
USER: Role = "application_user"
READONLY: Role = "application_readonly"
SYSTEM: Role = "application_system"
ROLES = (USER, READONLY, SYSTEM)

#: Taking away one of these changes what the person may do.
_DECIDING = ("iam.users", "iam.teams", "iam.team_users", "iam.invitations")
#: Whoever adds one of these has to see it, though it was not there when the statement began.
RETURNED = ("iam.teams", "iam.team_users")
#: So many values are tried for a column.
_MOST_VALUES = 8


@dataclass(frozen=True)
class Table:
    """A table and what the roles may do with its columns.

    :ivar name: with its schema
    :ivar key: the columns of its primary key
    :ivar columns: of each command and role, those granted; of DELETE, one if it is granted
    :ivar judged: the columns that policies look at
    """

    name: str
    key: tuple[str, ...]
    columns: dict[tuple[Command, str], tuple[str, ...]]
    judged: frozenset[str]

    @property
    def identifier(self) -> sql.Identifier:
        return sql.Identifier(*self.name.split("."))

    def granted(self, command: Command, role: Role) -> tuple[str, ...]:
        """Return the columns on which a role has a right."""
        return self.columns.get((command, role), ())


_TABLES = """
SELECT
    c.oid::regclass::text,
    ARRAY(
        SELECT a.attname::text
        FROM pg_index AS i
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        INNER JOIN pg_attribute AS a
            ON a.attrelid = i.indrelid AND a.attnum = k.number
        WHERE i.indrelid = c.oid
            AND i.indisprimary
        ORDER BY k.place
    ),
    ARRAY(
        SELECT DISTINCT a.attname::text
        FROM pg_policy AS p
        INNER JOIN pg_depend AS d
            ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
        INNER JOIN pg_attribute AS a
            ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE p.polrelid = c.oid
            AND d.refobjid = c.oid
            AND d.refobjsubid > 0
    )
FROM pg_class AS c
WHERE c.relkind IN ('r', 'p')
    AND NOT c.relispartition
    AND c.relnamespace::regnamespace::text <> ALL (
        '{public,pg_catalog,information_schema}'
    )
ORDER BY 1
"""
_GRANTS = """
SELECT c.oid::regclass::text, w.command, r.role, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class AS c
INNER JOIN pg_attribute AS a
    ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
CROSS JOIN unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) AS w (command)
CROSS JOIN unnest(%s::text[]) AS r (role)
WHERE c.relkind IN ('r', 'p')
    AND c.relnamespace::regnamespace::text <> ALL (
        '{public,pg_catalog,information_schema}'
    )
    AND CASE w.command
        WHEN 'DELETE' THEN a.attnum = 1 AND has_table_privilege(r.role, c.oid, w.command)
        ELSE has_column_privilege(r.role, c.oid, a.attnum, w.command)
    END
    AND (a.attgenerated = '' OR w.command = 'SELECT')
GROUP BY c.oid, w.command, r.role
"""


def read_tables(connection: psycopg.Connection) -> list[Table]:
    """Read all tables of ours, as the owner."""
    granted: dict[str, dict[tuple[Command, str], tuple[str, ...]]] = {}
    for name, command, role, columns in connection.execute(_GRANTS, [list(ROLES)]):
        granted.setdefault(name, {})[command, role] = tuple(columns)
    return [
        Table(name, tuple(key), granted.get(name, {}), frozenset(judged))
        for name, key, judged in connection.execute(_TABLES).fetchall()
    ]


@dataclass
class Trial:
    """Tries what a person in a role may do with a table, against the oracle.

    :ivar connection: of the owner, in a transaction
    :ivar oracle: the rows as they are
    """

    connection: psycopg.Connection
    oracle: Oracle
    _unmasked: bool = False

    @contextmanager
    def unmasked(self, table: Table) -> Generator[None]:
        """Let every row of a table be seen.

        Only what is seen can be changed or deleted, so that a policy about reading hides what
        those about changing forget.
        """
        statement = "CREATE POLICY unmasked ON {} FOR SELECT TO application_user USING (true)"
        with self._undone():
            self.connection.execute(sql.SQL(statement).format(table.identifier))
            self._unmasked = True
            try:
                yield
            finally:
                self._unmasked = False

    def differences(
        self, table: Table, actor: Actor, role: Role, commands: Sequence[Command] = COMMANDS
    ) -> Iterator[str]:
        """Yield what the database allows and the oracle does not, and the other way round."""
        for command in commands:
            if not table.granted(command, role):
                continue
            who = f"{role} {actor}: {command} {table.name}"
            match command:
                case "SELECT":
                    found = self._reads(table, actor, role)
                case "INSERT":
                    found = self._inserts(table, actor, role)
                case "UPDATE":
                    found = self._updates(table, actor, role)
                case "DELETE":
                    found = self._deletes(table, actor, role)
            yield from (f"{who} {difference}" for difference in found)

    def _reads(self, table: Table, actor: Actor, role: Role) -> Iterator[str]:
        key = [name for name in table.key if name in table.granted("SELECT", role)]
        assert key == list(table.key), f"{role} may not read the key of {table.name}"
        statement = sql.SQL("SELECT {} FROM {}").format(_list(table.key), table.identifier)
        with self._acting(actor, role):
            seen = {tuple(row) for row in self.connection.execute(statement)}
        for row in self.oracle.rows[table.name]:
            expected = role == SYSTEM or oracle.may_read(self.oracle, actor, table.name, row)
            if (_key(table, row) in seen) != expected:
                yield f"{_key(table, row)}: {'hidden' if expected else 'seen'}"

    def seen(self, table: Table, actor: Actor, role: Role) -> int:
        """Return how many rows of a table a person sees; 0 if there is no right to."""
        if not table.granted("SELECT", role):
            return 0
        statement = sql.SQL("SELECT {} FROM {}").format(_list(table.key), table.identifier)
        with self._acting(actor, role):
            return len(self.connection.execute(statement).fetchall())

    def _inserts(self, table: Table, actor: Actor, role: Role) -> Iterator[str]:
        granted = table.granted("INSERT", role)
        for row in self.oracle.rows[table.name]:
            with self._undone():
                self._take_away(table, row)
                known = self._without(table)
                if (yield from self._adds(known, table, actor, role, row)):
                    # With something in it that another row has: what it hangs on, whose it is.
                    for column in (name for name in granted if name in table.judged):
                        for value in self._values(table, column, row)[1:]:
                            other = {**row, column: value}
                            yield from self._adds(known, table, actor, role, other)

    def _adds(
        self, known: Oracle, table: Table, actor: Actor, role: Role, row: Row
    ) -> Generator[str, None, bool]:
        """Try to add a row, and return whether the oracle allows it."""
        if role == SYSTEM:
            expected = oracle.system_may_add(known, table.name, row)
        else:
            expected = oracle.may_insert(known, actor, table.name, row)
        given = [name for name in table.granted("INSERT", role) if row[name] is not None]
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) {}").format(
            table.identifier,
            _list(given),
            sql.SQL(", ").join([sql.Placeholder()] * len(given)),
            sql.SQL("RETURNING 1" if table.name in RETURNED else ""),
        )
        with self._undone():
            allowed = self._allows(actor, role, statement, [_sent(row[n]) for n in given]) != 0
        if allowed != expected:
            shown = {name: row[name] for name in given if name in table.judged}
            yield f"{_key(table, row)} {shown}: {'refused' if expected else 'allowed'}"
        return expected

    def _updates(self, table: Table, actor: Actor, role: Role) -> Iterator[str]:
        granted = table.granted("UPDATE", role)
        judged = [name for name in granted if name in table.judged]
        for row in self.oracle.rows[table.name]:
            if role == SYSTEM:
                may = True
            else:
                may = oracle.may_update(self.oracle, actor, table.name, row, seen=self._unmasked)
            for column in judged or granted[:1]:
                for value in self._values(table, column, row):
                    becomes = {**row, column: value}
                    fits = role == SYSTEM or oracle.may_become(
                        self.oracle, actor, table.name, becomes, seen=self._unmasked
                    )
                    allowed = self._sets(table, actor, role, row, column, value)
                    if allowed != (may and fits):
                        said = "refused" if may and fits else "allowed"
                        yield f"{_key(table, row)} {column} = {value!r}: {said}"

    def _deletes(self, table: Table, actor: Actor, role: Role) -> Iterator[str]:
        for row in self.oracle.rows[table.name]:
            expected = role == SYSTEM or oracle.may_delete(
                self.oracle, actor, table.name, row, seen=self._unmasked
            )
            statement = sql.SQL("DELETE FROM {} WHERE {}").format(
                table.identifier, _matches(table.key)
            )
            with self._undone():
                allowed = self._allows(actor, role, statement, list(_key(table, row))) != 0
            if allowed != expected:
                yield f"{_key(table, row)}: {'refused' if expected else 'allowed'}"

    def _sets(
        self, table: Table, actor: Actor, role: Role, row: Row, column: str, value: object
    ) -> bool:
        statement = sql.SQL("UPDATE {} SET {} = %s WHERE {}").format(
            table.identifier, sql.Identifier(column), _matches(table.key)
        )
        with self._undone():
            return self._allows(actor, role, statement, [_sent(value), *_key(table, row)]) != 0

    def _values(self, table: Table, column: str, row: Row) -> list[object]:
        """Return what to set a column to: what it is, and what it is in other rows."""
        found: list[object] = [row[column]]
        for other in self.oracle.rows[table.name]:
            if other[column] not in found and len(found) < _MOST_VALUES:
                found.append(other[column])
        return found

    def _allows(
        self, actor: Actor, role: Role, statement: sql.Composed, values: list[object]
    ) -> int:
        """Run a statement as a person, and return how many rows it changed; 0 if it is refused.

        Constraints are checked after policies: one that fails tells that these were content.
        """
        self._become(actor, role)
        try:
            return self.connection.execute(statement, values).rowcount
        except errors.InsufficientPrivilege:
            return 0
        except (errors.IntegrityError, errors.ObjectNotInPrerequisiteState):
            return 1

    def _take_away(self, table: Table, row: Row) -> None:
        statement = sql.SQL("DELETE FROM {} WHERE {}").format(table.identifier, _matches(table.key))
        try:
            with self.connection.transaction():
                self.connection.execute(statement, list(_key(table, row)))
        except errors.IntegrityError:  # a foreign key that does not cascade
            pass  # adding it again is refused by its key, after the policies

    def _without(self, table: Table) -> Oracle:
        """Return the oracle for what is left when a row was taken away."""
        if table.name not in _DECIDING:
            return self.oracle
        return Oracle({**self.oracle.rows, **read_rows(self.connection, list(_DECIDING))})

    @contextmanager
    def _undone(self) -> Generator[None]:
        with self.connection.transaction(force_rollback=True):
            yield

    @contextmanager
    def _acting(self, actor: Actor, role: Role) -> Generator[None]:
        with self._undone():
            self._become(actor, role)
            yield

    def _become(self, actor: Actor, role: Role) -> None:
        user = "" if actor.user is None else str(actor.user)
        team = "" if actor.team is None else str(actor.team)
        self.connection.execute(
            "SELECT set_config('app.user_id', %s, true), set_config('app.team_id', %s, true),"
            " set_config('role', %s, true)",
            [user, team, role],
        )


def _sent(value: object) -> object:
    return Jsonb(value) if isinstance(value, dict) else value


def _key(table: Table, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in table.key)


def _list(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _matches(key: Sequence[str]) -> sql.Composed:
    parts = (sql.SQL("{} = %s").format(sql.Identifier(name)) for name in key)
    return sql.SQL(" AND ").join(parts)
