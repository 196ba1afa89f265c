"""Which queries a rewritten tree holds."""

from quern.analysis.tree.nodetree import Node, Value


def rewritten_queries(tree: Value) -> tuple[Node, ...]:
    """Return all queries of a rewritten tree: rules may make several of one, or none."""
    queries = tree if isinstance(tree, tuple) else (tree,)
    return tuple(query for query in queries if isinstance(query, Node))


def main_query(tree: Value) -> Node | None:
    """Return the query of a rewritten tree whose result the client sees.

    A rule may have made several of one, or none.
    """
    for query in rewritten_queries(tree):
        if query.text("canSetTag") == "true":
            return query
    return None
