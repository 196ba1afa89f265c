"""Modules, and the whole package from the analysed queries."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from graphlib import CycleError

from quern.analysis.analyse import Analysis
from quern.analysis.result import AnalysedQuery, Column, QueryParameter
from quern.errors import Diagnostic, Severity
from quern.model.functions import Function, function_name, make_arguments
from quern.model.naming import class_name, distinct, python_name
from quern.model.rows import Field, RowModel, make_fields
from quern.model.schema_modules import CompositeModule, EnumModule, schema_modules
from quern.model.types.classes import class_aliases, type_classes
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import IMPORTED_NAMES, Import, UnsupportedTypeError
from quern.model.types.user_types import NO_USER_TYPES, UserTypes
from quern.model.unsupported import column_hint, parameter_hint, unsupported
from quern.source.files import QueryFile, Sources
from quern.source.query import Command
from quern.source.span import Location


@dataclass(frozen=True)
class QueryModule:
    """The functions of one query file.

    :ivar path: the folders and the name of the module
    :ivar functions: in the order of the file
    """

    path: tuple[str, ...]
    file: QueryFile
    functions: tuple[Function, ...]

    @property
    def models(self) -> tuple[RowModel, ...]:
        """The row models, in the order of first use."""
        found = {f.row.name: f.row for f in self.functions if isinstance(f.row, RowModel)}
        return tuple(found.values())


@dataclass(frozen=True)
class Package:
    """All that is to be generated."""

    queries: tuple[QueryModule, ...]
    enums: tuple[EnumModule, ...]
    composites: tuple[CompositeModule, ...]


def build_package(
    sources: Sources, analysis: Analysis, user_types: UserTypes = NO_USER_TYPES
) -> tuple[Package, list[Diagnostic]]:
    """Decide what the generated package holds.

    :param user_types: the types that the settings name
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
    for file in sources.files:
        builder = _ModuleBuilder(file, by_file.get(file.module, []), mapper)
        modules.append(builder.build())
        diagnostics += builder.diagnostics
    needed = {i for m in modules for function in m.functions for i in function_imports(function)}
    try:
        enums, composites = schema_modules(needed, classes, types, mapper)
    except CycleError as error:
        diagnostics.append(_circle(error, sources))
        enums, composites = (), ()
    diagnostics += _modules_of_same_name(modules, (*enums, *composites))
    return Package(tuple(modules), enums, composites), diagnostics


class _ModuleBuilder:
    """Builds the module of one file, and notes what is wrong with its queries."""

    def __init__(
        self, file: QueryFile, queries: Sequence[AnalysedQuery], mapper: TypeMapper
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._file = file
        self._queries = queries
        needed = _imports(queries, mapper)
        aliases = class_aliases(needed)
        self._types = mapper.inside(aliases)
        self._imported = IMPORTED_NAMES | {aliases.get(item, item.name) for item in needed}

    def build(self) -> QueryModule:
        shared = self._shared_models()
        taken = {*shared, *self._imported}
        functions = [self._function(query, shared, taken) for query in self._queries]
        return QueryModule(
            self._file.module, self._file, tuple(found for found in functions if found)
        )

    def _shared_models(self) -> dict[str, RowModel]:
        """Return the models of ``-- @returns``, after a check that their queries agree."""
        users: dict[str, list[AnalysedQuery]] = {}
        for query in self._queries:
            if query.source.returns and query.source.command.returns_rows:
                users.setdefault(query.source.returns[0], []).append(query)
        models: dict[str, RowModel] = {}
        for name, queries in users.items():
            for query in queries[1:]:
                self._check_same_columns(name, queries[0], query)
            names = tuple(function_name(query.source.name) for query in queries)
            if fields := self._fields(replace(queries[0], columns=_of_all(queries))):
                models[name] = RowModel(name, fields, names)
        return models

    def _check_same_columns(self, name: str, first: AnalysedQuery, query: AnalysedQuery) -> None:
        difference = _difference(first.columns, query.columns)
        if difference is None or not first.source.returns or not query.source.returns:
            return
        here, there = difference
        self._note(
            query,
            "different-rows",
            f"{query.source.name} returns another row than {first.source.name}, "
            f"yet both are {name}: here {here}",
            hint="make the columns the same, or give one of the rows another name",
            location=query.source.returns[1],
            related=(first.source.returns[1], f"there {there}"),
        )

    def _function(
        self, query: AnalysedQuery, shared: dict[str, RowModel], taken: set[str]
    ) -> Function | None:
        source = query.source
        name = function_name(source.name)
        constant = python_name(source.name.upper(), taken)
        row: RowModel | Field | None = None
        if source.command.returns_rows:
            if not query.columns:
                self._note(
                    query,
                    "no-result",
                    f":{source.command.value} returns rows, but the statement returns none",
                    hint="add RETURNING, or use :exec or :execrows",
                    location=source.command_location,
                )
                return None
            if source.returns:
                row = shared.get(source.returns[0])
                self._check_name(query)
            elif fields := self._fields(query):
                row = fields[0]
                if len(fields) > 1:
                    row = RowModel(self._row_name(source.name, taken), fields, (name,))
            if row is None:
                return None
            self._warn(query)
        try:
            arguments = make_arguments(query.parameters, constant, self._types)
        except UnsupportedTypeError as error:
            culprit = next(
                i for i, p in enumerate(query.parameters) if not self._known_parameter(p)
            )
            parameter = query.parameters[culprit]
            self._note(
                query,
                "unsupported-type",
                f"parameter {parameter.name} is of type {unsupported(error, parameter.type)}",
                hint=parameter_hint(error, parameter),
                location=source.parameter_location(culprit),
            )
            return None
        return Function(name, constant, query, arguments, row)

    def _warn(self, query: AnalysedQuery) -> None:
        """Note what is allowed, and yet may not be meant."""
        if query.source.command is not Command.ONE:
            return
        if query.cardinality.rows == "many":
            self._note(
                query,
                "one-of-many",
                f"{query.source.name} may give several rows: {query.cardinality.why}",
                hint="add what fixes a unique key, or LIMIT 1, or use :many; at run time more than "
                "one row is an error",
                location=query.source.command_location,
                severity="warning",
            )
        elif (
            len(query.columns) == 1
            and query.columns[0].nullable
            and not query.source.returns
            and query.cardinality.rows != "exactly_one"
        ):
            self._note(
                query,
                "ambiguous-none",
                f"None from {query.source.name} can mean no row, or NULL: {query.columns[0].why}",
                hint="select another column too, or give the row a name with -- @returns",
                location=query.source.name_location,
                severity="warning",
            )

    def _fields(self, query: AnalysedQuery) -> tuple[Field, ...] | None:
        try:
            return make_fields(query.columns, self._types)
        except UnsupportedTypeError as error:
            column = next(c for c in query.columns if not self._known_column(c))
            self._note(
                query,
                "unsupported-type",
                f"column {column.name} is of type {unsupported(error, column.type)}",
                hint=column_hint(error, column),
            )
            return None

    def _known_column(self, column: Column) -> bool:
        try:
            self._types.of_column(column)
        except UnsupportedTypeError:
            return False
        return True

    def _known_parameter(self, parameter: QueryParameter) -> bool:
        try:
            self._types.of_parameter(parameter)
        except UnsupportedTypeError:
            return False
        return True

    def _check_name(self, query: AnalysedQuery) -> None:
        returns = query.source.returns
        if returns and returns[0] in self._imported:
            self._note(
                query,
                "bad-name",
                f"{returns[0]} is a name that the generated module imports",
                hint="choose another name for the row",
                location=returns[1],
            )

    @staticmethod
    def _row_name(name: str, taken: set[str]) -> str:
        row_name = distinct(f"{class_name(name)}Row", taken)
        taken.add(row_name)
        return row_name

    def _note(
        self,
        query: AnalysedQuery,
        code: str,
        message: str,
        *,
        hint: str,
        location: Location | None = None,
        related: tuple[Location, str] | None = None,
        severity: Severity = "error",
    ) -> None:
        """Add a diagnostic, at the query's name unless another place is given."""
        place = location or query.source.name_location
        self.diagnostics.append(
            Diagnostic(code, message, query.source.file, place, hint, related, severity)
        )


def _difference(first: Sequence[Column], second: Sequence[Column]) -> tuple[str, str] | None:
    """Return in words how the second row differs from the first: what it has, what that has."""
    for here, there in zip(second, first, strict=False):
        if (here.name, here.type) != (there.name, there.type):
            return _column_in_words(here), _column_in_words(there)
    if len(first) != len(second):
        return f"{len(second)} columns", f"{len(first)} columns"
    return None


def _column_in_words(column: Column) -> str:
    return f"{column.name} {column.type.display}"


def _of_all(queries: Sequence[AnalysedQuery]) -> tuple[Column, ...]:
    """Return the columns that queries have in common: nullable where one of them is.

    A condition of one query may rule NULL out (``WHERE nick = :nick``) where another has it.
    """
    rows = zip(*(query.columns for query in queries), strict=False)
    return tuple(
        replace(
            columns[0],
            nullable=any(column.nullable for column in columns),
            elements_nullable=_any_or_none(column.elements_nullable for column in columns),
        )
        for columns in rows
    )


def _any_or_none(answers: Iterable[bool | None]) -> bool | None:
    known = [answer for answer in answers if answer is not None]
    return any(known) if known else None


def _imports(queries: Iterable[AnalysedQuery], mapper: TypeMapper) -> set[Import]:
    """Return what the annotations of some queries need."""
    found = set[Import]()
    for query in queries:
        for column in query.columns:
            with suppress(UnsupportedTypeError):
                found |= mapper.of_column(column).result_imports
        for parameter in query.parameters:
            with suppress(UnsupportedTypeError):
                found |= mapper.of_parameter(parameter).parameter_imports
    return found


def _modules_of_same_name(
    modules: Iterable[QueryModule], of_schemas: Iterable[EnumModule | CompositeModule]
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


def function_imports(function: Function) -> frozenset[Import]:
    """Return what a function's row and arguments need."""
    return (
        argument_imports(function)
        | result_imports(function)
        | row_imports(function.row)
        | maker_imports(function.row)
    )


def argument_imports(function: Function) -> frozenset[Import]:
    """Return what the annotations of a function's arguments need."""
    return frozenset[Import]().union(*(argument.imports for argument in function.arguments))


def result_imports(function: Function) -> frozenset[Import]:
    """Return what the annotation of a function's result needs, row models aside."""
    return function.row.imports if isinstance(function.row, Field) else frozenset()


def row_imports(row: RowModel | Field | None) -> frozenset[Import]:
    """Return what the fields of a row model need."""
    if not isinstance(row, RowModel):
        return frozenset()
    return frozenset[Import]().union(*(field.imports for field in row.fields))


def maker_imports(row: RowModel | Field | None) -> frozenset[Import]:
    """Return what the maker of a row needs beyond its annotations."""
    if row is None:
        return frozenset()
    fields = row.fields if isinstance(row, RowModel) else (row,)
    return frozenset[Import]().union(*(field.decode_imports for field in fields))
