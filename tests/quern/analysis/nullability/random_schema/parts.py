"""What a random schema is made of, and rows for it."""

# ruff: noqa: S608 - to make SQL at random is what this is for

from dataclasses import dataclass, field
from random import Random

#: Types by the letter that the generators use: what a column of it is declared as.
TYPES = {
    "i": "integer",
    "t": "text",
    "b": "boolean",
    "n": "numeric",
    "d": "timestamp",
    "a": "integer[]",
    "j": "jsonb",
    "e": "mood",
    "p": "pair",
}
_LITERALS = {
    "i": ("0", "1", "2", "3", "-1"),
    "t": ("''", "'a'", "'b'", "'ab'", "'1'"),
    "b": ("true", "false"),
    "n": ("0", "1.5", "'NaN'", "-2"),
    "d": ("'2020-01-01'", "'infinity'", "'-infinity'", "'2021-06-07 08:09:10'"),
    "a": ("'{}'", "'{1,2}'", "'{NULL}'", "'{0,NULL,3}'", "'{{1,2},{3,4}}'"),
    "j": ("'null'", "'{}'", "'[]'", "'[1, null]'", """'{"a": null, "b": 2}'""", "'3'"),
    "e": ("'glad'", "'sad'"),
    "p": ("'(1,x)'", "'(,)'", "'(,y)'"),
}


def literal(random: Random, kind: str) -> str:
    """Return a value other than NULL, with its type."""
    return f"{random.choice(_LITERALS[kind])}::{TYPES[kind]}"


@dataclass
class Column:
    """A column of a table or view.

    :ivar kind: the letter of its type
    :ivar of_domain: whether its type is a domain over that
    :ivar virtual: whether it is generated, but not stored
    :ivar nullable_in_children: whether a table that inherits it may let NULL in
    :ivar target: the table that its foreign key refers to
    :ivar late: whether that is checked at the end of a transaction
    :ivar unchecked: whether that is NOT VALID
    """

    name: str
    kind: str
    not_null: bool = False
    generated: bool = False
    of_domain: bool = False
    virtual: bool = False
    nullable_in_children: bool = False
    target: "Table | None" = None
    late: bool = False
    unchecked: bool = False

    @property
    def type(self) -> str:
        """The name of its type."""
        return TYPES[self.kind]


@dataclass
class Table:
    """A table or view.

    :ivar has_key: whether ``id`` is its primary key
    :ivar changeable: whether it is a view that can be changed through
    :ivar children: tables that inherit from it
    :ivar forgotten: the column that a trigger sets to NULL
    """

    name: str
    columns: list[Column] = field(default_factory=list)
    is_view: bool = False
    has_key: bool = True
    secured: bool = False
    changeable: bool = False
    children: list[str] = field(default_factory=list[str])
    partitions: list[str] = field(default_factory=list[str])
    forgotten: str | None = None


@dataclass
class Schema:
    """A random schema.

    :ivar before: statements that make it
    :ivar afterwards: statements for when the queries were described: what a run may find otherwise
    :ivar unchecked: constraints that are NOT VALID: drop and add
    """

    random: Random
    version: int
    tables: list[Table] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    afterwards: list[str] = field(default_factory=list)
    unchecked: list[tuple[str, str]] = field(default_factory=list)

    def add_unchecked(self, table: str, constraint: str, definition: str) -> None:
        """Add a constraint that is NOT VALID: rows that were there before may break it."""
        drop = f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {constraint}"
        add = f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {definition} NOT VALID"
        self.unchecked.append((drop, add))

    def real(self) -> list[Table]:
        """Return the tables that are no views."""
        return [table for table in self.tables if not table.is_view]

    def changeable(self) -> list[Table]:
        """Return the tables and views that can be changed."""
        return [table for table in self.tables if table.changeable or not table.is_view]

    def rows(self, richness: float) -> list[str]:
        """Return statements that fill the tables anew.

        :param richness: how full they get, from 0 (empty)
        """
        tables = self.real()
        statements = ["TRUNCATE " + ", ".join(t.name for t in tables) + " CASCADE"]
        statements += [drop for drop, _ in self.unchecked]
        keys: dict[str, list[int]] = {}
        for table in tables:
            keys[table.name] = []
            count = 0 if self.random.random() > richness + 0.3 else self.random.randint(0, 6)
            for number in range(count):
                into = self.random.choice([table.name, table.name, *table.children])
                values = {
                    c.name: self._value(table, c, number, keys, is_child=into != table.name)
                    for c in table.columns
                    if not c.generated
                }
                if None in values.values():
                    continue
                names = ", ".join(values)
                row = ", ".join(value or "" for value in values.values())
                statements.append(f"INSERT INTO {into} ({names}) VALUES ({row})")
                if into == table.name:
                    keys[table.name].append(number)
        return statements + [add for _, add in self.unchecked]

    def breakers(self) -> list[str]:
        """Return statements that break the keys that are checked only at the end."""
        return [
            f"UPDATE {table.name} SET {column.name} = 4242"
            for table in self.real()
            for column in table.columns
            if column.late
        ]

    def _value(
        self,
        table: Table,
        column: Column,
        number: int,
        keys: dict[str, list[int]],
        *,
        is_child: bool,
    ) -> str | None:
        if column.name == "id" and table.has_key:
            return str(number)
        required = column.not_null and not (is_child and column.nullable_in_children)
        if not required and self.random.random() < 0.4:
            return "NULL"
        if column.target is not None:
            if (column.unchecked or is_child) and self.random.random() < 0.5:
                return "77"
            candidates = keys.get(column.target.name, []) + [number] * (column.target is table)
            if candidates:
                return str(self.random.choice(candidates))
            return None if column.not_null else "NULL"
        return self.random.choice(_LITERALS[column.kind])
