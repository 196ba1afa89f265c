"""Whole modules, as the templates show them."""

from dataclasses import dataclass

from quern.model.package import (
    EnumClass,
    EnumModule,
    QueryModule,
    argument_imports,
    result_imports,
    row_imports,
)
from quern.model.rows import RowModel
from quern.model.types import Import
from quern.render.function_view import FunctionView, function_view
from quern.render.imports import import_lines
from quern.render.literals import docstring, string

_RUNTIME = Import(".", "_runtime")


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
        functions=tuple(function_view(f, module, shown, is_async=False) for f in module.functions),
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
        functions=tuple(function_view(f, module, set(), is_async=True) for f in module.functions),
    )


def enum_views(module: EnumModule) -> tuple[tuple[EnumView, ...], str]:
    """Return the enum classes of a schema, and the docstring of their module."""
    views = tuple(_enum(enum_class) for enum_class in module.classes)
    return views, docstring([f"Enum types of schema {module.schema}."], 0)


def _title(module: QueryModule) -> str:
    return f"Queries of {module.file.path.as_posix()}."


def _enum(enum_class: EnumClass) -> EnumView:
    comment = enum_class.type.comment or f"Values of {enum_class.type.display}."
    return EnumView(
        name=enum_class.name,
        docstring=docstring([comment], 4),
        members=tuple(f"{name} = {string(label)}" for name, label in enum_class.members),
    )
