"""The constants that hold queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quern.model.functions import Function
from quern.render.literals import WIDTH, block_string, call, name_set, string, tuple_of
from quern.render.model_view import row_maker
from quern.render.parameters_view import values_maker
from quern.source.statement import Piece, Statement


@dataclass(frozen=True)
class QueryView:
    """The declaration of a query.

    :ivar head: up to what it is made of
    :ivar lines: what it is made of
    :ivar tail: its end
    """

    head: str
    lines: tuple[str, ...]
    tail: str


def query_view(function: Function, place: str) -> QueryView:
    """Return the declaration of a function's query.

    :param place: the file and line where it is written
    """
    maker = "_runtime.Query" if function.is_fixed else "_runtime.Variants"
    row_type = f"{maker}[{function.row_annotation}]"
    head, tail, indent = f"{function.constant}: Final[{row_type}] = {maker}(", ")", 4
    if len(head) > WIDTH:
        head = f"{function.constant}: Final[{row_type}] = ("
        if len(head) <= WIDTH:
            head, tail, indent = f"{head}\n    {maker}(", "    )\n)", 8
        else:
            head = f"{function.constant}: Final[\n    {row_type}\n] = {maker}("
    source = function.query.source
    lines = (
        f"name={string(source.qualified_name)},",
        f"source={string(place)},",
        *_statement(source.statement, indent),
        f"row={row_maker(function)},",
        *_sending(function, indent),
        *_facts(function, indent),
    )
    return QueryView(head, tuple(f"{' ' * indent}{line}" for line in lines), tail)


def _statement(statement: Statement, indent: int) -> Iterator[str]:
    """Yield the text of a statement, in parts where some are optional."""
    if statement.is_fixed:
        yield f"sql={block_string(statement.whole.sql)},"
        return
    space = " " * indent
    parts = "".join(f"{space}    {_part(statement, p, indent + 4)},\n" for p in statement.pieces)
    yield f"parts=(\n{parts}{space}),"
    yield f"parameters={len(statement.parameters)},"


def _part(statement: Statement, piece: Piece, indent: int) -> str:
    words = [block_string(piece.text)]
    if piece.parameters:
        words.append(f"uses={tuple_of([str(n) for n in sorted(piece.parameters)], 0, 0)}")
    if piece.condition:
        words.append(f"condition={statement.conditions.index(piece.condition)}")
    if piece.order is not None:
        words.append(f"order={string(piece.order)}")
    space = " " * indent
    body = "".join(f"{space}    {word},\n" for word in words)
    return f"_runtime.Part(\n{body}{space})"


def _sending(function: Function, indent: int) -> Iterator[str]:
    """Yield how the parameters of many runs are sent."""
    if function.parameters and function.parameters.encodes:
        yield f"values={values_maker(function)},"
    if function.copy:
        words = [string(name) for name in function.copy.types]
        types = tuple_of(words, indent + 4, 1)
        given = [string(function.copy.target), *([types] if words else [])]
        yield call("copy=_runtime.CopyTarget", given, ",", indent)


def _facts(function: Function, indent: int) -> Iterator[str]:
    """Yield what is proven of a query, and not what every query is until it is proven otherwise."""
    effects, cardinality = function.query.effects, function.query.cardinality
    if effects.reads:
        yield _tables("reads", (read.table for read in effects.reads), indent)
    if effects.writes:
        yield _tables("writes", (write.table for write in effects.writes), indent)
    if effects.read_only:
        yield "read_only=True,"
    if effects.idempotent:
        yield "idempotent=True,"
    if effects.opaque:
        yield "opaque=True,"
    if cardinality.rows != "many":
        yield f"rows={string(cardinality.rows)},"
    if function.query.source.role:
        yield f"role={string(function.query.source.role[0])},"


def _tables(name: str, tables: Iterable[str], indent: int) -> str:
    return f"{name}={name_set(sorted(set(tables)), indent + len(name) + 2, indent)},"
