"""Queries to what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.assignments import assigned_relation, nullable_parameters
from quern.analysis.catalog import Catalog, read_catalog
from quern.analysis.mistakes import explain
from quern.analysis.nodetree import Node, Value, read_tree
from quern.analysis.nullability import never_null, sole_relation, target_list
from quern.analysis.result import AnalysedQuery, Column, QueryParameter
from quern.analysis.server import Description, Refusal, describe, lost_connection_reported
from quern.database import Connection
from quern.errors import Diagnostic
from quern.source.query import SourceQuery

_TABLES = """
SELECT n.nspname || '.' || c.relname
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
ORDER BY 1
"""


@dataclass(frozen=True)
class Analysis:
    """What is known of the queries, the catalogue behind it, and what is wrong."""

    queries: tuple[AnalysedQuery, ...]
    catalog: Catalog
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Described:
    """A query with what the server says, its tree read."""

    source: SourceQuery
    description: Description
    tree: Node | None


def analyse(connection: Connection, queries: Sequence[SourceQuery]) -> Analysis:
    """Ask the server about all queries.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    :raises DatabaseError: if the server goes away or its trees do not arrive
    """
    answers = describe(connection, (query.sql for query in queries))
    described: list[_Described] = []
    refused: list[tuple[SourceQuery, Refusal]] = []
    diagnostics: list[Diagnostic] = []
    for query, answer in zip(queries, answers, strict=True):
        if isinstance(answer, Refusal):
            refused.append((query, answer))
        elif len(answer.parameter_types) < len(query.parameters):
            diagnostics.append(_without_parameters(query, len(answer.parameter_types)))
        else:
            described.append(_Described(query, answer, main_query(read_tree(answer.tree))))
    with lost_connection_reported():
        catalog = _catalog(connection, described)
        tables = [row[0] for row in connection.execute(_TABLES)] if refused else []
    return Analysis(
        queries=tuple(_analysed(entry, catalog) for entry in described),
        catalog=catalog,
        diagnostics=(
            *diagnostics,
            *(explain(query, refusal, tables) for query, refusal in refused),
        ),
    )


def _without_parameters(query: SourceQuery, index: int) -> Diagnostic:
    """Report a parameter in a definition (``CREATE VIEW``, say), which the server never sets."""
    return Diagnostic(
        "parameter-in-definition",
        "a definition cannot take parameters",
        query.file,
        query.parameter_location(index),
        hint="write the value itself",
    )


def main_query(tree: Value) -> Node | None:
    """Return the query of a rewritten tree whose result the client sees.

    A rule may have made several of one, or none.
    """
    queries = tree if isinstance(tree, tuple) else (tree,)
    for query in queries:
        if isinstance(query, Node) and query.text("canSetTag") == "true":
            return query
    return None


def _catalog(connection: Connection, described: Sequence[_Described]) -> Catalog:
    types: set[int] = set()
    relations: set[int] = set()
    for entry in described:
        types.update(entry.description.parameter_types)
        types.update(column.type for column in entry.description.columns)
        relations.update(column.table for column in entry.description.columns if column.table)
        if entry.tree is not None:
            sole, assigned = sole_relation(entry.tree), assigned_relation(entry.tree)
            relations.update(oid for oid in (sole and sole.oid, assigned) if oid)
    return read_catalog(connection, types, relations)


def _analysed(entry: _Described, catalog: Catalog) -> AnalysedQuery:
    return AnalysedQuery(entry.source, _columns(entry, catalog), _parameters(entry, catalog))


def _columns(entry: _Described, catalog: Catalog) -> tuple[Column, ...]:
    described = entry.description.columns
    targets = target_list(entry.tree) if entry.tree is not None else ()
    proven = [False] * len(described)
    if entry.tree is not None and len(targets) == len(described):
        proven = [never_null(entry.tree, target, catalog) for target in targets]
    columns: list[Column] = []
    for column, not_null in zip(described, proven, strict=True):
        relation = catalog.relations.get(column.table)
        attribute = relation.attributes.get(column.attribute) if relation else None
        columns.append(
            Column(
                name=column.name,
                type=catalog.types[column.type],
                nullable=not not_null,
                comment=attribute.comment if attribute else None,
            )
        )
    return tuple(columns)


def _parameters(entry: _Described, catalog: Catalog) -> tuple[QueryParameter, ...]:
    inferred = (
        nullable_parameters(entry.tree, catalog) if entry.tree is not None else frozenset[int]()
    )
    parameters: list[QueryParameter] = []
    types = entry.description.parameter_types
    for number, (written, oid) in enumerate(zip(entry.source.parameters, types, strict=True), 1):
        note = entry.source.parameter_notes.get(written.name)
        said = note.nullable if note else None
        parameters.append(
            QueryParameter(
                name=written.name,
                type=catalog.types[oid],
                nullable=number in inferred if said is None else said,
                text=note.text if note else "",
            )
        )
    return tuple(parameters)
