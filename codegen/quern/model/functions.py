"""Query functions: names, arguments, what they return."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.result import AnalysedQuery, QueryParameter
from quern.model.naming import argument_name, python_name
from quern.model.rows import Field, RowModel
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import Import, PythonType
from quern.source.query import Command

#: Names that a module uses, so that no function may take them.
_MODULE_NAMES = frozenset(
    {
        *("bool", "bytes", "float", "int", "list", "str", "tuple"),
        *("date", "datetime", "time", "timedelta"),
    }
)


@dataclass(frozen=True)
class Argument:
    """A keyword argument of a query function.

    :ivar value: the expression that is sent
    :ivar text: its documentation
    """

    name: str
    annotation: str
    imports: frozenset[Import]
    value: str
    text: str


@dataclass(frozen=True)
class Function:
    """A query function.

    :ivar constant: the name of its query, such as ``FIND_USER``
    :ivar row: what a row of it is: a model, one value, or nothing
    """

    name: str
    constant: str
    query: AnalysedQuery
    arguments: tuple[Argument, ...]
    row: RowModel | Field | None

    @property
    def command(self) -> Command:
        """What it returns."""
        return self.query.source.command

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
        """The type of what it returns."""
        row = self.row_annotation
        match self.command:
            case Command.ONE if self.always_has_a_row:
                return row
            case Command.ONE:
                return row if row == "None" or row.endswith("| None") else f"{row} | None"
            case Command.MANY:
                return f"list[{row}]"
            case Command.EXECROWS:
                return "int"
            case Command.EXEC:
                return "None"


def function_name(name: str) -> str:
    """Return the name of a query's function."""
    return python_name(name, _MODULE_NAMES)


def make_arguments(
    parameters: Sequence[QueryParameter], constant: str, types: TypeMapper
) -> tuple[Argument, ...]:
    """Return an argument for each parameter.

    :param constant: the name of the query, which the function's body needs
    :raises UnsupportedTypeError: if a parameter's type has no Python type yet
    """
    taken = {"conn", "_runtime", constant}
    arguments: list[Argument] = []
    for parameter in parameters:
        name = argument_name(parameter.name, taken)
        taken.add(name)
        arguments.append(_argument(name, parameter, types.of_parameter(parameter)))
    return tuple(arguments)


def _argument(name: str, parameter: QueryParameter, python_type: PythonType) -> Argument:
    annotation, encode = python_type.parameter, python_type.encode
    if parameter.nullable and not python_type.is_json:
        annotation += " | None"
    value = encode.format(name) if encode else name
    if encode and parameter.nullable:
        value = f"None if {name} is None else {value}"
    imports = python_type.parameter_imports | python_type.write_imports
    return Argument(name, annotation, imports, value, parameter.text)
