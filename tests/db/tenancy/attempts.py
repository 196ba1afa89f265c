"""What the database lets a person do, by trying, beside what the oracle says.

Everything is tried in one transaction and undone: whether a row may be added is found out by
taking it away, as the owner, and adding it again as the person.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from tests.db.acting import Role
from tests.db.tenancy import changing, reading
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


@dataclass(frozen=True)
class Attempt:
    """Something that a person tries.

    :ivar prepare: what the owner does before, or None
    :ivar statement: what the person sends
    :ivar expected: whether the oracle allows it
    :ivar words: what it is
    """

    prepare: str | None
    statement: str
    expected: bool
    words: str


# Each attempt is undone by the exception that ends its block, and with it the change of role.
# Constraints are checked after policies: one that fails tells that these were content.
_TRY = """
CREATE FUNCTION pg_temp.allowed(
    who text, team text, as_role text, prepare text[], statements text[]
)
    RETURNS boolean[]
    LANGUAGE plpgsql
AS $function$
DECLARE
    found boolean[] := '{}';
    changed bigint;
    undone text;
BEGIN
    FOR i IN 1 .. cardinality(statements) LOOP
        BEGIN
            IF prepare[i] IS NOT NULL THEN
                BEGIN
                    EXECUTE prepare[i];
                EXCEPTION
                    WHEN integrity_constraint_violation THEN NULL;
                END;
            END IF;
            PERFORM set_config('app.user_id', who, true), set_config('app.team_id', team, true);
            PERFORM set_config('role', as_role, true);
            EXECUTE statements[i];
            GET DIAGNOSTICS changed = ROW_COUNT;
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UN000', DETAIL = changed;
        EXCEPTION
            WHEN SQLSTATE 'UN000' THEN
                GET STACKED DIAGNOSTICS undone = PG_EXCEPTION_DETAIL;
                found[i] := undone <> '0';
            WHEN insufficient_privilege THEN
                found[i] := false;
            WHEN integrity_constraint_violation OR object_not_in_prerequisite_state THEN
                found[i] := true;
        END;
    END LOOP;
    RETURN found;
END
$function$
"""


@dataclass
class Trial:
    """Tries what a person in a role may do with a table, against the oracle.

    :ivar connection: of the owner, in a transaction
    :ivar oracle: the rows as they are
    """

    connection: psycopg.Connection
    oracle: Oracle
    _unmasked: bool = False
    _known: dict[tuple[str, Actor, Role, Command, bool], list[Attempt]] = field(
        default_factory=dict[tuple[str, Actor, Role, Command, bool], list[Attempt]]
    )

    def __post_init__(self) -> None:
        self.connection.execute(_TRY)

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
            if command == "SELECT":
                found = self._reads(table, actor, role)
            else:
                found = self._tried(self._attempts(table, actor, role, command), actor, role)
            yield from (f"{role} {actor}: {command} {table.name} {words}" for words in found)

    def _reads(self, table: Table, actor: Actor, role: Role) -> Iterator[str]:
        seen = self._seen(table, actor, role)
        for row in self.oracle.rows[table.name]:
            expected = role == SYSTEM or reading.may_read(self.oracle, actor, table.name, row)
            if (_key(table, row) in seen) != expected:
                yield f"{_key(table, row)}: {'hidden' if expected else 'seen'}"

    def seen(self, table: Table, actor: Actor, role: Role) -> int:
        """Return how many rows of a table a person sees; 0 if there is no right to."""
        return len(self._seen(table, actor, role)) if table.granted("SELECT", role) else 0

    def _seen(self, table: Table, actor: Actor, role: Role) -> set[tuple[object, ...]]:
        statement = sql.SQL("SELECT {} FROM {}").format(_list(table.key), table.identifier)
        user, team = _context(actor)
        with self._undone():
            self.connection.execute(
                "SELECT set_config('app.user_id', %s, true), set_config('app.team_id', %s, true),"
                " set_config('role', %s, true)",
                [user, team, role],
            )
            return {tuple(row) for row in self.connection.execute(statement)}

    def _tried(self, attempts: Sequence[Attempt], actor: Actor, role: Role) -> Iterator[str]:
        """Yield the attempts that end otherwise than the oracle says."""
        if not attempts:
            return
        prepare = [attempt.prepare for attempt in attempts]
        statements = [attempt.statement for attempt in attempts]
        row = self.connection.execute(
            "SELECT pg_temp.allowed(%s, %s, %s, %s, %s)",
            [*_context(actor), role, prepare, statements],
        ).fetchone()
        assert row is not None
        for attempt, allowed in zip(attempts, row[0], strict=True):
            if allowed != attempt.expected:
                yield f"{attempt.words}: {'refused' if attempt.expected else 'allowed'}"

    def _attempts(
        self, table: Table, actor: Actor, role: Role, command: Command
    ) -> Sequence[Attempt]:
        """Return what to try; the same for each mutant."""
        key = table.name, actor, role, command, self._unmasked
        if key not in self._known:
            makers = {"INSERT": self._inserts, "UPDATE": self._updates, "DELETE": self._deletes}
            self._known[key] = list(makers[command](table, actor, role))
        return self._known[key]

    def _inserts(self, table: Table, actor: Actor, role: Role) -> Iterator[Attempt]:
        """Yield the rows to take away and add again.

        What may be added is also tried with something in it that another row has: what it hangs
        on, whose it is.
        """
        judged = [name for name in table.granted("INSERT", role) if name in table.judged]
        for row in self.oracle.rows[table.name]:
            known = self._without(table, row)
            first = self._insert(known, table, actor, role, row, row)
            yield first
            if first.expected:
                for column in judged:
                    for value in self._values(table, column, row)[1:]:
                        other = {**row, column: value}
                        yield self._insert(known, table, actor, role, row, other)

    def _insert(
        self, known: Oracle, table: Table, actor: Actor, role: Role, instead_of: Row, row: Row
    ) -> Attempt:
        if role == SYSTEM:
            expected = changing.system_may_add(known, table.name, row)
        else:
            expected = changing.may_insert(known, actor, table.name, row)
        given = {n: row[n] for n in table.granted("INSERT", role) if row[n] is not None}
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) {}").format(
            table.identifier,
            _list(list(given)),
            sql.SQL(", ").join(_literal(value) for value in given.values()),
            sql.SQL("RETURNING 1" if table.name in RETURNED else ""),
        )
        shown = {name: value for name, value in given.items() if name in table.judged}
        return Attempt(
            self._text(_delete(table, instead_of)),
            self._text(statement),
            expected,
            f"{_key(table, instead_of)} {shown}",
        )

    def _updates(self, table: Table, actor: Actor, role: Role) -> Iterator[Attempt]:
        granted = table.granted("UPDATE", role)
        judged = [name for name in granted if name in table.judged]
        for row in self.oracle.rows[table.name]:
            may = role == SYSTEM or changing.may_update(
                self.oracle, actor, table.name, row, seen=self._unmasked
            )
            for column in judged or granted[:1]:
                for value in self._values(table, column, row):
                    fits = role == SYSTEM or changing.may_become(
                        self.oracle, actor, table.name, {**row, column: value}, seen=self._unmasked
                    )
                    statement = sql.SQL("UPDATE {} SET {} = {} WHERE {}").format(
                        table.identifier,
                        sql.Identifier(column),
                        _literal(value),
                        _matches(table, row),
                    )
                    words = f"{_key(table, row)} {column} = {value!r}"
                    yield Attempt(None, self._text(statement), may and fits, words)

    def _deletes(self, table: Table, actor: Actor, role: Role) -> Iterator[Attempt]:
        for row in self.oracle.rows[table.name]:
            expected = role == SYSTEM or changing.may_delete(
                self.oracle, actor, table.name, row, seen=self._unmasked
            )
            statement = self._text(_delete(table, row))
            yield Attempt(None, statement, expected, str(_key(table, row)))

    def _values(self, table: Table, column: str, row: Row) -> list[object]:
        """Return what to set a column to: what it is, and what it is in other rows."""
        found: list[object] = [row[column]]
        for other in self.oracle.rows[table.name]:
            if other[column] not in found and len(found) < _MOST_VALUES:
                found.append(other[column])
        return found

    def _without(self, table: Table, row: Row) -> Oracle:
        """Return the oracle for what is left when a row was taken away."""
        if table.name not in _DECIDING:
            return self.oracle
        with self._undone():
            self.connection.execute(_delete(table, row))
            return Oracle({**self.oracle.rows, **read_rows(self.connection, list(_DECIDING))})

    def _text(self, statement: sql.Composed) -> str:
        return statement.as_string(self.connection)

    @contextmanager
    def _undone(self) -> Generator[None]:
        with self.connection.transaction(force_rollback=True):
            yield


def _context(actor: Actor) -> tuple[str, str]:
    """Return the settings for the person and the team."""
    user, team = ("" if number is None else str(number) for number in (actor.user, actor.team))
    return user, team


def _literal(value: object) -> sql.Literal:
    return sql.Literal(Jsonb(value) if isinstance(value, dict) else value)


def _key(table: Table, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in table.key)


def _list(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def _delete(table: Table, row: Row) -> sql.Composed:
    return sql.SQL("DELETE FROM {} WHERE {}").format(table.identifier, _matches(table, row))


def _matches(table: Table, row: Row) -> sql.Composed:
    parts = (
        sql.SQL("{} = {}").format(sql.Identifier(name), _literal(row[name])) for name in table.key
    )
    return sql.SQL(" AND ").join(parts)
