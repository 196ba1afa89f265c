"""The reader of Postgres' node trees.

The server prints a tree (``outfuncs.c``) as ``{TAG :field value ...}`` for a node, ``(...)`` for a
list and ``<>`` for nothing. Fields name themselves, so that one reader serves every version.
"""

import re
from dataclasses import dataclass, field
from typing import TypeAlias, Union

#: White space that a backslash precedes belongs to a token; the log may have wrapped it.
#: Square brackets are plain characters (``read.c``: ``pg_strtok``), as in the name ``"a["``.
_TOKEN = re.compile(r"(?:\\.|[^\s\\(){}])+|[(){}]", re.DOTALL)

Value: TypeAlias = Union["Node", tuple["Value", ...], str, None]


@dataclass(slots=True)
class Node:
    """A node: its tag and its fields."""

    tag: str
    fields: dict[str, Value] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Return a field that is a plain word, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        """Return a field that is a number, or None."""
        value = self.text(name)
        return int(value) if value is not None and value.lstrip("-").isdigit() else None

    def node(self, name: str) -> "Node | None":
        """Return a field that is a node, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, Node) else None

    def nodes(self, name: str) -> tuple["Node", ...]:
        """Return the nodes of a field that is a list; empty when it is not."""
        value = self.fields.get(name)
        if not isinstance(value, tuple):
            return ()
        return tuple(item for item in value if isinstance(item, Node))


class _OpenNode:
    """A node that is being read.

    The word after a field's name is its value even if it starts with a colon. Some values take
    several words (``4 [ 1 0 0 0 ]``, the bytes of a constant); the first stands for them.
    """

    def __init__(self) -> None:
        self.node = Node("")
        self._field: str | None = None
        self._awaits_value = False

    def add(self, value: Value) -> None:
        if not self.node.tag:
            self.node.tag = str(value)
        elif self._awaits_value and self._field is not None:
            self.node.fields[self._field] = value
            self._awaits_value = False
        elif isinstance(value, str) and value.startswith(":"):
            self._field = value[1:]
            self._awaits_value = True


def read_tree(text: str) -> Value:
    """Read the text of a tree.

    Nesting is kept in a list of our own, since a long chain of operators is deeper than Python's
    recursion limit.

    :raises ValueError: if the text is not a whole tree
    """
    open_values: list[_OpenNode | list[Value]] = [[]]
    try:
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word == "{":
                open_values.append(_OpenNode())
            elif word == "(":
                open_values.append([])
            elif word in {"}", ")"}:
                done = _closed(open_values.pop(), word)
                _add(open_values[-1], done)
            else:
                _add(open_values[-1], None if word == "<>" else word)
        (result,) = open_values
        if isinstance(result, list) and len(result) == 1:
            return result[0]
    except (IndexError, ValueError):
        pass
    raise ValueError("not a whole node tree")


def _closed(container: _OpenNode | list[Value], bracket: str) -> Value:
    if isinstance(container, _OpenNode) != (bracket == "}"):
        raise ValueError("the brackets do not match")
    return container.node if isinstance(container, _OpenNode) else tuple(container)


def _add(container: _OpenNode | list[Value], value: Value) -> None:
    if isinstance(container, _OpenNode):
        container.add(value)
    else:
        container.append(value)
