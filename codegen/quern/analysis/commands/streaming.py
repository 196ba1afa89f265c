"""Whether a cursor of the server can read a statement's rows, as ``:stream`` does.

``DECLARE CURSOR`` takes SELECT and VALUES that change nothing (``PerformCursorOpen``,
``transformDeclareCursorStmt``).
"""

from collections.abc import Sequence

from quern.analysis.tree.node_enums import CommandType
from quern.analysis.tree.nodetree import Node


def find_stream_obstacle(queries: Sequence[Node]) -> str | None:
    """Return what keeps a cursor from reading a statement, in words; None if nothing does.

    :param queries: all queries of its rewritten tree
    """
    if len(queries) != 1:
        return "rules make another number of statements of it"
    query = queries[0]
    if query.number("commandType") != CommandType.SELECT:
        return "it is no SELECT"
    if query.flag("hasModifyingCTE"):
        return "it changes rows in WITH"
    return None
