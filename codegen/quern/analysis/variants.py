"""What holds for all variants of a statement, from what holds for each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from quern.analysis.cardinality.cardinality import Cardinality
from quern.analysis.effects.effects import Effects, TableRead, TableWrite
from quern.analysis.result import AnalysedQuery, Column, QueryParameter
from quern.errors import Diagnostic
from quern.source.statement import Variant

#: From the most to the least that is known.
_ROWS = ("none", "exactly_one", "at_most_one", "many")


def combine(
    found: Sequence[tuple[Variant, AnalysedQuery]],
) -> tuple[AnalysedQuery, tuple[Diagnostic, ...]]:
    """Return what is known of a query, whichever of its parts are there.

    :param found: what is known of each variant, the whole statement first
    :returns: the query, and where its variants disagree
    """
    whole = found[0][1]
    if len(found) == 1:
        return whole, ()
    diagnostics = [
        *(d for variant, query in found[1:] for d in _other_rows(whole, variant, query)),
        *_other_types(found),
    ]
    if diagnostics:
        return whole, tuple(diagnostics[:1])
    queries = [query for _, query in found]
    return (
        replace(
            whole,
            columns=tuple(map(_column, zip(*(query.columns for query in queries), strict=True))),
            parameters=_parameters(found),
            effects=_effects([query.effects for query in queries]),
            cardinality=_cardinality([query.cardinality for query in queries]),
            embedded=tuple(
                replace(rows[0], nullable=any(row.nullable for row in rows), witness=_same(rows))
                for rows in zip(*(query.embedded for query in queries), strict=True)
            ),
        ),
        (),
    )


def _other_rows(
    whole: AnalysedQuery, variant: Variant, query: AnalysedQuery
) -> Iterable[Diagnostic]:
    source = whole.source
    here = [(column.name, column.type.display) for column in query.columns]
    there = [(column.name, column.type.display) for column in whole.columns]
    if here != there:
        pair = next((p for p in zip(here, there, strict=False) if p[0] != p[1]), None)
        difference = f"{len(here)} columns instead of {len(there)}"
        if pair is not None:
            (name, type_), (other, other_type) = pair
            difference = f"{name} {type_} instead of {other} {other_type}"
        yield Diagnostic(
            "different-variants",
            f"{variant.in_words} the query returns another row: {difference}",
            source.file,
            source.name_location,
            hint="cast the column to one type, or write two queries",
        )


def _other_types(found: Sequence[tuple[Variant, AnalysedQuery]]) -> Iterable[Diagnostic]:
    """Report parameters that are of one type here and of another one there."""
    source = found[0][1].source
    for index, parameter in enumerate(found[0][1].parameters):
        users = [
            (v, query.parameters[index].type) for v, query in found if index + 1 not in v.unused
        ]
        for variant, pg_type in users[1:]:
            if pg_type != users[0][1]:
                first = users[0][0]
                where = "with all parts" if first is found[0][0] else first.in_words
                yield Diagnostic(
                    "different-variants",
                    f"{variant.in_words} parameter {parameter.name} is {pg_type.display}, "
                    f"{where} it is {users[0][1].display}",
                    source.file,
                    source.parameter_location(index),
                    hint="say its type in each of its places, with a cast",
                )


def _column(columns: Sequence[Column]) -> Column:
    """Return a column that may be NULL where it may in one variant."""
    return replace(
        next((column for column in columns if column.nullable), columns[0]),
        elements_nullable=None
        if columns[0].elements_nullable is None
        else any(column.elements_nullable for column in columns),
        origin=columns[0].origin,
        comment=columns[0].comment,
    )


def _parameters(found: Sequence[tuple[Variant, AnalysedQuery]]) -> tuple[QueryParameter, ...]:
    """Return the parameters; each is judged by the variants that use it."""
    optional = {name for variant, _ in found for names in variant.conditions for name in names}
    parameters: list[QueryParameter] = []
    for index, parameter in enumerate(found[0][1].parameters):
        users = [query.parameters[index] for v, query in found if index + 1 not in v.unused]
        strict = next((user for user in users if not user.nullable), None)
        parameters.append(
            replace(
                strict or (users[0] if users else parameter),
                name=parameter.name,
                type=users[0].type if users else parameter.type,
                optional=found[0][1].source.parameters[index].name in optional,
            )
        )
    return tuple(parameters)


def _effects(effects: Sequence[Effects]) -> Effects:
    """Return all that any variant reads and writes."""
    reads: dict[str, set[str]] = {}
    writes: dict[tuple[str, str], TableWrite] = {}
    for each in effects:
        for read in each.reads:
            reads.setdefault(read.table, set()).update(read.columns)
        for write in each.writes:
            before = writes.get((write.table, write.action))
            columns = {*write.columns, *(before.columns if before else ())}
            merged = replace(write, columns=tuple(sorted(columns)))
            writes[write.table, write.action] = merged
    writing = next((each for each in effects if not each.read_only), effects[0])
    return Effects(
        reads=tuple(TableRead(table, tuple(sorted(reads[table]))) for table in sorted(reads)),
        writes=tuple(writes[key] for key in sorted(writes)),
        read_only=all(each.read_only for each in effects),
        why=writing.why,
        idempotent=all(each.idempotent for each in effects),
        opaque=tuple(sorted({name for each in effects for name in each.opaque})),
    )


def _cardinality(found: Sequence[Cardinality]) -> Cardinality:
    """Return the least that is known of the number of rows."""
    kinds = {each.rows for each in found}
    worst = max(found, key=lambda each: _ROWS.index(each.rows))
    if "none" in kinds and worst.rows == "exactly_one":
        return Cardinality("at_most_one", worst.why)
    return worst


def _same(rows: Sequence[object]) -> int | None:
    """Return the witness of a row, if all variants have the same."""
    witnesses = {getattr(row, "witness", None) for row in rows}
    return witnesses.pop() if len(witnesses) == 1 else None
