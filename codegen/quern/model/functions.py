"""Query functions: names, arguments, what they return."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.result import AnalysedQuery, QueryParameter
from quern.model.naming import argument_name, distinct_all, field_name, python_name
from quern.model.rows import Field, NestedField, RowModel, words_but
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import Import, PythonType
from quern.source.query import Command

_WORD = re.compile(r"\w+")
#: Names that a module uses, so that no function may take them.
_MODULE_NAMES = frozenset(
    {
        *("bool", "bytes", "float", "int", "list", "object", "str", "tuple"),
        *("date", "datetime", "deprecated", "time", "timedelta"),
    }
)
#: What a field of parameters may not be called, since every tuple has it already.
_TUPLE_ATTRIBUTES = frozenset({"count", "index"})


@dataclass(frozen=True)
class Argument:
    """A keyword argument of a query function, or a field of its parameters.

    :ivar encode: expression that makes what is sent of ``{0}``, what the caller gave; None: that is
    :ivar text: its documentation
    :ivar default: expression of what it is when it is not given; None: it has to be
    """

    name: str
    annotation: str
    imports: frozenset[Import]
    encode: str | None
    text: str
    default: str | None = None

    def value(self, given: str) -> str:
        """Return the expression that makes what is sent of ``given``."""
        return self.encode.format(given) if self.encode else given


@dataclass(frozen=True)
class ParameterClass:
    """The class of the parameters of one run, where a function takes those of many.

    :ivar fields: in the order of ``$n``
    """

    name: str
    fields: tuple[Argument, ...]

    @property
    def encodes(self) -> bool:
        """Whether something else is sent than what the caller gave."""
        return any(field.encode for field in self.fields)


@dataclass(frozen=True)
class CopyCall:
    """How a function loads rows by COPY.

    :ivar target: the table and its columns
    :ivar types: the types that are sent in binary form; none if the rows are sent as text
    """

    target: str
    types: tuple[str, ...]


@dataclass(frozen=True)
class Function:
    """A query function.

    :ivar constant: the name of its query, such as ``FIND_USER``
    :ivar arguments: its keyword arguments; none if it takes the parameters of many runs
    :ivar parameters: the class of the parameters of one of many runs
    :ivar row: what a row of it is: a model, one value, or nothing
    :ivar conditions: the arguments that decide on its optional parts, by condition
    :ivar order: the argument that chooses the order
    :ivar takes_first: whether it takes the first of several rows where one is expected
    """

    name: str
    constant: str
    query: AnalysedQuery
    arguments: tuple[Argument, ...]
    parameters: ParameterClass | None
    row: RowModel | Field | None
    copy: CopyCall | None
    takes_first: bool
    conditions: tuple[tuple[Argument, ...], ...] = ()
    order: Argument | None = None

    @property
    def command(self) -> Command:
        """What it returns."""
        return self.query.source.command

    @property
    def is_fixed(self) -> bool:
        """Whether its statement has no optional parts."""
        return self.query.source.statement.is_fixed

    @property
    def always_has_a_row(self) -> bool:
        """Whether it is proven that the query gives exactly one row."""
        return self.query.cardinality.rows == "exactly_one"

    @property
    def row_annotation(self) -> str:
        """The type of a row."""
        if self.row is None:
            return "None"
        return self.row.name if isinstance(self.row, RowModel) else self.row.annotation

    @property
    def return_annotation(self) -> str:
        """The type of what it returns, or of what it gives one after the other."""
        row = self.row_annotation
        may_be_none = row == "None" or row.endswith("| None")
        optional = row if self.always_has_a_row or may_be_none else f"{row} | None"
        match self.command:
            case Command.ONE:
                return optional
            case Command.EXACTLY_ONE | Command.STREAM:
                return row
            case Command.BATCHONE:
                return f"list[{optional}]"
            case Command.BATCHMANY:
                return f"list[list[{row}]]"
            case Command.MANY:
                return f"list[{row}]"
            case Command.BATCH:
                return f"list[{row}]" if self.row else "int"
            case Command.EXECROWS | Command.COPY:
                return "int"
            case Command.EXEC:
                return "None"


def function_name(name: str) -> str:
    """Return the name of a query's function."""
    return python_name(name, _MODULE_NAMES)


def make_arguments(query: AnalysedQuery, constant: str, types: TypeMapper) -> tuple[Argument, ...]:
    """Return an argument for each parameter.

    :param constant: the name of the query, which the function's body needs
    :raises UnsupportedTypeError: if a parameter's type has no Python type yet
    """
    parameters = query.parameters
    python_types = [types.of_parameter(parameter) for parameter in parameters]
    taken = {"conn", "_runtime", constant, *_used_names(python_types)}
    if not query.source.statement.is_fixed:
        taken |= {"variant", "order"}
    arguments: list[Argument] = []
    for parameter, python_type in zip(parameters, python_types, strict=True):
        name = argument_name(parameter.name, taken)
        taken.add(name)
        arguments.append(_argument(name, parameter, python_type))
    return tuple(arguments)


def make_parameter_class(
    name: str, parameters: Sequence[QueryParameter], types: TypeMapper
) -> ParameterClass:
    """Return a class with a field for each parameter.

    :raises UnsupportedTypeError: if a parameter's type has no Python type yet
    """
    python_types = [types.of_parameter(parameter) for parameter in parameters]
    annotations = [python_type.parameter for python_type in python_types]
    names = distinct_all(
        field_name(parameter.name, index + 1, _TUPLE_ATTRIBUTES | words_but(annotations, index))
        for index, parameter in enumerate(parameters)
    )
    fields = map(_argument, names, parameters, python_types)
    return ParameterClass(name, tuple(fields))


def _used_names(python_types: Sequence[PythonType]) -> set[str]:
    """Return the names that the function's body needs for what is sent, such as a user's type."""
    return {
        needed.used_name
        for python_type in python_types
        for needed in python_type.parameter_imports
        if needed.used_name in _WORD.findall(python_type.encode or "")
    }


def _argument(name: str, parameter: QueryParameter, python_type: PythonType) -> Argument:
    annotation, encode = python_type.parameter, python_type.encode
    may_be_none = parameter.nullable or parameter.optional
    if may_be_none and (parameter.optional or not python_type.is_json):
        annotation += " | None"
    if encode and may_be_none:
        encode = f"None if {{0}} is None else {encode.replace('{}', '{0}')}"
    imports = python_type.parameter_imports | python_type.write_imports
    default = "None" if parameter.optional else None
    return Argument(name, annotation, imports, encode, parameter.text, default)


def condition_arguments(
    query: AnalysedQuery, arguments: Sequence[Argument]
) -> tuple[tuple[Argument, ...], ...]:
    """Return the arguments that decide on each condition of a statement."""
    names = [parameter.name for parameter in query.source.parameters]
    by_name = dict(zip(names, arguments, strict=True))
    conditions = query.source.statement.conditions
    return tuple(tuple(by_name[name] for name in condition) for condition in conditions)


def order_argument(query: AnalysedQuery) -> Argument | None:
    """Return the argument that chooses the order, if there is something to choose."""
    orders = query.source.statement.orders
    if not orders:
        return None
    words = [f'"{order}"' for order in orders]
    imports = frozenset({Import("typing", "Literal")})
    text = "what the rows are sorted by"
    return Argument("order", f"Literal[{', '.join(words)}]", imports, None, text, words[0])


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
    given = function.parameters.fields if function.parameters else function.arguments
    if function.order:
        given = (*given, function.order)
    return frozenset[Import]().union(*(argument.imports for argument in given))


def result_imports(function: Function) -> frozenset[Import]:
    """Return what the annotation of a function's result needs, row models aside."""
    return function.row.imports if isinstance(function.row, Field) else frozenset()


def row_imports(row: RowModel | Field | None) -> frozenset[Import]:
    """Return what the fields of a row model need."""
    if not isinstance(row, RowModel):
        return frozenset()
    if row.home is not None:
        return frozenset({row.home})
    inner = (row_imports(f.row) for f in row.fields if isinstance(f, NestedField))
    return frozenset[Import]().union(*(field.imports for field in row.fields), *inner)


def maker_imports(row: RowModel | Field | None) -> frozenset[Import]:
    """Return what the maker of a row needs beyond its annotations."""
    if row is None:
        return frozenset()
    if isinstance(row, Field):
        return row.decode_imports
    if row.maker_home is not None:
        return frozenset({row.maker_home})
    inner = (maker_imports(f.row) for f in row.fields if isinstance(f, NestedField))
    return frozenset[Import]().union(*(field.decode_imports for field in row.fields), *inner)
