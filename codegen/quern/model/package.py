"""Modules, and the whole package from the analysed queries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quern.analysis.analyse import Analysis
from quern.analysis.catalog.catalog import PgType
from quern.analysis.result import AnalysedQuery, Column
from quern.errors import Diagnostic, Severity
from quern.model.functions import Function, function_name, make_arguments
from quern.model.naming import class_name, constant_name, distinct, distinct_all, python_name
from quern.model.rows import Field, RowModel, make_fields
from quern.model.types import (
    IMPORTED_NAMES,
    Import,
    TypeMapper,
    UnsupportedTypeError,
    enum_aliases,
    enum_class,
)
from quern.source.files import QueryFile, Sources
from quern.source.query import Command
from quern.source.span import Location


@dataclass(frozen=True)
class EnumClass:
    """The class of an enum type.

    :ivar members: names and labels, in the order of the type
    """

    name: str
    members: tuple[tuple[str, str], ...]
    type: PgType


@dataclass(frozen=True)
class EnumModule:
    """The enum classes of one schema."""

    path: tuple[str, ...]
    schema: str
    classes: tuple[EnumClass, ...]


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


def build_package(sources: Sources, analysis: Analysis) -> tuple[Package, list[Diagnostic]]:
    """Decide what the generated package holds.

    :returns: the package, of the queries that are sound, and what is wrong with the others
    """
    diagnostics: list[Diagnostic] = []
    modules: list[QueryModule] = []
    by_file: dict[tuple[str, ...], list[AnalysedQuery]] = {}
    for query in analysis.queries:
        by_file.setdefault(query.source.module, []).append(query)
    for file in sources.files:
        builder = _ModuleBuilder(file, by_file.get(file.module, []), analysis.catalog.types)
        modules.append(builder.build())
        diagnostics += builder.diagnostics
    enums = tuple(_enum_modules(modules, analysis))
    diagnostics += _enums_of_same_name(modules, enums)
    return Package(tuple(modules), enums), diagnostics


class _ModuleBuilder:
    """Builds the module of one file, and notes what is wrong with its queries."""

    def __init__(
        self, file: QueryFile, queries: Sequence[AnalysedQuery], types: Mapping[int, PgType]
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._file = file
        self._queries = queries
        enums = _enum_types(queries, TypeMapper(types))
        aliases = enum_aliases(enums)
        self._types = TypeMapper(types, aliases)
        classes = {aliases.get(enum.oid, enum_class(enum).name) for enum in enums}
        self._imported = IMPORTED_NAMES | classes

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
                i for i, parameter in enumerate(query.parameters) if not self._known(parameter.type)
            )
            parameter = query.parameters[culprit]
            self._note(
                query,
                "unsupported-type",
                f"parameter {parameter.name} is of type {error.type.display}, "
                "which has no Python type yet",
                hint=f"take it as text and cast it in the query: :{parameter.name}::text::"
                f"{parameter.type.display}",
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
            column = next(c for c in query.columns if not self._known(c.type))
            self._note(
                query,
                "unsupported-type",
                f"column {column.name} is of type {error.type.display}, "
                "which has no Python type yet",
                hint=f"cast it in the query, to text say: {column.name}::text",
            )
            return None

    def _known(self, pg_type: PgType) -> bool:
        try:
            self._types.python_type(pg_type)
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


def _enum_types(queries: Iterable[AnalysedQuery], types: TypeMapper) -> frozenset[PgType]:
    """Return the enum types that some queries read or take."""
    used = {column.type for query in queries for column in query.columns}
    used |= {parameter.type for query in queries for parameter in query.parameters}
    return frozenset(found for found in map(types.enum_type, used) if found is not None)


def _enums_of_same_name(
    modules: Iterable[QueryModule], enums: Iterable[EnumModule]
) -> Iterator[Diagnostic]:
    """Report ``shop.sql`` where enum types of schema shop need a package of that name."""
    schemas = {module.path[:-1]: module.schema for module in enums}
    for module in modules:
        if module.path in schemas:
            yield Diagnostic(
                "bad-module",
                f"{module.path[-1]} would be a module and, for the enum types of schema "
                f"{schemas[module.path]}, a package",
                module.file.path,
                hint="rename the file, or move it into a folder",
            )


def _enum_modules(modules: Iterable[QueryModule], analysis: Analysis) -> Iterator[EnumModule]:
    """Yield the enum classes that the functions need, by schema."""
    needed = set[Import]()
    for module in modules:
        for function in module.functions:
            needed |= function_imports(function)
    found: dict[str, list[PgType]] = {}
    for pg_type in analysis.catalog.types.values():
        if pg_type.kind == "enum" and enum_class(pg_type) in needed:
            found.setdefault(pg_type.schema, []).append(pg_type)
    for schema, types in sorted(found.items()):
        types.sort(key=lambda pg_type: pg_type.name)
        path = tuple(enum_class(types[0]).module.split(".")[1:])
        yield EnumModule(path, schema, tuple(_enum_class(pg_type) for pg_type in types))


def _enum_class(pg_type: PgType) -> EnumClass:
    names = distinct_all(constant_name(label) for label in pg_type.labels)
    members = tuple(zip(names, pg_type.labels, strict=True))
    return EnumClass(enum_class(pg_type).name, members, pg_type)


def function_imports(function: Function) -> frozenset[Import]:
    """Return what a function's row and arguments need."""
    return argument_imports(function) | result_imports(function) | row_imports(function.row)


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
