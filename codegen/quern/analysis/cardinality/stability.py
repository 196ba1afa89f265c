"""Whether an expression or sub-query gives the same each time that it is computed in a statement.

The server may compute the inner side of a nested loop again for each row of the outer side. So a
sub-query of a single row is one row of one value only if computing it again changes nothing.
"""

from collections.abc import Iterator

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.tree.nodetree import Node

#: What gives something else each time, or is not to be computed at all.
_UNSTABLE = frozenset({"NEXTVALUEEXPR", "CURRENTOFEXPR", "SETTODEFAULT"})
#: What calls a function, and the field that names it.
CALLS = {
    "FUNCEXPR": "funcid",
    "OPEXPR": "opfuncid",
    "DISTINCTEXPR": "opfuncid",
    "NULLIFEXPR": "opfuncid",
    "SCALARARRAYOPEXPR": "opfuncid",
}
_CALLS_IN_QUERIES = {**CALLS, "AGGREF": "aggfnoid", "WINDOWFUNC": "winfnoid"}


def is_stable(node: Node, catalog: Catalog) -> bool:
    """Tell whether an expression or sub-query calls no volatile function, at whatever depth."""
    for below in node.walk():
        if below.tag in _UNSTABLE:
            return False
        called = _CALLS_IN_QUERIES.get(below.tag)
        if called is not None:
            function = catalog.functions.get(below.number(called) or 0)
            if function is None or function.volatile:
                return False
    return True


def locks_rows(query: Node) -> bool:
    """Tell whether a sub-query locks rows, or one within it.

    Computed again, ``LIMIT 1 FOR UPDATE SKIP LOCKED`` may give another row.
    """
    return any(below.tag == "QUERY" and below.items("rowMarks") for below in query.walk())


def variables(node: Node) -> Iterator[Node]:
    """Yield the columns that an expression or sub-query takes from around itself.

    They are given as they would be named where ``node`` stands.
    """
    waiting = [(node, int(node.tag == "QUERY"))]
    while waiting:
        found, depth = waiting.pop()
        if found.tag == "VAR":
            levels_up = (found.number("varlevelsup") or 0) - depth
            if levels_up >= 0:
                yield Node("VAR", {**found.fields, "varlevelsup": str(levels_up)})
        waiting += ((child, depth + (child.tag == "QUERY")) for child in found.children())
