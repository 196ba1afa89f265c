"""Which result columns can never be NULL.

One rule for now: a column is not null only if it comes straight from a NOT NULL column of the
only table of the query. Whatever this rule does not see may be NULL.
"""

from quern.analysis.catalog import Catalog
from quern.analysis.nodetree import Node

#: ``CmdType`` of ``nodes.h``.
SELECT, UPDATE, INSERT, DELETE = 1, 2, 3, 4
_RTE_RELATION = 0


def only_relation(query: Node) -> int | None:
    """Return the OID of the only table that a query names, or None.

    There is no other item in FROM, nothing that a join, a grouping set or a set operation could
    fill up with NULL. For INSERT, UPDATE and DELETE it is the table they change.
    """
    entries = query.nodes("rtable")
    if len(entries) != 1 or entries[0].number("rtekind") != _RTE_RELATION:
        return None
    if query.fields.get("groupingSets") is not None:
        return None
    if query.fields.get("setOperations") is not None:
        return None
    return entries[0].number("relid")


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
    relation = only_relation(query)
    variable = entry.node("expr")
    if relation is None or variable is None or variable.tag != "VAR":
        return False
    if variable.number("varlevelsup") != 0 or variable.number("varno") != 1:
        return False
    # PostgreSQL 18: RETURNING old.x is NULL for an INSERT, new.x for a DELETE.
    if variable.text("varreturningtype") not in {None, "0"}:
        return False
    attributes = catalog.relations[relation].attributes if relation in catalog.relations else {}
    attribute = attributes.get(variable.number("varattno") or 0)
    return attribute is not None and attribute.not_null
