"""The parameters of a query: what analysis finds out, and what the query's notes say."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from quern.analysis.catalog.catalog import Attribute, Catalog, Relation
from quern.analysis.parameters.parameters import judge_parameters
from quern.analysis.result import QueryParameter
from quern.analysis.tree.nodetree import Node
from quern.errors import Diagnostic
from quern.source.query import SourceQuery


def query_parameters(
    source: SourceQuery, types: Sequence[int], trees: Sequence[Node], catalog: Catalog
) -> tuple[QueryParameter, ...]:
    """Return the parameters of a query, in the order of ``$n``.

    :param types: their types' OIDs
    :param trees: what the server makes of the statement
    """
    verdicts = judge_parameters(trees, catalog, len(types))
    parameters: list[QueryParameter] = []
    for written, oid, verdict in zip(source.parameters, types, verdicts, strict=True):
        name = verdict.name if source.positional else written.name
        notes = source.parameter_notes
        note = notes.get(name) or notes.get(written.name)
        said, who = (note.nullable if note else None), "-- @param"
        if said is None:
            said, who = written.nullable, "sqlc.narg"
        stored_in = _stored_in(verdict.stored_in, oid, catalog)
        parameters.append(
            QueryParameter(
                name=name,
                type=catalog.types[oid],
                nullable=verdict.nullable if said is None else said,
                why=verdict.why if said is None else f"{who} says so",
                text=note.text if note else "",
                stored_in=f"{stored_in[0].display}.{stored_in[1].name}" if stored_in else None,
                dimensions=stored_in[1].dimensions if stored_in else 1,
            )
        )
    return tuple(parameters)


def _stored_in(
    place: tuple[int, int] | None, oid: int, catalog: Catalog
) -> tuple[Relation, Attribute] | None:
    """Return the column that a parameter is stored in, unless only a part of it is.

    :param oid: of the parameter's type
    """
    relation = catalog.relations.get(place[0]) if place else None
    if place is None or relation is None:
        return None
    attribute = relation.attributes[place[1]]
    pg_type = catalog.types[attribute.type]
    while pg_type.oid != oid and pg_type.kind == "domain":
        pg_type = catalog.types[pg_type.base]
    return (relation, attribute) if pg_type.oid == oid else None


def unknown_notes(
    source: SourceQuery, parameters: Sequence[QueryParameter]
) -> Iterator[Diagnostic]:
    """Report notes of a query with ``$1`` that go with none of its parameters.

    ``$1`` may be called by its name in Python, or ``p1``.
    """
    if not source.positional:
        return
    names = [parameter.name for parameter in parameters]
    known = {*names, *(written.name for written in source.parameters)}
    for name, span in source.note_spans.items():
        if name in known:
            continue
        near = get_close_matches(name, sorted(known), n=1)
        listed = ", ".join(f"{found} (${n})" for n, found in enumerate(names, 1))
        yield Diagnostic(
            "unknown-parameter",
            f"the query has no parameter {name}",
            source.file,
            source.source.location(*span),
            hint=f"did you mean {near[0]}?" if near else f"its parameters: {listed}",
        )
