"""What the templates show, laid out in lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quern.model.functions import Function
from quern.model.package import (
    EnumClass,
    EnumModule,
    QueryModule,
    argument_imports,
    result_imports,
    row_imports,
)
from quern.model.rows import Field, RowModel
from quern.model.types import Import
from quern.render.imports import import_lines
from quern.render.literals import (
    WIDTH,
    block_string,
    call,
    conditional,
    docstring,
    entry,
    string,
)
from quern.source.query import Command

_CALLS = {
    Command.ONE: "fetch_optional",
    Command.MANY: "fetch_all",
    Command.EXEC: "execute",
    Command.EXECROWS: "execute_count",
}
_RUNTIME = Import(".", "_runtime")
#: So many queries of a row are named in its docstring; of more, the first.
_NAMED_USERS = 2


@dataclass(frozen=True)
class ModelView:
    """A row model.

    :ivar maker: the name of the function that makes a row of what the server sends
    :ivar maker_signature: the first lines of that function
    """

    name: str
    docstring: str
    fields: tuple[str, ...]
    maker_signature: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class FunctionView:
    """A query and its function.

    :ivar model: the row model that it is the first to use
    :ivar value: of a row with one value that must be made of what psycopg loads
    :ivar value_signature: the first lines of the function that makes it
    :ivar declaration: the query's declaration up to what it is made of, that, and its end
    """

    name: str
    model: ModelView | None
    value: str | None
    value_signature: str
    declaration: tuple[str, Sequence[str], str]
    signature: str
    docstring: str
    body: str


@dataclass(frozen=True)
class ModuleView:
    """A module of functions."""

    docstring: str
    imports: str
    functions: tuple[FunctionView, ...]


@dataclass(frozen=True)
class EnumView:
    """An enum class."""

    name: str
    docstring: str
    members: tuple[str, ...]


def sync_module(module: QueryModule) -> ModuleView:
    """Return the module with the models, the queries and the plain functions."""
    needed = {_RUNTIME, Import("typing", "Any"), Import("typing", "Final")}
    needed.add(Import("psycopg", "Connection"))
    for function in module.functions:
        needed |= argument_imports(function) | result_imports(function) | row_imports(function.row)
        if isinstance(function.row, RowModel) or (function.row and function.row.decode):
            needed.add(Import("collections.abc", "Sequence"))
    shown: set[str] = set()
    return ModuleView(
        docstring=docstring([_title(module)], 0),
        imports="\n".join(import_lines(needed, module.path)),
        functions=tuple(_function(f, module, shown, is_async=False) for f in module.functions),
    )


def async_module(module: QueryModule) -> ModuleView:
    """Return the module with the coroutines, which shares models and queries with the other."""
    path = ("aio", *module.path)
    needed = {_RUNTIME, Import("typing", "Any"), Import("psycopg", "AsyncConnection")}
    twin = "." + ".".join(module.path)
    for function in module.functions:
        needed |= argument_imports(function) | result_imports(function)
        needed.add(Import(twin, function.constant))
        if isinstance(function.row, RowModel):
            needed.add(Import(twin, function.row.name))
    return ModuleView(
        docstring=docstring([f"{_title(module)[:-1]}, for asyncio."], 0),
        imports="\n".join(import_lines(needed, path)),
        functions=tuple(_function(f, module, set(), is_async=True) for f in module.functions),
    )


def enum_views(module: EnumModule) -> tuple[tuple[EnumView, ...], str]:
    """Return the enum classes of a schema, and the docstring of their module."""
    views = tuple(_enum(enum_class) for enum_class in module.classes)
    return views, docstring([f"Enum types of schema {module.schema}."], 0)


def _title(module: QueryModule) -> str:
    return f"Queries of {module.file.path.as_posix()}."


def _function(
    function: Function, module: QueryModule, shown: set[str], *, is_async: bool
) -> FunctionView:
    row = function.row
    model = None
    if isinstance(row, RowModel) and row.name not in shown:
        shown.add(row.name)
        model = _model(row)
    value = _value(row) if isinstance(row, Field) and row.decode else None
    source = function.query.source
    line = source.source.line_number(source.name_span[0])
    return FunctionView(
        name=function.name,
        model=model,
        value=value,
        value_signature=_maker_signature(_value_maker(function), function.row_annotation),
        declaration=_declaration(function, f"{module.file.path.as_posix()}:{line}"),
        signature=_signature(function, is_async=is_async),
        docstring=_docstring(function),
        body=_body(function, is_async=is_async),
    )


def _row_maker(function: Function) -> str:
    if function.row is None:
        return "_runtime.no_row"
    if isinstance(function.row, RowModel):
        return _maker(function.row)
    return _value_maker(function) if function.row.decode else "_runtime.scalar"


def _value_maker(function: Function) -> str:
    return f"_{function.query.source.name}_value"


def _maker(row: RowModel) -> str:
    return f"_make_{_snake(row.name)}"


def _maker_signature(name: str, row: str) -> str:
    return call(f"def {name}", ["values: Sequence[Any]"], f" -> {row}:", 0)


def _value(field: Field) -> str:
    """Return the statement that makes the one value of a row."""
    line = f"return {field.value('values[0]')}"
    if len(line) + 4 <= WIDTH or " if " not in line:
        return line
    broken = conditional(" " * WIDTH + line.removeprefix("return "), 8).strip()
    return f"return (\n        {broken}\n    )"


def _declaration(function: Function, place: str) -> tuple[str, Sequence[str], str]:
    source = function.query.source
    row_type = f"_runtime.Query[{function.row_annotation}]"
    head, tail, space = f"{function.constant}: Final[{row_type}] = _runtime.Query(", ")", "    "
    if len(head) > WIDTH:
        head = f"{function.constant}: Final[{row_type}] = ("
        if len(head) <= WIDTH:
            head, tail, space = f"{head}\n    _runtime.Query(", "    )\n)", " " * 8
        else:
            head = f"{function.constant}: Final[\n    {row_type}\n] = _runtime.Query("
    lines = (
        f"{space}name={string(source.qualified_name)},",
        f"{space}source={string(place)},",
        f"{space}sql={block_string(source.sql)},",
        f"{space}row={_row_maker(function)},",
    )
    return head, lines, tail


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _model(row: RowModel) -> ModelView:
    comments = [
        entry(f"ivar {field.name}", field.comment, 4) for field in row.fields if field.comment
    ]
    return ModelView(
        name=row.name,
        docstring=docstring([f"A row of {_users(row.queries)}.", "\n".join(comments)], 4),
        fields=tuple(f"{field.name}: {field.annotation}" for field in row.fields),
        maker_signature=_maker_signature(_maker(row), row.name),
        values=tuple(
            conditional(f"{string(field.name)}: {field.value(f'values[{index}]')},", 12)
            for index, field in enumerate(row.fields)
        ),
    )


def _users(queries: Sequence[str]) -> str:
    if len(queries) <= _NAMED_USERS:
        return " and ".join(queries)
    return f"{queries[0]} and {len(queries) - 1} other queries"


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


def _enum(enum_class: EnumClass) -> EnumView:
    comment = enum_class.type.comment or f"Values of {enum_class.type.display}."
    return EnumView(
        name=enum_class.name,
        docstring=docstring([comment], 4),
        members=tuple(f"{name} = {string(label)}" for name, label in enum_class.members),
    )
