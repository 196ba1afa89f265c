"""Row models: what a row of a query is in Python."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quern.analysis.result import Column
from quern.model.naming import distinct_all, field_name
from quern.model.types import Import, PythonType, TypeMapper

#: What a field may not be called, since every pydantic model (2.6 to 2.14) has it already. Written
#: down, so that names depend on no installed version, and importing pydantic (0.1 s) is saved.
MODEL_ATTRIBUTES = frozenset(
    {
        *("construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw"),
        *("schema", "schema_json", "update_forward_refs", "validate"),
        *("model_computed_fields", "model_config", "model_construct", "model_copy", "model_dump"),
        *("model_dump_json", "model_extra", "model_fields", "model_fields_set"),
        *("model_json_schema", "model_parametrized_name", "model_post_init", "model_rebuild"),
        *("model_validate", "model_validate_json", "model_validate_strings"),
    }
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Field:
    """A field of a row model, or the one value of a row.

    :ivar decode: expression that makes it of ``{}``, what psycopg loaded; None: that is it
    """

    name: str
    annotation: str
    imports: frozenset[Import]
    decode: str | None
    comment: str | None

    def value(self, loaded: str) -> str:
        """Return the expression that makes the value of ``loaded``."""
        return self.decode.format(loaded) if self.decode else loaded


@dataclass(frozen=True)
class RowModel:
    """A class with a field for each column.

    :ivar queries: the names of the functions that return it
    """

    name: str
    fields: tuple[Field, ...]
    queries: tuple[str, ...]


def make_fields(columns: Sequence[Column], types: TypeMapper) -> tuple[Field, ...]:
    """Return a field for each column.

    :raises UnsupportedTypeError: if a column's type has no Python type yet
    """
    python_types = [
        types.python_type(column.type, elements_nullable=column.elements_nullable is not False)
        for column in columns
    ]
    names = distinct_all(
        field_name(column.name, index + 1, MODEL_ATTRIBUTES | _words_but(python_types, index))
        for index, column in enumerate(columns)
    )
    return tuple(
        _field(name, column, python_type)
        for name, column, python_type in zip(names, columns, python_types, strict=True)
    )


def _words_but(python_types: Sequence[PythonType], index: int) -> frozenset[str]:
    """Return the words of the annotations of all fields but one.

    Inside the class a field named ``date`` hides the type of that name from the other fields.
    """
    others = (*python_types[:index], *python_types[index + 1 :])
    return frozenset(word for other in others for word in _WORD.findall(other.result))


def _field(name: str, column: Column, python_type: PythonType) -> Field:
    nullable = column.nullable and not python_type.none_is_value
    decode = python_type.decode
    if decode and column.nullable:
        decode = f"None if {{0}} is None else {decode.replace('{}', '{0}')}"
    return Field(
        name=name,
        annotation=f"{python_type.result} | None" if nullable else python_type.result,
        imports=python_type.result_imports,
        decode=decode,
        comment=column.comment,
    )
