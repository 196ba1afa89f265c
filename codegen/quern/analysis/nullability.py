"""Which result columns can never be NULL.

One rule for now: a column is not null only if it comes straight from a NOT NULL column of the
only table of the query, or of the table that an INSERT fills. Whatever this rule does not see may
be NULL.
"""

from dataclasses import dataclass

from quern.analysis.catalog import Catalog
from quern.analysis.nodetree import Node

#: ``CmdType`` of ``nodes.h``.
SELECT, UPDATE, INSERT, DELETE = 1, 2, 3, 4
_RTE_RELATION = 0


@dataclass(frozen=True)
class SoleRelation:
    """The one table whose columns a query returns as they are stored.

    :ivar index: its number in the query's range table
    """

    oid: int
    index: int


def sole_relation(query: Node) -> SoleRelation | None:
    """Return the only table of a query, or None.

    There is no other item in FROM, nothing that a join, a grouping set or a set operation could
    fill up with NULL. An INSERT may read what it likes, since its RETURNING sees nothing but the
    row that was stored, whichever branch of ON CONFLICT stored it.
    """
    entries = query.nodes("rtable")
    index = 1
    if query.number("commandType") == INSERT:
        index = query.number("resultRelation") or 0
    elif len(entries) != 1:
        return None
    for clause in ("groupingSets", "setOperations"):
        if query.fields.get(clause) is not None:
            return None
    if not 0 < index <= len(entries) or entries[index - 1].number("rtekind") != _RTE_RELATION:
        return None
    oid = entries[index - 1].number("relid")
    return SoleRelation(oid, index) if oid else None


def target_list(query: Node) -> tuple[Node, ...]:
    """Return the entries of what a query returns, without those that only sort or group."""
    command = query.number("commandType")
    if command not in {SELECT, UPDATE, INSERT, DELETE}:
        return ()
    entries = query.nodes("targetList" if command == SELECT else "returningList")
    return tuple(entry for entry in entries if entry.text("resjunk") != "true")


def never_null(query: Node, entry: Node, catalog: Catalog) -> bool:
    """Tell whether an entry of a query's target list is proven not to be NULL.

    :param query: the rewritten query
    :param entry: one of its :func:`target_list`
    """
    relation = sole_relation(query)
    variable = entry.node("expr")
    if relation is None or variable is None or variable.tag != "VAR":
        return False
    if variable.number("varlevelsup") != 0 or variable.number("varno") != relation.index:
        return False
    # PostgreSQL 18: RETURNING old.x is NULL for an INSERT, new.x for a DELETE.
    if variable.text("varreturningtype") not in {None, "0"}:
        return False
    known = catalog.relations.get(relation.oid)
    attribute = known.attributes.get(variable.number("varattno") or 0) if known else None
    return attribute is not None and attribute.not_null
