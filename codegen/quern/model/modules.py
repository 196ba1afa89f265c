"""The module of one query file."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from quern.analysis.result import AnalysedQuery, Column, QueryParameter
from quern.errors import Diagnostic, Severity
from quern.model.commands import Misfit, copy_call, find_doubt, find_misfit
from quern.model.functions import (
    Argument,
    Function,
    ParameterClass,
    condition_arguments,
    function_name,
    make_arguments,
    make_parameter_class,
    order_argument,
)
from quern.model.naming import class_name, distinct, python_name, singular, snake_name
from quern.model.rows import Field, NestedField, RowModel, make_fields
from quern.model.shared_rows import SharedRows, difference
from quern.model.table_models import TableModel, TableModels
from quern.model.types.classes import class_aliases
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import IMPORTED_NAMES, Import, UnsupportedTypeError
from quern.model.unsupported import column_hint, parameter_hint, unsupported
from quern.source.files import QueryFile
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


def build_module(
    file: QueryFile,
    queries: Sequence[AnalysedQuery],
    mapper: TypeMapper,
    tables: TableModels,
    shared: SharedRows,
    *,
    takes_first: bool,
) -> tuple[QueryModule, list[Diagnostic]]:
    """Decide what the module of a file holds.

    :param queries: those of the file
    :param takes_first: whether functions take the first of several rows where one is expected
    :returns: the module, of the queries that are sound, and what is wrong with the others
    """
    builder = _ModuleBuilder(file, queries, mapper, tables, shared, takes_first=takes_first)
    return builder.build(), builder.diagnostics


class _ModuleBuilder:
    """Builds the module of one file, and notes what is wrong with its queries."""

    def __init__(
        self,
        file: QueryFile,
        queries: Sequence[AnalysedQuery],
        mapper: TypeMapper,
        tables: TableModels,
        shared: SharedRows,
        *,
        takes_first: bool,
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._takes_first = takes_first
        self._taken = set[str]()
        self._aliases: dict[int, str] = {}
        self._file = file
        self._queries = queries
        self._tables = tables
        self._shared = shared
        needed = _imports(queries, mapper)
        aliases = class_aliases(needed)
        self._types = mapper.inside(aliases)
        self._imported = IMPORTED_NAMES | {aliases.get(item, item.name) for item in needed}

    def build(self) -> QueryModule:
        names = {q.source.returns[0] for q in self._queries if q.source.returns and q.gives_rows}
        self._taken = {*names, *self._imported}
        shared = self._shared_models()
        functions = [self._function(query, shared) for query in self._queries]
        return QueryModule(
            self._file.module, self._file, tuple(found for found in functions if found)
        )

    def _shared_models(self) -> dict[str, RowModel]:
        """Return the models of ``-- @returns``, after a check that their queries agree."""
        models: dict[str, RowModel | None] = {}
        for query in self._queries:
            if not query.source.returns or not query.gives_rows:
                continue
            name = query.source.returns[0]
            self._check_same_columns(name, self._shared.users[name][0], query)
            if name not in models:
                models[name] = self._shared_model(name)
        return {name: model for name, model in models.items() if model is not None}

    def _shared_model(self, name: str) -> RowModel | None:
        """Return the model of a name: a class of this module, or of an earlier one."""
        queries = tuple(function_name(q.source.name) for q in self._shared.users[name])
        maker = f"make_{snake_name(name)}" if self._shared.is_public(name) else None
        owner = self._shared.owner(name)
        if owner != self._file.module:
            module = "." + ".".join(owner)
            public = Import(module, maker or "", f"_{maker}")
            return RowModel(name, (), queries, Import(module, name), public)
        fields = self._fields(self._shared.whole(name))
        return RowModel(name, fields, queries, public_maker=maker) if fields else None

    def _check_same_columns(self, name: str, first: AnalysedQuery, query: AnalysedQuery) -> None:
        found = difference(first, query)
        if found is None or not first.source.returns or not query.source.returns:
            return
        here, there = found
        self._note(
            query,
            "different-rows",
            f"{query.source.name} returns another row than {first.source.name}, "
            f"yet both are {name}: here {here}",
            hint="make the columns the same, or give one of the rows another name",
            location=query.source.returns[1],
            related=(first.source.returns[1], f"there {there}"),
        )

    def _function(self, query: AnalysedQuery, shared: dict[str, RowModel]) -> Function | None:
        source = query.source
        if misfit := find_misfit(query):
            self._note_misfit(query, misfit)
            return None
        name = function_name(source.name)
        constant = python_name(source.name.upper(), self._taken)
        row: RowModel | Field | None = None
        if query.gives_rows:
            if source.returns:
                row = shared.get(source.returns[0])
                self._check_name(query)
            else:
                row = self._row(query)
            if row is None:
                return None
        if doubt := find_doubt(query, takes_first=self._takes_first):
            self._note_misfit(query, doubt)
        arguments: tuple[Argument, ...] = ()
        parameters: ParameterClass | None = None
        try:
            if source.command.takes_rows:
                name_of_class = self._class_name(source.name, "Params")
                parameters = make_parameter_class(name_of_class, query.parameters, self._types)
            else:
                arguments = make_arguments(query, constant, self._types)
        except UnsupportedTypeError as error:
            self._note_unsupported(query, error)
            return None
        return Function(
            name=name,
            constant=constant,
            query=query,
            arguments=arguments,
            parameters=parameters,
            row=row,
            copy=copy_call(query, self._types, self._tables.catalog),
            takes_first=self._takes_first,
            conditions=condition_arguments(query, arguments) if arguments else (),
            order=order_argument(query),
        )

    def _note_misfit(self, query: AnalysedQuery, misfit: Misfit) -> None:
        self._note(
            query,
            misfit.code,
            misfit.message,
            hint=misfit.hint,
            location=misfit.location,
            severity=misfit.severity,
        )

    def _note_unsupported(self, query: AnalysedQuery, error: UnsupportedTypeError) -> None:
        """Report the first parameter whose type has no Python type."""
        index = next(i for i, p in enumerate(query.parameters) if not self._known_parameter(p))
        parameter = query.parameters[index]
        self._note(
            query,
            "unsupported-type",
            f"parameter {parameter.name} is of type {unsupported(error, parameter.type)}",
            hint=parameter_hint(error, parameter),
            location=query.source.parameter_location(index),
        )

    def _row(self, query: AnalysedQuery) -> RowModel | Field | None:
        """Return what a row of a query is, or None if it cannot be told."""
        name = function_name(query.source.name)
        table = self._tables.of(query.columns) if len(query.columns) > 1 else None
        if table is not None and not query.embedded:
            return self._table_row(table, name)
        fields = self._fields(query)
        if fields is None:
            return None
        if len(fields) == 1:
            only = fields[0]
            if isinstance(only, Field):
                return only
            if not only.nullable:
                return only.row
        return RowModel(self._class_name(query.source.name, "Row"), fields, (name,))

    def _table_row(self, table: TableModel, query: str) -> RowModel:
        """Return the model of a table, under another name where a row of the file has its own."""
        alias = self._aliases.get(table.relation.oid)
        if alias is None:
            name = table.home.name
            alias = ""
            if name in self._taken:
                alias = distinct(class_name(table.relation.schema) + name, self._taken)
            self._aliases[table.relation.oid] = alias
            self._taken.add(alias or name)
        return table.row((query,), alias)

    def _nested(self, query: AnalysedQuery) -> tuple[NestedField, ...]:
        """Return the rows that are nested in a row."""
        found: list[NestedField] = []
        for each in query.embedded:
            columns = slice(each.first, each.end)
            table = self._tables.of(query.columns[columns])
            name = each.relation.rpartition(".")[2].strip('"')
            function = function_name(query.source.name)
            if table is not None:
                row = self._table_row(table, function)
                name = singular(name) if name == table.relation.name else name
            else:
                own = make_fields(query.columns[columns], self._types)
                row = RowModel(
                    self._class_name(query.source.name, class_name(name)), own, (function,)
                )
            witness = each.witness
            found.append(NestedField(name, row, columns, each.nullable, witness))
        return tuple(found)

    def _fields(self, query: AnalysedQuery) -> tuple[Field | NestedField, ...] | None:
        try:
            return make_fields(query.columns, self._types, self._nested(query))
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

    def _class_name(self, query: str, suffix: str) -> str:
        """Return a new name for a class of a query, and take it."""
        name = distinct(f"{class_name(query)}{suffix}", self._taken)
        self._taken.add(name)
        return name

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
