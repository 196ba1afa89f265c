"""Unique keys: what can have no more than one row of a value, at every moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.tree.nodetree import Node, read_tree
from quern.connection import Connection

# Only what no row can break: valid (a failed CREATE INDEX CONCURRENTLY is not), immediate (a
# deferrable constraint has duplicates until the end of the transaction), by equality: B-trees only,
# for WITHOUT OVERLAPS (PostgreSQL 18) is a GiST index. Of a partitioned table it is valid once all
# partitions have it. Columns that are only INCLUDEd have no operator class, and so fall out of the
# join. Expressions (number 0) and predicates are of one row, without sub-queries, and immutable.
_UNIQUE_KEYS = """
SELECT
    i.indrelid,
    c.relname,
    i.indnullsnotdistinct,
    i.indexprs::text,
    i.indpred::text,
    pg_get_expr(i.indpred, i.indrelid, true),
    key.attributes,
    key.families,
    key.collations,
    key.names
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am AS m ON m.oid = c.relam
CROSS JOIN LATERAL (
    SELECT
        array_agg(k.attribute::integer ORDER BY k.position) AS attributes,
        array_agg(o.opcfamily ORDER BY k.position) AS families,
        array_agg(k.collation_oid ORDER BY k.position) AS collations,
        array_agg(
            CASE
                WHEN k.attribute = 0
                    THEN pg_get_indexdef(i.indexrelid, k.position::integer, true)
            END
            ORDER BY k.position
        ) AS names
    FROM unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[])
        WITH ORDINALITY AS k (attribute, class, collation_oid, position)
    JOIN pg_catalog.pg_opclass AS o ON o.oid = k.class
) AS key
WHERE i.indrelid = ANY (%s)
  AND i.indisunique
  AND i.indisvalid
  AND i.indislive
  AND i.indimmediate
  AND NOT i.indisexclusion
  AND m.amname = 'btree'
ORDER BY i.indisprimary DESC, c.relname
"""

# Strategy 3 of a B-tree is equality (access/stratnum.h). NULL must not equal anything. An operator
# that is stable only is not of one mind with those of its family: where clocks are put forward, two
# times without a zone equal one with a zone.
_EQUALITY = """
SELECT a.amopopr, array_agg(a.amopfamily)
FROM pg_catalog.pg_amop AS a
JOIN pg_catalog.pg_am AS m ON m.oid = a.amopmethod
JOIN pg_catalog.pg_operator AS o ON o.oid = a.amopopr
JOIN pg_catalog.pg_proc AS p ON p.oid = o.oprcode
WHERE m.amname = 'btree'
  AND a.amopstrategy = 3
  AND p.proisstrict
  AND p.provolatile = 'i'
GROUP BY a.amopopr
"""

#: Expressions of keys are told apart by numbers of their own, far below those of columns; a key has
#: no more than 32 columns.
_FIRST_EXPRESSION = -1000


@dataclass(frozen=True)
class KeyColumn:
    """A column of a unique key.

    :ivar attribute: its number; below those of the system's columns for an expression
    :ivar family: OID of the operator family whose equality tells its values apart
    :ivar collation: OID of the collation by which it does, or 0
    """

    attribute: int
    family: int
    collation: int
    expression: "KeyExpression | None" = None


@dataclass(frozen=True)
class KeyExpression:
    """An expression that a unique key is over, or the condition that it is limited to.

    :ivar tree: in which each column is one of the first relation
    :ivar text: as SQL writes it
    """

    tree: Node
    text: str


@dataclass(frozen=True)
class UniqueKey:
    """A unique key that holds at every moment, be it a constraint or an index.

    :ivar nulls_not_distinct: whether it allows only one NULL
    :ivar predicate: the condition of the rows that it holds for, if not for all
    """

    name: str
    columns: tuple[KeyColumn, ...]
    nulls_not_distinct: bool
    predicate: KeyExpression | None = None


def read_unique_keys(
    connection: Connection, relations: Sequence[int]
) -> dict[int, tuple[UniqueKey, ...]]:
    """Read the unique keys of relations, by OID of the relation, the primary key first."""
    found: dict[int, list[UniqueKey]] = {}
    for oid, name, nulls_not_distinct, expressions, *more in connection.execute(
        _UNIQUE_KEYS, [relations]
    ):
        predicate, predicate_text, *parts = more
        keys = found.setdefault(oid, [])
        trees = iter(_nodes(expressions))
        columns = tuple(
            KeyColumn(attribute, family, collation)
            if attribute
            else KeyColumn(
                _FIRST_EXPRESSION - 100 * len(keys) - position,
                family,
                collation,
                KeyExpression(next(trees), text),
            )
            for position, (attribute, family, collation, text) in enumerate(
                zip(*parts, strict=True)
            )
        )
        condition = next(iter(_nodes(predicate)), None)
        keys.append(
            UniqueKey(
                name,
                columns,
                nulls_not_distinct,
                KeyExpression(condition, predicate_text) if condition is not None else None,
            )
        )
    return {oid: tuple(keys) for oid, keys in found.items()}


def _nodes(text: str | None) -> tuple[Node, ...]:
    tree = read_tree(text) if text else ()
    return tuple(
        node for node in (tree if isinstance(tree, tuple) else (tree,)) if isinstance(node, Node)
    )


def read_equality(connection: Connection) -> dict[int, frozenset[int]]:
    """Read the operator families whose equality an operator is, by OID of the operator.

    All operators of a family agree on what is equal, across types as well (Postgres manual,
    "B-Tree Operator Families").
    """
    return {oid: frozenset(families) for oid, families in connection.execute(_EQUALITY)}
