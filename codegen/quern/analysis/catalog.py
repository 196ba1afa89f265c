"""Types and relations, read from the catalogue in a few set-based queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quern.database import Connection

TypeKind = Literal["base", "enum", "domain", "array", "composite", "range", "multirange", "pseudo"]

_KINDS: dict[str, TypeKind] = {
    "b": "base",
    "e": "enum",
    "d": "domain",
    "c": "composite",
    "r": "range",
    "m": "multirange",
    "p": "pseudo",
}

# A true array type is the one that its element type names; int2vector, say, is none.
_TYPES = """
WITH RECURSIVE needed AS (
    SELECT unnest(%s::oid[]) AS oid
    UNION
    SELECT reference.oid
    FROM needed
    JOIN pg_catalog.pg_type AS t ON t.oid = needed.oid
    CROSS JOIN LATERAL (VALUES (t.typelem), (t.typbasetype)) AS reference (oid)
    WHERE reference.oid <> 0
)
SELECT
    t.oid,
    n.nspname,
    t.typname,
    t.typtype::text,
    pg_catalog.format_type(t.oid, NULL),
    element.typarray IS NOT DISTINCT FROM t.oid,
    t.typelem,
    t.typbasetype,
    ARRAY(
        SELECT e.enumlabel
        FROM pg_catalog.pg_enum AS e
        WHERE e.enumtypid = t.oid
        ORDER BY e.enumsortorder
    )::text[],
    pg_catalog.obj_description(t.oid, 'pg_type')
FROM needed
JOIN pg_catalog.pg_type AS t ON t.oid = needed.oid
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type AS element ON element.oid = t.typelem
"""

# What attnotnull does not promise: before PostgreSQL 18 an inheritance child may drop it, a
# foreign table does not enforce it, and from 18 on the constraint may be NOT VALID.
_RELATIONS = """
SELECT
    c.oid,
    n.nspname,
    c.relname,
    a.attnum,
    a.attname,
    a.attnotnull
        AND c.relkind = 'r'
        AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_inherits AS i WHERE i.inhparent = c.oid
        )
        AND NOT EXISTS (
            SELECT
            FROM pg_catalog.pg_constraint AS k
            WHERE k.conrelid = c.oid
              AND k.contype = 'n'
              AND NOT k.convalidated
              AND a.attnum = ANY (k.conkey)
        ),
    pg_catalog.col_description(c.oid, a.attnum)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
WHERE c.oid = ANY (%s)
  AND a.attnum > 0
  AND NOT a.attisdropped
"""


@dataclass(frozen=True)
class PgType:
    """A type of the server.

    :ivar display: its name as SQL writes it, such as ``timestamp with time zone``
    :ivar element: OID of the elements of an array, or 0
    :ivar base: OID of what a domain is over, or 0
    :ivar labels: of an enum, in order
    """

    oid: int
    schema: str
    name: str
    kind: TypeKind
    display: str
    element: int
    base: int
    labels: tuple[str, ...]
    comment: str | None


@dataclass(frozen=True)
class Attribute:
    """A column of a relation.

    :ivar not_null: whether every row that can be stored has a value in it
    """

    name: str
    not_null: bool
    comment: str | None


@dataclass(frozen=True)
class Relation:
    """A table, view or the like.

    :ivar attributes: by number
    """

    schema: str
    name: str
    attributes: dict[int, Attribute]


@dataclass(frozen=True)
class Catalog:
    """What was read, by OID."""

    types: dict[int, PgType]
    relations: dict[int, Relation]


def read_catalog(connection: Connection, types: Iterable[int], relations: Iterable[int]) -> Catalog:
    """Read the types, with those that they are made of, and the relations.

    :param types: OIDs
    :param relations: OIDs
    """
    return Catalog(_read_types(connection, set(types)), _read_relations(connection, set(relations)))


def _read_types(connection: Connection, oids: set[int]) -> dict[int, PgType]:
    found: dict[int, PgType] = {}
    for row in connection.execute(_TYPES, [sorted(oids)]):
        oid, schema, name, letter, display, is_array, element, base, labels, comment = row
        found[oid] = PgType(
            oid=oid,
            schema=schema,
            name=name,
            kind="array" if is_array else _KINDS[letter],
            display=display,
            element=element if is_array else 0,
            base=base,
            labels=tuple(labels),
            comment=comment,
        )
    return found


def _read_relations(connection: Connection, oids: set[int]) -> dict[int, Relation]:
    found: dict[int, Relation] = {}
    for row in connection.execute(_RELATIONS, [sorted(oids)]):
        oid, schema, relation, number, name, not_null, comment = row
        found.setdefault(oid, Relation(schema, relation, {})).attributes[number] = Attribute(
            name, not_null, comment
        )
    return found
