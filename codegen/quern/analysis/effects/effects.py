"""What a query reads and writes, and whether a replica may answer it.

The server notes for each table of a query, and of the views, rules and policies behind it, which
columns somebody must be allowed to read and to write. So what is told here is complete, and may be
a little more than what happens: a column that only ON CONFLICT's ``excluded`` or a rule's NEW
names counts as read.

Not in the trees, and so not told: what triggers and cascading foreign keys do to other columns and
tables, which partitions a table has, what policies read that do not bind the role that asks (see
``-- @role``), and what functions do inside that are not written in SQL, or
whose SQL is not known (see :attr:`Effects.opaque`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quern.analysis.catalog.catalog import Catalog, Relation
from quern.analysis.effects.inside import look_inside
from quern.analysis.effects.permissions import WriteAction, find_permissions
from quern.analysis.effects.volatility import find_volatile_call
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.node_enums import CommandType
from quern.analysis.tree.nodetree import Node

_WRITING = frozenset(
    {CommandType.INSERT, CommandType.UPDATE, CommandType.DELETE, CommandType.MERGE}
)
#: ``LockClauseStrength`` (nodes/lockoptions.h).
_LOCKS = {1: "FOR KEY SHARE", 2: "FOR SHARE", 3: "FOR NO KEY UPDATE", 4: "FOR UPDATE"}


@dataclass(frozen=True)
class TableRead:
    """A table or view that is read.

    :ivar table: its name with its schema
    :ivar columns: sorted; none when only the number of its rows counts, as in ``count(*)``
    """

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class TableWrite:
    """A table that is written, or a view that is written through.

    :ivar table: its name with its schema
    :ivar columns: those that are given a value, sorted; with UPDATE also the generated ones that
        follow from them. INSERT without columns, and DELETE, have none.
    """

    table: str
    action: WriteAction
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Effects:
    """What a query does.

    :ivar reads: sorted by table
    :ivar writes: sorted by table and action
    :ivar read_only: whether a replica may answer it
    :ivar why: what decided that
    :ivar idempotent: whether it may be tried again after a failure
    :ivar opaque: functions that may read and write further tables: their bodies are not looked
        into, or not to the end
    """

    reads: tuple[TableRead, ...]
    writes: tuple[TableWrite, ...]
    read_only: bool
    why: str
    idempotent: bool
    opaque: tuple[str, ...]


def find_effects(queries: Sequence[Node], catalog: Catalog) -> Effects:
    """Return what a statement does.

    :param queries: all queries of its rewritten tree: rules may make several of one, or none
    :param catalog: what the queries name, as
        :func:`~quern.analysis.tree.contents.find_contents` tells
    """
    return effects_of(find_contents(queries), catalog)


def effects_of(contents: Contents, catalog: Catalog) -> Effects:
    """Return what a statement does, by what its tree holds."""
    inside = look_inside(contents, catalog)
    parts = (contents, *inside.bodies)
    queries = tuple(query for part in parts for query in part.queries)
    writes = _writes(queries, catalog)
    obstacle = next(_obstacles(contents, parts, writes, catalog), None)
    return Effects(
        reads=_reads(queries, catalog),
        writes=writes,
        read_only=obstacle is None,
        why=obstacle or "reads only",
        idempotent=obstacle is None,
        opaque=inside.opaque,
    )


def _reads(queries: Iterable[Node], catalog: Catalog) -> tuple[TableRead, ...]:
    """Return what is read, a view together with the tables behind it."""
    found: dict[str, set[str]] = {}
    for query in queries:
        for permission in find_permissions(query):
            if permission.reads or permission.selected:
                relation = catalog.relations.get(permission.relation)
                columns = found.setdefault(_name(permission.relation, relation), set())
                columns.update(_column_names(permission.selected, relation))
    return tuple(TableRead(table, tuple(sorted(found[table]))) for table in sorted(found))


def _writes(queries: Iterable[Node], catalog: Catalog) -> tuple[TableWrite, ...]:
    """Return what is written.

    A rule may do something else instead of what the statement says, so that only the table that
    a query of the rewritten tree changes counts. But a view never holds rows itself: what is done
    to it counts, whatever it turns into.
    """
    found: dict[tuple[str, WriteAction], set[str]] = {}
    for query in queries:
        if query.number("commandType") not in _WRITING:
            continue
        target = query.number("resultRelation")
        for permission in find_permissions(query):
            if permission.number != target and not permission.is_view:
                continue
            relation = catalog.relations.get(permission.relation)
            for action in permission.writes:
                names = found.setdefault((_name(permission.relation, relation), action), set())
                if action == "insert":
                    names.update(_column_names(permission.inserted, relation))
                elif action == "update":
                    changed = permission.updated | _following(permission.updated, relation)
                    names.update(_column_names(changed, relation))
    return tuple(
        TableWrite(table, action, tuple(sorted(names)))
        for (table, action), names in sorted(found.items())
    )


def _following(changed: frozenset[int], relation: Relation | None) -> frozenset[int]:
    """Return the generated columns that change when other columns do."""
    attributes = relation.attributes if relation is not None else {}
    return frozenset(
        number
        for number, attribute in attributes.items()
        if attribute.generated is not None
        and any(
            node.tag == "VAR" and node.number("varattno") in changed
            for node in attribute.generated.walk()
        )
    )


def _obstacles(
    contents: Contents, parts: Sequence[Contents], writes: Sequence[TableWrite], catalog: Catalog
) -> Iterator[str]:
    """Yield what keeps a replica from answering, what matters most first.

    :param parts: what the statement holds, and what the bodies of its functions do
    """
    commands = {query.number("commandType") for query in contents.queries}
    if writes:
        yield "writes " + ", ".join(dict.fromkeys(write.table for write in writes))
    if commands & _WRITING:  # MERGE may have no clause but DO NOTHING
        yield "a statement that may write"
    if locks := _locks(contents):
        yield f"{locks} locks rows"
    if not contents.queries:
        yield "a rule does nothing instead of the statement"
    if commands - {CommandType.SELECT}:
        yield "a utility statement"
    yield from filter(None, (find_volatile_call(part, catalog) for part in parts))
    named = (catalog.relations.get(oid) for part in parts for oid in part.relations)
    relations = [relation for relation in named if relation is not None]
    for relation in relations:
        yield from filter(None, (find_volatile_call(p, catalog) for p in relation.policies))
    missing = {relation.display for relation in relations if not relation.replicated}
    if missing:
        yield f"reads {min(missing)}, which a replica does not have"
    if contents.unknown_tags:
        yield f"holds a node that is not known: {min(contents.unknown_tags)}"


def _locks(contents: Contents) -> str | None:
    """Return the clause that locks rows, at whatever level, by the strongest lock."""
    marks = [mark for query in contents.queries for mark in query.nodes("rowMarks")]
    if not marks:
        return None
    return _LOCKS.get(max(mark.number("strength") or 0 for mark in marks), "a clause")


def _name(oid: int, relation: Relation | None) -> str:
    """Return the name of a table; one that is gone since keeps its number."""
    return relation.display if relation is not None else f"relation {oid}"


def _column_names(numbers: frozenset[int], relation: Relation | None) -> set[str]:
    """Return the names of columns; 0 stands for the whole row."""
    if relation is None:
        return set()
    every = 0 in numbers
    return {a.name for number, a in relation.attributes.items() if every or number in numbers}
