"""Functions whose result is never NULL because of what they are called with."""

from quern.analysis.catalog.functions import Function
from quern.analysis.tree.constants import constant_bytes
from quern.analysis.tree.nodetree import Node

#: Fields that grow with time: those of infinity are infinite. The others (the day of infinity, say)
#: are NULL (``NonFiniteTimestampTzPart`` of ``timestamp.c``).
_GROWING_FIELDS = frozenset(
    {b"epoch", b"year", b"isoyear", b"decade", b"century", b"millennium", b"julian"}
)
#: NULL for an error in the path only if they are told to be silent, by their fourth argument.
_SILENT_IF_TOLD = frozenset({"jsonb_path_exists", "jsonb_path_exists_tz"})
#: What functions return that give nothing.
VOID = 2278


def needed_arguments(function: Function, call: Node) -> tuple[Node, ...] | None:
    """Return arguments of a call that gives no NULL if none of them is.

    :returns: None if nothing is known of it
    """
    arguments = call.nodes("args")
    if function.built_in and function.name in {"extract", "date_part"}:
        return arguments if _constant_text(arguments[0]) in _GROWING_FIELDS else None
    if function.built_in and function.name in _SILENT_IF_TOLD:
        in_order = all(argument.tag != "NAMEDARGEXPR" for argument in arguments)
        return arguments if in_order and len(arguments) < 4 else None
    if function.language == "plpgsql" and call.number("funcresulttype") == VOID:
        return _needed_for_nothing(function, arguments)
    return None


def _needed_for_nothing(function: Function, arguments: tuple[Node, ...]) -> tuple[Node, ...] | None:
    """PL/pgSQL gives an empty value, no NULL, where a function returns ``void``.

    So does it not in SQL (``exec_stmt_return`` of ``pl_exec.c``); and a strict function that is not
    called at all gives NULL, also for an argument that is left to its default.
    """
    if not function.strict:
        return ()
    return arguments if len(arguments) == function.arguments else None


def _constant_text(argument: Node) -> bytes | None:
    """Return a text that is written as a constant; four bytes of length come first."""
    return constant_bytes(argument)[4:] if argument.tag == "CONST" else None
