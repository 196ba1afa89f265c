"""The reader of Postgres' node trees.

The server prints a tree (``outfuncs.c``) as ``{TAG :field value ...}`` for a node, ``(...)`` for a
list and ``<>`` for nothing. Fields name themselves, so that one reader serves every version.

A thousand queries have five million characters of it, and reading them is most of the work of a
run. So the text is split at white space, which costs next to nothing, and only words to which
brackets cling are looked at more closely.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from sys import intern
from typing import TypeAlias, Union

Value: TypeAlias = Union["Node", tuple["Value", ...], str, None]

#: Tags that version 15, which writes them by hand, calls otherwise than all after it.
_TAGS = {
    "RTE": "RANGETBLENTRY",
    "ARRAY": "ARRAYEXPR",
    "ROW": "ROWEXPR",
    "ROWCOMPARE": "ROWCOMPAREEXPR",
    "COLLATE": "COLLATEEXPR",
    "CASE": "CASEEXPR",
    "WHEN": "CASEWHEN",
    "COALESCE": "COALESCEEXPR",
    "MINMAX": "MINMAXEXPR",
}


@dataclass(slots=True)
class Node:
    """A node: its tag and its fields."""

    tag: str
    fields: dict[str, Value] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Return a field that is a plain word, or None."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def flag(self, name: str) -> bool:
        """Tell whether a field is true."""
        return self.fields.get(name) == "true"

    def number(self, name: str) -> int | None:
        """Return a field that is a number, or None."""
        value = self.fields.get(name)
        if type(value) is not str:
            return None
        try:
            return int(value)
        except ValueError:
            return None

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

    def items(self, name: str) -> tuple[Value, ...]:
        """Return a field that is a list, whatever is in it; empty when it is not."""
        value = self.fields.get(name)
        return value if isinstance(value, tuple) else ()

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return the numbers of a field that is a list of numbers: ``(i 1 2)``."""
        words = (item for item in self.items(name)[1:] if isinstance(item, str))
        return tuple(int(word) for word in words)

    def children(self) -> Iterator["Node"]:
        """Yield the nodes right below this one, also those in lists of lists."""
        for value in self.fields.values():
            yield from _nodes_in(value)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it."""
        waiting: list[Node | tuple[Value, ...]] = [self]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Node):
                yield value
                inside: Iterable[Value] = value.fields.values()
            else:
                inside = value
            # Most of what is inside are words.
            waiting += [each for each in inside if each is not None and not isinstance(each, str)]


def _nodes_in(value: Value) -> Iterator[Node]:
    if isinstance(value, Node):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _nodes_in(item)


def read_tree(text: str) -> Value:
    """Read the text of a tree.

    Nesting is kept in a list of our own, since a long chain of operators is deeper than Python's
    recursion limit.

    :raises ValueError: if the text is not a whole tree
    """
    reader = _Reader()
    try:
        reader.read_all(iter(text.split()))
        return reader.finish()
    except (IndexError, StopIteration, ValueError):
        raise ValueError("not a whole node tree") from None


def _whole_word(word: str, following: Iterator[str]) -> str:
    """Return a word with what follows it, where the white space between them is escaped."""
    while (len(word) - len(word.rstrip("\\"))) % 2:
        word = f"{word} {next(following)}"
    return word


#: The names of fields, by how they are written: the same few hundred in every tree.
_NAMES: dict[str, str] = {}


class _Reader:
    """Puts words together to a tree.

    The word after a field's name is its value even if it starts with a colon. The bytes of a
    constant (``4 [ 1 0 0 0 ]``) follow its length; they become the field ``bytes``.
    """

    __slots__ = ("_bytes", "_container", "_field", "_open")

    def __init__(self) -> None:
        self._container: Node | list[Value] = []
        self._field: str | None = None
        self._bytes: list[Value] | None = None
        self._open: list[tuple[Node | list[Value], str | None]] = []

    def read_all(self, words: Iterator[str]) -> None:
        """Take all words; those without brackets, which are most, without a call for each."""
        names = _NAMES
        for word in words:
            last = word[-1]
            if last == "\\":  # the space after it may be part of a name
                word = _whole_word(word, words)
                last = word[-1]
            if last not in ")}" and self._bytes is None:
                first = word[0]
                container = self._container
                if type(container) is Node:
                    field = self._field
                    if field is None:
                        name = names.get(word)
                        if name is not None:
                            self._field = name
                            continue
                    elif field and first not in "({":
                        container.fields[field] = None if word == "<>" else intern(word)
                        self._field = None
                        continue
                elif first not in "({" and type(container) is list:
                    container.append(None if word == "<>" else intern(word))
                    continue
            self.read(word)

    def read(self, word: str) -> None:
        """Take the next word, with the brackets that cling to it."""
        if self._bytes is not None:
            self._read_byte(word)
            return
        first = word[0]
        if self._field is None and isinstance(self._container, Node):
            if first == ":":
                name = _NAMES.get(word)
                if name is None:
                    name = _NAMES[word] = intern(word[1:])
                self._field = name
                return
            if first == "[":
                self._bytes = []
                self._read_byte(word[1:])
                return
        while first in "({":
            self._open.append((self._container, self._field))
            if first == "(":
                self._container, self._field = [], None
            else:
                self._container, self._field = Node(""), ""
            word = word[1:]
            if not word:
                return
            first = word[0]
        end = _end_of_atom(word) if word[-1] in ")}" else len(word)
        if end:
            self._add(word[:end])
        for bracket in word[end:]:
            self._close(bracket)

    def finish(self) -> Value:
        """Return the one value that was read."""
        if self._open or not isinstance(self._container, list) or len(self._container) != 1:
            raise ValueError("not a whole node tree")
        return self._container[0]

    def _add(self, atom: str) -> None:
        value = None if atom == "<>" else intern(atom)
        container = self._container
        if isinstance(container, list):
            container.append(value)
        elif self._field is not None:
            if self._field:
                container.fields[self._field] = value
            else:
                container.tag = _TAGS.get(atom, atom)
            self._field = None

    def _close(self, bracket: str) -> None:
        done = self._container
        if isinstance(done, Node) != (bracket == "}"):
            raise ValueError("the brackets do not match")
        value: Value = done if isinstance(done, Node) else tuple(done)
        self._container, self._field = self._open.pop()
        if isinstance(self._container, list):
            self._container.append(value)
        elif self._field:
            self._container.fields[self._field] = value
            self._field = None

    def _read_byte(self, word: str) -> None:
        if not word or self._bytes is None:
            return
        if word[0] != "]":
            self._bytes.append(word)
            return
        if isinstance(self._container, Node):
            self._container.fields["bytes"] = tuple(self._bytes)
        self._bytes = None
        for bracket in word[1:]:
            self._close(bracket)


def _end_of_atom(word: str) -> int:
    """Return where a word ends and the brackets behind it start; an escaped one is part of it."""
    end = len(word)
    while end and word[end - 1] in ")}":
        before = word[: end - 1]
        if (len(before) - len(before.rstrip("\\"))) % 2:
            break
        end -= 1
    return end
