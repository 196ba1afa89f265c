"""Diagrams of the schemas, in Mermaid's language for entities and relations.

The names of a column's type and of the column are words there: blanks become ``_``. A relation is
drawn between tables of one schema; a foreign key into another schema is a mark on its column.
"""

import re
from collections.abc import Iterator

from db.commands.catalogue.objects import Catalogue, Column, ForeignKey, Relation, Schema

#: Words of the language, which are no names of entities without quotes.
_RESERVED = frozenset(
    {
        *("accdescr", "acctitle", "class", "classdef", "direction", "end", "erdiagram", "is"),
        *("many", "of", "one", "only", "optionally", "or", "style", "subgraph", "title", "to"),
        *("u", "zero"),
    }
)
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_MARKS = ("PK", "FK", "UK")


def as_markdown(catalogue: Catalogue) -> str:
    """Return a part for each schema that has tables: what it is for, its tables, the diagram."""
    parts: list[str] = []
    for schema in catalogue.schemas:
        tables = [table for table in catalogue.tables if table.schema == schema.name]
        if tables:
            parts += _part(schema, tables, diagram(catalogue, schema.name))
    return "\n".join(parts).strip()


def _part(schema: Schema, tables: list[Relation], drawn: str) -> Iterator[str]:
    yield f"### Schema `{schema.name}`\n"
    if schema.comment:
        yield f"{schema.comment}\n"
    count = f"{len(tables)} table{'' if len(tables) == 1 else 's'}"
    yield f"<details>\n<summary>{count}</summary>\n"
    yield "| table | holds |\n|---|---|"
    for table in tables:
        yield f"| `{table.name}` | {_cell(table.comment or '')} |"
    yield "\n<!-- not run: a diagram of tables -->"
    yield f"```mermaid\n{drawn}\n```\n\n</details>\n"


def _cell(text: str) -> str:
    """Return a text as the cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def diagram(catalogue: Catalogue, schema: str) -> str:
    """Return the diagram of a schema: its tables with their columns, then its foreign keys."""
    tables = {table.qualified: table for table in catalogue.tables if table.schema == schema}
    lines = ["erDiagram"]
    for qualified, table in tables.items():
        lines.append(f"    {_entity(table.name)} {{")
        columns = catalogue.columns_by_table[qualified].values()
        lines += (f"        {_attribute(catalogue, column)}" for column in columns)
        lines.append("    }")
    for key in sorted(catalogue.foreign_keys, key=lambda key: (key.table, *key.columns, key.name)):
        if key.table in tables and key.target in tables:
            target, table = tables[key.target], tables[key.table]
            label = _quotable(", ".join(key.columns))
            parent, child = _entity(target.name), _entity(table.name)
            lines.append(f'    {parent} {_cardinality(catalogue, key)} {child} : "{label}"')
    return "\n".join(lines)


def _entity(name: str) -> str:
    """Return the name of a table, in quotes where it would not be read as one."""
    plain = _PLAIN.fullmatch(name) and name.lower() not in _RESERVED
    return name if plain else f'"{_quotable(name)}"'


def _quotable(name: str) -> str:
    """Return a name as it may stand between quotes."""
    return re.sub(r'["%\\\x00-\x1f]', "_", name)


def _attribute(catalogue: Catalogue, column: Column) -> str:
    """Return the line of a column: type, name, marks."""
    type_name = "ARRAY" if column.is_array else _word(column.type)
    marks = ",".join(_marks(catalogue, column))
    return f"{type_name} {_word(column.name)} {marks}".rstrip()


def _word(text: str) -> str:
    """Return a name as a word of the language, in which a mark is none."""
    word = re.sub(r"\W", "_", text)
    return f"_{word}" if word[:1].isdigit() or word in _MARKS else word


def _marks(catalogue: Catalogue, column: Column) -> Iterator[str]:
    """Yield how a column is part of keys; in one of several columns each is marked.

    A unique key around the primary key says nothing new: it is there for foreign keys that name the
    team of their parent as well.
    """
    keys = [key for key in catalogue.keys if key.table == column.table]
    primary = {name for key in keys if key.is_primary for name in key.columns}
    unique = [
        key for key in keys if not key.is_primary and not (primary and primary <= {*key.columns})
    ]
    if column.name in primary:
        yield "PK"
    if any(k.table == column.table and column.name in k.columns for k in catalogue.foreign_keys):
        yield "FK"
    if any(column.name in key.columns for key in unique):
        yield "UK"


def _cardinality(catalogue: Catalogue, key: ForeignKey) -> str:
    """Return how many parents a child has, and how many children a parent.

    A composite foreign key asks for no parent as soon as one of its columns is NULL. A parent has
    one child at most where some of the key's columns are unique among the children; an index says
    so as well as a constraint, unless it leaves rows out.
    """
    columns = catalogue.columns_by_table[key.table]
    may_lack = any(columns[name].is_nullable for name in key.columns)
    unique = any(
        index.table == key.table
        and index.is_unique
        and index.predicate is None
        and set(index.columns) <= set(key.columns)
        for index in catalogue.indexes
    )
    return f"{'|o' if may_lack else '||'}--{'o|' if unique else 'o{'}"
