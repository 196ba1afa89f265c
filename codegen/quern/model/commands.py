"""What each command needs of a statement, and how it runs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from quern.analysis.catalog.catalog import Catalog, PgType
from quern.analysis.commands.copying import CopyObstacle, CopyTarget
from quern.analysis.result import AnalysedQuery
from quern.errors import Severity
from quern.model.functions import CopyCall
from quern.model.types.mapper import TypeMapper
from quern.source.query import Command
from quern.source.span import Location

#: Types of which no value is stored as another in binary form, given the runtime's checks; a real,
#: say, would silently become infinite. If there are others too, COPY gets all as text.
_BINARY = frozenset(
    {
        *("bool", "int2", "int4", "int8", "float8", "numeric", "text", "varchar"),
        *("bytea", "date", "time", "timestamp", "timestamptz", "uuid", "json", "jsonb"),
    }
)
_JSON = frozenset({"json", "jsonb"})


@dataclass(frozen=True)
class Misfit:
    """What a command needs and a statement has not."""

    code: str
    message: str
    hint: str
    location: Location
    severity: Severity = "error"


def find_misfit(query: AnalysedQuery) -> Misfit | None:
    """Return what keeps a command from running a statement, if anything does."""
    command = query.source.command
    place = query.source.command_location
    if command.returns_rows and not query.columns:
        other = ":batch" if command.takes_rows else ":exec or :execrows"
        return Misfit(
            "no-result",
            f":{command.value} returns rows, but the statement returns none",
            f"add RETURNING, or use {other}",
            place,
        )
    if command.takes_rows and not query.parameters:
        return Misfit(
            "no-parameters",
            f":{command.value} runs the statement with many parameters, but it has none",
            "write parameters such as :name, or use a command that runs it once",
            place,
        )
    if command.takes_rows and not query.source.statement.is_fixed:
        return Misfit(
            "no-optional-parts",
            f":{command.value} runs one statement many times, but this one has optional parts",
            "write one query without -- @if and -- @order, or use a command that runs it once",
            place,
        )
    if query.stream_obstacle is not None:
        return Misfit(
            "not-streamable",
            f":stream reads by a cursor, which cannot read this: {query.stream_obstacle}",
            "use :many",
            place,
        )
    if isinstance(query.copy, CopyObstacle):
        to_file = query.source.offsets.to_file
        location = query.source.source.location(to_file(query.copy.start), to_file(query.copy.end))
        return Misfit("not-copyable", query.copy.message, query.copy.hint, location)
    return None


def find_doubt(query: AnalysedQuery, *, takes_first: bool) -> Misfit | None:
    """Return what is allowed, and yet may not be meant.

    :param takes_first: whether the first of several rows is taken where one is expected
    """
    source, cardinality = query.source, query.cardinality
    if isinstance(query.copy, CopyTarget) and query.copy.secured:
        return Misfit(
            "copy-secured",
            f"{source.name} works only for roles that row-level security does not apply to, such "
            "as the table's owner: the server refuses COPY to all others",
            "use :batch for those",
            source.command_location,
            "warning",
        )
    if source.command not in {Command.ONE, Command.EXACTLY_ONE, Command.BATCHONE}:
        return None
    if cardinality.rows == "many" and not takes_first:
        several = ":batchmany" if source.command is Command.BATCHONE else ":many"
        return Misfit(
            "one-of-many",
            f"{source.name} may give several rows: {cardinality.why}",
            f"add what fixes a unique key, or LIMIT 1, or use {several}; at run time more than one "
            "row is an error",
            source.command_location,
            "warning",
        )
    if (
        len(query.columns) == 1
        and query.columns[0].nullable
        and not source.returns
        and cardinality.rows != "exactly_one"
        and source.command is not Command.EXACTLY_ONE
    ):
        return Misfit(
            "ambiguous-none",
            f"None from {source.name} can mean no row, or NULL: {query.columns[0].why}",
            "select another column too, or give the row a name with -- @returns",
            source.name_location,
            "warning",
        )
    return None


def copy_call(query: AnalysedQuery, types: TypeMapper, catalog: Catalog) -> CopyCall | None:
    """Return how the rows of a ``:copy`` are loaded.

    They go in binary form, which is several times as fast, if all types are such that every value
    can be checked; else as text, which the server reads and checks itself.
    """
    if query.copy is None or isinstance(query.copy, CopyObstacle):
        return None
    names: list[str] = []
    for parameter in query.parameters:
        name = _binary_name(parameter.type, catalog.types)
        if name is None or (types.of_parameter(parameter).encode and name not in _JSON):
            return CopyCall(query.copy.text, ())
        names.append(name)
    return CopyCall(query.copy.text, tuple(names))


def _binary_name(pg_type: PgType, types: Mapping[int, PgType]) -> str | None:
    """Return the name of the type whose binary form is sent: an enum's is that of its label."""
    while pg_type.kind == "domain":
        pg_type = types[pg_type.base]
    if pg_type.kind == "enum":
        return "text"
    known = pg_type.schema == "pg_catalog" and pg_type.name in _BINARY
    return pg_type.name if known else None
