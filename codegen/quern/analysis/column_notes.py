"""What ``-- @column`` says of the columns of a result."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.result import Column
from quern.analysis.tree.node_enums import CommandType, RteKind
from quern.analysis.tree.nodetree import Node
from quern.errors import Diagnostic
from quern.source.query import ColumnNote, SourceQuery


def heed_notes(
    source: SourceQuery, tree: Node | None, columns: Sequence[Column], catalog: Catalog
) -> tuple[tuple[Column, ...], tuple[Diagnostic, ...]]:
    """Return the columns as the notes say that they are, and what is wrong with the notes.

    :param tree: what the server makes of the query
    """
    found = list(columns)
    diagnostics: list[Diagnostic] = []
    for note in source.column_notes:
        named = [index for index, column in enumerate(found) if column.name == note.name]
        if not named:
            diagnostics.append(_unknown(source, note, found))
        for index in named:
            column = found[index]
            if note.nullable is False and column.nullable and _is_refuted(tree, index, catalog):
                diagnostics.append(_refuted(source, note, column))
            elif note.nullable is not None:
                found[index] = replace(
                    column, nullable=note.nullable, why=f"-- @column says so ({column.why})"
                )
            if note.type:
                found[index] = replace(found[index], python_type=note.type)
    return tuple(found), tuple(diagnostics)


def _is_refuted(tree: Node | None, index: int, catalog: Catalog) -> bool:
    """Return whether NULL is sure to be possible: no data but the schema's rules keep it out.

    That is so for the constant NULL, and for a nullable column of a table all of whose rows are
    shown. A condition, or a join, may keep NULL out in ways that only the author knows; so may a
    CHECK, the bounds of a partition, a domain, a trigger or a policy.
    """
    if tree is None or tree.number("commandType") != CommandType.SELECT:
        return False
    targets = [target for target in tree.nodes("targetList") if not target.flag("resjunk")]
    expression = targets[index].node("expr") if index < len(targets) else None
    if expression is None:
        return False
    if expression.tag == "CONST":
        return expression.flag("constisnull")
    join_tree = tree.node("jointree")
    if join_tree is None:
        return False
    sources = join_tree.nodes("fromlist")
    plain = len(sources) == 1 and sources[0].tag == "RANGETBLREF"
    return (
        plain
        and expression.tag == "VAR"
        and join_tree.fields.get("quals") is None
        and not any(tree.items(clause) for clause in ("groupClause", "groupingSets"))
        and all(
            tree.fields.get(clause) is None
            for clause in ("havingQual", "setOperations", "limitCount", "limitOffset")
        )
        and _takes_null(tree, sources[0], expression.number("varattno") or 0, catalog)
    )


def _takes_null(tree: Node, reference: Node, attribute: int, catalog: Catalog) -> bool:
    """Return whether a reference of FROM is a table that NULL can be stored in."""
    number = reference.number("rtindex") or 0
    entries = tree.nodes("rtable")
    entry = entries[number - 1] if 0 < number <= len(entries) else None
    if entry is None or entry.number("rtekind") != RteKind.RELATION or entry.items("securityQuals"):
        return False
    relation = catalog.relations.get(entry.number("relid") or 0)
    if relation is None or relation.row_security or relation.changed_on_insert:
        return False
    found = relation.attributes.get(attribute)
    return found is not None and found.takes_null


def _unknown(source: SourceQuery, note: ColumnNote, columns: Sequence[Column]) -> Diagnostic:
    names = list(dict.fromkeys(column.name for column in columns))
    near = get_close_matches(note.name, names, n=1)
    return Diagnostic(
        "unknown-column",
        f"the result has no column {note.name}",
        source.file,
        note.location,
        hint=f"did you mean {near[0]}?" if near else f"its columns: {', '.join(names) or 'none'}",
    )


def _refuted(source: SourceQuery, note: ColumnNote, column: Column) -> Diagnostic:
    return Diagnostic(
        "refuted-note",
        f"{note.name} can be NULL: {column.why}",
        source.file,
        note.location,
        hint="make the column NOT NULL, leave NULL out with WHERE, or take the ! away",
    )
