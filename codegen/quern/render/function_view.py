"""Query functions."""

from dataclasses import dataclass

from quern.model.functions import Argument, Function
from quern.model.modules import QueryModule
from quern.model.rows import RowModel
from quern.render.literals import call, docstring, entry, string, tuple_of
from quern.render.model_view import ModelView, ValueView, model_views, value_view
from quern.render.parameters_view import ParametersView, parameters_view
from quern.render.query_view import QueryView, query_view
from quern.source.query import Command

_CALLS = {
    Command.ONE: "fetch_optional",
    Command.EXACTLY_ONE: "fetch_one",
    Command.MANY: "fetch_all",
    Command.STREAM: "stream",
    Command.EXEC: "execute",
    Command.EXECROWS: "execute_count",
    Command.BATCH: "execute_batch",
    Command.BATCHONE: "fetch_batch_optional",
    Command.BATCHMANY: "fetch_batch_all",
    Command.COPY: "copy_rows",
}
_COPIED_ROWS = "what to load; COPY occupies the connection, so that no query on it can make them"
#: Commands that expect one row at most, of a statement that may give more.
_EXPECTING_ONE = frozenset({Command.ONE, Command.EXACTLY_ONE, Command.BATCHONE})


@dataclass(frozen=True)
class FunctionView:
    """A query and its function.

    :ivar models: the row models that it is the first to use
    :ivar decorators: the lines above its function
    :ivar value: the maker of its value, if its rows are one value that must be made
    :ivar parameters: the class of the parameters of one of many runs
    :ivar query: the constant that holds the query
    """

    name: str
    models: tuple[ModelView, ...]
    value: ValueView | None
    parameters: ParametersView | None
    query: QueryView
    decorators: tuple[str, ...]
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
    source = function.query.source
    line = source.source.line_number(source.name_span[0])
    return FunctionView(
        name=function.name,
        models=model_views(row, shown) if isinstance(row, RowModel) else (),
        value=value_view(function),
        parameters=parameters_view(function),
        query=query_view(function, f"{module.file.path.as_posix()}:{line}"),
        decorators=_decorators(function),
        signature=_signature(function, is_async=is_async),
        docstring=_docstring(function),
        body=_body(function, is_async=is_async),
    )


def _decorators(function: Function) -> tuple[str, ...]:
    reason = function.query.source.deprecated
    return () if reason is None else (call("@deprecated", [string(reason)], "", 0),)


def _signature(function: Function, *, is_async: bool) -> str:
    runner = "StreamRunner" if function.command is Command.STREAM else "Runner"
    if is_async:
        words = [f"conn: AsyncConnection[Any] | _runtime.aio.Async{runner}"]
    else:
        words = [f"conn: Connection[Any] | _runtime.{runner}"]
    if function.parameters:
        words.append(f"rows: Iterable[{function.parameters.name}]")
    elif arguments := _keyword_arguments(function):
        words.append("*")
        words += map(_declared, arguments)
    returned, keyword = function.return_annotation, "async def" if is_async else "def"
    if function.command is Command.STREAM:  # a plain function, which returns a generator
        returned, keyword = f"{'Async' if is_async else ''}Generator[{returned}]", "def"
    return call(f"{keyword} {function.name}", words, f" -> {returned}:", 0)


def _keyword_arguments(function: Function) -> list[Argument]:
    """Return the arguments in the order of the signature: those that must be given come first."""
    arguments = [*function.arguments, *([function.order] if function.order else [])]
    return sorted(arguments, key=lambda argument: argument.default is not None)


def _declared(argument: Argument) -> str:
    default = f" = {argument.default}" if argument.default is not None else ""
    return f"{argument.name}: {argument.annotation}{default}"


def _docstring(function: Function) -> str:
    entries = [
        entry(f"param {argument.name}", argument.text, 4)
        for argument in _keyword_arguments(function)
        if argument.text
    ]
    if function.command is Command.COPY:
        entries.append(entry("param rows", _COPIED_ROWS, 4))
    text = function.query.source.docstring or f"Run the query {function.query.source.name}."
    return docstring([text, "\n".join(entries)], 4)


def _body(function: Function, *, is_async: bool) -> str:
    called = f"_runtime.{'aio.' if is_async else ''}{_call(function)}"
    if is_async and function.command is not Command.STREAM:
        called = f"await {called}"
    head = called if function.command is Command.EXEC else f"return {called}"
    words = ["conn", function.constant if function.is_fixed else "variant"]
    values = [argument.value(argument.name) for argument in function.arguments]
    if function.parameters:
        words.append("rows")
    elif values and function.is_fixed:
        words.append(tuple_of(values, 8, 1))
    elif values:
        words.append(call("variant.used", [tuple_of(values, 12, 1)], "", 8))
    if (
        function.takes_first
        and function.command in _EXPECTING_ONE
        and function.query.cardinality.rows == "many"
    ):
        words.append("first=True")
    run = call(head, words, "", 4)
    return run if function.is_fixed else f"{_choice(function)}\n    {run}"


def _choice(function: Function) -> str:
    """Return the statement that picks the variant to run."""
    words = [
        f"{condition[0].name} is not None"
        if len(condition) == 1
        else call("_runtime.together", [f"{a.name}={a.name}" for a in condition], "", 8)
        for condition in function.conditions
    ]
    if function.order:
        words.append("order=order")
    return call(f"variant = {function.constant}.variant", words, "", 4)


def _call(function: Function) -> str:
    """Return the name of the runtime's function that runs a query."""
    match function.command:
        case Command.ONE if function.always_has_a_row:
            return "fetch_one"
        case Command.BATCHONE if function.always_has_a_row:
            return "fetch_batch_one"
        case Command.BATCH if function.row:
            return "fetch_batch"
        case command:
            return _CALLS[command]
