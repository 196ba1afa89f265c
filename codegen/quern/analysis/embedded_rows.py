"""Which result columns are one nested row: what ``sqlc.embed(u)``, sent as ``u.*``, became."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quern.analysis.nullability.level import Level
from quern.analysis.nullability.verdict import Verdict
from quern.analysis.result import Column, EmbeddedRow
from quern.analysis.tree.node_enums import CommandType, RteKind
from quern.analysis.tree.nodetree import Node
from quern.errors import Diagnostic
from quern.source.query import SourceQuery
from quern.source.statement import Embed, Variant


@dataclass(frozen=True)
class Embedding:
    """The nested rows of a query, and its columns with that in mind."""

    columns: tuple[Column, ...]
    rows: tuple[EmbeddedRow, ...]
    diagnostics: tuple[Diagnostic, ...]


def embed_rows(
    source: SourceQuery,
    variant: Variant,
    tree: Node | None,
    columns: Sequence[Column],
    verdicts: Sequence[Verdict],
) -> Embedding:
    """Find the columns of each embedded row.

    The server notes with each column that a star gave where that star stands in the text.

    :param verdicts: on the columns; none when the statement could not be judged
    """
    found = list(columns)
    rows: list[EmbeddedRow] = []
    diagnostics: list[Diagnostic] = []
    for embed in variant.embeds:
        offset = len(variant.sql[: embed.offset].encode())
        numbers = _numbers(tree, offset) if tree is not None else ()
        if not numbers or len(verdicts) != len(columns):
            diagnostics.append(_not_found(source, embed))
            continue
        judged = dict.fromkeys(numbers, False)
        if tree is not None and _are_of_one_relation(tree, numbers):
            judged = {number: verdicts[number].in_row for number in numbers}
        row = _row(embed, verdicts, judged)
        rows.append(row)
        if row.nullable:
            for number in (number for number, in_row in judged.items() if in_row):
                found[number] = replace(found[number], nullable=False)
    return Embedding(tuple(found), tuple(rows), tuple(diagnostics))


def _results(tree: Node) -> tuple[Node | None, ...]:
    select = tree.number("commandType") == CommandType.SELECT
    targets = tree.nodes("targetList" if select else "returningList")
    return tuple(target.node("expr") for target in targets if not target.flag("resjunk"))


def _numbers(tree: Node, offset: int) -> tuple[int, ...]:
    """Return the result columns that stand at an offset of the text, in bytes.

    Since PostgreSQL 18 a column of GROUP BY has lost its place, which then only its group has. So
    the columns of its relation are looked for, as a star gives them, around one that is found.
    """
    results = _results(tree)
    found = tuple(n for n, e in enumerate(results) if e is not None and _stands_at(e, offset))
    entries = tree.nodes("rtable")
    if not any(entry.number("rtekind") == RteKind.GROUP for entry in entries):
        return found
    columns = [_ungrouped(e, entries) if e is not None else None for e in results]
    if not found:
        found = tuple(n for n, e in enumerate(columns) if e is not None and _stands_at(e, offset))
    first = columns[found[0]] if found else None
    relation = first.number("varnosyn") or 0 if first is not None else 0
    names = entries[relation - 1].node("eref") if 0 < relation <= len(entries) else None
    if first is None or names is None:
        return ()
    wanted = [n for n, name in enumerate(names.items("colnames"), 1) if name not in {"", '""'}]
    attribute = first.number("varattnosyn") or 0
    start = found[0] - wanted.index(attribute) if attribute in wanted else -1
    there = columns[start : start + len(wanted)] if start >= 0 else []
    pairs = [(e.number("varnosyn"), e.number("varattnosyn")) if e else None for e in there]
    if pairs != [(relation, number) for number in wanted]:
        return ()
    return tuple(range(start, start + len(wanted)))


def _stands_at(expression: Node, offset: int) -> bool:
    return expression.number("location") == offset


def _ungrouped(expression: Node, entries: Sequence[Node]) -> Node | None:
    """Return the expression of GROUP BY that a column stands for, or itself."""
    number = expression.number("varno") or 0
    entry = entries[number - 1] if 0 < number <= len(entries) else None
    if entry is None or entry.number("rtekind") != RteKind.GROUP:
        return expression
    found = entry.items("groupexprs")[(expression.number("varattno") or 0) - 1]
    return found if isinstance(found, Node) else None


def _are_of_one_relation(tree: Node, numbers: Sequence[int]) -> bool:
    """Tell whether result columns are missing together, or not at all.

    An alias may also stand for a join, only one side of which is missing.
    """
    level, results = Level(tree), _results(tree)
    columns = [level.resolve(found) for n in numbers if (found := results[n]) is not None]
    relations = {column.number("varno") if column.tag == "VAR" else None for column in columns}
    return len(relations) == 1 and None not in relations


def _row(embed: Embed, verdicts: Sequence[Verdict], judged: Mapping[int, bool]) -> EmbeddedRow:
    """Judge one row: a column that is never NULL proves that it is there.

    :param judged: the numbers of its columns, and whether they are never NULL where it is there
    """
    there = any(verdicts[number].never_null for number in judged)
    witness = next((number for number, in_row in judged.items() if in_row), None)
    return EmbeddedRow(
        relation=embed.relation,
        first=min(judged),
        end=max(judged) + 1,
        nullable=not there,
        witness=None if there else witness,
    )


def _not_found(source: SourceQuery, embed: Embed) -> Diagnostic:
    return Diagnostic(
        "bad-embed",
        f"the columns of {embed.relation} are not in the result",
        source.file,
        source.source.location(embed.start, embed.end),
        hint="write sqlc.embed(alias) in the list of SELECT or RETURNING, of a table in its FROM",
    )
