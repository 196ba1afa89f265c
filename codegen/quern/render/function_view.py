"""Query functions."""

from dataclasses import dataclass

from quern.model.functions import Function
from quern.model.package import QueryModule
from quern.model.rows import RowModel
from quern.render.literals import WIDTH, call, conditional, docstring, entry
from quern.render.model_view import ModelView, ValueView, model_view, value_view
from quern.render.query_view import QueryView, query_view
from quern.source.query import Command

_CALLS = {
    Command.ONE: "fetch_optional",
    Command.MANY: "fetch_all",
    Command.EXEC: "execute",
    Command.EXECROWS: "execute_count",
}


@dataclass(frozen=True)
class FunctionView:
    """A query and its function.

    :ivar model: the row model that it is the first to use
    :ivar value: the maker of its value, if its rows are one value that must be made
    :ivar query: the constant that holds the query
    """

    name: str
    model: ModelView | None
    value: ValueView | None
    query: QueryView
    signature: str
    docstring: str
    body: str


def function_view(
    function: Function, module: QueryModule, shown: set[str], *, is_async: bool
) -> FunctionView:
    """Return a query, its function, and what must stand before them.

    :param shown: the row models that stand in the module already; what is added is added to it
    """
    row = function.row
    model = None
    if isinstance(row, RowModel) and row.name not in shown:
        shown.add(row.name)
        model = model_view(row)
    source = function.query.source
    line = source.source.line_number(source.name_span[0])
    return FunctionView(
        name=function.name,
        model=model,
        value=value_view(function),
        query=query_view(function, f"{module.file.path.as_posix()}:{line}"),
        signature=_signature(function, is_async=is_async),
        docstring=_docstring(function),
        body=_body(function, is_async=is_async),
    )


def _signature(function: Function, *, is_async: bool) -> str:
    if is_async:
        connection = "conn: AsyncConnection[Any] | _runtime.aio.AsyncRunner"
    else:
        connection = "conn: Connection[Any] | _runtime.Runner"
    arguments = [f"{argument.name}: {argument.annotation}" for argument in function.arguments]
    head = f"{'async ' if is_async else ''}def {function.name}"
    words = [connection, *(["*", *arguments] if arguments else [])]
    return call(head, words, f" -> {function.return_annotation}:", 0)


def _docstring(function: Function) -> str:
    entries = [
        entry(f"param {argument.name}", argument.text, 4)
        for argument in function.arguments
        if argument.text
    ]
    text = function.query.source.docstring or f"Run the query {function.query.source.name}."
    return docstring([text, "\n".join(entries)], 4)


def _body(function: Function, *, is_async: bool) -> str:
    name = _CALLS[function.command]
    if function.command is Command.ONE and function.always_has_a_row:
        name = "fetch_one"
    called = f"await _runtime.aio.{name}" if is_async else f"_runtime.{name}"
    head = called if function.command is Command.EXEC else f"return {called}"
    words = ["conn", function.constant]
    if function.arguments:
        values = [argument.value for argument in function.arguments]
        line = f"({', '.join(values)}{',' if len(values) == 1 else ''})"
        # As an argument on a line of its own, it may have to be laid out further.
        broken = [conditional(f"{value},", 12)[:-1] for value in values]
        words.append(line if len(line) + 9 <= WIDTH else call("", broken, "", 8))
    return call(head, words, "", 4)
