"""What conditions of a level can fix: columns, and the expressions that unique keys are over."""

from functools import cached_property
from typing import TypeAlias

from quern.analysis.catalog.catalog import Catalog
from quern.analysis.catalog.unique_keys import KeyColumn
from quern.analysis.nullability.level import Key, Level
from quern.analysis.tree.nodetree import Node, Value

#: A column of a level, or an expression treated as one: the numbers of its relation and of itself.
ColumnId: TypeAlias = tuple[int, int]


class Terms:
    """Finds columns, and such expressions, in the conditions of a level.

    An expression of a key is immutable and takes nothing but columns of one row. So it is treated
    as one more column, wherever it is written out with the same functions and operators.
    """

    def __init__(self, level: Level, catalog: Catalog) -> None:
        self._level = level
        self._catalog = catalog

    @cached_property
    def _expressions(self) -> dict[Key, ColumnId]:
        """The expressions that keys of the level's tables are over; several may be over one."""
        found: dict[Key, ColumnId] = {}
        for number, entry in enumerate(self._level.query.items("rtable"), 1):
            oid = entry.number("relid") if isinstance(entry, Node) else None
            relation = self._catalog.relations.get(oid or 0)
            for key in relation.unique_keys if relation is not None else ():
                for column in key.columns:
                    if column.expression is not None:
                        own = self.key_in(number, column.expression.tree)
                        found.setdefault(own, (number, column.attribute))
        return found

    def column_of(self, expression: Node) -> ColumnId | None:
        """Return the column, or the like, that an expression is, apart from how it is compared."""
        while True:
            resolved = self._level.resolve(expression)
            argument = resolved.node("arg")
            if resolved.tag not in {"RELABELTYPE", "COLLATEEXPR"} or argument is None:
                break
            expression = argument
        if resolved.tag != "VAR":
            is_given = resolved.tag in {"PARAM", "CONST"}
            return None if is_given else self._expressions.get(self.key(resolved))
        number, attribute = resolved.number("varno"), resolved.number("varattno")
        if resolved.number("varlevelsup") or not number:
            return None
        return (number, attribute) if attribute is not None and attribute > 0 else None

    def of_key(self, relation: int, column: KeyColumn) -> ColumnId:
        """Return a column of a unique key, as :meth:`column_of` does where it is written."""
        if column.expression is None:
            return relation, column.attribute
        return self._expressions[self.key_in(relation, column.expression.tree)]

    def key(self, expression: Node) -> Key:
        """Return the key of an expression of the level: those of one key have one value."""
        return self._level.key(expression)

    def key_in(self, relation: int, expression: Node) -> Key:
        """Return the same for an expression of the catalogue, of a relation of the level."""
        return self._level.key(_renumbered(expression, relation))


def _renumbered(value: Node, relation: int) -> Node:
    """Return an expression whose columns are those of a relation of a range table."""

    def renumbered(found: Value) -> Value:
        if isinstance(found, tuple):
            return tuple(renumbered(item) for item in found)
        return _renumbered(found, relation) if isinstance(found, Node) else found

    fields = {name: renumbered(found) for name, found in value.fields.items()}
    if value.tag == "VAR":
        fields["varno"] = str(relation)
    return Node(value.tag, fields)
