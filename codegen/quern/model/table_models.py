"""The models of whole tables, which queries of any file share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quern.analysis.catalog.catalog import Catalog, Relation
from quern.analysis.result import Column
from quern.model.naming import class_name, distinct, module_name, python_name, singular, snake_name
from quern.model.rows import Field, RowModel, make_fields
from quern.model.types.classes import class_aliases
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import IMPORTED_NAMES, Import, UnsupportedTypeError

#: Tables, partitioned or not: what a view gives depends on more than its columns.
_TABLES = frozenset({"r", "p"})


@dataclass(frozen=True)
class TableModel:
    """The model of a table.

    :ivar home: where its class lies
    :ivar maker: the same of the function that makes a row
    :ivar columns: all of the table, NULL in them as the table allows it
    """

    relation: Relation
    home: Import
    maker: Import
    columns: tuple[Column, ...]

    def row(self, queries: tuple[str, ...], alias: str = "") -> RowModel:
        """Return it as the row of some queries.

        :param alias: the name to use for it, if not its own
        """
        home = replace(self.home, alias=alias)
        # A query may be called make_user.
        private = f"_make_{snake_name(home.used_name)}"
        return RowModel(
            home.used_name, (), queries, home=home, maker_home=replace(self.maker, alias=private)
        )


@dataclass(frozen=True)
class ModelClass:
    """The class of a table's rows.

    :ivar comment: what the database says of the table
    """

    row: RowModel
    maker: str
    table: str
    comment: str | None


@dataclass(frozen=True)
class ModelModule:
    """The models of one schema's tables.

    :ivar imports: what the annotations and the makers need
    """

    path: tuple[str, ...]
    schema: str
    classes: tuple[ModelClass, ...]
    imports: frozenset[Import]


@dataclass
class TableModels:
    """Finds the tables whose rows queries return whole, and remembers them."""

    catalog: Catalog
    mapper: TypeMapper
    _used: dict[int, TableModel] = field(default_factory=dict[int, TableModel])
    _names: Mapping[int, str] = field(init=False)

    def __post_init__(self) -> None:
        taken: dict[str, set[str]] = {}
        names: dict[int, str] = {}
        relations = self.catalog.relations.values()
        for relation in sorted(relations, key=lambda r: (r.schema, r.name)):
            if relation.kind in _TABLES:
                its = taken.setdefault(module_name(relation.schema), {*IMPORTED_NAMES})
                name = python_name(class_name(singular(relation.name)), IMPORTED_NAMES)
                names[relation.oid] = distinct(name, its)
                its.add(names[relation.oid])
        self._names = names

    def of(self, columns: Sequence[Column]) -> TableModel | None:
        """Return the model of the table of which these are all columns, in order and unchanged.

        NULL may be in them only where the table allows it: a row that an outer join may leave out
        is no row of the table.
        """
        relation = self.catalog.relations.get(columns[0].table) if columns else None
        if relation is None or relation.kind not in _TABLES:
            return None
        if [(column.table, column.attribute) for column in columns] != [
            (relation.oid, number) for number in sorted(relation.attributes)
        ]:
            return None
        whole: list[Column] = []
        for column in columns:
            attribute = relation.attributes[column.attribute]
            if column.name != attribute.name or column.python_type is not None:
                return None
            if column.nullable and attribute.not_null:
                return None
            if column.elements_nullable and attribute.no_null_elements:
                return None
            elements = None if column.elements_nullable is None else not attribute.no_null_elements
            stored = replace(column, nullable=not attribute.not_null, elements_nullable=elements)
            try:
                self.mapper.of_column(stored)
            except UnsupportedTypeError:
                return None
            whole.append(stored)
        return self._used.setdefault(relation.oid, self._model(relation, tuple(whole)))

    def _model(self, relation: Relation, columns: tuple[Column, ...]) -> TableModel:
        name = self._names[relation.oid]
        module = f".{module_name(relation.schema)}.models"
        maker = Import(module, f"make_{snake_name(name)}")
        return TableModel(relation, Import(module, name), maker, columns)

    def imports(self) -> frozenset[Import]:
        """Return what the models that are used need."""
        found = {i for model in self._used.values() for i in self._needed(model, self.mapper)}
        return frozenset(found)

    def modules(self) -> tuple[ModelModule, ...]:
        """Return the modules of the models that are used."""
        by_module: dict[str, list[TableModel]] = {}
        for model in sorted(self._used.values(), key=lambda model: model.home.name):
            by_module.setdefault(model.home.module, []).append(model)
        return tuple(self._module(name, by_module[name]) for name in sorted(by_module))

    def _module(self, name: str, models: Sequence[TableModel]) -> ModelModule:
        own = frozenset(model.home for model in models)
        needed = {i for model in models for i in self._needed(model, self.mapper)}
        mapper = self.mapper.inside(class_aliases({*needed, *own}, own))
        rows = [make_fields(model.columns, mapper) for model in models]
        classes = tuple(
            ModelClass(
                RowModel(model.home.name, fields, ()),
                model.maker.name,
                model.relation.display,
                model.relation.comment,
            )
            for model, fields in zip(models, rows, strict=True)
        )
        imports = {i for fields in rows for f in fields for i in (*f.imports, *f.decode_imports)}
        schemas = sorted({model.relation.schema for model in models})
        path = tuple(name.split(".")[1:])
        return ModelModule(path, " and ".join(schemas), classes, frozenset(imports))

    @staticmethod
    def _needed(model: TableModel, mapper: TypeMapper) -> set[Import]:
        found = set[Import]()
        for each in make_fields(model.columns, mapper):
            if isinstance(each, Field):
                found |= each.imports | each.decode_imports
        return found
