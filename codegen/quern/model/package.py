"""The whole package, from the analysed queries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError

from quern.analysis.analyse import Analysis
from quern.analysis.result import AnalysedQuery
from quern.errors import Diagnostic
from quern.model.functions import function_imports
from quern.model.modules import QueryModule, build_module
from quern.model.schema_modules import CompositeModule, EnumModule, schema_modules
from quern.model.shared_rows import find_shared_rows
from quern.model.table_models import ModelModule, TableModels
from quern.model.types.classes import type_classes
from quern.model.types.mapper import TypeMapper
from quern.model.types.user_types import NO_USER_TYPES, UserTypes
from quern.source.files import Sources


@dataclass(frozen=True)
class Package:
    """All that is to be generated."""

    queries: tuple[QueryModule, ...]
    enums: tuple[EnumModule, ...]
    composites: tuple[CompositeModule, ...]
    models: tuple[ModelModule, ...]


def build_package(
    sources: Sources,
    analysis: Analysis,
    user_types: UserTypes = NO_USER_TYPES,
    *,
    takes_first: bool = False,
) -> tuple[Package, list[Diagnostic]]:
    """Decide what the generated package holds.

    :param user_types: the types that the settings name
    :param takes_first: whether functions take the first of several rows where one is expected
    :returns: the package, of the queries that are sound, and what is wrong with the others
    """
    diagnostics: list[Diagnostic] = []
    modules: list[QueryModule] = []
    by_file: dict[tuple[str, ...], list[AnalysedQuery]] = {}
    for query in analysis.queries:
        by_file.setdefault(query.source.module, []).append(query)
    types = analysis.catalog.types
    classes = type_classes(types.values())
    mapper = TypeMapper(types, classes, user_types)
    tables = TableModels(analysis.catalog, mapper)
    shared = find_shared_rows(q for file in sources.files for q in by_file.get(file.module, []))
    for file in sources.files:
        queries = by_file.get(file.module, [])
        module, found = build_module(file, queries, mapper, tables, shared, takes_first=takes_first)
        modules.append(module)
        diagnostics += found
    needed = {i for m in modules for function in m.functions for i in function_imports(function)}
    needed |= tables.imports()
    models = tables.modules()
    try:
        enums, composites = schema_modules(needed, classes, types, mapper)
    except CycleError as error:
        diagnostics.append(_circle(error, sources))
        enums, composites = (), ()
    diagnostics += _modules_of_same_name(modules, (*enums, *composites, *models))
    return Package(tuple(modules), enums, composites, models), diagnostics


def _modules_of_same_name(
    modules: Iterable[QueryModule], of_schemas: Iterable[EnumModule | CompositeModule | ModelModule]
) -> Iterator[Diagnostic]:
    """Report ``shop.sql`` where types of schema shop need a package of that name."""
    schemas = {module.path[:-1]: module.schema for module in of_schemas}
    for module in modules:
        if module.path in schemas:
            yield Diagnostic(
                "bad-module",
                f"{module.path[-1]} would be a module and, for the types of schema "
                f"{schemas[module.path]}, a package",
                module.file.path,
                hint="rename the file, or move it into a folder",
            )


def _circle(error: CycleError, sources: Sources) -> Diagnostic:
    """Report composite types of two schemas, each of which holds one of the other."""
    names: list[str] = [module.split(".")[1] for module in error.args[1]]
    return Diagnostic(
        "circular-types",
        f"composite types of the schemas {' and '.join(sorted({*names}))} hold each other's, so "
        "that their modules would have to import each other",
        sources.files[0].path,
        hint="move the types into one schema, or cast them in the queries",
    )
