"""Where the values of a column come from, and which column an expression is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quern.analysis.nullability.level import Level
from quern.analysis.tree.node_enums import (
    CoercionForm,
    CommandType,
    ParameterKind,
    RteKind,
    SublinkType,
)
from quern.analysis.tree.nodetree import Node

#: What stands around a value to change its type, or to say which argument it is.
_COERCIONS = frozenset(
    {
        *("RELABELTYPE", "COERCEVIAIO", "ARRAYCOERCEEXPR", "COERCETODOMAIN"),
        *("COLLATEEXPR", "NAMEDARGEXPR"),
    }
)
_CASTS = frozenset({CoercionForm.EXPLICIT_CAST, CoercionForm.IMPLICIT_CAST})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

#: How deep an expression, or a chain of WITH queries, is followed for a name.
_DEPTH = 20


@dataclass(frozen=True)
class NamedColumn:
    """A column that an expression is about.

    :ivar origin: OID of the table that it is of, and its number there
    """

    name: str
    origin: tuple[int, int] | None


def is_cast(node: Node) -> bool:
    """Tell whether a call is how a cast, written or implied, is carried out."""
    return node.tag == "FUNCEXPR" and node.number("funcformat") in _CASTS


def cast_argument(node: Node) -> Node | None:
    """Return what a coercion or cast is applied to, or None if the node is neither."""
    if node.tag in _COERCIONS:
        return node.node("arg")
    arguments = node.nodes("args") if is_cast(node) else ()
    return arguments[0] if arguments else None


def behind_casts(node: Node) -> Node:
    """Return an expression without the coercions around it."""
    while (argument := cast_argument(node)) is not None:
        node = argument
    return node


def sources(variable: Node, level: Level) -> Iterator[tuple[Node, Level]]:
    """Yield the expressions that a column stands for, each with its level.

    That is one for each row of VALUES and each arm of UNION, and none for a column of a table.
    """
    owner = level.above(variable.number("varlevelsup") or 0)
    if owner is None:
        return
    own = Node("VAR", {**variable.fields, "varlevelsup": "0"})
    resolved = owner.resolve(own)
    if resolved.tag != "VAR":
        yield resolved, owner
        return
    entry = owner.entry(resolved.number("varno") or 0)
    column = resolved.number("varattno") or 0
    if entry is None or column <= 0:
        return
    match entry.number("rtekind"):
        case RteKind.SUBQUERY if (query := entry.node("subquery")) is not None:
            yield from outputs(Level(query, owner), column)
        case RteKind.VALUES:
            for row in entry.items("values_lists"):
                value = row[column - 1] if isinstance(row, tuple) and column <= len(row) else None
                if isinstance(value, Node):
                    yield value, owner
        case RteKind.CTE:
            yield from _with_query(entry, owner, column)
        case RteKind.FUNCTION:
            yield from _function(entry, owner, column)
        case _:
            pass


def outputs(level: Level, column: int) -> Iterator[tuple[Node, Level]]:
    """Yield the expressions of a column of a query: one, or one for each arm of a UNION."""
    query = level.query
    operation = query.node("setOperations")
    if operation is not None:
        for node in operation.walk():
            if node.tag != "RANGETBLREF":
                continue
            entry = level.entry(node.number("rtindex") or 0)
            arm = entry.node("subquery") if entry is not None else None
            if arm is not None:
                yield from outputs(Level(arm, level), column)
        return
    is_select = query.number("commandType") == CommandType.SELECT
    targets = query.nodes("targetList" if is_select else "returningList")
    visible = [target for target in targets if not target.flag("resjunk")]
    found = visible[column - 1].node("expr") if 0 < column <= len(visible) else None
    if found is not None:
        yield found, level


def multiple_assignment(parameter: Node, level: Level) -> Iterator[tuple[Node, Level]]:
    """Yield what ``SET (a, b) = (SELECT ...)`` gives one of its columns.

    The upper half of the number is that of the sub-select, the lower that of its column
    (``primnodes.h``, ``PARAM_MULTIEXPR``).
    """
    number = parameter.number("paramid") or 0
    for entry in _assignments(level.query):
        sublink = entry.node("expr")
        if (
            sublink is not None
            and sublink.tag == "SUBLINK"
            and sublink.number("subLinkType") == SublinkType.MULTIPLE
            and sublink.number("subLinkId") == number >> 16
            and (query := sublink.node("subselect")) is not None
        ):
            yield from outputs(Level(query, level), number & 0xFFFF)


def column_of(expression: Node, level: Level) -> NamedColumn | None:
    """Return the first column that an expression is about, through casts, functions, COALESCE."""
    return _column_of(expression, level, _DEPTH)


def plain_name(text: str) -> str:
    r"""Return a name as it is, of how the tree writes it: ``"user\ name"``."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return _ESCAPED.sub(r"\1", text)


def is_given(node: Node) -> bool:
    """Tell whether a node is a parameter that the caller gives."""
    return node.tag == "PARAM" and node.number("paramkind") == ParameterKind.EXTERNAL


def _column_of(expression: Node, level: Level, depth: int) -> NamedColumn | None:
    expression = behind_casts(expression)
    if depth == 0:
        return None
    if expression.tag == "VAR":
        return _named(expression, level, depth)
    if expression.tag not in {"FUNCEXPR", "COALESCEEXPR"}:
        return None
    found = (_column_of(a, level, depth - 1) for a in expression.nodes("args"))
    return next(filter(None, found), None)


def _named(variable: Node, level: Level, depth: int) -> NamedColumn | None:
    owner = level.above(variable.number("varlevelsup") or 0)
    if owner is None:
        return None
    own = owner.resolve(Node("VAR", {**variable.fields, "varlevelsup": "0"}))
    if own.tag != "VAR":
        return _column_of(own, owner, depth - 1)
    entry = owner.entry(own.number("varno") or 0)
    names = entry.node("eref") if entry is not None else None
    column = own.number("varattno") or 0
    if entry is None or names is None or not 0 < column <= len(names.items("colnames")):
        return None
    written = names.items("colnames")[column - 1]
    if not isinstance(written, str):
        return None
    origin: tuple[int, int] | None = None
    if entry.number("rtekind") == RteKind.RELATION:
        origin = entry.number("relid") or 0, column
    else:
        source = next(sources(own, owner), None)
        if source is not None and behind_casts(source[0]).tag == "VAR":
            inner = _column_of(*source, depth - 1)
            origin = inner.origin if inner else None
    return NamedColumn(plain_name(written), origin)


def _with_query(entry: Node, level: Level, column: int) -> Iterator[tuple[Node, Level]]:
    owner = level.above(entry.number("ctelevelsup") or 0)
    if owner is None:
        return
    for expression in owner.query.nodes("cteList"):
        query = expression.node("ctequery")
        if expression.text("ctename") == entry.text("ctename") and query is not None:
            yield from outputs(Level(query, owner), column)
            return


def _function(entry: Node, level: Level, column: int) -> Iterator[tuple[Node, Level]]:
    """Yield the call behind a column, if it gives only that one."""
    first = 1
    for function in entry.nodes("functions"):
        count = function.number("funccolcount") or 0
        call = function.node("funcexpr")
        if count == 1 and first == column and call is not None:
            yield call, level
        first += count


def _assignments(query: Node) -> Iterator[Node]:
    yield from query.nodes("targetList")
    conflict = query.node("onConflict")
    if conflict is not None:
        yield from conflict.nodes("onConflictSet")
    for action in query.nodes("mergeActionList"):
        yield from action.nodes("targetList")
