"""Which result columns are one nested row: what ``sqlc.embed(u)``, sent as ``u.*``, became."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quern.analysis.nullability.level import Level
from quern.analysis.nullability.verdict import Verdict
from quern.analysis.result import Column, EmbeddedRow
from quern.analysis.tree.node_enums import CommandType
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
    places = list(_places(tree)) if tree is not None else []
    for embed in variant.embeds:
        offset = len(variant.sql[: embed.offset].encode())
        numbers = [number for number, place in enumerate(places) if place == offset]
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


def _places(tree: Node) -> Iterator[int | None]:
    """Yield for each result column where the server says that it stands, in bytes."""
    for expression in _results(tree):
        yield expression.number("location") if expression is not None else None


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
