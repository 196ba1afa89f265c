"""What can be read off constants, as they are written in a query."""

from quern.analysis.tree.nodetree import Node

#: OID of boolean, and of the cast from integer to bigint.
_BOOL = 16
_INT4_TO_INT8 = 481


def is_null_constant(expression: Node) -> bool:
    """Tell whether an expression is NULL, as written."""
    found = behind_casts(expression)
    return found.tag == "CONST" and found.flag("constisnull")


def is_value_constant(expression: Node) -> bool:
    """Tell whether an expression is a constant other than NULL."""
    found = behind_casts(expression)
    return found.tag == "CONST" and not found.flag("constisnull")


def is_true_constant(expression: Node | None) -> bool:
    """Tell whether a condition is missing, or true as written."""
    return expression is None or (
        expression.tag == "CONST"
        and expression.number("consttype") == _BOOL
        and not expression.flag("constisnull")
        and _first_byte(expression) != 0
    )


def is_false_or_null(expression: Node) -> bool:
    """Tell whether an expression is NULL or false, as written."""
    if expression.tag != "CONST":
        return False
    if expression.flag("constisnull"):
        return True
    return expression.number("consttype") == _BOOL and _first_byte(expression) == 0


def has_elements(array: Node) -> bool:
    """Tell whether an array, as written, has an element.

    ``ARRAY['{}'::int[]]``, an array of empty arrays, is an empty array.
    """
    array = behind_casts(array)
    if array.tag == "ARRAYEXPR":
        elements = array.nodes("elements")
        nested = array.flag("multidims")
        return bool(elements) and (not nested or all(has_elements(item) for item in elements))
    # A constant starts with its length (4 bytes) and the number of its dimensions (4 bytes).
    content = constant_bytes(array)
    return array.tag == "CONST" and len(content) >= 8 and any(content[4:8])


def constant_bytes(constant: Node) -> bytes:
    """Return the bytes of a constant, as the server holds it."""
    return bytes(int(item) & 255 for item in constant.items("bytes") if isinstance(item, str))


def behind_casts(expression: Node) -> Node:
    """Return what casts that only rename a type are written around."""
    while expression.tag in {"RELABELTYPE", "ARRAYCOERCEEXPR"}:
        argument = expression.node("arg")
        if argument is None:
            break
        expression = argument
    return expression


def _first_byte(constant: Node) -> int:
    content = constant_bytes(constant)
    return content[0] if content else 0


def constant_integer(expression: Node) -> int | None:
    """Return the value of an integer constant; its bytes are taken for little-endian."""
    if expression.tag == "FUNCEXPR" and expression.number("funcid") == _INT4_TO_INT8:
        expression = expression.nodes("args")[0]
    if expression.tag != "CONST" or expression.flag("constisnull"):
        return None
    length = expression.number("constlen") or 0
    return int.from_bytes(constant_bytes(expression)[:length], "little", signed=True)
