"""Comparisons that what stands in for NULL does not pass: ``coalesce(x, 0) > 0``."""

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.tree.constants import behind_casts, constant_bytes
from quern.analysis.tree.nodetree import Node

#: Comparisons that are false of two equal values, and those that are true.
_FALSE_OF_EQUALS = frozenset({"<>", "<", ">"})
_TRUE_OF_EQUALS = frozenset({"=", "<=", ">="})
_TEXT, _VARCHAR = 25, 1043
#: Types whose values equal themselves: boolean, numbers, texts, times, uuid, jsonb and their like.
#: Those of geometry are not among them: a box without an area (NaN) is not equal to itself.
_PLAIN_TYPES = frozenset(
    {
        *(16, 17, 18, 19, 20, 21, 23, _TEXT, 26, 700, 701, 790, 829, 869, 1042, _VARCHAR),
        *(1082, 1083, 1114, 1184, 1186, 1266, 1560, 1562, 1700, 2950, 3802),
    }
)


def values_stood_in_for(comparison: Node, catalog: Catalog, *, outcome: bool) -> tuple[Node, ...]:
    """Return the values of which one is not NULL if the comparison has an outcome.

    In ``coalesce(x, y, 0) > 0`` the constants are equal. So it is false if it is 0 that stands in,
    and if it is true then ``x`` or ``y`` has a value.

    :returns: none if it is no comparison of that kind
    """
    function = catalog.functions.get(comparison.number("opfuncid") or 0)
    operators = _FALSE_OF_EQUALS if outcome else _TRUE_OF_EQUALS
    arguments = [behind_casts(argument) for argument in comparison.nodes("args")]
    if function is None or not function.built_in or function.operator not in operators:
        return ()
    if len(arguments) != 2:
        return ()
    if arguments[0].tag != "COALESCEEXPR":
        arguments.reverse()
    coalesce, constant = arguments
    if coalesce.tag != "COALESCEEXPR":
        return ()
    *values, stand_in = coalesce.nodes("args")
    return tuple(values) if _is_same_constant(behind_casts(stand_in), constant) else ()


def _is_same_constant(one: Node, other: Node) -> bool:
    if any(item.tag != "CONST" or item.flag("constisnull") for item in (one, other)):
        return False
    same_type = _plain_type(one) == _plain_type(other) and _plain_type(one) in _PLAIN_TYPES
    return same_type and constant_bytes(one) == constant_bytes(other)


def _plain_type(constant: Node) -> int | None:
    """Return the type of a constant, text for varchar, which has the same values."""
    found = constant.number("consttype")
    return _TEXT if found == _VARCHAR else found
