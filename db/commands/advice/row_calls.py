"""Which functions the expression of a policy calls once a row.

A sub-select that names no column of what surrounds it is evaluated once a statement; Postgres calls
it an InitPlan (``build_subplan`` in optimizer/plan/subselect.c). What stands in it is called once,
whatever it costs. Everything else is called for each row that the statement looks at.
"""

from collections.abc import Iterator

from quern.analysis.tree.nodetree import Node, Value, read_tree

#: Where a node names the function that it calls.
_FUNCTION_FIELDS = {
    "FUNCEXPR": "funcid",
    "OPEXPR": "opfuncid",
    "DISTINCTEXPR": "opfuncid",
    "NULLIFEXPR": "opfuncid",
    "SCALARARRAYOPEXPR": "opfuncid",
    "AGGREF": "aggfnoid",
    "WINDOWFUNC": "winfnoid",
}
#: Where a node says how many queries further out that lies which it names.
_LEVEL_FIELDS = {
    "VAR": "varlevelsup",
    "AGGREF": "agglevelsup",
    "GROUPINGFUNC": "agglevelsup",
    "RANGETBLENTRY": "ctelevelsup",
}


def functions_called_per_row(tree: str) -> frozenset[int]:
    """Return the OIDs of functions that an expression calls once a row.

    :param tree: as ``polqual`` and ``polwithcheck`` of ``pg_policy`` hold it
    """
    return frozenset(_called(read_tree(tree)))


def _called(value: Value) -> Iterator[int]:
    for node in _nodes(value):
        if node.tag == "SUBLINK" and not _looks_outside(node.fields.get("subselect")):
            # What is compared with its rows stands outside of it.
            yield from _called(node.fields.get("testexpr"))
            continue
        field = _FUNCTION_FIELDS.get(node.tag)
        oid = node.number(field) if field else None
        if oid:
            yield oid
        for child in node.fields.values():
            yield from _called(child)


def _looks_outside(value: Value, depth: int = 0) -> bool:
    """Tell whether something in a query names what lies outside of the outermost one.

    :param depth: how many queries surround ``value``, counted from that one
    """
    for node in _nodes(value):
        level = node.number(_LEVEL_FIELDS.get(node.tag, "")) or 0
        inside = depth + 1 if node.tag == "QUERY" else depth
        if level >= depth > 0:
            return True
        if any(_looks_outside(child, inside) for child in node.fields.values()):
            return True
    return False


def _nodes(value: Value) -> Iterator[Node]:
    """Yield the node, or those of a list, also of lists in it."""
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
