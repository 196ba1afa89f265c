"""Row models: what a row of a query is in Python."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quern.analysis.catalog.catalog import TypeAttribute
from quern.analysis.result import Column
from quern.model.naming import distinct_all, field_name, snake_name
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import Import, PythonType

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

    :ivar imports: what the annotation needs
    :ivar decode: expression that makes it of ``{}``, what psycopg loaded; None: that is it
    :ivar decode_imports: what that needs
    :ivar position: the number of its column, from 0
    """

    name: str
    annotation: str
    imports: frozenset[Import]
    decode: str | None
    decode_imports: frozenset[Import]
    comment: str | None
    position: int = 0

    def value(self, values: str) -> str:
        """Return the expression that makes the value of ``values``, all that psycopg loaded."""
        loaded = f"{values}[{self.position}]"
        return self.decode.format(loaded) if self.decode else loaded


@dataclass(frozen=True)
class NestedField:
    """A field that is a row itself, of columns next to each other.

    :ivar row: what it is
    :ivar columns: which columns it takes
    :ivar nullable: whether the row may be left out
    :ivar witness: the number of a column that is NULL only where it is; None: all of them are then
    """

    name: str
    row: "RowModel"
    columns: slice
    nullable: bool
    witness: int | None

    @property
    def annotation(self) -> str:
        """The type of its values."""
        return f"{self.row.name} | None" if self.nullable else self.row.name

    @property
    def imports(self) -> frozenset[Import]:
        """What the annotation needs."""
        return frozenset({self.row.home}) if self.row.home else frozenset()

    @property
    def decode_imports(self) -> frozenset[Import]:
        """What making it needs."""
        return frozenset({self.row.maker_home}) if self.row.maker_home else frozenset()

    @property
    def comment(self) -> str | None:
        """Nothing is known of it but what its fields say."""
        return None

    def value(self, values: str) -> str:
        """Return the expression that makes the row of ``values``, all that psycopg loaded."""
        taken = f"{values}[{self.columns.start}:{self.columns.stop}]"
        if not self.nullable:
            return f"{self.row.maker}({taken})"
        if self.witness is None:
            return f"_runtime.nested({self.row.maker}, {taken})"
        return f"None if {values}[{self.witness}] is None else {self.row.maker}({taken})"


@dataclass(frozen=True)
class CompositeField:
    """A field of the class of a composite type.

    :ivar imports: what the annotation, ``read`` and ``write`` need
    :ivar read: expression that makes it of ``{}``, its text or None
    :ivar write: expression of what is written for ``{}``
    """

    name: str
    annotation: str
    imports: frozenset[Import]
    read: str
    write: str
    comment: str | None


@dataclass(frozen=True)
class RowModel:
    """A class with a field for each column, or for each row that is nested in it.

    :ivar queries: the names of the functions that return it
    :ivar home: where the class lies, if not in the module itself
    :ivar maker_home: the same of the function that makes a row
    :ivar public_maker: the name of that function, if other modules use it
    """

    name: str
    fields: tuple[Field | NestedField, ...]
    queries: tuple[str, ...]
    home: Import | None = None
    maker_home: Import | None = None
    public_maker: str | None = None

    @property
    def maker(self) -> str:
        """The name of the function that makes a row of what psycopg loaded."""
        if self.public_maker is not None:
            return self.public_maker
        return self.maker_home.used_name if self.maker_home else f"_make_{snake_name(self.name)}"


def make_fields(
    columns: Sequence[Column], types: TypeMapper, nested: Sequence[NestedField] = ()
) -> tuple[Field | NestedField, ...]:
    """Return a field for each column that is not part of a nested row, and for each of those.

    :raises UnsupportedTypeError: if a column's type has no Python type yet
    """
    inside = {field.columns.start: field for field in nested}
    found: list[tuple[int, Column, PythonType] | NestedField] = []
    position = 0
    while position < len(columns):
        field = inside.get(position)
        if field is None:
            column = columns[position]
            found.append((position, column, types.of_column(column)))
        else:
            found.append(field)
        position = position + 1 if field is None else field.columns.stop
    names = attribute_names(
        [each.name if isinstance(each, NestedField) else each[1].name for each in found],
        [each.annotation if isinstance(each, NestedField) else each[2].result for each in found],
    )
    return tuple(
        replace(each, name=name) if isinstance(each, NestedField) else _field(name, *each)
        for name, each in zip(names, found, strict=True)
    )


def attribute_names(names: Sequence[str], annotations: Sequence[str]) -> list[str]:
    """Return the names of a model's fields.

    :param names: of the columns, or of the attributes of a composite type
    :param annotations: of the fields
    """
    return distinct_all(
        field_name(name, index + 1, MODEL_ATTRIBUTES | words_but(annotations, index))
        for index, name in enumerate(names)
    )


def words_but(annotations: Sequence[str], index: int) -> frozenset[str]:
    """Return the words of the annotations of all fields but one.

    Inside the class a field named ``date`` hides the type of that name from the other fields.
    """
    others = (*annotations[:index], *annotations[index + 1 :])
    return frozenset(word for other in others for word in _WORD.findall(other))


def _field(name: str, position: int, column: Column, python_type: PythonType) -> Field:
    decode = python_type.decode
    if decode and column.nullable and "{}" in decode:
        decode = f"None if {{0}} is None else {decode.replace('{}', '{0}')}"
    annotation = python_type.result
    return Field(
        name=name,
        annotation=_optional(annotation, python_type) if column.nullable else annotation,
        imports=python_type.result_imports,
        decode=decode,
        decode_imports=python_type.read_imports if decode else frozenset(),
        comment=column.comment,
        position=position,
    )


def composite_field(name: str, python_type: PythonType, attribute: TypeAttribute) -> CompositeField:
    """Return the field of an attribute, any of which may be NULL: a composite type cannot say."""
    read, write = python_type.read, python_type.write or "{}"
    if read != "{}":
        read = f"None if {{0}} is None else {read.replace('{}', '{0}')}"
    if write != "{}":
        write = f"None if {{0}} is None else {write.replace('{}', '{0}')}"
    return CompositeField(
        name=name,
        annotation=_optional(python_type.result, python_type),
        imports=python_type.result_imports | python_type.read_imports | python_type.write_imports,
        read=read,
        write=write,
        comment=attribute.comment,
    )


def _optional(annotation: str, python_type: PythonType) -> str:
    """Return the annotation of what may be NULL; the null of JSON is None already."""
    return annotation if python_type.is_json or annotation == "None" else f"{annotation} | None"
