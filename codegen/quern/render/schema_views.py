"""What the templates show of a schema's types, laid out in lines."""

from dataclasses import dataclass, replace

from quern.model.schema_modules import CompositeClass, CompositeModule, EnumClass, EnumModule
from quern.model.table_models import ModelClass, ModelModule
from quern.model.types.python_type import Import
from quern.render.imports import import_lines
from quern.render.literals import conditional, docstring, entry, string
from quern.render.model_view import ModelView, model_view


@dataclass(frozen=True)
class EnumView:
    """An enum class."""

    name: str
    reader: str
    docstring: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class EnumModuleView:
    """A module of enum classes."""

    docstring: str
    imports: str
    classes: tuple[EnumView, ...]


@dataclass(frozen=True)
class CompositeView:
    """The class of a composite type.

    :ivar values: the lines that make a value of ``values``, the texts of its attributes
    :ivar texts: the lines of what is written for each attribute
    """

    name: str
    reader: str
    writer: str
    docstring: str
    fields: tuple[str, ...]
    values: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class CompositeModuleView:
    """A module of composite classes."""

    docstring: str
    imports: str
    classes: tuple[CompositeView, ...]


@dataclass(frozen=True)
class ModelModuleView:
    """A module of the models of tables."""

    docstring: str
    imports: str
    classes: tuple[ModelView, ...]


_RUNTIME = Import(".", "_runtime")


def enum_module(module: EnumModule) -> EnumModuleView:
    """Return the enum classes of a schema."""
    return EnumModuleView(
        docstring=docstring([f"Enum types of schema {module.schema}."], 0),
        imports="\n".join(import_lines({_RUNTIME, Import("enum", "StrEnum")}, module.path)),
        classes=tuple(map(_enum, module.classes)),
    )


def composite_module(module: CompositeModule) -> CompositeModuleView:
    """Return the composite classes of a schema."""
    return CompositeModuleView(
        docstring=docstring([f"Composite types of schema {module.schema}."], 0),
        imports="\n".join(import_lines({_RUNTIME, *module.imports}, module.path)),
        classes=tuple(map(_composite, module.classes)),
    )


def model_module(module: ModelModule) -> ModelModuleView:
    """Return the models of a schema's tables."""
    needed = {_RUNTIME, Import("typing", "Any"), Import("collections.abc", "Sequence")}
    return ModelModuleView(
        docstring=docstring([f"Rows of the tables of schema {module.schema}."], 0),
        imports="\n".join(import_lines(needed | module.imports, module.path)),
        classes=tuple(map(_model, module.classes)),
    )


def _model(table: ModelClass) -> ModelView:
    title = f"A row of {table.table}."
    if table.comment:
        title = f"{title}\n\n{table.comment}"
    return model_view(replace(table.row, maker_home=Import("", table.maker)), title)


def _enum(enum_class: EnumClass) -> EnumView:
    comment = enum_class.type.comment or f"Values of {enum_class.type.display}."
    return EnumView(
        name=enum_class.name,
        reader=enum_class.reader,
        docstring=docstring([comment], 4),
        members=tuple(f"{name} = {string(label)}" for name, label in enum_class.members),
    )


def _composite(composite: CompositeClass) -> CompositeView:
    comment = composite.type.comment or f"A value of {composite.type.display}."
    comments = [
        entry(f"ivar {field.name}", field.comment, 4) for field in composite.fields if field.comment
    ]
    return CompositeView(
        name=composite.name,
        reader=composite.reader,
        writer=composite.writer,
        docstring=docstring([comment, "\n".join(comments)], 4),
        fields=tuple(f"{field.name}: {field.annotation}" for field in composite.fields),
        values=tuple(
            conditional(f"{string(field.name)}: {field.read.format(f'values[{index}]')},", 12)
            for index, field in enumerate(composite.fields)
        ),
        texts=tuple(
            conditional(f"{field.write.format(f'value.{field.name}')},", 8)
            for field in composite.fields
        ),
    )
