"""Which parameters may be NULL: those that are assigned straight to a nullable column.

A parameter that is compared, computed with or used as a limit is not: NULL would make no sense
there without a word from the author (``-- @param name?``).
"""

from collections.abc import Iterator

from quern.analysis.catalog import Catalog
from quern.analysis.nodetree import Node
from quern.analysis.nullability import INSERT, UPDATE

#: What the server wraps around a value to store it: all give NULL for NULL.
_COERCIONS = frozenset({"RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN"})
#: ``CoercionForm`` of ``primnodes.h``: a function that is a cast, written or implied.
_CASTS = frozenset({1, 2})


def nullable_parameters(query: Node, catalog: Catalog) -> frozenset[int]:
    """Return the numbers of the parameters that may be NULL.

    A parameter assigned to several columns may be NULL only if all of them may.

    :param query: the rewritten query
    """
    nullable: set[int] = set()
    refused: set[int] = set()
    for number, not_null in _assignments(query, catalog):
        (refused if not_null else nullable).add(number)
    return frozenset(nullable - refused)


def assigned_relation(query: Node) -> int | None:
    """Return the OID of the table that an INSERT or UPDATE changes, or None."""
    if query.number("commandType") not in {INSERT, UPDATE}:
        return None
    entries = query.nodes("rtable")
    index = query.number("resultRelation") or 0
    return entries[index - 1].number("relid") if 0 < index <= len(entries) else None


def _assignments(query: Node, catalog: Catalog) -> Iterator[tuple[int, bool]]:
    """Yield each parameter that is assigned to a column, and whether that column is NOT NULL."""
    relation = catalog.relations.get(assigned_relation(query) or 0)
    if relation is None:
        return
    entries = list(query.nodes("targetList"))
    conflict = query.node("onConflict")
    if conflict is not None:
        entries += conflict.nodes("onConflictSet")
    for entry in entries:
        number = _parameter(entry.node("expr"))
        attribute = relation.attributes.get(entry.number("resno") or 0)
        if number is not None and attribute is not None:
            yield number, attribute.not_null


def _parameter(expression: Node | None) -> int | None:
    """Return the number of the parameter that an expression is, seen through coercions."""
    while expression is not None:
        if expression.tag == "PARAM":
            return expression.number("paramid")
        if expression.tag in _COERCIONS:
            expression = expression.node("arg")
        elif expression.tag == "FUNCEXPR" and expression.number("funcformat") in _CASTS:
            arguments = expression.nodes("args")
            expression = arguments[0] if arguments else None
        else:
            return None
    return None
