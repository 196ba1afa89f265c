"""Whole modules, as the templates show them."""

from dataclasses import dataclass

from quern.model.functions import (
    Function,
    argument_imports,
    maker_imports,
    result_imports,
    row_imports,
)
from quern.model.modules import QueryModule
from quern.model.rows import Field, RowModel
from quern.model.types.python_type import Import
from quern.render.function_view import FunctionView, function_view
from quern.render.imports import import_lines
from quern.render.literals import docstring
from quern.source.query import Command

_RUNTIME = Import(".", "_runtime")


@dataclass(frozen=True)
class ModuleView:
    """A module of functions."""

    docstring: str
    imports: str
    functions: tuple[FunctionView, ...]


def sync_module(module: QueryModule) -> ModuleView:
    """Return the module with the models, the queries and the plain functions."""
    needed = {_RUNTIME, Import("typing", "Any"), Import("typing", "Final")}
    needed.add(Import("psycopg", "Connection"))
    for function in module.functions:
        needed |= argument_imports(function) | result_imports(function) | row_imports(function.row)
        needed |= maker_imports(function.row)
        needed |= _shape_imports(function, "Generator")
        if _has_maker(function.row):
            needed.add(Import("collections.abc", "Sequence"))
        if function.parameters:
            needed.add(Import("typing", "NamedTuple"))
            if function.parameters.encodes:
                needed.add(Import("collections.abc", "Sequence"))
    shown: set[str] = set()
    return ModuleView(
        docstring=docstring([_title(module)], 0),
        imports="\n".join(import_lines(needed, module.path)),
        functions=tuple(function_view(f, module, shown, is_async=False) for f in module.functions),
    )


def async_module(module: QueryModule) -> ModuleView:
    """Return the module with the coroutines, which shares models and queries with the other."""
    path = ("aio", *module.path)
    needed = {_RUNTIME, Import("typing", "Any"), Import("psycopg", "AsyncConnection")}
    twin = "." + ".".join(module.path)
    for function in module.functions:
        needed |= result_imports(function) | _shape_imports(function, "AsyncGenerator")
        needed.add(Import(twin, function.constant))
        if function.parameters:
            needed.add(Import(twin, function.parameters.name))
        else:
            needed |= argument_imports(function)
        if isinstance(function.row, RowModel):
            needed.add(function.row.home or Import(twin, function.row.name))
    return ModuleView(
        docstring=docstring([f"{_title(module)[:-1]}, for asyncio."], 0),
        imports="\n".join(import_lines(needed, path)),
        functions=tuple(function_view(f, module, set(), is_async=True) for f in module.functions),
    )


def _has_maker(row: RowModel | Field | None) -> bool:
    """Tell whether the module has a function that makes a row."""
    if isinstance(row, RowModel):
        return row.home is None
    return row is not None and row.decode is not None


def _shape_imports(function: Function, generator: str) -> set[Import]:
    """Return what the signature needs for the command's sake."""
    needed = set[Import]()
    if function.parameters:
        needed.add(Import("collections.abc", "Iterable"))
    if function.command is Command.STREAM:
        needed.add(Import("collections.abc", generator))
    if function.query.source.deprecated is not None:
        needed.add(Import("typing_extensions", "deprecated"))
    return needed


def _title(module: QueryModule) -> str:
    return f"Queries of {module.file.path.as_posix()}."
