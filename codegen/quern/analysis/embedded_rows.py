"""Which result columns are one nested row: what ``sqlc.embed(u)``, sent as ``u.*``, became."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
        row = _row(embed, numbers, verdicts)
        rows.append(row)
        if row.nullable:
            for number in numbers:
                if verdicts[number].in_row:
                    found[number] = replace(found[number], nullable=False)
    return Embedding(tuple(found), tuple(rows), tuple(diagnostics))


def _places(tree: Node) -> Iterator[int | None]:
    """Yield for each result column where the server says that it stands, in bytes."""
    select = tree.number("commandType") == CommandType.SELECT
    for target in tree.nodes("targetList" if select else "returningList"):
        if not target.flag("resjunk"):
            expression = target.node("expr")
            yield expression.number("location") if expression is not None else None


def _row(embed: Embed, numbers: Sequence[int], verdicts: Sequence[Verdict]) -> EmbeddedRow:
    """Judge one row: a column that is never NULL proves that it is there."""
    there = any(verdicts[number].never_null for number in numbers)
    witness = next((number for number in numbers if verdicts[number].in_row), None)
    return EmbeddedRow(
        relation=embed.relation,
        first=numbers[0],
        end=numbers[-1] + 1,
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
