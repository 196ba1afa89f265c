"""``JSON_EXISTS``, on its own and as a column of ``JSON_TABLE``."""

from quern.analysis.tree.nodetree import Node

#: ``JSON_EXISTS_OP`` of ``JsonExprOp``.
_EXISTS = 0
#: ``JsonBehaviorType``: ERROR, TRUE and FALSE; UNKNOWN would be NULL.
_ERROR_TRUE_FALSE = frozenset({1, 3, 4})
_BOOL = 16


def is_true_or_false(node: Node) -> bool:
    """Tell whether a ``JSONEXPR`` is a JSON_EXISTS that is true or false of a value.

    So it is unless it was told to be UNKNOWN ON ERROR. One that is to be another type than boolean
    may be anything, by the cast.
    """
    on_error, returning = node.node("on_error"), node.node("returning")
    return (
        node.number("op") == _EXISTS
        and on_error is not None
        and on_error.number("btype") in _ERROR_TRUE_FALSE
        and returning is not None
        and returning.number("typid") == _BOOL
    )
