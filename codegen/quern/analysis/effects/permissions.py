"""What the server asks for before a query runs: which tables and columns it reads and writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quern.analysis.tree.nodetree import Node

WriteAction = Literal["insert", "update", "delete"]

#: Bits of ``AclMode`` (nodes/parsenodes.h).
_SELECT = 1 << 1
_WRITES: dict[WriteAction, int] = {"insert": 1 << 0, "update": 1 << 2, "delete": 1 << 3}
#: Numbers of columns are noted shifted, so that those of system columns are not negative
#: (``FirstLowInvalidHeapAttributeNumber`` in access/sysattr.h).
_SHIFT = -7
_VIEW = "v"


@dataclass(frozen=True)
class Permission:
    """What a query must be allowed to do with one entry of its range table.

    Columns are attribute numbers; 0 stands for the whole row, and those of the system (``ctid``)
    are negative.

    :ivar number: of the entry, from 1
    :ivar relation: OID of the table or view
    :ivar reads: whether its rows are read, whatever their columns
    :ivar selected: the columns that are read, those that policies look at among them
    :ivar selected_columns: the columns that take the right to read; empty if any will do, None if
        none is needed
    :ivar checked_as_caller: whether it is the caller who takes the right, not a view's owner
    """

    number: int
    relation: int
    is_view: bool
    reads: bool
    writes: frozenset[WriteAction]
    selected: frozenset[int]
    inserted: frozenset[int]
    updated: frozenset[int]
    selected_columns: frozenset[int] | None
    checked_as_caller: bool


def find_permissions(query: Node) -> Iterator[Permission]:
    """Yield the permissions of a query; not those of queries inside it.

    They stand in a list of their own, and before version 16 in the range table.
    """
    infos = query.nodes("rteperminfos")
    for number, entry in enumerate(query.nodes("rtable"), 1):
        index = entry.number("perminfoindex") or 0
        info = infos[index - 1] if 0 < index <= len(infos) else entry
        if relation := info.number("relid") or 0:
            yield _permission(number, relation, entry, info)


def _permission(number: int, relation: int, entry: Node, info: Node) -> Permission:
    """Read one permission.

    The entries that rules add for OLD and NEW are no reads by themselves, only by the columns
    that are named; before version 16 that for OLD in a view's query stands for the view.
    """
    needed = info.number("requiredPerms") or 0
    selected = _columns(info, "selectedCols")
    is_view = entry.text("relkind") == _VIEW
    stands_alone = entry.flag("inFromCl") or is_view
    return Permission(
        number=number,
        relation=relation,
        is_view=is_view,
        reads=bool(selected) or (stands_alone and bool(needed & _SELECT)),
        writes=frozenset(action for action, bit in _WRITES.items() if needed & bit),
        selected=selected | _filtering_columns(entry, number),
        inserted=_columns(info, "insertedCols"),
        updated=_columns(info, "updatedCols"),
        selected_columns=selected if needed & _SELECT else None,
        checked_as_caller=not info.number("checkAsUser"),
    )


def _columns(info: Node, field: str) -> frozenset[int]:
    return frozenset(n + _SHIFT for n in info.numbers(field))


def _filtering_columns(entry: Node, number: int) -> frozenset[int]:
    """Return the columns that row-level security looks at, for which nobody needs permission."""
    found: set[int] = set()
    waiting = [(qual, 0) for qual in entry.nodes("securityQuals")]
    while waiting:
        node, depth = waiting.pop()
        if node.tag == "VAR":
            if node.number("varlevelsup") == depth and node.number("varno") == number:
                found.add(node.number("varattno") or 0)
        elif node.tag == "QUERY":
            depth += 1
        waiting.extend((child, depth) for child in node.children())
    return frozenset(found)
