"""Tables, columns, keys, policies and the rest, as plain data.

What belongs to Postgres or to an extension is not here, nor dbmate's own table. A relation, type or
function is known by its qualified name, quoted where SQL needs it: ``iam.users``,
``iam.current_roles(integer)``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

RelationKind: TypeAlias = Literal["table", "view", "materialized view", "foreign table"]
FunctionKind: TypeAlias = Literal["function", "procedure", "aggregate", "window function"]
Command: TypeAlias = Literal["ALL", "SELECT", "INSERT", "UPDATE", "DELETE"]
GrantKind: TypeAlias = Literal["schema", "table", "column", "sequence", "function"]

#: Who is granted to when everybody is.
PUBLIC = "PUBLIC"


@dataclass(frozen=True)
class Schema:
    """A schema.

    :ivar name: as it is, without quotes
    """

    name: str
    quoted: str
    comment: str | None


@dataclass(frozen=True)
class Relation:
    """A table or view.

    :ivar name: as it is, without quotes; ``schema`` as well
    :ivar row_security: whether policies decide about its rows
    :ivar is_partition: whether it is a part of another table
    :ivar asks_as_caller: whether a view reads with the rights of whoever reads it
    :ivar reads: how often it was scanned, by an index or not, since the statistics were reset
    :ivar writes: how many rows were written since then
    """

    oid: int
    schema: str
    name: str
    qualified: str
    kind: RelationKind
    comment: str | None
    row_security: bool
    is_partition: bool
    asks_as_caller: bool
    reads: int
    writes: int


@dataclass(frozen=True)
class Column:
    """A column of a relation.

    :ivar quoted: its name, quoted where SQL needs it
    :ivar type: its name without length; that of a type of ours without its schema
    """

    table: str
    name: str
    quoted: str
    type: str
    is_array: bool
    is_nullable: bool
    comment: str | None


@dataclass(frozen=True)
class ForeignKey:
    """A foreign key, from ``columns`` to ``target_columns``."""

    table: str
    name: str
    columns: Sequence[str]
    target: str
    target_columns: Sequence[str]


@dataclass(frozen=True)
class Key:
    """A primary key or unique constraint."""

    table: str
    name: str
    is_primary: bool
    columns: Sequence[str]


@dataclass(frozen=True)
class Check:
    """A check constraint, with the columns that it looks at."""

    table: str
    name: str
    columns: Sequence[str]


@dataclass(frozen=True)
class Index:
    """An index.

    :ivar columns: those that it is over, None for an expression
    :ivar parts: what it is over, each with operator class, collation and order, to be compared
    :ivar included: columns that it only carries
    :ivar predicate: which rows it holds; None for all
    :ivar backs_constraint: whether a constraint needs it
    :ivar is_valid: whether it may be used
    :ivar scans: how often it was used since the statistics were reset
    """

    table: str
    name: str
    method: str
    columns: Sequence[str | None]
    parts: Sequence[str]
    included: Sequence[str]
    predicate: str | None
    is_unique: bool
    backs_constraint: bool
    is_valid: bool
    scans: int


@dataclass(frozen=True)
class Policy:
    """A policy.

    :ivar roles: whom it is for
    :ivar using: the text of USING, and ``using_tree`` how the server stores it
    :ivar check: the text of WITH CHECK, and ``check_tree`` how the server stores it
    """

    table: str
    name: str
    command: Command
    is_permissive: bool
    roles: Sequence[str]
    using: str | None
    using_tree: str | None
    check: str | None
    check_tree: str | None


@dataclass(frozen=True)
class Function:
    """A function, procedure or aggregate.

    :ivar signature: its qualified name with the types of its arguments
    :ivar is_definer: whether it runs with the rights of its owner
    :ivar search_path: what it sets ``search_path`` to while it runs, if it does
    :ivar has_standard_body: whether its body was parsed when it was made (``RETURN``,
        ``BEGIN ATOMIC``)
    """

    signature: str
    kind: FunctionKind
    language: str
    is_definer: bool
    search_path: str | None
    has_standard_body: bool
    comment: str | None


@dataclass(frozen=True)
class NamedType:
    """An enum, domain, range or composite type.

    :ivar words: how COMMENT ON calls it: ``TYPE`` or ``DOMAIN``
    """

    qualified: str
    words: Literal["TYPE", "DOMAIN"]
    comment: str | None


@dataclass(frozen=True)
class Grant:
    """A privilege that somebody else than the owner has.

    :ivar column: for a grant on a column, its name
    :ivar grantee: a role, or ``PUBLIC``
    """

    kind: GrantKind
    object: str
    column: str | None
    grantee: str
    privilege: str

    @property
    def on(self) -> str:
        """The object as GRANT and REVOKE name it."""
        words = {"schema": "SCHEMA ", "sequence": "SEQUENCE ", "function": "FUNCTION "}
        return f"{words.get(self.kind, '')}{self.object}"

    @property
    def what(self) -> str:
        """The privilege as GRANT and REVOKE name it."""
        return f"{self.privilege} ({self.column})" if self.column else self.privilege


@dataclass(frozen=True)
class Catalogue:
    """All of it, each kind in the order of its names; columns in that of their tables.

    :ivar callable_names: signatures of all functions that are not Postgres' own, by OID
    """

    schemas: Sequence[Schema]
    relations: Sequence[Relation]
    columns: Sequence[Column]
    foreign_keys: Sequence[ForeignKey]
    keys: Sequence[Key]
    checks: Sequence[Check]
    indexes: Sequence[Index]
    policies: Sequence[Policy]
    functions: Sequence[Function]
    types: Sequence[NamedType]
    grants: Sequence[Grant]
    callable_names: Mapping[int, str]

    @property
    def tables(self) -> Iterator[Relation]:
        """The tables; of a partitioned one the whole and not its parts."""
        return (r for r in self.relations if r.kind == "table" and not r.is_partition)

    @cached_property
    def columns_by_table(self) -> Mapping[str, Mapping[str, Column]]:
        """The columns of each relation, by name."""
        found: dict[str, dict[str, Column]] = {r.qualified: {} for r in self.relations}
        for column in self.columns:
            found[column.table][column.name] = column
        return found
