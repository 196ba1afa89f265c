"""Queries to what is known of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.cardinality.cardinality import Cardinality, find_cardinality
from quern.analysis.catalog.catalog import Catalog, read_catalog
from quern.analysis.effects.effects import effects_of
from quern.analysis.mistakes import explain
from quern.analysis.nullability.joins import UnknownNodeError
from quern.analysis.nullability.prover import Prover
from quern.analysis.nullability.verdict import Verdict, doubtful
from quern.analysis.parameters.query_parameters import query_parameters, unknown_notes
from quern.analysis.result import AnalysedQuery, Column
from quern.analysis.server import Description, Refusal, describe, lost_connection_reported
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.node_enums import CommandType
from quern.analysis.tree.nodetree import Node, Value, read_tree
from quern.connection import Connection
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


#: The rules follow an expression as deep as Python's recursion limit lets them.
_TOO_DEEP = "an expression is nested too deep to be judged"


@dataclass(frozen=True)
class Analysis:
    """What is known of the queries, the catalogue behind it, and what is wrong."""

    queries: tuple[AnalysedQuery, ...]
    catalog: Catalog
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class _Described:
    """A query with what the server says, its tree read.

    :ivar tree: of the query whose result the client sees
    :ivar trees: of all queries that rules make of it
    :ivar contents: of the same
    """

    source: SourceQuery
    description: Description
    tree: Node | None
    trees: tuple[Node, ...]
    contents: Contents


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
            tree = read_tree(answer.tree)
            trees = rewritten_queries(tree)
            contents = find_contents(trees)
            described.append(_Described(query, answer, main_query(tree), trees, contents))
    with lost_connection_reported():
        catalog = _catalog(connection, described)
        tables = [row[0] for row in connection.execute(_TABLES)] if refused else []
    analysed = tuple(_analysed(entry, catalog) for entry in described)
    diagnostics += (d for query in analysed for d in unknown_notes(query.source, query.parameters))
    return Analysis(
        queries=analysed,
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


def rewritten_queries(tree: Value) -> tuple[Node, ...]:
    """Return all queries of a rewritten tree: rules may make several of one, or none."""
    queries = tree if isinstance(tree, tuple) else (tree,)
    return tuple(query for query in queries if isinstance(query, Node))


def main_query(tree: Value) -> Node | None:
    """Return the query of a rewritten tree whose result the client sees.

    A rule may have made several of one, or none.
    """
    for query in rewritten_queries(tree):
        if query.text("canSetTag") == "true":
            return query
    return None


def _catalog(connection: Connection, described: Sequence[_Described]) -> Catalog:
    types: set[int] = set()
    relations: set[int] = set()
    functions: set[int] = set()
    operators: set[int] = set()
    conversions: set[int] = set()
    for entry in described:
        types.update(entry.description.parameter_types)
        types.update(column.type for column in entry.description.columns)
        relations.update(column.table for column in entry.description.columns if column.table)
        relations.update(entry.contents.relations)
        functions.update(entry.contents.functions)
        operators.update(entry.contents.operators)
        conversions.update(entry.contents.read_types, entry.contents.made_types)
    return read_catalog(connection, types, relations, functions, operators, conversions)


def _analysed(entry: _Described, catalog: Catalog) -> AnalysedQuery:
    types = entry.description.parameter_types
    parameters = query_parameters(entry.source, types, entry.trees, catalog)
    given = frozenset(n for n, parameter in enumerate(parameters, 1) if not parameter.nullable)
    return AnalysedQuery(
        source=entry.source,
        columns=_columns(entry, catalog, given),
        parameters=parameters,
        effects=effects_of(entry.contents, catalog),
        cardinality=_cardinality(entry, Prover(catalog, given)),
    )


def _cardinality(entry: _Described, prover: Prover) -> Cardinality:
    """Return how many rows the client gets; of utility statements only some have any."""
    if entry.tree is None:
        return Cardinality("none", "a rule does something else instead")
    if entry.tree.number("commandType") == CommandType.UTILITY and not entry.description.columns:
        return Cardinality("none", "a utility statement without a result")
    try:
        return find_cardinality(entry.tree, prover)
    except RecursionError:
        return Cardinality("many", _TOO_DEEP)


def _columns(
    entry: _Described, catalog: Catalog, non_null_parameters: frozenset[int]
) -> tuple[Column, ...]:
    described = entry.description.columns
    verdicts: tuple[Verdict, ...] = ()
    why = "the statement cannot be analysed"  # a utility one, or rules make several of it
    if entry.tree is not None:
        try:
            verdicts = Prover(catalog, non_null_parameters).outputs(entry.tree)
        except RecursionError:
            why = _TOO_DEEP
        except UnknownNodeError as error:
            why = f"its FROM holds what is not known: {error}"
    if len(verdicts) != len(described):
        verdicts = tuple(doubtful(why) for _ in described)
    columns: list[Column] = []
    for column, verdict in zip(described, verdicts, strict=True):
        relation = catalog.relations.get(column.table)
        attribute = relation.attributes.get(column.attribute) if relation else None
        pg_type = catalog.types[column.type]
        is_array = pg_type.kind == "array"
        columns.append(
            Column(
                name=column.name,
                type=pg_type,
                nullable=not verdict.never_null,
                why=verdict.why,
                elements_nullable=not verdict.no_null_elements if is_array else None,
                origin=f"{relation.display}.{attribute.name}" if relation and attribute else None,
                comment=attribute.comment if attribute else None,
            )
        )
    return tuple(columns)
