"""Queries to what is known of them."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quern.analysis.asking import Roles, ask_queries
from quern.analysis.cardinality.cardinality import Cardinality, find_cardinality
from quern.analysis.catalog.catalog import Catalog, read_catalog
from quern.analysis.column_notes import heed_notes
from quern.analysis.commands.copying import find_copy
from quern.analysis.commands.streaming import find_stream_obstacle
from quern.analysis.effects.effects import effects_of
from quern.analysis.embedded_rows import embed_rows
from quern.analysis.mistakes import explain_all
from quern.analysis.nullability.joins import UnknownNodeError
from quern.analysis.nullability.prover import Prover
from quern.analysis.nullability.verdict import Verdict, doubtful
from quern.analysis.parameters.query_parameters import query_parameters, unknown_notes
from quern.analysis.protected_settings import report_protected_settings
from quern.analysis.result import AnalysedQuery, Column
from quern.analysis.rights import Right, needed_rights, report_missing_rights
from quern.analysis.server import Description, Refusal, ResultColumn, lost_connection_reported
from quern.analysis.tree.contents import Contents, find_contents
from quern.analysis.tree.node_enums import CommandType
from quern.analysis.tree.nodetree import Node, read_tree
from quern.analysis.tree.rewritten import main_query, rewritten_queries
from quern.analysis.variants import combine
from quern.connection import Connection
from quern.errors import Diagnostic
from quern.source.query import Command, SourceQuery
from quern.source.statement import Variant

_log = logging.getLogger(__name__)


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
    """A statement of a query with what the server says, its tree read.

    :ivar tree: of the query whose result the client sees
    :ivar trees: of all queries that rules make of it
    :ivar contents: of the same
    """

    source: SourceQuery
    variant: Variant
    description: Description
    tree: Node | None
    trees: tuple[Node, ...]
    contents: Contents

    @property
    def columns(self) -> tuple[ResultColumn, ...]:
        """The result columns."""
        return self.description.columns


def analyse(
    connection: Connection,
    queries: Sequence[SourceQuery],
    roles: Roles | None = None,
    protected_settings: Sequence[str] = (),
) -> Analysis:
    """Ask the server about all queries.

    :param connection: one made by :func:`quern.analysis.server.open_session`
    :param roles: of the queries; without them, all are those of the role that asks
    :param protected_settings: what no query may set
    :raises DatabaseError: if the server goes away or its trees do not arrive
    """
    described: list[list[_Described]] = []
    refused: list[tuple[SourceQuery, Variant, Refusal]] = []
    diagnostics: list[Diagnostic] = []
    roles = roles or Roles()
    for query, answers in ask_queries(connection, queries, roles, diagnostics):
        entries: list[_Described] = []
        for variant, answer in answers:
            if isinstance(answer, Refusal):
                refused.append((query, variant, answer))
                break  # most often, all variants have the same mistake
            if len(answer.parameter_types) < len(query.parameters):
                diagnostics.append(_without_parameters(query, len(answer.parameter_types)))
                break
            entries.append(_described(query, variant, answer))
        else:
            described.append(entries)
            trees = (tree for entry in entries for tree in entry.trees)
            diagnostics += report_protected_settings(query, trees, protected_settings)
    with lost_connection_reported():
        catalog = _catalog(connection, [entry for entries in described for entry in entries])
        explained = explain_all(connection, refused)
        diagnostics += report_missing_rights(connection, list(_needed(described, roles)))
    analysed: list[AnalysedQuery] = []
    for entries in described:
        found, mistakes = _analysed(entries, catalog)
        analysed.append(found)
        diagnostics += mistakes
        diagnostics += unknown_notes(found.source, found.parameters)
    return Analysis(tuple(analysed), catalog, (*diagnostics, *explained))


def _needed(
    described: Iterable[Sequence[_Described]], roles: Roles
) -> Iterator[tuple[SourceQuery, str, set[Right]]]:
    """Yield the queries that are meant for a role, with that and the rights they take."""
    for entries in described:
        source = entries[0].source
        role = roles.of(source)
        if role is not None:
            rights = (needed_rights(entry.contents) for entry in entries)
            yield source, role, set[Right]().union(*rights)


def _described(query: SourceQuery, variant: Variant, description: Description) -> _Described:
    tree = read_tree(description.tree)
    trees = rewritten_queries(tree)
    return _Described(query, variant, description, main_query(tree), trees, find_contents(trees))


def _without_parameters(query: SourceQuery, index: int) -> Diagnostic:
    """Report a parameter in a definition (``CREATE VIEW``, say), which the server never sets."""
    return Diagnostic(
        "parameter-in-definition",
        "a definition cannot take parameters",
        query.file,
        query.parameter_location(index),
        hint="write the value itself",
    )


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


def _analysed(
    entries: Sequence[_Described], catalog: Catalog
) -> tuple[AnalysedQuery, tuple[Diagnostic, ...]]:
    """Return what is known of a query by all its variants, and what is wrong with it."""
    found: list[tuple[Variant, AnalysedQuery]] = []
    for entry in entries:
        query, diagnostics = _analysed_variant(entry, catalog)
        if diagnostics:
            return query, diagnostics
        found.append((entry.variant, query))
    return combine(found)


def _analysed_variant(
    entry: _Described, catalog: Catalog
) -> tuple[AnalysedQuery, tuple[Diagnostic, ...]]:
    types = entry.description.parameter_types
    parameters = query_parameters(entry.source, types, entry.trees, catalog)
    given = frozenset(n for n, parameter in enumerate(parameters, 1) if not parameter.nullable)
    command = entry.source.command
    prover = Prover(catalog, given)
    verdicts, why = _verdicts(entry, prover)
    _report_unknown(entry.source, {*entry.contents.unknown_tags, *prover.unknown_tags})
    columns = _columns(entry, catalog, verdicts or (doubtful(why),) * len(entry.columns))
    embedding = embed_rows(entry.source, entry.variant, entry.tree, columns, verdicts)
    noted, mistakes = heed_notes(entry.source, entry.tree, embedding.columns, catalog)
    query = AnalysedQuery(
        source=entry.source,
        columns=noted,
        parameters=parameters,
        effects=effects_of(entry.contents, catalog),
        cardinality=_cardinality(entry, prover),
        embedded=embedding.rows,
        stream_obstacle=find_stream_obstacle(entry.trees) if command is Command.STREAM else None,
        copy=find_copy(entry.source, entry.trees, catalog) if command is Command.COPY else None,
    )
    return query, (*embedding.diagnostics, *mistakes)


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


def _verdicts(entry: _Described, prover: Prover) -> tuple[tuple[Verdict, ...], str]:
    """Return the verdicts on the columns; or none, and why there are none."""
    why = "the statement cannot be analysed"  # a utility one, or rules make several of it
    if entry.tree is None:
        return (), why
    try:
        verdicts = prover.outputs(entry.tree)
    except RecursionError:
        return (), _TOO_DEEP
    except UnknownNodeError as error:
        return (), f"its FROM holds what is not known: {error}"
    return (verdicts, "") if len(verdicts) == len(entry.columns) else ((), why)


def _columns(
    entry: _Described, catalog: Catalog, verdicts: Sequence[Verdict]
) -> tuple[Column, ...]:
    columns: list[Column] = []
    for column, verdict in zip(entry.columns, verdicts, strict=True):
        relation = catalog.relations.get(column.table)
        attribute = relation.attributes.get(column.attribute) if relation else None
        pg_type = catalog.types[column.type]
        is_array = pg_type.kind == "array"
        columns.append(
            Column(
                name=column.name,
                type=pg_type,
                declared=catalog.types[attribute.type] if attribute else pg_type,
                nullable=not verdict.never_null,
                why=verdict.why,
                elements_nullable=not verdict.no_null_elements if is_array else None,
                dimensions=attribute.dimensions if attribute else 1,
                origin=f"{relation.display}.{attribute.name}" if relation and attribute else None,
                comment=attribute.comment if attribute else None,
                table=column.table,
                attribute=column.attribute,
            )
        )
    return tuple(columns)


def _report_unknown(source: SourceQuery, tags: Iterable[str]) -> None:
    """Log the nodes that no rule knows: what is made of them may be NULL, for all that is known."""
    for tag in sorted(tags):
        place = f"{source.file}:{source.name_location.line}"
        _log.debug("%s: %s holds %s, for which there is no rule", place, source.name, tag)
