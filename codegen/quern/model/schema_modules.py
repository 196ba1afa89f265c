"""The modules of a schema: the classes of its enum and composite types."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from quern.analysis.catalog.catalog import PgType
from quern.model.naming import constant_name, distinct_all
from quern.model.rows import CompositeField, attribute_names, composite_field
from quern.model.types.classes import TypeClass, class_aliases
from quern.model.types.mapper import TypeMapper
from quern.model.types.python_type import Import


@dataclass(frozen=True)
class EnumClass:
    """The class of an enum type.

    :ivar reader: the name of the function that makes a member of its label
    :ivar members: names and labels, in the order of the type
    """

    name: str
    reader: str
    members: tuple[tuple[str, str], ...]
    type: PgType


@dataclass(frozen=True)
class EnumModule:
    """The enum classes of one schema.

    :ivar path: the folder and the name of the module
    """

    path: tuple[str, ...]
    schema: str
    classes: tuple[EnumClass, ...]


@dataclass(frozen=True)
class CompositeClass:
    """The class of a composite type.

    :ivar reader: the name of the function that makes a value of its text
    :ivar writer: the name of the function that makes the text of a value
    """

    name: str
    reader: str
    writer: str
    fields: tuple[CompositeField, ...]
    type: PgType


@dataclass(frozen=True)
class CompositeModule:
    """The composite classes of one schema, each after those that it needs.

    :ivar imports: what the annotations, the readers and the writers need
    """

    path: tuple[str, ...]
    schema: str
    classes: tuple[CompositeClass, ...]
    imports: frozenset[Import]


def schema_modules(
    needed: Iterable[Import],
    classes: Mapping[int, TypeClass],
    types: Mapping[int, PgType],
    mapper: TypeMapper,
) -> tuple[tuple[EnumModule, ...], tuple[CompositeModule, ...]]:
    """Return the modules of all schemas whose types are needed.

    :param needed: what functions and row models import
    :param classes: of all enum and composite types, by OID
    :raises graphlib.CycleError: if composite types of two schemas hold each other's
    """
    wanted = {*needed}
    found = {c.type.oid: c for c in classes.values() if wanted & {*c.imports}}
    held = _Held(types)
    for oid in [*found]:
        found.update((inner, classes[inner]) for inner in held.within(oid) if inner in classes)
    modules: dict[str, list[TypeClass]] = {}
    for type_class in sorted(found.values(), key=lambda c: c.type.name):
        modules.setdefault(type_class.name.module, []).append(type_class)
    by_kind: dict[str, list[str]] = {"enum": [], "composite": []}
    for module, its in sorted(modules.items()):
        by_kind[its[0].type.kind].append(module)
    _check_order(modules, by_kind["composite"], held, classes)
    return (
        tuple(_enum_module(module, modules[module]) for module in by_kind["enum"]),
        tuple(
            _composite_module(module, modules[module], held, mapper)
            for module in by_kind["composite"]
        ),
    )


class _Held:
    """Which types a composite type holds."""

    def __init__(self, types: Mapping[int, PgType]) -> None:
        self._types = types

    def directly(self, oid: int) -> Iterator[int]:
        """Yield what it is made of, through arrays, domains and ranges, but not composites."""
        pg_type = self._types[oid]
        parts = [attribute.type for attribute in pg_type.attributes]
        while parts:
            part = self._types[parts.pop()]
            if part.kind in {"enum", "composite"}:
                yield part.oid
            elif inner := part.base or part.subtype or part.element:
                parts.append(inner)

    def within(self, oid: int) -> set[int]:
        """Return all that it is made of."""
        found: set[int] = set()
        rest = [oid]
        while rest:
            new = {*self.directly(rest.pop())} - found
            found |= new
            rest.extend(new)
        return found


def _check_order(
    modules: Mapping[str, list[TypeClass]],
    composites: Iterable[str],
    held: _Held,
    classes: Mapping[int, TypeClass],
) -> None:
    """Refuse modules that would have to import each other."""
    imported = {
        module: {
            classes[oid].name.module
            for type_class in modules[module]
            for oid in held.directly(type_class.type.oid)
        }
        - {module}
        for module in composites
    }
    TopologicalSorter(imported).prepare()


def _path(module: str) -> tuple[str, ...]:
    return tuple(module.split(".")[1:])


def _schemas(its: Iterable[TypeClass]) -> str:
    return " and ".join(sorted({type_class.type.schema for type_class in its}))


def _enum_module(module: str, its: list[TypeClass]) -> EnumModule:
    return EnumModule(_path(module), _schemas(its), tuple(map(_enum_class, its)))


def _enum_class(type_class: TypeClass) -> EnumClass:
    labels = type_class.type.labels
    names = distinct_all(constant_name(label) for label in labels)
    members = tuple(zip(names, labels, strict=True))
    return EnumClass(type_class.name.name, type_class.read.name, members, type_class.type)


def _composite_module(
    module: str, its: list[TypeClass], held: _Held, mapper: TypeMapper
) -> CompositeModule:
    own = frozenset(import_ for type_class in its for import_ in type_class.imports)
    attributes = [
        mapper.of_attribute(type_class.type, index)
        for type_class in its
        for index in range(len(type_class.type.attributes))
    ]
    annotations = {i for a in attributes for i in (*a.result_imports, *a.parameter_imports)}
    inside = mapper.inside(class_aliases({*annotations, *own}, own), own)
    made = {c.type.oid: (_composite_class(c, inside), c) for c in its}
    order = TopologicalSorter[int]()
    for oid in made:  # in the order of their names, not of OIDs, which differ between databases
        within = {*held.directly(oid)}
        order.add(oid, *(inner for inner in made if inner in within))
    ordered = tuple(made[oid][0] for oid in order.static_order())
    imports = frozenset(i for c in ordered for f in c.fields for i in f.imports) - own
    return CompositeModule(_path(module), _schemas(its), ordered, imports)


def _composite_class(type_class: TypeClass, mapper: TypeMapper) -> CompositeClass:
    composite = type_class.type
    types = [mapper.of_attribute(composite, index) for index in range(len(composite.attributes))]
    annotations = [python_type.result for python_type in types]
    names = attribute_names([attribute.name for attribute in composite.attributes], annotations)
    fields = tuple(map(composite_field, names, types, composite.attributes))
    writer = type_class.write.name if type_class.write else ""
    return CompositeClass(type_class.name.name, type_class.read.name, writer, fields, composite)
