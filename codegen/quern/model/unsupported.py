"""What to say of types that have no Python type."""

from quern.analysis.catalog.catalog import PgType
from quern.analysis.result import Column, QueryParameter
from quern.model.types.python_type import UnsupportedTypeError


def unsupported(error: UnsupportedTypeError, asked: PgType) -> str:
    """Return in words what is wrong with a type.

    :param asked: the type of the column or parameter, which may only hold the one without
    """
    within = "" if error.type == asked else f"{asked.display}, which holds "
    if error.type.kind == "pseudo":
        return f"{within}{error.type.display}, whose values have no known types"
    return f"{within}{error.type.display}, which has no Python type"


def column_hint(error: UnsupportedTypeError, column: Column) -> str:
    """Return what to do about a result column."""
    if error.type.kind == "pseudo":
        return (
            f"select the values one by one, or cast {column.name} to a type that says what it holds"
        )
    return f"{_setting(error.type)}, or cast it in the query: {column.name}::text"


def parameter_hint(error: UnsupportedTypeError, parameter: QueryParameter) -> str:
    """Return what to do about a parameter."""
    if error.type.kind == "pseudo":
        return f"say what it is in the query: :{parameter.name}::text, say"
    cast = f":{parameter.name}::text::{parameter.type.display}"
    return f"{_setting(error.type)}, or take it as text and cast it in the query: {cast}"


def _setting(pg_type: PgType) -> str:
    return f'set "{pg_type.schema}.{pg_type.name}" = "str" in [tool.codegen.types]'
