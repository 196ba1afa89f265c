"""Row models, and the functions that make rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from quern.model.functions import Function
from quern.model.rows import Field, NestedField, RowModel
from quern.render.literals import WIDTH, call, conditional, docstring, entry, string

#: So many queries of a row are named in its docstring; of more, the first.
_NAMED_USERS = 2


@dataclass(frozen=True)
class ModelView:
    """A row model.

    :ivar maker_signature: the first lines of the function that makes a row
    :ivar values: what that gives for each field
    """

    name: str
    docstring: str
    fields: tuple[str, ...]
    maker_signature: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class ValueView:
    """A row of one value that must be made of what psycopg loads.

    :ivar signature: the first lines of the function that makes it
    :ivar body: its statement
    """

    signature: str
    body: str


def model_view(row: RowModel, title: str | None = None) -> ModelView:
    """Return the class of a row, and its maker.

    :param title: the first lines of its docstring; when not given, they name its queries
    """
    comments = [
        entry(f"ivar {field.name}", field.comment, 4) for field in row.fields if field.comment
    ]
    return ModelView(
        name=row.name,
        docstring=docstring([title or f"A row of {_users(row.queries)}.", "\n".join(comments)], 4),
        fields=tuple(f"{field.name}: {field.annotation}" for field in row.fields),
        maker_signature=_maker_signature(row.maker, row.name),
        values=tuple(
            conditional(f"{string(field.name)}: {field.value('values')},", 12)
            for field in row.fields
        ),
    )


def model_views(row: RowModel, shown: set[str]) -> tuple[ModelView, ...]:
    """Return the classes that a row needs in its module, those that are nested in it first.

    :param shown: those that stand there already; what is added is added to it
    """
    if row.home is not None or row.name in shown:
        return ()
    nested = (field.row for field in row.fields if isinstance(field, NestedField))
    inner = tuple(view for each in nested for view in model_views(each, shown))
    shown.add(row.name)
    return (*inner, model_view(row))


def value_view(function: Function) -> ValueView | None:
    """Return the maker of a query's value, if its rows are one value that must be made."""
    if not isinstance(function.row, Field) or not function.row.decode:
        return None
    signature = _maker_signature(_value_maker(function), function.row_annotation)
    return ValueView(signature, _value(function.row))


def row_maker(function: Function) -> str:
    """Return the name of what makes a query's rows."""
    if function.row is None:
        return "_runtime.no_row"
    if isinstance(function.row, RowModel):
        return function.row.maker
    return _value_maker(function) if function.row.decode else "_runtime.scalar"


def _value_maker(function: Function) -> str:
    return f"_{function.query.source.name}_value"


def _maker_signature(name: str, row: str) -> str:
    return call(f"def {name}", ["values: Sequence[Any]"], f" -> {row}:", 0)


def _value(field: Field) -> str:
    """Return the statement that makes the one value of a row."""
    line = f"return {field.value('values')}"
    if len(line) + 4 <= WIDTH or " if " not in line:
        return conditional(line, 4)
    broken = conditional(" " * WIDTH + line.removeprefix("return "), 8).strip()
    return f"return (\n        {broken}\n    )"


def _users(queries: Sequence[str]) -> str:
    if len(queries) <= _NAMED_USERS:
        return " and ".join(queries)
    return f"{queries[0]} and {len(queries) - 1} other queries"
